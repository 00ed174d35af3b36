package ui

import (
	"context"
	"log/slog"

	"sochibo/app"
	"sochibo/app/wording"
)

// pickFile asks for a file that is there; nothing happens when the user goes back. extensions are like ".xlsx"; none: all files.
func (p *Program) pickFile(title string, extensions []string, chosen func(path string)) {
	p.choosePath(&fileChooser{title: title, verb: wording.Text("Open"), wants: wantFile, extensions: extensions, chosen: chosen})
}

// pickFolder asks for a folder.
func (p *Program) pickFolder(title string, chosen func(path string)) {
	p.choosePath(&fileChooser{title: title, verb: wording.Text("Choose this folder"), wants: wantFolder, chosen: chosen})
}

// pickSave asks where to save a file and under which name; a file that is there is replaced only after a question.
func (p *Program) pickSave(title, name string, chosen func(path string)) {
	p.choosePath(&fileChooser{title: title, verb: wording.Text("Save here"), wants: wantNew, name: name, chosen: chosen})
}

// openFile shows a file or folder with the system's program for it.
func (p *Program) openFile(path string) {
	Do(p.jobs(), "", func(context.Context) (struct{}, error) {
		return struct{}{}, p.options.Files.Open(path)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.cannotOpen(path, err)
		}
	})
}

// printFile hands a file to the printer, or shows it and says how to print it from there.
func (p *Program) printFile(path string) {
	Do(p.jobs(), wording.Text("Printing"), func(context.Context) (bool, error) {
		return p.options.Files.Print(path)
	}, func(printed bool, err error) {
		switch {
		case err != nil:
			p.cannotOpen(path, err)
		case !printed && p.frame != nil:
			p.frame.ShowNotice(MeaningDone, wording.Text("The document was opened. Press Ctrl+P there to print."), nil)
		case !printed:
			ShowMessage(p.window, MeaningDone, wording.Text("The document was opened"), wording.Text("The document was opened. Press Ctrl+P there to print."))
		}
	})
}

func (p *Program) cannotOpen(path string, err error) {
	slog.Error("file not opened", "error", err)
	ShowMessage(p.window, MeaningError, "", wording.Sentence(app.WrapError(err, codeCannotOpen, "path", path)))
}

// jobs is the worker of what is on the screen: the frame's, or the door's before a book is open.
func (p *Program) jobs() *Worker {
	if p.frame != nil {
		return p.frame.Worker
	}
	return p.worker
}

// codeCannotOpen: the system has no program for the file; Values: path.
const codeCannotOpen app.Code = "cannot_open"
