package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/sheet"
)

// rowsOf reads the first sheet of an Excel file.
func rowsOf(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	check(t, err)
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	check(t, err)
	return rows
}

func TestListsOfMembersAreWritten(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	dir := o.folder()
	wantCode(t, o.cell.ExportMemberList(o.ctx, desk.ListCorrections, nil, filepath.Join(dir, "c.xlsx")), desk.CodeNoImport)
	preview, err := o.cell.PreviewMembers(o.ctx, "testdata/members-clean.xlsx", desk.MemberFileOptions{}, nil)
	check(t, err)
	_, err = o.cell.WriteMembers(o.ctx, preview, nil, nil)
	check(t, err)
	rows, err := o.cell.Members(o.ctx, "2026-10")
	check(t, err)
	lan := rows[5].Member
	old := lan.FullName
	lan.FullName, lan.Phone, lan.Sex = old+" Lan", "0900000999", app.Female
	_, err = o.cell.SaveMember(o.ctx, lan)
	check(t, err)
	_, err = o.cell.ChangeStanding(o.ctx, lan.ID, app.StandingEvent{On: "2026-10-01", Standing: app.Exempt, Reason: "=QĐ 12"})
	check(t, err)
	back := rows[6].Member
	back.Note, back.PartyGroup = "x", "9"
	_, err = o.cell.SaveMember(o.ctx, back)
	check(t, err)
	back.PartyGroup = rows[6].PartyGroup
	_, err = o.cell.SaveMember(o.ctx, back) // what came back is no correction
	check(t, err)
	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Đỗ Văn Mới", Kind: app.Official})
	check(t, err)

	path := filepath.Join(dir, "corrections.xlsx")
	check(t, o.cell.ExportMemberList(o.ctx, desk.ListCorrections, nil, path))
	var got []string
	for _, row := range rowsOf(t, path)[5:] {
		got = append(got, strings.Join(append(row[1:2:2], row[4:7]...), "|"))
	}
	text := strings.Join(got, "\n")
	for _, want := range []string{lan.FullName + "|Họ và tên|" + old + "|" + lan.FullName, "|Giới tính||Nữ", "|Trạng thái||Miễn công tác và sinh hoạt Đảng 01/10/2026 =QĐ 12", "Đỗ Văn Mới|Thêm vào sổ||"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the corrections\n%s", want, text)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d corrections\n%s", len(got), text)
	}

	path = filepath.Join(dir, "two.xlsx")
	check(t, o.cell.ExportMemberList(o.ctx, desk.ListMembers, []string{rows[0].ID, rows[1].ID}, path))
	if n := len(rowsOf(t, path)); n != 4+1+2 {
		t.Errorf("a list of two has %d rows", n)
	}
	path = filepath.Join(dir, "statistics.csv")
	check(t, o.cell.ExportMemberList(o.ctx, desk.ListStatistics, nil, path))
	data, err := os.ReadFile(path)
	check(t, err)
	if !bytes.Contains(data, []byte("Đảng viên trong danh sách")) || !bytes.Contains(data, []byte("Sinh nhật tháng")) {
		t.Errorf("statistics\n%s", data)
	}
	for _, kind := range []desk.MemberListKind{desk.ListMembers, desk.ListRegister, desk.ListCorrections, desk.ListStatistics} {
		path = filepath.Join(dir, string(kind)+".pdf")
		check(t, o.cell.ExportMemberList(o.ctx, kind, nil, path))
		if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
			t.Errorf("%s: no PDF, %v", kind, err)
		}
	}
	check(t, o.cell.ExportMemberList(o.ctx, desk.ListRegister, nil, filepath.Join(dir, "register.xlsx")))
	path = filepath.Join(dir, "register.csv")
	check(t, o.cell.ExportMemberList(o.ctx, desk.ListRegister, nil, path))
	again, err := o.cell.PreviewMembers(o.ctx, path, desk.MemberFileOptions{}, nil)
	check(t, err)
	if again.Counts.New+again.Counts.Changed > 0 || again.Counts.Unchanged < 20 { // without birth date and number some are asked for
		t.Errorf("the register as CSV reads back as %+v", again.Counts)
	}
	wantCode(t, o.cell.ExportMemberList(o.ctx, desk.ListMembers, nil, filepath.Join(dir, "list.txt")), sheet.CodeEnding)
}
