package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// layoutCard leads to the form of printed documents.
func (s *settingsScreen) layoutCard() fyne.CanvasObject {
	return NewCard(wording.Text("Form of printed documents"), NewSmall(wording.Text("Change…"), IconEdit, s.changeLayout),
		Paragraph(Span{Text: wording.Text("Margins, letter sizes and line pitch after the Party's guide. A change holds from a day on; earlier documents keep their form."), Tone: ToneSecond}))
}

// changeLayout asks for the form that is valid now and keeps what was changed from a day on.
func (s *settingsScreen) changeLayout() {
	d := s.program.desk
	today := d.Today()
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.LayoutForm, error) { return d.LayoutForm(ctx, today) }, func(form desk.LayoutForm) {
		s.askLayout(form, today)
	})
}

func (s *settingsScreen) askLayout(form desk.LayoutForm, today app.Date) {
	from, source := NewDateField(wording.Text("In force from"), ""), NewField(wording.Text("Source"), "")
	from.SetDate(max(today, form.Open))
	source.SetText(form.Source)
	fields := make([]*Field, len(form.Numbers))
	rows := []fyne.CanvasObject{TopRow(16, Stretch(from), Stretch(source))}
	for i, n := range form.Numbers {
		fields[i] = NewField(layoutWords(n.Key), "")
		fields[i].SetText(wording.Decimal(n.Value))
	}
	for i := 0; i+3 < len(fields); i += 4 {
		rows = append(rows, TopRow(12, Stretch(fields[i]), Stretch(fields[i+1]), Stretch(fields[i+2]), Stretch(fields[i+3])))
	}
	ShowForm(s.program.window, wording.Text("Form of printed documents"), wording.Text("Save"), Column(12, rows...), fields[5], func(dialog *Dialog) bool {
		changed, ok := readLayout(form, from, source, fields)
		if !ok {
			dialog.Refit()
			return false
		}
		s.saveLayout(dialog, changed, source)
		return false
	}).Wide(760)
}

// readLayout reads the fields; false leaves a message on the one that is wrong.
func readLayout(form desk.LayoutForm, from *DateField, source *Field, fields []*Field) (desk.LayoutForm, bool) {
	day, err := from.Date()
	if err == nil && !day.IsFull() {
		err = app.NewError(app.CodeBadDate, "value", from.Text())
	}
	if err != nil {
		from.SetError(err)
		return form, false
	}
	form.From, form.Source = day, source.Text()
	form.Numbers = append([]desk.LayoutNumber(nil), form.Numbers...)
	for i, field := range fields {
		n := &form.Numbers[i]
		value, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(field.Text()), ",", ".", 1), 64)
		if err != nil || !(value >= n.Min && value <= n.Max) {
			field.SetError(app.NewError(app.CodeOutOfRange, "field", "layout."+n.Key, "value", field.Text(), "min", wording.Decimal(n.Min), "max", wording.Decimal(n.Max)))
			return form, false
		}
		n.Value = value
	}
	return form, true
}

func (s *settingsScreen) saveLayout(dialog *Dialog, form desk.LayoutForm, source *Field) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.SaveLayoutForm(ctx, form) }, func(_ struct{}, err error) {
		if err != nil {
			source.SetError(err)
			dialog.Refit()
			return
		}
		dialog.Close()
		p.frame.ShowNotice(MeaningDone, wording.Text("The form holds from {day}", "day", form.From.String()), nil)
	})
}

// layoutWords names a length of the form with its unit.
func layoutWords(key string) string {
	words := map[string]string{
		"page.top": wording.Text("Top margin"), "page.bottom": wording.Text("Bottom margin"), "page.left": wording.Text("Left margin"), "page.right": wording.Text("Right margin"),
		"text.size": wording.Text("Letter size"), "text.pitch": wording.Text("Line pitch"), "text.before": wording.Text("Before a paragraph"), "text.indent": wording.Text("First-line indent"),
		"table.size": wording.Text("Letters of tables"), "title.type_size": wording.Text("Type of document"), "head.party_size": wording.Text("Party's name"), "head.size": wording.Text("Other head lines"),
	}
	unit := key[strings.LastIndexByte(key, '_')+1:]
	return words[key[:strings.LastIndexByte(key, '_')]] + " (" + unit + ")"
}
