package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"sochibo/app"
	"sochibo/app/wording"
)

// pickFile asks for a file that is there; nothing happens when the user goes back. extensions are like ".xlsx"; none: all files.
func (p *Program) pickFile(title string, extensions []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			p.showFileError(err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		if err := file.Close(); err != nil {
			p.showFileError(err)
			return
		}
		chosen(filepath.FromSlash(path))
	}, p.window)
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	d.SetTitleText(title)
	d.SetConfirmText(wording.Text("Open"))
	d.SetDismissText(wording.Text("Cancel"))
	p.beginAt(d.SetLocation)
	d.Resize(p.dialogSize())
	d.Show()
}

// pickFolder asks for a folder.
func (p *Program) pickFolder(title string, chosen func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			p.showFileError(err)
			return
		}
		if folder != nil {
			chosen(filepath.FromSlash(folder.Path()))
		}
	}, p.window)
	d.SetTitleText(title)
	d.SetConfirmText(wording.Text("Choose"))
	d.SetDismissText(wording.Text("Cancel"))
	p.beginAt(d.SetLocation)
	d.Resize(p.dialogSize())
	d.Show()
}

// pickSave asks where to save a file and under which name.
func (p *Program) pickSave(title, name string, chosen func(path string)) {
	p.pickFolder(title, func(dir string) { chosen(filepath.Join(dir, name)) })
}

// beginAt opens a file dialog in the folder that was used last, else in the user's own.
func (p *Program) beginAt(set func(fyne.ListableURI)) {
	dir := p.lastFolder
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return
		}
		dir = home
	}
	if folder, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
		set(folder)
	}
}

func (p *Program) dialogSize() fyne.Size {
	size := p.window.Canvas().Size()
	return fyne.NewSize(min(900, size.Width-60), min(620, size.Height-60))
}

func (p *Program) showFileError(err error) {
	ShowMessage(p.window, MeaningError, "", wording.Sentence(app.WrapError(err, app.CodeFileUnread, "path", "")))
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
