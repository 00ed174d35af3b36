package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func newCommands() []command {
	return []command{{
		name: "new", args: "--book D --name … --code … | --invitation FILE | --committee …",
		summary: wording.Mark("make a new book of a cell or a committee and show its recovery code"),
		setup:   setupNew,
	}}
}

// newFlags are what a new book begins with.
type newFlags struct {
	committee                                               *bool
	name, code, enterprise, superior, receiver, place, kind *string
	meetingPlace, startMonth, invitation, recoverySheet     *string
	termFrom                                                *string
	usedMinutes, usedResolution                             *int
}

func setupNew(c *call) func(context.Context) error {
	c.bookFlags()
	f := newFlags{
		committee:      c.set.Bool("committee", false, wording.Text("a committee's book")),
		name:           c.text("name", wording.Text("name of the cell or committee")),
		code:           c.text("code", wording.Text("short code, letters and digits")),
		enterprise:     c.text("enterprise", wording.Text("name of the enterprise")),
		superior:       c.text("superior", wording.Text("superior Party body, as the head of documents has it")),
		receiver:       c.text("committee-name", wording.Text("committee that receives the packets")),
		place:          c.text("place", wording.Text("place name before the date of documents")),
		kind:           c.text("kind", wording.Text("kind of cell: state_enterprise, private_enterprise, fdi_enterprise, public_service_unit or agency")),
		meetingPlace:   c.text("meeting-place", wording.Text("usual place of meetings")),
		startMonth:     c.text("start-month", wording.Text("first month that the book keeps")),
		invitation:     c.text("invitation", wording.Text("file of the committee's invitation")),
		recoverySheet:  c.text("recovery-sheet", wording.Text("PDF file for the recovery sheet")),
		termFrom:       c.text("term-from", wording.Text("first day of the present term, for a cell that starts in mid-term")),
		usedMinutes:    c.set.Int("used-minutes-number", 0, wording.Text("last number of minutes used before this book")),
		usedResolution: c.set.Int("used-resolution-number", 0, wording.Text("last number of resolutions used before this book")),
	}
	return func(ctx context.Context) error { return c.makeBook(ctx, f) }
}

func (c *call) makeBook(ctx context.Context, f newFlags) error {
	settings, err := c.newSettings(f)
	if err != nil {
		return err
	}
	pass, err := c.newPassphrase()
	if err != nil {
		return err
	}
	start := desk.NewBook{Passphrase: pass, Settings: settings}
	d, recovery, err := c.create(ctx, f, start)
	if err != nil {
		return err
	}
	if err = c.beginMidTerm(ctx, d, f); err == nil {
		err = c.tellNew(ctx, d, recovery, *f.recoverySheet)
	}
	if err != nil {
		_ = d.Close(context.WithoutCancel(ctx))
		return err
	}
	return d.Close(ctx)
}

func (c *call) newSettings(f newFlags) (app.Settings, error) {
	if err := c.need("book"); err != nil {
		return app.Settings{}, err
	}
	if *f.invitation == "" {
		if err := c.need("name", "code"); err != nil {
			return app.Settings{}, err
		}
	}
	s := app.Settings{Role: app.CellBook, Name: app.Clean(*f.name), Code: strings.TrimSpace(*f.code), Enterprise: app.Clean(*f.enterprise),
		SuperiorName: app.Clean(*f.superior), CommitteeName: app.Clean(*f.receiver), PlaceName: app.Clean(*f.place), CellKind: app.CellKind(*f.kind),
		MeetingPlace: app.Clean(*f.meetingPlace), StartMonth: app.Month(*f.startMonth), TermFrom: app.Date(*f.termFrom)}
	if *f.committee {
		s.Role = app.CommitteeBook
	}
	if s.StartMonth != "" {
		if err := s.StartMonth.Validate(); err != nil {
			return s, err
		}
	}
	if err := s.TermFrom.Validate(); err != nil {
		return s, err
	}
	for name, number := range map[string]int{"--used-minutes-number": *f.usedMinutes, "--used-resolution-number": *f.usedResolution} {
		if number < 0 {
			return s, app.NewError(codeFlagValue, "flag", name, "value", number)
		}
	}
	return s, knownKind(s.CellKind)
}

// knownKind returns codeFlagValue for a kind of cell that there is not.
func knownKind(kind app.CellKind) error {
	switch kind {
	case "", app.StateEnterprise, app.PrivateEnterprise, app.FDIEnterprise, app.PublicServiceUnit, app.Agency:
		return nil
	}
	return app.NewError(codeFlagValue, "flag", "--kind", "value", string(kind))
}

func (c *call) create(ctx context.Context, f newFlags, start desk.NewBook) (*desk.Desk, string, error) {
	if *f.invitation != "" {
		return desk.CreateFromInvitation(ctx, *c.book.dir, start, *f.invitation, c.options()...)
	}
	return desk.Create(ctx, *c.book.dir, start, c.options()...)
}

func (c *call) beginMidTerm(ctx context.Context, d *desk.Desk, f newFlags) error {
	used := map[string]int{}
	for kind, number := range map[app.DocumentType]int{app.TypeMinutes: *f.usedMinutes, app.TypeResolution: *f.usedResolution} {
		if number > 0 {
			used[string(kind)] = number
		}
	}
	if len(used) == 0 {
		return nil
	}
	return d.BeginMidTerm(ctx, app.Date(*f.termFrom), used, nil)
}

// tellNew shows the recovery code, which nobody can show again, and writes its sheet if one was asked for.
func (c *call) tellNew(ctx context.Context, d *desk.Desk, recovery, sheet string) error {
	fingerprint, err := d.OwnFingerprint(ctx)
	if err != nil {
		return err
	}
	if c.json {
		err = c.printJSON(map[string]string{"book": d.Dir(), "recoveryCode": recovery, "fingerprint": fingerprint})
	} else {
		c.say(wording.Text("Made a book in {dir}.", "dir", d.Dir()))
		c.say(wording.Text("Recovery code, shown only this once. Write it on paper and lock it away:"))
		fmt.Fprintf(c.out, "\n    %s\n\n", recovery)
		c.say(wording.Text("Fingerprint to compare by phone: {fingerprint}", "fingerprint", fingerprint))
	}
	if err != nil || sheet == "" {
		return err
	}
	data, err := d.RecoveryPDF(ctx, recovery)
	if err != nil {
		return err
	}
	return writeFile(sheet, data)
}

func writeFile(path string, data []byte) error {
	err := os.WriteFile(path, data, 0o600)
	if err == nil {
		return nil
	}
	if strings.Contains(err.Error(), "no space") || strings.Contains(err.Error(), "not enough space") {
		return app.WrapError(err, app.CodeDiskFull, "path", path)
	}
	return app.WrapError(err, app.CodeFileUnwrite, "path", path)
}
