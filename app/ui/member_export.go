package ui

import (
	"context"
	"os"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// export asks which list is wanted, of whom and as what, and then where to.
func (s *membersScreen) export() {
	kinds := desk.MemberLists
	words := make([]string, len(kinds))
	for i, kind := range kinds {
		words[i] = memberListWords(kind)
	}
	formats := NewSelect(wording.Text("Format"), "", formatWords(), nil)
	formats.Choose(0)
	list := NewSelect(wording.Text("List"), "", words, nil)
	list.Choose(0)
	whom := NewSelect(wording.Text("Of whom"), "", []string{wording.Text("Everybody"), wording.Text("The {count} shown by the filters", "count", len(s.table.Shown()))}, nil)
	whom.Choose(0)
	hint := Paragraph(Span{Text: wording.Text("Corrections: what was changed here since the last list was imported, for those who keep the master list."), Tone: ToneSecond, Size: SizeSmall})
	ShowForm(s.program.window, wording.Text("Export a list"), wording.Text("Choose where…"), Column(12, list, whom, formats, hint), nil, func(*Dialog) bool {
		kind := kinds[list.Selected()]
		var ids []string
		if whom.Selected() == 1 {
			ids = s.shownIDs()
		}
		s.exportAs(kind, ids, desk.MemberListEndings[formats.Selected()])
		return true
	})
	list.Focus()
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

func (s *membersScreen) exportAs(kind desk.MemberListKind, ids []string, ending string) {
	p := s.program
	name := memberListWords(kind) + " " + string(p.desk.Today()) + ending
	p.pickSave(wording.Text("Where to save the list"), name, func(path string) { s.exportTo(kind, ids, path) })
}

// exportTo writes the list; a file of that name is replaced only after asking.
func (s *membersScreen) exportTo(kind desk.MemberListKind, ids []string, path string) {
	if _, err := os.Stat(path); err == nil {
		Ask(s.program.window, Question{Title: wording.Text("The file is there already"), Text: path, Verb: wording.Text("Replace"), Danger: true,
			Do: func() { s.writeTo(kind, ids, path) }})
		return
	}
	s.writeTo(kind, ids, path)
}

func (s *membersScreen) writeTo(kind desk.MemberListKind, ids []string, path string) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.ExportMemberList(ctx, kind, ids, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}. It holds personal data: keep it safe.", "path", path),
			NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
	})
}
