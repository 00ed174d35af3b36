package app

// Role says who keeps a book: a cell, or a committee that receives the cells' packets.
type Role string

// Roles of books.
const (
	CellBook      Role = "cell"
	CommitteeBook Role = "committee"
)

// CellKind is the kind of a cell: frameworks say for which kinds they are made.
type CellKind string

// Kinds of cells.
const (
	StateEnterprise   CellKind = "state_enterprise"
	PrivateEnterprise CellKind = "private_enterprise"
	FDIEnterprise     CellKind = "fdi_enterprise"
	PublicServiceUnit CellKind = "public_service_unit"
	Agency            CellKind = "agency"
)

// Numbering says when the numbers of documents begin again from 01.
type Numbering string

// Ways of numbering documents (domain.md part 1.1).
const (
	NumberByTerm Numbering = "term"
	NumberByYear Numbering = "year"
)

// Settings are the book's own: names, labels, numbering and dated rules. Nothing of a regulation is fixed in the program.
type Settings struct {
	Role           Role           `json:"role"`
	OrganisationID string         `json:"organisationID"` // this cell's or committee's stable id
	Code           string         `json:"code"`           // short ASCII code, "CB001"
	Name           string         `json:"name"`           // "Chi bộ Xưởng May 2", "Đảng ủy Công ty CP May Hưng Thịnh"
	Enterprise     string         `json:"enterprise"`     // "Công ty CP May Hưng Thịnh"
	SuperiorName   string         `json:"superiorName"`   // head of documents: "Đảng bộ Công ty CP May Hưng Thịnh"
	CommitteeName  string         `json:"committeeName"`  // who receives: "Đảng ủy Công ty CP May Hưng Thịnh"
	PlaceName      string         `json:"placeName"`      // "Hưng Yên"
	CellKind       CellKind       `json:"cellKind"`
	MeetingPlace   string         `json:"meetingPlace,omitempty"` // usual place of meetings
	BodyCode       string         `json:"bodyCode"`               // "CB" in "17-BB/CB"
	Numbering      Numbering      `json:"numbering"`
	TermFrom       Date           `json:"termFrom,omitempty"`    // first day of the present term
	UsedNumbers    map[string]int `json:"usedNumbers,omitempty"` // by document type ("BB"): the last number used before the book began
	RecorderLabel  string         `json:"recorderLabel"`         // "THƯ KÝ"
	ChairLabel     string         `json:"chairLabel"`            // "CHỦ TRÌ"
	SigningLine    string         `json:"signingLine"`           // "T/M CHI BỘ"
	Recipients     []string       `json:"recipients,omitempty"`  // "Nơi nhận" of resolutions
	StartMonth     Month          `json:"startMonth"`            // the first month this book keeps
	Rules          []DatedRule    `json:"rules"`
	KeepsDues      bool           `json:"keepsDues,omitempty"` // the register of dues is kept in this book
	Demo           bool           `json:"demo,omitempty"`      // sample data
}

// RuleKey names a value that a regulation or a committee sets and changes over time.
type RuleKey string

// Keys of dated rules.
const (
	RulePointsThreshold RuleKey = "points.threshold"      // points a member should reach each month
	RulePointsDueDay    RuleKey = "points.due_day"        // day of the month by which points are entered
	RuleHandoverDueDay  RuleKey = "handover.due_day"      // day of the month by which the packet is due; 31 is the last day
	RuleAttendanceAim   RuleKey = "attendance.aim"        // percent present that is aimed at
	RuleAttendanceLow   RuleKey = "attendance.low"        // percent present below which a meeting is warned about
	RuleTwoThirds       RuleKey = "attendance.two_thirds" // thousandths present below which a meeting is warned about strongly
	RulePapersDays      RuleKey = "meeting.papers_days"   // days before the meeting that papers are uploaded
	RuleFinalDays       RuleKey = "meeting.final_days"    // days after the meeting that the resolution is uploaded
	RuleProbationMonths RuleKey = "member.probation_months"
	RuleWellCellsAim    RuleKey = "cells.well_aim"  // per cent of a committee's cells that should be rated LevelWell or better
	RuleModelCellsAim   RuleKey = "cells.model_aim" // per cent of a committee's cells that should be model cells
	// Months that a class of a former member's data is kept after he left; the classes are data (assets/retention.json).
	RuleRetentionNumbers RuleKey = "retention.numbers" // of papers and cards, telephone
	RuleRetentionPerson  RuleKey = "retention.person"  // birth, sex, origin
	RuleRetentionWork    RuleKey = "retention.work"    // work and education
	RuleRetentionName    RuleKey = "retention.name"

	RulePointsProbation RuleKey = "points.probation" // 0: probationary members do not count for points; 1: they do, as without the rule
)

// DatedRule is one value of a rule from a day on, with its source.
type DatedRule struct {
	Key    RuleKey `json:"key"`
	From   Date    `json:"from"` // "" since ever
	Value  int     `json:"value"`
	Source string  `json:"source,omitempty"` // issuer and document number
}

// RuleOn returns the value of a rule on a day: that of the latest entry not after it; false if there is none.
func (s Settings) RuleOn(key RuleKey, day Date) (int, bool) {
	rule, found := s.DatedRuleOn(key, day)
	return rule.Value, found
}

// DatedRuleOn returns the rule that holds on a day, with its source; false without one.
func (s Settings) DatedRuleOn(key RuleKey, day Date) (DatedRule, bool) {
	var best DatedRule
	found := false
	for _, r := range s.Rules {
		if r.Key == key && r.From <= day && (!found || r.From >= best.From) {
			best, found = r, true
		}
	}
	return best, found
}

// Threshold returns the points that a member should reach in a month; 0 if the settings say nothing.
func (s Settings) Threshold(month Month) int {
	value, _ := s.RuleOn(RulePointsThreshold, month.Last())
	return value
}

// PointRule returns what a month asks of handbook points.
func (s Settings) PointRule(month Month) PointRule {
	counts, found := s.RuleOn(RulePointsProbation, month.Last())
	return PointRule{Threshold: s.Threshold(month), ProbationFree: found && counts == 0}
}

// DueOn returns the day in a month that a due-day rule names; "" if the settings say nothing.
func (s Settings) DueOn(key RuleKey, month Month) Date {
	day, found := s.RuleOn(key, month.Last())
	if !found {
		return ""
	}
	due := month.First().AddDays(day - 1)
	if due > month.Last() {
		return month.Last()
	}
	return due
}

// Validate returns CodeRequired without a name or code, CodeInvalid for a code that is not short ASCII.
func (s Settings) Validate() error {
	if Clean(s.Name) == "" {
		return NewError(CodeRequired, "field", "name")
	}
	if s.Code == "" {
		return NewError(CodeRequired, "field", "code")
	}
	if len(s.Code) > 20 {
		return NewError(CodeInvalid, "field", "code", "value", s.Code)
	}
	for _, r := range s.Code {
		if !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' || r == '.') {
			return NewError(CodeInvalid, "field", "code", "value", s.Code)
		}
	}
	for _, r := range s.Rules {
		if err := r.From.Validate(); err != nil {
			return err
		}
	}
	return nil
}
