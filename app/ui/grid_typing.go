package ui

// Typing programs for Vietnamese correct what was typed in any field that has the keyboard, also in a cell of numbers: they take
// letters back by backspaces, by marking them with Shift+Left, or by a blank and one backspace more, and some put the new
// letters in from the clipboard. The cell follows all of these.

// begin opens the current cell with a text.
func (g *PointsGrid) begin(text string) {
	g.editing, g.typed = true, text
	g.marked, g.blanks = 0, 0
}

// mark marks one more digit from the end.
func (g *PointsGrid) mark() { g.marked = min(g.marked+1, len(g.typed)) }

// takeMarked removes the marked digits; it reports whether there were any.
func (g *PointsGrid) takeMarked() bool {
	if g.marked == 0 {
		return false
	}
	g.typed = g.typed[:len(g.typed)-g.marked]
	g.marked = 0
	return true
}

// backspace takes away what is marked, else a blank, else the last digit.
func (g *PointsGrid) backspace() {
	switch {
	case g.takeMarked():
	case g.blanks > 0:
		g.blanks--
	case g.typed != "":
		g.typed = g.typed[:len(g.typed)-1]
	}
	g.lines.redraw(g.row)
}
