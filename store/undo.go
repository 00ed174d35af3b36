package store

import (
	"context"
	"slices"

	"sochibo/app"
)

// CodeNothingToUndo: no command of this session can be taken back; CodeNothingToRedo: none was taken back.
const (
	CodeNothingToUndo app.Code = "nothing_to_undo"
	CodeNothingToRedo app.Code = "nothing_to_redo"
)

// maxUndo is how many commands are kept for Undo.
const maxUndo = 100

// doneCommand is a command that can be taken back: the functions put its records back, to be called from the last to the first.
type doneCommand struct {
	change Change
	back   []func(*Tx) error
}

// putBack returns what takes a change of a record back: put the record that was there, or remove the one that was not.
// nil where there was none and nothing removes it.
func putBack[T any](before *T, put func(*Tx, T) error, remove func(*Tx) error) func(*Tx) error {
	if before == nil {
		return remove
	}
	old := *before
	return func(tx *Tx) error { return put(tx, old) }
}

// keepForUndo remembers a command that was made; the caller has the turn. Records change only by commands, so one that can be taken back finds
// them as the command left them, as long as all commands after it were taken back before. A command that cannot be taken back (closing
// a month, locking minutes, receiving) therefore ends the list. One that changed no record, such as a look at a number, does not count.
func (b *Book) keepForUndo(tx *Tx) {
	switch {
	case tx.final:
		b.done, b.undone = nil, nil
	case len(tx.back) > 0:
		b.done, b.undone = pushCommand(b.done, tx), nil
	}
}

func pushCommand(list []doneCommand, tx *Tx) []doneCommand {
	list = append(list, doneCommand{change: tx.change, back: tx.back})
	return slices.Clone(list[max(0, len(list)-maxUndo):])
}

// Undo takes back the last command of this session that changed records, as a command of its own that history names "undo …", and
// returns what was taken back. Errors: CodeNothingToUndo, those of Update.
func (b *Book) Undo(ctx context.Context, by Change) (Change, error) {
	return b.step(ctx, by, "undo ", CodeNothingToUndo, &b.done, &b.undone)
}

// Redo makes the command again that Undo took back last; any other command in between ends that. Errors: CodeNothingToRedo, those of Update.
func (b *Book) Redo(ctx context.Context, by Change) (Change, error) {
	return b.step(ctx, by, "redo ", CodeNothingToRedo, &b.undone, &b.done)
}

// step runs the top of one list backwards and puts what takes that back on the other.
func (b *Book) step(ctx context.Context, by Change, word string, none app.Code, from, to *[]doneCommand) (Change, error) {
	var command doneCommand
	err := b.updateThen(ctx, by, func(tx *Tx) error {
		if len(*from) == 0 {
			return app.NewError(none)
		}
		command = (*from)[len(*from)-1]
		tx.change.Command = word + command.change.Command
		for _, back := range slices.Backward(command.back) {
			if err := back(tx); err != nil {
				return err
			}
		}
		return nil
	}, func(tx *Tx) {
		*from = (*from)[:len(*from)-1]
		tx.change.Command = command.change.Command
		*to = pushCommand(*to, tx)
	})
	return command.change, err
}

// Undoable returns the command that Undo would take back; false if there is none.
func (b *Book) Undoable(ctx context.Context) (Change, bool, error) {
	if err := b.take(ctx); err != nil {
		return Change{}, false, err
	}
	defer b.give()
	if len(b.done) == 0 {
		return Change{}, false, nil
	}
	return b.done[len(b.done)-1].change, true, nil
}
