package ui

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (g *PointsGrid) tapRow(row int, x float32) {
	giveFocus(g)
	g.Commit()
	col := g.col
	if x-g.lines.scroll.Offset.X >= g.frozen() {
		col = max(0, min(11, int((x-g.frozen())/g.month)))
	}
	again := g.tapAt.row == row && g.tapAt.col == col && time.Since(g.lastTap) < secondTap
	g.tapAt.row, g.tapAt.col, g.lastTap = row, col, time.Now()
	g.moveTo(row, col)
	if again {
		g.edit()
	}
}

// FocusGained is part of fyne.Focusable.
func (g *PointsGrid) FocusGained() {
	g.focused = true
	g.paint()
	g.ground.Refresh()
	g.lines.redraw(g.row)
}

// FocusLost is part of fyne.Focusable: what was typed is taken over.
func (g *PointsGrid) FocusLost() {
	g.focused, g.shift = false, false
	g.Commit()
	g.paint()
	g.ground.Refresh()
	g.lines.redraw(g.row)
}

// AcceptsTab is part of fyne.Tabbable: Tab goes to the next month, and out of the grid after the last.
func (g *PointsGrid) AcceptsTab() bool { return true }

// KeyDown is part of desktop.Keyable.
func (g *PointsGrid) KeyDown(key *fyne.KeyEvent) { g.holdShift(key.Name, true) }

// KeyUp is part of desktop.Keyable.
func (g *PointsGrid) KeyUp(key *fyne.KeyEvent) { g.holdShift(key.Name, false) }

func (g *PointsGrid) holdShift(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		g.shift = down
	}
}

// TypedRune is part of fyne.Focusable.
func (g *PointsGrid) TypedRune(r rune) {
	noteUse()
	switch {
	case r >= '0' && r <= '9':
		g.digit(string(r))
	case g.editing && unicode.IsSpace(r):
		g.blanks++
	case (r == 'm' || r == 'M') && !g.editing && !g.locked() && g.OnExempt != nil:
		g.OnExempt(g.row, g.col)
	}
}

func (g *PointsGrid) locked() bool { return g.at(g.row, g.col).Locked }

// digit replaces the value of the cell with the first digit and then appends; a digit too many is not taken.
func (g *PointsGrid) digit(d string) {
	if g.locked() {
		return
	}
	if !g.editing {
		g.begin("")
	}
	g.takeMarked()
	if points := parsePoints(g.typed + d); points != nil && *points <= g.Limit {
		g.typed = strconv.Itoa(*points)
	}
	g.lines.redraw(g.row)
}

// edit opens the cell with its present value.
func (g *PointsGrid) edit() {
	if g.editing || g.locked() {
		return
	}
	g.begin("")
	if points := g.at(g.row, g.col).Points; points != nil {
		g.typed = strconv.Itoa(*points)
	}
	g.lines.redraw(g.row)
}

// TypedKey is part of fyne.Focusable.
func (g *PointsGrid) TypedKey(key *fyne.KeyEvent) {
	noteUse()
	if g.editKey(key.Name) {
		return
	}
	by := 1
	if g.shift {
		by = -1
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		g.step(by, 0)
	case fyne.KeyTab:
		g.tab(by)
	case fyne.KeyUp:
		g.step(-1, 0)
	case fyne.KeyDown:
		g.step(1, 0)
	case fyne.KeyLeft:
		g.step(0, -1)
	case fyne.KeyRight:
		g.step(0, 1)
	case fyne.KeyPageUp:
		g.step(-g.lines.page(), 0)
	case fyne.KeyPageDown:
		g.step(g.lines.page(), 0)
	case fyne.KeyHome:
		g.step(-len(g.rows), 0)
	case fyne.KeyEnd:
		g.step(len(g.rows), 0)
	default:
		bubbleKey(g, key)
	}
}

// editKey handles the keys that change the cell; it reports whether it did.
func (g *PointsGrid) editKey(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyF2:
		g.edit()
	case name == fyne.KeyEscape && g.editing:
		g.editing = false
		g.lines.redraw(g.row)
	case name == fyne.KeyBackspace && g.editing:
		g.backspace()
	case name == fyne.KeyLeft && g.editing && g.shift:
		g.mark()
	case name == fyne.KeyBackspace, name == fyne.KeyDelete:
		g.clear()
	default:
		return false
	}
	return true
}

// clear deletes the value of the cell.
func (g *PointsGrid) clear() {
	g.editing = false
	cell := g.at(g.row, g.col)
	if cell.Locked || cell.Points == nil && !cell.Exempt {
		g.lines.redraw(g.row)
		return
	}
	g.accept(g.row, g.col, nil)
}

// step takes over what was typed and moves.
func (g *PointsGrid) step(down, right int) {
	g.Commit()
	g.moveTo(g.row+down, g.col+right)
}

func (g *PointsGrid) tab(by int) {
	g.Commit()
	next := g.col + by
	c := canvasOf(g)
	switch {
	case next > 11:
		c.FocusNext()
	case next < 0:
		c.FocusPrevious()
	default:
		g.moveTo(g.row, next)
	}
}

func (g *PointsGrid) moveTo(row, col int) {
	before := g.row
	g.row, g.col = max(0, min(row, len(g.rows)-1)), max(0, min(col, 11))
	g.reach()
	g.lines.redraw(before)
	g.lines.redraw(g.row)
	if g.OnMoved != nil {
		g.OnMoved(g.row, g.col)
	}
}

// reach scrolls so that the current cell is in sight.
func (g *PointsGrid) reach() {
	g.lines.show(g.row)
	g.lines.showColumn(g.columnX(g.col), g.month, g.frozen())
	if x := g.lines.scroll.Offset.X; x > 0 && g.month > 0 { // so that no month is cut by the names
		g.lines.scrollTo(ceil(x/g.month)*g.month, g.lines.scroll.Offset.Y)
	}
}

// TypedShortcut is part of fyne.Shortcutable.
func (g *PointsGrid) TypedShortcut(shortcut fyne.Shortcut) {
	switch s := shortcut.(type) {
	case *fyne.ShortcutPaste:
		g.paste(pastedText(s.Clipboard))
	case *fyne.ShortcutCopy:
		if points := g.at(g.row, g.col).Points; points != nil {
			s.Clipboard.SetContent(strconv.Itoa(*points))
		}
	case *fyne.ShortcutUndo:
		g.undo()
	default:
		bubbleShortcut(g, shortcut)
	}
}

// undo gives up what is being typed, or else asks the screen to undo the last value.
func (g *PointsGrid) undo() {
	if g.editing {
		g.editing = false
		g.lines.redraw(g.row)
		return
	}
	if g.OnUndo != nil {
		g.OnUndo()
	}
}

// paste hands the lines of the clipboard to the screen, which shows a preview; of several columns the first counts.
// Digits that are pasted into a cell being typed are typed.
func (g *PointsGrid) paste(text string) {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if g.editing && text != "" && strings.Trim(text, "0123456789") == "" {
		for _, digit := range text {
			g.digit(string(digit))
		}
		return
	}
	if text == "" || g.OnPaste == nil {
		return
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		first, _, _ := strings.Cut(line, "\t")
		lines[i] = strings.TrimSpace(first)
	}
	g.OnPaste(g.row, g.col, lines)
}
