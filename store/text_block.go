package store

import "sochibo/app"

// entityBlock names phrases in history.
const entityBlock = "text_block"

// TextBlocks returns the phrases that the user keeps, by their short words.
func (tx *Tx) TextBlocks() ([]app.TextBlock, error) {
	return all(tx, "text_block", blockColumns, "WHERE removed_at = '' ORDER BY short, id")
}

// PutTextBlock adds or replaces a phrase.
func (tx *Tx) PutTextBlock(b app.TextBlock) error {
	before, err := stored(tx.textBlock(b.ID))
	if err != nil {
		return err
	}
	return tx.record(entityBlock, b.ID, before, b, func() error {
		present := ""
		return tx.put("text_block", 1, append(blockColumns(&b), column{"removed_at", &present}))
	})
}

// DeleteTextBlock forgets a phrase; CodeNotFound if there is none.
func (tx *Tx) DeleteTextBlock(id string) error {
	before, err := tx.textBlock(id)
	if err != nil {
		return err
	}
	return tx.record(entityBlock, id, before, nil, func() error {
		return tx.exec("UPDATE text_block SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

func (tx *Tx) textBlock(id string) (app.TextBlock, error) {
	return one(tx, entityBlock, "text_block", blockColumns, "WHERE id = ? AND removed_at = ''", id)
}

func blockColumns(b *app.TextBlock) []column {
	return []column{{"id", &b.ID}, {"short", &b.Short}, {"body", &b.Text}}
}
