package ui

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func membersOf(t *testing.T, p *Program) *membersScreen {
	t.Helper()
	s, ok := p.Frame().Screen().(*membersScreen)
	if !ok {
		t.Fatalf("the screen is %T, not the members", p.Frame().Screen())
	}
	return s
}

// names returns the names of the table as they stand on screen.
func (s *membersScreen) names() []string {
	var list []string
	for _, i := range s.table.Shown() {
		list = append(list, s.rows[i].FullName)
	}
	return list
}

func TestMembersAreInOrderOfTheirGivenNames(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placeMembers)
	names := membersOf(t, p).names()
	if len(names) != 24 || names[0] != "Tô Quốc Bảo" || names[1] != "Mai Văn Chiến" || names[23] != "Tạ Hữu Vinh" {
		t.Errorf("order: %q", names)
	}
	if red := redButtons(p); !reflect.DeepEqual(red, []string{"Thêm đảng viên"}) {
		t.Errorf("red buttons: %q", red)
	}
}

func TestSearchFindsWithoutMarksAndCase(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"duc", []string{"Phạm Đức Thắng"}},
		{"HOA trịnh", []string{"Trịnh Thị Hòa"}},
		{"31402218", []string{"Bùi Quang Huy"}},
		{"nguyen kh", []string{"Nguyễn Văn Khải"}},
		{"hoaa", nil},
	} {
		p := opened(t, registerBook(t, cleanList), usual, placeMembers)
		s := membersOf(t, p)
		s.Keys().Find()
		test.Type(p.window.Canvas().Focused(), c.typed)
		if got := s.names(); !slices.Equal(got, c.want) {
			t.Errorf("%q finds %q, want %q", c.typed, got, c.want)
		}
		if len(c.want) == 1 && s.pane.card.FullName != c.want[0] {
			t.Errorf("%q: the pane shows %q", c.typed, s.pane.card.FullName)
		}
	}
}

func TestFiltersCountAndKeep(t *testing.T) {
	p := opened(t, registerBook(t, fullList), usual, placeMembers)
	s := membersOf(t, p)
	if counts := []int{s.kinds.segments[0].Count, s.kinds.segments[1].Count, s.kinds.segments[2].Count}; !slices.Equal(counts, []int{24, 22, 2}) {
		t.Errorf("counts %v", counts)
	}
	s.kinds.choose(2)
	if got := s.names(); !slices.Equal(got, []string{"Chu Đình Nam", "Phùng Thị Thu Trang"}) {
		t.Errorf("probationary: %q", got)
	}
	s.kinds.choose(0)
	s.standing.Choose(filterLeft)
	s.filter()
	if got := s.names(); !slices.Equal(got, []string{"Vũ Đình Sửu", "Lại Văn Thành"}) {
		t.Errorf("left: %q", got)
	}
	s.clearFilters()
	if len(s.names()) != 24 {
		t.Errorf("after clearing %d are shown", len(s.names()))
	}
}

func TestSortByHead(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placeMembers)
	s := membersOf(t, p)
	s.table.SortBy(3, false)
	if first := s.names()[0]; first != "Dương Văn Mạnh" {
		t.Errorf("first by admission: %s", first)
	}
	s.table.SortBy(3, true)
	if first := s.names()[0]; first != "Chu Đình Nam" {
		t.Errorf("last by admission: %s", first)
	}
	s.Show("2026-10")
	if first := s.names()[0]; first != "Chu Đình Nam" {
		t.Errorf("another month lost the order: %s", first)
	}
}

func TestAddMemberByKeyboard(t *testing.T) {
	d := registerBook(t, "")
	p := opened(t, d, usual, placeMembers)
	membersOf(t, p).Keys().New()
	f := p.Frame().Screen().(*memberForm)
	f.Keys().Save()
	if f.fields["fullName"].Err() == nil || p.window.Canvas().Focused() != f.fields["fullName"].Focusable() {
		t.Error("an empty name must be the first bad field and have the keyboard")
	}
	typeInto(f.fields["fullName"], "Nguyễn Thị Hoa")
	typeInto(f.dates["bornOn"].Field, "31/02/1990")
	f.save()
	if f.dates["bornOn"].Err() == nil || p.window.Canvas().Focused() != f.dates["bornOn"].Focusable() {
		t.Error("a date that does not exist must be shown at its field")
	}
	typeInto(f.dates["bornOn"].Field, "5/1990")
	typeInto(f.dates["admittedOn"].Field, "03022015")
	typeInto(f.dates["officialOn"].Field, "3/2/2014")
	f.save()
	if f.dates["officialOn"].Err() == nil {
		t.Error("official before the admission must be refused")
	}
	typeInto(f.dates["officialOn"].Field, "3/2/2016")
	typeInto(f.fields["citizenID"], "00019000123")
	if f.fields["citizenID"].note == "" || f.fields["citizenID"].Err() != nil {
		t.Error("a number of 11 digits gets a note and is no error")
	}
	f.post.Choose(1)
	f.save()
	got := memberNamed(t, d, "Nguyễn Thị Hoa")
	if got.BornOn != "1990-05" || got.AdmittedOn != "2015-02-03" || got.OfficialOn != "2016-02-03" || got.CitizenID != "00019000123" ||
		got.Post != app.Secretary || got.Kind != app.Official {
		t.Errorf("stored: %+v", got.Member)
	}
	if s := membersOf(t, p); s.pane.card.FullName != "Nguyễn Thị Hoa" || notice(p) != "Đã thêm Nguyễn Thị Hoa" {
		t.Errorf("shown %q, notice %q", s.pane.card.FullName, notice(p))
	}
}

func TestEditMemberAndRefuseANumberThatIsTaken(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	s := membersOf(t, p)
	huy := memberNamed(t, d, "Bùi Quang Huy")
	s.table.Select(slices.IndexFunc(s.rows, func(r desk.MemberRow) bool { return r.ID == huy.ID }))
	s.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f := p.Frame().Screen().(*memberForm)
	if f.id != huy.ID || f.fields["partyCardNo"].Text() != "31402218" {
		t.Fatalf("Enter opened %q", f.fields["fullName"].Text())
	}
	other := memberNamed(t, d, "Ngô Thị Lụa")
	typeInto(f.fields["partyCardNo"], other.PartyCardNo)
	f.save()
	if f.fields["partyCardNo"].Err() == nil {
		t.Error("another member's number must be shown at the field")
	}
	typeInto(f.fields["partyCardNo"], "31402218")
	typeInto(f.fields["phone"], "0900000471")
	f.save()
	got := memberNamed(t, d, "Bùi Quang Huy")
	if got.Phone != "0900000471" || got.PartyCardNo != "31402218" {
		t.Errorf("stored %q %q", got.Phone, got.PartyCardNo)
	}
	pane := membersOf(t, p).pane
	if got := pane.valueChanges(pane.card.History[1]); !reflect.DeepEqual(got, []valueChange{{"Điện thoại", "", "•••• ••• 471"}}) {
		t.Errorf("history says %q", got)
	}
	pane.uncovered = true
	if got := pane.valueChanges(pane.card.History[1])[0].new; got != "0900000471" {
		t.Errorf("with the numbers shown history says %q", got)
	}
}

func TestLeavingTheFormAsksOnlyWhenSomethingWasTyped(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	membersOf(t, p).edit(memberNamed(t, d, "Bùi Quang Huy").ID)
	p.Frame().Screen().Keys().Leave()
	membersOf(t, p)
	membersOf(t, p).edit(memberNamed(t, d, "Bùi Quang Huy").ID)
	f := p.Frame().Screen().(*memberForm)
	typeInto(f.fields["note"], "Đổi chuyền")
	f.cancel()
	if p.Frame().Screen() != Screen(f) || topLayer(p.window.Canvas()) == nil {
		t.Fatal("typed text is lost without a question")
	}
	topLayer(p.window.Canvas()).dismiss()
	if p.Frame().Screen() != Screen(f) {
		t.Error("going back must stay in the form")
	}
}

func TestNumbersAreCoveredUntilAskedForAndAgainAfterwards(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	s := membersOf(t, p)
	covered := s.pane.cardText("31402218")
	s.pane.showNumbers()
	if covered != "•••• 2218" || s.pane.cardText("31402218") != "3140 2218" {
		t.Errorf("covered %q, shown %q", covered, s.pane.cardText("31402218"))
	}
	s.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.pane.uncovered {
		t.Error("the next member's numbers are shown")
	}
	s.pane.showNumbers()
	s.Leave(func() {})
	if s.pane.uncovered {
		t.Error("the numbers are shown after the screen was left")
	}
	for number, want := range map[string]string{"": "", "471": "••••", "0900000471": "•••• ••• 471"} {
		if got := maskPhone(number); got != want {
			t.Errorf("%q is covered as %q, want %q", number, got, want)
		}
	}
}

func TestChangeOfStandingMovesAMemberToThoseWhoLeft(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	lua := memberNamed(t, d, "Ngô Thị Lụa")
	p.OpenMember(lua.ID)
	p.changeStanding(lua.Member)
	pressMain(t, p)
	if topLayer(p.window.Canvas()) == nil {
		t.Fatal("without a standing nothing may be saved")
	}
	topLayer(p.window.Canvas()).close()
	day := app.StandingEvent{On: "2026-11-20", Standing: app.Transferred, Reason: "Chuyển đến Chi bộ Xưởng Cắt"}
	dialog := ShowMessage(p.window, MeaningReceived, "", "")
	p.saveStanding(dialog, lua.ID, day)
	s := membersOf(t, p)
	if got := memberNamed(t, d, "Ngô Thị Lụa"); !got.Left || !reflect.DeepEqual(got.Events, []app.StandingEvent{day}) {
		t.Errorf("stored %+v", got.Events)
	}
	if s.standing.Selected() != filterLeft || !slices.Equal(s.names(), []string{"Ngô Thị Lụa"}) {
		t.Errorf("shown %q", s.names())
	}
	events := lifeEvents(memberNamed(t, d, "Ngô Thị Lụa").Member)
	if events[0].on != "2026-11-20" || !strings.Contains(events[0].text, "Chuyển đến Chi bộ Xưởng Cắt") {
		t.Errorf("history begins with %+v", events[0])
	}
}

func TestExportReadsBackUnchanged(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	p.exportTo(path, func(ctx context.Context, path string) error {
		return p.desk.ExportMemberList(ctx, desk.ListMembers, nil, path)
	})
	preview, err := d.PreviewMembers(context.Background(), path, desk.MemberFileOptions{}, nil)
	works(t, err)
	if preview.Counts.Unchanged != 24 || len(preview.Rows) != 24 {
		t.Errorf("read back: %+v", preview.Counts)
	}
	works(t, os.WriteFile(path, []byte("mine"), 0o600))
	p.exportTo(path, func(ctx context.Context, path string) error {
		return p.desk.ExportMemberList(ctx, desk.ListMembers, nil, path)
	})
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" || topLayer(p.window.Canvas()) == nil {
		t.Error("a file that is there must not be replaced without a question")
	}
}

func TestEmptyBookSaysWhatBelongsHere(t *testing.T) {
	p := opened(t, registerBook(t, ""), usual, placeMembers)
	if red := redButtons(p); len(red) != 1 || red[0] != wording.Text("Import from Excel") || !sees(p, wording.Text("Add member")) {
		t.Errorf("red buttons: %q", red)
	}
	if s := membersOf(t, p); len(s.names()) != 0 || s.pane.loaded {
		t.Error("an empty book shows nobody")
	}
}

func TestNarrowWindowsShowFewerColumns(t *testing.T) {
	d := registerBook(t, cleanList)
	for width, columns := range map[float32]int{1366: 7, 1093: 5, 911: 4} {
		p := opened(t, d, fyne.NewSize(width, 512), placeMembers)
		s := membersOf(t, p)
		if len(s.table.columns) != columns || s.table.total > s.table.Size().Width {
			t.Errorf("at %v px: %d columns, %v px wide in %v", width, len(s.table.columns), s.table.total, s.table.Size().Width)
		}
	}
}
