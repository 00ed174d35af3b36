package store

import (
	"context"
	"errors"

	"sochibo/app"
)

// Close saves what is unsaved and lets the book go. If the save fails the book stays open and the error says why.
// Closing a closed book does nothing.
func (b *Book) Close(ctx context.Context) error {
	for {
		err := b.Save(ctx)
		if app.CodeOf(err) == CodeBookClosed {
			return nil
		}
		if err != nil {
			return err
		}
		if err := b.take(ctx); err != nil {
			return err
		}
		if b.saving.isSaved() {
			return b.shut()
		}
		b.give() // somebody changed the book between the save and the turn
	}
}

// CloseDiscarding lets the book go without saving what is unsaved.
func (b *Book) CloseDiscarding() error {
	err := b.take(context.Background())
	if app.CodeOf(err) == CodeBookClosed {
		return nil
	}
	if err != nil {
		return err
	}
	return b.shut()
}

// shut ends the book; the caller has the turn.
func (b *Book) shut() error {
	b.closed = true
	b.give()
	b.saving.end()
	<-b.turn
	defer b.give()
	return errors.Join(b.image.close(), b.lock.release())
}
