package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// WriteReceipts writes the committee's answers to a folder: one for each packet whose decision has not been written yet,
// or, with all, for each decided packet that is the newest of its month. A cell whose key was withdrawn gets its answers once it has another: nobody else
// could open them. It returns the names of the files, also of those written before an error.
// The book is saved after every 1,000 receipts and at the end. progress may be nil. Errors: those of handover.WriteTo, CodeCanceled.
func (d *Desk) WriteReceipts(ctx context.Context, dir string, all bool, progress func(done, total int)) (names []string, err error) {
	var packets []app.ReceivedPacket
	err = d.view(ctx, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		list, err := tx.ReceivedPackets()
		if err != nil {
			return err
		}
		cells, err := tx.Cells()
		packets = unanswered(list, cells, all)
		return err
	})
	if err != nil {
		return nil, err
	}
	sortPackets(packets)
	defer func() { err = errors.Join(err, d.book.Save(context.WithoutCancel(ctx))) }()
	for i, p := range packets {
		name, err := d.writeReceipt(ctx, p, dir)
		if err != nil {
			return names, err
		}
		names = append(names, name)
		if progress != nil {
			progress(i+1, len(packets))
		}
		if len(names)%saveEvery == 0 {
			if err := d.book.Save(ctx); err != nil {
				return names, err
			}
		}
	}
	return names, nil
}

// unanswered picks the decided packets whose decision was not written yet; with all, also those whose was. A packet that the cell has
// replaced by a newer one of the month needs no answer, and a cell without a key can open none.
func unanswered(packets []app.ReceivedPacket, cells []app.CellEntry, all bool) []app.ReceivedPacket {
	keyed := make(map[string]bool, len(cells))
	for _, cell := range cells {
		keyed[cell.ID] = cell.SigningKey != ""
	}
	type cellMonth struct {
		cellID string
		month  app.Month
	}
	newest := make(map[cellMonth]int)
	for _, p := range packets {
		if key := (cellMonth{p.CellID, p.Month}); !contested(p.Question) && p.Seq > newest[key] {
			newest[key] = p.Seq
		}
	}
	var list []app.ReceivedPacket
	for _, p := range packets {
		replaced := p.Seq < newest[cellMonth{p.CellID, p.Month}]
		if p.State != app.MonthReceived && !p.ByHand && !replaced && keyed[p.CellID] && (all || p.NeedsReceipt()) {
			list = append(list, p)
		}
	}
	return list
}

func (d *Desk) writeReceipt(ctx context.Context, p app.ReceivedPacket, dir string) (string, error) {
	var sealed *handover.Sealed
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		cell, err := tx.Cell(p.CellID)
		if err != nil {
			return err
		}
		sealed, err = d.sealReceipt(tx, settings, cell, p)
		return err
	})
	if err != nil {
		return "", err
	}
	written, err := handover.WriteTo(ctx, handover.Disk, dir, sealed.Name, sealed.Bytes, nil)
	if err != nil {
		return "", err
	}
	return written.Name, d.updateUnsaved(ctx, "write receipt", func(tx *store.Tx) error {
		now, err := tx.ReceivedPacket(p.ID)
		if err != nil || !now.DecidedAt.Equal(p.DecidedAt) || now.State != p.State { // decided anew meanwhile: that answer is still to be written
			return err
		}
		if _, err := d.book.PutFile(ctx, tx, sealed.Name, "application/age", bytes.NewReader(sealed.Bytes)); err != nil { // the archive tells decisions too
			return err
		}
		now.ReceiptAt = d.Now()
		if now.ReceiptAt.Before(now.DecidedAt) {
			now.ReceiptAt = now.DecidedAt
		}
		return tx.PutReceivedPacket(now)
	})
}

func (d *Desk) sealReceipt(tx *store.Tx, settings app.Settings, cell app.CellEntry, p app.ReceivedPacket) (*handover.Sealed, error) {
	verdicts := map[app.MonthState]app.ReceiptVerdict{app.MonthAccepted: app.ReceiptAccepted, app.MonthReturned: app.ReceiptReturned, app.MonthReceived: app.ReceiptReceived}
	marks, err := tx.SuperiorMarks(p.ID)
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(app.Receipt{Marks: marks, PacketID: p.ID, CellID: cell.ID, Month: p.Month, Seq: p.Seq, Verdict: verdicts[p.State],
		Remark: p.Remark, DecidedAt: p.DecidedAt, DecidedBy: p.DecidedBy})
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	to := cellKeys(cell)
	readers, err := colleagues(tx) // so that each of them learns what the other decided
	if err != nil {
		return nil, err
	}
	return d.sealPacket(tx, settings, handover.Manifest{Kind: handover.KindReceipt, Period: p.Month, Seq: p.Seq,
		Cell: handover.Cell{ID: cell.ID, Code: cell.Code, Name: cell.Name, KeyID: to.KeyID()}}, data, nil, append(readers, to)...)
}

// LastReceipt returns the committee's newest answer on a month, nil if none came. It stays to be read when the month is reopened.
func (d *Desk) LastReceipt(ctx context.Context, month app.Month) (*app.Receipt, error) {
	var last *app.Receipt
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		last, err = lastReceipt(tx, month)
		return err
	})
	return last, err
}

func lastReceipt(tx *store.Tx, month app.Month) (*app.Receipt, error) {
	var last *app.Receipt
	receipts, err := tx.Receipts()
	for i, r := range receipts {
		if r.Month == month && (last == nil || !r.DecidedAt.Before(last.DecidedAt)) {
			last = &receipts[i]
		}
	}
	return last, err
}
