package desk

import (
	"context"
	"strconv"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// seriesOn names the run within which numbers of documents go on: the year, or the first day of the term. Of earlier terms the book knows
// those that its register has documents of; a day before all of them belongs to the present one.
func seriesOn(settings app.Settings, documents []app.OutgoingDocument, day app.Date) string {
	if settings.Numbering == app.NumberByYear {
		return strconv.Itoa(day.Year())
	}
	if day >= settings.TermFrom {
		return string(settings.TermFrom)
	}
	term := ""
	for _, doc := range documents {
		if app.Date(doc.Series).IsFull() && app.Date(doc.Series) <= day && doc.Series > term {
			term = doc.Series
		}
	}
	if term == "" {
		return string(settings.TermFrom)
	}
	return term
}

// usedBefore returns the last number of a type that was used before the book began; it counts only in the run in which the book began.
func usedBefore(settings app.Settings, kind app.DocumentType, run string) int {
	began := run == strconv.Itoa(settings.StartMonth.Year())
	if settings.Numbering != app.NumberByYear {
		began = app.Date(run) <= settings.StartMonth.Last()
	}
	if !began {
		return 0
	}
	return settings.UsedNumbers[string(kind)]
}

// NextNumber proposes the next number of a document type on a day.
func (d *Desk) NextNumber(ctx context.Context, kind app.DocumentType, day app.Date) (int, error) {
	var next int
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		next, err = nextNumber(tx, settings, kind, day)
		return err
	})
	return next, err
}

func nextNumber(tx reader, settings app.Settings, kind app.DocumentType, day app.Date) (int, error) {
	documents, err := tx.Documents()
	if err != nil {
		return 0, err
	}
	run := seriesOn(settings, documents, day)
	last := usedBefore(settings, kind, run)
	for _, doc := range documents {
		if doc.Type == kind && doc.Series == run && doc.Number > last {
			last = doc.Number
		}
	}
	return last + 1, nil
}

// meetingNumber is a number that a meeting's paper has, and where the meeting keeps it.
type meetingNumber struct {
	kind   app.DocumentType
	number *int
}

// numbersOf lists the numbered papers that a meeting of its kind issues.
func numbersOf(meeting *app.Meeting) []meetingNumber {
	numbers := []meetingNumber{{app.TypeMinutes, &meeting.MinutesNumber}}
	if meeting.PassesResolution() {
		numbers = append(numbers, meetingNumber{app.TypeResolution, &meeting.ResolutionNo})
	}
	if meeting.Kind.HasConclusion() {
		numbers = append(numbers, meetingNumber{app.TypeConclusion, &meeting.ConclusionNo})
	}
	return numbers
}

// numberDocuments gives a meeting's papers their numbers, if they have none, and enters them in the register.
func (d *Desk) numberDocuments(tx *store.Tx, meeting *app.Meeting) error {
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	for _, entry := range numbersOf(meeting) {
		if *entry.number == 0 {
			if *entry.number, err = nextNumber(tx, settings, entry.kind, meeting.HeldOn); err != nil {
				return err
			}
		}
		if err := d.register(tx, settings, *meeting, entry.kind, *entry.number); err != nil {
			return err
		}
	}
	return nil
}

// register enters a paper of a meeting, or renews its line. A number that another document has gives CodeDuplicate, unless a person kept it
// by hand with a note.
func (d *Desk) register(tx *store.Tx, settings app.Settings, meeting app.Meeting, kind app.DocumentType, number int) error {
	documents, err := tx.Documents()
	if err != nil {
		return err
	}
	ref := app.ReportRef{Kind: reportOfType[kind], Month: meeting.Month, MeetingID: meeting.ID}
	doc, err := registeredPaper(settings, meeting, ref.Kind)
	if err != nil {
		return err
	}
	line := app.OutgoingDocument{Type: kind, Number: number, On: meeting.HeldOn, MeetingID: meeting.ID, Report: ref.Kind, Subject: subjectOf(doc), Recipients: recipientsOf(doc)}
	if before := lineOf(documents, ref); before != nil && before.Number == number {
		line.Note = before.Note
	}
	return d.enter(tx, settings, line, lineOfRef(ref, meeting.ID))
}

// reportOfType says which paper of a meeting is numbered under a type.
var reportOfType = map[app.DocumentType]app.ReportKind{app.TypeMinutes: app.ReportMinutes, app.TypeResolution: app.ReportResolution, app.TypeConclusion: app.ReportConclusion}

// registeredPaper makes a paper of a meeting only to see its subject and who gets it.
func registeredPaper(settings app.Settings, meeting app.Meeting, kind app.ReportKind) (report.Document, error) {
	profile, err := report.PartyProfile()
	if err != nil {
		return report.Document{}, err
	}
	paper := report.MeetingPaper{Settings: settings, Meeting: meeting}
	switch kind {
	case app.ReportResolution:
		return report.Resolution(paper, profile), nil
	case app.ReportConclusion:
		return report.Conclusion(paper, profile), nil
	}
	return report.Minutes(paper, profile), nil
}
