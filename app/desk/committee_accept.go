package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// CleanPackets returns the packets of a month that wait for a decision and have nothing to be looked at, in the order of cells.
func (d *Desk) CleanPackets(ctx context.Context, month app.Month) ([]app.ReceivedPacket, error) {
	var clean []app.ReceivedPacket
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		clean, err = d.cleanPackets(tx, month)
		return err
	})
	return clean, err
}

// cleanPackets picks them from what counts: a packet that another one contradicts or has replaced is not among them.
func (d *Desk) cleanPackets(tx *store.Tx, month app.Month) ([]app.ReceivedPacket, error) {
	settings, err := requireRole(tx, app.CommitteeBook)
	if err != nil {
		return nil, err
	}
	cells, err := tx.Cells()
	if err != nil {
		return nil, err
	}
	packets, err := tx.PacketsOfMonths(month, month)
	if err != nil {
		return nil, err
	}
	shelf := d.shelve(settings, packets)
	var clean []app.ReceivedPacket
	for _, cell := range cells {
		at := shelf.months[cell.ID][month]
		if at != nil && at.contested == nil && at.newest.IsClean() && cell.KeyState == app.KeyConfirmed {
			clean = append(clean, *at.newest)
		}
	}
	return clean, nil
}

// AcceptClean accepts all packets of a month that have nothing to be looked at, in one transaction, and returns how many these were.
func (d *Desk) AcceptClean(ctx context.Context, month app.Month) (int, error) {
	count := 0
	err := d.update(ctx, "accept packets without findings", func(tx *store.Tx) error {
		clean, err := d.cleanPackets(tx, month)
		if err != nil {
			return err
		}
		for _, packet := range clean {
			if err := d.decide(tx, packet.ID, app.ReceiptAccepted, ""); err != nil {
				return err
			}
		}
		count = len(clean)
		return nil
	})
	return count, err
}
