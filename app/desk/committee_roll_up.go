package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// RollUp returns the rows of a committee's summary of a month: one for each cell that had to hand in.
func (d *Desk) RollUp(ctx context.Context, month app.Month) ([]report.RollUpRow, error) {
	var rows []report.RollUpRow
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		rows, err = d.rollUpRows(tx, month)
		return err
	})
	return rows, err
}

func (d *Desk) rollUpRows(tx *store.Tx, month app.Month) ([]report.RollUpRow, error) {
	settings, err := requireRole(tx, app.CommitteeBook)
	if err != nil {
		return nil, err
	}
	cells, err := tx.Cells()
	if err != nil {
		return nil, err
	}
	packets, err := tx.ReceivedPackets()
	if err != nil {
		return nil, err
	}
	shelf := d.shelve(settings, packets)
	sortByName(cells, func(cell app.CellEntry) string { return cell.Name })
	var rows []report.RollUpRow
	for _, cell := range cells {
		at := shelf.cell(cell, month)
		if at.State == CellNotDue {
			continue
		}
		row := report.RollUpRow{Code: cell.Code, Name: cell.Name, Late: at.LateDays > 0}
		if packet := shelf.packet(cell.ID, month); packet != nil {
			row.State, row.Summary = packet.State, &packet.Summary
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (d *Desk) rollUpDocument(tx *store.Tx, month app.Month, profile report.Profile) (report.Document, error) {
	rows, err := d.rollUpRows(tx, month)
	if err != nil {
		return report.Document{}, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return report.Document{}, err
	}
	return report.RollUp(report.RollUpPaper{Settings: settings, Month: month, Rows: rows, On: d.Today()}, profile), nil
}

// RollUpRow is one cell's month in a committee's summary.
type RollUpRow = report.RollUpRow
