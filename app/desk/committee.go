package desk

import (
	"context"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// Matrix is what a committee sees first: cells × months with the state of each month.
type Matrix struct {
	Name   string // the committee's name
	Month  app.Month
	Months []app.Month
	Rows   []MatrixRow
	Counts MatrixCounts
	Tree   *app.TreeNode // organisations and cells under the committee
}

// MatrixCounts are the figures above the matrix, for its last month, and how many were late in the month before.
type MatrixCounts struct {
	Cells, Accepted, Waiting, Returned, Missing, LateBefore, Members int
	Clean                                                            int // of those that wait: nothing about them needs a look
	ToEnter                                                          int // of those missing: their figures are entered by hand
	ToAnswer                                                         int // decisions of any month whose receipts are still to be written
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
	Findings int  // things to look at
	Clean    bool // waits for a decision, and nothing about it needs a look
	ByHand   bool // figures entered by hand
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
	toAnswer := 0
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		packets, err := tx.PacketStates()
		if err != nil {
			return err
		}
		organisations, err := tx.Organisations()
		if err != nil {
			return err
		}
		matrix.Name, matrix.Tree = settings.Name, app.Tree(settings.Name, organisations, cells)
		toAnswer = len(unanswered(packets, cells, false))
		shelf := d.shelve(settings, packets)
		for _, cell := range cells {
			if cell.LastMonth == "" || cell.LastMonth >= matrix.Months[0] {
				matrix.Rows = append(matrix.Rows, shelf.row(cell, matrix.Months))
			}
		}
		return nil
	})
	sortByName(matrix.Rows, func(row MatrixRow) string { return row.Cell.Name })
	matrix.Counts = countMatrix(matrix)
	matrix.Counts.ToAnswer = toAnswer
	return matrix, err
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
		if row.Months[len(row.Months)-1].Clean {
			counts.Clean++
		}
		switch row.Months[len(row.Months)-1].State {
		case CellAccepted:
			counts.Accepted++
		case CellReceived:
			counts.Waiting++
		case CellReturned:
			counts.Returned++
		case CellMissing:
			counts.Missing++
			if row.Cell.ByHand {
				counts.ToEnter++
			}
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
	sortByName(cells, func(cell app.CellEntry) string { return cell.Name })
	return cells, err
}

// sortByName puts a list in Vietnamese order of names; the key of each name is made once.
func sortByName[T any](list []T, name func(T) string) {
	keys := make(map[string]string, len(list))
	for _, item := range list {
		keys[name(item)] = app.TextKey(name(item))
	}
	slices.SortStableFunc(list, func(a, b T) int { return strings.Compare(keys[name(a)], keys[name(b)]) })
}
