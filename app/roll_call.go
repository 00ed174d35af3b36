package app

// RollCall are the figures of a meeting's roll call.
type RollCall struct {
	Total        int `json:"total"` // members on the list that day
	Official     int `json:"official"`
	Probationary int `json:"probationary"`
	NotCounted   int `json:"exempt"`   // exempt, suspended or temporarily away
	Required     int `json:"required"` // members who must attend
	Present      int `json:"present"`  // of the required
	Excused      int `json:"absentExcused"`
	Unexcused    int `json:"absentUnexcused"`
	VotersThere  int `json:"votersPresent"` // official members present
	Voters       int `json:"voters"`        // official members who may vote: of them shares of votes are taken, without who is exempt, suspended or away
}

// CountRollCall counts a meeting's roll call by the standings of its day. A required member without a line is not counted as present or absent.
func CountRollCall(meeting Meeting, members []Member) RollCall {
	var roll RollCall
	for _, m := range members {
		if !m.OnListOn(meeting.HeldOn) || meeting.Kind == CellCommitteeMeeting && !meeting.Expects(m) {
			continue
		}
		roll.Total++
		if m.KindOn(meeting.HeldOn) == Official {
			roll.Official++
		} else {
			roll.Probationary++
		}
		if !meeting.Expects(m) {
			roll.NotCounted++
			continue
		}
		roll.Required++
		if m.MayVoteOn(meeting.HeldOn) {
			roll.Voters++
		}
		line, found := meeting.PresenceOf(m.ID)
		switch {
		case !found:
		case line.Presence == Present:
			roll.Present++
			if m.MayVoteOn(meeting.HeldOn) {
				roll.VotersThere++
			}
		case line.Presence == AbsentExcused:
			roll.Excused++
		default:
			roll.Unexcused++
		}
	}
	return roll
}

// CountSpeakers returns how many of the counted members who were present spoke in the discussion. Guests do not count,
// nor do those who only presented (frameworks, meeting.speakers_percent).
func CountSpeakers(meeting Meeting, members []Member) Share {
	spoke := make(map[string]bool)
	for _, item := range meeting.Agenda {
		if item.Kind != AgendaDiscussion && item.Kind != AgendaThematic && item.Kind != AgendaOther && item.Kind != AgendaReview {
			continue
		}
		for _, s := range item.Statements {
			if s.MemberID != "" {
				spoke[s.MemberID] = true
			}
		}
	}
	var share Share
	for _, m := range members {
		line, found := meeting.PresenceOf(m.ID)
		if !found || line.Presence != Present || !meeting.Expects(m) {
			continue
		}
		share.Whole++
		if spoke[m.ID] {
			share.Part++
		}
	}
	return share
}
