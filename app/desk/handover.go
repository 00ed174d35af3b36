package desk

import (
	"context"
	"encoding/json"
	"io"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Codes of handing over.
const (
	CodeNoInvitation app.Code = "no_invitation"    // the cell has no committee yet
	CodeMonthNotDone app.Code = "month_not_closed" // the month must be closed first; Values: month
)

// HandoverView is what the hand-over screen shows of a month.
type HandoverView struct {
	Status  MonthStatus
	Summary app.PacketSummary
	Link    *app.CommitteeLink // nil before an invitation was opened
	Packet  *app.OutboxPacket  // the month's newest packet, nil for none
	Last    *app.OutboxPacket  // the newest packet of all months
	// Evidence is how many attached files belong into the packet; LeftOut names those that the packet written last had no room for.
	Evidence int
	LeftOut  []string
	Answer   *app.Receipt // the committee's newest answer on the month; it stays to be read when the month is reopened

	Restored *Restored // the book was restored from a backup, and no packet was written since

	sealed string // id of the packet sealed since the month was closed
}

// HandoverView returns what the hand-over screen shows of a month.
func (d *Desk) HandoverView(ctx context.Context, month app.Month) (HandoverView, error) {
	var view HandoverView
	err := d.view(ctx, func(tx *store.Tx) error {
		facts, err := d.monthFacts(once(tx), month)
		if err != nil {
			return err
		}
		view.Status = d.monthStatus(facts)
		view.Summary = summarize(facts)
		if view.Link, err = tx.Link(); err != nil {
			return err
		}
		if view.sealed, err = sealedPacket(tx, month); err != nil {
			return err
		}
		if view.Answer, err = lastReceipt(tx, month); err != nil {
			return err
		}
		attached, err := d.monthAttachments(tx, month)
		if err != nil {
			return err
		}
		view.Evidence = len(attached)
		if view.LeftOut, err = leftOut(tx, view.sealed); err != nil {
			return err
		}
		outbox, err := tx.Outbox()
		if err != nil {
			return err
		}
		for i := range outbox {
			if view.Last == nil || outbox[i].Seq > view.Last.Seq {
				view.Last = &outbox[i]
			}
			if outbox[i].Month == month && (view.Packet == nil || outbox[i].Seq > view.Packet.Seq) {
				view.Packet = &outbox[i]
			}
		}
		view.Restored, err = restoredSince(tx, outbox)
		return err
	})
	return view, err
}

// Handover seals a closed month's packet, writes it to a folder or stick and reads it back. A copy stays in the outbox.
// A month whose packet is sealed already is written again as it was. Errors: CodeMonthNotDone, CodeNoInvitation, those of handover.WriteTo;
// after an error of writing, the packet is in the outbox and can be written again.
func (d *Desk) Handover(ctx context.Context, month app.Month, dir string, progress func(done, total int64)) (app.OutboxPacket, error) {
	packet, data, err := d.packetToWrite(ctx, month)
	if err != nil {
		return packet, err
	}
	return d.carry(ctx, packet, data, dir, progress, d.handedOver(month))
}

// handedOver records that a month's packet left.
func (d *Desk) handedOver(month app.Month) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		record, err := tx.MonthRecord(month)
		if err != nil {
			return err
		}
		if record.State == app.MonthClosed {
			record.State = app.MonthHandedOver
		}
		record.HandedOver = d.Now()
		return tx.PutMonthRecord(record)
	}
}

// packetToWrite returns the month's sealed packet: the one in the outbox if the month was not reopened since, else a new one.
func (d *Desk) packetToWrite(ctx context.Context, month app.Month) (app.OutboxPacket, []byte, error) {
	view, err := d.HandoverView(ctx, month)
	if err != nil {
		return app.OutboxPacket{}, nil, err
	}
	if err := requireClosed(view.Status.Record); err != nil {
		return app.OutboxPacket{}, nil, err
	}
	if view.Link == nil {
		return app.OutboxPacket{}, nil, app.NewError(CodeNoInvitation)
	}
	if view.Packet != nil && view.Packet.ID == view.sealed && !view.Packet.ByPassphrase {
		data, err := d.readFile(ctx, view.Packet.FileID)
		return *view.Packet, data, err
	}
	return d.sealMonth(ctx, month, view.Link)
}

// requireClosed returns CodeMonthNotDone for a month that is open, or was returned and must be reopened first.
func requireClosed(record app.MonthRecord) error {
	if !record.State.IsFrozen() || record.State == app.MonthReturned {
		return app.NewError(CodeMonthNotDone, "month", record.Month.String())
	}
	return nil
}

func (d *Desk) readFile(ctx context.Context, id string) ([]byte, error) {
	file, err := d.book.OpenFile(ctx, id)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// sealMonth builds and seals a new packet for the committee that link names and keeps it in the outbox. Without a link it is sealed to this
// cell alone: see HandoverByPassphrase.
func (d *Desk) sealMonth(ctx context.Context, month app.Month, link *app.CommitteeLink) (app.OutboxPacket, []byte, error) {
	var sealed *handover.Sealed
	var packet app.OutboxPacket
	files, err := d.packetReports(ctx, month)
	if err != nil {
		return packet, nil, err
	}
	evidence, proofs, err := d.packetEvidence(ctx, month, files)
	if err != nil {
		return packet, nil, err
	}
	files = append(files, proofs...)
	if err := d.book.Backup(ctx, "handover"); err != nil {
		return packet, nil, err
	}
	err = d.update(ctx, "seal packet", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		record, err := tx.MonthRecord(month)
		if err != nil {
			return err
		}
		if err := requireClosed(record); err != nil { // somebody reopened it while the documents were made
			return err
		}
		if sealed, err = d.sealReport(tx, settings, link, month, evidence, files); err != nil {
			return err
		}
		if packet, err = d.keepInOutbox(ctx, tx, sealed); err != nil {
			return err
		}
		if err := tx.PutValue(valueSealed(month), packet.ID); err != nil {
			return err
		}
		return rememberLeftOut(tx, packet.ID, evidence)
	})
	if err != nil {
		return packet, nil, err
	}
	return packet, sealed.Bytes, nil
}

func (d *Desk) sealReport(tx *store.Tx, settings app.Settings, link *app.CommitteeLink, month app.Month, evidence []app.PacketEvidence, files []handover.File) (*handover.Sealed, error) {
	content, err := d.contentToSeal(tx, month)
	if err != nil {
		return nil, err
	}
	seq, previous, err := nextInOutbox(tx)
	if err != nil {
		return nil, err
	}
	content.Seq, content.Evidence = seq, evidence
	data, err := json.Marshal(content)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	m := handover.Manifest{Kind: handover.KindReport, Period: month, Seq: seq, Previous: previous}
	if link == nil {
		m.Cell = handover.Cell{ID: settings.OrganisationID, Code: settings.Code, Name: settings.Name}
		m.Committee = handover.Committee{Name: settings.CommitteeName}
		return d.sealPacket(tx, settings, m, data, files)
	}
	addressTo(&m, settings, *link)
	return d.sealPacket(tx, settings, m, data, files, recipients(*link)...)
}

// addressTo names sender and receiver of a report.
func addressTo(m *handover.Manifest, settings app.Settings, link app.CommitteeLink) {
	m.Cell = handover.Cell{ID: link.CellID, Code: link.CellCode, Name: settings.Name}
	m.Committee = handover.Committee{ID: link.CommitteeID, Name: link.CommitteeName, KeyID: committeeKeys(link).KeyID()}
}

// ConfirmCommittee records that the committee's fingerprint was compared by phone.
func (d *Desk) ConfirmCommittee(ctx context.Context) error {
	return d.update(ctx, "confirm committee", func(tx *store.Tx) error {
		link, err := tx.Link()
		if err != nil {
			return err
		}
		if link == nil {
			return app.NewError(CodeNoInvitation)
		}
		link.ConfirmedOn = d.Today()
		return tx.PutLink(*link)
	})
}

// OwnFingerprint returns the fingerprint of this book's own keys, to be read by phone.
func (d *Desk) OwnFingerprint(ctx context.Context) (string, error) {
	var fingerprint string
	err := d.view(ctx, func(tx *store.Tx) error {
		keys, err := ownKeys(tx)
		if err == nil {
			fingerprint = keys.Public().Fingerprint()
		}
		return err
	})
	return fingerprint, err
}
