package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// receiveReport takes a cell's packet into the committee's archive. What raises a question that another packet of the cell may
// contradict (a fork, another key) is kept aside with its question and moves the remembered state only when an officer accepts it.
func (d *Desk) receiveReport(ctx context.Context, how receiving, file openedFile, result Received) (Received, error) {
	if file.report.read(file.packet); file.report.err != nil {
		return refused(result, file.report.err), nil
	}
	opened := result
	err := d.updateUnsaved(ctx, "receive packet", func(tx *store.Tx) error { // judged in the transaction that takes it
		verdict, err := d.judge(tx, file.packet)
		if err != nil {
			return err
		}
		result.judge(verdict)
		if verdict.Code == handover.CodeUnknownSender && (how.enter || file.packet.ByPassphrase) {
			if err := d.enterCell(tx, file.packet, file.report.content); err != nil {
				return err
			}
			if verdict, err = d.judge(tx, file.packet); err != nil {
				return err
			}
			result = opened // judged anew, now that the cell is known
			result.judge(verdict)
		}
		if verdict.Outcome == handover.Refuse || verdict.Outcome == handover.Ignore || verdict.Code == handover.CodeUnknownSender {
			return nil
		}
		result.Taken, result.State = true, app.MonthReceived
		if how.acceptsAtOnce(verdict) {
			result.State = app.MonthAccepted
		}
		return d.archive(ctx, tx, file, verdict, how)
	})
	if err != nil {
		result.Taken, result.State = false, ""
		return unlessOurs(result, err)
	}
	return result, nil
}

// acceptsAtOnce reports whether a packet is accepted as it comes.
func (how receiving) acceptsAtOnce(verdict handover.Verdict) bool {
	return how.accept && verdict.Outcome == handover.Accept
}

// readSnapshot reads and checks a report's data against its manifest.
func readSnapshot(packet *handover.Packet, content *app.Snapshot) error {
	if err := decodeData(packet.Data, content); err != nil {
		return err
	}
	if err := content.Validate(); err != nil {
		return err
	}
	if content.Month != packet.Manifest.Period || content.Seq != packet.Manifest.Seq {
		return app.NewError(CodeBadData)
	}
	return checkEvidence(packet, *content)
}

func (d *Desk) archive(ctx context.Context, tx *store.Tx, file openedFile, verdict handover.Verdict, how receiving) error {
	m := file.packet.Manifest
	cell, err := tx.Cell(m.Cell.ID)
	if err != nil {
		return err
	}
	if _, err := tx.ReceivedPacket(m.PacketID); app.CodeOf(err) != app.CodeNotFound { // another packet has its id: nothing received is replaced
		return errors.Join(err, app.NewError(CodeBadData))
	}
	earlier, err := tx.CellPackets(cell.ID)
	if err != nil {
		return err
	}
	fileID, err := d.keepPacket(ctx, tx, how.reader, file)
	if err != nil {
		return err
	}
	row := packetRow(file.packet, file.documents, file.report.content, earlier)
	row.FileID, row.ReceivedAt = fileID, d.Now()
	if verdict.Outcome == handover.Ask {
		row.Question = verdict.Code
	}
	if how.acceptsAtOnce(verdict) {
		row.State, row.DecidedAt, row.DecidedBy = app.MonthAccepted, d.Now(), d.actor()
	}
	if err := tx.PutReceivedPacket(row); err != nil {
		return err
	}
	if contested(row.Question) {
		return nil
	}
	return tx.PutCell(rememberPacket(cell, row))
}

// packetRow draws the row of the index from an opened packet: all that can be read from it again.
func packetRow(packet *handover.Packet, documents int, content app.Snapshot, earlier []app.ReceivedPacket) app.ReceivedPacket {
	m := packet.Manifest
	row := app.ReceivedPacket{ID: m.PacketID, CellID: m.Cell.ID, Month: m.Period, Seq: m.Seq, ManifestHash: packet.ManifestHash,
		PreviousHash: m.Previous, InstallID: m.InstallID, FileName: handover.FileName(m), Code: packet.Code,
		ByPassphrase: m.IsUnregistered(), State: app.MonthReceived, Summary: content.Summary, SigningKey: m.Sender.SigningKey, Recipient: m.Sender.Recipient}
	row.Summary.Rating = app.RatingsOf(content.Ratings)
	made := m.Period.Last()
	if created, err := time.Parse(time.RFC3339, m.Created); err == nil {
		made = app.DateOf(created.Local())
	}
	row.Findings = app.ReviewPacket(content, documents, made, lastAccepted(earlier, row))
	return row
}

// keepPacket puts the packet's file into the archive.
func (d *Desk) keepPacket(ctx context.Context, tx *store.Tx, reader handover.Reader, opened openedFile) (string, error) {
	if opened.report.kept == nil {
		ref, err := d.keepCopy(ctx, reader, opened)
		if err != nil {
			return "", err
		}
		opened.report.kept = &ref
	}
	return opened.report.kept.ID, tx.TakeFile(*opened.report.kept)
}

// contested reports whether a question means that two packets or keys contradict each other.
func contested(question app.Code) bool {
	return question == handover.CodeFork || question == handover.CodeKeyDiffers
}

// rememberPacket moves what the committee remembers of a cell on to a packet.
func rememberPacket(cell app.CellEntry, p app.ReceivedPacket) app.CellEntry {
	if keyed := withKeyOf(cell, p); cell.KeyState == app.KeyNone && !slices.Contains(cell.RetiredKeys, cellKeys(keyed).KeyID()) {
		cell = keyed
		cell.KeyState = app.KeyPending
	}
	if p.Seq >= cell.LastSeq {
		return goOnFrom(cell, p)
	}
	return cell
}

// withKeyOf gives a cell the key that signed a packet.
func withKeyOf(cell app.CellEntry, p app.ReceivedPacket) app.CellEntry {
	keys := handover.PublicKeys{SigningKey: p.SigningKey, Recipient: p.Recipient}
	cell.SigningKey, cell.Recipient, cell.Fingerprint = p.SigningKey, p.Recipient, keys.Fingerprint()
	return cell
}

// goOnFrom makes a packet the one that the cell's next packet must follow.
func goOnFrom(cell app.CellEntry, p app.ReceivedPacket) app.CellEntry {
	cell.LastSeq, cell.LastManifestHash, cell.InstallID = p.Seq, p.ManifestHash, p.InstallID
	cell.SecretaryName = p.Summary.SecretaryName
	return cell
}
