package desk_test

import (
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestACellWhoseKeyWasWithdrawnDoesNotKeepTheOthersFromTheirReceipts(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t) // of 08/2026, accepted and not answered yet
	stick := o.folder()
	written, entry, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho vận"}, stick, nil)
	check(t, err)
	other, _, err := desk.CreateFromInvitation(o.ctx, filepath.Join(o.folder(), "cell"), desk.NewBook{Passphrase: "other cell"},
		filepath.Join(stick, written.Name), desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(other.CloseDiscarding)
	packet, path := o.handIn(other, "2026-11")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmKey(o.ctx, entry.ID))
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	check(t, o.committee.WithdrawKey(o.ctx, o.entry.ID))

	write := func() []string {
		names, err := o.committee.WriteReceipts(o.ctx, o.folder(), false, nil)
		check(t, err)
		return names
	}
	if names := write(); len(names) != 1 || names[0] != "PH-CB002-2026-11-01.chibo" {
		t.Errorf("written: %v", names)
	}
	next, path := o.handIn(o.newCell(), "2026-09")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmPacketKey(o.ctx, next.ID))
	if names := write(); len(names) != 1 || names[0] != "PH-CB001-2026-08-01.chibo" {
		t.Errorf("once the cell has a key again: %v", names)
	}
}

func TestAReceiptNamesTheMonthOfThePacketThatItAnswers(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	packet, _ := o.handIn(o.cell, "2026-08")
	o.handIn(o.cell, "2026-09")
	receipt := app.Receipt{ID: "receipt-1", PacketID: packet.ID, CellID: o.entry.ID, Month: "2026-09", Seq: packet.Seq, Verdict: app.ReceiptAccepted, DecidedAt: o.clock.now}
	wantCode(t, o.cell.TakeReceipt(o.ctx, receipt), desk.CodeBadData)
	receipt.Month = packet.Month
	check(t, o.cell.TakeReceipt(o.ctx, receipt))
	if o.state("2026-08") != app.MonthAccepted || o.state("2026-09") != app.MonthHandedOver {
		t.Errorf("the months are %s and %s", o.state("2026-08"), o.state("2026-09"))
	}
}
