package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/wording"
)

func TestEnterAndSpacePressButtons(t *testing.T) {
	pressed := 0
	button := NewButton("Ghi", "", func() { pressed++ })
	inWindow(t, button)
	press(button, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	test.Tap(button)
	button.Disable()
	press(button, fyne.KeyReturn)
	test.Tap(button)
	if pressed != 4 {
		t.Errorf("pressed %d times", pressed)
	}
}

func TestTabOrderFollowsReadingOrder(t *testing.T) {
	field, check, button := NewField("Họ và tên", ""), NewCheck("Có mặt", nil), NewButton("Ghi", "", nil)
	segments, table := NewSegments(nil, Segment{"Tất cả", 2}), sampleTable()
	off := NewButton("Chốt", "", nil)
	off.Disable()
	w := inWindow(t, field, Row(8, segments, off, check), Stretch(table), button)
	var order []string
	for range 6 {
		w.Canvas().FocusNext()
		order = append(order, fmt.Sprintf("%T", w.Canvas().Focused()))
	}
	if want := []string{"*ui.input", "*ui.Segments", "*ui.Check", "*ui.DataTable", "*ui.tableHead", "*ui.Button"}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
}

func TestSelectFiltersByTyping(t *testing.T) {
	names := []string{"Tô Quốc Bảo", "Mai Văn Chiến", "Lương Thị Duyên", "Nguyễn Thị Én", "Trịnh Thị Hòa", "Bùi Quang Huy", "Ngô Thị Lụa", "Cao Văn Lực"}
	chosen := -1
	s := NewSelect("Người làm", "Chọn người", names, func(i int) { chosen = i })
	w := inWindow(t, s)
	sampleLayerKeys(w)
	giveFocus(s)
	s.TypedRune('h')
	test.Type(w.Canvas().Focused(), "oa")
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if chosen != 4 || s.Selected() != 4 || topLayer(w.Canvas()) != nil {
		t.Errorf("chosen %d, shown %d", chosen, s.Selected())
	}
	if w.Canvas().Focused() != fyne.Focusable(s) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	press(s, fyne.KeyDown)
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if chosen != 5 {
		t.Errorf("Down goes to %d", chosen)
	}
	press(s, fyne.KeySpace)
	press(w.Canvas().Focused(), fyne.KeyUp, fyne.KeyEscape)
	if chosen != 5 || topLayer(w.Canvas()) != nil {
		t.Errorf("Esc chose %d", chosen)
	}
}

// sampleLayerKeys gives Esc and Enter to open lists, as the frame does.
func sampleLayerKeys(w fyne.Window) {
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { layerKey(w.Canvas(), k) })
}

func TestAShortSelectJumpsByTyping(t *testing.T) {
	s := NewSelect("", "", []string{"Xong", "Đang làm", "Chưa làm"}, nil)
	w := inWindow(t, s)
	s.TypedRune('d')
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if s.Selected() != 1 {
		t.Errorf("chosen %d", s.Selected())
	}
}

func TestHomeAndEndGoToTheEndsOfAList(t *testing.T) {
	s := NewSelect("", "", []string{"Xong", "Đang làm", "Chưa làm"}, nil)
	w := inWindow(t, s)
	sampleLayerKeys(w)
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyEnd, 2}, {fyne.KeyHome, 0}} {
		press(s, fyne.KeyDown)
		press(w.Canvas().Focused(), c.key, fyne.KeyReturn)
		if s.Selected() != c.want {
			t.Errorf("%s chooses %d, want %d", c.key, s.Selected(), c.want)
		}
	}
}

func TestTabTakesWhatWasMovedToAndClosesAListThatWasOnlyOpened(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []fyne.KeyName
		want int
	}{{"only opened", nil, -1}, {"moved", []fyne.KeyName{fyne.KeyDown}, 1}} {
		s := NewSelect("", "", []string{"Xong", "Đang làm", "Chưa làm"}, nil)
		w := inWindow(t, s)
		sampleLayerKeys(w)
		giveFocus(s)
		press(s, fyne.KeySpace)
		press(w.Canvas().Focused(), c.keys...)
		if tabbable, ok := w.Canvas().Focused().(fyne.Tabbable); !ok || !tabbable.AcceptsTab() {
			t.Fatal("Tab does not reach the list")
		}
		press(w.Canvas().Focused(), fyne.KeyTab)
		if s.Selected() != c.want || topLayer(w.Canvas()) != nil || w.Canvas().Focused() != fyne.Focusable(s) {
			t.Errorf("%s: chosen %d, the keyboard is at %T", c.name, s.Selected(), w.Canvas().Focused())
		}
	}
}

func TestChoicesTellOnlyOfChanges(t *testing.T) {
	var told []string
	note := func(what string) func(int) {
		return func(i int) { told = append(told, fmt.Sprint(what, i)) }
	}
	segments := NewSegments(note("s"), Segment{"Tất cả", 24}, Segment{"Chính thức", 22}, Segment{"Dự bị", 2})
	tabs := NewTabs(note("t"), Tab{Text: "Tóm tắt"}, Tab{Text: "Lý lịch"})
	radio := NewRadioRow([]string{"Có", "Phép", "Không"}, note("r"))
	check := NewCheck("Có mặt", func(on bool) { told = append(told, fmt.Sprint("c", on)) })
	inWindow(t, segments, tabs, radio, check)
	press(segments, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	press(tabs, fyne.KeyLeft, fyne.KeyRight)
	radio.Choose(0)
	press(radio.Circles()[2], fyne.KeySpace, fyne.KeySpace)
	check.Set(true)
	press(check, fyne.KeySpace)
	test.TapAt(segments, fyne.NewPos(5, 5))
	segments.Choose(2)
	if want := []string{"s1", "s2", "s1", "t1", "r2", "cfalse", "s0"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestAStepperShowsWhereTheJobIs(t *testing.T) {
	s := NewStepper("Kiểm tra", "Chọn USB", "Ghi gói", "Rút USB")
	inWindow(t, s)
	s.Set(2)
	var states []int
	for _, m := range s.steps {
		states = append(states, m.state)
	}
	if !slices.Equal(states, []int{-1, -1, 0, 1}) {
		t.Errorf("states %v", states)
	}
}

func TestWordsWrapBetweenWordsAndShortenAtTheEnd(t *testing.T) {
	newTestWindow(t, 400, 400)
	paragraph := Paragraph(Span{Text: "Số CCCD có "}, Span{Text: "11 chữ số", Bold: true}, Span{Text: ", cần 12 chữ số"})
	paragraph.Resize(fyne.NewSize(120, 200))
	for _, line := range paragraph.breakLines(120) {
		last := line[len(line)-1]
		if end := last.x + last.w; end > 126 { // the blank at the end of a line may reach out
			t.Errorf("a line of %v px in 120: %+v", end, line)
		}
	}
	if lines := len(paragraph.breakLines(120)); lines < 2 || lines > 4 {
		t.Errorf("%d lines", lines)
	}
	path := Paragraph(Span{Text: "Đã lưu thành /home/chi-bo/Tai-lieu/Danh-sach-dang-vien/Ban-dang-ky-2026-MODEL-CELL-2022.pdf. Giữ kín."})
	var whole strings.Builder
	for _, line := range path.breakLines(220) {
		for _, p := range line {
			whole.WriteString(p.text)
			if p.x+p.w > 226 { // likewise
				t.Errorf("%q is wider than the line", p.text)
			}
		}
	}
	if whole.String() != path.Text() {
		t.Errorf("a long path reads %q", whole.String())
	}
	if got := len(paragraph.breakLines(2000)); got != 1 {
		t.Errorf("%d lines where all fits", got)
	}
	one := Plain("Trần Thị Bích Hạnh")
	if got := one.oneLine(80)[0].text; got != "Trần Thị…" && got != "Trần Th…" {
		t.Errorf("shortened to %q", got)
	}
}

func TestCardsGoUnderEachOtherWhereTheyWouldBeTooNarrow(t *testing.T) {
	newTestWindow(t, 1200, 800)
	a, b, c := NewBox(Plain("A")), NewBox(Plain("B")), NewBox(Plain("C"))
	grid := Grid(GridItem{2, 500, a}, GridItem{1, 300, b}, GridItem{1, 300, c})
	for _, want := range []struct {
		width float32
		lines int
	}{{1400, 1}, {1000, 2}, {520, 3}} {
		grid.Resize(fyne.NewSize(want.width, 600))
		tops := map[float32]bool{}
		for _, o := range grid.Objects {
			tops[o.Position().Y] = true
			if right := o.Position().X + o.Size().Width; right > want.width+0.5 {
				t.Errorf("at %v a card reaches to %v", want.width, right)
			}
		}
		if len(tops) != want.lines {
			t.Errorf("at %v there are %d lines, want %d", want.width, len(tops), want.lines)
		}
	}
}

func TestEveryTextOfTheKitIsTranslated(t *testing.T) {
	w := newTestWindow(t, 1366, 768)
	f := sampleFrame(t, w, nil)
	f.Open("members")
	f.SetSaving()
	f.SetUnsaved(func() {})
	f.Progress(1, 2)
	pickMonth(f.top.month, "2026-11", func(app.Month) {})
	showFound(f.top.search, "hoaa", nil)
	newOptionList([]string{"A"}, 0, nil)
	NewPreview(nil).SetPages(2)
	sampleGrid()
	Ask(w, Question{Title: "Xóa?", Verb: "Xóa", Do: func() {}})
	ShowMessage(w, MeaningDone, "", "Xong.")
	NewWaitBar("", func() {}).SetProgress(1, 2)
	required := NewField("", "")
	required.Required = true
	required.Valid()
	for _, text := range wording.Missing() {
		t.Errorf("no Vietnamese for %q", text)
	}
}
