package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

// inWindow shows objects under each other in a window.
func inWindow(t *testing.T, objects ...fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := newTestWindow(t, 500, 600)
	w.SetContent(Column(8, objects...))
	w.Resize(fyne.NewSize(500, 600))
	return w
}

func TestTypedTextBecomesNFC(t *testing.T) {
	field := NewField("Họ và tên", "")
	left := ""
	field.OnLeave = func(text string) { left = text }
	w := inWindow(t, field)
	field.Focus()
	test.Type(field.entry, " Hòa ") // with a combining grave, as old keyboard layouts type it
	w.Canvas().Unfocus()
	if left != "Hòa" || field.entry.Text != "Hòa " { // the first blank is not taken
		t.Errorf("left with %q, shown %q", left, field.entry.Text)
	}
}

func TestAFieldTellsOfAChangeOnceItIsLeft(t *testing.T) {
	field := NewField("", "")
	told := 0
	field.OnLeave = func(string) { told++ }
	w := inWindow(t, field)
	field.SetText("A")
	field.Focus()
	w.Canvas().Unfocus()
	if told != 0 {
		t.Error("told without a change")
	}
	field.Focus()
	test.Type(field.entry, "B")
	w.Canvas().Unfocus()
	field.SetText("C")
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

func TestAWrongFieldKeepsItsTextAndSaysWhy(t *testing.T) {
	field := NewField("Số CCCD", "")
	field.Check = func(text string) error {
		if len(text) != 12 {
			return app.NewError(app.CodeInvalid, "field", "citizen_id", "value", text)
		}
		return nil
	}
	w := inWindow(t, field)
	height := field.MinSize().Height
	field.Focus()
	test.Type(field.entry, "00012345678")
	w.Canvas().Unfocus()
	if field.Err() == nil || field.Text() != "00012345678" || field.MinSize().Height <= height {
		t.Fatalf("error %v, text %q", field.Err(), field.Text())
	}
	field.Focus()
	test.Type(field.entry, "9")
	if field.Err() != nil {
		t.Error("the error stays while the text is right")
	}
}

func TestDatesAreTakenAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct {
		typed, shown string
		date         app.Date
		wrong        bool
	}{
		{"1/2/1985", "01/02/1985", "1985-02-01", false},
		{"01021985", "01/02/1985", "1985-02-01", false},
		{"5/1990", "05/1990", "1990-05", false},
		{"1985", "1985", "1985", false},
		{"", "", "", false},
		{"31/02/1984", "31/02/1984", "", true},
	} {
		d := NewDateField("Ngày sinh", "")
		d.LatestYear = 2026
		got := app.Date("none")
		d.OnDate = func(date app.Date) { got = date }
		w := inWindow(t, d)
		d.SetDate("2000-01-01")
		d.Focus()
		d.entry.SetText(c.typed)
		w.Canvas().Unfocus()
		if d.entry.Text != c.shown || (d.Err() != nil) != c.wrong {
			t.Errorf("%q is shown as %q, error %v", c.typed, d.entry.Text, d.Err())
		}
		if !c.wrong && got != c.date || c.wrong && got != "none" {
			t.Errorf("%q gives %q, want %q", c.typed, got, c.date)
		}
	}
}

func TestAPasswordIsHiddenUntilTheEyeIsPressed(t *testing.T) {
	field := NewPasswordField("Mật khẩu", "")
	inWindow(t, field)
	test.Tap(field.rightSide.(fyne.Tappable))
	if field.entry.Password {
		t.Error("still hidden")
	}
	test.Tap(field.rightSide.(fyne.Tappable))
	if !field.entry.Password {
		t.Error("still shown")
	}
}

func TestWhatWasFoundWrongStaysUntilTheTextChanges(t *testing.T) {
	pass, other := NewPasswordField("Mật khẩu", ""), NewField("Khác", "")
	inWindow(t, pass, other)
	pass.Focus()
	test.Type(pass.entry, "sai")
	pass.SetError(app.NewError(app.CodeInternal)) // as the book says it
	other.Focus()
	if pass.Err() == nil {
		t.Error("the reason went away when the field was left")
	}
	pass.Focus()
	test.Type(pass.entry, "x")
	if pass.Err() != nil {
		t.Error("the reason stays although the text is another")
	}
}

func TestTabNeverStopsAtTheEyeOfAPassword(t *testing.T) {
	pass, again := NewPasswordField("Mật khẩu", ""), NewPasswordField("Gõ lại", "")
	w := inWindow(t, Column(8, pass, again))
	pass.Focus()
	press(pass.entry, fyne.KeyF2)
	if pass.entry.Password {
		t.Error("F2 does not show the text")
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != again.Focusable() {
		t.Errorf("Tab goes to %T", w.Canvas().Focused())
	}
}

func TestEscEmptiesASearch(t *testing.T) {
	text := "?"
	search := NewSearchBox("", func(s string) { text = s })
	inWindow(t, search)
	search.Focus()
	test.Type(search.entry, "hoa")
	press(search.entry, fyne.KeyEscape)
	if text != "" || search.Text() != "" {
		t.Errorf("told %q, shown %q", text, search.Text())
	}
}

func TestTheWheelOverAFieldMovesThePage(t *testing.T) {
	field := NewField("Nơi họp", "")
	area := NewArea("", "", 3)
	grows := newGrowing(area, 1, SizeBody, func() {})
	high := Sized(0, 900, Column(8, field, grows))
	scroll := container.NewVScroll(high)
	w := newTestWindow(t, 500, 300)
	w.SetContent(scroll)
	w.Resize(fyne.NewSize(500, 300))
	for _, f := range []*Field{field, area} {
		scroll.ScrollToTop()
		if len(f.parts()) == 0 || indexOf(f.parts(), fyne.CanvasObject(f.wheel)) < 0 {
			t.Fatal("nothing takes the wheel over a field whose text is all in sight")
		}
		f.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
		if scroll.Offset.Y != 50 {
			t.Errorf("the page moved by %v, want 50", scroll.Offset.Y)
		}
	}
	area.SetText(strings.Repeat("Một câu dài. ", 2000))
	grows.Refresh()
	if indexOf(area.parts(), fyne.CanvasObject(area.wheel)) >= 0 {
		t.Error("a text that scrolls inside lost its wheel")
	}
}

func TestADayWithoutAYearIsTheOneNearestToToday(t *testing.T) {
	d := NewDateField("Hạn", "")
	got := app.Date("")
	d.OnDate = func(date app.Date) { got = date }
	w := inWindow(t, d)
	today := time.Now()
	d.Focus()
	d.entry.SetText(today.AddDate(0, 0, 40).Format("02/01"))
	w.Canvas().Unfocus()
	if want := app.DateOf(today.AddDate(0, 0, 40)); got != want || d.Text() != want.String() {
		t.Errorf("%q gives %q, shown %q", today.AddDate(0, 0, 40).Format("02/01"), got, d.Text())
	}
	d.Life = true
	d.Focus()
	d.entry.SetText("05/11")
	w.Canvas().Unfocus()
	if d.Err() == nil {
		t.Errorf("a birthday without its year became %q", d.Text())
	}
}

func TestABlankAloneIsNotTakenSoThatTheHintStays(t *testing.T) {
	for name, c := range map[string]struct {
		field *Field
		want  string
	}{"one line": {NewField("Địa điểm", "Hội trường"), ""}, "several lines": {NewArea("Ý kiến", "", 3), " "}, "a passphrase": {NewPasswordField("Mật khẩu", ""), " "}} {
		inWindow(t, c.field)
		test.Type(c.field.entry, " ")
		if got := c.field.entry.Text; got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
