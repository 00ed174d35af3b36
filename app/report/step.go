package report

// Step is one thing to draw: Text, Line or Fill. Lengths are millimetres from the page's top left corner.
type Step interface {
	shifted(dx, dy float64) Step
}

// Text is one line's worth of text in one style. X is where it begins, Y its baseline.
type Text struct {
	X, Y    float64
	Face    Face
	SizePt  float64
	Text    string  // printable in its face: NFC, no character without a glyph
	Stretch float64 // millimetres added to every space, for justified lines
	Width   float64 // the whole width in millimetres, stretch included
}

// Line is a straight black line.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64 // millimetres
}

// Fill is a filled rectangle in a grey from 0 (black) to 255 (white).
type Fill struct {
	X, Y, W, H float64
	Grey       uint8
}

func (t Text) shifted(dx, dy float64) Step {
	t.X += dx
	t.Y += dy
	return t
}

func (l Line) shifted(dx, dy float64) Step {
	l.X1, l.X2 = l.X1+dx, l.X2+dx
	l.Y1, l.Y2 = l.Y1+dy, l.Y2+dy
	return l
}

func (f Fill) shifted(dx, dy float64) Step {
	f.X += dx
	f.Y += dy
	return f
}

// Page is one page's size in millimetres and what to draw on it, in reading order.
type Page struct {
	Width, Height float64
	Steps         []Step
}
