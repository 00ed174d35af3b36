package desk

import (
	"context"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// Rescue is what is offered for a book that can no longer be read: its newest backup that can, and from when on work is missing in it.
type Rescue struct {
	Backups  *Backups
	Line     BackupLine
	Contents BackupContents
	Spoilt   int       // newer backups that cannot be read
	Saved    time.Time // when the damaged book was last written; zero where it is gone
}

// Complete reports whether nothing is missing in the backup: it was made after the book was last written.
func (r *Rescue) Complete() bool {
	return r.Spoilt == 0 && !r.Line.At.Before(r.Saved.Truncate(time.Second))
}

// FindRescue looks for the newest backup that can be read: in the folder of the book, or at its second place if a newer one lies there.
// Errors: app.CodeNotFound if there is none, app.CodeCanceled, and those of OpenBackups.
func FindRescue(ctx context.Context, dir string, secret Secret, options ...Option) (*Rescue, error) {
	here, err := OpenBackups(dir, "", secret, options...)
	if err != nil {
		return nil, err
	}
	best, err := here.newestGood(ctx)
	if err != nil {
		return nil, err
	}
	if place := best.Contents.place; IsBackupPlace(place) {
		there, err := OpenBackups(dir, place, secret, options...)
		if err == nil {
			if other, err := there.newestGood(ctx); err == nil && other.Line.At.After(best.Line.At) {
				best = other
			}
		}
	}
	if saved := store.SavedOnDisk(dir); !saved.IsZero() {
		best.Saved = saved.In(here.clock().Location())
	}
	return best, nil
}

// newestGood opens the backups, newest first, until one can be read.
func (b *Backups) newestGood(ctx context.Context) (*Rescue, error) {
	lines, err := b.List()
	if err != nil {
		return nil, err
	}
	for i, line := range lines {
		if ctx.Err() != nil {
			return nil, app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		if contents, err := b.Contents(ctx, line.Name); err == nil {
			return &Rescue{Backups: b, Line: line, Contents: contents, Spoilt: i}, nil
		}
	}
	return nil, app.NewError(app.CodeNotFound, "what", "backup")
}
