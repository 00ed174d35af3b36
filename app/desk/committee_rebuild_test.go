package desk_test

import (
	"reflect"
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
	look := func() (desk.Matrix, []desk.RollUpRow, app.CellEntry) {
		matrix, err := o.committee.Matrix(o.ctx, "2026-11", 6)
		check(t, err)
		rows, err := o.committee.RollUp(o.ctx, "2026-09")
		check(t, err)
		return matrix, rows, matrix.Rows[0].Cell
	}
	matrix, rows, cell := look()

	untouched, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if untouched.Packets != 4 || untouched.Changed != 0 || untouched.Missing != 0 || len(untouched.Unreadable) != 0 {
		t.Errorf("of a whole index: %+v", untouched)
	}
	check(t, desk.ThrowIndexAway(o.ctx, o.committee))
	if rows, _ := o.committee.RollUp(o.ctx, "2026-09"); len(rows) > 0 && rows[0].Summary != nil {
		t.Fatal("the index is still there")
	}
	rebuilt, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if rebuilt.Missing != 4 || rebuilt.Receipts != 3 {
		t.Errorf("rebuilt %+v", rebuilt)
	}
	matrix2, rows2, cell2 := look()
	if !reflect.DeepEqual(rows, rows2) {
		t.Errorf("the roll-up was %+v, is %+v", rows, rows2)
	}
	if !reflect.DeepEqual(matrix.Rows[0].Months, matrix2.Rows[0].Months) || !reflect.DeepEqual(cell, cell2) {
		t.Errorf("the matrix was %+v, is %+v", matrix.Rows[0], matrix2.Rows[0])
	}
}
