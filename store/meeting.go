package store

import (
	"encoding/json"
	"fmt"

	"sochibo/app"
)

// Meetings returns all meetings with everything in them, by month, day and id.
func (tx *Tx) Meetings() ([]app.Meeting, error) { return tx.meetings("", "") }

// Meeting returns a meeting with everything in it; CodeNotFound if there is none.
func (tx *Tx) Meeting(id string) (app.Meeting, error) {
	meetings, err := tx.meetings("WHERE id = ?", "WHERE meeting_id = ?", id)
	if err != nil {
		return app.Meeting{}, err
	}
	if len(meetings) == 0 {
		return app.Meeting{}, app.NewError(app.CodeNotFound, "what", entityMeeting)
	}
	return meetings[0], nil
}

func (tx *Tx) meetings(where, whereParts string, args ...any) ([]app.Meeting, error) {
	meetings, err := all(tx, "meeting", meetingColumns, where+" ORDER BY month, held_on, id", args...)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]*app.Meeting, len(meetings))
	for i := range meetings {
		byID[meetings[i].ID] = &meetings[i]
	}
	for _, read := range []func(*Tx, map[string]*app.Meeting, string, ...any) error{
		readGuests, readAttendance, readAgenda, readStatements, readReviews, readDirections, readVotes, readPetitions} {
		if err := read(tx, byID, whereParts, args...); err != nil {
			return nil, err
		}
	}
	return meetings, nil
}

// PutMeeting adds or replaces a meeting with everything in it.
func (tx *Tx) PutMeeting(m app.Meeting) error {
	before, err := stored(tx.Meeting(m.ID))
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityMeeting, m.ID, before, m, putBack(before, (*Tx).PutMeeting, nil), func() error {
		if err := tx.put("meeting", 1, meetingColumns(&m)); err != nil {
			return err
		}
		return tx.putMeetingParts(&m)
	})
}

// KeepMeetingVersion keeps locked minutes as they are before they are corrected. Its KeptAt is the moment of the command.
func (tx *Tx) KeepMeetingVersion(m app.MeetingVersion) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	text, at := string(body), timeText(tx.change.At)
	columns := []column{{"meeting_id", &m.ID}, {"version", &m.Version}, {"kept_at", &at}, {"body", &text}}
	if err := tx.put("meeting_version", 2, columns); err != nil {
		return err
	}
	tx.final = true
	return tx.remember(entityVersion, fmt.Sprintf("%s/%d", m.ID, m.Version), "", "")
}

// MeetingVersions returns the kept versions of a meeting's minutes, oldest first.
func (tx *Tx) MeetingVersions(meetingID string) ([]app.MeetingVersion, error) {
	return queryAll(tx, func(r row) (app.MeetingVersion, error) {
		var body string
		var m app.MeetingVersion
		if err := r.Scan(&body, moment{&m.KeptAt}); err != nil {
			return m, err
		}
		err := json.Unmarshal([]byte(body), &m)
		return m, err
	}, "SELECT body, kept_at FROM meeting_version WHERE meeting_id = ? ORDER BY version", meetingID)
}

func meetingColumns(m *app.Meeting) []column {
	p, a := &m.Preparation, &m.Assessment
	return []column{{"id", &m.ID}, {"kind", &m.Kind}, {"with_thematic", &m.WithThematic}, {"thematic_title", &m.ThematicTitle},
		{"month", &m.Month}, {"held_on", &m.HeldOn}, {"starts_at", &m.Start}, {"ends_at", &m.End}, {"place", &m.Place},
		{"chair_id", reference{&m.ChairID}}, {"recorder_id", reference{&m.RecorderID}}, {"drafted_by", reference{&p.DraftedBy}},
		{"committee_met_on", &p.CommitteeMetOn}, {"committee_minutes", &p.CommitteeMinutes}, {"notice_on", &p.NoticeOn},
		{"papers_on", &p.PapersOn}, {"final_papers_on", &p.FinalPapersOn}, {"superior_told_on", &p.SuperiorToldOn}, {"dues_note", &m.DuesNote}, {"conclusion", &m.Conclusion},
		{"ideology", &a.Ideology}, {"political", &a.Political}, {"praise", &a.Praise}, {"reminder", &a.Reminder},
		{"shortcomings", &a.Shortcomings}, {"minutes_number", &m.MinutesNumber}, {"resolution_number", &m.ResolutionNo},
		{"conclusion_number", &m.ConclusionNo}, {"read_back", &m.ReadBack.Done}, {"read_back_agreed", &m.ReadBack.Agreed}, {"read_back_note", &m.ReadBack.Note},
		{"state", &m.State}, {"version", &m.Version}, {"version_reason", &m.VersionReason}, {"locked_at", moment{&m.LockedAt}},
		{"locked_by", &m.LockedBy}}
}
