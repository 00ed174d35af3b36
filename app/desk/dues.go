package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// DuesRow is one member's dues of a month.
type DuesRow struct {
	MemberID string
	Name     string
	Label    string // the name in a list: see app.ListNames
	Entry    app.DuesEntry
	Entered  bool
	Unpaid   []app.Month // of the year, up to the month
}

// DuesMonth is the register of dues of a month.
type DuesMonth struct {
	Month app.Month
	Kept  bool      // the book keeps dues at all
	Rows  []DuesRow // who owes, by name
	Paid  int       // members
	Sum   int       // đồng paid
}

// Dues returns the register of a month.
func (d *Desk) Dues(ctx context.Context, month app.Month) (DuesMonth, error) {
	list := DuesMonth{Month: month}
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		list.Kept = settings.KeepsDues
		members, err := tx.Members()
		if err != nil {
			return err
		}
		entries, err := tx.Dues(month.Year())
		if err != nil {
			return err
		}
		app.SortByName(members)
		members = slices.DeleteFunc(members, func(m app.Member) bool { return !app.OwesDuesIn(m, month) })
		labels := app.ListNames(members)
		for _, m := range members {
			list.add(m, labels[m.ID], entries)
		}
		return nil
	})
	return list, err
}

func (l *DuesMonth) add(m app.Member, label string, entries []app.DuesEntry) {
	row := DuesRow{MemberID: m.ID, Name: m.FullName, Label: label, Entry: app.DuesEntry{MemberID: m.ID, Month: l.Month}, Unpaid: app.UnpaidMonths(m, entries, l.Month.Year(), l.Month)}
	for _, e := range entries {
		if e.MemberID == m.ID && e.Month == l.Month {
			row.Entry, row.Entered = e, true
			l.Sum += e.Paid
			if e.IsPaid() {
				l.Paid++
			}
		}
	}
	l.Rows = append(l.Rows, row)
}

// KeepDues turns the register of dues on or off; what was entered stays in the book.
func (d *Desk) KeepDues(ctx context.Context, keep bool) error {
	return d.update(ctx, "keep dues", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		settings.KeepsDues = keep
		return tx.PutSettings(settings)
	})
}

// SetDues records entries as one command; one that says nothing is taken back. Errors: those of app.DuesEntry.Validate, CodeNoDues where the
// book does not keep them.
func (d *Desk) SetDues(ctx context.Context, entries ...app.DuesEntry) error {
	for i := range entries {
		entries[i].Note = app.Clean(entries[i].Note)
		if err := entries[i].Validate(); err != nil {
			return err
		}
	}
	return d.update(ctx, "set dues", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		if !settings.KeepsDues {
			return app.NewError(CodeNoDues)
		}
		for _, e := range entries {
			if e == (app.DuesEntry{MemberID: e.MemberID, Month: e.Month}) {
				err = tx.DeleteDues(e.MemberID, e.Month)
			} else {
				err = tx.PutDues(e)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// CodeNoDues: the book does not keep dues.
const CodeNoDues app.Code = "no_dues"
