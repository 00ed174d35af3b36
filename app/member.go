package app

import (
	"errors"
	"sort"
)

// Sex is "male", "female" or "" when it is not recorded.
type Sex string

// The two sexes that the register knows.
const (
	Male   Sex = "male"
	Female Sex = "female"
)

// Kind says whether a member is official (chính thức) or probationary (dự bị).
type Kind string

// The two kinds of members.
const (
	Official     Kind = "official"
	Probationary Kind = "probationary"
)

// Post is a member's post in the cell.
type Post string

// Posts in a cell; NoPost is a member without one.
const (
	NoPost          Post = ""
	Secretary       Post = "secretary"        // bí thư
	DeputySecretary Post = "deputy_secretary" // phó bí thư
	CommitteeMember Post = "committee_member" // chi ủy viên
	GroupLeader     Post = "group_leader"     // tổ trưởng tổ đảng
)

// Standing says how a member stands in the cell on a day. One at a time; it changes by dated events.
type Standing string

// Standings of members.
const (
	Active       Standing = "active"             // đang sinh hoạt
	Exempt       Standing = "exempt"             // miễn công tác và sinh hoạt đảng
	TempExempt   Standing = "temporarily_exempt" // tạm miễn
	TempAway     Standing = "temporarily_away"   // chuyển sinh hoạt tạm thời đi
	TempHere     Standing = "temporarily_here"   // sinh hoạt tạm thời tại chi bộ
	Transferring Standing = "awaiting_transfer"  // chờ chuyển
	Transferred  Standing = "transferred"        // đã chuyển sinh hoạt chính thức
	Suspended    Standing = "suspended"          // đình chỉ sinh hoạt
	Resigned     Standing = "resigned"           // xin ra khỏi Đảng
	StruckOff    Standing = "struck_off"         // xóa tên
	Expelled     Standing = "expelled"           // khai trừ
	Deceased     Standing = "deceased"           // từ trần
)

// Standings lists all standings in the order that screens offer them.
var Standings = []Standing{Active, Exempt, TempExempt, TempAway, TempHere, Transferring, Transferred, Suspended, Resigned, StruckOff, Expelled, Deceased}

// HasLeft reports whether a member with this standing is no longer on the cell's list.
func (s Standing) HasLeft() bool {
	switch s {
	case Transferred, Resigned, StruckOff, Expelled, Deceased:
		return true
	}
	return false
}

// Counts reports whether a member with this standing must attend and is counted for points: on the list, and neither
// exempt, suspended nor temporarily away (domain.md part 2.1; frameworks, "counted").
func (s Standing) Counts() bool {
	switch s {
	case Active, TempHere, Transferring:
		return true
	}
	return false
}

// IsTemporary reports whether the standing is meant to end on a day.
func (s Standing) IsTemporary() bool { return s == TempExempt || s == TempAway || s == TempHere }

// StandingEvent is a dated change of a member's standing.
type StandingEvent struct {
	On       Date     `json:"on"` // "" when the day is not known: it then holds from the beginning
	Standing Standing `json:"standing"`
	Until    Date     `json:"until,omitempty"`  // of a temporary one: the day it is to end; it does not end by itself
	Reason   string   `json:"reason,omitempty"` // free text: why, where to, decision number
}

// Member is a Party member as the cell's register has him.
type Member struct {
	ID              string          `json:"id"`
	FullName        string          `json:"fullName"`            // name in use
	BirthName       string          `json:"birthName,omitempty"` // name at birth if it differs
	Sex             Sex             `json:"sex"`
	BornOn          Date            `json:"bornOn"` // may be partial
	CitizenID       string          `json:"citizenID"`
	Phone           string          `json:"phone,omitempty"`
	PartyCardNo     string          `json:"partyCardNo"`
	DossierNo       string          `json:"dossierNo,omitempty"`
	AdmittedOn      Date            `json:"admittedOn"`             // may be partial
	OfficialOn      Date            `json:"officialOn"`             // may be partial or unknown
	RecognisedOn    Date            `json:"recognisedOn,omitempty"` // full; he counts as official from here where the cell decided after OfficialOn
	Kind            Kind            `json:"kind"`
	Post            Post            `json:"post"`
	PartyGroup      string          `json:"partyGroup,omitempty"` // "1"
	Occupation      string          `json:"occupation,omitempty"`
	Department      string          `json:"department,omitempty"`  // workshop, office or line he works in
	EarlierWork     string          `json:"earlierWork,omitempty"` // occupation before admission
	Schooling       string          `json:"schooling,omitempty"`   // "12/12"
	PoliticalTheory string          `json:"politicalTheory,omitempty"`
	Profession      string          `json:"profession,omitempty"`
	Language        string          `json:"language,omitempty"`
	Ethnicity       string          `json:"ethnicity,omitempty"`
	Religion        string          `json:"religion,omitempty"`
	NativePlace     string          `json:"nativePlace,omitempty"`
	ResidenceCell   string          `json:"residenceCell,omitempty"` // chi bộ nơi cư trú
	BadgeNo         string          `json:"badgeNo,omitempty"`
	ArrivedOn       Date            `json:"arrivedOn,omitempty"` // moved in on, ArrivedFrom
	ArrivedFrom     string          `json:"arrivedFrom,omitempty"`
	Note            string          `json:"note,omitempty"`
	AnonymisedOn    Date            `json:"anonymisedOn,omitempty"` // his data were blanked on this day; "" for a person
	Events          []StandingEvent `json:"events,omitempty"`       // ascending by day
}

// StandingOn returns how the member stands on a day: the last event not later than it; without one he is active.
func (m Member) StandingOn(day Date) Standing { return m.EventOn(day).Standing }

// EventOn returns the event that rules the member's standing on a day.
func (m Member) EventOn(day Date) StandingEvent {
	current := StandingEvent{Standing: Active}
	events := append([]StandingEvent(nil), m.Events...)
	sort.SliceStable(events, func(i, j int) bool { return events[i].On < events[j].On })
	for _, e := range events {
		if e.On <= day {
			current = e
		}
	}
	return current
}

// KindOn returns the member's kind on a day: probationary before the day of official recognition, if that is known, and before the cell
// decided on it, if that came later.
func (m Member) KindOn(day Date) Kind {
	if day < m.RecognisedOn {
		return Probationary
	}
	if m.OfficialOn != "" && day < m.OfficialOn && m.OfficialOn.IsFull() {
		return Probationary
	}
	return m.Kind
}

// RecognisedEarly reports whether the day of recognition lies before a probation of some months was over, as far as the dates tell.
func (m Member) RecognisedEarly(months int) bool {
	if months <= 0 || !m.AdmittedOn.IsFull() || m.OfficialOn == "" {
		return false
	}
	return m.OfficialOn < m.AdmittedOn.AddMonths(months)[:len(m.OfficialOn)]
}

// OnListOn reports whether the member is on the cell's list on a day: admitted, arrived and not left.
func (m Member) OnListOn(day Date) bool {
	if m.ArrivedOn.IsFull() && day < m.ArrivedOn {
		return false
	}
	if m.AdmittedOn.IsFull() && day < m.AdmittedOn {
		return false
	}
	return !m.StandingOn(day).HasLeft()
}

// CountsOn reports whether the member is counted for attendance and points on a day.
func (m Member) CountsOn(day Date) bool { return m.OnListOn(day) && m.StandingOn(day).Counts() }

// MayVoteOn reports whether the member may vote on a day: official, on the list and not suspended (Charter, Article 3).
func (m Member) MayVoteOn(day Date) bool { return m.CountsOn(day) && m.KindOn(day) == Official }

// Validate returns CodeRequired without a name and CodeBadDate, CodeInvalid for values that cannot be.
func (m Member) Validate() error {
	if Clean(m.FullName) == "" {
		return NewError(CodeRequired, "field", "fullName")
	}
	for _, date := range []Date{m.BornOn, m.AdmittedOn, m.OfficialOn, m.RecognisedOn, m.ArrivedOn} {
		if err := date.Validate(); err != nil {
			return err
		}
	}
	if m.Kind != Official && m.Kind != Probationary {
		return NewError(CodeInvalid, "field", "kind", "value", string(m.Kind))
	}
	for _, e := range m.Events {
		if err := errors.Join(e.On.Validate(), e.Until.Validate()); err != nil {
			return err
		}
	}
	return nil
}
