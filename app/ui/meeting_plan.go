package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// edit shows a line of the plan to change it; nil begins a new one in the month that is open.
func (s *meetingYearScreen) edit(line *desk.PlanLine) {
	month := s.month
	if line != nil {
		month = line.Month
	}
	s.editIn(month, line)
}

func (s *meetingYearScreen) editIn(month app.Month, line *desk.PlanLine) {
	item := app.PlanItem{Month: month, Kind: app.ThematicMeeting}
	if line != nil {
		item = line.PlanItem
	}
	months := app.MonthsOf(s.year)
	monthWords := make([]string, len(months))
	for i, m := range months {
		monthWords[i] = m.String()
	}
	when := NewSelect(wording.Text("Month"), "", monthWords, func(i int) { item.Month = months[i] })
	when.Choose(indexOf(months, item.Month))
	kinds := make([]string, len(app.MeetingKinds))
	for i, kind := range app.MeetingKinds {
		kinds[i] = meetingKindWords(kind)
	}
	kind := NewSelect(wording.Text("Kind of meeting"), "", kinds, func(i int) { item.Kind = app.MeetingKinds[i] })
	kind.Choose(indexOf(app.MeetingKinds, item.Kind))
	title := required(NewArea(wording.Text("Theme, main content"), "", 2))
	title.SetText(item.Title)
	names, at := make([]string, len(s.view.members)), -1
	labels := listNames(s.view.members)
	for i, m := range s.view.members {
		names[i] = labels[m.ID]
		if m.ID == item.PresenterID {
			at = i
		}
	}
	presenter := NewSelect(wording.Text("Presenter"), wording.Text("Choose a person"), names, func(i int) { item.PresenterID = s.view.members[i].ID })
	presenter.Choose(at)
	note := NewField(wording.Text("Note"), "")
	note.SetText(item.Note)
	body := Column(12, TopRow(12, Stretch(when), Stretch(kind)), title, presenter, note)
	words := wording.Text("A line of the plan")
	dialog := ShowForm(s.program.window, words, wording.Text("Keep in the plan"), body, title, func(d *Dialog) bool {
		if !title.Valid() {
			d.Refit()
			return false
		}
		item.Title, item.Note = title.Text(), note.Text()
		s.change(func(ctx context.Context, book *desk.Desk) error {
			_, err := book.SavePlanItem(ctx, item)
			return err
		})
		return true
	})
	if line == nil {
		return
	}
	remove := NewButton(wording.Text("Take off the plan"), IconDelete, func() {
		dialog.Close()
		s.change(func(ctx context.Context, book *desk.Desk) error { return book.DeletePlanItem(ctx, item.ID) })
	})
	dialog.card.SetBody(Column(20, dialog.holder, Row(12, remove, Space(), dialog.back, dialog.main)))
	dialog.Refit()
}

func (s *meetingYearScreen) change(do func(context.Context, *desk.Desk) error) {
	book := s.program.desk
	Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx, book) }, func(struct{}) { s.load() })
}
