package app

import (
	"encoding/json"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FrameworkFormat is the newest version of the framework format that this program reads. Version 2 has at_most on groups; what does not
// use it is still written as version 1, which older programs read.
const FrameworkFormat = 2

// Limits of a framework's file; it comes from outside, on a stick.
const (
	MaxFrameworkBytes = 1 << 20
	maxFrameworkDepth = 16
	maxFrameworkList  = 400  // entries of one list
	maxFrameworkText  = 4000 // letters of one text
)

// CodeFrameworkInvalid: a framework cannot be used; Values: place ("groups[0].criteria[2]"), flaw (a name with
// words of its own under "flaw.<name>"), detail (the variant or word concerned, or "").
const CodeFrameworkInvalid Code = "framework_invalid"

// CodeFrameworkNewer: a framework was made for a newer program; Values: version, known.
const CodeFrameworkNewer Code = "framework_newer"

// Framework is a score sheet as data: groups of criteria, levels and the rules between them. The format is described in FRAMEWORK.md.
type Framework struct {
	FormatVersion      int            `json:"format_version"`
	Code               string         `json:"code"` // "MEETING-42HD"
	Version            int            `json:"version"`
	Name               string         `json:"name"`
	ShortName          string         `json:"short_name"`
	Issuer             string         `json:"issuer"`
	Basis              []Basis        `json:"basis"`
	ValidFrom          Date           `json:"valid_from"`
	ValidTo            *Date          `json:"valid_to"` // nil: open
	Scope              FrameworkScope `json:"scope"`
	AlsoFor            []string       `json:"also_for"` // further scopes
	MonthlySelfCheck   bool           `json:"monthly_self_check"`
	Subject            string         `json:"subject"` // meeting, cell or member
	CellKinds          []CellKind     `json:"cell_kinds"`
	Status             string         `json:"status"` // sourced or sample; to be shown on screen and on print
	Note               string         `json:"note"`
	Sources            []SourceNote   `json:"sources"`
	ClosedGaps         []ClosedGap    `json:"closed_gaps"`
	Uncertain          []Uncertainty  `json:"uncertain"`
	NotRated           []NotRated     `json:"not_rated"`
	Settings           []Setting      `json:"settings"`
	Computed           []Computed     `json:"computed"`
	MaxTotal           Ratio          `json:"max_total"`
	Parts              []Part         `json:"parts"`
	Variants           []Variant      `json:"variants"`
	Groups             []Group        `json:"groups"`
	Vetoes             []Veto         `json:"vetoes"`
	Levels             []Level        `json:"levels"`           // best first
	ConditionsUnmet    string         `json:"conditions_unmet"` // lower or lower_or_ask
	LowestByPointsOnly bool           `json:"lowest_by_points_only"`
	Cap                *LevelCap      `json:"cap"`
	Summary            *Summary       `json:"summary"`
	AutoSources        []AutoSource   `json:"auto_sources"`
}

// FrameworkScope is the period or event that a sheet is scored for.
type FrameworkScope string

// Scopes of frameworks.
const (
	ScopeMeeting FrameworkScope = "meeting"
	ScopeMonth   FrameworkScope = "month"
	ScopeQuarter FrameworkScope = "quarter"
	ScopeYear    FrameworkScope = "year"
)

// Basis is a document that a framework rests on.
type Basis struct {
	Number string `json:"number"`
	Date   Date   `json:"date"`
	Issuer string `json:"issuer"`
}

// SourceNote says where a part of the content comes from.
type SourceNote struct {
	Ref  string `json:"ref"`
	Mark string `json:"mark"`
	What string `json:"what"`
}

// ClosedGap is a rule that the framework adds where its source leaves a gap.
type ClosedGap struct {
	Criterion string `json:"criterion"`
	Gap       string `json:"gap"`
	Rule      string `json:"rule"`
}

// Uncertainty is a rule that nobody could confirm.
type Uncertainty struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Mark string `json:"mark"`
}

// NotRated says who is not rated at all.
type NotRated struct {
	When string `json:"when"`
	Mark string `json:"mark"`
}

// Part joins groups, such as the general and the specific frame.
type Part struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Max  Ratio  `json:"max"`
}

// Variant is one form of the sheet. CellKinds and Thematic, where given, say when it is chosen by itself.
type Variant struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	When      string     `json:"when"`
	CellKinds []CellKind `json:"cell_kinds"`
	Thematic  *bool      `json:"thematic"` // the month has a thematic meeting
}

// Group holds criteria. Variants, where given, are the only ones it stands in.
type Group struct {
	ID       string      `json:"id"`
	No       string      `json:"no"`
	Name     string      `json:"name"`
	Part     *string     `json:"part"`
	Max      Ratio       `json:"max"`
	AtMost   *Ratio      `json:"at_most,omitempty"` // the criteria may add to more, the group never gives more; Max is this
	Mark     string      `json:"mark"`
	Note     string      `json:"note"`
	Variants []string    `json:"variants"`
	Criteria []Criterion `json:"criteria"`
}

// CriterionKind says how a criterion is scored.
type CriterionKind string

// Kinds of criteria.
const (
	KindToggle CriterionKind = "toggle" // nothing or the maximum
	KindChoice CriterionKind = "choice" // one of the options
	KindNumber CriterionKind = "number" // a typed number, then bands
	KindAuto   CriterionKind = "auto"   // a value from the book, then bands
	KindSum    CriterionKind = "sum"    // items added
)

// Criterion is a line of the sheet, or an item of a line of kind sum.
type Criterion struct {
	ID            string        `json:"id"`
	No            string        `json:"no"`
	Name          string        `json:"name"`
	Max           Ratio         `json:"max"` // below 0 for a penalty item of kind toggle
	Kind          CriterionKind `json:"kind"`
	Source        string        `json:"source"`
	Unit          string        `json:"unit"`
	Decimals      int           `json:"decimals"`
	Options       []Option      `json:"options"`
	Bands         []Band        `json:"bands"` // highest range first
	Caps          []Limit       `json:"caps"`
	Reminders     []Reminder    `json:"reminders"`
	Bonus         bool          `json:"bonus"` // shown with "+"
	Veto          string        `json:"veto"`  // id of a veto, for display
	NotApplicable NotApplicable `json:"not_applicable"`
	WhenMissing   string        `json:"when_missing"` // unscored (also when absent) or zero
	Evidence      Evidence      `json:"evidence"`
	MonthlyCheck  *MonthlyCheck `json:"monthly_check"`
	Variants      []string      `json:"variants"`
	Mark          string        `json:"mark"`
	Note          string        `json:"note"`
	Items         []Criterion   `json:"items"`
}

// Option is one answer of a choice.
type Option struct {
	ID     string `json:"id"`
	Points Ratio  `json:"points"`
	Label  string `json:"label"`
}

// Limit caps a criterion's points while a source lies in a range.
type Limit struct {
	Source string `json:"source"`
	From   Ratio  `json:"from"`
	Below  *Ratio `json:"below"`
	AtMost Ratio  `json:"at_most"`
	Text   string `json:"text"`
}

// Reminder is shown when the value is exactly the one given; it changes no points.
type Reminder struct {
	Exactly Ratio  `json:"exactly"`
	Text    string `json:"text"`
}

// NotApplicable says whether a criterion may be set aside and what then happens: full, drop, zero or block.
type NotApplicable struct {
	Allowed bool   `json:"allowed"`
	Rule    string `json:"rule"`
	When    string `json:"when"`
}

// Evidence says whether a criterion asks for a file; a missing one warns and changes no points.
type Evidence struct {
	Required bool    `json:"required"`
	Text     *string `json:"text"`
}

// MonthlyCheck is the question asked each month; its answers feed check.months_met_percent.
type MonthlyCheck struct {
	Question string   `json:"question"`
	Answers  []Answer `json:"answers"`
}

// Answer is one answer to a monthly check: "met" or another.
type Answer struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Veto (điểm liệt) keeps the level down and leaves the points. A manual one is ticked by a person with a reason.
type Veto struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Source string `json:"source"`
	From   Ratio  `json:"from"`
	Below  *Ratio `json:"below"`
	Manual bool   `json:"manual"`
	Effect string `json:"effect"` // level_at_most
	Level  string `json:"level"`
	Mark   string `json:"mark"`
}

// Level is one result of a sheet, by its total and conditions that must all hold.
type Level struct {
	ID         string      `json:"id"`
	Name       string      `json:"name"`
	From       Ratio       `json:"from"`
	Below      *Ratio      `json:"below"` // nil: no upper end
	Mark       string      `json:"mark"`
	Conditions []Condition `json:"conditions"`
}

// Condition asks more of a level than its total.
type Condition struct {
	ID          string   `json:"id"`
	Source      string   `json:"source"`
	From        Ratio    `json:"from"`
	Below       *Ratio   `json:"below"`
	Text        string   `json:"text"`
	WhenMissing string   `json:"when_missing"` // skip, or absent
	Variants    []string `json:"variants"`
}

// AutoSource explains a source in words. Explain may use {value}, {num}, {den}, {required} and {band}.
type AutoSource struct {
	ID         string `json:"id"`
	Unit       string `json:"unit"`
	Name       string `json:"name"`
	Definition string `json:"definition"`
	Explain    string `json:"explain"`
}

// ParseFramework reads a framework and checks it wholly, so that scoring with it cannot fail for a fault of the framework.
// Errors: CodeTooLarge, CodeFrameworkNewer, CodeFrameworkInvalid with the place of the first fault.
func ParseFramework(data []byte) (*Framework, error) {
	if len(data) > MaxFrameworkBytes {
		return nil, NewError(CodeTooLarge, "path", "framework", "limit", MaxFrameworkBytes)
	}
	if !utf8.Valid(data) {
		return nil, faultAt("", "not_utf8")
	}
	data = norm.NFC.Bytes(data)
	var head struct {
		FormatVersion int `json:"format_version"`
	}
	if err := json.Unmarshal(data, &head); err == nil && head.FormatVersion > FrameworkFormat {
		return nil, NewError(CodeFrameworkNewer, "version", head.FormatVersion, "known", FrameworkFormat)
	}
	if err := checkShape(data); err != nil {
		return nil, err
	}
	f := &Framework{}
	if err := json.Unmarshal(data, f); err != nil {
		return nil, WrapError(err, CodeFrameworkInvalid, "place", "framework", "flaw", "wrong_form", "detail", "")
	}
	if err := f.check(); err != nil {
		return nil, err
	}
	return f, nil
}

func faultAt(place, flaw string) error { return faultIn(place, flaw, "") }

func faultIn(place, flaw, detail string) error {
	return NewError(CodeFrameworkInvalid, "place", placeOrWhole(place), "flaw", flaw, "detail", detail)
}

func placeOrWhole(place string) string {
	if place == "" {
		return "framework"
	}
	return place
}
