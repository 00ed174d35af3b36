package app

import "reflect"

// Finding is something about a packet that its officer should look at before accepting it.
type Finding string

// Findings. They are of the content; what is odd about key and sequence is the packet's Question.
const (
	FindingUnchecked Finding = "not_checked" // received by an older program that did not look
	FindingMinutes   Finding = "minutes"     // no locked minutes
	FindingDocuments Finding = "documents"   // no printed document inside
	FindingScore     Finding = "score"       // the meeting was not scored
	FindingCriteria  Finding = "criteria"    // criteria are not scored yet
	FindingPoints    Finding = "points"      // somebody is below the handbook points
	FindingFigures   Finding = "figures"     // the summary does not agree with the lists inside
	FindingRegister  Finding = "register"    // the number of members does not follow from the last packet's
	FindingShorter   Finding = "shorter"     // the meeting was much shorter than the last one
)

// muchShorter: a meeting that lasted less than this part of the one before is to be looked at.
const muchShorterNum, muchShorterDen = 3, 4

// ReviewPacket returns what is to be looked at in a snapshot with a number of documents beside it. made is the day on which the sender
// sealed it, previous the last accepted packet of an earlier month, nil if there is none.
func ReviewPacket(s Snapshot, documents int, made Date, previous *ReceivedPacket) []Finding {
	var found []Finding
	note := func(is bool, f Finding) {
		if is {
			found = append(found, f)
		}
	}
	sum := s.Summary
	if len(s.RollUp) > 0 { // a committee's: it holds no meeting of its own
		note(documents == 0, FindingDocuments)
		note(len(sum.BelowThreshold) > 0, FindingPoints)
		note(!reflect.DeepEqual(sum, SumLines(s.RollUp)), FindingFigures)
		return found
	}
	note(len(s.Meetings) == 0 || !s.Meetings[0].IsLocked(), FindingMinutes)
	note(documents == 0, FindingDocuments)
	note(sum.MeetingScore == "", FindingScore)
	note(sum.CriteriaScored.Whole > 0 && sum.CriteriaScored.Part < sum.CriteriaScored.Whole, FindingCriteria)
	note(len(sum.BelowThreshold) > 0, FindingPoints)
	note(!s.agrees(made), FindingFigures)
	return append(found, ReviewAfter(sum, s.Month, previous)...)
}

// ReviewAfter returns what is to be looked at in a cell's figures beside the last accepted packet of an earlier month, nil if there is none.
func ReviewAfter(sum PacketSummary, month Month, previous *ReceivedPacket) []Finding {
	if previous == nil || previous.ByHand {
		return nil
	}
	var found []Finding
	before := previous.Summary
	if previous.Month.Next() == month && before.Members+sum.Joined-sum.Left != sum.Members {
		found = append(found, FindingRegister)
	}
	if sum.MeetingMinutes > 0 && sum.MeetingMinutes*muchShorterDen < before.MeetingMinutes*muchShorterNum {
		found = append(found, FindingShorter)
	}
	return found
}

// agrees reports whether the summary's counts are those of the lists in the snapshot.
func (s Snapshot) agrees(made Date) bool {
	day := DayOfMonth(s.Month, made)
	members, probationary := 0, 0
	for _, m := range s.Members {
		if !m.OnListOn(day) {
			continue
		}
		members++
		if m.KindOn(day) == Probationary {
			probationary++
		}
	}
	totals := TotalPoints(s.Members, s.Points, s.Month, s.Settings.PointRule(s.Month), made)
	if members != s.Summary.Members || probationary != s.Summary.Probationary || (Share{totals.AtThreshold, totals.Counted}) != s.Summary.AtThreshold {
		return false
	}
	if len(s.Meetings) == 0 || !s.Meetings[0].IsLocked() {
		return s.Summary.MeetingMinutes == 0
	}
	roll := CountRollCall(s.Meetings[0], s.Members)
	length, _ := s.Meetings[0].Length()
	return s.Summary.Attendance == Share{roll.Present, roll.Required} && s.Summary.MeetingMinutes == length
}

// IsClean reports whether a packet waits for a decision and nothing about it needs a look: it may be accepted together with others.
func (p ReceivedPacket) IsClean() bool {
	return p.State == MonthReceived && p.Question == "" && len(p.Findings) == 0
}
