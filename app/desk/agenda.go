package desk

import (
	"context"
	"strings"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// Words of a template that stand for a meeting's months.
const (
	WordMonth    = "{tháng}"
	WordPrevious = "{tháng trước}"
)

// presentWords writes the words of a title as they are now: templates that earlier versions kept have them in English.
func presentWords(title string) string {
	return strings.NewReplacer("{month}", WordMonth, "{previous}", WordPrevious).Replace(title)
}

// fillMonths puts a meeting's months into a template's title.
func fillMonths(title string, month app.Month) string {
	return strings.NewReplacer(WordMonth, month.String(), WordPrevious, month.Prev().String()).Replace(presentWords(title))
}

// emptyMonths takes a meeting's months out of a title, so that it can be a template.
func emptyMonths(title string, month app.Month) string {
	return strings.NewReplacer(month.String(), WordMonth, month.Prev().String(), WordPrevious).Replace(title)
}

// moveMonths carries a title from the meeting of one month to that of another: its own month and the one before become theirs.
func moveMonths(title string, from, to app.Month) string {
	return fillMonths(emptyMonths(title, from), to)
}

// agendaTemplate returns the agenda that a meeting of a kind begins with: the user's own, else the program's.
func (d *Desk) agendaTemplate(tx *store.Tx, kind app.MeetingKind, month app.Month) ([]app.AgendaItem, error) {
	items, err := tx.AgendaTemplate(kind)
	if err == nil && len(items) == 0 {
		items, err = shippedAgenda(kind)
	}
	if err != nil {
		return nil, err
	}
	for i := range items {
		items[i].ID = d.newID()
		items[i].Title = fillMonths(items[i].Title, month)
	}
	return items, nil
}

func shippedAgenda(kind app.MeetingKind) ([]app.AgendaItem, error) {
	shipped, err := assets.AgendaTemplate(string(kind))
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	items := make([]app.AgendaItem, len(shipped))
	for i, item := range shipped {
		items[i] = app.AgendaItem{Kind: app.AgendaKind(item.Kind), Title: item.Title, Minutes: item.Minutes}
	}
	return items, nil
}

// ThematicItem is the part of an agenda that a regular meeting gets when a theme is treated in the same sitting. It asks no book.
func ThematicItem() (app.AgendaItem, error) {
	items, err := shippedAgenda(app.ThematicMeeting)
	for _, item := range items {
		if item.Kind == app.AgendaThematic {
			return item, err
		}
	}
	return app.AgendaItem{Kind: app.AgendaThematic}, err
}

// AgendaTemplate returns the agenda with which meetings of a kind begin, and whether it is the user's own. WordMonth and WordPrevious
// stand in titles for the meeting's month and the one before.
func (d *Desk) AgendaTemplate(ctx context.Context, kind app.MeetingKind) (items []app.AgendaItem, own bool, err error) {
	err = d.view(ctx, func(tx *store.Tx) error {
		var err error
		items, err = tx.AgendaTemplate(kind)
		own = len(items) > 0
		if err == nil && !own {
			items, err = shippedAgenda(kind)
		}
		return err
	})
	for i := range items {
		items[i].Title = presentWords(items[i].Title)
	}
	return items, own, err
}

// SaveAgendaTemplate keeps an agenda as the one with which meetings of a kind begin; an empty one gives the program's own back. Only kind,
// title, minutes and standing text of the items are kept. CodeRequired for an item without a title, CodeInvalid for an unknown kind,
// CodeOutOfRange for minutes that cannot be.
func (d *Desk) SaveAgendaTemplate(ctx context.Context, kind app.MeetingKind, items []app.AgendaItem) error {
	if !kind.IsKnown() {
		return app.NewError(app.CodeInvalid, "field", "meetingKind", "value", string(kind))
	}
	kept := make([]app.AgendaItem, len(items))
	for i, item := range items {
		kept[i] = app.AgendaItem{Kind: item.Kind, Title: app.Clean(item.Title), Minutes: item.Minutes, Text: cleanLines(item.Text)}
		if kept[i].Title == "" {
			return app.NewError(app.CodeRequired, "field", "agendaTitle")
		}
		if !knownAgendaKinds[item.Kind] {
			return app.NewError(app.CodeInvalid, "field", "agendaKind", "value", string(item.Kind))
		}
		if item.Minutes < 0 || item.Minutes > maxAgendaMinutes {
			return app.NewError(app.CodeOutOfRange, "field", "agendaMinutes", "value", item.Minutes, "min", 0, "max", maxAgendaMinutes)
		}
	}
	return d.update(ctx, "save agenda template", func(tx *store.Tx) error { return tx.PutAgendaTemplate(kind, kept) })
}

// maxAgendaMinutes is the longest planned part of a meeting.
const maxAgendaMinutes = 600

// KeepAgenda keeps a meeting's agenda as the template of its kind: its titles with the months taken out, kinds and minutes.
func (d *Desk) KeepAgenda(ctx context.Context, meetingID string) error {
	var items []app.AgendaItem
	var kind app.MeetingKind
	err := d.view(ctx, func(tx *store.Tx) error {
		meeting, err := tx.Meeting(meetingID)
		kind = meeting.Kind
		for _, item := range meeting.Agenda {
			items = append(items, app.AgendaItem{Kind: item.Kind, Title: emptyMonths(item.Title, meeting.Month), Minutes: item.Minutes})
		}
		return err
	})
	if err != nil {
		return err
	}
	return d.SaveAgendaTemplate(ctx, kind, items)
}

// CopyAgenda puts the agenda of the meeting of the same kind before into a draft: titles with the months moved on, kinds, minutes and
// presenters who still attend, further its guests, and the headings and texts of next month's work where the draft has none. Items of the
// draft that say something stay, after the copied ones. CodeNoEarlier if there is no meeting before; CodeLocked, CodeMonthClosed.
func (d *Desk) CopyAgenda(ctx context.Context, meetingID string) (MeetingView, error) {
	var view MeetingView
	err := d.update(ctx, "copy agenda", func(tx *store.Tx) error {
		meeting, err := tx.Meeting(meetingID)
		if err != nil {
			return err
		}
		if meeting.IsLocked() {
			return app.NewError(app.CodeLocked)
		}
		if err := requireOpen(tx, meeting.Month); err != nil {
			return err
		}
		earlier, err := meetingBefore(tx, meeting)
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		d.copyContents(&meeting, earlier, members)
		if err := tx.PutMeeting(meeting); err != nil {
			return err
		}
		view, err = d.meetingView(tx, meeting)
		return err
	})
	return view, err
}

// CodeNoEarlier: no meeting of the same kind was held before; nothing can be copied.
const CodeNoEarlier app.Code = "meeting_no_earlier"

// meetingBefore returns the latest meeting of the same kind before one.
func meetingBefore(tx reader, meeting app.Meeting) (app.Meeting, error) {
	meetings, err := tx.Meetings()
	if err != nil {
		return app.Meeting{}, err
	}
	var before *app.Meeting
	for i, m := range meetings {
		earlier := m.ID != meeting.ID && m.Kind == meeting.Kind && m.HeldOn < meeting.HeldOn
		if earlier && (before == nil || m.HeldOn > before.HeldOn) {
			before = &meetings[i]
		}
	}
	if before == nil {
		return app.Meeting{}, app.NewError(CodeNoEarlier)
	}
	return *before, nil
}

func (d *Desk) copyContents(meeting *app.Meeting, earlier app.Meeting, members []app.Member) {
	var agenda []app.AgendaItem
	for _, item := range earlier.Agenda {
		copied := app.AgendaItem{ID: d.newID(), Kind: item.Kind, Title: moveMonths(item.Title, earlier.Month, meeting.Month), Minutes: item.Minutes}
		if counts(members, item.PresenterID, meeting.HeldOn) {
			copied.PresenterID = item.PresenterID
		}
		agenda = append(agenda, copied)
	}
	for _, item := range meeting.Agenda {
		if item.Text != "" || item.Conclusion != "" || len(item.Statements) > 0 {
			agenda = append(agenda, item)
		}
	}
	meeting.Agenda = agenda
	if len(meeting.Guests) == 0 {
		meeting.Guests = earlier.Guests
	}
	if len(meeting.Directions) == 0 {
		for _, direction := range earlier.Directions {
			direction.Text = moveMonths(direction.Text, earlier.Month, meeting.Month)
			meeting.Directions = append(meeting.Directions, direction)
		}
	}
}
