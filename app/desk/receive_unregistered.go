package desk

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// CodeCellCodeTaken: the code belongs to another cell in the list; Values: code, cell (the other's name), name (of the one that brings the code).
const CodeCellCodeTaken app.Code = "cell_code_taken"

// codeIsFree returns CodeCellCodeTaken if another cell that goes on has a code.
func codeIsFree(tx *store.Tx, id, code, name string) error {
	cells, err := tx.Cells()
	for _, other := range cells {
		if other.ID != id && other.LastMonth == "" && app.Fold(other.Code) == app.Fold(code) {
			return app.NewError(CodeCellCodeTaken, "code", code, "cell", other.Name, "name", name)
		}
	}
	return err
}

// enterCell enters the cell that sent a packet as the packet names it. One whose packet names no committee has no invitation and is not registered; one that
// names this committee was invited by an earlier book of it.
func (d *Desk) enterCell(tx *store.Tx, packet *handover.Packet, content app.Snapshot) error {
	m := packet.Manifest
	if err := codeIsFree(tx, m.Cell.ID, m.Cell.Code, m.Cell.Name); err != nil {
		return err
	}
	entry := app.CellEntry{ID: m.Cell.ID, Code: m.Cell.Code, Name: m.Cell.Name, Kind: content.Settings.CellKind, KeyState: app.KeyNone, FirstMonth: m.Period}
	if entry.Kind == "" {
		entry.Kind = app.PrivateEnterprise
	}
	if !m.IsUnregistered() {
		entry.InvitedOn = d.Today()
	}
	check := app.Settings{Name: entry.Name, Code: entry.Code}
	if err := check.Validate(); err != nil {
		return err
	}
	return tx.PutCell(entry)
}

// sealResealed seals a packet that came under a passphrase to this book's key, for the archive.
func (d *Desk) sealResealed(ctx context.Context, reader handover.Reader, opened openedFile) (store.FileRef, error) {
	came, err := handover.ReadFile(opened.path)
	if err != nil {
		return store.FileRef{}, err
	}
	if sum := sha256.Sum256(came); hex.EncodeToString(sum[:]) != opened.packet.SHA256 {
		return store.FileRef{}, app.NewError(app.CodeFileUnread, "path", opened.path)
	}
	sealed, err := handover.Reseal(came, reader)
	if err != nil {
		return store.FileRef{}, err
	}
	return d.book.PutSealedAhead(ctx, handover.FileName(opened.packet.Manifest), "application/age", bytes.NewReader(sealed))
}
