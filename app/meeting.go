package app

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// MeetingState tells a draft from locked minutes.
type MeetingState string

// States of a meeting.
const (
	MeetingDraft  MeetingState = "draft"
	MeetingLocked MeetingState = "locked"
)

// Meeting is one meeting of the cell with all that its minutes and resolution hold.
type Meeting struct {
	ID            string       `json:"id"`
	Kind          MeetingKind  `json:"kind"`
	WithThematic  bool         `json:"withThematic,omitempty"` // a thematic part in the same sitting
	ThematicTitle string       `json:"thematicTitle,omitempty"`
	Month         Month        `json:"month"`
	HeldOn        Date         `json:"heldOn"`
	Start         Clock        `json:"start"`
	End           Clock        `json:"end"` // earlier than Start: the meeting ended after midnight
	Place         string       `json:"place"`
	ChairID       string       `json:"chairID"`
	RecorderID    string       `json:"recorderID"` // thư ký: the minutes' taker
	Guests        []Guest      `json:"guests,omitempty"`
	Preparation   Preparation  `json:"preparation"`
	Attendance    []Attendance `json:"attendance,omitempty"`
	DuesNote      string       `json:"duesNote,omitempty"` // "Đảng phí tháng 10 đã thu đủ và nộp ngày 05/11/2026."
	Agenda        []AgendaItem `json:"agenda,omitempty"`
	Reviews       []TaskReview `json:"reviews,omitempty"` // tasks of earlier resolutions, as recorded in this meeting
	Conclusion    string       `json:"conclusion,omitempty"`
	Assessment    Assessment   `json:"assessment"`           // resolution, part I
	Directions    []Direction  `json:"directions,omitempty"` // resolution, part II
	Votes         []Vote       `json:"votes,omitempty"`
	Petitions     []Petition   `json:"petitions,omitempty"`
	ReadBack      ReadBack     `json:"readBack,omitzero"`
	MinutesNumber int          `json:"minutesNumber,omitempty"`    // 17 in "17-BB/CB"; 0 none yet
	ResolutionNo  int          `json:"resolutionNumber,omitempty"` // 17 in "17-NQ/CB"; 0 none yet
	ConclusionNo  int          `json:"conclusionNumber,omitempty"` // 5 in "05-KL/CB", of a thematic meeting; 0 none yet
	State         MeetingState `json:"state"`
	Version       int          `json:"version"` // from 1; a correction after locking is the next version
	VersionReason string       `json:"versionReason,omitempty"`
	LockedAt      time.Time    `json:"lockedAt,omitzero"`
	LockedBy      string       `json:"lockedBy,omitempty"`
}

// Clock is a time of day, "16:30", or "" when it is not recorded.
type Clock string

// Minutes returns the minutes since midnight; false if c is no time of day.
func (c Clock) Minutes() (int, bool) {
	hour, minute, found := strings.Cut(string(c), ":")
	h, errH := strconv.Atoi(hour)
	m, errM := strconv.Atoi(minute)
	if !found || errH != nil || errM != nil || h < 0 || h > 23 || m < 0 || m > 59 {
		return 0, false
	}
	return h*60 + m, true
}

// Long returns "16 giờ 30 phút" as minutes have it.
func (c Clock) Long() string {
	minutes, ok := c.Minutes()
	if !ok {
		return string(c)
	}
	return fmt.Sprintf("%d giờ %02d phút", minutes/60, minutes%60)
}

// Guest is a person at a meeting who is not a member of the cell.
type Guest struct {
	Name string `json:"name"`
	Post string `json:"post,omitempty"`
}

// Preparation holds what was done before and after the meeting, each with its day; "" is not done (42-HD/BTCTW, part II).
type Preparation struct {
	DraftedBy        string `json:"draftedBy,omitempty"`        // a member: who drafted the resolution
	CommitteeMetOn   Date   `json:"committeeMetOn,omitempty"`   // chi ủy met
	CommitteeMinutes bool   `json:"committeeMinutes,omitempty"` // with minutes of its own
	NoticeOn         Date   `json:"noticeOn,omitempty"`         // time, place and content announced
	PapersOn         Date   `json:"papersOn,omitempty"`         // papers uploaded for members
	FinalPapersOn    Date   `json:"finalPapersOn,omitempty"`    // resolution and minutes uploaded afterwards
	SuperiorToldOn   Date   `json:"superiorToldOn,omitempty"`   // the superior committee was told of the result afterwards
}

// ReadBack says that the recorder read the minutes to the meeting, and how many of those present agreed with them.
type ReadBack struct {
	Done   bool   `json:"done,omitempty"`
	Agreed int    `json:"agreed,omitempty"`
	Note   string `json:"note,omitempty"` // what was objected or added
}

// Presence is how a member attended.
type Presence string

// Presences. A member who does not count that day (exempt, suspended, away) has no line, or Present as a visitor who counts nowhere.
const (
	Present         Presence = "present"
	AbsentExcused   Presence = "absent_excused"
	AbsentUnexcused Presence = "absent_unexcused"
)

// Attendance is one member's line in the roll call.
type Attendance struct {
	MemberID string   `json:"memberID"`
	Presence Presence `json:"presence"`
	Reason   string   `json:"reason,omitempty"`
}

// AgendaKind says what a part of the meeting is for; some kinds feed the self-score.
type AgendaKind string

// Kinds of agenda items.
const (
	AgendaNews       AgendaKind = "news"       // thời sự, văn bản mới, học tập và làm theo Bác: counts as ideology minutes
	AgendaReview     AgendaKind = "review"     // đánh giá kết quả thực hiện nghị quyết kỳ trước
	AgendaDiscussion AgendaKind = "discussion" // ý kiến thảo luận: its speakers are counted
	AgendaThematic   AgendaKind = "thematic"
	AgendaOther      AgendaKind = "other"
)

// AgendaItem is one part of the meeting.
type AgendaItem struct {
	ID          string      `json:"id"`
	Kind        AgendaKind  `json:"kind"`
	Title       string      `json:"title"`
	Minutes     int         `json:"minutes,omitempty"`
	PresenterID string      `json:"presenterID,omitempty"` // a member
	Text        string      `json:"text,omitempty"`        // what was presented; paragraphs separated by line breaks
	Statements  []Statement `json:"statements,omitempty"`
	Conclusion  string      `json:"conclusion,omitempty"`
}

// Statement is one person's opinion. Speaker is a member, or a guest by name.
type Statement struct {
	MemberID  string `json:"memberID,omitempty"`
	GuestName string `json:"guestName,omitempty"`
	Text      string `json:"text"`
}

// Assessment is the free text of the resolution's part I (42-HD/BTCTW; domain.md part 2.4).
type Assessment struct {
	Ideology     string `json:"ideology,omitempty"`     // chính trị tư tưởng
	Political    string `json:"political,omitempty"`    // nhiệm vụ chính trị
	Praise       string `json:"praise,omitempty"`       // biểu dương
	Reminder     string `json:"reminder,omitempty"`     // nhắc nhở
	Shortcomings string `json:"shortcomings,omitempty"` // hạn chế, nguyên nhân
}

// Direction is one heading of next month's work, the resolution's part II.
type Direction struct {
	Title string `json:"title"` // "Công tác tư tưởng"
	Text  string `json:"text"`
}

// Length returns the meeting's length in minutes; false if start or end is missing. A meeting that ends before it starts went past midnight.
func (m Meeting) Length() (int, bool) {
	start, okStart := m.Start.Minutes()
	end, okEnd := m.End.Minutes()
	if !okStart || !okEnd {
		return 0, false
	}
	if end < start {
		end += 24 * 60
	}
	return end - start, true
}

// IsLocked reports whether the minutes are locked.
func (m Meeting) IsLocked() bool { return m.State == MeetingLocked }

// PresenceOf returns a member's line in the roll call; false if he has none.
func (m Meeting) PresenceOf(memberID string) (Attendance, bool) {
	for _, a := range m.Attendance {
		if a.MemberID == memberID {
			return a, true
		}
	}
	return Attendance{}, false
}

// Validate returns CodeBadDate or CodeInvalid for values that cannot be, CodeInvalid for a vote whose figures do not fit.
func (m Meeting) Validate() error {
	if err := m.Month.Validate(); err != nil {
		return err
	}
	if !m.Kind.IsKnown() {
		return NewError(CodeInvalid, "field", "meetingKind", "value", string(m.Kind))
	}
	p := m.Preparation
	for _, day := range []Date{m.HeldOn, p.CommitteeMetOn, p.NoticeOn, p.PapersOn, p.FinalPapersOn, p.SuperiorToldOn} {
		if err := day.Validate(); err != nil {
			return err
		}
	}
	for field, clock := range map[string]Clock{"start": m.Start, "end": m.End} {
		if _, ok := clock.Minutes(); clock != "" && !ok {
			return NewError(CodeInvalid, "field", field, "value", string(clock))
		}
	}
	for _, text := range m.texts() {
		if n := utf8.RuneCountInString(text); n > MaxText {
			return NewError(CodeTextTooLong, "count", n, "limit", MaxText, "begins", string([]rune(text)[:40]))
		}
	}
	for _, v := range m.Votes {
		if err := v.Validate(); err != nil {
			return err
		}
	}
	for _, petition := range m.Petitions {
		if err := petition.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// Codes of meetings.
const (
	CodeTextTooLong  Code = "text_too_long"      // Values: count, limit, begins
	CodeVoteSum      Code = "vote_sum"           // more votes than voters; Values: subject, eligible, cast
	CodeNotReadyLock Code = "meeting_unlockable" // something needed for the minutes is missing; Values: what
	CodeMeetingAhead Code = "meeting_ahead"      // its day has not come yet; Values: day
)

// MaxText is the longest text of a meeting, in characters: some sixty printed pages. More was surely pasted by mistake.
const MaxText = 200_000

// texts are all texts that people type into a meeting.
func (m Meeting) texts() []string {
	a := m.Assessment
	all := []string{m.Place, m.ThematicTitle, m.DuesNote, m.Conclusion, a.Ideology, a.Political, a.Praise, a.Reminder, a.Shortcomings, m.ReadBack.Note}
	for _, item := range m.Agenda {
		all = append(all, item.Title, item.Text, item.Conclusion)
		for _, s := range item.Statements {
			all = append(all, s.Text, s.GuestName)
		}
	}
	for _, d := range m.Directions {
		all = append(all, d.Title, d.Text)
	}
	for _, p := range m.Petitions {
		all = append(all, p.Text, p.Answer)
	}
	for _, v := range m.Votes {
		all = append(all, v.Subject)
	}
	return all
}

// PassesMidnight reports whether the meeting ended on the next day, as it does when its end is earlier than its start: rarely true, often a
// slip of the keys.
func (m Meeting) PassesMidnight() bool {
	start, okStart := m.Start.Minutes()
	end, okEnd := m.End.Minutes()
	return okStart && okEnd && end < start
}
