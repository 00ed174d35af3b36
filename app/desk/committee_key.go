package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/app/handover"
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

// KeyQuestion is a key that came with a packet and was not compared by phone yet.
type KeyQuestion struct {
	PacketID    string
	Fingerprint string
	Changed     bool // the cell has another key already
}

// KeyQuestions returns the keys of a cell that wait to be compared, one for each, by its newest packet.
func (d *Desk) KeyQuestions(ctx context.Context, cellID string) ([]KeyQuestion, error) {
	var list []KeyQuestion
	err := d.view(ctx, func(tx *store.Tx) error {
		packets, err := tx.CellPackets(cellID)
		for _, p := range slices.Backward(packets) {
			asked := KeyQuestion{PacketID: p.ID, Fingerprint: fingerprintOf(p), Changed: p.Question == handover.CodeKeyDiffers}
			if asksForKey(p.Question) && !slices.ContainsFunc(list, func(q KeyQuestion) bool { return q.Fingerprint == asked.Fingerprint }) {
				list = append(list, asked)
			}
		}
		return err
	})
	return list, err
}
