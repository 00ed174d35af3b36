package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// frameworkPreview makes the criteria screen show a framework that is being made, as a cell of one kind will see it.
type frameworkPreview struct {
	framework *app.Framework
	kind      app.CellKind
	back      func()
}

func newFrameworkPreview(p *Program, f *app.Framework, back func()) *criteriaScreen {
	s := newCriteriaScreen(p).(*criteriaScreen)
	s.page.SetTitle(f.Name)
	s.preview = &frameworkPreview{framework: f, kind: app.PrivateEnterprise, back: back}
	if len(f.CellKinds) > 0 {
		s.preview.kind = f.CellKinds[0]
	}
	return s
}

// kinds chooses the kind of cell.
func (v *frameworkPreview) kinds(s *criteriaScreen) fyne.CanvasObject {
	choice := NewSelect("", "", cellKindOptions(), nil)
	choice.Choose(indexOf(cellKinds, v.kind))
	choice.OnChosen = func(i int) {
		v.kind, s.group = cellKinds[i], ""
		s.showPreview()
	}
	return Row(12, Plain(wording.Text("For a cell of the kind")), Stretch(choice))
}

func (s *criteriaScreen) showPreview() {
	view, err := s.program.desk.PreviewFramework(s.preview.framework, s.preview.kind)
	if err != nil {
		s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.preview.back))
		s.page.SetBody(NewEmpty(wording.Sentence(err), nil))
		return
	}
	s.show(view)
}
