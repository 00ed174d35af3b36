package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// text binds a field to a text of the meeting.
func (s *meetingScreen) text(f *Field, value string, set func(string)) *Field {
	f.SetText(value)
	f.OnChanged = func(typed string) {
		set(clean(typed))
		s.draft.typed()
	}
	f.OnLeave = func(string) { s.draft.save(nil) }
	s.phrases(f)
	if s.draft.readOnly() {
		f.Disable()
	}
	return f
}

// area is a text of several lines that grows with what is typed.
func (s *meetingScreen) area(label, hint string, lines int, value *string) fyne.CanvasObject {
	field := s.text(NewArea(label, hint, lines), *value, func(text string) { *value = text })
	return newGrowing(field, lines, SizeBody, s.relayout)
}

// relayout takes a changed height over.
func (s *meetingScreen) relayout() {
	if s.step == stepRoll || s.step == stepContents {
		s.contents.relayout()
		return
	}
	s.page.Refresh()
}

// count binds a field to a whole number; what is no number is not taken over.
func (s *meetingScreen) count(f *Field, value int, set func(int)) *Field {
	if value > 0 {
		f.SetText(strconv.Itoa(value))
	}
	f.Check = func(text string) error {
		_, err := parseCount(text)
		return err
	}
	f.OnChanged = func(typed string) {
		if n, err := parseCount(typed); err == nil {
			set(n)
			s.draft.typed()
		}
	}
	f.OnLeave = func(string) { s.draft.save(nil) }
	if s.draft.readOnly() {
		f.Disable()
	}
	return f
}

// date binds a date field to a day of the meeting; what is no date is not taken over.
func (s *meetingScreen) date(f *DateField, value app.Date, set func(app.Date)) *DateField {
	f.SetDate(value)
	f.OnDate = func(day app.Date) {
		set(day)
		s.draft.touch()
	}
	f.LatestYear = s.month.Year() + 1
	if s.draft.readOnly() {
		f.Disable()
	}
	return f
}

// lowDate is a date field of 34 px without a label, for rows.
func lowDate(hint string) *DateField {
	d := NewDateField("", hint)
	d.height = heightPacked
	d.holder = inEntryTheme(d.entry, true)
	return d
}

// clock binds a field to a time of day.
func (s *meetingScreen) clock(label string, value app.Clock, set func(app.Clock)) *Field {
	f := NewField(label, wording.Text("hh:mm"))
	f.SetText(string(value))
	f.Check = func(text string) error {
		_, err := parseClock(text)
		return err
	}
	f.OnLeave = func(text string) {
		clock, err := parseClock(text)
		if err != nil {
			return // the field says what is wrong and keeps the text
		}
		f.SetText(string(clock))
		set(clock)
		s.draft.touch()
	}
	if s.draft.readOnly() {
		f.Disable()
	}
	return f
}

// person binds a choice to a member of the list.
func (s *meetingScreen) person(choice *Select, id string, set func(id string)) *Select {
	members := s.draft.view.Members
	options, at := make([]string, len(members)), -1
	for i, m := range members {
		options[i] = m.Label
		if m.ID == id {
			at = i
		}
	}
	choice.SetOptions(options)
	choice.Choose(at)
	choice.OnChosen = func(i int) {
		set(members[i].ID)
		s.draft.touch()
	}
	if s.draft.readOnly() {
		choice.Disable()
	}
	return choice
}

// tick binds a tick box to a yes or no of the meeting.
func (s *meetingScreen) tick(text string, value bool, set func(bool)) *Check {
	check := NewCheck(text, func(checked bool) {
		set(checked)
		s.draft.touch()
	})
	check.Set(value)
	if s.draft.readOnly() {
		check.Disable()
	}
	return check
}

// remover is the small cross at the end of a row; nil on a meeting that cannot be changed.
func (s *meetingScreen) remover(tap func()) *Button {
	b := NewLink("", IconClose, tap).WithTip(wording.Text("Take out this row"))
	b.Kind, b.Height = QuietButton, ButtonPacked
	if s.draft.readOnly() {
		b.Disable()
	}
	return b
}
