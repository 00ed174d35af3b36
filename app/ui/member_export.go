package ui

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// export asks which list is wanted, of whom and as what, and then where to.
func (s *membersScreen) export() {
	p, kinds := s.program, desk.MemberLists
	words := make([]string, len(kinds))
	for i, kind := range kinds {
		words[i] = memberListWords(kind)
	}
	list := NewSelect(wording.Text("List"), "", words, nil)
	list.Choose(0)
	whom := NewSelect(wording.Text("Of whom"), "", []string{wording.Text("Everybody"), wording.Text("The {count} shown by the filters", "count", len(s.table.Shown()))}, nil)
	whom.Choose(0)
	hint := Paragraph(Span{Text: wording.Text("Corrections: what was changed here since the last list was imported, for those who keep the master list."), Tone: ToneSecond, Size: SizeSmall})
	name := func() string { return memberListWords(kinds[list.Selected()]) + " " + string(p.desk.Today()) }
	p.exportList(wording.Text("Export a list"), []fyne.CanvasObject{list, whom}, hint, name, func() listWriter {
		kind, ids := kinds[list.Selected()], []string(nil)
		if whom.Selected() == 1 {
			ids = s.shownIDs()
		}
		return func(ctx context.Context, path string) error { return p.desk.ExportMemberList(ctx, kind, ids, path) }
	})
	list.Focus()
}

// listWriter writes a list to a file, as its ending says.
type listWriter func(ctx context.Context, path string) error

// exportList asks what a list is written as, beside what the fields above ask, and where to; then it writes it. hint may be nil.
func (p *Program) exportList(title string, above []fyne.CanvasObject, hint fyne.CanvasObject, name func() string, writer func() listWriter) {
	formats := NewSelect(wording.Text("Format"), "", formatWords(), nil)
	formats.Choose(0)
	parts := append(above, formats)
	if hint != nil {
		parts = append(parts, hint)
	}
	ShowForm(p.window, title, wording.Text("Choose where…"), Column(12, parts...), nil, func(*Dialog) bool {
		write := writer()
		p.pickSave(wording.Text("Where to save the list"), name()+desk.MemberListEndings[formats.Selected()], func(path string) { p.exportTo(path, write) })
		return true
	})
	formats.Focus()
}

func (s *membersScreen) shownIDs() []string {
	ids := []string{}
	for _, i := range s.table.Shown() {
		ids = append(ids, s.rows[i].ID)
	}
	return ids
}

func memberListWords(kind desk.MemberListKind) string {
	switch kind {
	case desk.ListRegister:
		return wording.Text("Register in form 7-HSĐV")
	case desk.ListCorrections:
		return wording.Text("Corrections since the last import")
	case desk.ListStatistics:
		return wording.Text("Statistics and birthdays")
	}
	return wording.Text("List of members")
}

func formatWords() []string {
	var words []string
	for _, ending := range desk.MemberListEndings {
		words = append(words, map[string]string{".xlsx": "Excel (.xlsx)", ".csv": "CSV (.csv)", ".pdf": "PDF (.pdf)"}[ending])
	}
	return words
}

// exportTo writes a list; a file of that name is replaced only after asking.
func (p *Program) exportTo(path string, write listWriter) {
	if _, err := os.Stat(path); err == nil {
		Ask(p.window, Question{Title: wording.Text("The file is there already"), Text: path, Verb: wording.Text("Replace"), Danger: true,
			Do: func() { p.writeList(path, write) }})
		return
	}
	p.writeList(path, write)
}

func (p *Program) writeList(path string, write listWriter) {
	Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, write(ctx, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}. It holds personal data: keep it safe.", "path", path),
			NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
	})
}
