package report

import "strconv"

// paragraph adds a paragraph's lines. Of a paragraph cut by a page's end, at least two lines stand on either page.
func (c *composer) paragraph(p Paragraph) {
	profile := c.profile.Text
	if p.Small {
		profile = c.profile.Small
	}
	indent := profile.IndentMM
	if p.NoIndent {
		indent = 0
	}
	set := setter{sizePt: profile.SizePt, pitchPt: profile.PitchPt, align: p.Align, width: c.width, indent: indent}
	c.lines(set, c.cleaner.words(p.Runs, set.sizePt, c.width-indent), profile.BeforePt*ptMM, 0)
	if p.KeepNext {
		c.keepLast()
	}
}

// lines adds one strip for each line, moved right by left.
func (c *composer) lines(set setter, words []word, before, left float64) {
	lines := set.lines(words)
	for i, steps := range lines {
		s := strip{height: set.pitch(), keep: i == 0 && len(lines) > 1 || i == len(lines)-2}
		if i == 0 {
			s.before = before
		}
		for _, step := range steps {
			s.steps = append(s.steps, step.shifted(left, 0))
		}
		c.strips = append(c.strips, s)
	}
}

func (c *composer) heading(h Heading) {
	profile := c.profile.Text
	set := setter{sizePt: profile.SizePt, pitchPt: profile.PitchPt, align: Left, width: c.width, indent: profile.IndentMM}
	first := len(c.strips)
	c.lines(set, c.cleaner.words(Strong(h.Text), set.sizePt, c.width-profile.IndentMM), profile.BeforePt*ptMM, 0)
	for i := first; i < len(c.strips); i++ {
		c.strips[i].keep = true
	}
}

// list adds items as paragraphs whose first line is indented and begins with its mark, as Party documents have them.
func (c *composer) list(l List) {
	for i, item := range l.Items {
		mark := "- "
		if l.Numbered {
			mark = strconv.Itoa(i+1) + ". "
		}
		runs := append(Plain(mark), item...)
		c.paragraph(Paragraph{Runs: runs, Small: l.Small, NoIndent: l.Small})
	}
}

// callout adds a framed text, centred and bold.
func (c *composer) callout(b Callout) {
	profile := c.profile.Callout
	size := b.SizePt
	if !(size >= 5 && size <= 40) {
		size = c.profile.Text.SizePt
	}
	inner := c.width - 2*profile.PadMM
	set := setter{sizePt: size, pitchPt: size * 1.3, align: Center, width: inner}
	var lines [][]Step
	for _, part := range paragraphs(b.Text) {
		lines = append(lines, set.lines(c.cleaner.words(Strong(part), size, inner))...)
	}
	height := 2*profile.PadMM + float64(len(lines))*set.pitch()
	s := strip{before: profile.BeforePt * ptMM, height: height}
	s.steps = frame(0, 0, c.width, height, profile.LinePt*ptMM)
	for i, steps := range lines {
		for _, step := range steps {
			s.steps = append(s.steps, step.shifted(profile.PadMM, profile.PadMM+float64(i)*set.pitch()))
		}
	}
	c.strips = append(c.strips, s)
}

// frame returns the four lines around a rectangle.
func frame(x, y, w, h, width float64) []Step {
	return []Step{
		Line{x, y, x + w, y, width}, Line{x, y + h, x + w, y + h, width},
		Line{x, y, x, y + h, width}, Line{x + w, y, x + w, y + h, width},
	}
}
