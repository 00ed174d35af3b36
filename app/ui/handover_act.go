package ui

import (
	"context"
	"strings"

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
		s.write()
		return
	}
	s.program.pickFolder(wording.Text("Where to write the packet"), func(path string) {
		s.target = path
		s.write()
	})
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

// openReceipt takes what the committee answered from a file or stick.
func (s *handoverScreen) openReceipt() {
	p := s.program
	p.pickFile(wording.Text("Open the committee's receipt"), []string{desk.PacketEnding}, func(path string) {
		Do(p.frame.Worker, wording.Text("Receiving"), func(ctx context.Context) ([]desk.Received, error) {
			return p.desk.Receive(ctx, []string{path}, false, nil)
		}, func(list []desk.Received, err error) {
			if err == nil && len(list) > 0 {
				err = list[0].Err()
			}
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.ShowStatus()
			p.frame.ShowNotice(MeaningDone, wording.Text("Receipt for month {month} taken in", "month", list[0].Month.String()), nil)
			s.Show(s.month)
		})
	})
}

func (s *handoverScreen) reopen() {
	s.program.askReopen(s.month, func() {
		s.done = false
		s.Show(s.month)
	})
}
