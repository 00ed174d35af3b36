package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// sheetScores scores the sheets that a month's packet holds.
func (d *Desk) sheetScores(tx *store.Tx, content app.Snapshot) ([]app.SheetScore, error) {
	var scores []app.SheetScore
	for _, sheet := range content.Sheets {
		if len(sheet.Marks) == 0 {
			continue
		}
		view, err := d.sheetOf(tx, SheetKey{Framework: sheet.Framework, Version: sheet.Version, Subject: sheet.Subject})
		if err != nil {
			return nil, err
		}
		scores = append(scores, app.SheetScore{Name: view.Framework.Name, Subject: sheet.Subject, Result: view.Result})
	}
	return scores, nil
}

// PacketSheets is what a committee scores of one packet: the cell's sheets with the points that the committee gave.
type PacketSheets struct {
	Packet app.ReceivedPacket
	Cell   app.CellEntry
	Sheets []app.SheetScore
	Marks  []app.SuperiorMark
}

// MarkOf returns the committee's points for a line; "" if it gave none.
func (s PacketSheets) MarkOf(sheet app.SheetScore, id string) string {
	for _, m := range s.Marks {
		if m.Framework == sheet.Result.Framework && m.Version == sheet.Result.Version && m.Subject == sheet.Subject && m.ID == id {
			return m.Points
		}
	}
	return ""
}

// PacketSheets opens a packet and returns its sheets. Errors: CodeNotCommittee, CodeNotFound, those of opening a packet.
func (d *Desk) PacketSheets(ctx context.Context, packetID string) (PacketSheets, error) {
	view, err := d.Packet(ctx, packetID)
	if err != nil {
		return PacketSheets{}, err
	}
	sheets := PacketSheets{Packet: view.Packet, Cell: view.Cell, Sheets: view.Content.Scores}
	return sheets, d.view(ctx, func(tx *store.Tx) error {
		sheets.Marks, err = tx.SuperiorMarks(packetID)
		return err
	})
}

// SetSuperiorMarks replaces the points that the committee gives for a packet's sheets; the next receipt carries them to the cell.
// Errors: CodeNotFound for a line that the packet's sheets do not have, CodeOutOfRange for points that a criterion cannot give.
func (d *Desk) SetSuperiorMarks(ctx context.Context, packetID string, marks []app.SuperiorMark) error {
	sheets, err := d.PacketSheets(ctx, packetID)
	if err != nil {
		return err
	}
	for _, m := range marks {
		if err := checkSuperiorMark(sheets.Sheets, m); err != nil {
			return err
		}
	}
	return d.update(ctx, "set superior marks", func(tx *store.Tx) error {
		packet, err := tx.ReceivedPacket(packetID)
		if err != nil {
			return err
		}
		known, err := tx.SuperiorMarks(packetID)
		if err != nil || sameMarks(known, marks) {
			return err
		}
		if packet.State != app.MonthReceived {
			packet.DecidedAt = d.answeredAnew(packet) // an answer that was written does not hold them
			if err := tx.PutReceivedPacket(packet); err != nil {
				return err
			}
		}
		return tx.PutSuperiorMarks(packetID, marks)
	})
}

// sameMarks reports whether two lists give the same points, in whatever order.
func sameMarks(a, b []app.SuperiorMark) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(m app.SuperiorMark) bool { return !slices.Contains(b, m) })
}

func checkSuperiorMark(sheets []app.SheetScore, m app.SuperiorMark) error {
	for _, sheet := range sheets {
		if sheet.Result.Framework != m.Framework || sheet.Result.Version != m.Version || sheet.Subject != m.Subject {
			continue
		}
		line, found := sheet.Result.Line(m.ID)
		if !found {
			break
		}
		return app.CheckSuperiorPoints(line, m.Points)
	}
	return app.NewError(app.CodeNotFound, "what", m.ID)
}

// takeSuperiorMarks brings the points of a receipt into the sheets of its month, which are frozen for everybody else, and takes those out that an
// earlier answer to the same packet brought and this one no longer gives.
func (d *Desk) takeSuperiorMarks(tx *store.Tx, receipt app.Receipt) error {
	receipts, err := tx.Receipts()
	if err != nil {
		return err
	}
	for _, earlier := range receipts {
		if earlier.PacketID != receipt.PacketID || earlier.ID == receipt.ID {
			continue
		}
		for _, m := range earlier.Marks {
			if slices.ContainsFunc(receipt.Marks, m.IsOfSameLine) {
				continue
			}
			m.Points = ""
			if err := d.takeSuperiorMark(tx, receipt.Month, m); err != nil {
				return err
			}
		}
	}
	for _, m := range receipt.Marks {
		if err := d.takeSuperiorMark(tx, receipt.Month, m); err != nil {
			return err
		}
	}
	return nil
}

// takeSuperiorMark brings points into the sheet; "" takes them out.
func (d *Desk) takeSuperiorMark(tx *store.Tx, month app.Month, m app.SuperiorMark) error {
	key := SheetKey{Framework: m.Framework, Version: m.Version, Subject: m.Subject}
	if err := requireOfMonth(tx, m.Subject, month); err != nil {
		return err
	}
	framework, err := d.frameworkOf(tx, key)
	if err != nil {
		return app.WrapError(err, CodeBadData)
	}
	sheet, err := tx.Sheet(key.Framework, key.Version, key.Subject)
	if err != nil {
		return err
	}
	mark := app.Mark{ID: m.ID}
	for _, known := range sheet.Marks {
		if known.ID == m.ID {
			mark = known
		}
	}
	mark.Superior = m.Points
	if err := framework.CheckMark(mark); err != nil {
		return app.WrapError(err, CodeBadData)
	}
	sheet.Marks = withMark(sheet.Marks, mark)
	return tx.PutSheet(sheet)
}

// requireOfMonth returns CodeBadData unless a sheet belongs to a month.
func requireOfMonth(tx *store.Tx, subject string, month app.Month) error {
	if period := app.SheetPeriod(subject); period.Validate() == nil {
		if period.Holds(month) {
			return nil
		}
		return app.NewError(CodeBadData)
	}
	meeting, err := tx.Meeting(subject)
	if err != nil || meeting.Month != month {
		return app.NewError(CodeBadData)
	}
	return nil
}
