package ui

import (
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
	if err := p.options.Files.Open(path); err != nil {
		ShowMessage(p.window, MeaningError, "", wording.Sentence(app.WrapError(err, codeCannotOpen, "path", path)))
	}
}

// printFile hands a file to the printer.
func (p *Program) printFile(path string) {
	if err := p.options.Files.Print(path); err != nil {
		ShowMessage(p.window, MeaningError, "", wording.Sentence(app.WrapError(err, codeCannotOpen, "path", path)))
	}
}

// codeCannotOpen: the system has no program for the file; Values: path.
const codeCannotOpen app.Code = "cannot_open"
