package sheet

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sochibo/app"
)

func readPointSample(t *testing.T, name string) *PointTable {
	t.Helper()
	table, err := ReadPoints(context.Background(), filepath.Join("testdata", name), PointOptions{Today: today})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return table
}

func readPointText(content string, options PointOptions) (*PointTable, error) {
	options.Today = today
	return ReadPointsFrom(context.Background(), "points.csv", strings.NewReader(content), int64(len(content)), options)
}

// entered returns the entries of a book after an import of points.
func entered(entries []app.PointEntry, rows []app.PointImportRow) []app.PointEntry {
	for _, row := range rows {
		for _, change := range row.Points {
			entries = slices.DeleteFunc(slices.Clone(entries), func(e app.PointEntry) bool {
				return e.MemberID == change.Entry.MemberID && e.Month == change.Entry.Month
			})
			entries = append(entries, change.Entry)
		}
	}
	return entries
}

func TestPointsOfOneMonth(t *testing.T) {
	book, table := cleanBook(t), readPointSample(t, "points-2026-11.xlsx")
	if !slices.Equal(table.Months, []app.Month{"2026-11"}) || len(table.Rows) != 23 || table.Rows[0].Row != 5 || table.Rows[22].Row != 27 {
		t.Fatalf("months %v, %d rows", table.Months, len(table.Rows))
	}
	rows := app.MatchPoints(book, nil, table.Rows, nil)
	if got, want := app.CountPoints(rows), (app.PointImportCounts{Values: 21, New: 21, Errors: 2, Remarks: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	below := ""
	for _, row := range rows {
		for _, change := range row.Points {
			if change.Entry.Points < 30 {
				below += row.MemberName + " "
			}
		}
	}
	if below != "Cao Văn Lực Chu Đình Nam " {
		t.Errorf("below 30: %s", below)
	}
	for _, want := range []struct {
		row           int
		name          string
		fault         app.Code
		remark        app.Code
		values, first int
	}{
		{row: 9, name: "Trịnh Thị Hòa", values: 1, first: 43},
		{row: 15, name: "Chu Đình Nam", values: 1, first: 27},
		{row: 22, name: "Vũ Thị Thơm", remark: app.CodeRemarkName, values: 1, first: 33},
		{row: 23, name: "Phùng Thị Thu Trang", values: 1, first: 32},
		{row: 25, name: "Đặng Thị Uyên", fault: app.CodePointsValue},
		{row: 27, fault: app.CodeRowUnknown},
	} {
		row := rows[want.row-5]
		got := want
		got.row, got.name, got.values, got.fault, got.remark, got.first = row.Row, row.MemberName, len(row.Points), "", "", 0
		if len(row.Points) > 0 {
			got.first = row.Points[0].Entry.Points
		}
		if len(row.Faults) > 0 {
			got.fault = row.Faults[0].Code
		}
		if len(row.Remarks) > 0 {
			got.remark = row.Remarks[0].Code
		}
		if got != want {
			t.Errorf("row %d: %+v, want %+v", want.row, got, want)
		}
	}
}

func TestPointsOfAYear(t *testing.T) {
	book, table := cleanBook(t), readPointSample(t, "points-2026-wide.xlsx")
	rows := app.MatchPoints(book, nil, table.Rows, nil)
	if got, want := app.CountPoints(rows), (app.PointImportCounts{Values: 251, Excused: 13, New: 264}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	entries := entered(nil, rows)
	reached := []string{"18/23", "16/23", "19/23", "20/23", "20/23", "21/23", "20/23", "22/23", "23/23", "21/22", "20/22"}
	for i, want := range reached {
		month := app.MonthsOf(2026)[i]
		totals := app.TotalPoints(book, entries, month, app.PointRule{Threshold: 30}, today)
		if got := itoa(totals.AtThreshold) + "/" + itoa(totals.Counted); got != want {
			t.Errorf("%s: %s, want %s", month, got, want)
		}
	}
	november := app.MatchPoints(book, nil, readPointSample(t, "points-2026-11.xlsx").Rows, nil)
	after := app.MatchPoints(book, entered(nil, november), table.Rows, nil)
	for _, row := range after {
		for _, change := range row.Points {
			if change.Entry.Month != "2026-11" {
				continue
			}
			isNew := row.MemberName == "Đặng Thị Uyên" || change.Entry.Excused
			if (change.State == app.ImportNew) != isNew || change.State == app.ImportChanged {
				t.Errorf("%s in November: %s", row.MemberName, change.State)
			}
		}
	}
	again := app.CountPoints(app.MatchPoints(book, entries, table.Rows, nil))
	if again.Unchanged != 264 || again.New+again.Changed+again.Errors != 0 {
		t.Errorf("a second time: %+v", again)
	}
}

func TestTheMonthOfATable(t *testing.T) {
	row := "Tô Quốc Bảo;31402203;40"
	tests := []struct {
		what, text string
		asked      app.Month
		want       app.Month
		fault      app.Code
	}{
		{what: "in the title", text: "ĐIỂM SỔ TAY THÁNG 3/2026\nHọ và tên;Số thẻ;Điểm\n" + row, want: "2026-03"},
		{what: "in words in the title", text: "ĐIỂM THÁNG 3 NĂM 2026\nHọ và tên;Số thẻ;Số điểm\n" + row, want: "2026-03"},
		{what: "in the heading", text: "Họ và tên;Số thẻ;Điểm tháng 3/2026\n" + row, want: "2026-03"},
		{what: "short in the heading, the year in the title", text: "NĂM 2026\nHọ và tên;Số thẻ;T3\n" + row, want: "2026-03"},
		{what: "asked for", text: "Họ và tên;Số thẻ;Điểm\n" + row, asked: "2026-03", want: "2026-03"},
		{what: "asked for, against the heading", text: "THÁNG 11/2026\nHọ và tên;Số thẻ;Điểm tháng 11\n" + row, asked: "2026-03", want: "2026-03"},
		{what: "not told", text: "Họ và tên;Số thẻ;Điểm\n" + row, fault: CodeNoMonth},
		{what: "without its year", text: "Họ và tên;Số thẻ;T3\n" + row, fault: CodeNoMonth},
		{what: "no such month", text: "THÁNG 13/2026\nHọ và tên;Số thẻ;Điểm\n" + row, fault: CodeNoMonth},
		{what: "no column of points", text: "THÁNG 3/2026\nHọ và tên;Số thẻ\n" + row, fault: CodeNoMonth},
	}
	for _, test := range tests {
		table, err := readPointText(test.text, PointOptions{Month: test.asked})
		if app.CodeOf(err) != test.fault {
			t.Errorf("%s: %v", test.what, err)
			continue
		}
		if err == nil && (len(table.Rows) != 1 || len(table.Rows[0].Values) != 1 || table.Rows[0].Values[0] != app.ImportedPoint{Month: test.want, Points: 40}) {
			t.Errorf("%s: %+v", test.what, table.Rows)
		}
	}
}

func TestCellsOfPoints(t *testing.T) {
	tests := []struct {
		cell string
		want app.ImportedPoint
		none bool
		bad  bool
	}{
		{cell: "40", want: app.ImportedPoint{Points: 40}},
		{cell: " 40 ", want: app.ImportedPoint{Points: 40}},
		{cell: "40.0", want: app.ImportedPoint{Points: 40}},
		{cell: "0", want: app.ImportedPoint{}},
		{cell: "Miễn", want: app.ImportedPoint{Excused: true, Reason: "Miễn"}},
		{cell: "miễn SH", want: app.ImportedPoint{Excused: true, Reason: "miễn SH"}},
		{cell: "", none: true},
		{cell: "-", none: true},
		{cell: "38.5", bad: true},
		{cell: "-4", bad: true},
		{cell: "10000", bad: true},
		{cell: "1e300", bad: true},
		{cell: "NaN", bad: true},
		{cell: "nghỉ ốm", bad: true},
	}
	for _, test := range tests {
		table, err := readPointText("THÁNG 11/2026\nHọ và tên;Số thẻ;Điểm\nTô Quốc Bảo;31402203;"+test.cell+"\n", PointOptions{})
		if err != nil {
			t.Fatal(err)
		}
		test.want.Month = "2026-11"
		row := table.Rows[0]
		switch {
		case (len(row.Faults) > 0) != test.bad:
			t.Errorf("%q: faults %v", test.cell, row.Faults)
		case (len(row.Values) == 0) != (test.none || test.bad):
			t.Errorf("%q: values %v", test.cell, row.Values)
		case len(row.Values) == 1 && row.Values[0] != test.want:
			t.Errorf("%q: %+v, want %+v", test.cell, row.Values[0], test.want)
		}
	}
}

func TestWrittenPointsReadBackEqual(t *testing.T) {
	book, table := cleanBook(t), readPointSample(t, "points-2026-wide.xlsx")
	rows := app.MatchPoints(book, nil, table.Rows, nil)
	var lines []PointLine
	for _, row := range rows {
		line := PointLine{Name: row.MemberName, PartyCardNo: row.Name}
		for _, m := range book {
			if m.ID == row.MemberID {
				line.PartyCardNo = m.PartyCardNo
			}
		}
		for _, change := range row.Points {
			value := PointValue{Excused: change.Entry.Excused}
			if points := change.Entry.Points; !value.Excused {
				value.Points = &points
			}
			line.Cells[change.Entry.Month.Number()-1] = value
		}
		lines = append(lines, line)
	}
	for _, name := range []string{"points.xlsx", "points.csv"} {
		data, err := PointFile(name, app.Settings{Name: "Chi bộ Xưởng May 2"}, 2026, lines)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ReadPointsFrom(context.Background(), name, bytes.NewReader(data), int64(len(data)), PointOptions{Today: today})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := app.CountPoints(app.MatchPoints(book, entered(nil, rows), back.Rows, nil))
		if want := (app.PointImportCounts{Values: 251, Excused: 13, Unchanged: 264}); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if _, err := PointFile("points.pdf", app.Settings{}, 2026, lines); app.CodeOf(err) != CodeEnding {
		t.Errorf("another ending: %v", err)
	}
}
