package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// personCard says who opens the book.
func (s *settingsScreen) personCard() fyne.CanvasObject {
	return NewCard(wording.Text("Passphrase"), NewSmall(wording.Text("Change…"), IconKey, s.changePassphrase),
		Paragraph(Span{Text: wording.Text("The recovery code stays as it is when the passphrase changes."), Tone: ToneSecond}))
}

func (s *settingsScreen) changePassphrase() {
	old := NewPasswordField(wording.Text("Present passphrase"), "")
	pass, again := newPassphraseFields()
	old.Required = true
	p := s.program
	ShowForm(p.window, wording.Text("Change the passphrase"), wording.Text("Change"), Column(12, old, pass, again), old, func(d *Dialog) bool {
		if !allValid(old, pass, again) {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.ChangePassphrase(ctx, old.Text(), pass.Text())
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			p.frame.ShowNotice(MeaningDone, wording.Text("The passphrase was changed"), nil)
		})
		return false
	})
}

// newPassphraseFields are the two fields of a new passphrase.
func newPassphraseFields() (pass, again *Field) {
	pass = NewPasswordField(wording.Text("New passphrase"), "")
	again = NewPasswordField(wording.Text("Type it again"), "")
	pass.Required, again.Required = true, true
	pass.Check = desk.CheckPassphrase
	again.Check = func(text string) error { return sameText(pass.Text(), text) }
	return pass, again
}
