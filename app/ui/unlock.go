package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
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

// showUnlock asks for the passphrase of the book, when the program starts and after it was locked.
func (p *Program) showUnlock() {
	title := wording.Text("Open the book")
	if p.locked != nil {
		title = wording.Text("The book is locked")
	}
	card := NewCard(title, newIcon(IconLock, ToneSecond, 20), nil)
	field := NewPasswordField(wording.Text("Passphrase"), "")
	field.Required = true
	var open *Button
	refused := func(err error) {
		p.wrongTry(open, err)
		if !isDamaged(err) {
			field.SetError(err)
			field.Focus()
			return
		}
		tell := func() {
			card.SetBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			field.Focus()
		}
		if p.locked == nil && app.CodeOf(err) != "key_damaged" { // a key that cannot be read opens no backup
			p.findRescue(field.Text(), tell)
			return
		}
		tell()
	}
	tryOpen := func() {
		if open.Disabled() {
			return
		}
		if !field.Valid() {
			field.Focus()
			return
		}
		pass := field.Text()
		open.Disable()
		if p.locked != nil {
			p.unlock(pass, refused)
			return
		}
		Do(p.worker, wording.Text("Opening"), func(ctx context.Context) (*desk.Desk, error) {
			return desk.Open(ctx, p.options.Dir, pass, p.options.Options...)
		}, func(d *desk.Desk, err error) {
			if err != nil {
				refused(err)
				return
			}
			p.Opened(d)
		})
	}
	open = NewPrimary(wording.Text("Open"), IconForward, tryOpen)
	field.OnEnter = func(string) { tryOpen() }
	ways := []fyne.CanvasObject{Space(), open}
	rows := []fyne.CanvasObject{field}
	if p.locked == nil { // the way round a forgotten passphrase would take the place of what is being typed
		ways = append([]fyne.CanvasObject{NewLink(wording.Text("Forgot the passphrase?"), "", p.askRecovery)}, ways...)
		rows = append(rows, Row(12, ways...), Rule(), Row(0, NewLink(wording.Text("Restore from a backup…"), IconHistory, func() { p.showRestore(p.showUnlock) }), Space()))
	} else {
		rows = append(rows, Row(12, ways...), Paragraph(Span{Text: wording.Text("Forgot the passphrase? Close the program, start it again and press “Forgot the passphrase?”."), Tone: ToneSecond, Size: SizeSmall}))
	}
	card.SetBody(Column(16, append(rows, Second(p.options.Dir))...))
	p.door = nil
	p.window.SetPadded(false)
	p.showDoor(door(card, p.notes()...))
	field.Focus()
	p.options.Trace("unlock shown")
}

// isDamaged reports whether an error says that the book's own files are of no use, so that only a backup helps.
func isDamaged(err error) bool {
	switch app.CodeOf(err) {
	case "book_damaged", "key_damaged", "not_a_book":
		return true
	}
	return false
}

// wrongTry counts a passphrase that did not open, and lets the next one wait.
func (p *Program) wrongTry(open *Button, err error) {
	if app.CodeOf(err) != "wrong_passphrase" {
		open.Enable()
		return
	}
	p.tries++
	wait := desk.WaitAfterWrong(p.tries)
	if wait == 0 {
		open.Enable()
		return
	}
	open.SetText(wording.Text("Wait {seconds} s", "seconds", int(wait.Seconds())))
	time.AfterFunc(wait, func() {
		fyne.Do(func() {
			open.SetText(wording.Text("Open"))
			open.Enable()
		})
	})
}

// askRecovery opens the book with the recovery code from the printed sheet and sets a new passphrase.
func (p *Program) askRecovery() {
	code := NewField(wording.Text("Recovery code"), "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
	code.Required = true
	pass, again := newPassphraseFields()
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
