package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// pointSet is one value that is put into a cell: a number, an excuse, or nothing.
type pointSet struct {
	row, month int // of the grid, month from 0
	memberID   string
	points     *int
	excused    bool
	reason     string
}

// before returns what a cell of the grid holds now, to put it back.
func (s *pointsScreen) before(row, month int) pointSet {
	cell := s.view.Rows[row].Cells[month]
	set := pointSet{row: row, month: month, memberID: s.view.Rows[row].MemberID, points: cell.Points}
	if cell.Excused && cell.Typed {
		set.excused, set.reason = true, cell.Reason
	}
	return set
}

// commit takes a value that was typed.
func (s *pointsScreen) commit(row, month int, points *int) {
	s.change([]pointSet{{row: row, month: month, memberID: s.view.Rows[row].MemberID, points: points}})
}

// change shows values at once and writes them behind the user's back, as one command. If that fails, they are taken back.
func (s *pointsScreen) change(sets []pointSet) {
	var old []pointSet
	for _, set := range sets {
		old = append(old, s.before(set.row, set.month))
	}
	for _, set := range sets {
		s.place(set)
	}
	s.pending++
	d, year := s.program.desk, s.view.Year
	Do(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.PointGrid, error) {
		var list []desk.PointSet
		for _, set := range sets {
			list = append(list, set.forBook(year))
		}
		if err := d.PutPoints(ctx, list...); err != nil {
			return desk.PointGrid{}, err
		}
		return d.PointGrid(ctx, year)
	}, func(view desk.PointGrid, err error) { s.sent(view, err, year, old) })
}

// sent takes the sums of the book. Cells are taken over once nothing else is on its way, so that they never jump back.
func (s *pointsScreen) sent(view desk.PointGrid, err error, year int, old []pointSet) {
	s.pending--
	if s.view.Year != year {
		if err != nil {
			s.program.frame.ShowError(err)
		}
		return
	}
	switch {
	case err != nil:
		for _, set := range old {
			s.place(set)
		}
		s.program.frame.ShowError(err)
		s.reload()
	case s.pending == 0:
		s.take(view)
	default:
		s.view.Totals = view.Totals
		s.drawTotals()
	}
}

// reload shows what the book holds after a value was refused.
func (s *pointsScreen) reload() {
	d, year := s.program.desk, s.view.Year
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.PointGrid, error) { return d.PointGrid(ctx, year) }, func(view desk.PointGrid) {
		if s.pending == 0 && s.view.Year == year {
			s.take(view)
		}
	})
}

// place shows a value in the grid.
func (s *pointsScreen) place(set pointSet) {
	cell := &s.view.Rows[set.row].Cells[set.month]
	cell.Points, cell.Excused, cell.Typed, cell.Reason = set.points, set.excused, set.excused, set.reason
	cell.Below = set.points != nil && !set.excused && *set.points < s.view.Totals[set.month].Threshold
	s.grid.SetRow(set.row, s.gridRow(set.row))
}

func (p pointSet) forBook(year int) desk.PointSet {
	entry := app.PointEntry{MemberID: p.memberID, Month: app.MonthsOf(year)[p.month], Excused: p.excused, Reason: p.reason}
	if p.points != nil && !p.excused {
		entry.Points = *p.points
	}
	return desk.PointSet{PointEntry: entry, Clear: p.points == nil && !p.excused}
}
