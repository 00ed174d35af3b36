package desk_test

import (
	"context"
	"testing"

	"sochibo/app"
)

func TestPacketIsComparedWithTheMonthAcceptedBefore(t *testing.T) {
	ctx, c := context.Background(), newClock()
	committee, cell, entry, stick := linked(t, c)
	importBoth(t, cell)
	var ids []string
	for _, month := range []app.Month{"2026-08", "2026-09", "2026-10", "2026-11"} {
		holdMeeting(t, cell, month)
		check(t, cell.CloseMonth(ctx, month, true))
		packet, err := cell.Handover(ctx, month, stick, nil)
		check(t, err)
		ids = append(ids, packet.ID)
	}
	_, err := committee.Receive(ctx, []string{stick}, false, nil)
	check(t, err)
	check(t, committee.ConfirmKey(ctx, entry.ID))
	for _, id := range ids[:3] {
		check(t, committee.Decide(ctx, id, app.ReceiptAccepted, ""))
	}
	view, err := committee.Packet(ctx, ids[3])
	check(t, err)
	if view.Previous == nil || view.Previous.Month != "2026-10" {
		t.Fatalf("compared with %+v", view.Previous)
	}
	// The list names no day for the exemption, so it counts from the day of the import.
	if len(view.Members) != 1 || view.Members[0].Name != "Lương Thị Duyên" || view.Members[0].New != string(app.TempExempt) {
		t.Errorf("only one standing changed, but %+v", view.Members)
	}
	if len(view.Waiting) != 1 || view.Waiting[0] != ids[3] {
		t.Errorf("waiting %v", view.Waiting)
	}
}
