package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// attachable are the files that can prove a mark.
var attachable = []string{".pdf", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic"}

// evidence shows what proves a criterion, and takes more while the sheet is open; nil where there is nothing to show.
func (s *criteriaScreen) evidence(c app.Criterion, line app.LineScore) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if line.LacksEvidence {
		words := wording.Text("Evidence is missing")
		if c.Evidence.Text != nil && *c.Evidence.Text != "" {
			words = wording.Text("Evidence: {what}", "what", *c.Evidence.Text)
		}
		parts = append(parts, NewQuietState(MeaningDoing, words))
	}
	list := s.view.Evidence[line.ID]
	for _, one := range list {
		parts = append(parts, NewSmall(one.Name, evidenceIcon(one), func() { s.openEvidence(one) }).WithTip(wording.Text("Open")))
	}
	if !s.view.Frozen && c.Kind != app.KindSum && (c.Evidence.Required || len(list) > 0) {
		parts = append(parts, NewSmall(wording.Text("Add a file…"), IconAttach, func() { s.attach(line.ID) }))
	}
	if len(parts) == 0 {
		return nil
	}
	return Flow(8, parts...)
}

func evidenceIcon(e desk.Evidence) string {
	switch e.Kind {
	case app.EvidenceMeeting:
		return IconMeeting
	case app.EvidenceDocument:
		return IconReports
	}
	return IconAttach
}

// openEvidence shows a file with the system's program for it; a meeting or document opens its place in the book.
func (s *criteriaScreen) openEvidence(e desk.Evidence) {
	p := s.program
	if e.Kind == app.EvidenceFile {
		Load(p.frame.Worker, wording.Text("Opening"), func(ctx context.Context) (string, error) { return p.desk.ShowAttached(ctx, e.ID) }, p.openFile)
		return
	}
	p.frame.Open(placeMeeting)
}

func (s *criteriaScreen) attach(id string) {
	p, owner := s.program, desk.CriterionOwner(s.view.Key(), id)
	p.pickFile(wording.Text("Evidence: a picture or a PDF, at most 10 MB"), attachable, func(path string) {
		Do(p.frame.Worker, wording.Text("Attaching"), func(ctx context.Context) (app.Attachment, error) { return p.desk.Attach(ctx, owner, path, "") }, func(_ app.Attachment, err error) {
			p.frame.ShowError(err)
			if err == nil {
				s.proved = id
				s.Show(s.month)
			}
		})
	})
}

// editEvidence lists what proves a criterion, takes it off, and refers to meetings and documents of the period.
func (s *criteriaScreen) editEvidence(line app.LineScore) {
	p, key := s.program, s.view.Key()
	Load(p.frame.Worker, "", func(ctx context.Context) ([]desk.Evidence, error) { return p.desk.EvidenceChoices(ctx, key) }, func(choices []desk.Evidence) {
		var open *Dialog
		var rows []fyne.CanvasObject
		for _, one := range s.view.Evidence[line.ID] {
			off := NewSmall(wording.Text("Take off"), IconClose, func() {
				open.Close()
				s.takeOff(line.ID, one)
			})
			rows = append(rows, Row(8, newIcon(evidenceIcon(one), ToneSecond, 20), Stretch(Plain(one.Name)), off))
		}
		if len(rows) == 0 {
			rows = append(rows, Second(wording.Text("No evidence yet")))
		}
		names := make([]string, len(choices))
		for i, one := range choices {
			names[i] = one.Name
		}
		reference := NewSelect(wording.Text("Refer to a meeting or document of the book"), wording.Text("none chosen"), names, nil)
		file := NewSmall(wording.Text("Add a file…"), IconAttach, func() { // any criterion may be proved, also one that need not
			open.Close()
			s.attach(line.ID)
		})
		body := Column(12, Paragraph(Span{Text: line.Name, Bold: true}), Column(6, rows...), Row(0, file, Space()), Rule(), reference)
		open = ShowForm(p.window, wording.Text("Evidence"), wording.Text("Save"), body, nil, func(*Dialog) bool {
			if i := reference.Selected(); i >= 0 {
				s.refer(line.ID, choices[i], false)
			}
			return true
		})
	})
}

func (s *criteriaScreen) refer(id string, e desk.Evidence, take bool) {
	p, key := s.program, s.view.Key()
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.SheetView, error) { return p.desk.Refer(ctx, key, id, e, take) }, func(v desk.SheetView, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.show(v)
		s.focusOn(id)
	})
}

func (s *criteriaScreen) takeOff(id string, e desk.Evidence) {
	if e.Kind != app.EvidenceFile {
		s.refer(id, e, true)
		return
	}
	p := s.program
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.Detach(ctx, e.ID) }, func(_ struct{}, err error) {
		p.frame.ShowError(err)
		if err == nil {
			s.Show(s.month)
		}
	})
}
