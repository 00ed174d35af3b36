package report

import "strings"

// column is a stack of lines of its own width beside another one: the sides of a head or of the signatures.
type column struct {
	left   float64
	width  float64
	height float64
	steps  []Step
}

// add stacks runs below what is there.
func (col *column) add(c *composer, runs []Run, sizePt, pitchPt float64, align Align) {
	set := setter{sizePt: sizePt, pitchPt: pitchPt, align: align, width: col.width}
	for _, steps := range set.lines(c.cleaner.words(runs, sizePt, col.width)) {
		for _, step := range steps {
			col.steps = append(col.steps, step.shifted(col.left, col.height))
		}
		col.height += set.pitch()
	}
}

// columns returns two columns in the proportion of the profile's head.
func (c *composer) columns() (left, right column) {
	head := c.profile.Head
	share := head.LeftMM / (head.LeftMM + head.RightMM)
	left.width = c.width * share
	right.left = left.width
	right.width = c.width - left.width
	return left, right
}

// partyHead adds the two-column head. Organisations stand in capitals; long names are broken into lines of like length.
func (c *composer) partyHead(h PartyHead) {
	profile, pitch := c.profile.Head, c.profile.Text.PitchPt
	left, right := c.columns()
	upper := strings.ToUpper
	left.add(c, Plain(upper(h.Superior)), profile.SizePt, pitch, Center)
	left.add(c, Strong(upper(h.Body)), profile.SizePt, pitch, Center)
	if h.Number != "" {
		left.add(c, Plain(profile.Separator), profile.SizePt, pitch, Center)
		left.add(c, Plain(profile.NumberWord+" "+h.Number), profile.SizePt, pitch, Center)
	}
	right.add(c, Strong(profile.Party), profile.PartySizePt, pitch, Center)
	right.underline(profile.RuleGapMM, profile.RulePt*ptMM)
	if h.PlaceDate != "" {
		right.height = max(right.height, float64(profile.DateRow-1)*pitch*ptMM)
		right.add(c, []Run{{Text: h.PlaceDate, Italic: true}}, profile.SizePt, pitch, Center)
	}
	c.beside(left, right, 0)
}

// underline draws a rule as long as the last line of text, gap below its baseline.
func (col *column) underline(gap, width float64) {
	for i := len(col.steps) - 1; i >= 0; i-- {
		if text, ok := col.steps[i].(Text); ok {
			y := text.Y + gap
			col.steps = append(col.steps, Line{text.X, y, text.X + text.Width, y, width})
			return
		}
	}
}

// beside adds two columns as one strip, the left one first in reading order.
func (c *composer) beside(left, right column, before float64) {
	c.strips = append(c.strips, strip{
		before: before,
		height: max(left.height, right.height),
		steps:  append(left.steps, right.steps...),
		keep:   true,
	})
}

func (c *composer) plainHead(h PlainHead) {
	profile, pitch := c.profile.Head, c.profile.Text.PitchPt
	left, right := c.columns()
	left.add(c, Plain(strings.ToUpper(h.Superior)), profile.SizePt, pitch, Center)
	left.add(c, Strong(strings.ToUpper(h.Body)), profile.SizePt, pitch, Center)
	if h.Body != "" {
		left.underline(profile.RuleGapMM, profile.RulePt*ptMM)
	}
	for _, line := range h.Right {
		right.add(c, Plain(line), profile.SizePt, pitch, Right)
	}
	c.beside(left, right, 0)
}

// title adds the document's type and subject, and the short rule of resolutions. All stay with what follows.
func (c *composer) title(t Title) {
	profile := c.profile.Title
	before := profile.BeforePt * ptMM
	first := len(c.strips)
	kind := setter{sizePt: profile.TypeSizePt, pitchPt: profile.TypePitchPt, align: Center, width: c.width}
	c.lines(kind, c.cleaner.words(Strong(t.Type), kind.sizePt, c.width), before, 0)
	width := c.width * profile.SubjectWidth
	subject := setter{sizePt: profile.SubjectSizePt, pitchPt: c.profile.Text.PitchPt, align: Center, width: width}
	c.lines(subject, c.cleaner.words(Strong(t.Subject), subject.sizePt, width), 0, (c.width-width)/2)
	if t.Rule {
		subject.width = c.width
		c.lines(subject, c.cleaner.words(Plain(profile.Rule), subject.sizePt, c.width), 0, 0)
	}
	for i := first; i < len(c.strips); i++ {
		c.strips[i].keep = true
	}
	c.strips = append(c.strips, strip{height: profile.AfterPt * ptMM, keep: true})
}
