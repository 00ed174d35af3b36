package ui

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestCommitteeMakesAFrameworkInTheWindow(t *testing.T) {
	committee, cell, stick := linkedBooks(t)
	p := opened(t, committee, usual, placeFrameworks)
	list := p.Frame().Screen().(*frameworksScreen)
	list.draft(desk.SheetKey{}, "DU-2026", "Khung của Đảng ủy", func(err error) { t.Fatal(err) })
	e := p.Frame().Screen().(*frameworkEditor)
	if e.fault != nil || len(e.rows) != 2 {
		t.Fatalf("it begins with %d lines, %v", len(e.rows), e.fault)
	}
	e.table.Select(1)
	form := e.criterionForm(e.newCriterion(editRow{0, 0, -1}))
	form.show()
	if form.dialog.leave(); len(e.rows) != 2 || len(e.f.Groups[0].Criteria) != 1 {
		t.Errorf("a new criterion that was cancelled left %d lines", len(e.rows))
	}
	form = e.criterionForm(e.newCriterion(editRow{0, 0, -1}))
	form.name.SetText("Việc mới")
	if !form.save(nil) || e.f.MaxTotal.String() != "110" || len(e.rows) != 3 {
		t.Errorf("after one more criterion: %s points, %d lines", e.f.MaxTotal, len(e.rows))
	}
	second := editRow{0, 1, -1}
	form = e.criterionForm(*e.criterionAt(second), func(c app.Criterion) { *e.criterionAt(second) = c })
	form.kind.Choose(1)
	form.name.SetText("Nghị quyết rõ việc")
	form.max.SetText("12,5")
	form.lines.SetText("12,5 | Đủ\nmột ít | Thiếu")
	if form.save(nil) || form.lines.Err() == nil {
		t.Error("a line that cannot be read is taken")
	}
	form.lines.SetText("12,5 | Đủ\n0 | Thiếu")
	if !form.save(nil) || e.f.MaxTotal.String() != "112.5" || e.fault != nil {
		t.Errorf("after editing: %s points, %v", e.f.MaxTotal, e.fault)
	}
	form.lines.SetText("10 | Đủ\n0 | Thiếu") // the best is not the maximum
	if !form.save(nil) || app.CodeOf(e.fault) != app.CodeFrameworkInvalid {
		t.Errorf("the fault is %v", e.fault)
	}
	form.lines.SetText("12,5 | Đủ\n0 | Thiếu")
	form.save(nil)
	e.table.Select(2)
	e.move(-1)
	if e.f.Groups[0].Criteria[0].Name != "Nghị quyết rõ việc" || e.f.Groups[0].Criteria[0].No != "1" {
		t.Errorf("it did not move up: %+v", e.f.Groups[0].Criteria[0])
	}
	e.preview()
	if v := p.Frame().Screen().(*criteriaScreen).view; v.Result == nil || v.Result.All != 2 {
		t.Errorf("the preview shows %+v", v.Result)
	}
	works(t, committee.IssueFramework(context.Background(), e.f))
	written, err := committee.WriteFrameworkPacket(context.Background(), "DU-2026", 0, stick, nil)
	works(t, err)
	received, err := cell.Receive(context.Background(), []string{written.Path}, false, nil)
	works(t, err)
	if len(received) != 1 || !received[0].Taken {
		t.Errorf("the cell says %+v", received)
	}
}

func TestCommitteesPointsReachTheCell(t *testing.T) {
	ctx := context.Background()
	committee, cell, stick := linkedBooks(t)
	sheet, err := cell.CriteriaSheet(ctx, "2026-11")
	works(t, err)
	c := sheet.Framework.Groups[0].Criteria[0]
	_, err = cell.SetMark(ctx, sheet.Key(), app.Mark{ID: c.ID, Option: c.Options[0].ID})
	works(t, err)
	works(t, cell.CloseMonth(ctx, "2026-11", true))
	sent, err := cell.Handover(ctx, "2026-11", stick, nil)
	works(t, err)
	_, err = committee.Receive(ctx, []string{filepath.Join(stick, sent.FileName)}, false, nil)
	works(t, err)
	p := opened(t, committee, usual, placeMatrix)
	p.Frame().Show(newMarksScreen(p, sent.ID), placeMatrix)
	s := p.Frame().Screen().(*marksScreen)
	if len(s.fields) == 0 || s.fields[0].line.ID != c.ID {
		t.Fatalf("%d fields", len(s.fields))
	}
	left := func() bool {
		gone := false
		s.Leave(func() { gone = true })
		return gone
	}
	if !left() {
		t.Error("a question is asked for nothing")
	}
	s.fields[0].field.SetText("100")
	if left() {
		t.Error("typed points are lost without a question")
	}
	key(p.window, fyne.KeyEscape)
	s.save()
	if _, still := p.Frame().Screen().(*marksScreen); !still || s.fields[0].field.Err() == nil {
		t.Error("points beyond the maximum are taken")
	}
	s.fields[0].field.SetText("1,5")
	s.save()
	sheets, err := committee.PacketSheets(ctx, sent.ID)
	works(t, err)
	if len(sheets.Marks) != 1 || sheets.Marks[0].Points != "1.5" {
		t.Errorf("kept %+v", sheets.Marks)
	}
}
