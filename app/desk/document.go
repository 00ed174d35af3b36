package desk

import (
	"context"
	"strconv"

	"sochibo/app"
	"sochibo/store"
)

// series names the run within which numbers of documents go on: the term's first day, or the year.
func series(settings app.Settings, day app.Date) string {
	if settings.Numbering == app.NumberByYear {
		return strconv.Itoa(day.Year())
	}
	return string(settings.TermFrom)
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
	run, last := series(settings, day), 0
	if run == string(settings.TermFrom) || run == strconv.Itoa(settings.StartMonth.Year()) {
		last = settings.UsedNumbers[string(kind)]
	}
	for _, doc := range documents {
		if doc.Type == kind && doc.Series == run && doc.Number > last {
			last = doc.Number
		}
	}
	return last + 1, nil
}

// numberDocuments gives minutes and resolution their numbers, if they have none, and enters them in the register.
func (d *Desk) numberDocuments(tx *store.Tx, meeting *app.Meeting) error {
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	for _, entry := range []struct {
		kind   app.DocumentType
		number *int
	}{{app.TypeMinutes, &meeting.MinutesNumber}, {app.TypeResolution, &meeting.ResolutionNo}} {
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

// register enters a document of a meeting, or renews its line; a number that another document has gives CodeDuplicate.
func (d *Desk) register(tx *store.Tx, settings app.Settings, meeting app.Meeting, kind app.DocumentType, number int) error {
	documents, err := tx.Documents()
	if err != nil {
		return err
	}
	line := app.OutgoingDocument{ID: d.newID(), Type: kind, Number: number, Series: series(settings, meeting.HeldOn), On: meeting.HeldOn, MeetingID: meeting.ID}
	for _, doc := range documents {
		if doc.Type != kind {
			continue
		}
		if doc.MeetingID == meeting.ID {
			line.ID = doc.ID
		} else if doc.Series == line.Series && doc.Number == number {
			return app.NewError(app.CodeDuplicate, "what", "document", "value", app.DocumentNumber(number, kind, settings.BodyCode))
		}
	}
	return tx.PutDocument(line)
}

// Documents returns the register of outgoing documents.
func (d *Desk) Documents(ctx context.Context) ([]app.OutgoingDocument, error) {
	var list []app.OutgoingDocument
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		list, err = tx.Documents()
		return err
	})
	return list, err
}
