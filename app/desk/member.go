package desk

import (
	"context"
	"slices"
	"sort"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// MemberRow is one line of the member table.
type MemberRow struct {
	app.Member
	KindNow     app.Kind
	StandingNow app.StandingEvent
	Left        bool
	Points      *int   // handbook points of the month asked for; nil when there are none
	Excused     bool   // does not count for points in that month
	Below       bool   // Points is below the threshold
	Search      string // folded text that a search looks in
}

// Matches reports whether a folded query (app.Fold) is found in the row; each word must be there.
func (r MemberRow) Matches(foldedQuery string) bool {
	for _, word := range strings.Fields(foldedQuery) {
		if !strings.Contains(r.Search, word) {
			return false
		}
	}
	return true
}

// Members returns all members in Vietnamese order of given names, those who left last, with their points of a month.
func (d *Desk) Members(ctx context.Context, month app.Month) ([]MemberRow, error) {
	var rows []MemberRow
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		entries, err := tx.Points(month.Year())
		if err != nil {
			return err
		}
		rows = memberRows(members, entries, month, settings.PointRule(month), d.Today())
		return nil
	})
	return rows, err
}

func memberRows(members []app.Member, entries []app.PointEntry, month app.Month, rule app.PointRule, today app.Date) []MemberRow {
	app.SortByName(members)
	byMember := pointsOfMonth(entries, month)
	day := app.DayOfMonth(month, today)
	rows := make([]MemberRow, 0, len(members))
	for _, m := range members {
		row := MemberRow{Member: m, KindNow: m.KindOn(today), StandingNow: m.EventOn(today), Search: memberSearchText(m)}
		row.Left = row.StandingNow.Standing.HasLeft()
		entry, found := byMember[m.ID]
		row.Excused = !rule.Counts(m, day) || entry.Excused
		if found && !entry.Excused {
			points := entry.Points
			row.Points, row.Below = &points, !row.Excused && points < rule.Threshold
		}
		rows = append(rows, row)
	}
	sort.SliceStable(rows, func(i, j int) bool { return !rows[i].Left && rows[j].Left })
	return rows
}

func pointsOfMonth(entries []app.PointEntry, month app.Month) map[string]app.PointEntry {
	byMember := make(map[string]app.PointEntry)
	for _, e := range entries {
		if e.Month == month {
			byMember[e.MemberID] = e
		}
	}
	return byMember
}

func memberSearchText(m app.Member) string {
	return app.Fold(strings.Join([]string{m.FullName, m.BirthName, m.PartyCardNo, m.CitizenID, m.Occupation, m.Department, m.Note}, " "))
}

// MemberCard is what the pane beside the member table shows of one member.
type MemberCard struct {
	MemberRow
	BelowStreak   int           // months running below the threshold, up to the one asked for
	ProbationEnds app.Date      // of a probationary member whose admission is known to the day
	TwelveMonths  []MonthPoints // the twelve months up to the one asked for
	Attendance    []MeetingPresence
	Tasks         []app.Task // newest first
	History       []app.HistoryEntry
}

// MonthPoints are one member's points of one month.
type MonthPoints struct {
	Month     app.Month
	Points    *int
	Excused   bool
	Threshold int
}

// MeetingPresence is how a member attended one meeting.
type MeetingPresence struct {
	MeetingID string
	HeldOn    app.Date
	app.Attendance
}

// Member returns one member's card, seen from a month. An unknown id gives CodeNotFound.
func (d *Desk) Member(ctx context.Context, id string, month app.Month) (MemberCard, error) {
	var card MemberCard
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		member, err := tx.Member(id)
		if err != nil {
			return err
		}
		entries, err := pointsOfYears(tx, month.Add(-11).Year(), month.Year())
		if err != nil {
			return err
		}
		card.MemberRow = memberRows([]app.Member{member}, entries, month, settings.PointRule(month), d.Today())[0]
		if months, found := settings.RuleOn(app.RuleProbationMonths, d.Today()); found && card.KindNow == app.Probationary && member.AdmittedOn.IsFull() {
			card.ProbationEnds = member.AdmittedOn.AddMonths(months)
		}
		card.BelowStreak = app.BelowStreak(member, entries, settings, month, d.Today())
		card.TwelveMonths = twelveMonths(member, entries, month, settings, d.Today())
		if card.Attendance, err = presencesOf(tx, id, month.Year()); err != nil {
			return err
		}
		if card.Tasks, err = tasksOf(tx, id); err != nil {
			return err
		}
		card.History, err = memberHistory(tx, id)
		return err
	})
	return card, err
}

// memberHistory returns the changes of a member's record and of his points, oldest first.
func memberHistory(tx *store.Tx, id string) ([]app.HistoryEntry, error) {
	list, err := tx.History("member", id)
	if err != nil {
		return nil, err
	}
	points, err := tx.HistoryUnder("point", id+"/")
	list = append(list, points...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list, err
}

func pointsOfYears(tx reader, from, to int) ([]app.PointEntry, error) {
	var all []app.PointEntry
	for year := from; year <= to; year++ {
		entries, err := tx.Points(year)
		if err != nil {
			return nil, err
		}
		all = append(all, entries...)
	}
	return all, nil
}

func twelveMonths(m app.Member, entries []app.PointEntry, month app.Month, settings app.Settings, today app.Date) []MonthPoints {
	list := make([]MonthPoints, 0, 12)
	for n := -11; n <= 0; n++ {
		at := month.Add(n)
		line := MonthPoints{Month: at, Threshold: settings.Threshold(at)}
		entry, found := pointsOfMonth(entries, at)[m.ID]
		line.Excused = entry.Excused || !settings.PointRule(at).Counts(m, app.DayOfMonth(at, today))
		if found && !entry.Excused {
			points := entry.Points
			line.Points = &points
		}
		list = append(list, line)
	}
	return list
}

func presencesOf(tx reader, memberID string, year int) ([]MeetingPresence, error) {
	meetings, err := tx.Meetings()
	if err != nil {
		return nil, err
	}
	var list []MeetingPresence
	for _, m := range meetings {
		if m.Month.Year() != year {
			continue
		}
		if line, found := m.PresenceOf(memberID); found {
			list = append(list, MeetingPresence{MeetingID: m.ID, HeldOn: m.HeldOn, Attendance: line})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].HeldOn < list[j].HeldOn })
	return list, nil
}

func tasksOf(tx reader, memberID string) ([]app.Task, error) {
	tasks, err := tx.Tasks()
	if err != nil {
		return nil, err
	}
	var own []app.Task
	for _, t := range tasks {
		if t.AssigneeID == memberID {
			own = append(own, t)
		}
	}
	sort.SliceStable(own, func(i, j int) bool { return own[i].DueOn > own[j].DueOn })
	return own, nil
}

// SaveMember adds a member (empty ID) or changes one, and returns the member as stored.
// It returns the faults of app.Member.Validate, and CodeDuplicate if another member has the same citizen id or card number.
func (d *Desk) SaveMember(ctx context.Context, m app.Member) (app.Member, error) {
	m = cleanMember(m)
	if err := m.Validate(); err != nil {
		return m, err
	}
	if m.ID == "" {
		m.ID = d.newID()
	}
	err := d.update(ctx, "save member", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		if err := refuseSameNumbers(tx, m); err != nil {
			return err
		}
		frozen, err := d.readFrozenMonths(tx)
		if err != nil {
			return err
		}
		before, err := memberBefore(tx, m.ID)
		if err != nil {
			return err
		}
		if m, err = frozen.settle(before, m, d.Today()); err != nil {
			return err
		}
		return tx.PutMember(m)
	})
	return m, err
}

func cleanMember(m app.Member) app.Member {
	for _, field := range []*string{&m.FullName, &m.BirthName, &m.CitizenID, &m.Phone, &m.PartyCardNo, &m.DossierNo, &m.PartyGroup,
		&m.Occupation, &m.Department, &m.EarlierWork, &m.Schooling, &m.PoliticalTheory, &m.Profession, &m.Language, &m.Ethnicity, &m.Religion,
		&m.NativePlace, &m.ResidenceCell, &m.BadgeNo, &m.ArrivedFrom} {
		*field = app.Clean(*field)
	}
	m.Note = cleanLines(m.Note)
	return m
}

func refuseSameNumbers(tx *store.Tx, m app.Member) error {
	members, err := tx.Members()
	if err != nil {
		return err
	}
	for _, other := range members {
		if other.ID == m.ID {
			continue
		}
		if m.CitizenID != "" && other.CitizenID == m.CitizenID {
			return app.NewError(app.CodeDuplicate, "what", "citizenID", "value", m.CitizenID, "name", other.FullName)
		}
		if m.PartyCardNo != "" && other.PartyCardNo == m.PartyCardNo {
			return app.NewError(app.CodeDuplicate, "what", "partyCardNo", "value", m.PartyCardNo, "name", other.FullName)
		}
	}
	return nil
}

// CodeUntil: the end of a standing is before its beginning, or the standing is not temporary; Values: value.
const CodeUntil app.Code = "standing_until"

// ChangeStanding records a dated change of a member's standing; one that leaves the list stays in the book, marked as left.
func (d *Desk) ChangeStanding(ctx context.Context, memberID string, event app.StandingEvent) (app.Member, error) {
	var member app.Member
	event.Reason = app.Clean(event.Reason)
	if !event.On.IsFull() {
		return member, app.NewError(app.CodeBadDate, "value", string(event.On))
	}
	if event.Until != "" && (!event.Standing.IsTemporary() || !event.Until.IsFull() || event.Until < event.On) {
		return member, app.NewError(CodeUntil, "value", event.Until.String())
	}
	if !slices.Contains(app.Standings, event.Standing) {
		return member, app.NewError(app.CodeInvalid, "field", "standing", "value", string(event.Standing))
	}
	err := d.update(ctx, "change standing", func(tx *store.Tx) error {
		var err error
		if member, err = tx.Member(memberID); err != nil {
			return err
		}
		member.Events = append(member.Events, event)
		sort.SliceStable(member.Events, func(i, j int) bool { return member.Events[i].On < member.Events[j].On })
		if err := member.Validate(); err != nil {
			return err
		}
		return d.putMember(tx, member)
	})
	return member, err
}

// CodeBeforeAdmission: recognised as official before the admission; Values: value, admitted.
const CodeBeforeAdmission app.Code = "official_before_admission"

// Recognise records that a probationary member was recognised as official from a day on: as of the day his probation ended, also
// when the cell decided later (domain.md part 5.3). CodeNotProbationary for one who is official, CodeBadDate, CodeBeforeAdmission,
// CodeProbationRuns for a day before the probation is over.
func (d *Desk) Recognise(ctx context.Context, memberID string, on app.Date) (app.Member, error) {
	var member app.Member
	if !on.IsFull() || on.Validate() != nil {
		return member, app.NewError(app.CodeBadDate, "value", string(on))
	}
	err := d.update(ctx, "recognise member", func(tx *store.Tx) error {
		var err error
		if member, err = tx.Member(memberID); err != nil {
			return err
		}
		if member.KindOn(d.Today()) != app.Probationary {
			return app.NewError(CodeNotProbationary, "name", member.FullName)
		}
		if n := len(member.AdmittedOn); n > 0 && on[:n] < member.AdmittedOn {
			return app.NewError(CodeBeforeAdmission, "value", on.String(), "admitted", member.AdmittedOn.String())
		}
		member.Kind, member.OfficialOn, member.RecognisedOn = app.Official, on, ""
		months, err := d.probationMonths(tx)
		if err != nil {
			return err
		}
		if member.RecognisedEarly(months) {
			return app.NewError(CodeProbationRuns, "name", member.FullName, "months", months, "until", member.AdmittedOn.AddMonths(months).String())
		}
		if err := d.putMember(tx, member); err != nil {
			return err
		}
		member, err = tx.Member(memberID)
		return err
	})
	return member, err
}

// CodeProbationRuns: the day of recognition lies before the probation is over; Values: name, months, until.
const CodeProbationRuns app.Code = "probation_runs"

// ProbationMonths returns how many months a probation lasts today by the rules of the book; 0 if they say nothing.
func (d *Desk) ProbationMonths(ctx context.Context) (months int, err error) {
	err = d.view(ctx, func(tx *store.Tx) error {
		months, err = d.probationMonths(tx)
		return err
	})
	return months, err
}

func (d *Desk) probationMonths(tx *store.Tx) (int, error) {
	settings, err := tx.Settings()
	if err != nil {
		return 0, err
	}
	months, _ := settings.RuleOn(app.RuleProbationMonths, d.Today())
	return months, nil
}

// CodeNotProbationary: the member is official already; Values: name.
const CodeNotProbationary app.Code = "not_probationary"

// ShowNumbers records in the access log that a member's masked numbers were shown.
func (d *Desk) ShowNumbers(ctx context.Context, memberID string) error {
	return d.update(ctx, "show numbers", func(tx *store.Tx) error { return tx.LogAccess("show", "member "+memberID) })
}
