package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// makes reports whether frameworks are made here: in a committee's book.
func (s *frameworksScreen) makes() bool { return s.program.frame.options.Committee }

func (s *frameworksScreen) actions() []fyne.CanvasObject {
	file := NewButton(wording.Text("Import a file…"), IconDownload, s.importFile)
	if !s.makes() {
		return []fyne.CanvasObject{file}
	}
	return []fyne.CanvasObject{file, NewButton(wording.Text("From an Excel table…"), IconPoints, s.importTable), NewPrimary(wording.Text("New framework…"), IconAdd, s.begin)}
}

// tools are what can be done with a framework.
func (s *frameworksScreen) tools(f *app.Framework) fyne.CanvasObject {
	buttons := []fyne.CanvasObject{NewSmall(wording.Text("Save as a file…"), IconUpload, func() { s.export(f) }), NewSmall(wording.Text("As an Excel table…"), IconPoints, func() { s.exportTable(f) }),
		NewSmall(wording.Text("Preview"), IconShow, func() { s.preview(f) })}
	if s.makes() {
		buttons = append(buttons, NewSmall(wording.Text("New version…"), IconEdit, func() { s.nextVersion(f) }), NewSmall(wording.Text("Copy under another code…"), IconPaste, func() { s.copy(f) }),
			NewSmall(wording.Text("Write to a stick for the cells…"), IconUSB, func() { s.writePacket(f) }))
	}
	return Flow(8, buttons...)
}

// showDrafts lists the frameworks that are being made.
func (s *frameworksScreen) showDrafts(list []*app.Framework) {
	s.drafts.Objects = nil
	for _, f := range list {
		row := Row(12, newIcon(IconEdit, ToneGold, 20), Stretch(Paragraph(Span{Text: wording.Text("Being made: {name}, version {version}", "name", f.Name, "version", f.Version), Bold: true})),
			NewSmall(wording.Text("Throw away"), IconDelete, func() { s.throwAway(f) }), NewSmall(wording.Text("Go on"), IconForward, func() { s.edit(f) }))
		s.drafts.Add(NewStrip(row))
	}
	s.drafts.Refresh()
	s.page.Refresh()
}

func (s *frameworksScreen) edit(f *app.Framework) {
	s.program.frame.Show(newFrameworkEditor(s.program, f), placeFrameworks)
}

func (s *frameworksScreen) preview(f *app.Framework) {
	p, place := s.program, placeFrameworks
	if !s.makes() {
		place = placeCriteria
	}
	p.frame.Show(newFrameworkPreview(p, f, func() { p.frame.Show(newFrameworksScreen(p), place) }), place)
}

// draft begins a framework and opens it in the editor.
func (s *frameworksScreen) draft(from desk.SheetKey, code, name string, failed func(error)) {
	p := s.program
	Do(p.frame.Worker, "", func(ctx context.Context) (*app.Framework, error) {
		return p.desk.NewFrameworkDraft(ctx, from, code, name)
	}, func(f *app.Framework, err error) {
		if err != nil {
			failed(err)
			return
		}
		s.edit(f)
	})
}

// begin asks for code and name of a new framework.
func (s *frameworksScreen) begin() { s.askCode(wording.Text("New framework"), desk.SheetKey{}, "", "") }

func (s *frameworksScreen) copy(f *app.Framework) {
	s.askCode(wording.Text("Copy {name}", "name", f.ShortName), desk.SheetKey{Framework: f.Code, Version: f.Version}, "", f.Name)
}

func (s *frameworksScreen) askCode(title string, from desk.SheetKey, codeText, nameText string) {
	code, name := NewField(wording.Text("Code: capital letters, digits, - and ."), "KIEUMAU-2026"), NewField(wording.Text("Name of the framework"), "")
	code.Required, name.Required = true, true
	code.SetText(codeText)
	name.SetText(nameText)
	ShowForm(s.program.window, title, wording.Text("Begin"), Column(12, code, name), code, func(d *Dialog) bool {
		if !allValid(code, name) {
			return false
		}
		s.draft(from, code.Text(), name.Text(), func(err error) { s.program.frame.ShowError(err) })
		return true
	})
}

func (s *frameworksScreen) nextVersion(f *app.Framework) {
	s.draft(desk.SheetKey{Framework: f.Code, Version: f.Version}, "", "", func(err error) { s.program.frame.ShowError(err) })
}

func (s *frameworksScreen) throwAway(f *app.Framework) {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Throw the draft away?"), Text: f.Name, Verb: wording.Text("Throw away"), Danger: true, Do: func() {
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.DropFrameworkDraft(ctx, f.Code) }, func(_ struct{}, err error) {
			p.frame.ShowError(err)
			s.Show(p.frame.Month())
		})
	}})
}

// writePacket writes a framework as a signed packet that every cell of the committee takes.
func (s *frameworksScreen) writePacket(f *app.Framework) {
	p := s.program
	p.pickFolder(wording.Text("Where to write the framework"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) (string, error) {
			written, err := p.desk.WriteFrameworkPacket(ctx, f.Code, f.Version, dir, nil)
			return written.Name, err
		}, func(name string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("{file} written to {folder} and read back. Each cell takes it under “USB hand-over”.", "file", name, "folder", dir), nil)
		})
	})
}

// importTable explains the table and makes a draft from one.
func (s *frameworksScreen) importTable() {
	p := s.program
	var open *Dialog
	example := NewLink(wording.Text("Save an example to fill in…"), IconUpload, func() {
		open.Close()
		s.saveExample()
	})
	words := Paragraph(Span{Text: wording.Text("Each row says in its first column what it is: Khung, Nhóm, Tiêu chí, Mục, Mức điểm, Xếp loại, Điểm liệt. The example holds every kind of row.")})
	open = ShowForm(p.window, wording.Text("A framework as an Excel table"), wording.Text("Choose the table…"), Column(12, words, Row(0, example, Space())), nil, func(*Dialog) bool {
		p.pickFile(wording.Text("A framework as an Excel table"), []string{".xlsx", ".xls", ".ods", ".csv"}, s.readTable)
		return true
	})
}

func (s *frameworksScreen) readTable(path string) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Reading"), func(ctx context.Context) (*app.Framework, error) { return p.desk.ImportFrameworkTable(ctx, path) }, func(f *app.Framework, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.edit(f)
	})
}

func (s *frameworksScreen) saveExample() {
	s.saveTable("khung-vi-du.xlsx", func(_ context.Context, path string) error { return s.program.desk.SaveFrameworkExample(path) })
}

// exportTable writes a framework as the table that importTable reads.
func (s *frameworksScreen) exportTable(f *app.Framework) {
	s.saveTable(f.Code+"-"+strconv.Itoa(f.Version)+".xlsx", func(ctx context.Context, path string) error {
		return s.program.desk.SaveFrameworkTable(ctx, f.Code, f.Version, path)
	})
}

func (s *frameworksScreen) saveTable(name string, save func(ctx context.Context, path string) error) {
	p := s.program
	p.pickSave(wording.Text("Where to save the table"), name, func(path string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) (struct{}, error) { return struct{}{}, save(ctx, path) }, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), nil)
		})
	})
}
