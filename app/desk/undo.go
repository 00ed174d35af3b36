package desk

import (
	"context"
)

// Undo takes back the last command of this session that changed records and returns its name ("set points"). Closing a month, locking
// minutes, handing over and receiving cannot be taken back, nor what was done before them. Errors: store.CodeNothingToUndo.
func (d *Desk) Undo(ctx context.Context) (string, error) {
	change, err := d.book.Undo(ctx, d.change(""))
	return change.Command, err
}

// Redo makes the command again that Undo took back last, and returns its name. Errors: store.CodeNothingToRedo.
func (d *Desk) Redo(ctx context.Context) (string, error) {
	change, err := d.book.Redo(ctx, d.change(""))
	return change.Command, err
}

// Undoable returns the name of the command that Undo would take back; "" if there is none.
func (d *Desk) Undoable(ctx context.Context) (string, error) {
	change, _, err := d.book.Undoable(ctx)
	return change.Command, err
}
