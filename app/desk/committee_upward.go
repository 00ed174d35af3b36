package desk

import (
	"context"
	"encoding/json"
	"fmt"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/app/report"
	"sochibo/store"
)

// HandUp seals a committee's roll-up of a month for its own superior, in the same format as a cell's report, and writes it to a folder or
// stick: the figures of each cell and their sums, the printed roll-up, and with register the members of all cells as their newest packets
// have them. A copy stays in the outbox. Errors: CodeNoInvitation before the superior's invitation was opened, CodeNothingToHandUp, those of handover.WriteTo.
func (d *Desk) HandUp(ctx context.Context, month app.Month, dir string, register bool, progress func(done, total int64)) (app.OutboxPacket, error) {
	paper, err := d.Report(ctx, app.ReportRef{Kind: app.ReportRollUp, Month: month})
	if err != nil {
		return app.OutboxPacket{}, err
	}
	printed, err := paper.PDF()
	if err != nil {
		return app.OutboxPacket{}, err
	}
	content, err := d.upwardContent(ctx, month, register)
	if err != nil {
		return app.OutboxPacket{}, err
	}
	var sealed *handover.Sealed
	var packet app.OutboxPacket
	err = d.update(ctx, "seal roll-up", func(tx *store.Tx) error {
		link, err := tx.Link()
		if err != nil {
			return err
		}
		if sealed, err = d.sealRollUp(tx, link, content, printed); err != nil {
			return err
		}
		packet, err = d.keepInOutbox(ctx, tx, sealed)
		return err
	})
	if err != nil {
		return packet, err
	}
	return d.carry(ctx, packet, sealed.Bytes, dir, progress, nil)
}

// CodeNothingToHandUp: no cell has handed in the month yet; Values: month.
const CodeNothingToHandUp app.Code = "nothing_to_hand_up"

func (d *Desk) sealRollUp(tx *store.Tx, link *app.CommitteeLink, content app.Snapshot, printed []byte) (*handover.Sealed, error) {
	seq, previous, err := nextInOutbox(tx)
	if err != nil {
		return nil, err
	}
	content.Seq = seq
	data, err := json.Marshal(content)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	settings, err := tx.Settings()
	if err != nil {
		return nil, err
	}
	m := handover.Manifest{Kind: handover.KindReport, Period: content.Month, Seq: seq, Previous: previous}
	addressTo(&m, settings, *link)
	files := []handover.File{{Name: "reports/Tong-hop-" + string(content.Month) + ".pdf", Bytes: printed}}
	return d.sealPacket(tx, settings, m, data, files, recipients(*link)...)
}

// upwardContent gathers what a committee hands up.
func (d *Desk) upwardContent(ctx context.Context, month app.Month, register bool) (app.Snapshot, error) {
	content := app.Snapshot{Format: app.SnapshotFormat, Month: month}
	var rows []report.RollUpRow
	packets := map[string]app.ReceivedPacket{}
	err := d.view(ctx, func(tx *store.Tx) error {
		link, err := tx.Link()
		if err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		if link == nil {
			return app.NewError(CodeNoInvitation)
		}
		books, err := d.rollUpBooks(tx, month, month)
		if err != nil {
			return err
		}
		content.Settings = books.settings
		rows = books.rows(month)
		for _, row := range rows {
			if row.PacketID != "" {
				if packets[row.PacketID], err = tx.ReceivedPacket(row.PacketID); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return content, err
	}
	for _, row := range rows {
		line := app.RollUpLine{Code: row.Code, Name: row.Name, Kind: row.Kind, ByHand: row.ByHand, State: row.State}
		if row.Summary != nil && row.State != app.MonthReturned {
			line.Summary = row.Summary
		}
		content.RollUp = append(content.RollUp, line)
	}
	content.Summary = app.SumLines(content.RollUp)
	if content.Summary.Members == 0 {
		return content, app.NewError(CodeNothingToHandUp, "month", month.String())
	}
	if !register {
		return content, nil
	}
	for _, row := range rows {
		packet, found := packets[row.PacketID]
		if !found || packet.ByHand || row.State == app.MonthReturned {
			continue
		}
		var cell app.Snapshot
		if _, err := d.readArchived(ctx, packet, &cell); err != nil {
			return content, err
		}
		for _, m := range cell.Members {
			if m.OnListOn(month.Last()) {
				m.PartyGroup = row.Name // the superior reads whose member it is
				content.Members = append(content.Members, m)
			}
		}
	}
	return content, d.logRegister(ctx, len(content.Members))
}

func (d *Desk) logRegister(ctx context.Context, members int) error {
	return d.update(ctx, "hand up register", func(tx *store.Tx) error {
		return tx.LogAccess("handover", fmt.Sprintf("register of %d members", members))
	})
}

// Superior returns the committee that this book hands over to; nil before its invitation was opened.
func (d *Desk) Superior(ctx context.Context) (*app.CommitteeLink, error) {
	var link *app.CommitteeLink
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		link, err = tx.Link()
		return err
	})
	return link, err
}
