package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// groupLine is one group in the list: name, points, bar and count; it can be chosen.
type groupLine struct {
	control
	body         fyne.CanvasObject
	chosen       bool
	ground, edge *canvas.Rectangle
}

func newGroupLine(g app.GroupScore, chosen bool, tap func()) *groupLine {
	bar := NewBar(app.Share{Part: g.Scored, Whole: g.All}.Percent() / 100)
	count := Span{Text: wording.Text("{scored}/{all} items", "scored", g.Scored, "all", g.All), Size: SizeSmall, Tone: ToneSecond}
	if g.Scored == g.All && g.All > 0 {
		bar.Tone = ToneGreenFill
		count.Tone, count.Icon, count.Bold = ToneGreen, iconSmallTick, true
	}
	points := NewWords(Span{Text: g.Earned.ShowExact() + "/" + g.Max.ShowExact(), Bold: true})
	l := &groupLine{chosen: chosen, ground: box(ToneNone, 0), edge: box(ToneNone, 0)}
	l.body = Inset(8, 14, 8, 14, Column(4, TopRow(8, Stretch(Paragraph(Span{Text: g.Name, Bold: chosen})), points), Row(12, Stretch(bar), NewWords(count))))
	l.extend(l, tap)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *groupLine) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *groupLine) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ground, l.edge, l.body}
}

func (l *groupLine) paint() {
	fill, edge := ToneNone, ToneNone
	switch {
	case l.chosen:
		fill, edge = ToneSlateBack, ToneSlate
	case l.hovered:
		fill = ToneHover
	}
	if l.focused {
		edge = ToneRed
	}
	l.ground.FillColor, l.edge.FillColor = paint(fill), paint(edge)
}

func (l *groupLine) least() fyne.Size { return l.body.MinSize() }

func (l *groupLine) place(size fyne.Size) {
	put(l.ground, 0, 0, size.Width, size.Height)
	put(l.edge, 0, 0, 4, size.Height)
	put(l.body, 0, 0, size.Width, size.Height)
}

// criterion is one line of the sheet: what it is, how its points came about, and what marks it.
func (s *criteriaScreen) criterion(line app.LineScore, depth int) fyne.CanvasObject {
	c, _ := s.view.Framework.CriterionByID(line.ID)
	scored := line.State != app.LineUnscored
	sign := newIcon(IconCircle, ToneNeutral, 20)
	if scored {
		sign = newIcon(IconDone, ToneGreen, 20)
	}
	words := []fyne.CanvasObject{Paragraph(Span{Text: strings.TrimSpace(line.Name), Bold: depth == 0})}
	words = append(words, s.basis(c, line)...)
	before := "–"
	if s.view.Previous != nil {
		if old, found := s.view.Previous.Line(line.ID); found {
			before = old.PointsText
		}
	}
	right := func(width float32, text string) fyne.CanvasObject {
		return Limited(grown(width), Inset(7, 0, 0, 0, Column(0, NewWords(Span{Text: text, Tone: ToneSecond}).Aligned(fyne.TextAlignTrailing))))
	}
	row := TopRow(10, Limited(grown(34), Inset(7, 0, 0, float32(depth)*10, Column(0, Row(0, sign, Space())))), Stretch(Inset(7, 0, 0, 0, Column(4, words...))), right(columnMax, line.Max.ShowExact()), right(columnBefore, before),
		Limited(grown(columnMark), Column(0, s.input(c, line))))
	return Inset(9, 14, 9, 14, row)
}

// basis says where the points come from: computed with its reason, a note, missing evidence, a veto.
func (s *criteriaScreen) basis(c app.Criterion, line app.LineScore) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	second := func(text string) fyne.CanvasObject {
		return Paragraph(Span{Text: text, Tone: ToneSecond, Size: SizeSmall})
	}
	switch {
	case line.Origin == app.OriginOverride:
		parts = append(parts, s.withSource(c.Source, NewState(MeaningChanged, wording.Text("changed by hand")), second(line.Explanation)))
	case c.Kind == app.KindAuto:
		parts = append(parts, s.computed(c, second(line.Explanation)))
	case line.Answer != "" && c.Kind != app.KindToggle:
		parts = append(parts, second(line.Answer))
	}
	if row := s.evidence(c, line); row != nil {
		parts = append(parts, row)
	}
	if c.Veto != "" {
		parts = append(parts, NewWords(Span{Icon: IconVeto, Text: wording.Text("Knock-out criterion"), Bold: true, Size: SizeSmall, Tone: ToneSecond}))
	}
	if line.Superior != nil && line.Self != nil {
		parts = append(parts, NewWords(Span{Icon: IconShield, Text: wording.Text("The superior gives {points}, the cell gave {self}", "points", line.Superior.ShowExact(), "self", line.Self.ShowExact()), Size: SizeSmall, Bold: true, Tone: ToneSlate}))
	}
	if line.Note != "" {
		parts = append(parts, second(wording.Text("Note: {text}", "text", line.Note)))
	}
	return parts
}

// input is what marks a criterion, by its kind, and the button for notes and exceptions.
func (s *criteriaScreen) input(c app.Criterion, line app.LineScore) fyne.CanvasObject {
	points := NewWords(Span{Text: line.PointsText, Bold: true, Size: 17}).Aligned(fyne.TextAlignTrailing)
	if s.view.Frozen || c.Kind == app.KindSum {
		return Row(8, Space(), points, Limited(grown(36), Plain("")))
	}
	more := NewSmall("", IconEdit, func() { s.editMark(c, line) }).WithTip(wording.Text("Mark, note, evidence"))
	switch c.Kind {
	case app.KindToggle:
		mark := s.mark(line.ID)
		answers := NewLowSelect("…", []string{wording.Text("Met"), wording.Text("Not met")}, nil)
		if mark.Done != nil {
			answers.Choose(map[bool]int{true: 0, false: 1}[*mark.Done])
		}
		answers.OnChosen = func(i int) {
			met := i == 0
			mark.Done = &met
			s.set(mark)
		}
		s.inputs[line.ID] = answers
		return Row(8, Stretch(answers), Limited(grown(26), points), more)
	case app.KindChoice:
		return Row(8, Stretch(s.choice(c, line)), Limited(grown(26), points), more)
	case app.KindNumber:
		return Row(8, Stretch(s.number(c, line)), Limited(grown(26), points), more)
	}
	if line.State == app.LineUnscored {
		return Row(8, Stretch(s.number(c, line)), Limited(grown(26), points), more)
	}
	return Row(8, Space(), points, more)
}

// choice offers the options of a criterion with their points.
func (s *criteriaScreen) choice(c app.Criterion, line app.LineScore) *Select {
	labels := make([]string, len(c.Options))
	ids := make([]string, len(c.Options))
	for i, o := range c.Options {
		labels[i], ids[i] = o.Points.ShowExact()+" · "+o.Label, o.ID
	}
	mark := s.mark(line.ID)
	options := NewLowSelect("…", labels, nil)
	if i := indexOf(ids, mark.Option); i >= 0 {
		options.Choose(i)
	}
	options.OnChosen = func(i int) {
		mark.Option = ids[i]
		s.set(mark)
	}
	s.inputs[line.ID] = options
	return options
}

// number takes the value of a criterion that the book does not know.
func (s *criteriaScreen) number(c app.Criterion, line app.LineScore) *Field {
	field := NewLowField(c.Unit)
	mark := s.mark(line.ID)
	field.SetText(mark.Number)
	set := func(text string) {
		if text != mark.Number {
			mark.Number = text
			s.set(mark)
		}
	}
	field.OnEnter, field.OnLeave = set, set
	s.inputs[line.ID] = field.Focusable()
	return field
}

// mark returns the mark of a line as it is stored; an empty one if there is none.
func (s *criteriaScreen) mark(id string) app.Mark {
	for _, m := range s.view.Marked.Marks {
		if m.ID == id {
			return m
		}
	}
	return app.Mark{ID: id}
}

// set stores a mark and shows the sheet as it is then scored.
func (s *criteriaScreen) set(mark app.Mark) {
	p, key := s.program, s.view.Key()
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.SheetView, error) { return p.desk.SetMark(ctx, key, mark) }, func(v desk.SheetView, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.show(v)
		s.focusNext(mark.ID)
	})
}

// focusNext gives the keyboard to the first criterion of the group in sight that has no mark, so that marking goes on;
// where all have one, to the criterion that was marked.
func (s *criteriaScreen) focusNext(marked string) {
	if !s.focusOn(s.view.Result.NextID) {
		s.focusOn(marked)
	}
}

// focusOn gives the keyboard to a criterion of the group in sight and reports whether it is there to be marked.
func (s *criteriaScreen) focusOn(id string) bool {
	input, here := s.inputs[id]
	if here = here && s.program.frame.Screen() == Screen(s); here {
		giveFocus(input)
	}
	return here
}

// editMark asks for a note, an exception with its reason, or points by hand with their reason.
func (s *criteriaScreen) editMark(c app.Criterion, line app.LineScore) {
	mark := s.mark(line.ID)
	note := NewArea(wording.Text("Note"), "", 3)
	note.SetText(mark.Note)
	points := NewField(wording.Text("Points by hand (empty: as computed)"), "")
	points.SetText(mark.Points)
	reason := NewField(wording.Text("Reason"), "")
	reason.SetText(mark.Reason)
	apart := NewCheck(wording.Text("Does not apply this time"), nil)
	apart.Set(mark.NotApplicable)
	parts := []fyne.CanvasObject{Paragraph(Span{Text: line.Name, Bold: true}), note}
	if c.Kind == app.KindAuto || c.Kind == app.KindNumber {
		parts = append(parts, points)
	}
	if c.NotApplicable.Allowed {
		parts = append(parts, apart)
	}
	if len(parts) > 2 {
		parts = append(parts, reason)
	}
	var open *Dialog
	evidence := NewLink(wording.Text("Evidence and references…"), IconAttach, func() {
		open.Close()
		s.editEvidence(line)
	})
	parts = append(parts, Row(0, evidence, Space()))
	open = ShowForm(s.program.window, wording.Text("Criterion {number}", "number", line.No), wording.Text("Save"), Column(12, parts...), note, func(d *Dialog) bool {
		mark.Note, mark.Points, mark.Reason, mark.NotApplicable = note.Text(), strings.Replace(points.Text(), ",", ".", 1), reason.Text(), apart.Checked()
		if (mark.Points != "" || mark.NotApplicable) && mark.Reason == "" {
			reason.SetError(app.NewError(app.CodeNeedsReason))
			reason.Focus()
			return false
		}
		s.set(mark)
		return true
	})
}
