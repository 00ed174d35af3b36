package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"modernc.org/sqlite"
	sqliteLib "modernc.org/sqlite/lib"

	"sochibo/app"
)

// Change says who changes the book, when and by which command; it stands in the history of every record that is changed.
type Change struct {
	Actor   string
	At      time.Time
	Command string
}

// Tx is the book while one function of View or Update runs. It is not safe for concurrent use and of no use afterwards.
type Tx struct {
	ctx      context.Context
	book     *Book
	image    *image
	change   Change
	writable bool
	ended    bool
	changed  bool              // a row was written
	back     []func(*Tx) error // what takes the changed records back, in the order of the changes
	final    bool              // a record was changed that cannot be taken back
	loose    bool              // a sealed file was put or dropped
}

// View runs read on the book as it is in memory. Only one function runs at a time: read must not call View or Update.
// Errors: those of read, CodeCanceled, CodeBookClosed, CodeInternal for a panic in read.
func (b *Book) View(ctx context.Context, read func(*Tx) error) error {
	if err := b.take(ctx); err != nil {
		return err
	}
	defer b.give()
	tx := &Tx{ctx: ctx, book: b, image: b.image}
	if err := tx.call(read); err != nil {
		return b.afterFault(err)
	}
	return nil
}

// Update runs write as one transaction and waits until a save holds it. An error of write, a panic in it (CodeInternal) or a
// cancelled ctx rolls everything back. CodeSaveFailed says that the change is made but only in memory: Save tries again.
// Once the transaction is made ctx no longer counts. A transaction that wrote nothing is not saved.
func (b *Book) Update(ctx context.Context, change Change, write func(*Tx) error) error {
	return b.updateThen(ctx, change, write, b.keepForUndo)
}

func (b *Book) updateThen(ctx context.Context, change Change, write func(*Tx) error, then func(*Tx)) error {
	number, err := b.transact(ctx, change, write, then)
	if err != nil || number == 0 {
		return err
	}
	return b.saving.wait(number)
}

// transact runs one transaction, calls then if it was made, and returns the number of the change, 0 if nothing was written.
func (b *Book) transact(ctx context.Context, change Change, write func(*Tx) error, then func(*Tx)) (uint64, error) {
	if err := b.take(ctx); err != nil {
		return 0, err
	}
	defer b.give()
	tx := &Tx{ctx: ctx, book: b, image: b.image, change: change, writable: true}
	err := tx.run(write)
	if tx.loose {
		b.sweep = true
	}
	if err != nil {
		return 0, b.afterFault(err)
	}
	if !tx.changed {
		return 0, nil
	}
	then(tx)
	return b.saving.change(), nil
}

// afterFault loads the last save again if the fault was that the image is lost; the caller has the turn.
func (b *Book) afterFault(err error) error {
	if lost := b.verifyImage(); lost != nil {
		return b.reload(errors.Join(err, lost))
	}
	return err
}

func (tx *Tx) run(write func(*Tx) error) error {
	if err := tx.image.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := tx.call(write)
	if err == nil {
		err = canceled(tx.ctx)
	}
	if err == nil {
		if err = tx.image.exec("COMMIT"); err == nil {
			return nil
		}
		err = recordError(err)
	}
	if rollback := tx.image.exec("ROLLBACK"); rollback != nil {
		return errors.Join(err, rollback)
	}
	return err
}

// call runs f and turns a panic into an error.
func (tx *Tx) call(f func(*Tx) error) (err error) {
	defer func() {
		tx.ended = true
		if fault := recover(); fault != nil {
			err = app.WrapError(fmt.Errorf("panic: %v\n%s", fault, debug.Stack()), app.CodeInternal)
		}
	}()
	return f(tx)
}

func (tx *Tx) usable() error {
	if tx.ended {
		return app.WrapError(errors.New("transaction used after its end"), app.CodeInternal)
	}
	return canceled(tx.ctx)
}

// exec writes rows.
func (tx *Tx) exec(query string, args ...any) error {
	if err := tx.usable(); err != nil {
		return err
	}
	if !tx.writable {
		return errWriteInView()
	}
	statement, err := tx.image.statement(query)
	if err != nil {
		return err
	}
	if _, err := statement.ExecContext(context.Background(), args...); err != nil {
		return recordError(err)
	}
	tx.changed = true
	return nil
}

func errWriteInView() error {
	return app.WrapError(errors.New("write within View"), app.CodeInternal)
}

// row is one result row.
type row interface{ Scan(...any) error }

// queryAll returns all rows of a query. The rows are closed before it returns: nothing is ever asked while rows are open.
func queryAll[T any](tx *Tx, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	if err := tx.usable(); err != nil {
		return nil, err
	}
	statement, err := tx.image.statement(query)
	if err != nil {
		return nil, err
	}
	rows, err := statement.QueryContext(context.Background(), args...)
	if err != nil {
		return nil, err
	}
	list, err := scanAll(rows, scan)
	return list, errors.Join(err, rows.Close())
}

func scanAll[T any](rows *sql.Rows, scan func(row) (T, error)) ([]T, error) {
	var list []T
	for rows.Next() {
		value, err := scan(rows)
		if err != nil {
			return nil, err
		}
		if len(list) == cap(list) {
			list = slices.Grow(list, len(list)+1) // doubled: append alone grows a long list by a quarter and copies it some twenty times
		}
		list = append(list, value)
	}
	return list, rows.Err()
}

// queryOne returns the row of a query that yields at most one; CodeNotFound naming what if there is none.
func queryOne[T any](tx *Tx, what string, scan func(row) (T, error), query string, args ...any) (T, error) {
	var none T
	list, err := queryAll(tx, scan, query, args...)
	if err != nil {
		return none, err
	}
	if len(list) == 0 {
		return none, app.NewError(app.CodeNotFound, "what", what)
	}
	return list[0], nil
}

// recordError gives an error that a rule of the schema raised the code CodeBroken, with the rule's text.
func recordError(err error) error {
	var fault *sqlite.Error
	if errors.As(err, &fault) && fault.Code()&0xff == sqliteLib.SQLITE_CONSTRAINT {
		return app.WrapError(err, CodeBroken, "rule", fault.Error())
	}
	return err
}
