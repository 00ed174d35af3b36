package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// RollUpRow is one cell's month in a committee's summary.
type RollUpRow = report.RollUpRow

// RollUp returns the rows of a committee's summary of a month: one for each cell that had to hand in, under the name it had then.
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
	books, err := d.rollUpBooks(tx, month, month)
	if err != nil {
		return nil, err
	}
	return books.rows(month), nil
}

// rollUpBooks is what roll-ups of some months are made of, read once.
type rollUpBooks struct {
	settings app.Settings
	cells    []app.CellEntry
	events   map[string][]app.OrganisationEvent // by subject
	shelf    *shelf
}

func (d *Desk) rollUpBooks(tx *store.Tx, from, to app.Month) (rollUpBooks, error) {
	var b rollUpBooks
	var err error
	if b.settings, err = requireRole(tx, app.CommitteeBook); err != nil {
		return b, err
	}
	if b.cells, err = tx.Cells(); err != nil {
		return b, err
	}
	packets, err := tx.FiguresOfMonths(from, to)
	if err != nil {
		return b, err
	}
	events, err := tx.OrganisationEvents()
	if err != nil {
		return b, err
	}
	b.events = make(map[string][]app.OrganisationEvent)
	for _, e := range events {
		b.events[e.SubjectID] = append(b.events[e.SubjectID], e)
	}
	sortByName(b.cells, func(cell app.CellEntry) string { return cell.Name })
	b.shelf = d.shelve(b.settings, packets)
	return b, nil
}

func (b rollUpBooks) rows(month app.Month) []report.RollUpRow {
	var rows []report.RollUpRow
	for _, cell := range b.cells {
		at := b.shelf.cell(cell, month)
		if at.State == CellNotDue {
			continue
		}
		row := report.RollUpRow{Code: cell.Code, Name: app.NameOn(cell.Name, b.events[cell.ID], month.Last()), Kind: cell.Kind, Late: at.LateDays > 0}
		if packet := b.shelf.packet(cell.ID, month); packet != nil {
			row.State, row.Summary, row.ByHand, row.PacketID = packet.State, &packet.Summary, packet.ByHand, packet.ID
		}
		rows = append(rows, row)
	}
	return rows
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
	sums, err := d.periodPaper(tx, app.SheetPeriod(month))
	if err != nil {
		return report.Document{}, err
	}
	return report.RollUp(report.RollUpPaper{Settings: settings, Month: month, Rows: rows, On: d.Today(), Sums: &sums}, profile), nil
}
