package desk_test

import (
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

func TestADecisionIsUndoneUntilItsReceiptLeaves(t *testing.T) {
	t.Parallel()
	o, first := confirmed(t)
	packet, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptReturned, "Thiếu chữ ký."))
	check(t, o.committee.TakeBack(o.ctx, packet.ID))
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	if view.Packet.State != app.MonthReceived || view.Packet.Remark != "Thiếu chữ ký." || !view.Packet.DecidedAt.IsZero() {
		t.Errorf("taken back, but %+v", view.Packet)
	}
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	o.later()
	_, err = o.committee.WriteReceipts(o.ctx, o.folder(), false, nil)
	check(t, err)
	wantCode(t, o.committee.TakeBack(o.ctx, packet.ID), desk.CodeReceiptSent)
	wantCode(t, o.committee.TakeBack(o.ctx, first.ID), desk.CodeReceiptSent)
	if at := o.at("2026-09"); at.State != desk.CellAccepted {
		t.Errorf("the month shows %s", at.State)
	}
}

func TestUndoingTheAcceptanceOfAForkGoesBackToTheOtherBranch(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	twin := o.copyOf(o.cell, "cell")
	_, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	forked, path := o.handIn(twin, "2026-09")
	o.receive(o.committee, path)
	o.later()
	check(t, o.committee.Decide(o.ctx, forked.ID, app.ReceiptAccepted, ""))
	check(t, o.committee.TakeBack(o.ctx, forked.ID))
	if at := o.at("2026-09"); at.PacketID != forked.ID || at.Question != handover.CodeFork {
		t.Errorf("the question is not asked again: %+v", at)
	}
	_, next := o.handIn(o.cell, "2026-10")
	if got := o.receive(o.committee, next); got.Reason != handover.CodeNew {
		t.Errorf("the first book's next packet: %s %s", got.Outcome, got.Reason)
	}
}

func TestPacketsWithoutFindingsAreAcceptedTogether(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	state := func(id string) app.MonthState {
		view, err := o.committee.PacketRow(o.ctx, id)
		check(t, err)
		return view.State
	}
	var cells []string
	for i, packet := range []app.ReceivedPacket{{ID: "clean"}, {ID: "noted", Findings: []app.Finding{app.FindingPoints}}, {ID: "asked", Question: handover.CodeGap}, {ID: "unknown"}} {
		key := app.KeyConfirmed
		if packet.ID == "unknown" {
			key = app.KeyPending
		}
		cell := app.CellEntry{ID: packet.ID, Code: "CB1" + string(rune('0'+i)), Name: packet.ID, KeyState: key, FirstMonth: "2026-09"}
		packet.CellID, packet.Month, packet.Seq, packet.State, packet.ReceivedAt = cell.ID, "2026-09", 1, app.MonthReceived, o.clock.now
		check(t, desk.PutShelf(o.ctx, o.committee, cell, packet))
		cells = append(cells, cell.ID)
	}
	matrix, err := o.committee.Matrix(o.ctx, "2026-09", 1)
	check(t, err)
	if matrix.Counts.Clean != 1 || matrix.Counts.Waiting != len(cells) {
		t.Errorf("%d of %d waiting packets are without findings", matrix.Counts.Clean, matrix.Counts.Waiting)
	}
	count, err := o.committee.AcceptClean(o.ctx, "2026-09")
	check(t, err)
	if count != 1 || state("clean") != app.MonthAccepted || state("noted") != app.MonthReceived || state("asked") != app.MonthReceived || state("unknown") != app.MonthReceived {
		t.Errorf("accepted %d", count)
	}
}

func TestSentencesOfRemarksAreOfferedAgain(t *testing.T) {
	t.Parallel()
	o, packet := confirmed(t)
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptReturned, "Thiếu chữ ký. Cần bổ sung minh chứng\nThiếu biên bản."))
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptReturned, "Thiếu Chữ Ký."))
	phrases, err := o.committee.Phrases(o.ctx)
	check(t, err)
	if !slices.Equal(phrases, []string{"Thiếu Chữ Ký", "Cần bổ sung minh chứng", "Thiếu biên bản"}) {
		t.Errorf("offered %q", phrases)
	}
	check(t, o.committee.ForgetPhrase(o.ctx, "Thiếu biên bản"))
	if phrases, err = o.committee.Phrases(o.ctx); err != nil || len(phrases) != 2 {
		t.Errorf("offered %q, %v", phrases, err)
	}
}

func TestTheCommitteesRemarkStaysToBeReadWhenTheMonthIsReopened(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	_, err := o.committee.WriteReceipts(o.ctx, o.folder(), false, nil) // that of the packet before
	check(t, err)
	packet, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	o.receive(o.cell, o.answer(packet.ID, app.ReceiptReturned))
	check(t, o.cell.ReopenMonth(o.ctx, "2026-09", "Bổ sung"))
	answer, err := o.cell.LastReceipt(o.ctx, "2026-09")
	check(t, err)
	if answer == nil || answer.Verdict != app.ReceiptReturned || answer.Remark != "Đã xem." {
		t.Errorf("the cell reads %+v", answer)
	}
}

func TestAPacketIsComparedWithTheLastOneAcceptedOfAnEarlierMonth(t *testing.T) {
	t.Parallel()
	o, first := confirmed(t)
	again, path := o.again(o.cell, "2026-08")
	o.receive(o.committee, path)
	check(t, o.committee.Decide(o.ctx, again.ID, app.ReceiptAccepted, ""))
	packet, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	if view.Previous == nil || view.Previous.ID != again.ID {
		t.Errorf("compared with number %d, not with number %d that took the place of %d", view.Previous.Seq, again.Seq, first.Seq)
	}
}
