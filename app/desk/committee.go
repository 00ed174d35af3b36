package desk

import (
	"context"
	"sort"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Matrix is what a committee sees first: cells × months with the state of each month.
type Matrix struct {
	Name   string // the committee's name
	Month  app.Month
	Months []app.Month
	Rows   []MatrixRow
	Counts MatrixCounts
}

// MatrixCounts are the figures above the matrix, for its last month, and how many were late in the month before.
type MatrixCounts struct {
	Cells, Accepted, Waiting, Returned, Missing, LateBefore, Members int
}

// MatrixRow is one cell's line.
type MatrixRow struct {
	Cell    app.CellEntry
	Members int // as its newest packet says; 0 without one
	Months  []MatrixCell
	OnTime  app.Share // months handed in by the due day / months due
}

// MatrixCell is one cell's month.
type MatrixCell struct {
	Month    app.Month
	State    CellMonthState
	PacketID string // the newest packet; "" for none
	LateDays int    // days after the due day, of the packet or until today; 0 in time
	Question app.Code
}

// CellMonthState is how a cell's month stands at the committee.
type CellMonthState string

// States of a cell's month at the committee.
const (
	CellNotDue   CellMonthState = "not_due" // before the cell's first month, or a month to come
	CellMissing  CellMonthState = "missing"
	CellReceived CellMonthState = "received"
	CellAccepted CellMonthState = "accepted"
	CellReturned CellMonthState = "returned"
)

// Matrix returns the last count months up to a month, for all cells in Vietnamese order of names.
func (d *Desk) Matrix(ctx context.Context, month app.Month, count int) (Matrix, error) {
	matrix := Matrix{Month: month}
	for n := count - 1; n >= 0; n-- {
		matrix.Months = append(matrix.Months, month.Add(-n))
	}
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		packets, err := tx.ReceivedPackets()
		if err != nil {
			return err
		}
		matrix.Name = settings.Name
		newest := newestPackets(packets)
		for _, cell := range cells {
			matrix.Rows = append(matrix.Rows, d.matrixRow(cell, newest[cell.ID], settings, matrix.Months))
		}
		return nil
	})
	sort.SliceStable(matrix.Rows, func(i, j int) bool {
		return app.TextKey(matrix.Rows[i].Cell.Name) < app.TextKey(matrix.Rows[j].Cell.Name)
	})
	matrix.Counts = countMatrix(matrix)
	return matrix, err
}

// newestPackets indexes the newest packet by cell and month; one that raised a question and is not decided counts as well.
func newestPackets(packets []app.ReceivedPacket) map[string]map[app.Month]app.ReceivedPacket {
	newest := make(map[string]map[app.Month]app.ReceivedPacket)
	for _, p := range packets {
		if newest[p.CellID] == nil {
			newest[p.CellID] = make(map[app.Month]app.ReceivedPacket)
		}
		if old, found := newest[p.CellID][p.Month]; !found || p.Seq > old.Seq || p.Seq == old.Seq && p.ReceivedAt.After(old.ReceivedAt) {
			newest[p.CellID][p.Month] = p
		}
	}
	return newest
}

func (d *Desk) matrixRow(cell app.CellEntry, packets map[app.Month]app.ReceivedPacket, settings app.Settings, months []app.Month) MatrixRow {
	row := MatrixRow{Cell: cell}
	var newest app.Month
	for month, p := range packets {
		if month >= newest {
			newest, row.Members = month, p.Summary.Members
		}
	}
	for _, month := range months {
		row.Months = append(row.Months, d.matrixCell(cell, packets, settings, month))
	}
	for month := cell.FirstMonth; month != "" && month <= d.ThisMonth(); month = month.Next() {
		at := d.matrixCell(cell, packets, settings, month)
		if at.State == CellMissing && at.LateDays == 0 {
			continue
		}
		row.OnTime.Whole++
		if at.LateDays == 0 {
			row.OnTime.Part++
		}
	}
	return row
}

func (d *Desk) matrixCell(cell app.CellEntry, packets map[app.Month]app.ReceivedPacket, settings app.Settings, month app.Month) MatrixCell {
	at := MatrixCell{Month: month, State: CellMissing}
	due := settings.DueOn(app.RuleHandoverDueDay, month)
	packet, found := packets[month]
	switch {
	case found:
		at.PacketID, at.Question = packet.ID, packet.Question
		at.State = map[app.MonthState]CellMonthState{app.MonthAccepted: CellAccepted, app.MonthReturned: CellReturned}[packet.State]
		if at.State == "" {
			at.State = CellReceived
		}
		at.LateDays = lateDays(due, app.DateOf(packet.ReceivedAt))
	case month < cell.FirstMonth || month > d.ThisMonth():
		at.State = CellNotDue
	default:
		at.LateDays = lateDays(due, d.Today())
	}
	return at
}

// lateDays returns how many days after the due day a day is; 0 in time or without a due day.
func lateDays(due, day app.Date) int {
	if due == "" || day <= due {
		return 0
	}
	return due.DaysUntil(day)
}

func countMatrix(matrix Matrix) MatrixCounts {
	counts := MatrixCounts{Cells: len(matrix.Rows)}
	for _, row := range matrix.Rows {
		counts.Members += row.Members
		switch row.Months[len(row.Months)-1].State {
		case CellAccepted:
			counts.Accepted++
		case CellReceived:
			counts.Waiting++
		case CellReturned:
			counts.Returned++
		case CellMissing:
			counts.Missing++
		}
		if before := len(row.Months) - 2; before >= 0 && row.Months[before].LateDays > 0 {
			counts.LateBefore++
		}
	}
	return counts
}

// Cells returns the cells that the committee knows, in Vietnamese order of names.
func (d *Desk) Cells(ctx context.Context) ([]app.CellEntry, error) {
	var cells []app.CellEntry
	err := d.view(ctx, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		var err error
		cells, err = tx.Cells()
		return err
	})
	sort.SliceStable(cells, func(i, j int) bool { return app.TextKey(cells[i].Name) < app.TextKey(cells[j].Name) })
	return cells, err
}

// ConfirmKey records that a cell's fingerprint was compared by phone. CodeNotFound if the cell has no key yet.
func (d *Desk) ConfirmKey(ctx context.Context, cellID string) error {
	return d.update(ctx, "confirm key", func(tx *store.Tx) error {
		cell, err := tx.Cell(cellID)
		if err != nil {
			return err
		}
		if cell.KeyState == app.KeyNone || cell.SigningKey == "" {
			return app.NewError(app.CodeNotFound, "what", "key", "cell", cell.Name)
		}
		cell.KeyState, cell.ConfirmedOn = app.KeyConfirmed, d.Today()
		if err := tx.PutCell(cell); err != nil {
			return err
		}
		return answerKeyQuestions(tx, cell)
	})
}

// answerKeyQuestions takes the question of the key back from the packets that the confirmed key signed.
func answerKeyQuestions(tx *store.Tx, cell app.CellEntry) error {
	packets, err := tx.ReceivedPackets()
	if err != nil {
		return err
	}
	for _, p := range packets {
		asked := p.Question == handover.CodeKeyUnknown || p.Question == handover.CodeKeyUnconfirmed
		if p.CellID != cell.ID || !asked || p.SigningKey != cell.SigningKey {
			continue
		}
		p.Question = ""
		if err := tx.PutReceivedPacket(p); err != nil {
			return err
		}
	}
	return nil
}

// Decide accepts or returns a packet. Returning needs a remark. The decision travels back with the next receipt.
func (d *Desk) Decide(ctx context.Context, packetID string, verdict app.ReceiptVerdict, remark string) error {
	remark = cleanLines(remark)
	if verdict == app.ReceiptReturned && remark == "" {
		return app.NewError(CodeNeedsRemark)
	}
	return d.update(ctx, "decide packet", func(tx *store.Tx) error { return d.decide(tx, packetID, verdict, remark) })
}

// CodeNeedsRemark: returning a packet needs words that tell the cell what to mend.
const CodeNeedsRemark app.Code = "needs_remark"

// decide records a decision. A packet whose key was not compared by phone cannot be accepted; accepting one that contradicts
// another makes it the one that the committee goes on from.
func (d *Desk) decide(tx *store.Tx, packetID string, verdict app.ReceiptVerdict, remark string) error {
	packet, err := tx.ReceivedPacket(packetID)
	if err != nil {
		return err
	}
	cell, err := tx.Cell(packet.CellID)
	if err != nil {
		return err
	}
	state, known := decidedStates[verdict]
	if !known {
		return app.NewError(app.CodeInvalid, "field", "verdict", "value", string(verdict))
	}
	if verdict == app.ReceiptAccepted {
		sameKey := cell.SigningKey == packet.SigningKey && cell.Recipient == packet.Recipient
		if !sameKey || contested(packet.Question) {
			cell = rememberPacket(cell, packet)
		}
		if err := tx.PutCell(cell); err != nil {
			return err
		}
		if cell.KeyState != app.KeyConfirmed {
			return app.NewError(handover.CodeKeyUnconfirmed, "name", cell.Name, "fingerprint", cell.Fingerprint)
		}
		packet.Question = ""
	}
	packet.State, packet.Remark, packet.DecidedAt, packet.DecidedBy = state, remark, d.Now(), d.actor
	return tx.PutReceivedPacket(packet)
}

var decidedStates = map[app.ReceiptVerdict]app.MonthState{
	app.ReceiptAccepted: app.MonthAccepted,
	app.ReceiptReturned: app.MonthReturned,
	app.ReceiptReceived: app.MonthReceived,
}

// sortPackets orders packets by month, cell and number.
func sortPackets(packets []app.ReceivedPacket) {
	sort.Slice(packets, func(i, j int) bool {
		a, b := packets[i], packets[j]
		if a.Month != b.Month {
			return a.Month < b.Month
		}
		if a.CellID != b.CellID {
			return a.CellID < b.CellID
		}
		return a.Seq < b.Seq
	})
}
