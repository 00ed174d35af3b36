package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// RollUpView is a committee's summary of a month, quarter or year.
type RollUpView struct {
	Period   app.SheetPeriod
	Cells    []app.CellPeriod // in Vietnamese order of names
	Sum      app.PeriodFigures
	Kinds    map[app.CellKind]app.PeriodFigures
	ModelAim int // per cent of cells that should be model cells; 0 no aim is set
	WellAim  int // per cent of the rated cells that should do their work well or better; 0 no aim is set
}

// RollUpOf returns the summary of a period for the cells of a kind, "" for all. Months to come are not counted. Errors: CodeBadPeriod.
func (d *Desk) RollUpOf(ctx context.Context, period app.SheetPeriod, kind app.CellKind) (RollUpView, error) {
	var view RollUpView
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		view, err = d.rollUpOf(tx, period, kind)
		return err
	})
	return view, err
}

func (d *Desk) rollUpOf(tx *store.Tx, period app.SheetPeriod, kind app.CellKind) (RollUpView, error) {
	view := RollUpView{Period: period, Kinds: make(map[app.CellKind]app.PeriodFigures)}
	if err := period.Validate(); err != nil {
		return view, err
	}
	span := period.Span()
	books, err := d.rollUpBooks(tx, span.From, span.To)
	if err != nil {
		return view, err
	}
	models, err := d.modelLevels(tx)
	if err != nil {
		return view, err
	}
	for _, cell := range books.cells {
		if kind != "" && cell.Kind != kind {
			continue
		}
		line := app.CellPeriod{ID: cell.ID, Code: cell.Code, Name: app.NameOn(cell.Name, books.events[cell.ID], span.To.Last()), Kind: cell.Kind}
		for month := span.From; month <= span.To; month = month.Next() {
			if at := books.shelf.cell(cell, month); at.State != CellNotDue {
				line.Months = append(line.Months, books.month(cell, at))
			}
		}
		if len(line.Months) > 0 {
			view.Cells = append(view.Cells, app.SumCell(line, models))
		}
	}
	app.RankCells(view.Cells)
	view.Sum = app.SumCells(view.Cells)
	for _, c := range view.Cells {
		view.Kinds[c.Kind] = view.Kinds[c.Kind].Plus(c.Figures)
	}
	view.WellAim, _ = books.settings.RuleOn(app.RuleWellCellsAim, span.To.Last())
	view.ModelAim, _ = books.settings.RuleOn(app.RuleModelCellsAim, span.To.Last())
	return view, nil
}

func (b rollUpBooks) month(cell app.CellEntry, at MatrixCell) app.CellMonth {
	m := app.CellMonth{Month: at.Month, Late: at.LateDays > 0}
	if packet := b.shelf.packet(cell.ID, at.Month); packet != nil {
		m.State, m.Summary, m.ByHand, m.PacketID = packet.State, &packet.Summary, packet.ByHand, packet.ID
	}
	return m
}

// modelLevels are the names of the best levels of the book's monthly frameworks: a cell that reaches one is a model cell.
func (d *Desk) modelLevels(tx *store.Tx) (map[string]bool, error) {
	frameworks, err := d.parsedFrameworks(tx)
	names := make(map[string]bool)
	for _, f := range frameworks {
		if f.Scope == app.ScopeMonth && len(f.Levels) > 0 {
			names[f.Levels[0].Name] = true
		}
	}
	return names, err
}

// periodDocument makes the paper of a quarter's or year's summary.
func (d *Desk) periodDocument(tx *store.Tx, period app.SheetPeriod, profile report.Profile) (report.Document, error) {
	paper, err := d.periodPaper(tx, period)
	if err != nil {
		return report.Document{}, err
	}
	return report.PeriodRollUp(paper, profile), nil
}

func (d *Desk) periodPaper(tx *store.Tx, period app.SheetPeriod) (report.PeriodPaper, error) {
	view, err := d.rollUpOf(tx, period, "")
	if err != nil {
		return report.PeriodPaper{}, err
	}
	settings, err := tx.Settings()
	return report.PeriodPaper{Settings: settings, Period: period, Cells: view.Cells, Sum: view.Sum, Kinds: view.Kinds, ModelAim: view.ModelAim, WellAim: view.WellAim, On: d.Today()}, err
}
