package desk_test

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/sheet"
)

func TestFrameworkComesFromAnExcelTable(t *testing.T) {
	o := newOffice(t)
	path := filepath.Join(o.folder(), "khung.xlsx")
	check(t, o.committee.SaveFrameworkExample(path))
	f, err := o.committee.ImportFrameworkTable(o.ctx, path)
	check(t, err)
	if f.Code != "VI-DU-2026" || f.MaxTotal.String() != "100" || len(f.Groups) != 2 || len(f.Groups[1].Criteria[1].Items) != 2 || len(f.AutoSources) != 1 || f.Basis[0].Date != o.committee.Today() {
		t.Fatalf("read %+v", f)
	}
	check(t, o.committee.IssueFramework(o.ctx, f))
	again := filepath.Join(o.folder(), "lai.csv")
	check(t, o.committee.SaveFrameworkTable(o.ctx, f.Code, 0, again))
	second, err := o.committee.ImportFrameworkTable(o.ctx, again)
	check(t, err)
	if second.Version != 2 || second.Groups[0].Criteria[1].Bands[1].From.Fixed.String() != "75" || second.Vetoes[0].Text != "Khai sai số liệu" {
		t.Errorf("read back %+v", second)
	}
	check(t, o.committee.IssueFramework(o.ctx, second))
	wantCode(t, o.committee.SaveFrameworkTable(o.ctx, "MODEL-CELL-2022", 0, again), sheet.CodeFrameworkRich)
	_, err = o.cell.ImportFrameworkTable(o.ctx, again)
	wantCode(t, err, app.CodeNotCommittee)
}

func TestRowsOfAFrameworkTableThatCannotBeRead(t *testing.T) {
	o := newOffice(t)
	head := []string{"Dòng", "Số", "Nội dung", "Điểm", "Cách chấm", "Từ", "Minh chứng", "Không áp dụng"}
	group := []string{"Nhóm", "I", "Nhóm"}
	for name, c := range map[string]struct {
		rows    [][]string
		row     int
		problem string
	}{
		"kind of row":      {[][]string{{"Cột", "", "x"}}, 2, "row_kind"},
		"no group":         {[][]string{{"Tiêu chí", "1", "x", "5", "Đánh dấu"}}, 2, "group_first"},
		"no points":        {[][]string{group, {"Tiêu chí", "1", "x", "năm", "Đánh dấu"}}, 3, "number"},
		"way of scoring":   {[][]string{group, {"Tiêu chí", "1", "x", "5", "Bốc thăm"}}, 3, "kind"},
		"step of a tick":   {[][]string{group, {"Tiêu chí", "1", "x", "5", "Đánh dấu"}, {"Mức điểm", "", "Đủ", "5"}}, 4, "step_place"},
		"item of a tick":   {[][]string{group, {"Tiêu chí", "1", "x", "5", "Đánh dấu"}, {"Mục", "", "Đủ", "5", "Đánh dấu"}}, 4, "item_place"},
		"head":             {[][]string{{"Khung", "Màu", "đỏ"}}, 2, "head_name"},
		"day":              {[][]string{{"Khung", "Từ ngày", "hôm qua"}}, 2, "date"},
		"scope":            {[][]string{{"Khung", "Chấm theo", "Tuần"}}, 2, "scope"},
		"rule":             {[][]string{group, {"Tiêu chí", "1", "x", "5", "Đánh dấu", "", "", "Thôi"}}, 3, "apart"},
		"nothing but head": {[][]string{{"Khung", "Mã", "A"}}, 1, "no_groups"},
	} {
		path := filepath.Join(o.folder(), "khung.csv")
		var b strings.Builder
		w := csv.NewWriter(&b)
		check(t, w.WriteAll(append([][]string{head}, c.rows...)))
		check(t, os.WriteFile(path, []byte(b.String()), 0o600))
		_, err := o.committee.ImportFrameworkTable(o.ctx, path)
		var known *app.Error
		if !errors.As(err, &known) || known.Code != sheet.CodeFrameworkRow || known.Values["row"] != c.row || known.Values["problem"] != c.problem {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := filepath.Join(o.folder(), "khac.csv")
	check(t, os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600))
	_, err := o.committee.ImportFrameworkTable(o.ctx, path)
	wantCode(t, err, sheet.CodeFrameworkTable)
	drafts, err := o.committee.FrameworkDrafts(o.ctx)
	check(t, err)
	if len(drafts) != 0 {
		t.Errorf("%d drafts are left", len(drafts))
	}
}
