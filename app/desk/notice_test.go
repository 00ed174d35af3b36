package desk_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// document writes a file to be sent.
func (o *office) document(name string, content []byte) string {
	o.Helper()
	path := filepath.Join(o.folder(), name)
	check(o.T, os.WriteFile(path, content, 0o600))
	return path
}

func docx(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range parts {
		part, err := w.Create(name)
		check(t, err)
		_, err = part.Write([]byte("<document/>"))
		check(t, err)
	}
	check(t, w.Close())
	return b.Bytes()
}

// send issues a notice and writes it to a stick.
func (o *office) send(committee *desk.Desk, n desk.NewNotice) []string {
	o.Helper()
	notice, err := committee.IssueNotice(o.ctx, n)
	check(o.T, err)
	stick := o.folder()
	names, err := committee.WriteNotice(o.ctx, notice.ID, stick, nil)
	check(o.T, err)
	var paths []string
	for _, name := range names {
		paths = append(paths, filepath.Join(stick, name))
	}
	return paths
}

func TestANoticeWithDocumentsReachesItsCells(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	word := docx(t, "[Content_Types].xml", "word/document.xml")
	path := o.send(o.committee, desk.NewNotice{Title: "Về sinh hoạt chuyên đề quý 4", Body: "Các chi bộ nộp\n\nkế hoạch trước 05/12.",
		Files: []string{o.document("Hướng dẫn số 12.pdf", []byte("%PDF-1.7 hướng dẫn")), o.document("Mẫu kế hoạch.docx", word)}})
	if len(path) != 1 || filepath.Base(path[0]) != "TB-CHUNG-2026-11-01.chibo" {
		t.Fatalf("written: %v", path)
	}
	if got := o.receive(o.cell, path[0]); !got.Taken || got.Kind != handover.KindNotice {
		t.Fatalf("the notice: %+v", got)
	}
	list, err := o.cell.Notices(o.ctx)
	check(t, err)
	if len(list) != 1 || list[0].Sender != "Đảng ủy Công ty CP May Hưng Thịnh" || list[0].Body != "Các chi bộ nộp\nkế hoạch trước 05/12." || !list[0].ReadAt.IsZero() {
		t.Fatalf("in the cell's book: %+v", list)
	}
	content, err := o.cell.NoticeFile(o.ctx, list[0].ID, "Mẫu kế hoạch.docx")
	check(t, err)
	if !bytes.Equal(content, word) {
		t.Error("the document is another")
	}
	read, err := o.cell.ReadNotice(o.ctx, list[0].ID)
	check(t, err)
	if read.ReadAt.IsZero() {
		t.Error("it is not marked as read")
	}
	if got := o.receive(o.cell, path[0]); got.Taken || got.Reason != handover.CodeSame {
		t.Errorf("the notice again: %+v", got)
	}
	second, err := o.committee.WriteNotice(o.ctx, list[0].ID, o.folder(), nil)
	check(t, err)
	if len(second) != 1 {
		t.Errorf("on another stick: %v", second)
	}
}

func TestANoticeForChosenCellsIsRefusedByTheOthers(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, other, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho vận"}, o.folder(), nil)
	check(t, err)
	paths := o.send(o.committee, desk.NewNotice{Title: "Riêng", Cells: []string{"CB001", other.Code}})
	if len(paths) != 2 {
		t.Fatalf("%d packets", len(paths))
	}
	if got := o.receive(o.cell, paths[0]); !got.Taken {
		t.Errorf("its own: %+v", got)
	}
	if got := o.receive(o.cell, paths[1]); got.Taken || got.Reason != handover.CodeWrongCell {
		t.Errorf("another cell's: %+v", got)
	}
	_, err = o.committee.IssueNotice(o.ctx, desk.NewNotice{Title: "Riêng", Cells: []string{"CB099"}})
	wantCode(t, err, app.CodeNotFound)
}

func TestNoticesOfOthersAndForgedOnesAreRefused(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	settings, err := o.committee.Settings(o.ctx)
	check(t, err)
	make := func(s app.Settings) *desk.Desk {
		made, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "committee"), desk.NewBook{Passphrase: "another passphrase", Settings: s}, desk.WithClock(o.clock.Now))
		check(t, err)
		t.Cleanup(made.CloseDiscarding)
		return made
	}
	forger := make(settings) // the same id and name, another key
	settings.OrganisationID, settings.Name = "", "Đảng ủy Công ty CP Dệt Sông Hồng"
	other := make(settings)
	for _, test := range []struct {
		name   string
		from   *desk.Desk
		to     *desk.Desk
		reason app.Code
	}{
		{"of another committee", other, o.cell, handover.CodeOtherCommittee},
		{"in the committee's name by another key", forger, o.cell, handover.CodeNotSuperior},
		{"to a cell that opened no invitation", o.committee, o.stranger("CB009", "Chi bộ Kho vận"), handover.CodeNoCommittee},
		{"to another committee", o.committee, other, handover.CodeWrongDirection},
	} {
		path := o.send(test.from, desk.NewNotice{Title: "Thông báo"})[0]
		if got := o.receive(test.to, path); got.Taken || got.Outcome != handover.Refuse || got.Reason != test.reason {
			t.Errorf("%s: %s %s", test.name, got.Outcome, got.Reason)
		}
	}
	path := o.send(o.committee, desk.NewNotice{Title: "Thông báo"})[0]
	whole, err := os.ReadFile(path)
	check(t, err)
	if got := o.receive(o.cell, o.document("doi.chibo", bytes.Replace(whole, []byte(`"seq": 3`), []byte(`"seq": 2`), 1))); got.Taken {
		t.Errorf("a changed notice: %+v", got)
	}
}

func TestWhatANoticeDoesNotCarry(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for name, content := range map[string][]byte{
		"virus.pdf":  []byte("MZ\x90\x00"),
		"macro.docx": docx(t, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
		"zip.docx":   docx(t, "readme.txt"),
		"sach.docm":  docx(t, "[Content_Types].xml", "word/document.xml"),
	} {
		_, err := o.committee.IssueNotice(o.ctx, desk.NewNotice{Title: "Thông báo", Files: []string{o.document(name, content)}})
		wantCode(t, err, app.CodeNoticeFile)
	}
	_, err := o.committee.IssueNotice(o.ctx, desk.NewNotice{Title: " "})
	wantCode(t, err, app.CodeRequired)
	_, err = o.cell.IssueNotice(o.ctx, desk.NewNotice{Title: "Thông báo"})
	wantCode(t, err, app.CodeNotCommittee)
	if list, err := o.committee.Notices(o.ctx); err != nil || len(list) != 0 {
		t.Errorf("%d notices, %v", len(list), err)
	}
}

func TestTwoDocumentsOfOneNameBothArrive(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	path := o.send(o.committee, desk.NewNotice{Title: "Về kế hoạch", Files: []string{
		o.document("Kế hoạch.pdf", []byte("%PDF-1.7 tháng 11")), o.document("Kế hoạch.pdf", []byte("%PDF-1.7 tháng 12")), o.document("KẾ HOẠCH.PDF", []byte("%PDF-1.7 năm"))}})
	if got := o.receive(o.cell, path[0]); !got.Taken {
		t.Fatalf("the notice: %s %s", got.Outcome, got.Reason)
	}
	list, err := o.cell.Notices(o.ctx)
	check(t, err)
	seen := map[string]bool{}
	for _, f := range list[0].Files {
		content, err := o.cell.NoticeFile(o.ctx, list[0].ID, f.Name)
		check(t, err)
		seen[string(content)] = true
	}
	if len(seen) != 3 {
		t.Errorf("%d of 3 documents can be opened: %+v", len(seen), list[0].Files)
	}
}

func TestANoticeThatNoPacketHoldsIsNotIssued(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	large := o.document("lon.pdf", append([]byte("%PDF-1.7 "), make([]byte, app.MaxAttachment-9)...))
	_, err := o.committee.IssueNotice(o.ctx, desk.NewNotice{Title: "Tài liệu", Files: []string{large, large, large, large, large, large, large}})
	wantCode(t, err, handover.CodeTooLarge)
	if list, err := o.committee.Notices(o.ctx); err != nil || len(list) != 0 {
		t.Errorf("%d notices, %v", len(list), err)
	}
}
