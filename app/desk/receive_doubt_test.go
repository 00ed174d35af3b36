package desk_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

func TestACellThatLostItsBookGoesOnWithANewKey(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	fresh := o.newCell()
	packet, path := o.handIn(fresh, "2026-09")
	o.receive(o.committee, path)
	wantCode(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""), handover.CodeKeyUnconfirmed)
	check(t, o.committee.ConfirmKey(o.ctx, o.entry.ID)) // compares the old key only
	wantCode(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""), handover.CodeKeyUnconfirmed)

	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	own, err := fresh.OwnFingerprint(o.ctx)
	check(t, err)
	if view.Fingerprint != own || view.Checks[0].OK {
		t.Errorf("the officer compares %s, the cell reads %s; checks %+v", view.Fingerprint, own, view.Checks[0])
	}
	check(t, o.committee.ConfirmPacketKey(o.ctx, packet.ID))
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	_, next := o.handIn(fresh, "2026-10")
	if got := o.receive(o.committee, next); got.Reason != handover.CodeNew {
		t.Errorf("the next packet of the new book: %s %s", got.Outcome, got.Reason)
	}
	_, old := o.handIn(o.cell, "2026-10")
	if got := o.receive(o.committee, old); got.Outcome != handover.Refuse || got.Reason != handover.CodeKeyRetired {
		t.Errorf("a packet of the lost book: %s %s", got.Outcome, got.Reason)
	}
}

func TestAfterARestoredBookIsAcceptedItsPacketsFollowEachOther(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	restored := o.copyOf(o.cell, "cell")
	for _, month := range []app.Month{"2026-09", "2026-10"} {
		_, path := o.handIn(o.cell, month)
		o.receive(o.committee, path)
	}
	packet, path := o.handIn(restored, "2026-09")
	if got := o.receive(o.committee, path); got.Reason != handover.CodeFork {
		t.Fatalf("got %s %s", got.Outcome, got.Reason)
	}
	if at := o.at("2026-09"); at.PacketID != packet.ID || at.Question != handover.CodeFork || at.State != desk.CellReceived {
		t.Errorf("the officer is not shown what to decide: %+v", at)
	}
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	if at := o.at("2026-09"); at.PacketID != packet.ID || at.State != desk.CellAccepted {
		t.Errorf("accepted, but the month shows %+v", at)
	}
	_, next := o.handIn(restored, "2026-10")
	if got := o.receive(o.committee, next); got.Reason != handover.CodeNew {
		t.Errorf("the restored book's next packet: %s %s", got.Outcome, got.Reason)
	}
}

func TestWhatContradictsDoesNotReplaceTheFiguresReceivedBefore(t *testing.T) {
	t.Parallel()
	o, first := confirmed(t)
	twin := o.copyOf(o.cell, "cell")
	_, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official, AdmittedOn: "2026-09-01"})
	check(t, err)
	good, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	check(t, o.committee.Decide(o.ctx, good.ID, app.ReceiptAccepted, ""))
	forked, path := o.handIn(twin, "2026-09")
	o.receive(o.committee, path)
	figures := func() int {
		rows, err := o.committee.RollUp(o.ctx, "2026-09")
		check(t, err)
		return rows[0].Summary.Members
	}
	if figures() != 4 {
		t.Errorf("the roll-up counts %d members, of the packet that waits for a decision", figures())
	}
	check(t, o.committee.Decide(o.ctx, forked.ID, app.ReceiptReturned, "Hai gói trái nhau."))
	if at := o.at("2026-09"); at.State != desk.CellAccepted || at.PacketID != good.ID {
		t.Errorf("returned, but the month shows %+v", at)
	}
	if first.Seq != 1 || good.Seq != 2 || forked.Seq != 2 {
		t.Errorf("numbers %d, %d, %d", first.Seq, good.Seq, forked.Seq)
	}
	names, err := o.committee.WriteReceipts(o.ctx, o.folder(), false, nil)
	check(t, err)
	if len(names) != 3 {
		t.Errorf("the cell is told of %d decisions, want accepted twice and returned", len(names))
	}
}

func TestAMonthHandedInInTimeStaysInTimeWhenItIsHandedInAgain(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	settings, err := o.committee.Settings(o.ctx)
	check(t, err)
	settings.Rules = append(settings.Rules, app.DatedRule{Key: app.RuleHandoverDueDay, From: "2026-11-01", Value: 25})
	check(t, o.committee.SaveSettings(o.ctx, settings))
	_, path := o.handIn(o.cell, "2026-11")
	o.receive(o.committee, path)
	o.clock.now = time.Date(2026, 12, 9, 8, 0, 0, 0, o.clock.now.Location())
	if late := o.at("2026-12").LateDays; late != 0 {
		t.Errorf("December is %d days late before it is due", late)
	}
	_, path = o.again(o.cell, "2026-11")
	o.receive(o.committee, path)
	if late := o.at("2026-11").LateDays; late != 0 {
		t.Errorf("the month counts as %d days late", late)
	}
}

func TestAPacketNeverTakesThePlaceOfAnotherOfTheSameID(t *testing.T) {
	t.Parallel()
	o, first := confirmed(t)
	dir := filepath.Join(o.folder(), "copy")
	check(t, os.CopyFS(dir, os.DirFS(o.cell.Dir())))
	forger, err := desk.Open(o.ctx, dir, "cell", desk.WithClock(o.clock.Now), desk.WithIDs(func() string { return first.ID }))
	check(t, err)
	t.Cleanup(forger.CloseDiscarding)
	_, path := o.handIn(forger, "2026-09")
	if got := o.receive(o.committee, path); got.Taken || got.Outcome != handover.Refuse || got.Reason != desk.CodeBadData {
		t.Errorf("got %s %s, taken %v", got.Outcome, got.Reason, got.Taken)
	}
	if at := o.at("2026-08"); at.State != desk.CellAccepted || at.PacketID != first.ID {
		t.Errorf("the month of the first packet shows %+v", at)
	}
}

func TestAKeyThatIsComparedAgainCountsAgain(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	first, path := o.handIn(o.cell, "2026-08")
	o.receive(o.committee, path)
	other, path := o.handIn(o.newCell(), "2026-09")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmPacketKey(o.ctx, other.ID)) // the wrong one of the two
	check(t, o.committee.ConfirmPacketKey(o.ctx, first.ID))
	check(t, o.committee.Decide(o.ctx, first.ID, app.ReceiptAccepted, ""))
	_, next := o.handIn(o.cell, "2026-09")
	if got := o.receive(o.committee, next); !got.Taken || got.Reason == handover.CodeKeyRetired {
		t.Errorf("the next packet of the book whose key was compared: %s %s", got.Outcome, got.Reason)
	}
}
