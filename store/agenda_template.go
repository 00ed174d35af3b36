package store

import "sochibo/app"

// entityTemplate names agenda templates in history.
const entityTemplate = "template"

// AgendaTemplate returns the agenda that the user keeps for a kind of meeting; empty where he keeps none.
func (tx *Tx) AgendaTemplate(kind app.MeetingKind) ([]app.AgendaItem, error) {
	return all(tx, "agenda_template", templateColumns, "WHERE kind = ? ORDER BY no", kind)
}

// PutAgendaTemplate replaces the agenda that the user keeps for a kind of meeting; an empty one gives the program's own back.
func (tx *Tx) PutAgendaTemplate(kind app.MeetingKind, items []app.AgendaItem) error {
	before, err := tx.AgendaTemplate(kind)
	if err != nil {
		return err
	}
	return tx.record(entityTemplate, string(kind), before, items, func() error {
		if err := tx.exec("DELETE FROM agenda_template WHERE kind = ?", kind); err != nil {
			return err
		}
		for no := range items {
			key := []column{{"kind", &kind}, {"no", &no}}
			if err := tx.put("agenda_template", 2, append(key, templateColumns(&items[no])...)); err != nil {
				return err
			}
		}
		return nil
	})
}

func templateColumns(a *app.AgendaItem) []column {
	return []column{{"item_kind", &a.Kind}, {"title", &a.Title}, {"minutes", &a.Minutes}, {"body", &a.Text}}
}
