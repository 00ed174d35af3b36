package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

// keyCard holds the committee's hand-over key: its code, its sheet, and the way back from the sheet.
func (s *settingsScreen) keyCard() fyne.CanvasObject {
	words := Paragraph(Span{Text: wording.Text("Cells seal their packets to this key. If this computer and all backups are lost, only the printed sheet brings it back."), Tone: ToneSecond})
	print := NewWords(Span{Text: s.fingerprint, Bold: true, Size: 19})
	buttons := Flow(8, NewSmall(wording.Text("Print the key sheet…"), IconPrint, s.printKeySheet), NewSmall(wording.Text("Restore the key from its sheet…"), IconKey, s.restoreKey))
	if s.deputy != "" {
		words = Paragraph(Span{Text: wording.Text("This is the book of the deputy {name}: it receives, decides and answers with a key of its own.", "name", s.deputy), Tone: ToneSecond})
		return NewCard(wording.Text("Key of the deputy"), nil, Column(12, print, words))
	}
	return NewCard(wording.Text("Key of the committee"), nil, Column(12, print, words, buttons))
}

func (s *settingsScreen) printKeySheet() {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Print the key sheet?"), Text: wording.Text("Whoever has the sheet reads what cells hand over and signs for the committee. Seal it in an envelope and lock it away."),
		Verb: wording.Text("Print"), Do: func() {
			Do(p.frame.Worker, wording.Text("Printing"), func(ctx context.Context) (string, error) {
				pdf, err := p.desk.KeySheetPDF(ctx)
				if err != nil {
					return "", err
				}
				return p.privateFile("Phieu-khoa-cap-uy.pdf", pdf)
			}, func(path string, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				p.printFile(path)
			})
		}})
}

// restoreKey takes the lines of a key's sheet into a new book.
func (s *settingsScreen) restoreKey() {
	p := s.program
	lines := NewArea(wording.Text("The ten lines of the sheet"), "1. ABCDE-FGHJK-MNPQR", 8)
	lines.Required = true
	words := Paragraph(Span{Text: wording.Text("Type the ten lines as they stand on the sheet, one in a line. A mistake is found and its line named."), Tone: ToneSecond})
	ShowForm(p.window, wording.Text("Restore the key from its sheet"), wording.Text("Restore"), Column(12, words, lines), lines, func(d *Dialog) bool {
		if !allValid(lines) {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (string, error) { return p.desk.RestoreKeys(ctx, lines.Text()) }, func(fingerprint string, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.Show(p.frame.Month())
			p.frame.ShowNotice(MeaningDone, wording.Text("The committee's key is back: {fingerprint}", "fingerprint", fingerprint), nil)
		})
		return false
	}).Wide(620)
}
