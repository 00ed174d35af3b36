package ui

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// importOf opens an import of members.
func importOf(t *testing.T, p *Program, path string) *importScreen {
	t.Helper()
	p.Frame().Show(newMemberImport(p, path), placeMembers)
	s, ok := p.Frame().Screen().(*importScreen)
	if !ok || !s.loaded {
		t.Fatalf("%s was not read: %v", path, s.failed)
	}
	return s
}

func countOf(s *importScreen) [4]int {
	c := s.counts()
	return [4]int{c[app.ImportNew], c[app.ImportChanged], c[app.ImportUnchanged], c[app.ImportError]}
}

func TestImportTwiceWritesOnce(t *testing.T) {
	d := registerBook(t, "")
	p := opened(t, d, usual, placeMembers)
	s := importOf(t, p, cleanList)
	if got := countOf(s); got != [4]int{24, 0, 0, 0} {
		t.Fatalf("first: %v", got)
	}
	if rows, err := d.Members(context.Background(), "2026-11"); err != nil || len(rows) != 0 {
		t.Errorf("%d members before writing, %v", len(rows), err)
	}
	if red := redButtons(p); len(red) != 1 || red[0] != "Ghi 24 dòng" {
		t.Errorf("red buttons %q", red)
	}
	s.write()
	if got := membersOf(t, p).names(); len(got) != 24 || notice(p) != "Đã ghi 24 dòng vào sổ" {
		t.Errorf("%d members, notice %q", len(got), notice(p))
	}
	s = importOf(t, p, cleanList)
	if got := countOf(s); got != [4]int{0, 0, 24, 0} {
		t.Errorf("second: %v", got)
	}
	if red := redButtons(p); len(red) != 1 || red[0] != "Chọn tệp khác" {
		t.Errorf("red buttons with nothing to write: %q", red)
	}
}

func TestErrorsStandFirstWithTheirReasons(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placeMembers)
	s := importOf(t, p, messyList)
	if got := countOf(s); got != [4]int{4, 9, 5, 3} {
		t.Fatalf("counts %v", got)
	}
	first := s.line(0)
	if first.row != 14 || !strings.Contains(Paragraph(first.content...).Text(), "31/02/1990") {
		t.Errorf("first is row %d: %q", first.row, Paragraph(first.content...).Text())
	}
	s.tabs.choose(2)
	if shown := len(s.table.Shown()); shown != 9 {
		t.Errorf("the tab of changes shows %d rows", shown)
	}
	if at := s.table.Selected(); s.line(at).state != app.ImportChanged {
		t.Errorf("the tab of changes explains row %d, which it does not show", s.line(at).row)
	}
	for i := range s.order {
		if l := s.line(i); l.row == 5 {
			if got := Paragraph(l.content...).Text(); !strings.Contains(got, "Điện thoại") || !strings.Contains(got, "để trống") {
				t.Errorf("row 5 says %q", got)
			}
		}
	}
}

func TestARowCanBeLeftOut(t *testing.T) {
	d := registerBook(t, "")
	p := opened(t, d, usual, placeMembers)
	s := importOf(t, p, cleanList)
	s.table.Select(0)
	s.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if red := redButtons(p); len(red) != 1 || red[0] != "Ghi 23 dòng" {
		t.Errorf("red buttons %q", red)
	}
	left := s.line(0).name
	s.write()
	for _, name := range membersOf(t, p).names() {
		if name == left {
			t.Errorf("%s was written", left)
		}
	}
}

func TestAColumnCanBeCorrected(t *testing.T) {
	p := opened(t, registerBook(t, ""), usual, placeMembers)
	s := importOf(t, p, cleanList)
	column, found := s.view.layout.Field("bornOn")
	if !found {
		t.Fatal("no column of birth dates")
	}
	s.chooseColumn(column.Index, nil)
	if _, found := s.view.layout.Field("bornOn"); found || s.view.lines[0].state != app.ImportNew {
		t.Error("the column is still used")
	}
	residence, _ := s.view.layout.Field("residenceCell")
	s.chooseColumn(residence.Index, []desk.FileField{"note"})
	if again, found := s.view.layout.Field("note"); !found || again.Index != residence.Index {
		t.Errorf("the column became %+v", again)
	}
}

func TestADoubtfulRowAsksWhoIsMeant(t *testing.T) {
	d := registerBook(t, "")
	ctx := context.Background()
	stored, err := d.SaveMember(ctx, app.Member{FullName: "Nguyễn Thị Hoa", BornOn: "1990", Kind: app.Official})
	works(t, err)
	path := filepath.Join(t.TempDir(), "ds.csv")
	works(t, os.WriteFile(path, []byte("Họ và tên,Ngày sinh,Số CCCD\r\nNguyễn Thị Hoa,,000190000123\r\n"), 0o600))
	p := opened(t, d, usual, placeMembers)
	s := importOf(t, p, path)
	if l := s.line(0); !l.doubtful {
		t.Fatalf("row is %s: %v", l.state, l.reasons)
	}
	ids, words := s.answers(s.line(0))
	if ids[0] != stored.ID || words[0] != "Nguyễn Thị Hoa (1990)" || ids[1] != app.DecideNew {
		t.Errorf("offered %q", words)
	}
	s.decide(s.line(0))
	pressMain(t, p) // the one candidate is chosen already
	if got := countOf(s); got != [4]int{0, 1, 0, 0} {
		t.Fatalf("after the answer: %v", got)
	}
	s.write()
	if got := memberNamed(t, d, "Nguyễn Thị Hoa"); got.ID != stored.ID || got.CitizenID != "000190000123" {
		t.Errorf("stored %+v", got.Member)
	}
}

func TestConvertedLettersAreToldOf(t *testing.T) {
	p := opened(t, registerBook(t, ""), usual, placeMembers)
	s := importOf(t, p, oldLetters)
	if s.convertedNotice() == nil || s.line(0).name != "Tô Quốc Bảo" {
		t.Errorf("first name %q", s.line(0).name)
	}
	if importOf(t, p, cleanList).convertedNotice() != nil {
		t.Error("a file in Unicode needs no notice")
	}
}

func TestARefusedFileLeavesTheBookAndSaysWhy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	works(t, os.WriteFile(path, []byte("no table"), 0o600))
	p := opened(t, registerBook(t, ""), usual, placeMembers)
	p.Frame().Show(newMemberImport(p, path), placeMembers)
	s := p.Frame().Screen().(*importScreen)
	if s.failed == nil || s.stepper.Current() != importFile {
		t.Error("a file that is no table must be refused at the first step")
	}
	if red := redButtons(p); len(red) != 1 || red[0] != "Chọn tệp khác" {
		t.Errorf("red buttons %q", red)
	}
	s.Keys().Leave()
	membersOf(t, p)
}

func TestListOfErrorsIsAHarmlessTable(t *testing.T) {
	p := opened(t, registerBook(t, ""), usual, placeMembers)
	s := importOf(t, p, messyList)
	path := filepath.Join(t.TempDir(), "loi.csv")
	s.saveErrorsTo(path)
	data, err := os.ReadFile(path)
	works(t, err)
	text, marked := strings.CutPrefix(string(data), "\uFEFF")
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	works(t, err)
	if !marked || len(records) != 4 || records[1][0] != "14" || records[1][1] != "Đinh Thị Ngát" || records[3][2] == "" {
		t.Errorf("read back %q", records)
	}
	for text, want := range map[string]string{"=1+1": "'=1+1", "-2": "'-2", "@a": "'@a", "Tô": "Tô", "": ""} {
		if got := harmless(text); got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

func TestPointsAreImportedAndReadBack(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placePoints)
	p.Frame().Show(newPointImport(p, monthTable, "2026-11"), placePoints)
	s := p.Frame().Screen().(*importScreen)
	if c := s.counts(); c[app.ImportNew] != 21 || c[app.ImportError] != 2 {
		t.Fatalf("counts %v", c)
	}
	if red := redButtons(p); len(red) != 1 || red[0] != "Ghi 21 ô điểm" {
		t.Errorf("red buttons %q", red)
	}
	s.write()
	grid := gridOf(t, d)
	if got := grid.Totals[10]; got.Entered != 21 || got.AtThreshold != 19 {
		t.Errorf("November: %+v", got)
	}
	p.Frame().Show(newPointImport(p, yearTable, "2026-11"), placePoints)
	s = p.Frame().Screen().(*importScreen)
	if writes, errors := s.willWrite(); writes != 251+13-21 || errors != 0 {
		t.Errorf("the table of the year writes %d values, %d errors", writes, errors)
	}
	s.skip[s.line(0).row] = true
	before, _ := s.willWrite()
	s.write()
	if want := notice(p); want != s.kind.written(before) {
		t.Errorf("notice %q", want)
	}
}

func TestATableWithoutAMonthAsks(t *testing.T) {
	d := registerBook(t, cleanList)
	path := filepath.Join(t.TempDir(), "diem.csv")
	works(t, os.WriteFile(path, []byte("Họ và tên,Điểm\r\nTô Quốc Bảo,41\r\n"), 0o600))
	p := opened(t, d, usual, placePoints)
	p.Frame().Show(newPointImport(p, path, "2026-10"), placePoints)
	s := p.Frame().Screen().(*importScreen)
	if s.loaded {
		t.Fatal("a month was guessed")
	}
	pressMain(t, p)
	s.write()
	if points := gridOf(t, d).Rows[0].Cells[9].Points; points == nil || *points != 41 {
		t.Errorf("October has %v", points)
	}
}

func gridOf(t *testing.T, d *desk.Desk) desk.PointGrid {
	t.Helper()
	grid, err := d.PointGrid(context.Background(), 2026)
	works(t, err)
	return grid
}

func TestChangesAreWrittenAsPeopleReadThem(t *testing.T) {
	for _, c := range []struct{ field, value, want string }{
		{"officialOn", "03/02/2013", "03/02/2013"},
		{"bornOn", "02/1984", "02/1984"},
		{"standing", "exempt", "Miễn sinh hoạt"},
		{"standing", "exempt 01/01/2024 theo Quyết định 12", "Miễn sinh hoạt từ 01/01/2024, theo Quyết định 12"},
		{"standing", "exempt nghỉ thai sản", "Miễn sinh hoạt, nghỉ thai sản"},
	} {
		if got := fieldValueWords(c.field, c.value); got != c.want {
			t.Errorf("%s %q is shown as %q, want %q", c.field, c.value, got, c.want)
		}
	}
}

func TestTheRegisterAfterTheMessyListShowsItsDatesAndNamesWhole(t *testing.T) {
	s := importOf(t, opened(t, registerBook(t, messyList), usual, placeMembers), fullList)
	for _, line := range s.view.lines {
		words := NewWords(line.details...).Text()
		if line.state == app.ImportChanged && (strings.Contains(words, "//") || regexp.MustCompile(`\d{4}-\d\d-\d\d|xempt`).MatchString(words)) {
			t.Errorf("row %d shows %q", line.row, words)
		}
	}
}

func TestTheButtonOfANewBookShowsAllItsWords(t *testing.T) {
	p := opened(t, registerBook(t, ""), usual, placeOverview)
	for _, o := range test.LaidOutObjects(p.window.Content()) {
		if b, ok := o.(*Button); ok && b.Visible() && b.Size().Width < b.MinSize().Width {
			t.Errorf("%q has %v px, needs %v", b.Text, b.Size().Width, b.MinSize().Width)
		}
	}
}

func TestTheBarOfAnImportSaysWhatHappensWhileItWrites(t *testing.T) {
	p := opened(t, registerBook(t, ""), usual, placeMembers)
	s := importOf(t, p, cleanList)
	worker := p.Frame().Worker
	worker.Inline, worker.OnWait = false, nil
	held := make(chan struct{})
	Do(worker, "", func(context.Context) (struct{}, error) { <-held; return struct{}{}, nil }, nil)
	s.write()
	s.check(0, true) // ticking a row draws the bar anew
	if !sees(p, wording.Text("Being written to the book.")+" "+wording.Text("If it is stopped, the book stays as it was.")) || len(redButtons(p)) != 0 {
		t.Errorf("while it writes the bar does not say so; red: %q", redButtons(p))
	}
	worker.Close() // nothing is written after all
	close(held)
	worker.Drain()
	if red := redButtons(p); len(red) != 1 || red[0] != "Ghi 24 dòng" {
		t.Errorf("after it was stopped the red buttons are %q", red)
	}
}
