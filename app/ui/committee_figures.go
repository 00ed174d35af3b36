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

// figuresStrip offers to enter what cells without the program reported on paper.
func (s *matrixScreen) figuresStrip() fyne.CanvasObject {
	words := Paragraph(Span{Text: wording.Text("{count} cells without the program have no figures for the month yet. Tap one in the table, or fill in an Excel table.", "count", s.matrix.Counts.ToEnter)})
	return NewStrip(Row(12, newIcon(IconEdit, ToneSlate, 20), Stretch(words), NewSmall(wording.Text("Excel form…"), IconDownload, s.exportFigures),
		NewSmall(wording.Text("From Excel…"), IconUpload, s.importFigures)))
}

func (s *matrixScreen) exportFigures() {
	p, month := s.program, s.program.frame.Month()
	p.pickSave(wording.Text("Where to save the form"), "So-lieu-"+string(month)+".xlsx", func(path string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.ExportFigureTable(ctx, month, path)
		}, func(_ struct{}, err error) { p.saved(path, err) })
	})
}

// importFigures reads a filled-in table, shows what is wrong with it, and writes the rest.
func (s *matrixScreen) importFigures() {
	p, month := s.program, s.program.frame.Month()
	p.pickFile(wording.Text("Table of figures"), []string{".xlsx", ".xls", ".ods", ".csv"}, func(path string) {
		Do(p.frame.Worker, wording.Text("Reading"), func(ctx context.Context) ([]app.FigureRow, error) { return p.desk.PreviewFigures(ctx, path, month) }, func(rows []app.FigureRow, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			s.previewFigures(rows, month)
		})
	})
}

// previewFigures lists the rows, those with a fault first, and asks before anything is written.
func (s *matrixScreen) previewFigures(rows []app.FigureRow, month app.Month) {
	p, fresh := s.program, 0
	var faulty, good []fyne.CanvasObject
	for _, row := range rows {
		line, meaning := figureLine(row)
		object := Inset(8, 0, 8, 0, TopRow(12, newIcon(meaning.Icon(), meaning.Tone(), 20), Stretch(line)))
		if len(row.Faults) > 0 {
			faulty = append(faulty, object)
		} else {
			good = append(good, object)
		}
		if row.State == app.ImportNew || row.State == app.ImportChanged {
			fresh++
		}
	}
	list := Rows(append(faulty, good...)...)
	title := wording.Text("{count} rows for month {month}, {faults} with errors", "count", len(rows), "month", month.String(), "faults", len(faulty))
	if fresh == 0 {
		d := newDialog(title, list, wording.Text("Close"), nil)
		d.main, d.width = d.back, 820
		d.show(p.window)
		return
	}
	ShowForm(p.window, title, wording.Text("Write {count} rows", "count", fresh), list, nil, func(d *Dialog) bool {
		Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (int, error) { return p.desk.WriteFigures(ctx, rows, month) }, func(count int, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			p.frame.ShowNotice(MeaningDone, wording.Text("Figures of {count} cells written", "count", count), nil)
			p.frame.Reload()
		})
		return false
	}).Wide(820)
}

func figureLine(row app.FigureRow) (fyne.CanvasObject, Meaning) {
	name := wording.Text("Row {row}", "row", row.Row) + ": " + strings.TrimSpace(row.Code+" "+row.Name)
	var faults []string
	for _, f := range row.Faults {
		faults = append(faults, wording.Sentence(f.Err()))
	}
	words, meaning := wording.Text("{members} members, meeting {minutes} minutes", "members", row.Summary.Members, "minutes", row.Summary.MeetingMinutes), MeaningDone
	switch {
	case len(faults) > 0:
		words, meaning = strings.Join(faults, " "), MeaningError
	case row.State == app.ImportUnchanged:
		words, meaning = wording.Text("as before"), MeaningNot
	case row.State == app.ImportChanged:
		meaning = MeaningChanged
	}
	return Column(2, Bold(name), Paragraph(Span{Text: words, Size: SizeSmall, Tone: meaning.Tone()})), meaning
}

// codeFigureTyped: no whole number was typed; Values: value.
const codeFigureTyped app.Code = "figure_typed"

// figureFields are the fields of the form: what is asked and where it goes.
type figureFields struct {
	fields []*Field
	take   []func(*app.PacketSummary, string) error
}

func (f *figureFields) number(label string, value int, take func(*app.PacketSummary, int)) fyne.CanvasObject {
	field := NewField(label, "")
	if value > 0 {
		field.SetText(strconv.Itoa(value))
	}
	return f.add(field, func(s *app.PacketSummary, text string) error {
		if text == "" {
			return nil
		}
		number, err := strconv.Atoi(text)
		if err != nil {
			return app.NewError(codeFigureTyped, "value", text)
		}
		take(s, number)
		return nil
	})
}

func (f *figureFields) text(label, value string, take func(*app.PacketSummary, string)) fyne.CanvasObject {
	field := NewField(label, "")
	field.SetText(value)
	return f.add(field, func(s *app.PacketSummary, text string) error {
		take(s, text)
		return nil
	})
}

func (f *figureFields) add(field *Field, take func(*app.PacketSummary, string) error) fyne.CanvasObject {
	f.fields, f.take = append(f.fields, field), append(f.take, take)
	return field
}

// read takes the fields into figures; a field that cannot be read shows why.
func (f *figureFields) read() (app.PacketSummary, bool) {
	var s app.PacketSummary
	for i, field := range f.fields {
		if err := f.take[i](&s, strings.TrimSpace(field.Text())); err != nil {
			field.SetError(err)
			field.Focus()
			return s, false
		}
	}
	return s, true
}

// enterFigures asks for a month's figures of a cell without the program.
func (s *matrixScreen) enterFigures(cell app.CellEntry, at desk.MatrixCell) {
	p := s.program
	Load(p.frame.Worker, "", func(ctx context.Context) (app.PacketSummary, error) {
		if at.PacketID == "" {
			return app.PacketSummary{SecretaryName: cell.SecretaryName}, nil
		}
		view, err := p.desk.Packet(ctx, at.PacketID)
		return view.Packet.Summary, err
	}, func(known app.PacketSummary) { s.figureForm(cell, at.Month, known) })
}

func (s *matrixScreen) figureForm(cell app.CellEntry, month app.Month, k app.PacketSummary) {
	var f figureFields
	third := func(objects ...fyne.CanvasObject) fyne.CanvasObject {
		var items []GridItem
		for _, o := range objects {
			items = append(items, GridItem{Share: 1, Least: 150, Object: o})
		}
		return Grid(items...)
	}
	body := Column(10,
		third(f.number(wording.Text("Members"), k.Members, func(s *app.PacketSummary, n int) { s.Members = n }),
			f.number(wording.Text("Of these probationary"), k.Probationary, func(s *app.PacketSummary, n int) { s.Probationary = n }),
			f.number(wording.Text("Exempt"), k.Exempt, func(s *app.PacketSummary, n int) { s.Exempt = n })),
		third(f.number(wording.Text("Joined in the month"), k.Joined, func(s *app.PacketSummary, n int) { s.Joined = n }),
			f.number(wording.Text("Left in the month"), k.Left, func(s *app.PacketSummary, n int) { s.Left = n }),
			f.number(wording.Text("Length of the meeting, minutes"), k.MeetingMinutes, func(s *app.PacketSummary, n int) { s.MeetingMinutes = n })),
		third(f.number(wording.Text("Present"), k.Attendance.Part, func(s *app.PacketSummary, n int) { s.Attendance.Part = n }),
			f.number(wording.Text("Must attend"), k.Attendance.Whole, func(s *app.PacketSummary, n int) { s.Attendance.Whole = n }),
			f.text(wording.Text("Meeting score"), k.MeetingScore, func(s *app.PacketSummary, text string) { s.MeetingScore = text })),
		third(f.number(wording.Text("Reach the handbook points"), k.AtThreshold.Part, func(s *app.PacketSummary, n int) { s.AtThreshold.Part = n }),
			f.number(wording.Text("Counted for points"), k.AtThreshold.Whole, func(s *app.PacketSummary, n int) { s.AtThreshold.Whole = n }),
			f.text(wording.Text("Criteria score"), k.CriteriaScore, func(s *app.PacketSummary, text string) { s.CriteriaScore = text })),
		third(f.number(wording.Text("Tasks done"), k.TasksDone.Part, func(s *app.PacketSummary, n int) { s.TasksDone.Part = n }),
			f.number(wording.Text("Tasks due"), k.TasksDone.Whole, func(s *app.PacketSummary, n int) { s.TasksDone.Whole = n }),
			f.text(wording.Text("Secretary"), k.SecretaryName, func(s *app.PacketSummary, text string) { s.SecretaryName = text })))
	p := s.program
	ShowForm(p.window, wording.Text("{cell}, month {month}, by hand", "cell", cell.Name, "month", month.String()), wording.Text("Save"), body, f.fields[0], func(d *Dialog) bool {
		figures, ok := f.read()
		if !ok {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.EnterFigures(ctx, cell.ID, month, figures)
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			p.frame.Reload()
		})
		return false
	}).Wide(720)
}
