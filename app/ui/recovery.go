package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// showRecovery shows the recovery code of a new book; it must be printed or written down before the user goes on.
func (p *Program) showRecovery(d *desk.Desk, code string) {
	next := NewPrimary(wording.Text("Continue"), IconForward, func() { p.showMidTerm(d) })
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
