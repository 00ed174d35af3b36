package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// receiveAnswer takes what a committee sent into a cell's book: a receipt or a framework.
func (d *Desk) receiveAnswer(ctx context.Context, how receiving, file openedFile, result Received) (Received, error) {
	packet := file.packet
	var verdict handover.Verdict
	if err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		verdict, err = d.judge(tx, packet)
		return err
	}); err != nil {
		return result, err
	}
	result.judge(verdict)
	if verdict.Outcome != handover.Accept {
		return result, nil
	}
	var take func(*store.Tx) error
	switch packet.Manifest.Kind {
	case handover.KindReceipt:
		var receipt app.Receipt
		if err := decodeData(packet.Data, &receipt); err != nil {
			return refused(result, err), nil
		}
		receipt.ID, receipt.ManifestHash = packet.Manifest.PacketID, packet.ManifestHash
		result.State = decidedStates[receipt.Verdict]
		take = func(tx *store.Tx) error { return d.takeReceipt(tx, receipt) }
	case handover.KindFramework:
		take = func(tx *store.Tx) error { return d.takeFramework(tx, packet.Data) }
	case handover.KindNotice:
		return d.receiveNotice(ctx, file, result)
	case handover.KindInvitation:
		invitation, link, err := readInvitation(packet)
		if err != nil {
			return refused(result, err), nil
		}
		known, err := d.Superior(ctx)
		if err != nil {
			return result, err
		}
		if !link.InvitedAt.After(known.InvitedAt) { // a stick that lay about takes nothing back
			result.Outcome, result.Reason = handover.Ignore, handover.CodeSame
			return result, nil
		}
		take = func(tx *store.Tx) error { return d.takeInvitation(tx, invitation, link) }
	default:
		return refused(result, app.NewError(handover.CodeWrongDirection, "kind", string(packet.Manifest.Kind))), nil
	}
	if err := d.updateUnsaved(ctx, "receive "+string(packet.Manifest.Kind), take); err != nil {
		result.State = ""
		return unlessOurs(result, err)
	}
	result.Taken = true
	return result, nil
}

// takeReceipt brings the committee's decision into the month that it is about. A receipt for a packet that was replaced by a
// newer one or whose month was reopened since, and one that is older than the decision known, are kept and leave the month as it is.
func (d *Desk) takeReceipt(tx *store.Tx, receipt app.Receipt) error {
	state, known := decidedStates[receipt.Verdict]
	if !known {
		return app.NewError(CodeBadData)
	}
	own, err := tx.OutboxPacket(receipt.PacketID)
	if app.CodeOf(err) == app.CodeNotFound {
		return app.NewError(CodeForeignReceipt, "month", receipt.Month.String())
	}
	if err != nil {
		return err
	}
	if receipt.Month != own.Month || receipt.Seq != own.Seq {
		return app.NewError(CodeBadData)
	}
	if err := tx.PutReceipt(receipt); err != nil {
		return err
	}
	record, err := tx.MonthRecord(own.Month)
	if err != nil {
		return err
	}
	sealed, err := sealedPacket(tx, own.Month)
	if err != nil || own.ID != sealed || !record.State.IsFrozen() || receipt.DecidedAt.Before(record.DecidedAt) {
		return err
	}
	if err := d.takeSuperiorMarks(tx, receipt); err != nil {
		return err
	}
	record.State, record.Remark, record.DecidedAt = state, receipt.Remark, receipt.DecidedAt
	return tx.PutMonthRecord(record)
}

// CodeForeignReceipt: the receipt answers a packet that this book did not write; Values: month.
const CodeForeignReceipt app.Code = "receipt_foreign"
