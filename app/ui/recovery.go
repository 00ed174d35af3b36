package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// showRecovery shows the recovery code of a new book; it must be printed or written down before the user goes on.
func (p *Program) showRecovery(d *desk.Desk, code string) {
	next := NewPrimary(wording.Text("Continue"), IconForward, func() { p.recoveryKept(d) })
	next.Disable()
	kept := NewCheck(wording.Text("The recovery code is printed or written down and kept under lock"), func(checked bool) {
		if checked {
			next.Enable()
		} else {
			next.Disable()
		}
	})
	print := NewSmall(wording.Text("Print the code"), IconPrint, func() { p.printRecovery(d, code) })
	shown := NewWords(Span{Text: code, Bold: true, Size: 26}).Aligned(fyne.TextAlignCenter)
	gold := NewCard(wording.Text("Recovery code"), print, Column(12, NewBox(shown),
		Paragraph(Span{Text: wording.Text("If the passphrase is forgotten and this code is lost, ")}, Span{Text: wording.Text("nobody can open the data."), Bold: true})))
	gold.Fill, gold.Edge = ToneGoldBack, ToneGoldLine
	page := NewPage(wording.Text("Keep the recovery code"))
	page.SetBody(Column(16, gold, kept))
	page.SetBar(NewActionBar(nil, next))
	p.door = page
	p.showDoor(withDoorHead(page))
}

// recoveryKept has the new book remember that its code is noted, and goes on.
func (p *Program) recoveryKept(d *desk.Desk) {
	Do(p.worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, d.ConfirmRecovery(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			ShowMessage(p.window, MeaningError, "", wording.Sentence(err))
			return
		}
		p.showMidTerm(d)
	})
}

// tellRecovery says on a book just opened that nobody confirmed its recovery code, and offers a new one.
func (p *Program) tellRecovery() {
	p.frame.ShowNotice(MeaningWatch, wording.Text("No recovery code of this book was noted: make a new one and print it or write it down, or a forgotten passphrase locks the book for ever."),
		NewButton(wording.Text("New recovery code…"), IconPrint, p.renewRecovery))
}

// renewRecovery prints a new recovery sheet and then puts it into force.
func (p *Program) renewRecovery() {
	code, err := p.desk.NewRecoveryCode()
	if err != nil {
		p.frame.ShowError(err)
		return
	}
	body, kept := p.codeCard(code)
	ShowForm(p.window, wording.Text("New recovery code"), wording.Text("Use this code"), body, nil, func(d *Dialog) bool {
		if !kept.Checked() {
			d.ShowBanner(NewBanner(MeaningWatch, wording.Text("Print the code or write it down first, and tick that it is kept."), nil))
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.SetRecovery(ctx, code) }, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			p.frame.ShowNotice(MeaningDone, wording.Text("The new recovery code is in force; tear up the old sheet."), nil)
		})
		return false
	})
}

// codeCard shows a recovery code that is not in force yet, with a button that prints it and a box to tick.
func (p *Program) codeCard(code string) (fyne.CanvasObject, *Check) {
	kept := NewCheck(wording.Text("The recovery code is printed or written down and kept under lock"), nil)
	shown := NewWords(Span{Text: code, Bold: true, Size: 20}).Aligned(fyne.TextAlignCenter)
	gold := NewCard(wording.Text("Recovery code"), NewSmall(wording.Text("Print the code"), IconPrint, func() { p.printRecovery(p.desk, code) }), NewBox(shown))
	gold.Fill, gold.Edge = ToneGoldBack, ToneGoldLine
	return Column(12, gold, kept), kept
}

// printRecovery makes the recovery sheet in a private folder, hands it to the printer and removes it when the program ends.
func (p *Program) printRecovery(d *desk.Desk, code string) {
	Do(p.worker, wording.Text("Printing"), func(ctx context.Context) (string, error) {
		return d.PrintRecovery(ctx, code)
	}, func(path string, err error) {
		if err != nil {
			ShowMessage(p.window, MeaningError, "", wording.Sentence(err))
			return
		}
		p.printFile(path)
	})
}

// privateFile writes a file that only this user can read, until the book is closed.
func (p *Program) privateFile(name string, data []byte) (string, error) {
	return desk.ShowFile(p.options.Dir, name, data)
}

// EndPrivate removes the files that were made for viewing and printing.
func (p *Program) EndPrivate() { desk.HideShown(p.options.Dir) }
