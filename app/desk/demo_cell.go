package desk

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// demoMeetingMonth is the month whose meeting of the first cell is written down word for word (assets/demo/meeting-2026-11.json).
const demoMeetingMonth app.Month = "2026-11"

// demoCell is one cell of a demo.
type demoCell struct {
	index   int
	unit    demoUnit
	entry   app.CellEntry
	desk    *Desk
	clock   *demoClock
	members []app.Member
	fixed   map[app.Month]map[string]int // points that are not drawn by chance, by name
	meeting *MeetingFile                 // the meeting of demoMeetingMonth; nil: made up as well
	levels  map[string]int
	tasks   []demoTask // of the newest meeting
	absent  map[string]bool
	asked   *raisedInDemo    // in the newest meeting, not answered yet
	packet  app.OutboxPacket // the newest
}

// addCell invites a cell, makes its book from the invitation and enters its members.
func (d *demo) addCell(ctx context.Context, index int, dir string) error {
	unit := d.texts.Cells[index%len(d.texts.Cells)]
	if round := index / len(d.texts.Cells); round > 0 {
		unit.Name = fmt.Sprintf("%s, khu %d", unit.Name, round+1)
	}
	c := &demoCell{index: index, unit: unit, clock: &demoClock{}, levels: map[string]int{}, absent: map[string]bool{}}
	code := cellCode(index)
	written, entry, err := d.committee.Invite(ctx, InvitedCell{Code: code, Name: unit.Name, Kind: app.PrivateEnterprise, FirstMonth: d.months[0]}, d.mail, nil)
	if err != nil {
		return err
	}
	c.entry = entry
	c.clock.set(d.months[0].First(), 8, 0)
	c.desk, _, err = CreateFromInvitation(ctx, dir, NewBook{Passphrase: DemoPassphrase, Settings: app.Settings{OrganisationID: entry.ID, Demo: true, StartMonth: d.months[0],
		MeetingPlace: unit.Place, Recipients: d.texts.Recipients}}, filepath.Join(d.mail, written.Name),
		WithClock(c.clock.Now), WithIDs(demoIDs(d.Seed, code, c.clock)), WithUnnamed("Bí thư"))
	if err != nil {
		return err
	}
	d.cells = append(d.cells, c)
	if err := c.enterMembers(ctx, d); err != nil {
		return err
	}
	if err := c.beginTerm(ctx, d); err != nil {
		return err
	}
	if err := c.desk.ConfirmCommittee(ctx); err != nil {
		return err
	}
	d.step()
	return nil
}

// beginTerm lets the book begin where the present term has come to: the meeting of November 2026 has the number 17.
func (c *demoCell) beginTerm(ctx context.Context, d *demo) error {
	const termFrom, numberThen = "2025-06-25", 17
	used := numberThen
	for month := d.months[0]; month <= demoMeetingMonth; month = month.Next() {
		used--
	}
	used = max(used, 0)
	return c.desk.BeginMidTerm(ctx, termFrom, map[string]int{string(app.TypeMinutes): used, string(app.TypeResolution): used}, nil)
}

func (c *demoCell) enterMembers(ctx context.Context, d *demo) error {
	random := chance(d.Seed, "members "+c.entry.Code)
	if c.index == 0 {
		var register demoRegister
		if err := decodeDemo("cell-cb001.json", &register); err != nil {
			return err
		}
		var meeting MeetingFile
		if err := decodeDemo("meeting-2026-11.json", &meeting); err != nil {
			return err
		}
		c.members, c.fixed, c.meeting = register.Members, register.Points, &meeting
	} else {
		taken := map[string]bool{}
		for _, other := range d.cells {
			for _, m := range other.members {
				taken[m.FullName] = true
			}
		}
		c.members = inventMembers(random, d.texts, d.texts.Trades[c.unit.Trade], c.index, d.Members, d.last(), taken)
	}
	return c.desk.update(ctx, "import members", func(tx *store.Tx) error {
		for i := range c.members {
			m := &c.members[i]
			m.ID = c.desk.newID()
			c.levels[m.ID] = demoLevel(random)
			if err := m.Validate(); err != nil {
				return err
			}
			if err := tx.PutMember(*m); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *demoCell) onList(month app.Month) int {
	n := 0
	for _, m := range c.members {
		if m.OnListOn(month.Last()) {
			n++
		}
	}
	return n
}

// live lets the cell work through a month, as far as its fate goes.
func (c *demoCell) live(ctx context.Context, d *demo, month app.Month, fate demoFate) error {
	random := chance(d.Seed, c.entry.Code+" "+string(month))
	c.clock.set(month.First().AddDays(14), 9, 0)
	if err := c.planYear(ctx, d, month); err != nil {
		return err
	}
	if err := c.typePoints(ctx, d, month, fate); err != nil {
		return err
	}
	if err := c.earn(ctx, d, month); err != nil {
		return err
	}
	if err := c.rate(ctx, d, month); err != nil {
		return err
	}
	if fate == fateHalfTyped {
		return nil
	}
	heldOn := workday(month.First().AddDays(19 - c.index%3))
	file := c.nextMeeting(d, month, heldOn)
	if month != demoMeetingMonth || c.meeting == nil {
		if err := c.petition(d, &file); err != nil {
			return err
		}
	}
	c.clock.set(heldOn, 18, 30)
	if fate == fateInProgress {
		file.Marks = nil
	}
	id, err := c.desk.ImportMeeting(ctx, file)
	unscored := app.CodeOf(err) == CodeNoFramework // held before the score sheet was in force
	if unscored {
		file.Marks = nil
		id, err = c.desk.ImportMeeting(ctx, file)
	}
	if err != nil || fate == fateInProgress {
		return err
	}
	c.clock.set(max(heldOn, file.Preparation.FinalPapersOn), 18, 45)
	if err := c.desk.LockMeeting(ctx, id); err != nil {
		return err
	}
	if err := c.markCriteria(ctx, month, inventCriteria(random)); err != nil {
		return err
	}
	if month == d.last() {
		if err := c.prove(ctx, month); err != nil {
			return err
		}
	}
	if fate == fateNotClosed {
		return nil
	}
	c.clock.set(d.closingDay(month), 9, 15)
	return c.handOver(ctx, d, month, fate, unscored)
}

// workday returns a day, or the Friday before it if it is at a weekend.
func workday(day app.Date) app.Date {
	switch day.Time().Weekday() {
	case time.Saturday:
		return day.AddDays(-1)
	case time.Sunday:
		return day.AddDays(-2)
	}
	return day
}

// closingDay is when months are closed: some days before their end, and in the last month on the day at which the demo stops.
func (d *demo) closingDay(month app.Month) app.Date {
	if month == d.last() {
		return month.First().AddDays(22)
	}
	return month.Last().AddDays(-3)
}

func (c *demoCell) handOver(ctx context.Context, d *demo, month app.Month, fate demoFate, acceptGaps bool) error {
	if err := c.desk.CloseMonth(ctx, month, acceptGaps); err != nil {
		return err
	}
	if month != d.last() {
		if err := c.reportsMade(ctx, month); err != nil {
			return err
		}
	}
	c.clock.set(d.closingDay(month), 14, 5)
	if fate == fateLateButIn {
		c.clock.set(month.Next().First().AddDays(2), 8, 20)
	}
	var err error
	c.packet, err = c.desk.Handover(ctx, month, d.stick(), nil)
	return err
}

// reportsMade records that the month's papers were printed; only those of the last month are kept as files.
func (c *demoCell) reportsMade(ctx context.Context, month app.Month) error {
	return c.desk.update(ctx, "reports made", func(tx *store.Tx) error {
		record, err := tx.MonthRecord(month)
		if err != nil {
			return err
		}
		record.ReportedAt = c.desk.Now()
		return tx.PutMonthRecord(record)
	})
}

// typePoints enters a month's points as one command.
func (c *demoCell) typePoints(ctx context.Context, d *demo, month app.Month, fate demoFate) error {
	entries := inventPoints(chance(d.Seed, "points "+c.entry.Code+" "+string(month)), c.members, c.levels, month)
	if fixed, found := c.fixed[month]; found {
		entries = nil
		for _, m := range c.members {
			if points, has := fixed[m.FullName]; has {
				entries = append(entries, app.PointEntry{MemberID: m.ID, Month: month, Points: points, Source: app.Imported})
			}
		}
	}
	if fate == fateHalfTyped {
		entries = entries[:len(entries)/2]
	}
	return c.desk.update(ctx, "import points", func(tx *store.Tx) error {
		for _, entry := range entries {
			if err := entry.Validate(); err != nil {
				return err
			}
			if err := tx.PutPoint(entry); err != nil {
				return err
			}
		}
		return nil
	})
}

// nextMeeting returns the month's meeting: the one that is written down, or one that is made up. The meeting before the one that is
// written down assigns the tasks that it reports on.
func (c *demoCell) nextMeeting(d *demo, month app.Month, heldOn app.Date) MeetingFile {
	if c.meeting != nil && month == demoMeetingMonth {
		file := *c.meeting
		if len(d.months) > 17 {
			file.MinutesNumber, file.ResolutionNo = 0, 0 // the numbers before it are taken by the months of the book
		}
		return file
	}
	random := chance(d.Seed, "meeting "+c.entry.Code+" "+string(month))
	file, tasks := inventMeeting(random, d.texts, c.unit, c.members, c.tasks, c.absent, month, heldOn)
	if c.meeting != nil && month.Next() == demoMeetingMonth {
		file.Tasks, tasks = tasksToReport(*c.meeting), nil
	}
	c.tasks, c.absent = tasks, map[string]bool{}
	for _, a := range file.Absent {
		at := slices.IndexFunc(c.members, func(m app.Member) bool { return m.FullName == a.Member })
		c.absent[c.members[at].ID] = true
	}
	return file
}

// tasksToReport returns the tasks that a meeting reports on, as the meeting before it assigned them.
func tasksToReport(file MeetingFile) []FileTask {
	var tasks []FileTask
	for _, r := range file.Reviews {
		tasks = append(tasks, FileTask{Title: r.Title, Assignee: r.Assignee, With: r.With, DueOn: r.DueOn})
	}
	return tasks
}

func (c *demoCell) markCriteria(ctx context.Context, month app.Month, marks []app.Mark) error {
	sheet, err := c.desk.CriteriaSheet(ctx, month)
	if app.CodeOf(err) == CodeNoFramework {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = c.desk.SetMarks(ctx, sheet.Key(), marks)
	return err
}
