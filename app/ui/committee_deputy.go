package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// deputies shows who besides the committee opens packets.
func (s *invitationsScreen) deputies() {
	p := s.program
	Load(p.frame.Worker, "", p.desk.Deputies, func(list []app.Deputy) {
		var d *Dialog
		var rows []fyne.CanvasObject
		for _, deputy := range list {
			end := fyne.CanvasObject(NewQuietState(MeaningNot, wording.Text("ended on {day}", "day", deputy.WithdrawnOn)))
			if deputy.IsActive() {
				end = NewSmall(wording.Text("End"), IconClose, func() {
					d.Close()
					s.endDeputy(deputy)
				})
			}
			rows = append(rows, Inset(8, 0, 8, 0, Row(12, newIcon(IconPerson, ToneSecond, 20), Stretch(Column(2, Bold(deputy.Name),
				Second(wording.Text("{code}, since {day}", "code", deputy.Fingerprint, "day", deputy.AddedOn)))), end)))
		}
		if len(rows) == 0 {
			rows = append(rows, Second(wording.Text("No deputy yet.")))
		}
		words := Paragraph(Span{Text: wording.Text("A deputy opens packets on his own computer with a key of his own; cells seal to both. What was handed over before he was added opens only here."), Tone: ToneSecond})
		renew := NewSmall(wording.Text("Write all invitations anew…"), IconMail, func() {
			d.Close()
			s.renewInvitations()
		})
		d = newDialog(wording.Text("Deputies"), Column(12, words, Rows(rows...), Row(0, renew, Space())), wording.Text("Close"), nil)
		d.main = NewPrimary(wording.Text("Add a deputy…"), IconAdd, func() {
			d.Close()
			s.addDeputy()
		})
		d.buttons.Add(d.main)
		d.width = 620
		d.show(p.window)
	})
}

func (s *invitationsScreen) addDeputy() {
	p := s.program
	name := NewField(wording.Text("Full name"), "")
	name.Required = true
	pass, again := newPassphraseFields()
	words := Paragraph(Span{Text: wording.Text("His book is made on a stick; let him choose the passphrase himself. Copy the folder to his computer and delete it on the stick."), Tone: ToneSecond})
	ShowForm(p.window, wording.Text("Add a deputy"), wording.Text("Choose a stick or folder…"), Column(12, words, name, pass, again), name, func(*Dialog) bool {
		if !allValid(name, pass, again) {
			return false
		}
		p.pickFolder(wording.Text("Where to make the deputy's book"), func(dir string) { s.makeDeputy(name.Text(), dir, pass.Text()) })
		return true
	})
}

func (s *invitationsScreen) makeDeputy(name, dir, passphrase string) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Making the book"), func(ctx context.Context) (desk.NewDeputy, error) {
		return p.desk.AddDeputy(ctx, name, dir, passphrase)
	}, func(made desk.NewDeputy, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.showDeputyCode(name, made)
	})
}

// showDeputyCode shows the recovery code of a deputy's book: only now, so nothing leads away from it before it is ticked as written down.
func (s *invitationsScreen) showDeputyCode(name string, made desk.NewDeputy) {
	code := NewBox(NewWords(Span{Text: made.Recovery, Bold: true, Size: 22}).Aligned(fyne.TextAlignCenter))
	code.Fill, code.Edge = ToneGoldBack, ToneGoldLine
	kept := NewCheck(wording.Text("The recovery code is written down and handed to the deputy"), nil)
	body := Column(12, Paragraph(Span{Text: wording.Text("The book is in {folder}. Its recovery code, shown only now:", "folder", made.Dir)}), code, kept,
		Paragraph(Span{Text: wording.Text("Now write all invitations anew: each cell learns of the deputy when it receives from the stick."), Tone: ToneSecond}))
	d := newDialog(wording.Text("{name} is a deputy", "name", name), body, wording.Text("Later"), nil)
	d.mayLeave = func() bool {
		if !kept.Checked() {
			d.ShowBanner(NewBanner(MeaningWatch, wording.Text("Write the code down first, and tick that it is: it is not shown again."), nil))
		}
		return kept.Checked()
	}
	d.main = NewPrimary(wording.Text("Write all invitations anew…"), IconMail, func() {
		if d.mayLeave() {
			d.Close()
			s.renewInvitations()
		}
	})
	d.buttons.Add(d.main)
	d.width = 620
	d.show(s.program.window)
}

func (s *invitationsScreen) endDeputy(deputy app.Deputy) {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("End that {name} opens packets?", "name", deputy.Name), Danger: true, Verb: wording.Text("End"),
		Text: wording.Text("Cells seal to him until they have received their renewed invitation. What he has received stays with him."),
		Do: func() {
			s.do(func(ctx context.Context) error { return p.desk.WithdrawDeputy(ctx, deputy.ID) })
		}})
}

func (s *invitationsScreen) renewInvitations() {
	p := s.program
	p.pickFolder(wording.Text("Where to write the invitations"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) ([]string, error) {
			return p.desk.RenewInvitations(ctx, dir, p.frame.Progress)
		}, func(names []string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("{count} invitations written to {folder}", "count", len(names), "folder", dir), nil)
		})
	})
}
