package ui

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/wording"
)

// shortcut gives a shortcut to what has the keyboard, as the window does.
func shortcut(w fyne.Window, s fyne.Shortcut) {
	if focused, ok := w.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	shortcuts[w.Canvas()].TypedShortcut(s)
}

func TestGeneralKeysWorkEverywhere(t *testing.T) {
	var done []string
	note := func(what string) func() { return func() { done = append(done, what) } }
	field := NewField("Họ và tên", "")
	button := NewButton("Sửa", "", nil)
	table := sampleTable()
	page := NewPage("Đảng viên", button).SetBody(Column(8, field, Stretch(table)))
	screen := &sampleScreen{content: page, keys: Keys{Save: note("save"), New: note("new"), Print: note("print"), Leave: note("leave")}}
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"members": screen})
	f.options.Help = func(page string) { done = append(done, "help "+page) }
	f.Open("members")
	for name, focus := range map[string]func(){"nothing": w.Canvas().Unfocus, "a field": field.Focus, "a button": func() { giveFocus(button) }, "a table": table.Focus} {
		done = nil
		focus()
		for _, key := range []fyne.KeyName{fyne.KeyS, fyne.KeyN, fyne.KeyP} {
			shortcut(w, ctrl(key))
		}
		for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape} {
			if focused := w.Canvas().Focused(); focused != nil {
				press(focused, key)
			} else {
				w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
			}
		}
		if want := []string{"save", "new", "print", "help sample", "leave"}; !slices.Equal(done, want) {
			t.Errorf("with %s: %v, want %v", name, done, want)
		}
	}
}

func TestEscapeStopsALongJobBeforeItLeaves(t *testing.T) {
	var done []string
	screen := &sampleScreen{content: NewPage("A").SetBody(NewField("Họ và tên", "")), keys: Keys{Leave: func() { done = append(done, "leave") }}}
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"members": screen})
	f.Open("members")
	f.showWait(&Waiting{Words: "Đang ghi", Cancel: func() { done = append(done, "stop") }})
	escape := func() { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	escape()
	escape()
	f.showWait(nil)
	escape()
	if want := []string{"stop", "leave"}; !slices.Equal(done, want) {
		t.Errorf("%v, want %v", done, want)
	}
}

func TestALongJobIsSeenAndStoppedFromEveryPlace(t *testing.T) {
	members, points := NewPage("Đảng viên"), NewPage("Điểm sổ tay")
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: members}, "points": &sampleScreen{content: points}})
	f.Open("members")
	stopped := false
	f.showWait(&Waiting{Words: "Đang nhận", Cancel: func() { stopped = true }})
	f.Open("points")
	f.Progress(200, 1000)
	if points.wait == nil || points.wait.count.Text() != "200/1.000" || members.wait != nil {
		t.Fatalf("in sight %v, on the page before %v", points.wait, members.wait)
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.showWait(nil)
	if !stopped || points.wait != nil {
		t.Errorf("stopped %v, still shown %v", stopped, points.wait != nil)
	}
}

func TestTabBeginsInTheWorkAreaAndGoesRound(t *testing.T) {
	field := NewField("Họ và tên", "")
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: NewPage("A").SetBody(field)}})
	f.Open("members")
	w.Canvas().Unfocus()
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(field.entry) {
		t.Fatalf("Tab begins at %T", w.Canvas().Focused())
	}
	places, top := 0, false
	for w.Canvas().FocusNext(); w.Canvas().Focused() != fyne.Focusable(field.entry); w.Canvas().FocusNext() {
		switch w.Canvas().Focused() {
		case f.top.month:
			top = true
		default:
			if _, ok := w.Canvas().Focused().(*navItem); ok && !top {
				places++
			}
		}
	}
	if places != len(f.Places()) || !top {
		t.Errorf("Tab reaches %d places before the month, and the month: %v", places, top)
	}
}

func TestSavingByKeyTakesTheEditedFieldOverFirst(t *testing.T) {
	var done []string
	field := NewField("Họ và tên", "")
	field.OnLeave = func(text string) { done = append(done, text) }
	screen := &sampleScreen{content: NewPage("A").SetBody(field), keys: Keys{Save: func() { done = append(done, "save") }}}
	w := newTestWindow(t, 1200, 700)
	sampleFrame(t, w, map[string]Screen{"members": screen}).Open("members")
	field.Focus()
	test.Type(field.entry, "Hòa")
	shortcut(w, ctrl(fyne.KeyS))
	if want := []string{"Hòa", "save"}; !slices.Equal(done, want) {
		t.Errorf("done %q", done)
	}
	if w.Canvas().Focused() != field.Focusable() {
		t.Error("the field lost the keyboard")
	}
}

func TestCtrlEnterPressesTheRedButtonFromAnyField(t *testing.T) {
	var done []string
	field := NewField("Họ và tên", "")
	field.OnLeave = func(text string) { done = append(done, text) }
	bar := NewActionBar(nil, NewButton("Quay lại", "", func() { t.Error("the other button") }), NewPrimary("Tiếp", "", func() { done = append(done, "next") }))
	w := newTestWindow(t, 1200, 700)
	sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: NewPage("A").SetBody(field).SetBar(bar)}}).Open("members")
	field.Focus()
	test.Type(field.entry, "Hòa")
	shortcut(w, ctrl(fyne.KeyReturn))
	if want := []string{"Hòa", "next"}; !slices.Equal(done, want) {
		t.Errorf("done %q, want %q", done, want)
	}
}

func TestTheMonthRulesTheScreen(t *testing.T) {
	screen := &sampleScreen{content: NewPage("A")}
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"points": screen})
	f.Open("points")
	shortcut(w, ctrl(fyne.KeyPageUp))
	test.Tap(f.top.back)
	shortcut(w, ctrl(fyne.KeyPageDown))
	f.SetMonth("2026-13")
	if want := []app.Month{"2026-11", "2026-10", "2026-09", "2026-10"}; !slices.Equal(screen.shown, want) {
		t.Errorf("shown %v, want %v", screen.shown, want)
	}
	if f.top.month.Text != "Tháng 10/2026" {
		t.Errorf("top bar says %q", f.top.month.Text)
	}
}

func TestAScreenMayStay(t *testing.T) {
	first, second := &sampleScreen{content: NewPage("A"), stay: true}, &sampleScreen{content: NewPage("B")}
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"meeting": first, "members": second})
	f.Open("meeting")
	f.Open("members")
	if f.Screen() != first || first.left != 1 || len(second.shown) != 0 {
		t.Errorf("shown %v, asked %d times", f.Screen(), first.left)
	}
	first.stay = false
	f.Open("members")
	if f.Screen() != second || first.left != 2 {
		t.Errorf("shown %v, asked %d times", f.Screen(), first.left)
	}
}

func TestTheLockAsksNoScreen(t *testing.T) {
	screen := &sampleScreen{content: NewPage("A"), stay: true}
	locked := false
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"meeting": screen})
	f.options.Lock = func() { locked = true }
	f.Open("meeting")
	shortcut(w, ctrl(fyne.KeyL))
	if f.Screen() != screen || screen.left != 0 || !locked {
		t.Errorf("shown %v, asked %d times, locked %v", f.Screen(), screen.left, locked)
	}
}

func TestErrorsAreABandInWords(t *testing.T) {
	page := NewPage("A")
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: page}})
	f.Open("members")
	for _, err := range []error{app.NewError(app.CodeDiskFull, "path", "E:"), errors.New("something unknown")} {
		f.ShowError(err)
		if page.Banner() == nil || page.Banner().Text() != wording.Sentence(err) {
			t.Errorf("%v: band %v", err, page.Banner())
		}
	}
	test.Tap(page.Banner().close)
	if page.Banner() != nil {
		t.Error("the cross leaves the band")
	}
}

func TestSaveFailureOffersToSaveAgain(t *testing.T) {
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, nil)
	tried := 0
	f.SetUnsaved(func() { tried++ })
	test.Tap(f.status.retry)
	f.Rebuild()
	if f.status.retry == nil || tried != 1 || f.status.saved.Text() != "Chưa lưu được" {
		t.Errorf("after a change of theme the bar says %q, tried %d", f.status.saved.Text(), tried)
	}
}

func TestALockedFrameTakesNoKeys(t *testing.T) {
	saved := 0
	w := newTestWindow(t, 1200, 700)
	f := sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: NewPage("A"), keys: Keys{Save: func() { saved++ }}}})
	f.Open("members")
	w.SetContent(NewPage("Mở khóa"))
	shortcut(w, ctrl(fyne.KeyS))
	shortcut(w, ctrl(fyne.KeyF))
	if saved != 0 || w.Canvas().Focused() != nil {
		t.Errorf("saved %d times, keyboard at %T", saved, w.Canvas().Focused())
	}
}

func TestTheNavigationShrinksInANarrowWindow(t *testing.T) {
	w := newTestWindow(t, 1366, 768)
	f := sampleFrame(t, w, nil)
	f.Open("members")
	for _, c := range []struct{ width, nav float32 }{{1366, 200}, {1180, 200}, {1179, 64}, {911, 64}} {
		w.Resize(fyne.NewSize(c.width, 600))
		if got := f.nav.Size().Width; got != c.nav {
			t.Errorf("at %v the navigation has %v, want %v", c.width, got, c.nav)
		}
	}
}

func TestSearchOpensWhatWasFound(t *testing.T) {
	w := newTestWindow(t, 1366, 768)
	f := sampleFrame(t, w, nil)
	opened := ""
	f.options.Search = func(text string, show func([]Found)) {
		show([]Found{{Icon: IconPerson, Title: "Bùi Quang Huy", Open: func() { opened = text }}, {Icon: IconPerson, Title: "Bùi Thị Hoa", Open: func() { opened = "second" }}})
	}
	shortcut(w, ctrl(fyne.KeyF))
	test.Type(w.Canvas().Focused(), "bui")
	press(w.Canvas().Focused(), fyne.KeyReturn)
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if opened != "bui" || topLayer(w.Canvas()) != nil {
		t.Errorf("opened %q, list open %v", opened, topLayer(w.Canvas()) != nil)
	}
}

func TestAPartOfThePageScrollsToTheButtonThatHasTheKeyboard(t *testing.T) {
	var buttons []fyne.CanvasObject
	for range 30 {
		buttons = append(buttons, NewButton("Sửa", "", nil))
	}
	part := newInnerScroll(container.ScrollVerticalOnly, Column(4, buttons...))
	outside := NewButton("Thêm", "", nil)
	page := NewPage("A", outside).SetBody(Sized(0, 200, part))
	page.inner = []*innerScroll{part}
	w := newTestWindow(t, 1200, 700)
	sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: page}}).Open("members")
	giveFocus(buttons[29].(*Button))
	down := part.Offset.Y
	if down == 0 {
		t.Error("the last button has the keyboard and is out of sight")
	}
	giveFocus(outside)
	if part.Offset.Y != down {
		t.Error("a button elsewhere moved the part")
	}
}

func TestWhoOpensAPersonThatWasFoundLeavesNoWordBehind(t *testing.T) {
	w := newTestWindow(t, 1366, 768)
	f := sampleFrame(t, w, nil)
	f.Open("members")
	went := 0
	for _, c := range []struct {
		found []Found
		left  string
	}{{nil, "hòa"}, {[]Found{{Title: "Trịnh Thị Hòa", Open: func() { went++ }}}, ""}} {
		f.top.search.SetText("hòa")
		showFound(f.top.search, "hòa", c.found)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := f.top.search.Text(); got != c.left {
			t.Errorf("%v: %q is left", c.found, got)
		}
	}
	if went != 1 {
		t.Errorf("went %d times", went)
	}
}
