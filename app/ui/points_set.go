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

// change puts values into the book and remembers what was there.
func (s *pointsScreen) change(sets []pointSet) {
	var old []pointSet
	for _, set := range sets {
		old = append(old, s.before(set.row, set.month))
	}
	s.undo = append(s.undo, old)
	s.send(sets, old, func() { s.undo = dropChange(s.undo, old) })
}

// dropChange takes a change that failed from the list of what can be undone.
func dropChange(list [][]pointSet, change []pointSet) [][]pointSet {
	for i := len(list) - 1; i >= 0; i-- {
		if len(list[i]) > 0 && len(change) > 0 && &list[i][0] == &change[0] {
			return append(list[:i:i], list[i+1:]...)
		}
	}
	return list
}

// send shows values at once and writes them behind the user's back. If that fails, what could not be written is taken back.
func (s *pointsScreen) send(sets, old []pointSet, failed func()) {
	for _, set := range sets {
		s.place(set)
	}
	s.pending++
	d, year := s.program.desk, s.view.Year
	Do(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.PointGrid, error) {
		for _, set := range sets {
			if err := set.write(ctx, d, year); err != nil {
				return desk.PointGrid{}, err
			}
		}
		return d.PointGrid(ctx, year)
	}, func(view desk.PointGrid, err error) { s.sent(view, err, year, old, failed) })
}

// sent takes the sums of the book. Cells are taken over once nothing else is on its way, so that they never jump back.
func (s *pointsScreen) sent(view desk.PointGrid, err error, year int, old []pointSet, failed func()) {
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
		failed()
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

func (p pointSet) write(ctx context.Context, d *desk.Desk, year int) error {
	month := app.MonthsOf(year)[p.month]
	switch {
	case p.excused:
		return d.SetPoints(ctx, app.PointEntry{MemberID: p.memberID, Month: month, Excused: true, Reason: p.reason})
	case p.points != nil:
		return d.SetPoints(ctx, app.PointEntry{MemberID: p.memberID, Month: month, Points: *p.points})
	}
	return d.ClearPoints(ctx, p.memberID, month)
}

// undoLast puts back what was there before the last change of this visit and moves there.
func (s *pointsScreen) undoLast() {
	if len(s.undo) == 0 || !s.loaded {
		return
	}
	last := s.undo[len(s.undo)-1]
	for _, set := range last {
		if set.row >= len(s.view.Rows) || s.view.Rows[set.row].MemberID != set.memberID {
			s.undo = nil // the year was changed or the list is another one
			return
		}
	}
	s.undo = s.undo[:len(s.undo)-1]
	var now []pointSet
	for _, set := range last {
		now = append(now, s.before(set.row, set.month))
	}
	s.grid.moveTo(last[0].row, last[0].month)
	s.send(last, now, func() { s.undo = append(s.undo, last) })
}
