package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestEvidenceProvesAMark(t *testing.T) {
	o := newOffice(t)
	sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	c, _ := sheet.Framework.CriterionByID("k2b") // asks for evidence
	sheet, err = o.cell.SetMark(o.ctx, sheet.Key(), app.Mark{ID: "k2b", Option: c.Options[0].ID})
	check(t, err)
	lacks := func() bool {
		t.Helper()
		v, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
		check(t, err)
		line, _ := v.Result.Line("k2b")
		return line.LacksEvidence
	}
	if !lacks() {
		t.Error("nothing is missing from the start")
	}
	path := filepath.Join(o.folder(), "dang ky.pdf")
	check(t, os.WriteFile(path, []byte("%PDF-1.4 bản đăng ký"), 0o600))
	owner := desk.CriterionOwner(sheet.Key(), "k2b")
	attached, err := o.cell.Attach(o.ctx, owner, path, "")
	check(t, err)
	if lacks() {
		t.Error("the attached file does not count")
	}
	view, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	if list := view.Evidence["k2b"]; len(list) != 1 || list[0].Name != "dang ky.pdf" || list[0].Kind != app.EvidenceFile {
		t.Errorf("the sheet shows %+v", list)
	}
	check(t, o.cell.Detach(o.ctx, attached.FileID))
	if !lacks() {
		t.Error("the file is taken off and still counts")
	}
	_, err = o.cell.Refer(o.ctx, sheet.Key(), "k2b", desk.Evidence{Kind: app.EvidenceMeeting, ID: "no such"}, false)
	wantCode(t, err, app.CodeNotFound)
	meeting, err := o.cell.NewMeeting(o.ctx, "2026-11", app.RegularMeeting)
	check(t, err)
	choices, err := o.cell.EvidenceChoices(o.ctx, sheet.Key())
	check(t, err)
	if len(choices) == 0 {
		t.Fatalf("no meeting to refer to beside %+v", meeting)
	}
	view, err = o.cell.Refer(o.ctx, sheet.Key(), "k2b", choices[0], false)
	check(t, err)
	if line, _ := view.Result.Line("k2b"); line.LacksEvidence || len(view.Evidence["k2b"]) != 1 || view.Evidence["k2b"][0].Name != choices[0].Name {
		t.Errorf("after the reference: %+v", view.Evidence["k2b"])
	}
	_, err = o.cell.Refer(o.ctx, sheet.Key(), "k2b", choices[0], true)
	check(t, err)
	if !lacks() {
		t.Error("the reference is taken off and still counts")
	}
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	october, err := o.cell.CriteriaSheet(o.ctx, "2026-10")
	check(t, err)
	_, err = o.cell.Attach(o.ctx, desk.CriterionOwner(october.Key(), "k2b"), path, "")
	wantCode(t, err, app.CodeMonthClosed)
}

func TestEvidenceThatCannotBeTaken(t *testing.T) {
	o := newOffice(t)
	sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	owner := desk.CriterionOwner(sheet.Key(), "k2b")
	for name, c := range map[string]struct {
		content []byte
		want    app.Code
	}{
		"chuong-trinh.pdf": {[]byte("MZ\x90\x00"), app.CodeAttachmentKind},
		"anh.jpg":          {[]byte("\xff\xd8\xff nothing"), desk.CodeAttachmentBroken},
		"lon.pdf":          {append([]byte("%PDF-"), make([]byte, app.MaxAttachment)...), app.CodeTooLarge},
	} {
		path := filepath.Join(o.folder(), name)
		check(t, os.WriteFile(path, c.content, 0o600))
		_, err := o.cell.Attach(o.ctx, owner, path, "")
		wantCode(t, err, c.want)
	}
	_, err = o.cell.Attach(o.ctx, owner, filepath.Join(o.folder(), "none.pdf"), "")
	wantCode(t, err, app.CodeFileUnread)
	view, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	if len(view.Evidence) != 0 {
		t.Errorf("something was kept: %+v", view.Evidence)
	}
}
