package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// handUp hands the month's roll-up to the committee's own superior; without one its invitation is asked for first.
func (s *rollUpScreen) handUp() {
	p := s.program
	Load(p.frame.Worker, "", p.desk.Superior, func(link *app.CommitteeLink) {
		if link == nil {
			Ask(p.window, Question{Title: wording.Text("Hand up…"), Text: wording.Text("No superior yet. Open the invitation that your superior committee wrote for you."),
				Verb: wording.Text("Open the superior's invitation"), Do: s.openSuperior})
			return
		}
		s.askHandUp(*link)
	})
}

func (s *rollUpScreen) openSuperior() {
	p := s.program
	p.pickFile(wording.Text("Open the superior's invitation"), []string{desk.PacketEnding}, func(path string) {
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.TakeInvitation(ctx, path) }, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			s.handUp()
		})
	})
}

func (s *rollUpScreen) askHandUp(link app.CommitteeLink) {
	p, month := s.program, s.program.frame.Month()
	register := NewCheck(wording.Text("Also the register of members"), nil)
	body := Column(12, Bold(wording.Text("{name}: superior", "name", link.CommitteeName)), Second(wording.Text("Only the superior and this committee can open the packet.")), register)
	ShowForm(p.window, wording.Text("Hand the roll-up of month {month} to the superior", "month", month.String()), wording.Text("Choose a stick or folder…"), body, nil, func(*Dialog) bool {
		p.pickFolder(wording.Text("Where to write the packet"), func(dir string) {
			Do(p.frame.Worker, wording.Text("Writing and reading back"), func(ctx context.Context) (app.OutboxPacket, error) {
				return p.desk.HandUp(ctx, month, dir, register.Checked(), func(done, total int64) { p.frame.Progress(int(done), int(total)) })
			}, func(packet app.OutboxPacket, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				p.frame.ShowNotice(MeaningDone, wording.Text("Handed up as {file}, packet code {code}", "file", packet.FileName, "code", packet.Code), nil)
			})
		})
		return true
	})
}

// answerOfSuperior shows what the superior answered on the month, if it did.
func (s *rollUpScreen) answerOfSuperior() {
	p, month := s.program, s.program.frame.Month()
	Load(p.frame.Worker, "", func(ctx context.Context) (*app.Receipt, error) { return p.desk.LastReceipt(ctx, month) }, func(answer *app.Receipt) {
		switch {
		case answer == nil:
			s.page.SetSub("")
		case answer.Verdict == app.ReceiptReturned:
			s.page.SetSub(wording.Text("The superior returned this month: {remark}", "remark", answer.Remark))
		case answer.Verdict == app.ReceiptAccepted:
			s.page.SetSub(wording.Text("The superior accepted this month"))
		}
	})
}
