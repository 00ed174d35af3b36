package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// findRescue looks for the newest backup of a book that can no longer be read, and offers it; failed tells what is wrong if there is none.
func (p *Program) findRescue(passphrase string, failed func()) {
	Do(p.worker, wording.Text("Looking for a backup"), func(ctx context.Context) (*desk.Rescue, error) {
		return desk.FindRescue(ctx, p.options.Dir, desk.Secret{Passphrase: passphrase}, p.options.Options...)
	}, func(found *desk.Rescue, err error) {
		if err != nil {
			failed()
			return
		}
		p.showRescue(found, passphrase)
	})
}

// showRescue offers the newest backup that can be read, with what it holds and what is missing in it.
func (p *Program) showRescue(r *desk.Rescue, passphrase string) {
	page := NewPage(wording.Text("The book is damaged, its backup is good"))
	saved := wording.Text("It is gone.")
	if !r.Saved.IsZero() {
		saved = wording.Text("Last written {time}.", "time", r.Saved)
	}
	damaged := NewCard(wording.Text("The book on this computer"), nil, Column(8,
		Row(8, newIcon(IconWarning, ToneError, 20), Stretch(Bold(wording.Text("Cannot be read")))),
		Paragraph(Span{Text: saved}), Paragraph(Span{Text: wording.Text("The damaged file is set aside among the backups; nothing is overwritten."), Tone: ToneSecond}),
		Second(p.options.Dir)))
	made := Row(8, newIcon(IconDone, ToneGreen, 20), Stretch(Bold(wording.Moment(r.Line.At)+", "+backupReason(r.Line.Reason))))
	good := NewCard(wording.Text("Newest backup that can be read"), nil, Column(8, made, contentsRows(&r.Contents)))
	page.SetBody(Column(16, Grid(GridItem{Share: 1, Least: 380, Object: damaged}, GridItem{Share: 1, Least: 380, Object: good}), NewBox(missingRow(r))))
	var restore *Button
	restore = NewPrimary(wording.Text("Restore this backup"), IconHistory, func() {
		restore.Disable()
		p.restoreBackup(r.Backups, r.Line, "", func(err error) {
			restore.Enable()
			page.SetBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
		})
	})
	other := NewButton(wording.Text("Choose another…"), "", func() {
		s := p.showRestore(p.showUnlock)
		s.pass.SetText(passphrase)
		s.open()
	})
	page.SetBar(NewActionBar(NewHint("", ToneSecond), NewButton(wording.Text("Back"), "", p.showUnlock), other, restore))
	p.door = page
	p.window.SetPadded(false)
	p.window.SetContent(withDoorHead(page))
	giveFocus(restore)
	p.options.Trace("rescue shown")
}

// missingRow says what is not in the backup that is offered.
func missingRow(r *desk.Rescue) fyne.CanvasObject {
	if r.Complete() {
		return Row(12, newIcon(IconDone, ToneGreen, 22), Stretch(Paragraph(Span{Text: wording.Text("Nothing is missing: the backup was made after the book was last written."), Bold: true})))
	}
	words := []Span{{Text: wording.Text("What was entered after {time} is missing in this backup: enter it again.", "time", r.Contents.LastChange), Bold: true}}
	if r.Spoilt > 0 {
		words = append(words, Span{Text: " " + wording.Text("{count} newer backups cannot be read either; have the disk looked at.", "count", r.Spoilt)})
	}
	return Row(12, newIcon(IconWarning, ToneAmber, 22), Stretch(Paragraph(words...)))
}

// restoreBackup puts a backup in the place of the book and opens it.
func (p *Program) restoreBackup(backups *desk.Backups, line desk.BackupLine, newPassphrase string, failed func(error)) {
	Do(p.worker, wording.Text("Restoring"), func(ctx context.Context) (*desk.Desk, error) {
		return backups.Restore(ctx, line.Name, newPassphrase)
	}, func(d *desk.Desk, err error) {
		if err != nil {
			failed(err)
			return
		}
		p.notice = wording.Text("The book is as it was on {time}. What was there before is kept among the backups.", "time", line.At)
		p.Opened(d)
	})
}
