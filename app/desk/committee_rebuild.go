package desk

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"sort"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Rebuilt says what rebuilding the index found.
type Rebuilt struct {
	Packets    int      `json:"packets"`    // read from the archive
	Receipts   int      `json:"receipts"`   // of decisions, read from the archive
	Missing    int      `json:"missing"`    // rows that were not there and were made anew
	Changed    int      `json:"changed"`    // rows that said something else than their packet
	Unreadable []string `json:"unreadable"` // names of archived files that cannot be opened
}

// archivedPacket is one packet of the archive, opened again; its contents were read and are not kept, because an archive holds tens of thousands.
type archivedPacket struct {
	row      app.ReceivedPacket // what can be read from the packet
	opened   *handover.Packet
	isRollUp bool         // of a committee below
	decision *app.Receipt // what the committee answered, by the newest receipt in the archive
}

// RebuildIndex reads all packets of the committee's archive again and makes the rows of the index from them: figures, findings, numbers and
// what each cell's next packet must follow. Decisions whose receipt was written come from the archived receipts where a row is missing;
// decisions not written yet, figures entered by hand and what officers wrote down stand in the book alone and stay as they are.
// A file that cannot be opened is named, and its row stays. progress may be nil.
func (d *Desk) RebuildIndex(ctx context.Context, progress func(done, total int)) (Rebuilt, error) {
	var result Rebuilt
	archive, err := d.readArchive(ctx, &result, progress)
	if err != nil {
		return result, err
	}
	return result, d.update(ctx, "rebuild index", func(tx *store.Tx) error {
		result.Missing, result.Changed = 0, 0
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		for _, cell := range cells { // the rows are judged anew in the order in which the packets came
			cell.LastSeq, cell.LastManifestHash, cell.InstallID = 0, "", ""
			if err := tx.PutCell(cell); err != nil {
				return err
			}
		}
		for _, packet := range archive {
			if err := d.rebuildRow(tx, packet, &result); err != nil {
				return err
			}
		}
		for _, cell := range cells {
			secretary := cell.SecretaryName
			if err := followAgain(tx, cell.ID); err != nil {
				return err
			}
			if cell, err = tx.Cell(cell.ID); err != nil {
				return err
			}
			if cell.LastSeq == 0 {
				cell.SecretaryName = secretary
			}
			if err := tx.PutCell(cell); err != nil {
				return err
			}
		}
		return nil
	})
}

// rebuildRow puts one packet's row right. What was decided stays; a row that is missing is judged as when the packet came.
func (d *Desk) rebuildRow(tx *store.Tx, packet archivedPacket, result *Rebuilt) error {
	row := packet.row
	cell, err := tx.Cell(row.CellID)
	if app.CodeOf(err) == app.CodeNotFound { // of a cell that the committee does not know any more
		return nil
	}
	if err != nil {
		return err
	}
	earlier, err := tx.CellPackets(cell.ID)
	if err != nil {
		return err
	}
	if !packet.isRollUp {
		row.Findings = append(slices.Clone(row.Findings), app.ReviewAfter(row.Summary, row.Month, lastAccepted(earlier, row))...)
	}
	before, err := tx.ReceivedPacket(row.ID)
	switch {
	case err == nil:
		row.State, row.Remark, row.DecidedAt, row.DecidedBy, row.ReceiptAt = before.State, before.Remark, before.DecidedAt, before.DecidedBy, before.ReceiptAt
		row.Question, row.Settled, row.ReceivedAt = before.Question, before.Settled, before.ReceivedAt
		if row.ByPassphrase { // the archive's file is not the one that came
			row.Code = before.Code
		}
		if !reflect.DeepEqual(before, row) {
			result.Changed++
		}
	case app.CodeOf(err) == app.CodeNotFound:
		result.Missing++
		if err := d.judgeAgain(tx, packet, earlier, &row); err != nil {
			return err
		}
	default:
		return err
	}
	if err := tx.PutReceivedPacket(row); err != nil {
		return err
	}
	if contested(row.Question) {
		return nil
	}
	return tx.PutCell(rememberPacket(cell, row))
}

// judgeAgain gives a missing row the question that its packet raises and the decision that its receipt tells.
func (d *Desk) judgeAgain(tx *store.Tx, packet archivedPacket, earlier []app.ReceivedPacket, row *app.ReceivedPacket) error {
	verdict, err := d.judge(tx, packet.opened)
	if err != nil {
		return err
	}
	if verdict.Outcome == handover.Ask {
		row.Question = verdict.Code
		if row.Question == handover.CodeKeyUnconfirmed && len(earlier) == 0 {
			row.Question = handover.CodeKeyUnknown // the key, known by now, came with this packet
		}
	}
	if answer := packet.decision; answer != nil {
		row.State, row.Remark, row.DecidedAt, row.DecidedBy, row.ReceiptAt = decidedStates[answer.Verdict], answer.Remark, answer.DecidedAt, answer.DecidedBy, answer.DecidedAt
		if answer.Verdict == app.ReceiptAccepted {
			row.Settled, row.Question = row.Question, ""
		}
	}
	return nil
}

// readArchive opens all packets and receipts of the archive, in the order in which the packets came.
func (d *Desk) readArchive(ctx context.Context, result *Rebuilt, progress func(done, total int)) ([]archivedPacket, error) {
	var files []store.FileRef
	var times map[string]time.Time
	var own app.Settings
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if own, err = requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		if files, err = tx.Files(); err != nil {
			return err
		}
		times, err = tx.FileTimes()
		return err
	})
	if err != nil {
		return nil, err
	}
	reader, err := d.archiveReader(ctx)
	if err != nil {
		return nil, err
	}
	var packets []archivedPacket
	answers := map[string]*app.Receipt{}
	for i, file := range files {
		if ctx.Err() != nil {
			return nil, app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		if progress != nil {
			progress(i+1, len(files))
		}
		if !strings.EqualFold(filepath.Ext(file.Name), handover.Ending) {
			continue
		}
		opened, err := d.openKept(ctx, file.ID, reader)
		if err != nil {
			result.Unreadable = append(result.Unreadable, file.Name)
			continue
		}
		switch opened.Manifest.Kind {
		case handover.KindReport:
			if to := opened.Manifest.Committee.ID; to != "" && to != own.OrganisationID {
				continue // handed up by this committee
			}
			var content app.Snapshot
			if err := readSnapshot(opened, &content); err != nil {
				result.Unreadable = append(result.Unreadable, file.Name)
				continue
			}
			row := packetRow(opened, countDocuments(opened), content, nil)
			row.FileID, row.ReceivedAt = file.ID, times[file.ID]
			opened.Data = nil
			packets = append(packets, archivedPacket{row: row, opened: opened, isRollUp: len(content.RollUp) > 0})
		case handover.KindReceipt:
			var answer app.Receipt
			if err := decodeData(opened.Data, &answer); err != nil {
				result.Unreadable = append(result.Unreadable, file.Name)
				continue
			}
			result.Receipts++
			if known := answers[answer.PacketID]; known == nil || !answer.DecidedAt.Before(known.DecidedAt) {
				answers[answer.PacketID] = &answer
			}
		}
	}
	for i := range packets {
		packets[i].decision = answers[packets[i].row.ID]
	}
	result.Packets = len(packets)
	sortByArrival(packets)
	return packets, nil
}

// sortByArrival puts packets in the order in which they came; those of one cell that came within a second, in that of their numbers.
func sortByArrival(packets []archivedPacket) {
	sort.SliceStable(packets, func(i, j int) bool {
		a, b := packets[i].row, packets[j].row
		if !a.ReceivedAt.Equal(b.ReceivedAt) {
			return a.ReceivedAt.Before(b.ReceivedAt)
		}
		if a.CellID != b.CellID { // in any order, but one order: packets of a cell then stand together
			return a.CellID < b.CellID
		}
		return a.Seq < b.Seq
	})
}

// openKept opens a packet of the archive; its documents are checked and not kept.
func (d *Desk) openKept(ctx context.Context, fileID string, reader handover.Reader) (*handover.Packet, error) {
	file, err := d.book.OpenFile(ctx, fileID)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	opened, _, err := reader.Open(file, func(string) bool { return false })
	return opened, err
}
