package report

// setter sets one paragraph's lines in one letter size.
type setter struct {
	sizePt  float64
	pitchPt float64
	align   Align
	width   float64 // of the text area, millimetres
	indent  float64 // of the first line
}

func (s setter) pitch() float64 { return s.pitchPt * ptMM }

// lines breaks words and returns each line's steps, relative to the line's own top left corner.
func (s setter) lines(words []word) [][]Step {
	indent := s.indent
	if s.align == Center || s.align == Right {
		indent = 0
	}
	spans := breakLines(words, s.width-indent, s.width, s.align == Center)
	lines := make([][]Step, len(spans))
	for i, at := range spans {
		left := 0.0
		if i == 0 {
			left = indent
		}
		lines[i] = s.line(words[at.from:at.to], left, i == len(spans)-1)
	}
	return lines
}

// line sets the words of one line that begins at left. The last line of a justified paragraph is not stretched.
func (s setter) line(words []word, left float64, last bool) []Step {
	natural, gaps := 0.0, 0
	for i, w := range words {
		if i > 0 {
			natural += w.gap
			if w.gap > 0 {
				gaps++
			}
		}
		natural += w.width
	}
	stretch := 0.0
	switch {
	case s.align == Center:
		left += (s.width - left - natural) / 2
	case s.align == Right:
		left = s.width - natural
	case s.align == Justified && !last && gaps > 0:
		stretch = max(0, (s.width-left-natural)/float64(gaps))
	}
	return s.steps(words, left, stretch)
}

// steps joins neighbouring pieces of one style into one step each, a space going with the style it was typed in.
func (s setter) steps(words []word, x, stretch float64) []Step {
	y := baseline(s.sizePt, s.pitchPt)
	var texts []Text
	var underlines []Step
	put := func(text string, face Face, underline bool, width, extra float64) {
		if n := len(texts); n > 0 && texts[n-1].Face == face {
			texts[n-1].Text += text
			texts[n-1].Width += width + extra
		} else {
			texts = append(texts, Text{X: x, Y: y, Face: face, SizePt: s.sizePt, Text: text, Stretch: stretch, Width: width + extra})
		}
		if underline {
			underlines = append(underlines, s.underline(x, x+width+extra, y))
		}
		x += width + extra
	}
	for i, w := range words {
		if i > 0 && w.gap > 0 {
			put(" ", w.gapFace, w.gapUnder, w.gap, stretch)
		}
		for _, p := range w.pieces {
			put(p.text, p.face, p.underline, p.width, 0)
		}
	}
	steps := make([]Step, 0, len(texts)+len(underlines))
	for _, t := range texts {
		steps = append(steps, t)
	}
	return append(steps, underlines...)
}

func (s setter) underline(from, to, y float64) Step {
	below := y + s.sizePt*ptMM*0.12
	return Line{from, below, to, below, s.sizePt * ptMM * 0.05}
}
