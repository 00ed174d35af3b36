package desk

import (
	"context"
	"sort"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// CodeReceiptSent: the decision's receipt has left the committee, so it cannot be undone any more; Values: month.
const CodeReceiptSent app.Code = "receipt_sent"

// TakeBack undoes the decision on a packet: it waits again, with the question it had. Remark and mark stay as they were typed.
// Errors: CodeReceiptSent once the receipt was written, CodeInvalid for a packet that was not decided or was entered by hand, CodeNotFound.
func (d *Desk) TakeBack(ctx context.Context, packetID string) error {
	return d.update(ctx, "take decision back", func(tx *store.Tx) error {
		packet, err := tx.ReceivedPacket(packetID)
		if err != nil {
			return err
		}
		if packet.State == app.MonthReceived || packet.ByHand {
			return app.NewError(app.CodeInvalid, "field", "state", "value", string(packet.State))
		}
		if !packet.CanTakeBack() {
			return app.NewError(CodeReceiptSent, "month", packet.Month.String())
		}
		packet.State, packet.DecidedAt, packet.DecidedBy = app.MonthReceived, time.Time{}, ""
		packet.Question, packet.Settled = packet.Settled, ""
		if err := tx.PutReceivedPacket(packet); err != nil {
			return err
		}
		return followAgain(tx, packet.CellID)
	})
}

// followAgain works out anew which packet a cell's next one must follow, from the packets that are there.
func followAgain(tx *store.Tx, cellID string) error {
	cell, err := tx.Cell(cellID)
	if err != nil {
		return err
	}
	packets, err := tx.CellPackets(cellID)
	if err != nil {
		return err
	}
	return tx.PutCell(followPackets(cell, packets))
}

// followPackets goes through a cell's packets in the order in which they moved the remembered state: each when it came, and one that
// contradicted another when it was accepted nevertheless.
func followPackets(cell app.CellEntry, packets []app.ReceivedPacket) app.CellEntry {
	type step struct {
		at     time.Time
		packet app.ReceivedPacket
		always bool
	}
	var steps []step
	for _, p := range packets {
		switch {
		case p.ByHand, contested(p.Question):
		case contested(p.Settled):
			steps = append(steps, step{p.DecidedAt, p, true})
		default:
			steps = append(steps, step{p.ReceivedAt, p, false})
		}
	}
	sort.SliceStable(steps, func(i, j int) bool {
		if !steps[i].at.Equal(steps[j].at) {
			return steps[i].at.Before(steps[j].at)
		}
		return steps[i].packet.Seq < steps[j].packet.Seq
	})
	cell.LastSeq, cell.LastManifestHash, cell.InstallID = 0, "", ""
	for _, s := range steps {
		if s.always || s.packet.Seq >= cell.LastSeq {
			cell = goOnFrom(cell, s.packet)
		}
	}
	return cell
}
