package desk_test

import (
	"context"
	"slices"
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
	var fields, below []string
	for _, d := range view.Differences {
		switch d.Kind {
		case app.DiffField:
			fields = append(fields, d.Name+" "+d.Field+" "+d.After.Text)
		case app.DiffBelow:
			below = append(below, d.Name+" "+d.After.Text)
		default:
			t.Errorf("unexpected difference %+v", d)
		}
	}
	if !slices.Equal(fields, []string{"Lương Thị Duyên standing temporarily_exempt"}) || !slices.Equal(below, []string{"Cao Văn Lực 24", "Chu Đình Nam 27"}) {
		t.Errorf("only one standing changed and two fell below, but %v and %v", fields, below)
	}
	if len(view.Waiting) != 1 || view.Waiting[0] != ids[3] {
		t.Errorf("waiting %v", view.Waiting)
	}
}
