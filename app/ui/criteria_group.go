package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

func (s *criteriaScreen) groupScore() (app.GroupScore, bool) {
	if s.view.Result == nil {
		return app.GroupScore{}, false
	}
	for _, g := range s.view.Result.Groups {
		if g.ID == s.group {
			return g, true
		}
	}
	return app.GroupScore{}, false
}

// groupChoice offers the groups where a window is too narrow to list them beside the criteria.
func (s *criteriaScreen) groupChoice() *Select {
	var names, ids []string
	for _, g := range s.view.Result.Groups {
		names = append(names, fmt.Sprintf("%s (%d/%d)", g.Name, g.Scored, g.All))
		ids = append(ids, g.ID)
	}
	choice := NewSelect("", "", names, nil)
	choice.Choose(indexOf(ids, s.group))
	choice.OnChosen = func(i int) {
		s.group = ids[i]
		s.show(s.view)
	}
	return choice
}

// groups lists parts and groups with their progress.
func (s *criteriaScreen) groups() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	part := ""
	for _, g := range s.view.Result.Groups {
		if g.PartID != part {
			part = g.PartID
			rows = append(rows, s.partHead(part))
		}
		rows = append(rows, newGroupLine(g, g.ID == s.group, func() {
			s.group = g.ID
			s.show(s.view)
		}))
	}
	if s.view.Framework.Status == "sample" {
		rows = append(rows, Inset(10, 14, 12, 14, Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Paragraph(Span{Text: wording.Text("Sample framework, to be replaced by the committee's own."), Size: SizeSmall, Tone: ToneAmber})))))
	}
	return NewFlushCard("", nil, Rows(rows...))
}

func (s *criteriaScreen) partHead(id string) fyne.CanvasObject {
	for _, p := range s.view.Result.Parts {
		if p.ID == id {
			row := Row(8, Stretch(NewWords(Span{Text: p.Name, Bold: true, Size: SizeSmall, Tone: ToneSecond})), NewWords(Span{Text: p.Earned.ShowExact() + "/" + p.Max.ShowExact(), Bold: true, Size: SizeSmall}))
			return newMarkedRow(Inset(9, 14, 9, 14, row), ToneFrame, ToneNone)
		}
	}
	return Rule()
}

// criteria shows the criteria of the group in use.
func (s *criteriaScreen) criteria() fyne.CanvasObject {
	g, found := s.groupScore()
	if !found {
		return NewEmpty(wording.Text("The framework has no criteria"), nil)
	}
	state := NewState(MeaningDone, wording.Text("All scored"))
	if g.Scored < g.All {
		state = NewState(MeaningNot, wording.Text("{count} left", "count", g.All-g.Scored))
	}
	rows := []fyne.CanvasObject{s.head()}
	s.inputs = make(map[string]fyne.Focusable)
	for _, line := range g.Lines {
		rows = append(rows, s.criterion(line, 0))
		for _, item := range line.Items {
			rows = append(rows, s.criterion(item, 1))
		}
	}
	rows = append(rows, Inset(12, 16, 14, 16, Row(12, newIcon(IconAuto, ToneSlate, 22), Stretch(Paragraph(
		Span{Text: wording.Text("Computed points follow from the book. The arrow opens where they come from; correct it there and they change here. ")},
		Span{Text: wording.Text("A criterion with “…” has no mark yet."), Tone: ToneSecond})))))
	title := fmt.Sprintf("%s  ", g.Name)
	return NewFlushCard(title, Row(12, Second(wording.Text("{earned} of {max} points", "earned", g.Earned.ShowExact(), "max", g.Max.ShowExact())), state), Rows(rows...))
}

// Widths of the columns of the criteria, px.
const (
	columnMax    = 60
	columnBefore = 78
	columnMark   = 190
)

func (s *criteriaScreen) head() fyne.CanvasObject {
	word := func(text string) *Words { return NewWords(Span{Text: text, Bold: true, Size: SizeSmall}) }
	right := func(width float32, text string) fyne.CanvasObject {
		return Limited(grown(width), word(text).Aligned(fyne.TextAlignTrailing))
	}
	row := Row(10, Limited(grown(34), word("")), Stretch(word(wording.Text("Criterion and evidence"))), right(columnMax, wording.Text("Maximum")),
		right(columnBefore, shortPeriod(s.period().Prev())), Limited(grown(columnMark), word(shortPeriod(s.period()))))
	return newMarkedRow(Inset(9, 14, 9, 14, row), ToneFrame, ToneNone)
}
