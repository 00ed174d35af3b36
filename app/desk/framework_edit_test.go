package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
	"sochibo/app/wording"
)

func TestCommitteesFrameworkReachesItsCells(t *testing.T) {
	o, _ := confirmed(t)
	draft, err := o.committee.NewFrameworkDraft(o.ctx, desk.SheetKey{Framework: "MODEL-CELL-2022", Version: 1}, "du-2026", "Khung của Đảng ủy")
	check(t, err)
	if draft.Code != "DU-2026" || draft.Version != 1 || draft.Status != "sourced" {
		t.Fatalf("the copy is %s %d, %s", draft.Code, draft.Version, draft.Status)
	}
	draft.Groups[0].Criteria[0].Name = "Nghị quyết tháng đúng, trúng"
	draft.Levels[0].From = app.IntRatio(90) // leaves a hole above the next level
	fault, err := o.committee.SaveFrameworkDraft(o.ctx, draft)
	check(t, err)
	wording.Use(wording.Vietnamese)
	if words := wording.Sentence(fault); !strings.Contains(words, "mức xếp loại 2") {
		t.Errorf("the fault is told as %q", words)
	}
	wantCode(t, o.committee.IssueFramework(o.ctx, draft), app.CodeFrameworkInvalid)
	drafts, err := o.committee.FrameworkDrafts(o.ctx)
	check(t, err)
	if len(drafts) != 1 || drafts[0].Groups[0].Criteria[0].Name != "Nghị quyết tháng đúng, trúng" {
		t.Fatalf("%d drafts", len(drafts))
	}
	draft = drafts[0]
	bound := app.IntRatio(90)
	draft.Levels[1].Below = &bound
	preview, err := o.committee.PreviewFramework(draft, app.PrivateEnterprise)
	check(t, err)
	if preview.Result.All == 0 || preview.Marked.Variant != string(app.PrivateEnterprise) {
		t.Errorf("the preview shows %d criteria of %s", preview.Result.All, preview.Marked.Variant)
	}
	check(t, o.committee.IssueFramework(o.ctx, draft))
	stick := o.folder()
	written, err := o.committee.WriteFrameworkPacket(o.ctx, "DU-2026", 0, stick, nil)
	check(t, err)
	if result := o.receive(o.cell, filepath.Join(stick, written.Name)); !result.Taken {
		t.Fatalf("the cell does not take it: %+v", result)
	}
	sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	if sheet.Framework.Code != "DU-2026" || sheet.Framework.Levels[0].From.String() != "90" {
		t.Errorf("the month is scored by %s", sheet.Framework.Code)
	}

	next, err := o.committee.NewFrameworkDraft(o.ctx, desk.SheetKey{Framework: "DU-2026", Version: 1}, "", "")
	check(t, err)
	if next.Version != 2 {
		t.Errorf("the next version is %d", next.Version)
	}
	o.cellMarks(sheet)
	check(t, o.committee.IssueFramework(o.ctx, next))
	written, err = o.committee.WriteFrameworkPacket(o.ctx, "DU-2026", 2, stick, nil)
	check(t, err)
	o.receive(o.cell, filepath.Join(stick, written.Name))
	kept, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	if kept.Framework.Version != 1 {
		t.Errorf("a scored sheet went over to version %d", kept.Framework.Version)
	}
}

// cellMarks answers the first choice of a sheet.
func (o *office) cellMarks(sheet desk.SheetView) {
	o.Helper()
	c := sheet.Framework.Groups[0].Criteria[0]
	_, err := o.cell.SetMark(o.ctx, sheet.Key(), app.Mark{ID: c.ID, Option: c.Options[0].ID})
	check(o.T, err)
}

func TestFrameworksThatAreRefused(t *testing.T) {
	o, _ := confirmed(t)
	_, err := o.cell.NewFrameworkDraft(o.ctx, desk.SheetKey{}, "A", "B")
	wantCode(t, err, app.CodeNotCommittee)
	_, err = o.committee.NewFrameworkDraft(o.ctx, desk.SheetKey{}, "", "")
	wantCode(t, err, app.CodeRequired)
	first, err := o.committee.NewFrameworkDraft(o.ctx, desk.SheetKey{}, "A", "Khung A")
	check(t, err)
	check(t, o.committee.IssueFramework(o.ctx, first))
	wantCode(t, o.committee.IssueFramework(o.ctx, first), desk.CodeFrameworkVersion)
	second, err := o.committee.NewFrameworkDraft(o.ctx, desk.SheetKey{}, "B", "Khung B")
	check(t, err)
	wantCode(t, o.committee.IssueFramework(o.ctx, second), desk.CodeFrameworkOverlap)
	body, err := second.Encode()
	check(t, err)
	_, err = o.committee.ImportFramework(o.ctx, body) // nor by a file
	wantCode(t, err, desk.CodeFrameworkOverlap)
	second.Scope = app.ScopeQuarter
	check(t, o.committee.IssueFramework(o.ctx, second))

	stick := o.folder()
	written, err := o.committee.WriteFrameworkPacket(o.ctx, "A", 0, stick, nil)
	check(t, err)
	path := filepath.Join(stick, written.Name)
	data, err := os.ReadFile(path)
	check(t, err)
	changed := bytes.Replace(data, []byte("Khung A"), []byte("Khung X"), 1)
	forged := filepath.Join(o.folder(), written.Name)
	check(t, os.WriteFile(forged, changed, 0o600))
	if bytes.Equal(changed, data) { // the packet is packed: flip a byte of its middle instead
		changed[len(changed)/2] ^= 1
		check(t, os.WriteFile(forged, changed, 0o600))
	}
	if result := o.receive(o.cell, forged); result.Taken || result.Outcome != handover.Refuse {
		t.Errorf("a changed packet was taken: %+v", result)
	}
	other, _, _, _ := linked(t, o.clock)
	foreign, err := other.NewFrameworkDraft(o.ctx, desk.SheetKey{}, "C", "Khung C")
	check(t, err)
	check(t, other.IssueFramework(o.ctx, foreign))
	written, err = other.WriteFrameworkPacket(o.ctx, "C", 0, stick, nil)
	check(t, err)
	if result := o.receive(o.cell, filepath.Join(stick, written.Name)); result.Taken || result.Err() == nil {
		t.Errorf("a framework of another committee was taken: %+v", result)
	}
}

func TestTheSameFrameworkByInvitationAndByPacketIsTheSame(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	draft, err := o.committee.NewFrameworkDraft(o.ctx, desk.SheetKey{Framework: "MODEL-CELL-2022", Version: 1}, "du-2026", "Khung R&D <2026>")
	check(t, err)
	_, err = o.committee.SaveFrameworkDraft(o.ctx, draft)
	check(t, err)
	check(t, o.committee.IssueFramework(o.ctx, draft))
	o.renew()
	stick := o.folder()
	written, err := o.committee.WriteFrameworkPacket(o.ctx, "DU-2026", 0, stick, nil)
	check(t, err)
	if got := o.receive(o.cell, filepath.Join(stick, written.Name)); got.Reason == desk.CodeFrameworkChanged {
		t.Errorf("what the invitation brought is taken for another framework: %s %s", got.Outcome, got.Reason)
	}
}
