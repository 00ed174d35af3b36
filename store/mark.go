package store

import (
	"fmt"
	"reflect"

	"sochibo/app"
)

// Sheet returns the marks of one sheet: a framework in a version, and its subject. A sheet that nobody touched has none.
func (tx *Tx) Sheet(framework string, version int, subject string) (app.MarkedSheet, error) {
	list, err := tx.sheets("WHERE framework = ? AND version = ? AND subject = ?", framework, version, subject)
	if err != nil || len(list) == 0 {
		return app.MarkedSheet{Framework: framework, Version: version, Subject: subject}, err
	}
	return list[0], nil
}

// Sheets returns all scored sheets by framework, version and subject.
func (tx *Tx) Sheets() ([]app.MarkedSheet, error) { return tx.sheets("") }

type sheetMark struct {
	key sheetKey
	no  int
	app.Mark
}

type sheetKey struct {
	framework string
	version   int
	subject   string
}

func (tx *Tx) sheets(where string, args ...any) ([]app.MarkedSheet, error) {
	sheets, err := all(tx, "sheet", sheetColumns, where+" ORDER BY framework, version, subject", args...)
	if err != nil {
		return nil, err
	}
	marks, err := all(tx, "mark", func(m *sheetMark) []column { return markColumns(&m.key, &m.no, &m.Mark) },
		where+" ORDER BY framework, version, subject, no", args...)
	if err != nil {
		return nil, err
	}
	bySheet := make(map[sheetKey][]app.Mark)
	for _, m := range marks {
		bySheet[m.key] = append(bySheet[m.key], m.Mark)
	}
	for i, s := range sheets {
		sheets[i].Marks = bySheet[sheetKey{s.Framework, s.Version, s.Subject}]
	}
	return sheets, nil
}

// PutSheet replaces a sheet. Only marks that differ are written: history says for each mark what it was.
func (tx *Tx) PutSheet(s app.MarkedSheet) error {
	before, err := tx.Sheet(s.Framework, s.Version, s.Subject)
	if err != nil {
		return err
	}
	id := fmt.Sprintf("%s/%d/%s", s.Framework, s.Version, s.Subject)
	return tx.recordUndoable(entitySheet, id, marksByID(before), marksByID(s), func(tx *Tx) error { return tx.PutSheet(before) }, func() error {
		if err := tx.put("sheet", 3, sheetColumns(&s)); err != nil {
			return err
		}
		return tx.putMarks(before.Marks, s)
	})
}

func (tx *Tx) putMarks(before []app.Mark, s app.MarkedSheet) error {
	key := sheetKey{s.Framework, s.Version, s.Subject}
	old := make(map[string]app.Mark, len(before))
	place := make(map[string]int, len(before))
	for no, m := range before {
		old[m.ID], place[m.ID] = m, no
	}
	for no, m := range s.Marks {
		previous, known := old[m.ID]
		delete(old, m.ID)
		if known && place[m.ID] == no && reflect.DeepEqual(previous, m) {
			continue
		}
		if err := tx.put("mark", 4, markColumns(&key, &no, &m)); err != nil {
			return err
		}
	}
	for id := range old {
		err := tx.exec("DELETE FROM mark WHERE framework = ? AND version = ? AND subject = ? AND id = ?", key.framework, key.version, key.subject, id)
		if err != nil {
			return err
		}
	}
	return nil
}

// marksByID is a sheet as its history compares it: a mark is known by its criterion, wherever it stands in the list.
func marksByID(s app.MarkedSheet) map[string]any {
	marks := make(map[string]any, len(s.Marks)+1)
	for _, m := range s.Marks {
		marks[m.ID] = m
	}
	return map[string]any{"variant": s.Variant, "marks": marks}
}

func sheetColumns(s *app.MarkedSheet) []column {
	return []column{{"framework", &s.Framework}, {"version", &s.Version}, {"subject", &s.Subject}, {"variant", &s.Variant}}
}

func markColumns(key *sheetKey, no *int, m *app.Mark) []column {
	return []column{{"framework", &key.framework}, {"version", &key.version}, {"subject", &key.subject}, {"id", &m.ID}, {"no", no},
		{"done", answer{&m.Done}}, {"option", &m.Option}, {"number", &m.Number}, {"points", &m.Points}, {"reason", &m.Reason},
		{"not_applicable", &m.NotApplicable}, {"superior", &m.Superior}, {"note", &m.Note}, {"evidence", list{&m.EvidenceIDs}}}
}
