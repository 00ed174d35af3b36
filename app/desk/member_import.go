package desk

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"sochibo/app"
	"sochibo/app/sheet"
	"sochibo/store"
)

// MemberImport is the preview of a list of members: what a file holds and what each row would do. Nothing is written by it.
type MemberImport struct {
	Path       string
	Table      *sheet.MemberTable
	Rows       []app.ImportRow // errors first, then in the order of the file
	Counts     app.ImportCounts
	Remembered bool // columns are as a person corrected them for an earlier file with the same headings

	corrected map[int][]sheet.Field // columns as a person corrected them; nil if nobody did
	seen      fingerprint           // what the book held when the rows were compared with it
}

// PreviewMembers reads a file and compares it with the book. decisions settle doubtful rows (app.MatchOptions).
// Errors: those of sheet.ReadMembers.
func (d *Desk) PreviewMembers(ctx context.Context, path string, options sheet.MemberOptions, decisions map[int]string) (*MemberImport, error) {
	defer boundMemory()()
	options.Today = d.Today()
	table, err := sheet.ReadMembers(ctx, path, options)
	if err != nil {
		return nil, err
	}
	preview := &MemberImport{Path: path, Table: table, corrected: options.Choice.Columns}
	choice, again, err := d.remembered(ctx, mappingMembers, table.Layout, options.Choice)
	if err != nil {
		return nil, err
	}
	if again {
		options.Choice, preview.Remembered = choice, true
		if preview.Table, err = sheet.ReadMembers(ctx, path, options); err != nil {
			return nil, err
		}
		table = preview.Table
	}
	err = d.view(ctx, func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		if preview.seen, err = fingerprintOfRows(members); err != nil {
			return err
		}
		months, _ := settings.RuleOn(app.RuleProbationMonths, d.Today())
		preview.Rows = app.MatchMembers(members, table.Rows, app.MatchOptions{Today: d.Today(), ProbationMonths: months, Decisions: decisions})
		table.Rows = nil // a large list is not held twice
		frozen, err := d.readFrozenMonths(tx)
		if err != nil {
			return err
		}
		frozen.refuseFrozen(preview.Rows, members, d.Today())
		return nil
	})
	preview.Counts = app.CountImport(preview.Rows)
	preview.Counts.Errors += table.Dropped
	return preview, err
}

// WriteMembers writes the new and changed rows of a preview, except those whose row number is in skip, as one command after a backup.
// A cancelled ctx leaves the book as it was. CodeStalePreview if the book changed since the preview.
func (d *Desk) WriteMembers(ctx context.Context, preview *MemberImport, skip map[int]bool, progress func(done, total int)) (int, error) {
	if preview.Counts.New+preview.Counts.Changed == 0 {
		return 0, nil
	}
	if err := d.book.Backup(ctx, "import"); err != nil {
		return 0, err
	}
	written, total := 0, 0
	for _, row := range preview.Rows {
		if isWritten(row.State) && !skip[row.Row] {
			total++
		}
	}
	err := d.update(ctx, "import members", func(tx *store.Tx) error {
		members, err := tx.Members()
		if err != nil {
			return err
		}
		if now, err := fingerprintOfRows(members); err != nil || now != preview.seen {
			return errors.Join(err, app.NewError(CodeStalePreview))
		}
		frozen, err := d.readFrozenMonths(tx)
		if err != nil {
			return err
		}
		frozen.refuseFrozen(preview.Rows, members, d.Today())
		for _, row := range preview.Rows {
			if ctx.Err() != nil {
				return app.WrapError(ctx.Err(), app.CodeCanceled)
			}
			if !isWritten(row.State) || skip[row.Row] {
				continue
			}
			if err := d.writeImported(tx, row); err != nil {
				return err
			}
			written++
			if progress != nil {
				progress(written, total)
			}
		}
		return rememberColumns(tx, mappingMembers, preview.Table.Key, preview.corrected)
	})
	if err != nil {
		return 0, err
	}
	return written, nil
}

// isWritten reports whether something of a file that compares so with the book is written.
func isWritten(state app.ImportState) bool {
	return state == app.ImportNew || state == app.ImportChanged
}

// CodeStalePreview: the book changed after the preview was made, so what the user agreed to is no longer what would be written.
const CodeStalePreview app.Code = "stale_preview"

// fingerprint tells whether rows are still what they were.
type fingerprint [sha256.Size]byte

func fingerprintOfRows(rows ...any) (fingerprint, error) {
	data, err := json.Marshal(rows)
	return sha256.Sum256(data), err
}

func (d *Desk) writeImported(tx *store.Tx, row app.ImportRow) error {
	member := row.Member
	if row.State == app.ImportNew {
		member.ID = d.newID()
	} else if _, err := tx.Member(row.MemberID); err != nil {
		return err
	}
	return tx.PutMember(member)
}

// PointImport is the preview of a table of handbook points.
type PointImport struct {
	Path       string
	Table      *sheet.PointTable
	Rows       []app.PointImportRow
	Counts     app.PointImportCounts
	Remembered bool // as in MemberImport

	corrected map[int][]sheet.Field
	seen      fingerprint
}

// PreviewPoints reads a table of points and compares it with the book. A month that is frozen gives CodeMonthClosed when something
// in it would change.
func (d *Desk) PreviewPoints(ctx context.Context, path string, options sheet.PointOptions, decisions map[int]string) (*PointImport, error) {
	defer boundMemory()()
	options.Today = d.Today()
	table, err := sheet.ReadPoints(ctx, path, options)
	if err != nil {
		return nil, err
	}
	preview := &PointImport{Path: path, Table: table, corrected: options.Choice.Columns}
	choice, again, err := d.remembered(ctx, mappingPoints, table.Layout, options.Choice)
	if err != nil {
		return nil, err
	}
	if again {
		options.Choice, preview.Remembered = choice, true
		if preview.Table, err = sheet.ReadPoints(ctx, path, options); err != nil {
			return nil, err
		}
		table = preview.Table
	}
	err = d.view(ctx, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		entries, err := pointsOfTable(tx, table)
		if err != nil {
			return err
		}
		preview.Rows = app.MatchPoints(members, entries, table.Rows, decisions)
		if preview.seen, err = fingerprintOfRows(members, entries); err != nil {
			return err
		}
		return requireOpenFor(tx, preview.Rows)
	})
	preview.Counts = app.CountPoints(preview.Rows)
	preview.Counts.Errors += table.Dropped
	return preview, err
}

func pointsOfTable(tx *store.Tx, table *sheet.PointTable) ([]app.PointEntry, error) {
	years := make(map[int]bool)
	for _, row := range table.Rows {
		for _, value := range row.Values {
			years[value.Month.Year()] = true
		}
	}
	var entries []app.PointEntry
	for _, year := range slices.Sorted(maps.Keys(years)) {
		list, err := tx.Points(year)
		if err != nil {
			return nil, err
		}
		entries = append(entries, list...)
	}
	return entries, nil
}

// requireOpenFor returns CodeMonthClosed if rows would change a month that is frozen.
func requireOpenFor(tx *store.Tx, rows []app.PointImportRow) error {
	looked := make(map[app.Month]bool)
	for _, row := range rows {
		for _, change := range row.Points {
			if !isWritten(change.State) || looked[change.Entry.Month] {
				continue
			}
			looked[change.Entry.Month] = true
			if err := requireOpen(tx, change.Entry.Month); err != nil {
				return err
			}
		}
	}
	return nil
}

// WritePoints writes the new and changed values of a preview as one command after a backup. A cancelled ctx leaves the book as it was.
// CodeStalePreview if the book changed since the preview.
func (d *Desk) WritePoints(ctx context.Context, preview *PointImport, progress func(done, total int)) (int, error) {
	if preview.Counts.New+preview.Counts.Changed == 0 {
		return 0, nil
	}
	if err := d.book.Backup(ctx, "import"); err != nil {
		return 0, err
	}
	written := 0
	err := d.update(ctx, "import points", func(tx *store.Tx) error {
		members, err := tx.Members()
		if err != nil {
			return err
		}
		entries, err := pointsOfTable(tx, preview.Table)
		if err != nil {
			return err
		}
		if now, err := fingerprintOfRows(members, entries); err != nil || now != preview.seen {
			return errors.Join(err, app.NewError(CodeStalePreview))
		}
		for _, row := range preview.Rows {
			if ctx.Err() != nil {
				return app.WrapError(ctx.Err(), app.CodeCanceled)
			}
			n, err := writePointRow(tx, row)
			if err != nil {
				return err
			}
			written += n
			if progress != nil && n > 0 {
				progress(written, preview.Counts.New+preview.Counts.Changed)
			}
		}
		return rememberColumns(tx, mappingPoints, preview.Table.Key, preview.corrected)
	})
	if err != nil {
		return 0, err
	}
	return written, nil
}

func writePointRow(tx *store.Tx, row app.PointImportRow) (int, error) {
	written := 0
	for _, change := range row.Points {
		if !isWritten(change.State) {
			continue
		}
		if err := errors.Join(change.Entry.Validate(), requireOpen(tx, change.Entry.Month)); err != nil {
			return written, err
		}
		if err := tx.PutPoint(change.Entry); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// ExportMembers writes the list of all members; see ExportMemberList.
func (d *Desk) ExportMembers(ctx context.Context, path string) error {
	return d.ExportMemberList(ctx, ListMembers, nil, path)
}

// MemberFileOptions say how a list of members is read: the mapping of its columns and who is told of the progress.
type MemberFileOptions = sheet.MemberOptions

// PointFileOptions say how a table of points is read.
type PointFileOptions = sheet.PointOptions
