package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// NumberView is the number of a document as screens show it.
type NumberView struct {
	Type       app.DocumentType
	Symbol     string // "17-BB/CB"
	Number     int
	On         app.Date // the day under which it is registered
	Registered bool     // entered in the register; otherwise the number is proposed
	Fixed      bool     // of locked minutes: changed by a correction only
	Note       string
}

// lineOf returns the register's line of a document of the program; nil if it has none.
func lineOf(lines []app.OutgoingDocument, ref app.ReportRef) *app.OutgoingDocument {
	for i := range lines {
		line := &lines[i]
		if line.Report != ref.Kind {
			continue
		}
		switch ref.Kind.Scope() {
		case app.OfMeeting:
			if line.MeetingID == ref.MeetingID && ref.MeetingID != "" {
				return line
			}
		case app.OfMonth:
			if line.Month == ref.Month {
				return line
			}
		default:
			if line.Month != "" && line.Month.Year() == ref.Month.Year() {
				return line
			}
		}
	}
	return nil
}

// issued returns number and day of a document that is numbered when it is issued: those of its line in the register, else the number
// that it would get on the day given.
func issued(s source, on app.Date) (int, app.Date, error) {
	lines, err := s.tx.Documents()
	if err != nil {
		return 0, on, err
	}
	ref := s.ref
	if s.meeting != nil {
		ref.MeetingID = s.meeting.ID
	}
	if line := lineOf(lines, ref); line != nil {
		return line.Number, line.On, nil
	}
	next, err := nextNumber(s.tx, s.facts.settings, ref.Kind.DocumentType(), on)
	return next, on, err
}

// DocumentNumber returns the number of a document, registered or proposed. Errors: those of Report; CodeNotIssued for a document without number.
func (d *Desk) DocumentNumber(ctx context.Context, ref app.ReportRef) (NumberView, error) {
	var view NumberView
	err := d.view(ctx, func(tx *store.Tx) error {
		s, err := d.source(tx, ref)
		if err != nil {
			return err
		}
		view, err = d.numberView(s)
		return err
	})
	return view, err
}

func (d *Desk) numberView(s source) (NumberView, error) {
	kind := s.ref.Kind.DocumentType()
	if kind == "" {
		return NumberView{}, app.NewError(CodeNotIssued, "kind", string(s.ref.Kind))
	}
	view := NumberView{Type: kind, On: paperDay(s.facts)}
	lines, err := s.tx.Documents()
	if err != nil {
		return view, err
	}
	ref := s.ref
	if s.meeting != nil {
		ref.MeetingID, view.On = s.meeting.ID, s.meeting.HeldOn
		if number := numberField(s.meeting, kind); number != nil {
			view.Number, view.Fixed = *number, s.meeting.IsLocked()
		} else if s.meeting.Preparation.NoticeOn.IsFull() {
			view.On = s.meeting.Preparation.NoticeOn
		}
	}
	if line := lineOf(lines, ref); line != nil {
		view.Number, view.On, view.Registered, view.Note = line.Number, line.On, true, line.Note
	}
	if view.Number == 0 {
		if view.Number, err = nextNumber(s.tx, s.facts.settings, kind, view.On); err != nil {
			return view, err
		}
	}
	view.Symbol = app.DocumentNumber(view.Number, kind, s.facts.settings.BodyCode)
	return view, nil
}

// numberField returns where a meeting keeps the number of one of its papers; nil for papers whose number only the register keeps.
func numberField(meeting *app.Meeting, kind app.DocumentType) *int {
	for _, entry := range numbersOf(meeting) {
		if entry.kind == kind {
			return entry.number
		}
	}
	return nil
}

// SetDocumentNumber enters a document of the program in the register under a number and a day, or moves it. A number that another document
// of its run has is kept only with a note that says why; without one it gives CodeDuplicate. Other errors: those of DocumentNumber and of
// app.OutgoingDocument.Validate, CodeLocked for a paper of locked minutes.
func (d *Desk) SetDocumentNumber(ctx context.Context, ref app.ReportRef, number int, on app.Date, note string) error {
	note = app.Clean(note)
	return d.update(ctx, "number document", func(tx *store.Tx) error {
		s, err := d.source(tx, ref)
		if err != nil {
			return err
		}
		view, err := d.numberView(s)
		if err != nil {
			return err
		}
		if view.Fixed {
			return app.NewError(app.CodeLocked)
		}
		doc, err := d.document(s)
		if err != nil {
			return err
		}
		line := app.OutgoingDocument{Type: view.Type, Number: number, On: on, Report: ref.Kind, Note: note, Subject: subjectOf(doc), Recipients: recipientsOf(doc)}
		if s.meeting == nil {
			line.Month = ref.Month
			return d.enter(tx, s.facts.settings, line, lineOfRef(ref, ""))
		}
		line.MeetingID = s.meeting.ID
		if field := numberField(s.meeting, view.Type); field != nil {
			line.On = s.meeting.HeldOn
			*field = number
			if err := tx.PutMeeting(*s.meeting); err != nil {
				return err
			}
		}
		return d.enter(tx, s.facts.settings, line, lineOfRef(ref, s.meeting.ID))
	})
}

// lineOfRef returns what finds the line that a document has already.
func lineOfRef(ref app.ReportRef, meetingID string) func([]app.OutgoingDocument) *app.OutgoingDocument {
	ref.MeetingID = meetingID
	return func(lines []app.OutgoingDocument) *app.OutgoingDocument { return lineOf(lines, ref) }
}

// SaveOutgoing enters a document that was made elsewhere in the register, or changes its line when it has an id. Errors: those of
// SetDocumentNumber; app.CodeRequired without a subject.
func (d *Desk) SaveOutgoing(ctx context.Context, line app.OutgoingDocument) error {
	line.Subject, line.Recipients, line.Note = app.Clean(line.Subject), app.Clean(line.Recipients), app.Clean(line.Note)
	line.Report, line.MeetingID, line.Month = "", "", ""
	if line.Subject == "" {
		return app.NewError(app.CodeRequired, "field", "subject")
	}
	return d.update(ctx, "register document", func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		return d.enter(tx, settings, line, func(lines []app.OutgoingDocument) *app.OutgoingDocument {
			for i := range lines {
				if lines[i].ID == line.ID && lines[i].Report == "" {
					return &lines[i]
				}
			}
			return nil
		})
	})
}

// enter writes a line of the register in the place of the one that own finds, or as a new one.
func (d *Desk) enter(tx *store.Tx, settings app.Settings, line app.OutgoingDocument, own func([]app.OutgoingDocument) *app.OutgoingDocument) error {
	if err := line.Validate(); err != nil {
		return err
	}
	lines, err := tx.Documents()
	if err != nil {
		return err
	}
	line.Series = seriesOn(settings, lines, line.On)
	line.ID = ""
	if before := own(lines); before != nil {
		line.ID = before.ID
	}
	for _, other := range lines {
		if other.ID != line.ID && other.Type == line.Type && other.Series == line.Series && other.Number == line.Number && line.Note == "" {
			return app.NewError(app.CodeDuplicate, "what", "document", "value", app.DocumentNumber(line.Number, line.Type, settings.BodyCode))
		}
	}
	if line.ID == "" {
		line.ID = d.newID()
	}
	return tx.PutDocument(line)
}

// subjectOf returns the subject of a document as the register has it.
func subjectOf(doc report.Document) string {
	for _, block := range doc.Blocks {
		if title, ok := block.(report.Title); ok {
			return title.Subject
		}
	}
	return ""
}

func recipientsOf(doc report.Document) string {
	text := ""
	for _, block := range doc.Blocks {
		if signatures, ok := block.(report.Signatures); ok {
			for i, name := range signatures.Recipients {
				if i > 0 {
					text += "; "
				}
				text += name
			}
		}
	}
	return text
}

// RegisterView is the register of outgoing documents of a year with what a person should look at.
type RegisterView struct {
	Lines   []app.OutgoingDocument
	Remarks []app.NumberRemark
}

// DocumentRegister returns the register of a year and the gaps and duplicates of all runs.
func (d *Desk) DocumentRegister(ctx context.Context, year int) (RegisterView, error) {
	var view RegisterView
	err := d.view(ctx, func(tx *store.Tx) error {
		lines, err := tx.Documents()
		if err != nil {
			return err
		}
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		view.Remarks = remarksOf(settings, lines)
		for _, line := range lines {
			if line.On.Year() == year {
				view.Lines = append(view.Lines, line)
			}
		}
		return nil
	})
	return view, err
}

func remarksOf(settings app.Settings, lines []app.OutgoingDocument) []app.NumberRemark {
	return app.NumberRemarks(lines, func(kind app.DocumentType, series string) int { return usedBefore(settings, kind, series) })
}

// DocumentTypeName returns the name of a type of documents, always in Vietnamese: "Nghị quyết".
func DocumentTypeName(kind app.DocumentType) string { return report.DocumentName(kind) }
