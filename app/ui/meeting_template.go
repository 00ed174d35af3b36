package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// templateForm edits the agendas with which meetings of each kind begin, without a meeting.
type templateForm struct {
	program *Program
	dialog  *Dialog
	kind    app.MeetingKind
	items   []*app.AgendaItem
	own     bool // an agenda of the cell's own, not the program's
	state   *Words
	reset   *Button
	rows    *fyne.Container
	titles  []*Field
	counts  []*Field
}

// templateKindWidth and templateMinutesWidth are px at TextNormal.
const (
	templateKindWidth    = 190
	templateMinutesWidth = 76
)

// editTemplates shows the agenda of regular meetings first.
func (s *meetingYearScreen) editTemplates() {
	f := &templateForm{program: s.program, kind: app.RegularMeeting, state: Second(""), rows: Column(6)}
	kinds := make([]string, len(app.MeetingKinds))
	for i, kind := range app.MeetingKinds {
		kinds[i] = meetingKindWords(kind)
	}
	kind := NewSelect(wording.Text("Kind of meeting"), "", kinds, func(i int) { f.load(app.MeetingKinds[i]) })
	kind.Choose(0)
	f.reset = NewLink(wording.Text("Back to the program's own agenda"), IconReturn, f.takeBack)
	add := NewLink(wording.Text("Add an item"), IconAdd, func() { f.add() })
	note := Paragraph(Span{Text: wording.Text("{month} and {previous} in a title become the month of the meeting and the one before.", "month", desk.WordMonth, "previous", desk.WordPrevious), Size: SizeSmall, Tone: ToneSecond})
	body := Column(10, Row(14, Limited(grown(260), kind), Stretch(Column(2, f.state, Row(0, f.reset, Space())))), f.rows, Row(0, add, Space()), note)
	f.dialog = ShowForm(s.program.window, wording.Text("Agendas by kind of meeting"), wording.Text("Keep as template"), body, nil, func(*Dialog) bool {
		f.save()
		return false
	}).Wide(860)
	kind.Focus()
	f.load(app.RegularMeeting)
}

// load shows the agenda of a kind.
func (f *templateForm) load(kind app.MeetingKind) {
	f.kind = kind
	book := f.program.desk
	Load(f.program.frame.Worker, "", func(ctx context.Context) (templateForm, error) {
		items, own, err := book.AgendaTemplate(ctx, kind)
		return templateForm{items: pointers(items), own: own}, err
	}, func(loaded templateForm) {
		if kind == f.kind {
			f.items, f.own = loaded.items, loaded.own
			f.fill()
			f.dialog.Begin()
		}
	})
}

func (f *templateForm) fill() {
	state := wording.Text("The program's own agenda.")
	if f.own {
		state = wording.Text("The cell's own agenda.")
	}
	f.state.SetText(state)
	enable(f.reset, f.own)
	f.rows.Objects, f.titles, f.counts = nil, nil, nil
	for i, item := range f.items {
		f.rows.Add(f.row(i, item))
	}
	f.rows.Refresh()
	f.dialog.Refit()
}

func (f *templateForm) row(at int, item *app.AgendaItem) fyne.CanvasObject {
	options := make([]string, len(agendaKinds))
	for i, kind := range agendaKinds {
		options[i] = agendaKindWords(kind)
	}
	kind := NewLowSelect("", options, func(i int) { item.Kind = agendaKinds[i] })
	kind.Choose(indexOf(agendaKinds, item.Kind))
	title := NewLowField(wording.Text("Title of the item"))
	title.SetText(item.Title)
	title.Required = true
	title.OnChanged = func(text string) { item.Title = text }
	minutes := NewLowField(wording.Text("Minutes long"))
	if item.Minutes > 0 {
		minutes.SetText(strconv.Itoa(item.Minutes))
	}
	minutes.Check = func(text string) error {
		if text == "" {
			return nil
		}
		_, err := parseCount(text)
		return err
	}
	minutes.OnChanged = func(text string) {
		n, err := parseCount(text)
		if err != nil {
			n = 0
		}
		item.Minutes = n
	}
	f.titles, f.counts = append(f.titles, title), append(f.counts, minutes)
	up := NewIconButton(IconEarlier, wording.Text("Earlier"), func() { f.move(at, -1) })
	enable(up, at > 0)
	remove := NewIconButton(IconDelete, wording.Text("Delete this item"), func() {
		f.items = append(f.items[:at:at], f.items[at+1:]...)
		f.fill()
	})
	up.Height, remove.Height = heightPacked, heightPacked
	return Row(6, Stretch(title), Limited(grown(templateKindWidth), kind), Limited(grown(templateMinutesWidth), minutes), up, remove)
}

// move changes the place of an item.
func (f *templateForm) move(at, by int) {
	f.items[at], f.items[at+by] = f.items[at+by], f.items[at]
	f.fill()
	f.titles[at+by].Focus()
}

func (f *templateForm) add() {
	f.items = append(f.items, &app.AgendaItem{Kind: app.AgendaOther})
	f.fill()
	f.titles[len(f.titles)-1].Focus()
}

// save keeps the agenda of the kind on screen; the form stays for the next kind.
func (f *templateForm) save() {
	for i, title := range f.titles {
		if !title.Valid() || !f.counts[i].Valid() {
			f.dialog.Refit()
			return
		}
	}
	kind, items := f.kind, values(f.items)
	f.run(func(ctx context.Context, book *desk.Desk) error { return book.SaveAgendaTemplate(ctx, kind, items) },
		wording.Text("Kept as template for the kind “{kind}”.", "kind", meetingKindWords(kind)))
}

func (f *templateForm) takeBack() {
	kind := f.kind
	f.run(func(ctx context.Context, book *desk.Desk) error { return book.SaveAgendaTemplate(ctx, kind, nil) },
		wording.Text("The program's own agenda is back for the kind “{kind}”.", "kind", meetingKindWords(kind)))
}

// run changes the stored agenda of the kind and says in the dialog what came of it.
func (f *templateForm) run(do func(context.Context, *desk.Desk) error, notice string) {
	book := f.program.desk
	Do(f.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx, book) }, func(_ struct{}, err error) {
		if err != nil {
			f.dialog.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		f.dialog.ShowBanner(NewBanner(MeaningDone, notice, nil))
		f.load(f.kind)
	})
}
