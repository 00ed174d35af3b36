package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// codeOtherMonth: the day of a meeting lies outside its month; Values: month.
const codeOtherMonth app.Code = "meeting_other_month"

// prepare is the first step: when, where and who, and what was done before the meeting.
func (s *meetingScreen) prepare() fyne.CanvasObject {
	return Grid(GridItem{Share: 50, Least: 420, Object: NewCard(wording.Text("The meeting"), nil, s.meetingFields())},
		GridItem{Share: 50, Least: 420, Object: NewCard(wording.Text("Preparation"), nil, s.preparationFields())})
}

func (s *meetingScreen) meetingFields() fyne.CanvasObject {
	m := &s.draft.meeting
	day := s.date(NewDateField(wording.Text("Day"), "dd/mm/yyyy"), m.HeldOn, func(d app.Date) { m.HeldOn = d })
	day.Required = true
	day.CheckDate = func(d app.Date) error {
		if !d.IsFull() || d.Month() != m.Month {
			return app.NewError(codeOtherMonth, "month", m.Month.String())
		}
		return nil
	}
	keep := day.OnDate
	day.OnDate = func(d app.Date) {
		if d != "" {
			keep(d)
		}
	}
	var end *Field
	length := func() {
		end.note = ""
		if minutes, known := m.Length(); known {
			end.note = wording.Text("{count} minutes", "count", minutes)
			if m.PassesMidnight() {
				end.note = wording.Text("Earlier than the start: counts as the next day, {count} minutes. Correct it if it was mistyped.", "count", wording.Number(minutes))
			}
		}
		end.Refresh()
		s.page.Refresh()
	}
	start := s.clock(wording.Text("Start"), m.Start, func(c app.Clock) { m.Start = c; length() })
	s.first = start.Focus
	end = s.clock(wording.Text("End"), m.End, func(c app.Clock) { m.End = c; length() })
	length()
	place := s.text(NewField(wording.Text("Place"), ""), m.Place, func(t string) { m.Place = t })
	chair := s.person(NewSelect(wording.Text("Chair"), wording.Text("Choose a person"), nil, nil), m.ChairID, func(id string) { m.ChairID = id })
	recorder := s.person(NewSelect(wording.Text("Recorder"), wording.Text("Choose a person"), nil, nil), m.RecorderID, func(id string) { m.RecorderID = id })
	rows := []fyne.CanvasObject{TopRow(12, StretchBy(5, day), StretchBy(4, start), StretchBy(4, end)), place, TopRow(12, Stretch(chair), Stretch(recorder))}
	switch m.Kind {
	case app.RegularMeeting:
		rows = append(rows, s.thematicPart())
	case app.ThematicMeeting:
		rows = append(rows, s.text(NewField(wording.Text("Theme"), ""), m.ThematicTitle, func(t string) { m.ThematicTitle = t }))
	}
	return Column(10, append(rows, s.guestRows())...)
}

// thematicPart says whether a thematic part was held in the same sitting, and which.
func (s *meetingScreen) thematicPart() fyne.CanvasObject {
	m := &s.draft.meeting
	holder := Column(0)
	title := s.text(NewField("", wording.Text("Title of the thematic part")), m.ThematicTitle, func(t string) { m.ThematicTitle = t })
	show := func() {
		holder.Objects = nil
		if m.WithThematic {
			holder.Objects = []fyne.CanvasObject{title}
		}
		holder.Refresh()
		s.page.Refresh()
	}
	tick := s.tick(wording.Text("With a thematic part in the same sitting"), m.WithThematic, func(on bool) {
		m.WithThematic = on
		if theme := s.plannedTheme(); on && m.ThematicTitle == "" && theme != "" {
			m.ThematicTitle = theme
			title.SetText(theme)
		}
		s.draft.agendaFor(on)
		show()
	})
	show()
	return Column(0, tick, holder)
}

// agendaFor gives the agenda a part for the theme of the same sitting, before the discussion, or takes an empty one out again.
func (d *meetingDraft) agendaFor(theme bool) {
	at := slices.IndexFunc(d.items, func(item *app.AgendaItem) bool { return item.Kind == app.AgendaThematic })
	switch {
	case !theme && at >= 0 && d.items[at].Text == "" && len(d.items[at].Statements) == 0:
		d.items = slices.Delete(slices.Clone(d.items), at, at+1)
	case theme && at < 0:
		item, err := desk.ThematicItem()
		if err != nil {
			return // a shipped file is broken, which the check of the book tells: the part is added by hand
		}
		before := slices.IndexFunc(d.items, func(item *app.AgendaItem) bool { return item.Kind == app.AgendaDiscussion })
		if before < 0 {
			before = len(d.items)
		}
		d.items = slices.Insert(slices.Clone(d.items), before, &item)
	}
}

// guestRows are the guests: name and post.
func (s *meetingScreen) guestRows() fyne.CanvasObject {
	list := Column(6)
	var fill func()
	var last *Field
	add := func() {
		s.draft.guests = append(s.draft.guests, &app.Guest{})
		fill()
		last.Focus()
	}
	fill = func() {
		list.Objects = nil
		for i, g := range s.draft.guests {
			name := s.text(NewLowField(wording.Text("Name of the guest")), g.Name, func(t string) { g.Name = t })
			last = name
			post := newLowArea(wording.Text("Post"), add)
			s.text(post, g.Post, func(t string) { g.Post = t })
			list.Add(Row(8, StretchBy(4, name), StretchBy(5, newGrowing(post, 1, SizeSmall, s.relayout)), s.remover(func() {
				s.draft.guests = append(s.draft.guests[:i:i], s.draft.guests[i+1:]...)
				s.draft.touch()
				fill()
			})))
		}
		list.Refresh()
		s.page.Refresh()
	}
	more := NewSmall(wording.Text("Add a guest"), IconAdd, add)
	if s.draft.readOnly() {
		more.Disable()
	}
	fill()
	return Column(6, Row(8, headWords(wording.Text("Guests")), Space(), more), list)
}

// plannedTheme is the theme that the year's plan has for the month; "" if it has none.
func (s *meetingScreen) plannedTheme() string {
	for _, item := range s.draft.view.Themes {
		if item.Kind == app.ThematicMeeting {
			return item.Title
		}
	}
	return ""
}
