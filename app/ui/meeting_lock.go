package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// lock asks whether the minutes were read back and how many agreed, and then locks them.
func (m *minutesStep) lock() {
	s := m.screen
	there := s.draft.roll().Present
	note := NewArea(wording.Text("What was objected or added, if anything"), "", 2)
	note.SetText(s.draft.meeting.ReadBack.Note)
	agreed := NewField(wording.Text("Agreed, of {count} present", "count", there), "")
	agreed.SetText(strconv.Itoa(there))
	agreed.Check = func(text string) error {
		n, err := parseCount(text)
		if err == nil && n > there {
			err = app.NewError(app.CodeOutOfRange, "field", "readBackAgreed", "value", n, "min", 0, "max", there)
		}
		return err
	}
	var dialog *Dialog
	read := NewCheck(wording.Text("The recorder read the minutes to the meeting"), func(on bool) {
		if on {
			dialog.Main().Enable()
		} else {
			dialog.Main().Disable()
		}
	})
	text := Paragraph(Span{Text: wording.Text("The papers get their numbers. Afterwards changes are possible only as a correction with a reason."), Tone: ToneSecond})
	dialog = ShowForm(s.program.window, wording.Text("Lock the minutes?"), wording.Text("Lock the minutes"), Column(12, read, agreed, note, text), nil, func(d *Dialog) bool {
		if !agreed.Valid() {
			d.Refit()
			return false
		}
		n, _ := parseCount(agreed.Text())
		s.draft.meeting.ReadBack = app.ReadBack{Done: true, Agreed: n, Note: note.Text()}
		s.draft.touch()
		m.lockRead()
		return true
	}).Wide(560)
	dialog.Main().Disable()
	giveFocus(read)
}

// lockRead saves and locks; if the lock fails, the minutes are as if not read.
func (m *minutesStep) lockRead() {
	s := m.screen
	s.save(func(err error) {
		if err == nil {
			m.run(func(ctx context.Context, book *desk.Desk, id string) error { return book.LockMeeting(ctx, id) })
		}
	})
}

// readBackWords says that the minutes were read back; "" on minutes locked before this was recorded.
func readBackWords(r app.ReadBack, present int) string {
	if !r.Done {
		return ""
	}
	return wording.Text("Read back to the meeting; {agreed} of {present} agreed.", "agreed", r.Agreed, "present", present)
}

// signedCard holds the scans of the signed paper: attached, opened, taken off.
func (m *minutesStep) signedCard() fyne.CanvasObject {
	s := m.screen
	var rows []fyne.CanvasObject
	for _, file := range s.draft.view.Signed {
		rows = append(rows, m.signedRow(file))
	}
	if len(rows) == 0 {
		rows = append(rows, Paragraph(Span{Text: wording.Text("Photograph or scan the signed paper and keep it here: pictures or PDF, at most 10 MB each."), Tone: ToneSecond}))
	}
	attach := NewSmall(wording.Text("Attach…"), IconAttach, m.attach)
	return NewCard(wording.Text("The signed paper"), attach, Column(6, rows...))
}

func (m *minutesStep) signedRow(file app.Attachment) fyne.CanvasObject {
	s := m.screen
	sub := wording.Text("{size}, attached {time}", "size", wording.Size(file.Size), "time", wording.Moment(file.AddedAt))
	if file.Note != "" {
		sub = wording.Text("{note}; {rest}", "note", file.Note, "rest", sub)
	}
	line := NewLine(IconReports, ToneSlate, file.Name, sub, func() { m.openSigned(file) })
	if s.draft.view.Frozen {
		return line
	}
	return Row(4, Stretch(line), NewIconButton(IconDelete, wording.Text("Remove the file"), func() {
		Ask(s.program.window, Question{Title: wording.Text("Take off {name}?", "name", file.Name), Text: wording.Text("The file is removed from the book. The paper itself is not touched."),
			Verb: wording.Text("Remove the file"), Danger: true, Do: func() {
				m.run(func(ctx context.Context, book *desk.Desk, _ string) error { return book.Detach(ctx, file.FileID) })
			}})
	}))
}

// openSigned shows a file with the system's viewer.
func (m *minutesStep) openSigned(file app.Attachment) {
	s := m.screen
	book := s.program.desk
	Load(s.program.frame.Worker, wording.Text("Opening"), func(ctx context.Context) (string, error) { return book.ShowAttached(ctx, file.FileID) }, s.program.openFile)
}

// attach asks for a file and attaches it to the locked minutes, with the version it belongs to.
func (m *minutesStep) attach() {
	s := m.screen
	version := s.draft.meeting.Version
	s.program.pickFile(wording.Text("Attach the signed paper"), []string{".pdf", ".jpg", ".jpeg", ".png", ".heic", ".webp", ".tif", ".tiff"}, func(path string) {
		m.run(func(ctx context.Context, book *desk.Desk, id string) error {
			_, err := book.Attach(ctx, desk.MeetingOwner(id), path, wording.Text("Version {version}", "version", version))
			return err
		})
	})
}

// afterCard records what is done after the meeting: the upload and the word to the superior; both days count for the score.
func (m *minutesStep) afterCard() fyne.CanvasObject {
	s := m.screen
	p := s.draft.meeting.Preparation
	rows := []fyne.CanvasObject{
		m.afterRow(wording.Text("Final papers uploaded on"), p.FinalPapersOn, func(ctx context.Context, book *desk.Desk, id string, day app.Date) error {
			return book.RecordUpload(ctx, id, day, "")
		}),
		m.afterRow(wording.Text("Superior told on"), p.SuperiorToldOn, func(ctx context.Context, book *desk.Desk, id string, day app.Date) error {
			return book.RecordUpload(ctx, id, "", day)
		})}
	if days, found := s.draft.settings.RuleOn(app.RuleFinalDays, s.draft.meeting.HeldOn); found {
		rows = append(rows, Second(wording.Text("Within {count} days after the meeting", "count", days)))
	}
	return NewCard(wording.Text("After the meeting"), nil, Column(8, rows...))
}

func (m *minutesStep) afterRow(text string, day app.Date, record func(context.Context, *desk.Desk, string, app.Date) error) fyne.CanvasObject {
	s := m.screen
	field := lowDate("dd/mm/yyyy")
	field.SetDate(day)
	field.LatestYear = s.month.Year() + 1
	field.OnDate = func(typed app.Date) {
		if typed != "" && typed != day {
			m.run(func(ctx context.Context, book *desk.Desk, id string) error { return record(ctx, book, id, typed) })
		}
	}
	if s.draft.view.Frozen {
		field.Disable()
	}
	return Row(8, Stretch(Paragraph(Span{Text: text})), Limited(grown(150), field))
}
