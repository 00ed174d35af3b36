package app

// MeetingKind is the kind of a cell's meeting. A thematic part in the same sitting as a regular meeting is Meeting.WithThematic.
type MeetingKind string

// Kinds of meetings.
const (
	RegularMeeting       MeetingKind = "regular"         // sinh hoạt thường kỳ: one a month
	ThematicMeeting      MeetingKind = "thematic"        // sinh hoạt chuyên đề
	CellCommitteeMeeting MeetingKind = "cell_committee"  // họp chi ủy
	ExtraordinaryMeeting MeetingKind = "extraordinary"   // sinh hoạt bất thường
	YearEndReview        MeetingKind = "year_end_review" // kiểm điểm, đánh giá, xếp loại cuối năm
)

// MeetingKinds are the kinds in the order in which lists offer them.
var MeetingKinds = []MeetingKind{RegularMeeting, ThematicMeeting, CellCommitteeMeeting, ExtraordinaryMeeting, YearEndReview}

// IsKnown reports whether k is one of MeetingKinds.
func (k MeetingKind) IsKnown() bool {
	for _, known := range MeetingKinds {
		if k == known {
			return true
		}
	}
	return false
}

// PassesResolution reports whether the meeting passes a resolution with assessment, directions and tasks: every regular one, and an
// extraordinary one that voted on one.
func (m Meeting) PassesResolution() bool {
	if m.Kind != ExtraordinaryMeeting {
		return m.Kind == RegularMeeting
	}
	for _, v := range m.Votes {
		if v.OnResult {
			return true
		}
	}
	return false
}

// HasConclusion reports whether a meeting of this kind ends in a conclusion paper (kết luận).
func (k MeetingKind) HasConclusion() bool { return k == ThematicMeeting }

// IsScored reports whether a meeting of this kind is scored by itself. A thematic meeting adds to the score of its month's regular one
// (42-HD/BTCTW; domain.md part 3.3).
func (k MeetingKind) IsScored() bool { return k == RegularMeeting }

// InCellCommittee reports whether a post belongs to the cell's committee (chi ủy).
func (p Post) InCellCommittee() bool {
	return p == Secretary || p == DeputySecretary || p == CommitteeMember
}

// Expects reports whether a member must attend the meeting: whoever counts on its day. The cell's committee meets among itself: those
// who have a post in it, or whom the roll call names; posts change, so locked minutes go by the roll call alone.
func (m Meeting) Expects(member Member) bool {
	if !member.CountsOn(m.HeldOn) {
		return false
	}
	if m.Kind != CellCommitteeMeeting {
		return true
	}
	_, named := m.PresenceOf(member.ID)
	return named || !m.IsLocked() && member.Post.InCellCommittee()
}
