package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// PointGrid is a year of handbook points: members × months.
type PointGrid struct {
	Year   int
	Rows   []PointRow
	Totals [12]app.PointTotals // January first
	Frozen [12]bool            // the month is closed
	DueOn  [12]app.Date
}

// PointRow is one member's line of the grid.
type PointRow struct {
	MemberID string
	Name     string
	Label    string // the name in a list: see app.ListNames
	Cells    [12]PointCell
	Reached  int // months at or above the threshold
	Counted  int // months with a value that count
	Streak   int // months running below the threshold, up to the present month or the end of the year
}

// PointCell is one value of the grid.
type PointCell struct {
	Points  *int
	Excused bool   // does not count: exempt by standing, or excused for this month
	Typed   bool   // excused by an entry of this month rather than by standing
	Reason  string // why excused
	Below   bool
	Absent  bool // not on the list in this month
}

// PointGrid returns the grid of a year: all who were on the list in it, in Vietnamese order.
func (d *Desk) PointGrid(ctx context.Context, year int) (PointGrid, error) {
	grid := PointGrid{Year: year}
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		entries, err := pointsOfYears(tx, year-1, year)
		if err != nil {
			return err
		}
		for i, month := range app.MonthsOf(year) {
			record, err := tx.MonthRecord(month)
			if err != nil {
				return err
			}
			grid.Frozen[i] = record.State.IsFrozen()
			grid.DueOn[i] = settings.DueOn(app.RulePointsDueDay, month)
			if grid.Totals[i], err = d.totalPoints(tx, settings, members, entries, month); err != nil {
				return err
			}
		}
		app.SortByName(members)
		grid.Rows = pointRows(members, entries, settings, year, d.Today())
		return nil
	})
	return grid, err
}

func pointRows(members []app.Member, entries []app.PointEntry, settings app.Settings, year int, today app.Date) []PointRow {
	byMonth := make(map[app.Month]map[string]app.PointEntry)
	for _, month := range app.MonthsOf(year) {
		byMonth[month] = pointsOfMonth(entries, month)
	}
	var rows []PointRow
	var listed []app.Member
	for _, m := range members {
		row, onList := PointRow{MemberID: m.ID, Name: m.FullName, Streak: app.BelowStreak(m, entries, settings, lastMonth(year, today), today)}, false
		for i, month := range app.MonthsOf(year) {
			entry, found := byMonth[month][m.ID]
			cell := pointCell(m, entry, found, month, settings.PointRule(month), today)
			row.Cells[i] = cell
			onList = onList || !cell.Absent
			if cell.Points != nil && !cell.Excused {
				row.Counted++
				if !cell.Below {
					row.Reached++
				}
			}
		}
		if onList {
			rows, listed = append(rows, row), append(listed, m)
		}
	}
	labels := app.ListNames(listed)
	for i := range rows {
		rows[i].Label = labels[rows[i].MemberID]
	}
	return rows
}

// lastMonth is the last month of a year that has begun.
func lastMonth(year int, today app.Date) app.Month {
	return min(app.MonthsOf(year)[11], today.Month())
}

func pointCell(m app.Member, entry app.PointEntry, found bool, month app.Month, rule app.PointRule, today app.Date) PointCell {
	day := app.DayOfMonth(month, today)
	if !m.OnListOn(day) {
		return PointCell{Absent: true}
	}
	cell := PointCell{Excused: !rule.Counts(m, day), Reason: m.EventOn(day).Reason}
	if entry.Excused {
		cell.Excused, cell.Typed, cell.Reason = true, true, entry.Reason
	}
	if found && !entry.Excused {
		points := entry.Points
		cell.Points, cell.Below = &points, !cell.Excused && points < rule.Threshold
	}
	return cell
}

// PointSet is one value that is put into the grid; Clear takes a value back.
type PointSet struct {
	app.PointEntry
	Clear bool
}

// SetPoints records one value. Errors: those of PutPoints.
func (d *Desk) SetPoints(ctx context.Context, entry app.PointEntry) error {
	return d.PutPoints(ctx, PointSet{PointEntry: entry})
}

// ClearPoints takes a value back. Errors: those of PutPoints.
func (d *Desk) ClearPoints(ctx context.Context, memberID string, month app.Month) error {
	return d.PutPoints(ctx, PointSet{PointEntry: app.PointEntry{MemberID: memberID, Month: month}, Clear: true})
}

// PutPoints records values as one command, so that a column that was pasted is undone at once. It returns the faults of PointEntry.Validate,
// CodeMonthClosed, and CodeNotFound for an unknown member; then nothing is written.
func (d *Desk) PutPoints(ctx context.Context, sets ...PointSet) error {
	command := "clear points"
	for i := range sets {
		entry := &sets[i].PointEntry
		entry.Reason = app.Clean(entry.Reason)
		if entry.Excused {
			entry.Points = 0
		}
		if entry.Source == "" {
			entry.Source = app.Typed
		}
		if sets[i].Clear {
			continue
		}
		command = "set points"
		if err := entry.Validate(); err != nil {
			return err
		}
	}
	return d.update(ctx, command, func(tx *store.Tx) error {
		for _, set := range sets {
			if err := putPoints(tx, set); err != nil {
				return err
			}
		}
		return nil
	})
}

func putPoints(tx *store.Tx, set PointSet) error {
	if err := requireOpen(tx, set.Month); err != nil {
		return err
	}
	if set.Clear {
		return tx.DeletePoint(set.MemberID, set.Month)
	}
	if _, err := tx.Member(set.MemberID); err != nil {
		return err
	}
	return tx.PutPoint(set.PointEntry)
}
