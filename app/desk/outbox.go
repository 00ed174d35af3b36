package desk

import (
	"bytes"
	"context"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// nextInOutbox returns the number of the next packet that this book seals, and what it names as the one before.
func nextInOutbox(tx *store.Tx) (seq int, previous string, err error) {
	outbox, err := tx.Outbox()
	seq = 1
	for _, p := range outbox {
		if p.Seq >= seq {
			seq, previous = p.Seq+1, p.ManifestHash
		}
	}
	return seq, previous, err
}

// keepInOutbox keeps a sealed packet, so that it can be written again as it is.
func (d *Desk) keepInOutbox(ctx context.Context, tx *store.Tx, sealed *handover.Sealed) (app.OutboxPacket, error) {
	ref, err := d.book.PutFile(ctx, tx, sealed.Name, "application/age", bytes.NewReader(sealed.Bytes))
	if err != nil {
		return app.OutboxPacket{}, err
	}
	m := sealed.Manifest
	packet := app.OutboxPacket{ID: m.PacketID, Month: m.Period, Seq: m.Seq, FileID: ref.ID, FileName: sealed.Name, Size: int64(len(sealed.Bytes)), SHA256: sealed.SHA256,
		ManifestHash: sealed.ManifestHash, Code: sealed.Code, SealedAt: d.Now(), ByPassphrase: m.IsUnregistered()}
	return packet, tx.PutOutbox(packet)
}

// carry writes a packet of the outbox to a folder or stick, reads it back and records it; then runs in the same transaction and may be nil.
// Errors: those of handover.WriteTo; the packet then is in the outbox and can be written again.
func (d *Desk) carry(ctx context.Context, packet app.OutboxPacket, data []byte, dir string, progress func(done, total int64), then func(*store.Tx) error) (app.OutboxPacket, error) {
	written, err := handover.WriteTo(ctx, handover.Disk, dir, packet.FileName, data, progress)
	if err != nil {
		return packet, err
	}
	packet.WrittenTo, packet.WrittenAt, packet.FileName = dir, d.Now(), written.Name
	return packet, d.update(ctx, "hand over", func(tx *store.Tx) error {
		if err := tx.LogAccess("handover", packet.FileName); err != nil {
			return err
		}
		if err := tx.PutOutbox(packet); err != nil || then == nil {
			return err
		}
		return then(tx)
	})
}
