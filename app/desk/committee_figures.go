package desk

import (
	"context"
	"errors"
	"reflect"
	"strings"

	"sochibo/app"
	"sochibo/app/sheet"
	"sochibo/store"
)

// Codes of figures entered by hand.
const (
	CodeHasPacket   app.Code = "month_has_packet" // the cell handed in a packet for the month; Values: name, month
	CodeCellNotDue  app.Code = "cell_not_due"     // the cell has nothing to hand in for the month; Values: name, month
	CodeCellUnknown app.Code = "row_cell_unknown" // no cell of that code or name; Values: code, name
	CodeCellTwice   app.Code = "row_cell_twice"   // the file has the cell twice; Values: name, row
)

// EnterFigures records a month's figures of a cell that hands in no packet, marked as entered by hand and accepted. Entered again they replace
// the earlier ones. Errors: those of PacketSummary.Validate, CodeHasPacket, CodeCellNotDue, CodeFutureMonth, CodeNotFound.
func (d *Desk) EnterFigures(ctx context.Context, cellID string, month app.Month, figures app.PacketSummary) error {
	if err := figures.Validate(); err != nil {
		return err
	}
	return d.update(ctx, "enter figures", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		cell, err := tx.Cell(cellID)
		if err != nil {
			return err
		}
		if err := d.mayEnter(tx, cell, month); err != nil {
			return err
		}
		return d.putFigures(tx, cell, month, figures)
	})
}

// mayEnter looks whether figures of a cell's month can be entered by hand.
func (d *Desk) mayEnter(tx *store.Tx, cell app.CellEntry, month app.Month) error {
	if err := month.Validate(); err != nil {
		return err
	}
	packets, err := tx.CellPackets(cell.ID)
	if err != nil {
		return err
	}
	for _, p := range packets {
		if p.Month == month && !p.ByHand {
			return app.NewError(CodeHasPacket, "name", cell.Name, "month", month.String())
		}
	}
	if !cell.IsDue(month) || month > d.ThisMonth() {
		return app.NewError(CodeCellNotDue, "name", cell.Name, "month", month.String())
	}
	return nil
}

// handID names the row of a cell's month that was entered by hand: there is one.
func handID(cellID string, month app.Month) string { return "hand-" + cellID + "-" + string(month) }

func (d *Desk) putFigures(tx *store.Tx, cell app.CellEntry, month app.Month, figures app.PacketSummary) error {
	now := d.Now()
	row := app.ReceivedPacket{ID: handID(cell.ID, month), CellID: cell.ID, Month: month, ByHand: true, ReceivedAt: now, State: app.MonthAccepted,
		DecidedAt: now, ReceiptAt: now, DecidedBy: d.actor(), Summary: figures}
	if before, err := tx.ReceivedPacket(row.ID); err == nil {
		row.ReceivedAt = before.ReceivedAt // handed in when it was first entered
	} else if app.CodeOf(err) != app.CodeNotFound {
		return err
	}
	if figures.SecretaryName != "" && cell.SecretaryName != figures.SecretaryName {
		cell.SecretaryName = figures.SecretaryName
		if err := tx.PutCell(cell); err != nil {
			return err
		}
	}
	return tx.PutReceivedPacket(row)
}

// PreviewFigures reads a table of cells' figures and says what an import would do with each row; it writes nothing.
// Errors: those of reading a list, sheet_no_heading.
func (d *Desk) PreviewFigures(ctx context.Context, path string, month app.Month) ([]app.FigureRow, error) {
	rows, err := sheet.ReadFigures(ctx, path)
	if err != nil {
		return nil, err
	}
	return rows, d.view(ctx, func(tx *store.Tx) error { return d.matchFigures(tx, rows, month) })
}

// matchFigures finds the cell of each row and what would change.
func (d *Desk) matchFigures(tx *store.Tx, rows []app.FigureRow, month app.Month) error {
	if _, err := requireRole(tx, app.CommitteeBook); err != nil {
		return err
	}
	cells, err := tx.Cells()
	if err != nil {
		return err
	}
	seen := map[string]int{}
	for i := range rows {
		row := &rows[i]
		fault := func(err error) {
			found := app.ImportFault{Row: row.Row, Code: app.CodeOf(err)}
			var known *app.Error
			if errors.As(err, &known) {
				found.Values = known.Values
			}
			row.Faults, row.State = append(row.Faults, found), app.ImportError
		}
		cell := findCell(cells, *row)
		switch {
		case cell == nil:
			fault(app.NewError(CodeCellUnknown, "code", row.Code, "name", row.Name))
			continue
		case seen[cell.ID] > 0:
			fault(app.NewError(CodeCellTwice, "name", cell.Name, "row", seen[cell.ID]))
			continue
		}
		seen[cell.ID], row.CellID, row.Name = row.Row, cell.ID, cell.Name
		if err := row.Summary.Validate(); err != nil {
			fault(err)
		}
		if err := d.mayEnter(tx, *cell, month); err != nil {
			fault(err)
		}
		if len(row.Faults) > 0 {
			row.State = app.ImportError
			continue
		}
		if row.State, err = stateOfFigures(tx, cell.ID, month, row.Summary); err != nil {
			return err
		}
	}
	return nil
}

func stateOfFigures(tx *store.Tx, cellID string, month app.Month, figures app.PacketSummary) (app.ImportState, error) {
	before, err := tx.ReceivedPacket(handID(cellID, month))
	switch {
	case app.CodeOf(err) == app.CodeNotFound:
		return app.ImportNew, nil
	case err != nil:
		return "", err
	case reflect.DeepEqual(before.Summary, figures):
		return app.ImportUnchanged, nil
	}
	return app.ImportChanged, nil
}

// findCell finds the cell of a row by its code, or by its name without regard to case and marks.
func findCell(cells []app.CellEntry, row app.FigureRow) *app.CellEntry {
	for i, c := range cells {
		if row.Code != "" && strings.EqualFold(c.Code, row.Code) || row.Code == "" && app.Fold(c.Name) == app.Fold(row.Name) {
			return &cells[i]
		}
	}
	return nil
}

// WriteFigures writes the rows of a preview that have no fault and differ from what is there, in one transaction, and returns how many.
func (d *Desk) WriteFigures(ctx context.Context, rows []app.FigureRow, month app.Month) (int, error) {
	written := 0
	err := d.update(ctx, "import figures", func(tx *store.Tx) error {
		written = 0
		fresh := make([]app.FigureRow, 0, len(rows))
		for _, row := range rows {
			if row.State == app.ImportNew || row.State == app.ImportChanged {
				row.Faults = nil
				fresh = append(fresh, row)
			}
		}
		if err := d.matchFigures(tx, fresh, month); err != nil {
			return err
		}
		for _, row := range fresh {
			if len(row.Faults) > 0 { // the book changed after the preview
				return app.NewError(CodeStalePreview)
			}
			cell, err := tx.Cell(row.CellID)
			if err != nil {
				return err
			}
			if err := d.putFigures(tx, cell, month, row.Summary); err != nil {
				return err
			}
			written++
		}
		return nil
	})
	return written, err
}

// ExportFigureTable writes an Excel table for a month with a line for each cell without a packet, to be filled in and imported.
func (d *Desk) ExportFigureTable(ctx context.Context, month app.Month, path string) error {
	var rows []app.FigureRow
	title := ""
	err := d.view(ctx, func(tx *store.Tx) error {
		books, err := d.rollUpBooks(tx, month, month)
		if err != nil {
			return err
		}
		title = books.settings.Name + ": số liệu tháng " + month.String()
		for _, row := range books.rows(month) {
			line := app.FigureRow{Code: row.Code, Name: row.Name}
			if row.Summary != nil && !row.ByHand {
				continue
			}
			if row.Summary != nil {
				line.Summary = *row.Summary
			}
			rows = append(rows, line)
		}
		return nil
	})
	if err != nil {
		return err
	}
	data, err := sheet.FigureTemplate(title, rows)
	if err != nil {
		return err
	}
	return writeWhole(path, data)
}
