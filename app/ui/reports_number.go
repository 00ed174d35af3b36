package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// setNumber asks for number and day of the document on screen, with the proposed ones filled in. A number that is taken already is kept
// only with a reason.
func (s *reportsScreen) setNumber(view desk.NumberView) {
	number, on := NewField(wording.Text("Number"), ""), NewDateField(wording.Text("Date of the document"), "")
	note := NewField(wording.Text("Reason, if another document has this number"), "")
	number.Required = true
	number.SetText(strconv.Itoa(view.Number))
	on.SetDate(view.On)
	note.SetText(view.Note)
	body := Column(12, TopRow(16, Stretch(number), Stretch(on)), note)
	ref := s.chosen
	ShowForm(s.program.window, wording.Text("Number of the document"), wording.Text("Enter in the register"), body, number, func(d *Dialog) bool {
		value, day, ok := numberAndDay(number, on)
		if !ok {
			d.Refit()
			return false
		}
		s.register(d, note, func(ctx context.Context) error {
			return s.program.desk.SetDocumentNumber(ctx, ref, value, day, note.Text())
		})
		return false
	})
}

// enterOutgoing asks for a document that was made elsewhere, with the next number of its type.
func (s *reportsScreen) enterOutgoing() {
	types := make([]string, len(app.DocumentTypes))
	for i, kind := range app.DocumentTypes {
		types[i] = string(kind) + " · " + documentTypeWords(kind)
	}
	number, on := NewField(wording.Text("Number"), ""), NewDateField(wording.Text("Date of the document"), "")
	subject, recipients := NewField(wording.Text("Subject"), ""), NewField(wording.Text("Recipients"), "")
	note := NewField(wording.Text("Reason, if another document has this number"), "")
	number.Required, subject.Required = true, true
	on.SetDate(s.program.desk.Today())
	chosen := len(types) - 1
	propose := func() {
		kind, day := app.DocumentTypes[chosen], s.program.desk.Today()
		Load(s.program.frame.Worker, "", func(ctx context.Context) (int, error) { return s.program.desk.NextNumber(ctx, kind, day) }, func(next int) {
			number.SetText(strconv.Itoa(next))
		})
	}
	kind := NewSelect(wording.Text("Type of document"), "", types, func(i int) {
		chosen = i
		propose()
	})
	kind.Choose(chosen)
	propose()
	body := Column(12, kind, TopRow(16, Stretch(number), Stretch(on)), subject, recipients, note)
	ShowForm(s.program.window, wording.Text("Enter an outgoing document"), wording.Text("Enter in the register"), body, subject, func(d *Dialog) bool {
		value, day, ok := numberAndDay(number, on)
		if !subject.Valid() || !ok {
			d.Refit()
			return false
		}
		line := app.OutgoingDocument{Type: app.DocumentTypes[chosen], Number: value, On: day, Subject: subject.Text(), Recipients: recipients.Text(), Note: note.Text()}
		s.register(d, note, func(ctx context.Context) error { return s.program.desk.SaveOutgoing(ctx, line) })
		return false
	})
}

// numberAndDay reads both fields; false leaves a message on the one that is wrong.
func numberAndDay(number *Field, on *DateField) (int, app.Date, bool) {
	value, err := strconv.Atoi(strings.TrimSpace(number.Text()))
	if err != nil || value < 1 || value > 9999 {
		number.SetError(app.NewError(app.CodeOutOfRange, "field", "documentNumber", "value", number.Text(), "min", 1, "max", 9999))
		return 0, "", false
	}
	day, err := on.Date()
	if err == nil && !day.IsFull() {
		err = app.NewError(app.CodeBadDate, "value", on.Text())
	}
	if err != nil {
		on.SetError(err)
		return 0, "", false
	}
	return value, day, true
}

// register writes a line of the register; a number that is taken asks for its reason in the open dialog.
func (s *reportsScreen) register(d *Dialog, note *Field, write func(context.Context) error) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.RegisterView, error) {
		if err := write(ctx); err != nil {
			return desk.RegisterView{}, err
		}
		return p.desk.DocumentRegister(ctx, s.month.Year())
	}, func(view desk.RegisterView, err error) {
		if err != nil {
			note.SetError(err)
			note.Focus()
			d.Refit()
			return
		}
		d.Close()
		s.Show(s.month)
		if len(view.Remarks) > 0 {
			p.frame.ShowNotice(MeaningWatch, registerRemarks(view.Remarks), nil)
		}
	})
}

// registerRemarks tells of gaps and duplicates in the register.
func registerRemarks(remarks []app.NumberRemark) string {
	var parts []string
	for _, r := range remarks {
		if len(r.Missing) > 0 {
			parts = append(parts, wording.Text("{type}: number {numbers} is missing", "type", documentTypeWords(r.Type), "numbers", numbersText(r.Missing)))
		}
		if len(r.Double) > 0 {
			parts = append(parts, wording.Text("{type}: number {numbers} is used twice", "type", documentTypeWords(r.Type), "numbers", numbersText(r.Double)))
		}
	}
	return wording.Text("Register of documents: {remarks}.", "remarks", strings.Join(parts, "; "))
}

// numbersText lists a few numbers: "03, 04, 05…".
func numbersText(numbers []int) string {
	const shown = 5
	var texts []string
	for i, n := range numbers {
		if i == shown {
			texts = append(texts, "…")
			break
		}
		texts = append(texts, fmt.Sprintf("%02d", n))
	}
	return strings.Join(texts, ", ")
}

// documentTypeWords names a type of Party document.
func documentTypeWords(kind app.DocumentType) string { return desk.DocumentTypeName(kind) }
