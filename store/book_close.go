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
	b.setRing(nil)
	b.done, b.undone = nil, nil
	return errors.Join(b.image.close(), b.lock.release())
}

// Reopen opens a book again that was closed, as after the window was locked: everybody who has the book may go on with it. It must be
// the same book still. Errors: those of Open; the book then stays closed.
func (b *Book) Reopen(ctx context.Context, secret Secret) error {
	if err := canceled(ctx); err != nil {
		return err
	}
	<-b.turn
	if !b.closed {
		b.give()
		return app.NewError(app.CodeConflict, "what", "book")
	}
	if err := b.reopen(ctx, secret); err != nil {
		b.setRing(nil)
		b.give()
		return err
	}
	return nil
}

// reopen loads a closed book; the caller has the turn, and start gives it back.
func (b *Book) reopen(ctx context.Context, secret Secret) (err error) {
	if !IsBook(b.dir) {
		return app.NewError(CodeNotABook, "folder", b.dir)
	}
	if b.lock, err = lockBook(b.dir, b.clock()); err != nil {
		return err
	}
	before := b.id
	key, err := secret.unlock(b)
	if err == nil {
		b.setRing(key)
		err = b.read(ctx)
	}
	if err == nil && b.id != before {
		err = errors.Join(app.NewError(CodeBookDamaged, "folder", b.dir), b.image.close())
	}
	if err != nil {
		b.id = before
		return errors.Join(err, b.lock.release())
	}
	b.closed, b.sweep = false, true
	b.start()
	return nil
}
