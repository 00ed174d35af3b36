package app

import "time"

// MeetingVersion is a version of minutes that was locked and later corrected, with what its papers were made of.
type MeetingVersion struct {
	Meeting
	Tasks  []Task        `json:"tasks"`  // that it assigned, as they stood; nil in books of programs that did not keep them
	Sheets []MarkedSheet `json:"sheets"` // its self-score, as it stood
	KeptAt time.Time     `json:"-"`      // when the correction began
}
