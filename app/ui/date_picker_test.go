package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

func pressInFocus(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestADayIsChosenWithTheKeyboard(t *testing.T) {
	for _, c := range []struct {
		why  string
		keys []fyne.KeyName
		want app.Date
	}{
		{"the day itself", []fyne.KeyName{fyne.KeyReturn}, "1985-02-28"},
		{"the next day is in the next month", []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "1985-03-01"},
		{"a week before", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "1985-02-21"},
		{"the first of the next month", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyHome, fyne.KeyReturn}, "1985-03-01"},
		{"the last of the month before", []fyne.KeyName{fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyReturn}, "1985-01-31"},
		{"left without a choice", []fyne.KeyName{fyne.KeyDown, fyne.KeyEscape}, "none"},
	} {
		d := NewDateField("Ngày sinh", "")
		d.LatestYear = 2026
		told := app.Date("none")
		d.OnDate = func(date app.Date) { told = date }
		w := inWindow(t, d)
		d.SetDate("1985-02-28")
		d.Focus()
		pressInFocus(w, append([]fyne.KeyName{fyne.KeyF4}, c.keys...)...)
		date, err := d.Date()
		want := c.want
		if want == "none" {
			want = "1985-02-28"
		}
		if err != nil || date != want {
			t.Errorf("%s: %q, %v; want %q", c.why, date, err, want)
		}
		if changed := want != "1985-02-28"; changed != (told != "none") {
			t.Errorf("%s: told of %q", c.why, told)
		}
		if topLayer(w.Canvas()) != nil || w.Canvas().Focused() != d.entry {
			t.Errorf("%s: the keyboard is not back in the field", c.why)
		}
	}
}

func TestAYearOrAMonthIsTakenWithoutADay(t *testing.T) {
	for want, button := range map[app.Date]func(*datePicker) *Button{
		"1985-02": func(p *datePicker) *Button { return p.only },
		"1985":    func(p *datePicker) *Button { return p.onlyYear },
	} {
		d := NewDateField("Ngày sinh", "")
		inWindow(t, d)
		p := pickDate(d, "1985-02-28", "2026-11-24", 2026, func(date app.Date) { d.SetDate(date) })
		test.Tap(button(p))
		if date, err := d.Date(); date != want || err != nil {
			t.Errorf("%q, %v; want %q", date, err, want)
		}
	}
}

func TestAYearIsNearAndDaysAreTapped(t *testing.T) {
	d := NewDateField("Ngày sinh", "")
	w := inWindow(t, d)
	var taken app.Date
	p := pickDate(d, "", "2026-11-24", 2026, func(date app.Date) { taken = date })
	if p.day != "2026-11-24" {
		t.Fatalf("an empty field begins at %s", p.day)
	}
	p.years.Focus()
	test.Type(p.years, "1")
	test.Type(w.Canvas().Focused(), "958")
	pressInFocus(w, fyne.KeyReturn)
	if p.day != "1958-11-24" {
		t.Fatalf("the chosen year gives %s", p.day)
	}
	width, height := p.days.step()
	test.TapAt(p.days, fyne.NewPos(5.5*width, 1.5*height)) // November 1958 began on a Saturday
	if taken != "1958-11-01" {
		t.Errorf("the tapped day is %s", taken)
	}
}
