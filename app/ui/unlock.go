package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// door is the screen before a book is open: a card in the middle of an empty window.
func door(body fyne.CanvasObject, notes ...fyne.CanvasObject) fyne.CanvasObject {
	ground := box(ToneBack, 0)
	middle := fyne.CanvasObject(container.NewCenter(Sized(440, 0, body)))
	if len(notes) > 0 {
		middle = container.NewCenter(Column(16, Sized(640, 0, Column(10, notes...)), container.NewCenter(Sized(440, 0, body))))
	}
	return withDoorHead(container.NewStack(ground, middle))
}

// showUnlock asks for the passphrase of the book.
func (p *Program) showUnlock() {
	card := NewCard(wording.Text("Open the book"), newIcon(IconLock, ToneSecond, 20), nil)
	field := NewPasswordField(wording.Text("Passphrase"), "")
	field.Required = true
	var open *Button
	tryOpen := func() {
		if !field.Valid() {
			field.Focus()
			return
		}
		pass := field.Text()
		open.Disable()
		Do(p.worker, wording.Text("Opening"), func(ctx context.Context) (*desk.Desk, error) {
			return desk.Open(ctx, p.options.Dir, pass, p.options.Options...)
		}, func(d *desk.Desk, err error) {
			open.Enable()
			if err != nil {
				field.SetError(err)
				field.Focus()
				return
			}
			p.Opened(d)
		})
	}
	open = NewPrimary(wording.Text("Open"), IconForward, tryOpen)
	field.OnEnter = func(string) { tryOpen() }
	forgot := NewLink(wording.Text("Forgot the passphrase?"), "", p.askRecovery)
	place := Second(p.options.Dir)
	card.SetBody(Column(16, field, Row(12, forgot, Space(), open), place))
	p.window.SetPadded(false)
	p.showDoor(door(card, p.notes()...))
	field.Focus()
	p.options.Trace("unlock shown")
}

// askRecovery opens the book with the recovery code from the printed sheet and sets a new passphrase.
func (p *Program) askRecovery() {
	code := NewField(wording.Text("Recovery code"), "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
	code.Required = true
	pass := NewPasswordField(wording.Text("New passphrase"), "")
	pass.Required = true
	again := NewPasswordField(wording.Text("Type it again"), "")
	again.Check = func(text string) error { return sameText(pass.Text(), text) }
	body := Column(12, Paragraph(Span{Text: wording.Text("The code is on the recovery sheet that was printed when the book was made.")}), code, pass, again)
	ShowForm(p.window, wording.Text("Open with the recovery code"), wording.Text("Open"), body, code, func(dialog *Dialog) bool {
		if !allValid(code, pass, again) {
			return false
		}
		Do(p.worker, wording.Text("Opening"), func(ctx context.Context) (*desk.Desk, error) {
			return desk.OpenWithRecovery(ctx, p.options.Dir, code.Text(), pass.Text(), p.options.Options...)
		}, func(d *desk.Desk, err error) {
			if err != nil {
				dialog.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			dialog.Close()
			p.Opened(d)
		})
		return false
	})
}
