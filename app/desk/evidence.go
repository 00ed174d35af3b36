package desk

import (
	"context"
	"slices"
	"sort"

	"sochibo/app"
	"sochibo/store"
)

// Evidence is one thing that proves a mark: an attached file, a meeting or a document of the book.
type Evidence struct {
	Kind app.EvidenceKind
	ID   string
	Name string // of a file; of a meeting and a document as EvidenceChoices names it
	Size int64  // of a file, bytes
}

// evidenceOf gathers the files attached to the criteria of a sheet and the references of its marks.
func evidenceOf(tx reader, key SheetKey, marks []app.Mark) (map[string][]Evidence, error) {
	all := make(map[string][]Evidence)
	attached, err := tx.AllAttachments()
	if err != nil {
		return nil, err
	}
	for _, a := range attached {
		of, criterion, err := criterionOf(a.Owner)
		if err == nil && of == key {
			all[criterion] = append(all[criterion], Evidence{Kind: app.EvidenceFile, ID: a.FileID, Name: a.Name, Size: a.Size})
		}
	}
	for _, m := range marks {
		for _, entry := range m.EvidenceIDs {
			kind, id := app.ParseEvidence(entry)
			if kind == app.EvidenceFile {
				continue // the attachments say which files there are
			}
			name, err := referenceName(tx, kind, id)
			if err != nil {
				return nil, err
			}
			all[m.ID] = append(all[m.ID], Evidence{Kind: kind, ID: id, Name: name})
		}
	}
	return all, nil
}

// withEvidence tells the scoring which criteria have evidence.
func withEvidence(marks []app.Mark, evidence map[string][]Evidence) []app.Mark {
	scored := slices.Clone(marks)
	for id, list := range evidence {
		i := slices.IndexFunc(scored, func(m app.Mark) bool { return m.ID == id })
		if i < 0 {
			scored = append(scored, app.Mark{ID: id})
			i = len(scored) - 1
		}
		scored[i].EvidenceIDs = nil
		for _, one := range list {
			scored[i].EvidenceIDs = append(scored[i].EvidenceIDs, one.ID)
		}
	}
	return scored
}

func referenceName(tx reader, kind app.EvidenceKind, id string) (string, error) {
	if kind == app.EvidenceMeeting {
		meetings, err := tx.Meetings()
		for _, m := range meetings {
			if m.ID == id {
				return meetingName(m), nil
			}
		}
		return "", err
	}
	documents, err := tx.Documents()
	if err != nil {
		return "", err
	}
	settings, err := tx.Settings()
	for _, doc := range documents {
		if doc.ID == id {
			return documentName(doc, settings), nil
		}
	}
	return "", err
}

// meetingName is "Sinh hoạt 20/11/2026"; a thematic meeting has its title.
func meetingName(m app.Meeting) string {
	if m.Kind == app.ThematicMeeting && m.ThematicTitle != "" {
		return m.ThematicTitle + ", " + m.HeldOn.String()
	}
	return "Sinh hoạt " + m.HeldOn.String()
}

// documentName is "05-NQ/CB, 20/11/2026".
func documentName(d app.OutgoingDocument, settings app.Settings) string {
	return app.DocumentNumber(d.Number, d.Type, settings.BodyCode) + ", " + d.On.String()
}

// EvidenceChoices returns the meetings and documents of a period that a mark can refer to, newest first.
func (d *Desk) EvidenceChoices(ctx context.Context, key SheetKey) ([]Evidence, error) {
	var list []Evidence
	err := d.view(ctx, func(tx *store.Tx) error {
		span, err := spanOf(tx, key)
		if err != nil {
			return err
		}
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		meetings, err := tx.Meetings()
		if err != nil {
			return err
		}
		sort.SliceStable(meetings, func(i, j int) bool { return meetings[i].HeldOn > meetings[j].HeldOn })
		for _, m := range meetings {
			if span.Holds(m.HeldOn) {
				list = append(list, Evidence{Kind: app.EvidenceMeeting, ID: m.ID, Name: meetingName(m)})
			}
		}
		documents, err := tx.Documents()
		if err != nil {
			return err
		}
		sort.SliceStable(documents, func(i, j int) bool { return documents[i].On > documents[j].On })
		for _, doc := range documents {
			if span.Holds(doc.On) {
				list = append(list, Evidence{Kind: app.EvidenceDocument, ID: doc.ID, Name: documentName(doc, settings)})
			}
		}
		return nil
	})
	return list, err
}

// spanOf is the period of a sheet; that of a meeting is its month.
func spanOf(tx *store.Tx, key SheetKey) (app.Period, error) {
	if period := app.SheetPeriod(key.Subject); period.Validate() == nil {
		return period.Span(), nil
	}
	meeting, err := tx.Meeting(key.Subject)
	return app.Period{From: meeting.Month, To: meeting.Month}, err
}

// checkReferences returns CodeNotFound if a mark refers to a meeting or document that the book does not have.
func checkReferences(tx *store.Tx, mark app.Mark) error {
	for _, entry := range mark.EvidenceIDs {
		var err error
		switch kind, id := app.ParseEvidence(entry); kind {
		case app.EvidenceMeeting:
			_, err = tx.Meeting(id)
		case app.EvidenceDocument:
			_, err = tx.Document(id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Refer adds a meeting or document of the book to what proves a criterion, or with take set takes it off. Errors: those of SetMark,
// CodeNotFound.
func (d *Desk) Refer(ctx context.Context, key SheetKey, criterionID string, evidence Evidence, take bool) (SheetView, error) {
	var mark app.Mark
	err := d.view(ctx, func(tx *store.Tx) error {
		sheet, err := tx.Sheet(key.Framework, key.Version, key.Subject)
		mark = app.Mark{ID: criterionID}
		for _, m := range sheet.Marks {
			if m.ID == criterionID {
				mark = m
			}
		}
		return err
	})
	if err != nil {
		return SheetView{}, err
	}
	entry := app.EvidenceRef(evidence.Kind, evidence.ID)
	mark.EvidenceIDs = slices.DeleteFunc(slices.Clone(mark.EvidenceIDs), func(e string) bool { return e == entry })
	if !take {
		mark.EvidenceIDs = append(mark.EvidenceIDs, entry)
	}
	return d.SetMark(ctx, key, mark)
}
