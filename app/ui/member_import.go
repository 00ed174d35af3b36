package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// newMemberImport shows what a list of members would change, before anything is written.
func newMemberImport(p *Program, path string) Screen {
	source := &memberSource{program: p}
	return newImportScreen(p, path, importKind{
		title: wording.Text("Import members from Excel"), place: placeMembers, fields: desk.MemberFields, source: source,
		again: p.pickMemberFile, back: func() { p.frame.Open(placeMembers) }, mayBeNew: true,
		written: func(count int) string { return wording.Text("{count} rows written to the book", "count", count) },
	})
}

// memberSource reads and writes a list of members.
type memberSource struct {
	program *Program
	preview *desk.MemberImport
}

func (s *memberSource) read(ctx context.Context, path string, choice desk.FileChoice, decisions map[int]string) (importView, error) {
	options := desk.MemberFileOptions{Choice: choice, Progress: s.program.frame.Progress}
	preview, err := s.program.desk.PreviewMembers(ctx, path, options, decisions)
	if err != nil {
		return importView{}, err
	}
	s.preview = preview
	view := importView{layout: preview.Table.Layout, sheets: preview.Table.Sheets, converted: preview.Table.Converted, remembered: preview.Remembered, dropped: preview.Table.Dropped}
	for _, row := range preview.Rows {
		view.lines = append(view.lines, memberImportLine(row))
	}
	return view, nil
}

func (s *memberSource) write(ctx context.Context, skip map[int]bool) (int, error) {
	return s.program.desk.WriteMembers(ctx, s.preview, skip, s.program.frame.Progress)
}

// newPointImport shows what a table of handbook points would change. month is used where the file names none.
func newPointImport(p *Program, path string, month app.Month) Screen {
	return newImportScreen(p, path, importKind{
		title: wording.Text("Import points from Excel"), place: placePoints, fields: desk.PointFields, source: &pointSource{program: p, asked: month},
		again: p.pickPointFile, back: func() { p.frame.Open(placePoints) }, points: true,
		written: func(count int) string { return wording.Text("{count} values written to the book", "count", count) },
	})
}

// pickPointFile asks for a table of points and shows what it would change.
func (p *Program) pickPointFile() {
	p.pickFile(wording.Text("Choose the table of points"), tableEndings(), func(path string) {
		p.frame.Show(newPointImport(p, path, p.frame.Month()), placePoints)
	})
}

// pointSource reads and writes a table of handbook points.
type pointSource struct {
	program *Program
	asked   app.Month // the month on screen
	month   app.Month // "" lets the file say
	preview *desk.PointImport
}

func (s *pointSource) read(ctx context.Context, path string, choice desk.FileChoice, decisions map[int]string) (importView, error) {
	options := desk.PointFileOptions{Month: s.month, Choice: choice, Progress: s.program.frame.Progress}
	preview, err := s.program.desk.PreviewPoints(ctx, path, options, decisions)
	if err != nil {
		return importView{}, err
	}
	s.preview = preview
	view := importView{layout: preview.Table.Layout, sheets: preview.Table.Sheets, converted: preview.Table.Converted, remembered: preview.Remembered, dropped: preview.Table.Dropped}
	for _, row := range preview.Rows {
		view.lines = append(view.lines, pointImportLine(row))
	}
	return view, nil
}

// write writes all rows but those in skip.
func (s *pointSource) write(ctx context.Context, skip map[int]bool) (int, error) {
	kept := *s.preview
	kept.Rows = nil
	for _, row := range s.preview.Rows {
		if !skip[row.Row] {
			kept.Rows = append(kept.Rows, row)
		}
	}
	kept.Counts = app.CountPoints(kept.Rows)
	return s.program.desk.WritePoints(ctx, &kept, s.program.frame.Progress)
}
