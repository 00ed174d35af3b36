package desk_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// The index of a committee with packets accepted, returned, waiting, contested and accepted nevertheless is thrown away and comes back from
// the archive of packets and receipts.
func TestTheIndexIsRebuiltFromTheArchive(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	twin := o.copyOf(o.cell, "cell")
	returned, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	forked, path := o.handIn(twin, "2026-09")
	o.receive(o.committee, path)
	o.later()
	check(t, o.committee.Decide(o.ctx, returned.ID, app.ReceiptReturned, "Thiếu minh chứng."))
	check(t, o.committee.Decide(o.ctx, forked.ID, app.ReceiptAccepted, "Tốt."))
	_, err := o.committee.WriteReceipts(o.ctx, o.folder(), false, nil)
	check(t, err)
	_, path = o.handIn(twin, "2026-10")
	o.receive(o.committee, path)
	stranger := o.stranger("CB009", "Chi bộ Kho vận")
	for _, month := range []app.Month{"2026-08", "2026-09"} { // with a key that is not confirmed
		_, passphrase, path := o.handInByPassphrase(stranger, month)
		o.receiveOne(o.committee, path, desk.Taking{Passphrase: passphrase, Enter: true})
	}
	look := func() wholeIndex { return indexOf(t, o.committee) }
	before := look()

	untouched, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if untouched.Packets != 6 || untouched.Changed != 0 || untouched.Missing != 0 || len(untouched.Unreadable) != 0 {
		t.Errorf("of a whole index: %+v", untouched)
	}
	compareIndex(t, "of a whole index", before, look())
	check(t, desk.ThrowIndexAway(o.ctx, o.committee))
	if reflect.DeepEqual(before, look()) {
		t.Fatal("the index is still there")
	}
	rebuilt, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if rebuilt.Missing != 6 || rebuilt.Receipts != 3 {
		t.Errorf("rebuilt %+v", rebuilt)
	}
	compareIndex(t, "of an index made anew", before, look())
}

// wholeIndex is all that a committee reads from its index: the matrix, the lines of a month's roll-up, the figures of a month, a quarter and
// a year, the cells and what the roll-up prints.
type wholeIndex struct {
	Matrix  desk.Matrix
	Lines   []desk.RollUpRow
	Periods []desk.RollUpView
	Cells   []app.CellEntry
	Printed []byte
}

func indexOf(t *testing.T, d *desk.Desk) (all wholeIndex) {
	t.Helper()
	ctx := context.Background()
	var err error
	all.Matrix, err = d.Matrix(ctx, "2026-11", 6)
	check(t, err)
	all.Lines, err = d.RollUp(ctx, "2026-09")
	check(t, err)
	for _, period := range []app.SheetPeriod{"2026-09", "2026-Q3", "2026"} {
		view, err := d.RollUpOf(ctx, period, "")
		check(t, err)
		all.Periods = append(all.Periods, view)
	}
	all.Cells, err = d.Cells(ctx)
	check(t, err)
	paper, err := d.Report(ctx, app.ReportRef{Kind: app.ReportRollUp, Month: "2026-09"})
	check(t, err)
	all.Printed, err = paper.PDF()
	check(t, err)
	return all
}

func compareIndex(t *testing.T, what string, before, after wholeIndex) {
	t.Helper()
	was, is := reflect.ValueOf(before), reflect.ValueOf(after)
	for i := range was.NumField() {
		if !reflect.DeepEqual(was.Field(i).Interface(), is.Field(i).Interface()) {
			t.Errorf("%s: %s differs:\n%+v\n%+v", what, was.Type().Field(i).Name, was.Field(i), is.Field(i))
		}
	}
}

func TestAWithdrawnKeyStaysWithdrawnWhenTheIndexIsRebuilt(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	check(t, o.committee.WithdrawKey(o.ctx, o.entry.ID))
	_, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	cells, err := o.committee.Cells(o.ctx)
	check(t, err)
	if cells[0].KeyState != app.KeyNone || cells[0].SigningKey != "" {
		t.Errorf("the key is %s again", cells[0].KeyState)
	}
}

func TestWhatIsFoundBesideTheLastPacketIsFoundAgain(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	holdMeeting(t, o.cell, "2026-08")
	first, path := o.handIn(o.cell, "2026-08")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmKey(o.ctx, o.entry.ID))
	check(t, o.committee.Decide(o.ctx, first.ID, app.ReceiptAccepted, ""))
	holdMeetingUntil(t, o.cell, "2026-09", "17:00")
	packet, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	found := func() []app.Finding {
		row, err := o.committee.PacketRow(o.ctx, packet.ID)
		check(t, err)
		return row.Findings
	}
	before := found()
	if !slices.Contains(before, app.FindingShorter) {
		t.Fatalf("found %v", before)
	}
	check(t, desk.ThrowIndexAway(o.ctx, o.committee))
	_, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if after := found(); slices.Contains(after, app.FindingShorter) {
		t.Errorf("the packet before is not accepted any more, yet found is %v", after)
	}
	check(t, o.committee.Decide(o.ctx, first.ID, app.ReceiptAccepted, ""))
	_, err = o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if after := found(); !slices.Equal(after, before) {
		t.Errorf("found %v, and again %v", before, after)
	}
}
