package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/handover"
)

// CodeHasInvitation: a cell that has an invitation hands over sealed to its committee, not by a passphrase.
const CodeHasInvitation app.Code = "has_invitation"

// HandoverByPassphrase hands over a closed month of a cell that has no invitation: the packet is sealed by a new passphrase, which is returned and kept
// nowhere; the secretary tells it by phone. The committee sees the cell as not registered. The outbox keeps a copy sealed to the cell's own key, and
// writing it again takes a new passphrase. Errors: CodeHasInvitation, CodeMonthNotDone, those of handover.WriteTo.
func (d *Desk) HandoverByPassphrase(ctx context.Context, month app.Month, dir string, progress func(done, total int64)) (app.OutboxPacket, string, error) {
	view, err := d.HandoverView(ctx, month)
	if err != nil {
		return app.OutboxPacket{}, "", err
	}
	if view.Link != nil {
		return app.OutboxPacket{}, "", app.NewError(CodeHasInvitation, "name", view.Link.CommitteeName)
	}
	if err := requireClosed(view.Status.Record); err != nil {
		return app.OutboxPacket{}, "", err
	}
	packet, own, err := d.unregisteredPacket(ctx, view, month)
	if err != nil {
		return packet, "", err
	}
	passphrase, err := handover.NewPassphrase()
	if err != nil {
		return packet, "", err
	}
	reader, err := d.readerOf(ctx)
	if err != nil {
		return packet, "", err
	}
	sealed, err := handover.SealByPassphrase(own, reader.Keys[0], passphrase)
	if err != nil {
		return packet, "", err
	}
	packet.Size, packet.SHA256, packet.Code, packet.FileName = int64(len(sealed.Bytes)), sealed.SHA256, sealed.Code, sealed.Name
	packet, err = d.carry(ctx, packet, sealed.Bytes, dir, progress, d.handedOver(month))
	return packet, passphrase, err
}

// unregisteredPacket returns the month's packet with the copy that is sealed to this cell, or makes it.
func (d *Desk) unregisteredPacket(ctx context.Context, view HandoverView, month app.Month) (app.OutboxPacket, []byte, error) {
	if view.Packet != nil && view.Packet.ID == view.sealed && view.Packet.ByPassphrase {
		own, err := d.readFile(ctx, view.Packet.FileID)
		return *view.Packet, own, err
	}
	return d.sealMonth(ctx, month, nil)
}
