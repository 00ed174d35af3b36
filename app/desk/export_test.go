package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Books of tests are sealed with keys that are quick to open; the usual work of scrypt takes half a second for each.
func init() { keyWorkFactor = 4 }

func (d *Desk) keysOf(ctx context.Context) (keys *handover.Keys, err error) {
	reader, err := d.readerOf(ctx)
	if err != nil {
		return nil, err
	}
	return reader.Keys[0], nil
}

// KeyLines returns what the sheet of the committee's key shows.
func (d *Desk) KeyLines(ctx context.Context) (lines []string, err error) {
	return lines, d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		keys, err := ownKeys(tx)
		if err != nil {
			return err
		}
		lines, err = keys.PaperLines(settings.OrganisationID)
		return err
	})
}

// ClosedText returns what closing kept of a month's figures, as it is stored.
func (d *Desk) ClosedText(ctx context.Context, month app.Month) (text string, err error) {
	return text, d.view(ctx, func(tx *store.Tx) error {
		text, err = tx.Value(valueClosed(month))
		return err
	})
}

// TakeReceipt brings a receipt into a cell's book as if the committee had signed it.
func (d *Desk) TakeReceipt(ctx context.Context, receipt app.Receipt) error {
	return d.update(ctx, "receive receipt", func(tx *store.Tx) error { return d.takeReceipt(tx, receipt) })
}
