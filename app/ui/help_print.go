package ui

import (
	"context"
	"path/filepath"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// saveGuide writes the user's guide as PDF into a folder that the user chooses.
func (p *Program) saveGuide() {
	p.pickFolder(wording.Text("Where to save the document"), func(dir string) {
		path := filepath.Join(dir, desk.GuideName)
		p.withGuide(wording.Text("Exporting"), func() (string, error) { return path, desk.SaveGuide(path) }, func(path string) {
			p.lastFolder = dir
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
		})
	})
}

// printGuide hands the user's guide to the system's PDF program.
func (p *Program) printGuide() {
	p.withGuide(wording.Text("Printing"), func() (string, error) {
		data, err := desk.GuidePDF()
		if err != nil {
			return "", err
		}
		return p.privateFile(desk.GuideName, data)
	}, p.printFile)
}

// withGuide makes a file of the guide away from the window and then goes on with it.
func (p *Program) withGuide(words string, write func() (string, error), then func(path string)) {
	Do(p.frame.Worker, words, func(context.Context) (string, error) { return write() }, func(path string, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		then(path)
	})
}
