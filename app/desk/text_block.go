package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// TextBlocks returns the phrases that the user keeps, by their short words.
func (d *Desk) TextBlocks(ctx context.Context) ([]app.TextBlock, error) {
	var list []app.TextBlock
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		list, err = tx.TextBlocks()
		return err
	})
	return list, err
}

// SaveTextBlock adds a phrase or replaces the one of its id, and returns it as stored. Errors: those of app.TextBlock.Validate,
// app.CodeDuplicate if another phrase has its short word, accents aside.
func (d *Desk) SaveTextBlock(ctx context.Context, block app.TextBlock) (app.TextBlock, error) {
	block.Short, block.Text = app.Clean(block.Short), cleanLines(block.Text)
	if block.ID == "" {
		block.ID = d.newID()
	}
	if err := block.Validate(); err != nil {
		return block, err
	}
	return block, d.update(ctx, "save text block", func(tx *store.Tx) error {
		list, err := tx.TextBlocks()
		if err != nil {
			return err
		}
		for _, other := range list {
			if other.ID != block.ID && app.Fold(other.Short) == app.Fold(block.Short) {
				return app.NewError(app.CodeDuplicate, "what", "text block", "value", block.Short)
			}
		}
		return tx.PutTextBlock(block)
	})
}

// DeleteTextBlock forgets a phrase; app.CodeNotFound if there is none.
func (d *Desk) DeleteTextBlock(ctx context.Context, id string) error {
	return d.update(ctx, "delete text block", func(tx *store.Tx) error { return tx.DeleteTextBlock(id) })
}
