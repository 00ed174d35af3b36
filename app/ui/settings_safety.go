package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// safety holds who opens the book, the lock, the backups and the check.
func (s *settingsScreen) safety() fyne.CanvasObject {
	right := []fyne.CanvasObject{s.backupCard(), s.checkCard()}
	if s.settings.Role == app.CommitteeBook {
		right = append(right, s.keyCard())
	}
	return Grid(
		GridItem{Share: 1, Least: 430, Object: Column(16, s.personCard(), s.lockCard(), s.program.supportCard())},
		GridItem{Share: 1, Least: 430, Object: Column(16, right...)},
	)
}

// lockCard chooses after how many minutes the window locks itself. It is of this computer, not of the book.
func (s *settingsScreen) lockCard() fyne.CanvasObject {
	words := make([]string, len(idleChoices))
	for i, minutes := range idleChoices {
		words[i] = wording.Text("after {minutes} minutes without use", "minutes", minutes)
		if minutes == neverIdleLock {
			words[i] = wording.Text("never by itself")
		}
	}
	choose := NewSelect(wording.Text("Lock the book"), "", words, func(i int) {
		fyne.CurrentApp().Preferences().SetInt(preferIdle, idleChoices[i])
	})
	choose.Choose(indexOf(idleChoices, idleMinutes()))
	return NewCard(wording.Text("Lock"), NewSmall(wording.Text("Lock now"), IconLock, s.program.frame.Lock), Column(12, choose,
		Paragraph(Span{Text: wording.Text("What is being typed is there again after unlocking. The book is locked with Windows, too."), Tone: ToneSecond})))
}

// backupCard says how the backups stand.
func (s *settingsScreen) backupCard() fyne.CanvasObject {
	state := s.safe
	line := func(icon string, tone Tone, title, sub string) fyne.CanvasObject {
		return TopRow(12, newIcon(icon, tone, 20), Stretch(Column(2, Bold(title), Paragraph(Span{Text: sub, Tone: ToneSecond, Size: SizeSmall}))))
	}
	var here fyne.CanvasObject
	if state.Last.IsZero() {
		here = line(IconCircle, ToneSecond, wording.Text("On this computer: no backup yet"), s.program.desk.BackupDir())
	} else {
		here = line(IconDone, ToneGreen, wording.Text("On this computer: {time}", "time", state.Last), s.program.desk.BackupDir())
	}
	var there fyne.CanvasObject
	switch {
	case state.Place == "":
		there = line(IconWarning, ToneAmber, wording.Text("No second place"), wording.Sentence(app.NewError(desk.CodeNoPlace)))
	case state.PlaceLast.IsZero():
		there = line(IconWarning, ToneAmber, wording.Text("Second place out of reach"), state.Place)
	default:
		there = line(IconDone, ToneGreen, wording.Text("Second place: {time}", "time", state.PlaceLast), state.Place)
	}
	rows := []fyne.CanvasObject{here, there}
	if code := app.CodeOf(state.Warning); code == desk.CodeBackupOld || code == desk.CodePlaceOld {
		rows = append(rows, NewBanner(MeaningWatch, wording.Sentence(state.Warning), nil))
	}
	place := NewSmall(wording.Text("Second place…"), IconFolder, s.choosePlace)
	if state.Place != "" {
		place = NewSmall(wording.Text("Change the place…"), IconFolder, s.choosePlace)
	}
	rows = append(rows, Flow(8, NewSmall(wording.Text("Back up now"), IconSave, s.backUp), place,
		NewSmall(wording.Text("Restore…"), IconHistory, s.restore), NewSmall(wording.Text("Copy to another place…"), IconUSB, s.program.copyBook)))
	return NewCard(wording.Text("Backups"), nil, Column(12, rows...))
}

// reload loads how things stand and shows the tab again.
func (s *settingsScreen) reload() {
	s.Show(s.program.frame.Month())
	s.program.ShowStatus()
}

func (s *settingsScreen) choosePlace() {
	p := s.program
	p.pickFolder(wording.Text("Second place of backups"), func(parent string) {
		Do(p.frame.Worker, wording.Text("Backing up"), func(ctx context.Context) (string, error) { return p.desk.SetBackupPlace(ctx, parent) }, func(dir string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			s.reload()
			p.frame.ShowNotice(MeaningDone, wording.Text("From now on the book is also backed up to {folder}.", "folder", dir), nil)
		})
	})
}

func (s *settingsScreen) backUp() {
	p := s.program
	Do(p.frame.Worker, wording.Text("Backing up"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.Backup(ctx, "manual")
	}, func(_ struct{}, err error) {
		s.reload()
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Backed up and read back"), nil)
	})
}

// restore closes the book, because another one takes its place, and begins.
func (s *settingsScreen) restore() {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Restore from a backup?"), Text: wording.Text("The book is saved and closed first. Nothing changes before the third step."),
		Verb: wording.Text("Continue"), Do: func() {
			p.frame.Leave(func() { p.closeBook(func() { p.showRestore(p.showUnlock) }) })
		}})
}

// copyBook writes the whole sealed book to another drive or folder.
func (p *Program) copyBook() {
	p.pickFolder(wording.Text("Where to copy the book"), func(parent string) {
		Do(p.frame.Worker, wording.Text("Backing up"), func(ctx context.Context) (string, error) { return p.desk.CopyTo(ctx, parent) }, func(dir string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("The sealed book was copied to {folder}. It opens there with the same passphrase.", "folder", dir), nil)
		})
	})
}
