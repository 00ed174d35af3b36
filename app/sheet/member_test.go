package sheet

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sochibo/app"
)

const today app.Date = "2026-11-24"

func readSample(t *testing.T, name string) *MemberTable {
	t.Helper()
	table, err := ReadMembers(context.Background(), filepath.Join("testdata", name), MemberOptions{Today: today})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return table
}

// readText reads members from the text of a CSV file.
func readText(t *testing.T, content string, options MemberOptions) *MemberTable {
	t.Helper()
	options.Today = today
	table, err := ReadMembersFrom(context.Background(), "list.csv", strings.NewReader(content), int64(len(content)), options)
	if err != nil {
		t.Fatalf("%q: %v", content, err)
	}
	return table
}

func match(book []app.Member, table *MemberTable) []app.ImportRow {
	return app.MatchMembers(book, table.Rows, app.MatchOptions{Today: today, ProbationMonths: 12})
}

// written returns a book after an import: what is new or changed is in it, errors are not.
func written(book []app.Member, rows []app.ImportRow) []app.Member {
	book = slices.Clone(book)
	at := map[string]int{}
	for i, m := range book {
		at[m.ID] = i
	}
	for _, row := range rows {
		m := row.Member
		switch row.State {
		case app.ImportNew:
			m.ID = fmt.Sprintf("m%03d", len(book)+1)
			book = append(book, m)
		case app.ImportChanged:
			book[at[m.ID]] = m
		}
	}
	return book
}

func cleanBook(t *testing.T) []app.Member {
	t.Helper()
	return written(nil, match(nil, readSample(t, "members-clean.xlsx")))
}

func TestSampleListsImportAsTheyShould(t *testing.T) {
	tests := []struct {
		file         string
		first, last  int // rows read
		rows         int
		empty, after app.ImportCounts // without remarks
		converted    Charset
	}{
		{file: "members-clean.xlsx", first: 2, last: 25, rows: 24, empty: app.ImportCounts{New: 24}, after: app.ImportCounts{Unchanged: 24}},
		{file: "members-7hsdv.xlsx", first: 10, last: 35, rows: 26, empty: app.ImportCounts{New: 26}, after: app.ImportCounts{New: 2, Changed: 24}},
		{file: "members-messy.xlsx", first: 4, last: 25, rows: 21, empty: app.ImportCounts{New: 18, Errors: 3}, after: app.ImportCounts{New: 4, Changed: 9, Unchanged: 5, Errors: 3}},
		{file: "members-tcvn3.xls", first: 7, last: 30, rows: 24, empty: app.ImportCounts{New: 24}, after: app.ImportCounts{Changed: 24}, converted: TCVN3},
		{file: "members-vni.csv", first: 2, last: 25, rows: 24, empty: app.ImportCounts{New: 24}, after: app.ImportCounts{Unchanged: 24}, converted: VNI},
		{file: "members-cp1258.csv", first: 2, last: 25, rows: 24, empty: app.ImportCounts{New: 24}, after: app.ImportCounts{Unchanged: 24}},
		{file: "members-utf8bom.csv", first: 2, last: 25, rows: 24, empty: app.ImportCounts{New: 24}, after: app.ImportCounts{Unchanged: 24}},
		{file: "members-utf16le.txt", first: 2, last: 25, rows: 24, empty: app.ImportCounts{New: 24}, after: app.ImportCounts{Unchanged: 24}},
	}
	counts := func(rows []app.ImportRow) app.ImportCounts {
		c := app.CountImport(rows)
		c.Remarks = 0
		return c
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			table := readSample(t, test.file)
			if table.Converted != test.converted {
				t.Errorf("converted from %q, want %q", table.Converted, test.converted)
			}
			if len(table.Rows) != test.rows || table.Rows[0].Row != test.first || table.Rows[len(table.Rows)-1].Row != test.last {
				t.Errorf("%d rows, %d to %d", len(table.Rows), table.Rows[0].Row, table.Rows[len(table.Rows)-1].Row)
			}
			empty := match(nil, table)
			if got := counts(empty); got != test.empty {
				t.Errorf("into an empty book %+v, want %+v", got, test.empty)
			}
			clean := cleanBook(t)
			after := match(clean, table)
			if got := counts(after); got != test.after {
				t.Errorf("after clean %+v, want %+v", got, test.after)
			}
			for _, first := range []struct {
				book []app.Member
				rows []app.ImportRow
			}{{nil, empty}, {clean, after}} {
				again := counts(match(written(first.book, first.rows), table))
				want := counts(first.rows)
				want = app.ImportCounts{Unchanged: want.New + want.Changed + want.Unchanged, Errors: want.Errors}
				if again != want {
					t.Errorf("a second time %+v, want %+v", again, want)
				}
			}
		})
	}
}

// messyRow is what members-messy.xlsx must give for a row: states into an empty book and after clean, fields changed, codes of remarks and faults.
type messyRow struct {
	row          int
	empty, after app.ImportState
	changes      string
	remark       app.Code
	fault        app.Code
}

var messyRows = []messyRow{
	{row: 4, empty: app.ImportNew, after: app.ImportUnchanged},
	{row: 5, empty: app.ImportNew, after: app.ImportChanged, changes: "phone"},
	{row: 6, empty: app.ImportNew, after: app.ImportUnchanged, remark: app.CodeRemarkIdentity},
	{row: 7, empty: app.ImportNew, after: app.ImportChanged, changes: "phone"},
	{row: 8, empty: app.ImportNew, after: app.ImportUnchanged},
	{row: 9, empty: app.ImportNew, after: app.ImportChanged, changes: "phone", remark: app.CodeRemarkZeros},
	{row: 10, empty: app.ImportNew, after: app.ImportChanged, changes: "phone note"},
	{row: 12, empty: app.ImportNew, after: app.ImportChanged, changes: "phone"},
	{row: 13, empty: app.ImportNew, after: app.ImportUnchanged},
	{row: 14, empty: app.ImportError, after: app.ImportError, fault: app.CodeBadDate},
	{row: 15, empty: app.ImportError, after: app.ImportError, fault: app.CodeRowNoName},
	{row: 16, empty: app.ImportNew, after: app.ImportNew, remark: app.CodeRemarkSameName},
	{row: 17, empty: app.ImportNew, after: app.ImportNew, remark: app.CodeRemarkSameName},
	{row: 18, empty: app.ImportNew, after: app.ImportNew},
	{row: 19, empty: app.ImportNew, after: app.ImportNew},
	{row: 20, empty: app.ImportError, after: app.ImportError, fault: app.CodeRowSame},
	{row: 21, empty: app.ImportNew, after: app.ImportChanged, changes: "phone"},
	{row: 22, empty: app.ImportNew, after: app.ImportChanged, changes: "phone note"},
	{row: 23, empty: app.ImportNew, after: app.ImportChanged, changes: "phone note"},
	{row: 24, empty: app.ImportNew, after: app.ImportChanged, changes: "phone note"},
	{row: 25, empty: app.ImportNew, after: app.ImportUnchanged},
}

func TestMessyListRowByRow(t *testing.T) {
	table := readSample(t, "members-messy.xlsx")
	empty, after := match(nil, table), match(cleanBook(t), table)
	if len(after) != len(messyRows) {
		t.Fatalf("%d rows, want %d", len(after), len(messyRows))
	}
	for i, want := range messyRows {
		a := after[i]
		var changes []string
		for _, change := range a.Changes {
			changes = append(changes, change.Field)
		}
		got := messyRow{row: a.Row, empty: empty[i].State, after: a.State, changes: strings.Join(changes, " ")}
		if len(a.Remarks) > 0 {
			got.remark = a.Remarks[0].Code
		}
		if len(a.Faults) > 0 {
			got.fault = a.Faults[0].Code
		}
		if got != want {
			t.Errorf("row %d: %+v, want %+v", want.row, got, want)
		}
	}
}

func byRow(t *testing.T, rows []app.ImportRow, row int) app.ImportRow {
	t.Helper()
	for _, r := range rows {
		if r.Row == row {
			return r
		}
	}
	t.Fatalf("row %d is not there", row)
	return app.ImportRow{}
}

func TestMessyValuesAreStoredInOrder(t *testing.T) {
	empty := match(nil, readSample(t, "members-messy.xlsx"))
	after := match(cleanBook(t), readSample(t, "members-messy.xlsx"))
	name := func(m app.Member) string { return m.FullName }
	tests := []struct {
		what string
		row  int
		rows []app.ImportRow
		of   func(app.Member) string
		want string
	}{
		{"capitals become proper case", 5, empty, name, "Mai Văn Chiến"},
		{"capitals, decomposed, become proper case", 21, empty, name, "Đỗ Thị Nhàn"},
		{"blanks are collapsed", 6, empty, name, "Lương Thị Duyên"},
		{"a no-break space is a blank", 7, empty, name, "Nguyễn Thị Én"},
		{"decomposed letters are composed", 8, empty, name, "Trần Thị Bích Hạnh"},
		{"a two-digit birth year", 6, empty, func(m app.Member) string { return string(m.BornOn) }, "1992-03-23"},
		{"a two-digit year of admission", 6, empty, func(m app.Member) string { return string(m.AdmittedOn) }, "2016-09-02"},
		{"zeros of a citizen id are put back", 6, empty, func(m app.Member) string { return m.CitizenID }, "000192002246"},
		{"zeros of a card are put back", 9, empty, func(m app.Member) string { return m.PartyCardNo }, "03140356"},
		{"blanks within a card go", 8, empty, func(m app.Member) string { return m.PartyCardNo }, "31402105"},
		{"a blank after a card goes", 25, empty, func(m app.Member) string { return m.PartyCardNo }, "31402139"},
		{"a year alone is kept as a year", 12, empty, func(m app.Member) string { return string(m.BornOn) }, "1979"},
		{"a number under a birth date is a year", 18, empty, func(m app.Member) string { return string(m.BornOn) }, "1975"},
		{"a month in words", 18, empty, func(m app.Member) string { return string(m.AdmittedOn) }, "1999-05"},
		{"a year does not replace a day", 12, after, func(m app.Member) string { return string(m.BornOn) }, "1979-09-05"},
		{"a month does not replace a day", 13, after, func(m app.Member) string { return string(m.BornOn) }, "1984-02-28"},
		{"an existing name keeps its tone mark's place", 9, after, name, "Trịnh Thị Hòa"},
		{"a telephone is kept as typed", 21, empty, func(m app.Member) string { return m.Phone }, "+84900000445"},
		{"text like a formula is kept as typed", 10, empty, func(m app.Member) string { return m.Note }, `=HYPERLINK("http://example.invalid/a";"Bấm vào đây")`},
		{"text like a sum is kept as typed", 24, empty, func(m app.Member) string { return m.Note }, "-2+3"},
	}
	for _, test := range tests {
		if got := test.of(byRow(t, test.rows, test.row).Member); got != test.want {
			t.Errorf("%s: row %d gives %q, want %q", test.what, test.row, got, test.want)
		}
	}
}

func TestRegisterFormGivesWholeMembers(t *testing.T) {
	rows := match(nil, readSample(t, "members-7hsdv.xlsx"))
	want := app.Member{FullName: "Nguyễn Thị Én", BirthName: "Nguyễn Thị Yến", Sex: app.Female, BornOn: "1983-10-30", PartyCardNo: "31402187",
		DossierNo: "002052TB", AdmittedOn: "2010-03-26", OfficialOn: "2011-03-26", Kind: app.Official, Occupation: "Tổ trưởng chuyền 5",
		EarlierWork: "Công nhân may", Schooling: "12/12", PoliticalTheory: "Trung cấp", Profession: "Cao đẳng May", Language: "Anh B",
		Ethnicity: "Kinh", Religion: "Không", NativePlace: "Xã Đông Hưng Trung, tỉnh Hưng Yên"}
	if got := byRow(t, rows, 13).Member; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("row 13:\n%+v\nwant\n%+v", got, want)
	}
	tests := []struct {
		what string
		row  int
		of   func(app.Member) any
		want any
	}{
		{"a name at birth equal to the name in use is not kept twice", 10, func(m app.Member) any { return m.BirthName }, ""},
		{"a name at birth that differs is kept", 33, func(m app.Member) any { return m.BirthName }, "Tạ Văn Vinh"},
		{"an empty line leaves the profession empty", 11, func(m app.Member) any { return m.Profession + "|" + m.Language }, "|Không"},
		{"a cell that begins with an empty line has no card", 22, func(m app.Member) any { return m.PartyCardNo + "|" + m.DossierNo }, "|003013HY"},
		{"one line of dates is the admission", 22, func(m app.Member) any { return m.AdmittedOn + "|" + m.OfficialOn }, app.Date("2025-12-19|")},
		{"a note says probationary", 22, func(m app.Member) any { return m.Kind }, app.Probationary},
		{"a note that says no more than that is not kept", 22, func(m app.Member) any { return m.Note }, ""},
		{"a badge", 21, func(m app.Member) any { return m.BadgeNo }, "Huy hiệu 30 năm"},
		{"the secretary", 14, func(m app.Member) any { return m.Post }, app.Secretary},
		{"the deputy", 17, func(m app.Member) any { return m.Post }, app.DeputySecretary},
		{"a member of the committee", 18, func(m app.Member) any { return m.Post }, app.CommitteeMember},
		{"a youth union's secretary has no post in the cell", 32, func(m app.Member) any { return m.Post }, app.NoPost},
		{"who came, when and from where", 16, func(m app.Member) any { return string(m.ArrivedOn) + " " + m.ArrivedFrom }, "2019-05-20 Chi bộ Xưởng Cắt"},
		{"exempt for a time, since a day, for a reason", 12, func(m app.Member) any { return eventTexts(m) }, "2026-10-01 temporarily_exempt nghỉ thai sản\n"},
		{"exempt for good", 21, func(m app.Member) any { return eventTexts(m) }, "2024-01-01 exempt \n"},
		{"moved away", 34, func(m app.Member) any { return eventTexts(m) }, "2026-03-15 transferred Đảng bộ phường Bình Minh\n"},
		{"died", 35, func(m app.Member) any { return eventTexts(m) }, "2025-07-02 deceased Bệnh nặng\n"},
		{"who died is not on the list", 35, func(m app.Member) any { return m.OnListOn(today) }, false},
		{"another religion", 28, func(m app.Member) any { return m.Religion }, "Công giáo"},
	}
	for _, test := range tests {
		if got := test.of(byRow(t, rows, test.row).Member); got != test.want {
			t.Errorf("%s: row %d gives %v, want %v", test.what, test.row, got, test.want)
		}
	}
}

// eventTexts is a member's events, a line each: day, standing, reason.
func eventTexts(m app.Member) string {
	var lines strings.Builder
	for _, e := range m.Events {
		fmt.Fprintf(&lines, "%s %s %s\n", string(e.On), e.Standing, e.Reason)
	}
	return lines.String()
}

func TestCleanListProposesProbationAndInventsNoDate(t *testing.T) {
	rows := match(nil, readSample(t, "members-clean.xlsx"))
	for _, row := range rows {
		want := app.Official
		if row.Row == 14 || row.Row == 22 {
			want = app.Probationary
		}
		if row.Member.Kind != want || row.Member.OfficialOn != "" || (want == app.Probationary) != (len(row.Remarks) == 1) {
			t.Errorf("row %d: %s, official on %q, remarks %v", row.Row, row.Member.Kind, row.Member.OfficialOn, row.Remarks)
		}
	}
	if got := byRow(t, rows, 13).Member.StandingOn("2020-01-01"); got != app.Exempt {
		t.Errorf("row 13 stands as %q ever since, want exempt", got)
	}
	if m := byRow(t, rows, 4).Member; m.StandingOn(today) != app.TempExempt || m.StandingOn("2026-09-30") != app.Active {
		t.Errorf("row 4: %v", m.Events)
	}
}

func TestColumnsAreShownAsUnderstood(t *testing.T) {
	table := readSample(t, "members-messy.xlsx")
	var got []string
	for _, c := range table.Columns {
		got = append(got, fmt.Sprintf("%s%v%v", c.Letter, c.Fields, c.Hidden))
	}
	want := "A[fullName]false B[bornOn]false C[]false D[partyCardNo]false E[citizenID]false F[]true G[admittedOn]false H[phone]false I[standing]false J[note]false"
	if strings.Join(got, " ") != want {
		t.Errorf("columns %v, want %s", got, want)
	}
	if table.Sheet != "DSDV" || table.HeadingRow != 3 || !slices.Equal(table.Sheets, []string{"DSDV", "Ghi chú"}) || len(table.Key) != 16 {
		t.Errorf("layout %+v of %v", table.Layout, table.Sheets)
	}
}

func TestProgressRisesFromNothingToAll(t *testing.T) {
	text := "Họ và tên,Ngày sinh\n" + strings.Repeat("Tô Quốc Bảo,1985\n", 5000)
	last, calls := 0.0, 0
	readText(t, text, MemberOptions{Progress: func(done, total int) {
		share := float64(done) / float64(total)
		if share < last || share > 1 {
			t.Errorf("%d of %d after %g", done, total, last)
		}
		last = share
		calls++
	}})
	if calls < 10 || last < 0.9 {
		t.Errorf("%d calls, the last at %g", calls, last)
	}
}

func TestCancelGivesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, file := range []string{"members-clean.xlsx", "members-utf8bom.csv"} {
		table, err := ReadMembers(ctx, filepath.Join("testdata", file), MemberOptions{Today: today})
		if app.CodeOf(err) != app.CodeCanceled || table != nil && len(table.Rows) > 0 {
			t.Errorf("%s: %v, %v", file, table, err)
		}
	}
}
