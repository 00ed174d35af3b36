package main

import (
	"context"
	"os"
	"time"

	"golang.org/x/term"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Codes of opening.
const (
	codeNoPassphrase app.Code = "no_passphrase" // none was given and there is no terminal to ask at
	codeNotSame      app.Code = "passphrase_twice"
)

// passphraseVariable is the variable of the environment that may hold the passphrase.
const passphraseVariable = "CHIBO_PASSPHRASE"

// bookFlags say which book and how it is opened.
type bookFlags struct {
	dir, passphraseFile, actor *string
}

// bookFlags declares the flags of commands that work in a book.
func (c *call) bookFlags() {
	c.book.dir = c.text("book", wording.Text("folder of the book"))
	c.book.passphraseFile = c.text("passphrase-file", wording.Text("file whose first line is the passphrase"))
	c.book.actor = c.text("actor", wording.Text("name of the person who works, for the book's history"))
}

// open opens the book that --book names.
func (c *call) open(ctx context.Context) (*desk.Desk, error) {
	if err := c.need("book"); err != nil {
		return nil, err
	}
	pass, err := c.passphrase(wording.Text("Passphrase: "))
	if err != nil {
		return nil, err
	}
	return desk.Open(ctx, *c.book.dir, pass, c.options()...)
}

// clockShift moves the clock of a program that was built for tests, as time.ParseDuration reads it: their books are of a certain month.
var clockShift string

func (c *call) options() []desk.Option {
	actor := desk.WithUnnamed("chiboctl")
	if *c.book.actor != "" {
		actor = desk.WithActor(*c.book.actor)
	}
	if shift, err := time.ParseDuration(clockShift); err == nil {
		return []desk.Option{actor, desk.WithClock(func() time.Time { return time.Now().Add(shift) })}
	}
	return []desk.Option{actor}
}

// withBook does something in the book and closes it again.
func (c *call) withBook(ctx context.Context, do func(*desk.Desk) error) error {
	d, err := c.open(ctx)
	if err != nil {
		return err
	}
	return c.inBook(ctx, d, do)
}

// inBook does something in a book that is open and closes it.
func (c *call) inBook(ctx context.Context, d *desk.Desk, do func(*desk.Desk) error) error {
	if err := do(d); err != nil {
		// What was done before is saved already; the fault that came first is the one to tell.
		_ = d.Close(context.WithoutCancel(ctx))
		return err
	}
	return d.Close(context.WithoutCancel(ctx))
}

// passphrase takes the passphrase from the file, the environment or the terminal, in this order.
func (c *call) passphrase(prompt string) (string, error) {
	if path := *c.book.passphraseFile; path != "" {
		return firstLine(path)
	}
	if value := os.Getenv(passphraseVariable); value != "" {
		return value, nil
	}
	return c.ask(prompt)
}

func (c *call) ask(prompt string) (string, error) {
	stdin := int(os.Stdin.Fd())
	if !term.IsTerminal(stdin) {
		return "", app.NewError(codeNoPassphrase)
	}
	if _, err := c.errs.Write([]byte(prompt)); err != nil {
		return "", app.WrapError(err, app.CodeInternal)
	}
	typed, err := term.ReadPassword(stdin)
	_, _ = c.errs.Write([]byte("\n"))
	if err != nil {
		return "", app.WrapError(err, codeNoPassphrase)
	}
	return string(typed), nil
}

// newPassphrase takes the passphrase of a new book; at a terminal it is asked for twice.
func (c *call) newPassphrase() (string, error) {
	pass, err := c.passphrase(wording.Text("New passphrase: "))
	if err != nil {
		return "", err
	}
	if err := desk.CheckPassphrase(pass); err != nil {
		return "", err
	}
	if *c.book.passphraseFile != "" || os.Getenv(passphraseVariable) != "" {
		return pass, nil
	}
	again, err := c.ask(wording.Text("The same again: "))
	if err == nil && again != pass {
		err = app.NewError(codeNotSame)
	}
	return pass, err
}
