package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// PeriodSheet returns a cell's sheet for a month, quarter or year, with the period before for comparison. code is that of the framework;
// "" is the one in force. CodeNoFramework if there is none.
func (d *Desk) PeriodSheet(ctx context.Context, code string, period app.SheetPeriod) (SheetView, error) {
	var view SheetView
	if err := period.Validate(); err != nil {
		return view, err
	}
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		book := once(tx)
		if view, err = d.periodSheet(book, code, period); err != nil {
			return err
		}
		before, err := d.periodSheet(book, code, period.Prev())
		if app.CodeOf(err) == CodeNoFramework {
			return nil
		}
		if len(before.Marked.Marks) > 0 {
			view.Previous = before.Result
		}
		return err
	})
	return view, err
}

// SheetChoices returns the frameworks that the cell can keep a sheet of for a period, by name.
func (d *Desk) SheetChoices(ctx context.Context, period app.SheetPeriod) ([]*app.Framework, error) {
	var list []*app.Framework
	if err := period.Validate(); err != nil {
		return nil, err
	}
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		all, err := d.parsedFrameworks(tx)
		list = app.FrameworksFor(all, period.Scope(), settings.CellKind, period.Span().To.Last())
		return err
	})
	return list, err
}

func (d *Desk) periodSheet(tx reader, code string, period app.SheetPeriod) (SheetView, error) {
	settings, err := tx.Settings()
	if err != nil {
		return SheetView{}, err
	}
	last := period.Span().To
	if code == "" && period.Scope() != app.ScopeMonth {
		if code, err = d.firstFramework(tx, settings, period); err != nil {
			return SheetView{}, err
		}
	}
	facts, err := d.sheetFacts(tx, settings, code, period)
	if err != nil {
		return SheetView{}, err
	}
	view, err := d.scoreSheet(tx, settings, sheetQuery{scope: period.Scope(), code: code, about: "cell", subject: string(period), day: last.Last(), facts: facts})
	if err != nil {
		return view, err
	}
	record, err := tx.MonthRecord(last)
	view.Frozen = record.State.IsFrozen()
	return view, err
}

// firstFramework is the code of the framework that is scored for a quarter or year unless another is asked for.
func (d *Desk) firstFramework(tx reader, settings app.Settings, period app.SheetPeriod) (string, error) {
	all, err := d.parsedFrameworks(tx)
	if err != nil {
		return "", err
	}
	list := app.FrameworksFor(all, period.Scope(), settings.CellKind, period.Span().To.Last())
	if len(list) == 0 {
		return "", app.NewError(CodeNoFramework, "scope", string(period.Scope()))
	}
	return list[0].Code, nil
}

// sheetFacts computes the values of a cell's sheet.
func (d *Desk) sheetFacts(tx reader, settings app.Settings, code string, period app.SheetPeriod) (app.Facts, error) {
	if period.Scope() == app.ScopeMonth {
		return d.criteriaFacts(tx, settings, app.Month(period))
	}
	span := period.Span()
	book, err := d.factBook(tx, settings, span.To)
	if err != nil {
		return nil, err
	}
	results := make(map[app.Month]*app.ScoreResult)
	for month := span.From; month <= span.To; month = month.Next() {
		meeting := regularOf(book.Meetings, month)
		if meeting == nil {
			continue
		}
		if results[month], err = d.meetingResult(tx, *meeting); err != nil {
			return nil, err
		}
	}
	facts := app.PeriodFacts(span, book, results)
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return nil, err
	}
	sheets, err := tx.Sheets()
	if err != nil {
		return nil, err
	}
	for _, f := range frameworks {
		if f.Code == code {
			facts = facts.Merge(f.CheckFacts(span, book, sheets))
		}
	}
	return facts, nil
}
