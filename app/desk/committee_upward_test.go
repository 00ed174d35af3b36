package desk_test

import (
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// A committee hands its roll-up to its own superior, which returns it and then accepts it, as it does with a cell's packet.
func TestACommitteeHandsItsRollUpUp(t *testing.T) {
	t.Parallel()
	o, packet := confirmed(t)
	o.entry.FirstMonth = "2026-08"
	_, err := o.committee.SaveCell(o.ctx, o.entry)
	check(t, err)
	superior, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "superior"), desk.NewBook{Passphrase: "superior",
		Settings: app.Settings{Role: app.CommitteeBook, Name: "Đảng ủy cấp trên", Code: "TREN"}}, desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(superior.CloseDiscarding)
	_, err = o.committee.HandUp(o.ctx, "2026-08", o.folder(), false, nil)
	wantCode(t, err, desk.CodeNoInvitation)
	written, entry, err := superior.Invite(o.ctx, desk.InvitedCell{Code: "DU", Name: "Đảng ủy Công ty", FirstMonth: "2026-08"}, o.folder(), nil)
	check(t, err)
	check(t, o.committee.TakeInvitation(o.ctx, written.Path))
	dir := o.folder()
	_, err = o.committee.HandUp(o.ctx, "2026-07", dir, false, nil)
	wantCode(t, err, desk.CodeNothingToHandUp)
	handed, err := o.committee.HandUp(o.ctx, "2026-08", dir, true, nil)
	check(t, err)
	if got := o.receive(superior, filepath.Join(dir, handed.FileName)); !got.Taken || got.Reason != handover.CodeKeyUnknown {
		t.Fatalf("the superior: %s %s", got.Outcome, got.Reason)
	}
	check(t, superior.ConfirmKey(o.ctx, entry.ID))
	view, err := superior.Packet(o.ctx, handed.ID)
	check(t, err)
	if len(view.Packet.Findings) != 0 || len(view.Content.RollUp) != 1 || view.Packet.Summary.Members != 3 || len(view.Content.Members) != 3 || len(view.Reports) != 1 {
		t.Errorf("findings %v, %d cells, %d members, register of %d, documents %v", view.Packet.Findings, len(view.Content.RollUp), view.Packet.Summary.Members, len(view.Content.Members), view.Reports)
	}
	if view.Content.RollUp[0].State != app.MonthAccepted || packet.Month != "2026-08" {
		t.Errorf("the cell's line is %+v", view.Content.RollUp[0])
	}
	rows, err := superior.RollUp(o.ctx, "2026-08")
	check(t, err)
	if len(rows) != 1 || rows[0].Summary.Members != 3 {
		t.Errorf("the superior's roll-up has %+v", rows)
	}
	check(t, superior.Decide(o.ctx, handed.ID, app.ReceiptReturned, "Thiếu một chi bộ."))
	receipts := o.folder()
	names, err := superior.WriteReceipts(o.ctx, receipts, false, nil)
	check(t, err)
	if got := o.receive(o.committee, filepath.Join(receipts, names[0])); !got.Taken {
		t.Fatalf("the receipt: %s %s", got.Outcome, got.Reason)
	}
	answer, err := o.committee.LastReceipt(o.ctx, "2026-08")
	check(t, err)
	if answer == nil || answer.Remark != "Thiếu một chi bộ." {
		t.Errorf("the committee reads %+v", answer)
	}
	o.later()
	again, err := o.committee.HandUp(o.ctx, "2026-08", dir, false, nil)
	check(t, err)
	if got := o.receive(superior, filepath.Join(dir, again.FileName)); got.Reason != handover.CodeNew || again.Seq != 2 {
		t.Errorf("handed up again: %s %s, number %d", got.Outcome, got.Reason, again.Seq)
	}
}

func TestACommitteeIsNotItsOwnSuperior(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	written, _, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB005", Name: "Chi bộ Kho"}, o.folder(), nil)
	check(t, err)
	wantCode(t, o.committee.TakeInvitation(o.ctx, written.Path), handover.CodeOwn)
}
