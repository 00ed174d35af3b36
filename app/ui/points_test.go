package ui

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

func pointsOf(t *testing.T, p *Program) *pointsScreen {
	t.Helper()
	s, ok := p.Frame().Screen().(*pointsScreen)
	if !ok {
		t.Fatalf("the screen is %T, not the points", p.Frame().Screen())
	}
	return s
}

func pressKeys(s *pointsScreen, names ...fyne.KeyName) {
	for _, name := range names {
		s.grid.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// november returns the value that the book has for a row.
func november(t *testing.T, p *Program, row int) any {
	t.Helper()
	cell := gridOf(t, p.desk).Rows[row].Cells[10]
	switch {
	case cell.Excused:
		return "excused: " + cell.Reason
	case cell.Points == nil:
		return nil
	}
	return *cell.Points
}

func TestPointsAreTypedLikeInASpreadsheet(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placePoints)
	s := pointsOf(t, p)
	if p.window.Canvas().Focused() != fyne.Focusable(s.grid) {
		t.Fatal("the keyboard must be in the grid")
	}
	test.Type(s.grid, "40")
	pressKeys(s, fyne.KeyReturn)
	test.Type(s.grid, "24")
	pressKeys(s, fyne.KeyReturn)
	if a, b := november(t, p, 0), november(t, p, 1); a != 40 || b != 24 {
		t.Errorf("the book has %v and %v", a, b)
	}
	if got := s.view.Totals[10]; got.Entered != 2 || got.AtThreshold != 1 || got.Counted != 22 {
		t.Errorf("totals %+v", got)
	}
	if row := s.grid.rows[1].Cells[10]; !row.Below || s.grid.rows[1].Right != "0/1" {
		t.Errorf("row 2 shows %+v %s", row, s.grid.rows[1].Right)
	}
	if red := redButtons(p); !reflect.DeepEqual(red, []string{"Ô trống tiếp theo"}) {
		t.Errorf("red buttons %q", red)
	}
	s.nextEmpty()
	if row, _ := s.grid.Cell(); row != 3 {
		t.Errorf("the next empty cell is row %d, want 3: row 2 is exempt", row)
	}
}

func TestTheLastValuesAreUndone(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placePoints)
	s := pointsOf(t, p)
	test.Type(s.grid, "40")
	pressKeys(s, fyne.KeyReturn, fyne.KeyUp)
	test.Type(s.grid, "41")
	pressKeys(s, fyne.KeyReturn)
	s.grid.TypedShortcut(&fyne.ShortcutUndo{})
	if got := november(t, p, 0); got != 40 {
		t.Errorf("after one undo the book has %v", got)
	}
	s.grid.TypedShortcut(&fyne.ShortcutUndo{})
	if got := november(t, p, 0); got != nil {
		t.Errorf("after two the book has %v", got)
	}
	p.redo()
	p.redo()
	if got := november(t, p, 0); got != 41 {
		t.Errorf("after two redos the book has %v", got)
	}
}

func TestAMemberIsExcusedWithAReason(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placePoints)
	s := pointsOf(t, p)
	test.Type(s.grid, "m")
	pressMain(t, p)
	if got := november(t, p, 0); got != nil {
		t.Fatalf("excused without a reason: %v", got)
	}
	test.Type(p.window.Canvas().Focused(), "Nghỉ ốm dài ngày")
	pressMain(t, p)
	if got := november(t, p, 0); got != "excused: Nghỉ ốm dài ngày" || s.view.Totals[10].Counted != 21 {
		t.Errorf("the book has %v, %d count", got, s.view.Totals[10].Counted)
	}
	s.grid.moveTo(1, 10)
	test.Type(s.grid, "M")
	pressMain(t, p)
	if got := november(t, p, 1); got != "excused: Nghỉ ốm dài ngày" {
		t.Errorf("the reason typed last must be offered: %v", got)
	}
	p.undo()
	s.grid.moveTo(0, 10)
	pressKeys(s, fyne.KeyDelete)
	if a, b := november(t, p, 0), november(t, p, 1); a != nil || b != nil {
		t.Errorf("after undo and delete: %v, %v", a, b)
	}
}

func TestExemptMembersAndClosedMonthsAreLocked(t *testing.T) {
	d := registerBook(t, cleanList)
	works(t, d.SetPoints(context.Background(), app.PointEntry{MemberID: memberNamed(t, d, "Tô Quốc Bảo").ID, Month: "2026-10", Points: 36}))
	works(t, d.CloseMonth(context.Background(), "2026-10", true))
	p := opened(t, d, usual, placePoints)
	s := pointsOf(t, p)
	s.grid.moveTo(2, 10) // Lương Thị Duyên
	test.Type(s.grid, "40")
	pressKeys(s, fyne.KeyReturn)
	if cell := gridOf(t, d).Rows[2].Cells[10]; cell.Points != nil || !s.grid.at(2, 10).Exempt {
		t.Errorf("an exempt member got %v", cell.Points)
	}
	s.grid.moveTo(0, 9)
	test.Type(s.grid, "50m")
	pressKeys(s, fyne.KeyReturn)
	if points := gridOf(t, d).Rows[0].Cells[9].Points; points == nil || *points != 36 || topLayer(p.window.Canvas()) != nil {
		t.Errorf("the closed month has %v", points)
	}
	p.Frame().SetMonth("2026-10")
	if red := redButtons(p); len(red) != 0 {
		t.Errorf("a closed month has no next step, but %q", red)
	}
}

func TestARefusedValueIsTakenBackAndExplained(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placePoints)
	s := pointsOf(t, p)
	test.Type(s.grid, "33")
	pressKeys(s, fyne.KeyReturn, fyne.KeyUp)
	works(t, d.CloseMonth(context.Background(), "2026-11", true)) // elsewhere, behind the screen's back
	test.Type(s.grid, "34")
	pressKeys(s, fyne.KeyReturn)
	if cell := s.grid.at(0, 10); cell.Points == nil || *cell.Points != 33 || !cell.Locked {
		t.Errorf("the grid shows %+v", cell)
	}
	if !strings.Contains(notice(p), "Tháng 11/2026 đã chốt") {
		t.Errorf("notice %q", notice(p))
	}
}

func TestPastingShowsWhatItWouldDoFirst(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placePoints)
	s := pointsOf(t, p)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("41\tx\r\n33\r\nMiễn\r\nabc\r\n\r\nmiễn\r\n")
	s.grid.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if topLayer(p.window.Canvas()) == nil || november(t, p, 0) != nil {
		t.Fatal("pasting must show a preview and change nothing")
	}
	list, left := s.pasteLines(0, 10, []string{"41", "33", "Miễn", "abc", "", "miễn"})
	if left != 0 || list[2].fault != "" || !list[2].same || list[3].fault == "" || !list[4].same || !list[5].set.excused {
		t.Errorf("lines %+v", list)
	}
	if _, left := s.pasteLines(23, 10, []string{"1", "2", "3"}); left != 2 {
		t.Errorf("%d lines have no cell, want 2", left)
	}
	pressMain(t, p)
	got := []any{november(t, p, 0), november(t, p, 1), november(t, p, 3), november(t, p, 4), november(t, p, 5)}
	if want := []any{41, 33, nil, nil, "excused: miễn"}; !reflect.DeepEqual(got, want) {
		t.Errorf("the book has %v, want %v", got, want)
	}
	p.undo()
	if a, b := november(t, p, 0), november(t, p, 5); a != nil || b != nil {
		t.Errorf("one undo takes the whole column back: %v, %v", a, b)
	}
}

func TestClosingAMonthNamesWhatIsMissing(t *testing.T) {
	d := registerBook(t, cleanList)
	for _, row := range gridOf(t, d).Rows {
		if !row.Cells[10].Excused {
			works(t, d.SetPoints(context.Background(), app.PointEntry{MemberID: row.MemberID, Month: "2026-11", Points: 31}))
		}
	}
	p := opened(t, d, usual, placePoints)
	if red := redButtons(p); !reflect.DeepEqual(red, []string{"Chốt tháng 11"}) {
		t.Fatalf("red buttons %q", red)
	}
	pointsOf(t, p).closeMonth()
	pressMain(t, p)
	if _, ok := p.Frame().Screen().(*overviewScreen); !ok {
		t.Errorf("the way to what is missing leads to %T", p.Frame().Screen())
	}
	if gridOf(t, d).Frozen[10] {
		t.Error("a month with gaps was closed")
	}
}

func TestLeavingKeepsWhatIsBeingTyped(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placePoints)
	test.Type(pointsOf(t, p).grid, "37")
	p.Frame().Open(placeMembers)
	if got := november(t, p, 0); got != 37 {
		t.Errorf("the book has %v", got)
	}
}

func TestAnyScreenTakesBackTheLastChange(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placePoints)
	s := pointsOf(t, p)
	s.grid.moveTo(3, 10)
	s.previewPaste(3, 10, []string{"40", "41", "42"})
	pressMain(t, p)
	p.frame.Open(placeMembers)
	p.frame.run(orElse(p.frame.keys().Undo, p.frame.options.Undo))
	if a, b := november(t, p, 3), november(t, p, 5); a != nil || b != nil {
		t.Errorf("a column pasted is undone at once: %v, %v", a, b)
	}
	p.undo() // nothing but the import of the list is left, and that is undone too
	if rows, err := p.desk.Members(context.Background(), "2026-11"); err != nil || len(rows) != 0 {
		t.Errorf("%d members are left, %v", len(rows), err)
	}
	p.redo()
	p.redo()
	if got := november(t, p, 4); got != 41 {
		t.Errorf("done again, the book has %v", got)
	}
}
