package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func (s *handoverScreen) chooseFolder() {
	s.program.pickFolder(wording.Text("Where to write the packet"), func(path string) {
		s.target, s.done = path, false
		s.draw()
	})
}

func (s *handoverScreen) closeAnyway() {
	var gaps []string
	for _, c := range gapsOf(s.view.Status) {
		title, _ := checkWords(c)
		gaps = append(gaps, title)
	}
	Ask(s.program.window, Question{Title: wording.Text("Close month {month} as it is?", "month", s.month.String()), Text: strings.Join(gaps, ". ") + ".",
		Verb: wording.Text("Close the month"), Do: func() { s.closeMonth(func() { s.Show(s.month) }) }})
}

func (s *handoverScreen) closeMonth(then func()) {
	p, month := s.program, s.month
	Do(p.frame.Worker, wording.Text("Closing the month"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.CloseMonth(ctx, month, true)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		then()
	})
}

// write closes the month if it is open and writes the packet.
func (s *handoverScreen) write() {
	p, month, dir := s.program, s.month, s.target
	isOpen := !s.view.Status.Record.State.IsFrozen()
	s.page.SetBanner(nil)
	Do(p.frame.Worker, wording.Text("Writing and reading back"), func(ctx context.Context) (app.OutboxPacket, error) {
		if isOpen {
			if err := p.desk.CloseMonth(ctx, month, false); err != nil {
				return app.OutboxPacket{}, err
			}
		}
		return p.desk.Handover(ctx, month, dir, func(done, total int64) { p.frame.Progress(int(done), int(total)) })
	}, func(_ app.OutboxPacket, err error) {
		if err != nil {
			p.frame.ShowError(err)
			s.Show(month)
			return
		}
		s.done = true
		s.page.SetBanner(nil)
		p.ShowStatus()
		s.Show(month)
	})
}

// writeAgain writes the packet to another stick, or to one that has to be chosen first.
func (s *handoverScreen) writeAgain() {
	if s.target != "" {
		s.writeHere()
		return
	}
	s.program.pickFolder(wording.Text("Where to write the packet"), func(path string) {
		s.target = path
		s.writeHere()
	})
}

// writeHere writes for the committee, or without an invitation by a passphrase.
func (s *handoverScreen) writeHere() {
	if s.view.Link == nil {
		s.writeByPassphrase()
		return
	}
	s.write()
}

// eject makes the stick safe to pull out; where the system does not let it go, the way to do it by hand is told.
func (s *handoverScreen) eject() {
	p, drive := s.program, s.target
	Do(p.frame.Worker, wording.Text("Ejecting the stick"), func(context.Context) (struct{}, error) { return struct{}{}, desk.Eject(drive) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.target = ""
		s.Show(s.month)
		p.frame.ShowNotice(MeaningDone, wording.Text("The stick can be pulled out now"), nil)
	})
}

func (s *handoverScreen) printSlip() {
	s.program.printReport(app.ReportRef{Kind: app.ReportSlip, Month: s.month})
}

func (s *handoverScreen) confirm() {
	p := s.program
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.ConfirmCommittee(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.Show(s.month)
	})
}

func (s *handoverScreen) openInvitation() {
	p := s.program
	p.pickFile(wording.Text("Open the invitation"), []string{desk.PacketEnding}, func(path string) {
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.TakeInvitation(ctx, path) }, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			s.Show(s.month)
		})
	})
}

// writeByPassphrase hands over without an invitation: the packet is sealed by a passphrase that is told by phone.
func (s *handoverScreen) writeByPassphrase() {
	Ask(s.program.window, Question{Title: wording.Text("Hand over without an invitation?"),
		Text: wording.Text("The packet is sealed by a passphrase that the program shows once; you tell it to the committee by phone. At both ends the cell stands as “not registered” until it has opened the committee's invitation."),
		Verb: wording.Text("Write with a passphrase"), Do: func() { s.doByPassphrase() }})
}

func (s *handoverScreen) doByPassphrase() {
	p, month, dir := s.program, s.month, s.target
	isOpen := !s.view.Status.Record.State.IsFrozen()
	passphrase := ""
	Do(p.frame.Worker, wording.Text("Writing and reading back"), func(ctx context.Context) (packet app.OutboxPacket, err error) {
		if isOpen {
			if err := p.desk.CloseMonth(ctx, month, false); err != nil {
				return packet, err
			}
		}
		packet, passphrase, err = p.desk.HandoverByPassphrase(ctx, month, dir, func(done, total int64) { p.frame.Progress(int(done), int(total)) })
		return packet, err
	}, func(packet app.OutboxPacket, err error) {
		if err != nil {
			p.frame.ShowError(err)
			s.Show(month)
			return
		}
		s.done = true
		p.ShowStatus()
		s.Show(month)
		p.showPacketPassphrase(packet, passphrase)
	})
}

// showPacketPassphrase shows the passphrase of a packet, once.
func (p *Program) showPacketPassphrase(packet app.OutboxPacket, passphrase string) {
	code := NewBox(NewWords(Span{Text: passphrase, Bold: true, Size: 26}).Aligned(fyne.TextAlignCenter))
	code.Fill, code.Edge = ToneGoldBack, ToneGoldLine
	body := Column(12, Paragraph(Span{Text: wording.Text("Passphrase of {file}. Write it down and tell it to the committee by phone; it is kept nowhere and not shown again.", "file", packet.FileName)}), code,
		Row(10, NewState(MeaningWatch, wording.Text("Not registered")), Stretch(Second(wording.Text("Written once more, the packet gets another passphrase.")))))
	d := newDialog(wording.Text("Passphrase to tell by phone"), body, wording.Text("It is written down"), nil)
	d.main, d.width = d.back, 620
	d.show(p.window)
}

func (s *handoverScreen) reopen() {
	s.program.askReopen(s.month, func() {
		s.done = false
		s.Show(s.month)
	})
}
