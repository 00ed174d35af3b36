package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// startChoice is one of the ways to begin.
type startChoice int

const (
	startCell startChoice = iota
	startInvitation
	startSample
	startCommittee
)

// firstRun is the screen of the first start: how to begin, the names, and the passphrase.
type firstRun struct {
	program *Program
	choice  startChoice
	cards   []*Choice
	ways    []fyne.Disableable // what leads elsewhere; still while a book is made
	page    *Page
	making  bool

	name, body, code, enterprise, superior, committee, place *Field // body is the name where a committee begins
	pass, again                                              *Field
	strength                                                 *Bar
	strengthWords                                            *Words
	invitation                                               string // path of the invitation that was opened
	right                                                    *Card
	message                                                  *fyne.Container
	begin                                                    *Button
}

// showFirstRun asks how to begin.
func (p *Program) showFirstRun() *firstRun {
	s := &firstRun{program: p}
	s.cards = []*Choice{
		NewChoice(IconMembers, wording.Text("New cell"), wording.Text("Type the cell's name, then its list of members"), func() { s.choose(startCell) }),
		NewChoice(IconMail, wording.Text("Open the committee's invitation"), wording.Text("Plug in the USB stick; names and criteria are ready"), s.openInvitation),
		NewChoice(IconShow, wording.Text("Try with sample data"), wording.Text("No passphrase needed, can be deleted at any time"), func() { s.choose(startSample) }),
	}
	committee := NewLink(wording.Text("Use as a committee"), "", func() { s.choose(startCommittee) })
	restore := NewLink(wording.Text("Restore from a backup…"), "", func() { p.showRestore(s.show) })
	exit := NewButton(wording.Text("Exit"), "", p.quit)
	s.makeFields()
	s.right = NewCard(" ", nil, container.NewStack())
	s.begin = NewPrimary(wording.Text("Create the cell"), IconForward, s.create)
	s.message = container.NewStack()
	left := Column(16, s.cards[0], s.cards[1], s.cards[2], Row(4, newIcon(IconInbox, ToneSecond, 18), Second(wording.Text("A committee that receives the cells' reports?")), committee),
		Row(4, newIcon(IconHistory, ToneSecond, 18), Second(wording.Text("Another computer had the book?")), restore))
	body := Grid(GridItem{Share: 42, Least: 380, Object: left}, GridItem{Share: 58, Least: 440, Object: s.right})
	s.page = NewPage(wording.Text("Getting started"))
	s.page.SetBody(Column(12, append(p.notes(), s.message, body)...))
	s.page.SetBar(NewActionBar(NewHint("", ToneSecond, Span{Text: wording.Text("Next step: the recovery code"), Tone: ToneSecond}),
		exit, s.begin))
	s.ways = []fyne.Disableable{s.cards[0], s.cards[1], s.cards[2], committee, restore, exit, s.begin}
	s.choose(startCell)
	s.show()
	p.options.Trace("first run shown")
	return s
}

// show puts the screen into the window, also on the way back from restoring, with what was typed.
func (s *firstRun) show() {
	p := s.program
	p.window.SetPadded(false)
	p.door = s.page
	p.showDoor(withDoorHead(s.page))
	p.leaveDoor = s.leave
}

// leave asks before what was typed is lost. While a book is being made nothing leaves, for half a book is none; the sample may be left.
func (s *firstRun) leave(proceed func()) {
	switch {
	case s.making && s.choice != startSample:
	case s.filled():
		Ask(s.program.window, Question{Title: wording.Text("Exit without making the book?"), Text: wording.Text("What was typed here will be lost."),
			Verb: wording.Text("Exit"), Back: wording.Text("Go on typing"), Danger: true, Do: proceed})
	default:
		proceed()
	}
}

// filled reports whether anything was typed.
func (s *firstRun) filled() bool {
	for _, f := range []*Field{s.name, s.body, s.code, s.enterprise, s.superior, s.committee, s.place, s.pass, s.again} {
		if f.Text() != "" {
			return true
		}
	}
	return false
}

// setMaking keeps all ways elsewhere shut while a book is being made.
func (s *firstRun) setMaking(making bool) {
	s.making = making
	for _, way := range s.ways {
		if making {
			way.Disable()
		} else {
			way.Enable()
		}
	}
}

func (p *Program) quitUnopened() {
	p.window.SetCloseIntercept(nil)
	p.window.Close()
}

func (s *firstRun) makeFields() {
	s.name = NewField(wording.Text("Name of the cell"), "Chi bộ Xưởng May 2")
	s.body = NewField(wording.Text("Name of the committee"), "Đảng ủy Công ty CP May Hưng Thịnh")
	s.code = NewField(wording.Text("Code"), "CB001").WithNote(wording.Text("The committee above gives it; without one, choose a short one"))
	s.enterprise = NewField(wording.Text("Enterprise"), "Công ty CP May Hưng Thịnh")
	s.superior = NewField(wording.Text("Superior Party body (head of documents)"), "Đảng bộ Công ty CP May Hưng Thịnh")
	s.committee = NewField(wording.Text("Committee that receives the reports"), "Đảng ủy Công ty CP May Hưng Thịnh")
	s.place = NewField(wording.Text("Place name"), "Hưng Yên")
	s.name.Required, s.body.Required, s.code.Required = true, true, true
	s.pass = NewPasswordField(wording.Text("Passphrase"), "")
	s.again = NewPasswordField(wording.Text("Type it again"), "")
	s.pass.Check = func(text string) error { return desk.CheckPassphrase(text) }
	s.again.Check = func(text string) error { return sameText(s.pass.Text(), text) }
	s.strength, s.strengthWords = NewBar(0), NewWords(Span{Text: wording.Text("Use four words that are easy to remember and hard to guess"), Tone: ToneSecond, Size: SizeSmall})
	s.pass.OnChanged = s.showStrength
	s.again.OnEnter = func(string) { s.create() }
}

// nameField is the entry of the name of whom the book is for.
func (s *firstRun) nameField() *Field {
	if s.choice == startCommittee {
		return s.body
	}
	return s.name
}

func (s *firstRun) showStrength(text string) {
	strength := desk.PassphraseStrength(text)
	s.strength.Set(float64(strength) / 4)
	s.strength.Tone = ToneGreenFill
	words := []string{wording.Text("Too short"), wording.Text("Weak"), wording.Text("Fair"), wording.Text("Strong"), wording.Text("Very strong")}
	if strength < 2 {
		s.strength.Tone = ToneAmber
	}
	s.strengthWords.SetSpans(Span{Text: words[strength] + "  ", Bold: true, Size: SizeSmall}, Span{Text: wording.Text("Use four words that are easy to remember and hard to guess"), Tone: ToneSecond, Size: SizeSmall})
	s.strength.Refresh()
}

// choose shows the fields of a way to begin.
func (s *firstRun) choose(choice startChoice) {
	s.choice = choice
	for i, card := range s.cards {
		card.Choose(startChoice(i) == choice)
	}
	s.setMessage(nil)
	switch choice {
	case startSample:
		s.right.SetTitle(wording.Text("Try with sample data"))
		s.right.SetBody(Paragraph(Span{Text: wording.Text("A cell with 24 invented members, a year of meetings and points. Nothing you do there touches a real book.")}))
		s.begin.SetText(wording.Text("Open the sample"))
	case startCommittee:
		s.right.SetTitle(wording.Text("Use as a committee"))
		s.right.SetBody(s.form(s.body, s.code, s.enterprise, s.superior, s.place))
		s.begin.SetText(wording.Text("Create the committee's book"))
	case startInvitation:
		s.right.SetTitle(wording.Text("Set a passphrase"))
		s.right.SetBody(s.passphraseForm())
		s.begin.SetText(wording.Text("Create the cell"))
	default:
		s.right.SetTitle(wording.Text("The cell and its passphrase"))
		s.right.SetBody(s.form(s.name, s.code, s.enterprise, s.superior, s.committee, s.place))
		s.begin.SetText(wording.Text("Create the cell"))
	}
}

// form lays the names out in two columns with the passphrase under them.
func (s *firstRun) form(fields ...*Field) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i := 0; i < len(fields); i += 2 {
		if i+1 < len(fields) {
			rows = append(rows, TopRow(16, Stretch(fields[i]), Stretch(fields[i+1])))
		} else {
			rows = append(rows, fields[i])
		}
	}
	return Column(12, append(rows, s.passphraseForm())...)
}

func (s *firstRun) passphraseForm() fyne.CanvasObject {
	return Column(12,
		TopRow(16, Stretch(s.pass), Stretch(s.again)),
		TopRow(16, Stretch(s.strength), Stretch(s.strengthWords)),
		Rule(),
		Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Paragraph(Span{Text: wording.Text("Do not enter contents that are state secrets into this program."), Size: SizeSmall}))),
	)
}

func (s *firstRun) setMessage(b *Banner) {
	s.message.Objects = nil
	if b != nil {
		s.message.Objects = []fyne.CanvasObject{b}
	}
	s.message.Refresh()
}

// openInvitation asks for the invitation's file and shows what it says.
func (s *firstRun) openInvitation() {
	s.program.pickFile(wording.Text("Open the invitation"), []string{".chibo"}, func(path string) {
		Do(s.program.worker, "", func(context.Context) (desk.Invitation, error) {
			invitation, _, err := desk.ReadInvitation(path)
			return invitation, err
		}, func(i desk.Invitation, err error) {
			if err != nil {
				s.setMessage(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			s.invitation = path
			s.choose(startInvitation)
			s.setMessage(NewBanner(MeaningDone, wording.Text("Invitation for {cell} from {committee}", "cell", i.Name, "committee", i.CommitteeName), nil))
		})
	})
}

func (s *firstRun) create() {
	if s.making {
		return
	}
	if s.choice == startInvitation && s.invitation == "" {
		s.openInvitation()
		return
	}
	if s.choice != startSample && !s.valid() {
		return
	}
	s.setMaking(true)
	p := s.program
	type made struct {
		desk     *desk.Desk
		recovery string
	}
	start, choice, invitation := s.newBook(), s.choice, s.invitation
	Do(p.worker, wording.Text("Creating the book"), func(ctx context.Context) (made, error) {
		var m made
		var err error
		switch choice {
		case startSample:
			m.desk, err = desk.OpenSample(ctx, desk.SampleDir(p.options.Dir), p.options.Options...)
		case startInvitation:
			m.desk, m.recovery, err = desk.CreateFromInvitation(ctx, p.options.Dir, start, invitation, p.options.Options...)
		default:
			m.desk, m.recovery, err = desk.Create(ctx, p.options.Dir, start, p.options.Options...)
		}
		return m, err
	}, func(m made, err error) {
		s.setMaking(false)
		switch {
		case err != nil:
			s.setMessage(NewBanner(MeaningError, wording.Sentence(err), nil))
		case m.recovery == "":
			p.Opened(m.desk)
		default:
			p.showRecovery(m.desk, m.recovery)
		}
	})
}

func (s *firstRun) valid() bool {
	fields := []*Field{s.pass, s.again}
	if s.choice != startInvitation {
		fields = append([]*Field{s.nameField(), s.code}, fields...)
	}
	s.pass.Required, s.again.Required = true, true
	return allValid(fields...)
}

func (s *firstRun) newBook() desk.NewBook {
	role := app.CellBook
	if s.choice == startCommittee {
		role = app.CommitteeBook
	}
	return desk.NewBook{Passphrase: s.pass.Text(), AskRecovery: true, Settings: app.Settings{Role: role, Name: s.nameField().Text(), Code: strings.ToUpper(s.code.Text()),
		Enterprise: s.enterprise.Text(), SuperiorName: s.superior.Text(), CommitteeName: s.committee.Text(), PlaceName: s.place.Text()}}
}
