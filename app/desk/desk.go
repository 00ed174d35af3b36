// Package desk holds the use cases: what a secretary or a committee officer does with a book.
// The window and chiboctl call only this package. It owns transactions, the clock and the source of ids.
package desk

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"sochibo/app"
	"sochibo/store"
)

// Version is the program's version, written into packets and shown in the window.
const Version = "0.1.0"

// Desk is an open book and the person who works with it. Its methods may be called from any goroutine.
type Desk struct {
	book  *store.Book
	dir   string
	clock func() time.Time
	newID func() string

	newCode func() (string, error) // of recovery

	given   string                 // who works, if the caller says so: see WithActor
	unnamed atomic.Pointer[string] // who it is as long as the book names nobody
	named   atomic.Pointer[string] // the name of whoever's passphrase opened the book

	frameworks sync.Map // SheetKey without subject → *app.Framework
}

// Option changes how a book is opened.
type Option func(*Desk)

// WithClock sets the clock; tests, pictures and the demo have one that stands still.
func WithClock(clock func() time.Time) Option { return func(d *Desk) { d.clock = clock } }

// WithIDs sets the source of ids; the demo has one that repeats.
func WithIDs(newID func() string) Option { return func(d *Desk) { d.newID = newID } }

// WithRecoveryCodes sets the source of recovery codes; pictures have one that repeats.
func WithRecoveryCodes(newCode func() (string, error)) Option {
	return func(d *Desk) { d.newCode = newCode }
}

// WithActor names the person who works, for history. Without it that is the person whose passphrase opened the book.
func WithActor(name string) Option { return func(d *Desk) { d.given = name } }

// WithUnnamed says who works as long as the book names nobody.
func WithUnnamed(name string) Option { return func(d *Desk) { d.unnamed.Store(&name) } }

func newDesk(dir string, options []Option) *Desk {
	d := &Desk{dir: dir, clock: time.Now, newCode: store.NewRecoveryCode, newID: func() string { return uuid.Must(uuid.NewV7()).String() }}
	for _, option := range options {
		option(d)
	}
	return d
}

// Dir returns the folder of the book.
func (d *Desk) Dir() string { return d.dir }

// Now returns the desk's time, whole seconds.
func (d *Desk) Now() time.Time { return d.clock().Truncate(time.Second) }

// Today returns the desk's day.
func (d *Desk) Today() app.Date { return app.DateOf(d.Now()) }

// ThisMonth returns the desk's month.
func (d *Desk) ThisMonth() app.Month { return app.MonthOf(d.Now()) }

func (d *Desk) view(ctx context.Context, read func(*store.Tx) error) error {
	return d.book.View(ctx, read)
}

// update runs one command as one transaction and waits until a save holds it.
func (d *Desk) update(ctx context.Context, command string, write func(*store.Tx) error) error {
	err := d.book.Update(ctx, d.change(command), write)
	if err == nil && d.named.Load() == nil {
		d.nameActor(ctx) // the command may have entered the secretary
	}
	return err
}

func (d *Desk) change(command string) store.Change {
	return store.Change{Actor: d.actor(), At: d.Now(), Command: command}
}

// updateUnsaved runs one item of a batch as one transaction; d.book.Save puts the batch on the disk.
func (d *Desk) updateUnsaved(ctx context.Context, command string, write func(*store.Tx) error) error {
	return d.book.UpdateUnsaved(ctx, d.change(command), write)
}

// requireRole returns CodeNotCell or CodeNotCommittee if the book is of the other role.
func requireRole(tx reader, role app.Role) (app.Settings, error) {
	settings, err := tx.Settings()
	if err != nil {
		return settings, err
	}
	if settings.Role != role {
		if role == app.CellBook {
			return settings, app.NewError(app.CodeNotCell)
		}
		return settings, app.NewError(app.CodeNotCommittee)
	}
	return settings, nil
}

// requireOpen returns CodeMonthClosed if a month is frozen.
func requireOpen(tx reader, month app.Month) error {
	record, err := tx.MonthRecord(month)
	if err != nil {
		return err
	}
	if record.State.IsFrozen() {
		return app.NewError(app.CodeMonthClosed, "month", month.String())
	}
	return nil
}
