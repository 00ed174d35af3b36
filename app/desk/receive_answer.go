package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// receiveAnswer takes what a committee sent into a cell's book: a receipt or a framework.
func (d *Desk) receiveAnswer(ctx context.Context, settings app.Settings, keys *handover.Keys, packet *handover.Packet, result Received) (Received, error) {
	var verdict handover.Verdict
	if err := d.view(ctx, func(tx *store.Tx) error {
		state, err := d.senderState(tx, keys, packet.Manifest)
		verdict = handover.Judge(packet, state, d.Today())
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
		take = func(tx *store.Tx) error { return d.takeReceipt(tx, receipt) }
	case handover.KindFramework:
		take = func(tx *store.Tx) error { return d.takeFramework(tx, packet.Data) }
	default:
		return refused(result, app.NewError(handover.CodeWrongDirection, "kind", string(packet.Manifest.Kind))), nil
	}
	if err := d.update(ctx, "receive "+string(packet.Manifest.Kind), take); err != nil {
		if app.CodeOf(err) == app.CodeInternal {
			return result, err
		}
		return refused(result, err), nil
	}
	result.Taken = true
	return result, nil
}

// takeReceipt brings the committee's decision into the month that it is about. A receipt for a packet that was replaced by a
// newer one is kept and leaves the month as it is.
func (d *Desk) takeReceipt(tx *store.Tx, receipt app.Receipt) error {
	if err := tx.PutReceipt(receipt); err != nil {
		return err
	}
	outbox, err := tx.Outbox()
	if err != nil {
		return err
	}
	var own *app.OutboxPacket
	newest := 0
	for i := range outbox {
		if outbox[i].ID == receipt.PacketID {
			own = &outbox[i]
		}
		if outbox[i].Month == receipt.Month && outbox[i].Seq > newest {
			newest = outbox[i].Seq
		}
	}
	if own == nil {
		return app.NewError(CodeForeignReceipt, "month", receipt.Month.String())
	}
	record, err := tx.MonthRecord(own.Month)
	if err != nil {
		return err
	}
	if own.Seq < newest || !record.State.IsFrozen() {
		return nil
	}
	record.State = map[app.ReceiptVerdict]app.MonthState{app.ReceiptAccepted: app.MonthAccepted, app.ReceiptReturned: app.MonthReturned, app.ReceiptReceived: app.MonthReceived}[receipt.Verdict]
	if record.State == "" {
		return app.NewError(CodeBadData)
	}
	record.Remark, record.DecidedAt = receipt.Remark, receipt.DecidedAt
	return tx.PutMonthRecord(record)
}

// CodeForeignReceipt: the receipt answers a packet that this book did not write; Values: month.
const CodeForeignReceipt app.Code = "receipt_foreign"
