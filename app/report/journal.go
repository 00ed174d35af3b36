package report

import (
	"time"

	"sochibo/app"
)

// JournalPaper is what the printed journal of a book is made of.
type JournalPaper struct {
	Settings app.Settings
	On       app.Date
	Changes  bool // changes of records; else uses of personal data
	Lines    []JournalLine
}

// JournalLine is one line of the journal: when, who, what.
type JournalLine struct {
	At    time.Time
	Actor string
	Text  string
}

// Journal makes the journal of a book: who used personal data, or who changed what.
func Journal(paper JournalPaper) Document {
	subject := "truy cập dữ liệu cá nhân"
	if paper.Changes {
		subject = "thay đổi dữ liệu"
	}
	doc := Document{Title: "Nhật ký " + subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: paper.On}
	table := Table{Columns: []Column{{Head: "TT", Width: 14, Align: Center}, {Head: "Lúc", Width: 40, Align: Left},
		{Head: "Người dùng", Width: 43, Align: Left}, {Head: "Việc", Width: 68, Align: Left}}}
	for i, line := range paper.Lines {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), moment(line.At), line.Actor, line.Text))
	}
	doc.add(
		PlainHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, Right: []string{startingSentence(paper.On.Long())}},
		Title{Type: "NHẬT KÝ", Subject: subject},
		table,
		Signatures{Right: &Signature{Post: "NGƯỜI LẬP", Note: "(Ký, ghi rõ họ tên)"}},
	)
	return doc
}
