package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// receiveDecision takes what a colleague decided, as his receipt tells it: a deputy and his committee work in two books on the same packets. Only a packet
// that still waits here gets the decision; one that was decided in both books keeps what this book says. It reports whether the receipt is a colleague's.
func (d *Desk) receiveDecision(ctx context.Context, packet *handover.Packet, result Received) (Received, bool, error) {
	var receipt app.Receipt
	known := false
	err := d.updateUnsaved(ctx, "take a colleague's decision", func(tx *store.Tx) error {
		others, err := colleagues(tx)
		if err != nil {
			return err
		}
		if known = slices.Contains(others, packet.Manifest.Sender); !known {
			return nil
		}
		if err := decodeData(packet.Data, &receipt); err != nil {
			return err
		}
		state, fits := decidedStates[receipt.Verdict]
		if !fits {
			return app.NewError(CodeBadData)
		}
		row, err := tx.ReceivedPacket(receipt.PacketID)
		if app.CodeOf(err) == app.CodeNotFound || err == nil && row.State != app.MonthReceived {
			result.Outcome, result.Reason, result.Values = handover.Ignore, handover.CodeSame, map[string]any{"seq": packet.Manifest.Seq}
			return nil
		}
		if err != nil {
			return err
		}
		if receipt.Verdict == app.ReceiptAccepted {
			if err := acceptPacket(tx, row); err != nil {
				return err
			}
			row.Settled, row.Question = row.Question, ""
		}
		row.State, row.Remark, row.DecidedAt, row.DecidedBy, row.ReceiptAt = state, receipt.Remark, receipt.DecidedAt, receipt.DecidedBy, receipt.DecidedAt
		result.Outcome, result.Reason, result.Taken, result.State = handover.Accept, handover.CodeNew, true, row.State
		return tx.PutReceivedPacket(row)
	})
	if err != nil {
		result, err = unlessOurs(result, err)
	}
	return result, known, err
}
