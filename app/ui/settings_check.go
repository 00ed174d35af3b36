package ui

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// checkCard begins the check of the book.
func (s *settingsScreen) checkCard() fyne.CanvasObject {
	journal := NewSmall(wording.Text("Open the journal"), IconHistory, func() { s.program.frame.Show(newJournalScreen(s.program), placeSettings) })
	return NewCard(wording.Text("Check and journal"), nil, Column(12,
		Paragraph(Span{Text: wording.Text("The check looks over the data, the history, the sealed files, packets and backups. The journal says who opened, printed and changed what."), Tone: ToneSecond}),
		Flow(8, NewSmall(wording.Text("Check now"), IconCriteria, s.checkBook), journal)))
}

func (s *settingsScreen) checkBook() {
	p := s.program
	Do(p.frame.Worker, wording.Text("Checking"), p.desk.Check, func(found []desk.Finding, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		if len(found) == 0 {
			p.frame.ShowNotice(MeaningDone, wording.Text("The book is sound."), nil)
			return
		}
		var rows []fyne.CanvasObject
		for _, f := range found {
			slog.Warn("the check found something", "kind", f.Kind, "code", f.Code)
			rows = append(rows, TopRow(12, newIcon(IconWarning, ToneError, 20), Stretch(Paragraph(Span{Text: wording.Sentence(f.Advice())}))))
		}
		newDialog(wording.Text("The check found {count} things", "count", len(found)), Column(12, rows...), wording.Text("Close"), nil).show(p.window).Wide(720)
	})
}
