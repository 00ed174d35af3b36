package ui

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// decide asks which member a doubtful row means, and reads the file again with the answer.
func (s *importScreen) decide(l importLine) {
	if !l.doubtful {
		return
	}
	ids, words := s.answers(l)
	who := NewSelect(wording.Text("This row is"), wording.Text("Choose"), words, nil)
	if len(l.candidates) == 1 {
		who.Choose(0)
	}
	var why []fyne.CanvasObject
	for _, reason := range l.reasons {
		why = append(why, Paragraph(Span{Text: reason, Tone: ToneSecond}))
	}
	title := wording.Text("Row {row}: {name}", "row", l.row, "name", l.name)
	ShowForm(s.program.window, title, wording.Text("Use this person"), Column(12, append(why, who)...), nil, func(d *Dialog) bool {
		i := who.Selected()
		if i < 0 {
			who.SetError(errFieldEmpty)
			d.Refit()
			return false
		}
		s.decisions[l.row] = ids[i]
		s.read()
		return true
	})
	who.Focus()
}

// answers are the members that a row may mean: the candidates first, then somebody new, then everybody else in the book.
func (s *importScreen) answers(l importLine) (ids, words []string) {
	add := func(m desk.MemberRow) {
		text := m.FullName
		if m.BornOn != "" {
			text += " (" + m.BornOn.String() + ")"
		}
		ids, words = append(ids, m.ID), append(words, text)
	}
	for _, m := range s.view.members {
		if indexOf(l.candidates, m.ID) >= 0 {
			add(m)
		}
	}
	if s.kind.mayBeNew {
		ids, words = append(ids, app.DecideNew), append(words, wording.Text("Somebody new"))
	}
	for _, m := range s.view.members {
		if indexOf(l.candidates, m.ID) < 0 {
			add(m)
		}
	}
	return ids, words
}

// saveErrors writes the rows with errors into a file for the person who keeps the list.
func (s *importScreen) saveErrors() {
	base := strings.TrimSuffix(filepath.Base(s.path), filepath.Ext(s.path))
	name := wording.Text("Errors in {name}", "name", base) + ".csv"
	s.program.pickSave(wording.Text("Where to save the list of errors"), name, s.saveErrorsTo)
}

func (s *importScreen) saveErrorsTo(path string) {
	data := errorList(s.view.lines)
	p := s.program
	Do(p.frame.Worker, "", func(context.Context) (struct{}, error) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return struct{}{}, app.WrapError(err, app.CodeFileUnwrite, "path", path)
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
	})
}

// errorList is a CSV file as Excel reads it: byte order mark, CRLF, and no text that could become a formula.
func errorList(lines []importLine) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	records := [][]string{{wording.Text("Row"), wording.Text("Full name"), wording.Text("Error")}}
	for _, l := range lines {
		if l.state == app.ImportError {
			records = append(records, []string{strconv.Itoa(l.row), harmless(l.name), harmless(strings.Join(l.reasons[:l.faults], " "))})
		}
	}
	if err := w.WriteAll(records); err != nil {
		return nil // a buffer takes everything
	}
	return b.Bytes()
}

// harmless puts an apostrophe before text that a spreadsheet would take for a formula.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
