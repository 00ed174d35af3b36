package ui

import (
	"context"
	"os"

	"sochibo/app/wording"
)

// export writes the list of members as Excel into a folder that the user chooses.
func (s *membersScreen) export() {
	p := s.program
	name := wording.Text("Members {day}", "day", string(p.desk.Today())) + ".xlsx"
	p.pickSave(wording.Text("Where to save the list"), name, func(path string) { s.exportTo(path) })
}

// exportTo writes the list; a file of that name is replaced only after asking.
func (s *membersScreen) exportTo(path string) {
	if _, err := os.Stat(path); err == nil {
		Ask(s.program.window, Question{Title: wording.Text("The file is there already"), Text: path, Verb: wording.Text("Replace"), Danger: true,
			Do: func() { s.writeTo(path) }})
		return
	}
	s.writeTo(path)
}

func (s *membersScreen) writeTo(path string) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.ExportMembers(ctx, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}. It holds personal data: keep it safe.", "path", path),
			NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
	})
}
