package report

import "sochibo/app"

// ListPaper is a plain list on paper: a table under the Party head.
type ListPaper struct {
	Settings app.Settings
	Members  []app.Member // to find the secretary who signs
	Type     string       // "DANH SÁCH ĐÍNH CHÍNH"
	Subject  string
	Columns  []ListColumn
	Rows     [][]string
	Closing  string // a sentence under the table; "" for none
	On       app.Date
	Upright  bool // portrait
	Numbered bool // a row of the columns' numbers under the heads, as forms have it
}

// ListColumn is a column of a ListPaper: its heading, its width in mm, and whether its cells are centred.
type ListColumn struct {
	Head   string
	Width  float64
	Centre bool
}

// PlainList makes the document of a plain list.
func PlainList(paper ListPaper, profile Profile) Document {
	doc := Document{Title: paper.Type + " " + paper.Subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: paper.On, Landscape: !paper.Upright}
	table := Table{Small: true}
	for _, c := range paper.Columns {
		align := Left
		if c.Centre {
			align = Center
		}
		table.Columns = append(table.Columns, Column{Head: c.Head, Width: c.Width, Align: align})
	}
	if paper.Numbered {
		var numbers Row
		for i := range paper.Columns {
			numbers.Cells = append(numbers.Cells, Cell{Runs: Plain(itoa(i + 1)), Align: Center})
		}
		table.Rows = append(table.Rows, numbers)
	}
	for _, row := range paper.Rows {
		table.Rows = append(table.Rows, rowOf(row...))
	}
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: paper.Type, Subject: paper.Subject},
		table,
	)
	if paper.Closing != "" {
		doc.add(Paragraph{Runs: Plain(paper.Closing), NoIndent: true})
	}
	doc.add(Signatures{Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)})
	return doc
}
