package main

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Codes of cells and their keys.
const (
	codeNoSuchCell      app.Code = "cell_unknown"        // Values: cell
	codeFingerprintElse app.Code = "fingerprint_differs" // what was read by phone is not what the book has; Values: cell, fingerprint
)

func inviteCommands() []command {
	return []command{
		{name: "invite", args: "--code CODE --name … --to DIR", summary: wording.Mark("enter a cell and write its invitation"), setup: setupInvite},
		{name: "confirm-key", args: "--cell CODE", summary: wording.Mark("record that a fingerprint was compared by phone"), setup: setupConfirmKey},
	}
}

func setupInvite(c *call) func(context.Context) error {
	c.bookFlags()
	code := c.text("code", wording.Text("short code, letters and digits"))
	name := c.text("name", wording.Text("name of the cell or committee"))
	kind := c.text("kind", wording.Text("kind of cell: state_enterprise, private_enterprise, fdi_enterprise, public_service_unit or agency"))
	superior := c.text("superior", wording.Text("superior Party body, as the head of documents has it"))
	first := c.text("first-month", wording.Text("first month that the cell hands in"))
	to := c.text("to", wording.Text("folder or stick to write to"))
	return func(ctx context.Context) error {
		if err := c.need("code", "name", "to"); err != nil {
			return err
		}
		if err := knownKind(app.CellKind(*kind)); err != nil {
			return err
		}
		if *first != "" {
			if err := app.Month(*first).Validate(); err != nil {
				return err
			}
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			invited := desk.InvitedCell{Code: *code, Name: *name, Kind: app.CellKind(*kind), SuperiorName: *superior, FirstMonth: app.Month(*first)}
			written, entry, err := d.Invite(ctx, invited, *to, nil)
			if err != nil {
				return err
			}
			fingerprint, err := d.OwnFingerprint(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]string{"file": written.Path, "cellID": entry.ID, "code": entry.Code, "fingerprint": fingerprint})
			}
			c.say(wording.Text("Wrote {path}.", "path", written.Path))
			c.say(wording.Text("Fingerprint to compare by phone: {fingerprint}", "fingerprint", fingerprint))
			return nil
		})
	}
}

func setupConfirmKey(c *call) func(context.Context) error {
	c.bookFlags()
	code := c.text("cell", wording.Text("code of the cell; in a cell's book its committee is confirmed"))
	heard := c.text("fingerprint", wording.Text("the fingerprint as it was read by phone; it must be the book's"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			settings, err := d.Settings(ctx)
			if err != nil {
				return err
			}
			if settings.Role == app.CellBook {
				return c.confirmCommittee(ctx, d, *heard)
			}
			if err := c.need("cell"); err != nil {
				return err
			}
			return c.confirmCell(ctx, d, *code, *heard)
		})
	}
}

// codeSeveralKeys: a cell sent packets with another key; the fingerprint must be given to say which is right. Values: cell, fingerprint.
const codeSeveralKeys app.Code = "key_which"

// confirmCell confirms the key that a cell has, or, if what was read by phone is that of a packet with another key, that one.
func (c *call) confirmCell(ctx context.Context, d *desk.Desk, code, heard string) error {
	cell, err := cellOf(ctx, d, code)
	if err != nil {
		return err
	}
	asked, err := d.KeyQuestions(ctx, cell.ID)
	if err != nil {
		return err
	}
	for _, q := range asked {
		switch {
		case q.Changed && heard == "":
			return app.NewError(codeSeveralKeys, "cell", cell.Name, "fingerprint", q.Fingerprint)
		case heard != "" && sameFingerprint(cell.Name, q.Fingerprint, heard) == nil:
			if err := d.ConfirmPacketKey(ctx, q.PacketID); err != nil {
				return err
			}
			return c.confirmed(cell.Name, q.Fingerprint)
		}
	}
	if err := sameFingerprint(cell.Name, cell.Fingerprint, heard); err != nil {
		return err
	}
	if err := d.ConfirmKey(ctx, cell.ID); err != nil {
		return err
	}
	return c.confirmed(cell.Name, cell.Fingerprint)
}

// cellOf finds a cell by its code.
func cellOf(ctx context.Context, d *desk.Desk, code string) (app.CellEntry, error) {
	cells, err := d.Cells(ctx)
	if err != nil {
		return app.CellEntry{}, err
	}
	for _, cell := range cells {
		if cell.Code == code {
			return cell, nil
		}
	}
	return app.CellEntry{}, app.NewError(codeNoSuchCell, "cell", code)
}

func (c *call) confirmCommittee(ctx context.Context, d *desk.Desk, heard string) error {
	view, err := d.HandoverView(ctx, d.ThisMonth())
	if err != nil {
		return err
	}
	if view.Link == nil {
		return app.NewError(desk.CodeNoInvitation)
	}
	if err := sameFingerprint(view.Link.CommitteeName, view.Link.Fingerprint, heard); err != nil {
		return err
	}
	if err := d.ConfirmCommittee(ctx); err != nil {
		return err
	}
	return c.confirmed(view.Link.CommitteeName, view.Link.Fingerprint)
}

// sameFingerprint compares what was heard, without regard to blanks and case; nothing heard is taken as compared by the person.
func sameFingerprint(name, known, heard string) error {
	if heard != "" && app.Fold(withoutBlanks(heard)) != app.Fold(withoutBlanks(known)) {
		return app.NewError(codeFingerprintElse, "cell", name, "fingerprint", known)
	}
	return nil
}

func withoutBlanks(text string) string {
	var b []rune
	for _, r := range text {
		if r != ' ' && r != '-' {
			b = append(b, r)
		}
	}
	return string(b)
}

func (c *call) confirmed(name, fingerprint string) error {
	return c.tell(map[string]string{"name": name, "fingerprint": fingerprint},
		wording.Text("Confirmed {name}, fingerprint {fingerprint}.", "name", name, "fingerprint", fingerprint))
}
