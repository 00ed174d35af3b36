package desk_test

import (
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// markToggles answers the first criterion of the month's sheet that is answered by a choice, with its best option.
func (o *office) markFirstChoice(month app.Month) app.LineScore {
	o.Helper()
	sheet, err := o.cell.CriteriaSheet(o.ctx, month)
	check(o.T, err)
	for _, g := range sheet.Result.Groups {
		for _, line := range g.Lines {
			c, _ := sheet.Framework.CriterionByID(line.ID)
			if c.Kind == app.KindChoice {
				_, err := o.cell.SetMark(o.ctx, sheet.Key(), app.Mark{ID: line.ID, Option: c.Options[0].ID})
				check(o.T, err)
				return line
			}
		}
	}
	o.Fatal("no choice")
	return app.LineScore{}
}

func TestSuperiorsPointsComeBackWithTheReceipt(t *testing.T) {
	o := newOffice(t)
	line := o.markFirstChoice("2026-08")
	packet, path := o.handIn(o.cell, "2026-08")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmKey(o.ctx, o.entry.ID))
	sheets, err := o.committee.PacketSheets(o.ctx, packet.ID)
	check(t, err)
	if len(sheets.Sheets) != 1 || sheets.Sheets[0].Subject != "2026-08" {
		t.Fatalf("the packet shows %d sheets", len(sheets.Sheets))
	}
	sheet := sheets.Sheets[0]
	mark := app.SuperiorMark{Framework: sheet.Result.Framework, Version: sheet.Result.Version, Subject: sheet.Subject, ID: line.ID, Points: "99"}
	wantCode(t, o.committee.SetSuperiorMarks(o.ctx, packet.ID, []app.SuperiorMark{mark}), app.CodeOutOfRange)
	mark.Points = "1.5"
	check(t, o.committee.SetSuperiorMarks(o.ctx, packet.ID, []app.SuperiorMark{mark}))
	other := mark
	other.ID = "no_such"
	wantCode(t, o.committee.SetSuperiorMarks(o.ctx, packet.ID, []app.SuperiorMark{other}), app.CodeNotFound)

	result := o.receive(o.cell, o.answer(packet.ID, app.ReceiptAccepted))
	if !result.Taken {
		t.Fatalf("the receipt was not taken: %+v", result)
	}
	view, err := o.cell.CriteriaSheet(o.ctx, "2026-08")
	check(t, err)
	got, _ := view.Result.Line(line.ID)
	if got.Superior == nil || got.Superior.String() != "1.5" || got.PointsText != "1,5" || got.Self == nil || got.Self.Cmp(line.Max) != 0 {
		t.Errorf("the line says %+v", got)
	}
	if !view.Result.HasSuperior || !view.Frozen {
		t.Errorf("superior %v, frozen %v", view.Result.HasSuperior, view.Frozen)
	}
}

func TestPointsGivenAfterTheReceiptLeftTravelWithAnotherAndUndoNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	line := o.markFirstChoice("2026-08")
	packet, path := o.handIn(o.cell, "2026-08")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmKey(o.ctx, o.entry.ID))
	first := o.answer(packet.ID, app.ReceiptAccepted)
	sheets, err := o.committee.PacketSheets(o.ctx, packet.ID)
	check(t, err)
	mark := app.SuperiorMark{Framework: sheets.Sheets[0].Result.Framework, Version: sheets.Sheets[0].Result.Version, Subject: "2026-08", ID: line.ID, Points: "1"}

	for range 2 { // the second time nothing is new
		check(t, o.committee.SetSuperiorMarks(o.ctx, packet.ID, []app.SuperiorMark{mark}))
		wantCode(t, o.committee.TakeBack(o.ctx, packet.ID), desk.CodeReceiptSent)
	}
	dir := o.folder()
	names, err := o.committee.WriteReceipts(o.ctx, dir, false, nil) // in the same second as the first
	check(t, err)
	if len(names) != 1 {
		t.Fatalf("%d receipts carry the points", len(names))
	}
	check(t, o.committee.SetSuperiorMarks(o.ctx, packet.ID, []app.SuperiorMark{mark}))
	if again, err := o.committee.WriteReceipts(o.ctx, o.folder(), false, nil); err != nil || len(again) > 0 {
		t.Errorf("without a new point it is written again: %v, %v", again, err)
	}
	if got := o.receive(o.cell, filepath.Join(dir, names[0])); got.State != app.MonthAccepted {
		t.Errorf("the answer received says %q", got.State)
	}
	o.receive(o.cell, first) // a stick that lay about
	superior := func() string {
		view, err := o.cell.CriteriaSheet(o.ctx, "2026-08")
		check(t, err)
		if got, _ := view.Result.Line(line.ID); got.Superior != nil {
			return got.Superior.String()
		}
		return ""
	}
	if got := superior(); got != "1" {
		t.Errorf("the superior gives %q", got)
	}

	check(t, o.committee.SetSuperiorMarks(o.ctx, packet.ID, nil)) // the points are withdrawn
	dir = o.folder()
	names, err = o.committee.WriteReceipts(o.ctx, dir, false, nil)
	check(t, err)
	if len(names) != 1 {
		t.Fatalf("%d receipts carry the withdrawal", len(names))
	}
	o.receive(o.cell, filepath.Join(dir, names[0]))
	if got := superior(); got != "" {
		t.Errorf("withdrawn, but the superior gives %q", got)
	}
	view, err := o.cell.CriteriaSheet(o.ctx, "2026-08")
	check(t, err)
	if got, _ := view.Result.Line(line.ID); got.PointsText != line.Max.ShowExact() {
		t.Errorf("the cell's own mark does not count again: %+v", got)
	}
}
