package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Steps of restoring.
const (
	restoreOpen = iota
	restoreChoose
	restoreConfirm
)

// restoreScreen brings a book back from a backup, in three steps: open the backups, choose one, see what changes. It stands before
// the door: the book is closed, damaged, or not on this computer at all.
type restoreScreen struct {
	program *Program
	back    func()
	page    *Page
	stepper *Stepper

	// step 1
	place        string // second place, "" for this computer
	source       *RadioGroup
	placeWords   *Words
	pass, code   *Field
	newPass      *Field
	again        *Field
	withRecovery bool
	form         *fyne.Container

	// steps 2 and 3
	backups  *desk.Backups
	lines    []desk.BackupLine
	contents map[string]desk.BackupContents
	faults   map[string]error
	present  *desk.BackupContents
	table    *DataTable
	chosen   int
	next     *Button
}

// showRestore begins to restore; back leads to where the user came from.
func (p *Program) showRestore(back func()) *restoreScreen {
	s := &restoreScreen{program: p, back: back, contents: map[string]desk.BackupContents{}, faults: map[string]error{}, chosen: -1}
	s.stepper = NewStepper(wording.Text("Open the backups"), wording.Text("Choose one"), wording.Text("Restore"))
	s.page = NewPage(wording.Text("Restore from a backup"), s.stepper)
	s.makeForm()
	p.door = s.page
	p.window.SetPadded(false)
	p.window.SetContent(withDoorHead(s.page))
	s.showOpen()
	p.options.Trace("restore shown")
	return s
}

func (s *restoreScreen) makeForm() {
	s.pass = NewPasswordField(wording.Text("Passphrase of the book"), "")
	s.code = NewField(wording.Text("Recovery code"), "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
	s.newPass = NewPasswordField(wording.Text("New passphrase"), "")
	s.again = NewPasswordField(wording.Text("Type it again"), "")
	for _, f := range []*Field{s.pass, s.code, s.newPass, s.again} {
		f.Required = true
	}
	s.newPass.Check = desk.CheckPassphrase
	s.again.Check = func(text string) error { return sameText(s.newPass.Text(), text) }
	for _, last := range []*Field{s.pass, s.again} {
		last.OnEnter = func(string) { s.open() }
	}
	s.placeWords = Paragraph()
	s.source = NewRadioColumn([]string{wording.Text("On this computer"), wording.Text("At the second place: another drive, a stick, a network folder")}, func(i int) {
		s.place = ""
		if i == 1 {
			s.askPlace()
		}
		s.showPlace()
	})
	s.form = container.NewStack()
	if desk.HasBackups(s.program.options.Dir) {
		s.source.Choose(0)
	} else {
		s.source.Choose(1)
	}
	s.showPlace()
}

func (s *restoreScreen) askPlace() {
	s.program.pickFolder(wording.Text("Folder with the backups"), func(dir string) {
		s.place = desk.FindBackupPlace(dir)
		s.source.Choose(1)
		s.showPlace()
		if s.place == "" {
			s.say(NewBanner(MeaningError, wording.Text("There are no backups of Sổ Chi bộ in {folder}. Choose the folder whose name begins with SoChiBo.", "folder", dir), nil))
		}
	})
}

func (s *restoreScreen) showPlace() {
	switch {
	case s.source.Selected() == 0:
		s.placeWords.SetText(s.program.options.Dir)
	case s.place == "":
		s.placeWords.SetText(wording.Text("No folder chosen yet"))
	default:
		s.placeWords.SetText(s.place)
	}
	s.page.Refresh()
}

func (s *restoreScreen) say(b *Banner) { s.page.SetBanner(b) }

// showOpen is step 1.
func (s *restoreScreen) showOpen() {
	s.stepper.Set(restoreOpen)
	choose := NewSmall(wording.Text("Choose the folder…"), IconFolder, s.askPlace)
	where := NewCard(wording.Text("Where the backups are"), choose, Column(12, s.source, Row(8, newIcon(IconFolder, ToneSecond, 18), Stretch(s.placeWords))))
	var secret fyne.CanvasObject
	toggle := NewLink(wording.Text("Use the recovery code"), IconKey, s.toggleSecret)
	if s.withRecovery {
		toggle.SetText(wording.Text("Use the passphrase"))
		secret = Column(12, s.code, TopRow(16, Stretch(s.newPass), Stretch(s.again)), Row(0, toggle, Space()))
	} else {
		secret = Column(12, s.pass, Row(0, toggle, Space()))
	}
	s.page.SetBody(Column(0, Grid(GridItem{Share: 1, Least: 400, Object: where}, GridItem{Share: 1, Least: 400, Object: NewCard(wording.Text("Key of the book"), nil, secret)})))
	s.next = NewPrimary(wording.Text("Show the backups"), IconForward, s.open)
	s.page.SetBar(NewActionBar(NewHint(IconShield, ToneSlate, Span{Text: wording.Text("Nothing changes before step 3."), Tone: ToneSecond}),
		NewButton(wording.Text("Back"), "", s.back), s.next))
	if s.withRecovery {
		s.code.Focus()
	} else {
		s.pass.Focus()
	}
}

func (s *restoreScreen) toggleSecret() {
	s.withRecovery = !s.withRecovery
	s.say(nil)
	s.showOpen()
}

func (s *restoreScreen) open() {
	secret := desk.Secret{Passphrase: s.pass.Text()}
	fields := []*Field{s.pass}
	if s.withRecovery {
		secret = desk.Secret{Recovery: s.code.Text()}
		fields = []*Field{s.code, s.newPass, s.again}
	}
	if s.source.Selected() == 1 && s.place == "" {
		s.askPlace()
		return
	}
	if !allValid(fields...) {
		return
	}
	p := s.program
	s.next.Disable()
	type opened struct {
		backups *desk.Backups
		lines   []desk.BackupLine
		present *desk.BackupContents
	}
	place := s.place
	Do(p.worker, wording.Text("Opening"), func(ctx context.Context) (opened, error) {
		var o opened
		var err error
		if o.backups, err = desk.OpenBackups(p.options.Dir, place, secret, p.options.Options...); err != nil {
			return o, err
		}
		if o.lines, err = o.backups.List(); err != nil {
			return o, err
		}
		if present, err := desk.PresentContents(ctx, p.options.Dir, secret, p.options.Options...); err == nil {
			o.present = &present
		}
		return o, nil
	}, func(o opened, err error) {
		s.next.Enable()
		if err != nil {
			s.say(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		s.say(nil)
		s.backups, s.lines, s.present = o.backups, o.lines, o.present
		s.showChoose()
	})
}

// restore is what the red button of step 3 does.
func (s *restoreScreen) restore() {
	pass := ""
	if s.withRecovery {
		pass = s.newPass.Text()
	}
	s.next.Disable()
	s.program.restoreBackup(s.backups, s.lines[s.chosen], pass, func(err error) {
		s.next.Enable()
		s.say(NewBanner(MeaningError, wording.Sentence(err), nil))
	})
}
