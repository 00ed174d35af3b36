package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// WithdrawKey takes a cell's present key out of use: packets signed with it are refused from now on, what was received stays. The cell's
// next packet brings a new key, whose fingerprint is compared by phone. CodeNotFound if the cell has no key.
func (d *Desk) WithdrawKey(ctx context.Context, cellID string) error {
	return d.update(ctx, "withdraw key", func(tx *store.Tx) error {
		cell, err := tx.Cell(cellID)
		if err != nil {
			return err
		}
		if cell.SigningKey == "" {
			return app.NewError(app.CodeNotFound, "what", "key", "cell", cell.Name)
		}
		return tx.PutCell(withoutKey(cell))
	})
}

// withoutKey retires a cell's key.
func withoutKey(cell app.CellEntry) app.CellEntry {
	if id := cellKeys(cell).KeyID(); cell.SigningKey != "" && !slices.Contains(cell.RetiredKeys, id) {
		cell.RetiredKeys = append(slices.Clone(cell.RetiredKeys), id)
	}
	cell.KeyState, cell.SigningKey, cell.Recipient, cell.Fingerprint, cell.ConfirmedOn = app.KeyNone, "", "", "", ""
	return cell
}
