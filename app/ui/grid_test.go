package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// watchedGrid is a grid in a window that writes down what it tells.
func watchedGrid(t *testing.T) (*PointsGrid, *[]string) {
	t.Helper()
	w := newTestWindow(t, 1120, 500)
	g := sampleGrid()
	w.SetContent(g)
	told := &[]string{}
	g.OnCommit = func(row, month int, points *int) {
		value := "-"
		if points != nil {
			value = fmt.Sprint(*points)
		}
		*told = append(*told, fmt.Sprintf("%d/%d=%s", row, month, value))
	}
	g.OnExempt = func(row, month int) { *told = append(*told, fmt.Sprintf("exempt %d/%d", row, month)) }
	g.OnPaste = func(row, month int, lines []string) {
		*told = append(*told, fmt.Sprintf("paste %d/%d %q", row, month, lines))
	}
	g.OnUndo = func() { *told = append(*told, "undo") }
	g.Focus()
	g.moveTo(0, 10)
	return g, told
}

func typeText(g *PointsGrid, text string) {
	for _, r := range text {
		g.TypedRune(r)
	}
}

func TestGridIsFilledLikeASpreadsheet(t *testing.T) {
	for _, c := range []struct {
		name     string
		do       func(*PointsGrid)
		told     []string
		row, col int
	}{
		{"typing replaces, Enter goes down", func(g *PointsGrid) { typeText(g, "34"); press(g, fyne.KeyReturn) }, []string{"0/10=34"}, 1, 10},
		{"Shift+Enter goes up", func(g *PointsGrid) {
			g.moveTo(3, 10)
			typeText(g, "31")
			g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			press(g, fyne.KeyReturn)
		}, []string{"3/10=31"}, 2, 10},
		{"Tab goes right", func(g *PointsGrid) { g.moveTo(0, 3); typeText(g, "41"); press(g, fyne.KeyTab) }, []string{"0/3=41"}, 0, 4},
		{"Shift+Tab goes left", func(g *PointsGrid) {
			g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
			press(g, fyne.KeyTab)
		}, nil, 0, 9},
		{"Shift ends when it is released", func(g *PointsGrid) {
			g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
			g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
			press(g, fyne.KeyReturn)
		}, nil, 1, 10},
		{"an arrow takes over what was typed", func(g *PointsGrid) { typeText(g, "33"); press(g, fyne.KeyLeft) }, []string{"0/10=33"}, 0, 9},
		{"the same value is no change", func(g *PointsGrid) { typeText(g, fmt.Sprint(*g.rows[0].Cells[10].Points)); press(g, fyne.KeyReturn) }, nil, 1, 10},
		{"Esc gives up what was typed", func(g *PointsGrid) { typeText(g, "99"); press(g, fyne.KeyEscape, fyne.KeyReturn) }, nil, 1, 10},
		{"F2 edits the value", func(g *PointsGrid) {
			g.SetRow(0, GridRow{Name: "A", Cells: [12]GridCell{10: {Points: parsePoints("45")}}})
			press(g, fyne.KeyF2, fyne.KeyBackspace)
			typeText(g, "7")
			press(g, fyne.KeyReturn)
		}, []string{"0/10=47"}, 1, 10},
		{"Delete clears", func(g *PointsGrid) { press(g, fyne.KeyDelete) }, []string{"0/10=-"}, 0, 10},
		{"Delete of an empty cell is no change", func(g *PointsGrid) { g.moveTo(9, 10); press(g, fyne.KeyDelete) }, nil, 9, 10},
		{"M asks for an exemption", func(g *PointsGrid) { typeText(g, "m") }, []string{"exempt 0/10"}, 0, 10},
		{"digits over an exemption end it", func(g *PointsGrid) { g.moveTo(2, 10); typeText(g, "30"); press(g, fyne.KeyReturn) }, []string{"2/10=30"}, 3, 10},
		{"a locked cell takes nothing", func(g *PointsGrid) { g.moveTo(4, 0); typeText(g, "30m"); press(g, fyne.KeyDelete, fyne.KeyReturn) }, nil, 5, 0},
		{"letters are not taken", func(g *PointsGrid) { typeText(g, "3a4,5"); press(g, fyne.KeyReturn) }, []string{"0/10=345"}, 1, 10},
		{"more digits than the limit allows are not taken", func(g *PointsGrid) { typeText(g, "99991"); press(g, fyne.KeyReturn) }, []string{"0/10=9999"}, 1, 10},
		{"Home and End go to the first and the last member", func(g *PointsGrid) { press(g, fyne.KeyEnd) }, nil, 14, 10},
		{"leaving the grid takes over what was typed", func(g *PointsGrid) { typeText(g, "38"); g.FocusLost() }, []string{"0/10=38"}, 0, 10},
		{"Ctrl+Z while typing gives it up", func(g *PointsGrid) { typeText(g, "38"); g.TypedShortcut(&fyne.ShortcutUndo{}) }, nil, 0, 10},
		{"Ctrl+Z otherwise asks for an undo", func(g *PointsGrid) { g.TypedShortcut(&fyne.ShortcutUndo{}) }, []string{"undo"}, 0, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, told := watchedGrid(t)
			c.do(g)
			if row, col := g.Cell(); !slices.Equal(*told, c.told) || row != c.row || col != c.col {
				t.Errorf("told %v at %d/%d, want %v at %d/%d", *told, row, col, c.told, c.row, c.col)
			}
		})
	}
}

func TestGridShowsNewPointsAtOnce(t *testing.T) {
	g, _ := watchedGrid(t)
	typeText(g, "28")
	press(g, fyne.KeyReturn)
	cell := g.rows[0].Cells[10]
	if cell.Points == nil || *cell.Points != 28 || !cell.Below {
		t.Errorf("shown %+v", cell)
	}
}

func TestGridHandsAColumnFromExcelOn(t *testing.T) {
	g, told := watchedGrid(t)
	clipboard := test.NewClipboard()
	clipboard.SetContent("34\tghi chú\r\n 31\r\n\r\nMiễn\r\n")
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if want := `paste 0/10 ["34" "31" "" "Miễn"]`; len(*told) != 1 || (*told)[0] != want {
		t.Errorf("told %v, want %s", *told, want)
	}
}

func TestTabLeavesTheGridAfterTheLastMonth(t *testing.T) {
	w := newTestWindow(t, 1120, 500)
	g := sampleGrid()
	after := NewButton("Ghi", "", nil)
	w.SetContent(Column(0, Stretch(g), after))
	g.Focus()
	g.moveTo(0, 11)
	press(g, fyne.KeyTab)
	if w.Canvas().Focused() != fyne.Focusable(after) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}

// How typing programs for Vietnamese replace the last digit by 0; the harness under Wine sends the same to the real program.
func TestGridFollowsEveryWayOfCorrecting(t *testing.T) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	for _, c := range []struct {
		name    string
		correct func(*PointsGrid)
	}{
		{"backspace", func(g *PointsGrid) { press(g, fyne.KeyBackspace); typeText(g, "0") }},
		{"marking", func(g *PointsGrid) {
			g.KeyDown(shift)
			press(g, fyne.KeyLeft)
			g.KeyUp(shift)
			typeText(g, "0")
		}},
		{"marking and backspace", func(g *PointsGrid) {
			g.KeyDown(shift)
			press(g, fyne.KeyLeft)
			g.KeyUp(shift)
			press(g, fyne.KeyBackspace)
			typeText(g, "0")
		}},
		{"a blank and one backspace more", func(g *PointsGrid) {
			typeText(g, "\u202f")
			press(g, fyne.KeyBackspace, fyne.KeyBackspace)
			typeText(g, "0")
		}},
		{"the clipboard", func(g *PointsGrid) {
			press(g, fyne.KeyBackspace)
			clip := test.NewClipboard()
			clip.SetContent("0")
			g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, told := watchedGrid(t)
			typeText(g, "35")
			c.correct(g)
			press(g, fyne.KeyReturn)
			if want := []string{"0/10=30"}; !slices.Equal(*told, want) {
				t.Errorf("told %v, want %v", *told, want)
			}
		})
	}
}
