package desk

import (
	"context"

	"sochibo/store"
)

// Finding is something wrong that a check of the book found.
type Finding = store.Finding

// Check looks the book over: the database, its references, the chain of history, the sealed files. No finding: all is well.
func (d *Desk) Check(ctx context.Context) ([]Finding, error) { return d.book.Check(ctx) }

// Unseal writes the book as a plain SQLite file that anybody can read; it is entered in the access log first.
func (d *Desk) Unseal(ctx context.Context, path string) error {
	if err := d.update(ctx, "unseal", func(tx *store.Tx) error { return tx.LogAccess("unseal", "book") }); err != nil {
		return err
	}
	return d.book.Unseal(ctx, path)
}
