package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/sheet"
)

func TestColumnsCorrectedByHandAreRememberedForTheSameHeadings(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	list := func(name string) string {
		path := filepath.Join(o.folder(), "list.csv")
		check(t, os.WriteFile(path, []byte("Họ và tên,Ngày sinh,Cột lạ\n"+name+",01/02/1980,Xưởng cắt\n"), 0o600))
		return path
	}
	read := func(path string, choice desk.FileChoice) *desk.MemberImport {
		preview, err := o.cell.PreviewMembers(o.ctx, path, desk.MemberFileOptions{Choice: choice}, nil)
		check(t, err)
		return preview
	}
	first := list("Đỗ Văn An")
	if p := read(first, desk.FileChoice{}); p.Remembered || p.Rows[0].Member.Department != "" {
		t.Fatalf("the third column is not known: %+v", p.Rows[0].Member)
	}
	corrected := desk.FileChoice{Columns: map[int][]desk.FileField{2: {"department"}}}
	p := read(first, corrected)
	if p.Rows[0].Member.Department != "Xưởng cắt" {
		t.Fatalf("corrected: %+v", p.Rows[0].Member)
	}
	if again := read(first, desk.FileChoice{}); again.Remembered {
		t.Error("a correction is remembered before anything was written with it")
	}
	_, err := o.cell.WriteMembers(o.ctx, p, nil, nil)
	check(t, err)
	second := list("Đỗ Văn Bình")
	if p = read(second, desk.FileChoice{}); !p.Remembered || p.Rows[0].Member.Department != "Xưởng cắt" || p.Rows[0].State != app.ImportNew {
		t.Errorf("the next file: remembered %v, %+v", p.Remembered, p.Rows[0])
	}
	anew := read(second, desk.FileChoice{Columns: map[int][]sheet.Field{}})
	if anew.Remembered || anew.Rows[0].Member.Department != "" {
		t.Errorf("matched anew: %+v", anew.Rows[0].Member)
	}
	_, err = o.cell.WriteMembers(o.ctx, anew, nil, nil)
	check(t, err)
	if p = read(list("Đỗ Văn Cần"), desk.FileChoice{}); p.Remembered {
		t.Error("what was matched anew is forgotten")
	}
}
