package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// showChoose is step 2: the backups, newest first, and beside them what the selected one holds.
func (s *restoreScreen) showChoose() {
	s.stepper.Set(restoreChoose)
	s.table = NewDataTable(Col{Title: wording.Text("Made"), Width: 148}, Col{Title: wording.Text("Why"), Stretch: 1, Least: 152},
		Col{Title: wording.Text("Members"), Width: 96, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Last meeting"), Width: 150},
		Col{Title: wording.Text("Last change"), Width: 148}, Col{Title: wording.Text("Changes since"), Width: 138, Align: fyne.TextAlignTrailing})
	s.table.SetEmpty(NewEmpty(wording.Text("No backup here"), nil))
	rows := make([]TableRow, len(s.lines))
	for i := range s.lines {
		rows[i] = s.row(i)
	}
	s.table.SetRows(rows)
	s.table.OnSelected = func(i int) {
		s.chosen = i
		s.next.Enable()
	}
	s.table.OnOpen = func(int) { s.showConfirm() }
	s.next = NewPrimary(wording.Text("Continue"), IconForward, s.showConfirm)
	s.next.Disable()
	s.page.SetBody(s.table)
	s.page.SetBar(NewActionBar(NewHint(IconShield, ToneSlate, Span{Text: wording.Text("Nothing changes before step 3."), Tone: ToneSecond}),
		NewButton(wording.Text("Back"), "", s.showOpen), s.next))
	for i, line := range s.lines {
		s.look(i, line)
	}
	if len(s.lines) > 0 {
		s.table.Select(max(0, s.chosen))
		s.next.Enable()
	}
	s.table.Focus()
}

// look opens one backup after the other and fills its row.
func (s *restoreScreen) look(i int, line desk.BackupLine) {
	if _, known := s.contents[line.Name]; known {
		return
	}
	Do(s.program.worker, "", func(ctx context.Context) (desk.BackupContents, error) { return s.backups.Contents(ctx, line.Name) }, func(c desk.BackupContents, err error) {
		if err != nil {
			s.faults[line.Name] = err
		} else {
			s.contents[line.Name] = c
		}
		s.table.SetRow(i, s.row(i))
	})
}

func (s *restoreScreen) row(i int) TableRow {
	line := s.lines[i]
	cells := []Cell{{Text: wording.Moment(line.At), Bold: true}, {Text: backupReason(line.Reason)}, {}, {}, {}, {}}
	if s.faults[line.Name] != nil {
		cells[2] = Cell{Text: wording.Text("cannot be read"), Icon: IconWarning, Tone: ToneError}
		return TableRow{Cells: cells}
	}
	if c, known := s.contents[line.Name]; known {
		cells[2].Text, cells[3].Text = strconv.Itoa(c.Members), orDash(c.LastMeeting.String())
		if !c.LastChange.IsZero() {
			cells[4].Text = wording.Moment(c.LastChange)
		}
		if s.present != nil {
			cells[5].Text = strconv.Itoa(c.Missing(*s.present))
		}
	}
	return TableRow{Cells: cells}
}

// backupReason says why a backup was made.
func backupReason(reason string) string {
	switch reason {
	case "auto":
		return wording.Text("by itself, every half hour")
	case "exit", "lock":
		return wording.Text("at the end of work")
	case "manual":
		return wording.Text("by the button")
	case "import":
		return wording.Text("before an import")
	case "handover":
		return wording.Text("before a hand-over")
	case "migration":
		return wording.Text("before a new version of the program")
	case "restore":
		return wording.Text("before a restore")
	case "place":
		return wording.Text("first copy to the second place")
	}
	return reason
}

// showConfirm is step 3: what the book will be and what goes.
func (s *restoreScreen) showConfirm() {
	if s.chosen < 0 || s.chosen >= len(s.lines) {
		return
	}
	line := s.lines[s.chosen]
	if err := s.faults[line.Name]; err != nil {
		s.say(NewBanner(MeaningError, wording.Sentence(err), nil))
		return
	}
	s.say(nil)
	s.stepper.Set(restoreConfirm)
	c := s.contents[line.Name]
	then := NewCard(wording.Text("The book after restoring"), nil, contentsRows(&c))
	now := NewCard(wording.Text("The book at present"), nil, contentsRows(s.present))
	words := []Span{{Text: wording.Text("The present book is kept among the backups first, so this can be taken back.")}}
	if s.present != nil && c.Missing(*s.present) > 0 {
		words = append([]Span{{Text: wording.Text("{count} changes made after {time} will no longer be in the book.", "count", c.Missing(*s.present), "time", line.At) + " ", Bold: true}}, words...)
	}
	if s.present == nil {
		words = []Span{{Text: wording.Text("What was entered after {time} is not in this backup.", "time", line.At)}}
	}
	note := Row(12, newIcon(IconWarning, ToneAmber, 22), Stretch(Paragraph(words...)))
	s.page.SetBody(Column(16, Grid(GridItem{Share: 1, Least: 380, Object: now}, GridItem{Share: 1, Least: 380, Object: then}), NewBox(note)))
	s.next = NewPrimary(wording.Text("Restore"), IconHistory, s.restore)
	s.page.SetBar(NewActionBar(NewHint("", ToneSecond), NewButton(wording.Text("Back"), "", s.showChoose), s.next))
}

// contentsRows shows what a book holds; nil is one that cannot be read.
func contentsRows(c *desk.BackupContents) fyne.CanvasObject {
	if c == nil {
		return Paragraph(Span{Text: wording.Text("There is no book on this computer, or it cannot be read."), Tone: ToneSecond})
	}
	row := func(label, value string) fyne.CanvasObject {
		return Row(12, Stretch(Second(label)), Bold(orDash(value)))
	}
	changed := ""
	if !c.LastChange.IsZero() {
		changed = wording.Moment(c.LastChange)
	}
	return Column(8, row(wording.Text("Name"), c.Name), row(wording.Text("Members"), strconv.Itoa(c.Members)), row(wording.Text("Last meeting"), c.LastMeeting.String()),
		row(wording.Text("Last change"), changed), row(wording.Text("Packets handed over or received"), strconv.Itoa(c.Packets)))
}
