package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// fileCard names the file and shows what its columns were taken for; the user can correct that.
func (s *importScreen) fileCard() fyne.CanvasObject {
	layout := s.view.layout
	words := wording.Text("Sheet “{sheet}”, {rows} rows, headings in row {row}", "sheet", layout.Sheet, "rows", len(s.view.lines), "row", layout.HeadingRow)
	line := []fyne.CanvasObject{newIcon(IconPoints, ToneGreen, 22), Stretch(Column(0, Space(), Paragraph(Span{Text: filepath.Base(s.path) + "   ", Bold: true}, Span{Text: words, Tone: ToneSecond}), Space()))}
	if len(s.view.sheets) > 1 {
		line = append(line, Limited(grown(190), s.sheetSelect()))
	}
	verb := wording.Text("Columns: {used} of {all}", "used", s.usedColumns(), "all", len(s.shownColumns()))
	if s.columns {
		verb = wording.Text("Hide columns")
	}
	toggle := NewSmall(verb, "", func() {
		s.columns = !s.columns
		s.draw()
	})
	line = append(line, toggle, NewSmall(wording.Text("Choose another file"), "", s.kind.again))
	head := Inset(10, 16, 10, 16, Row(10, line...))
	if !s.columns {
		return NewFlushCard("", nil, head)
	}
	return NewFlushCard("", nil, Column(0, head, Rule(), Inset(10, 16, 12, 16, s.columnSelects())))
}

// shownColumns are the columns with a heading.
func (s *importScreen) shownColumns() []desk.FileColumn {
	var list []desk.FileColumn
	for _, c := range s.view.layout.Columns {
		c.Fields = s.offered(c.Fields)
		if strings.TrimSpace(c.Heading) != "" || len(c.Fields) > 0 {
			list = append(list, c)
		}
	}
	return list
}

// offered returns what a column holds if this import uses any of it: a list of members knows more than a table of points.
func (s *importScreen) offered(fields []desk.FileField) []desk.FileField {
	for _, field := range fields {
		if field != desk.UnusedColumn && indexOf(s.kind.fields, field) >= 0 {
			return fields
		}
	}
	return nil
}

func (s *importScreen) usedColumns() int {
	used := 0
	for _, c := range s.shownColumns() {
		if len(c.Fields) > 0 {
			used++
		}
	}
	return used
}

func (s *importScreen) sheetSelect() *Select {
	choose := NewLowSelect(wording.Text("Sheet"), s.view.sheets, func(i int) {
		s.choice = desk.FileChoice{Sheet: s.view.sheets[i]}
		s.read()
	})
	choose.Choose(indexOf(s.view.sheets, s.view.layout.Sheet))
	return choose
}

// columnSelects shows each column under its heading with what it holds.
func (s *importScreen) columnSelects() fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, c := range s.shownColumns() {
		icon, tone := iconSmallTick, ToneGreen
		if len(c.Fields) == 0 {
			icon, tone = IconExempt, ToneSecond
		}
		heading := wording.Text("Column {letter}", "letter", c.Letter)
		if text := strings.Join(strings.Fields(c.Heading), " "); text != "" {
			heading = text
		}
		if c.Hidden {
			heading += " " + wording.Text("(hidden)")
		}
		label := Paragraph(Span{Text: " ", Icon: icon, Tone: tone, Size: SizeSmall}, Span{Text: heading, Size: SizeSmall})
		cells = append(cells, Column(4, Stretch(label), Limited(grown(140), s.columnSelect(c))))
	}
	least := float32(140)
	if len(cells) > columnsAtOnce {
		least = 172
	}
	return container.New(&tileLayout{least: least, gap: 11}, cells...)
}

// columnSelect offers what a column can hold. A column whose cells have several lines offers its present fields as one option.
func (s *importScreen) columnSelect(c desk.FileColumn) *Select {
	options := []string{wording.Text("Leave out")}
	fields := [][]desk.FileField{nil}
	if len(c.Fields) > 1 {
		options, fields = append(options, wording.Text("{count} parts of a cell", "count", usedFields(c.Fields))), append(fields, c.Fields)
	}
	for _, field := range s.kind.fields {
		options, fields = append(options, columnFieldWords(field)), append(fields, []desk.FileField{field})
	}
	choose := NewLowSelect("", options, func(i int) { s.chooseColumn(c.Index, fields[i]) })
	chosen := 0
	for i, list := range fields {
		if len(list) == len(c.Fields) && len(list) > 0 && list[0] == c.Fields[0] {
			chosen = i
			break
		}
	}
	choose.Choose(chosen)
	return choose
}

// usedFields counts what the lines of a column's cells hold.
func usedFields(fields []desk.FileField) int {
	used := 0
	for _, field := range fields {
		if field != desk.UnusedColumn {
			used++
		}
	}
	return used
}

// columnFieldWords names what a column can hold.
func columnFieldWords(field desk.FileField) string {
	for n := 1; n <= 12; n++ {
		if field == desk.MonthField(n) {
			return wording.Text("Month {month}", "month", n)
		}
	}
	switch field {
	case desk.FieldMovedAway:
		return wording.Text("Moved away")
	case desk.FieldArrived:
		return wording.Text("Has come")
	case desk.FieldDied:
		return wording.Text("Has died")
	case desk.FieldLeft:
		return wording.Text("Left the Party")
	case desk.FieldPost, "occupation", desk.FieldKind:
		return memberFieldWords(string(field))
	case desk.FieldPartyCardNo:
		return wording.Text("Card number")
	case "earlierWork":
		return wording.Text("Work before")
	}
	return wording.Text("column." + string(field))
}

// chooseColumn reads the file again with one column taken for something else. All columns are named, and a field that
// another column had is taken from it.
func (s *importScreen) chooseColumn(index int, fields []desk.FileField) {
	choice := desk.FileChoice{Sheet: s.view.layout.Sheet, HeadingRow: s.view.layout.HeadingRow, Columns: make(map[int][]desk.FileField)}
	for _, c := range s.view.layout.Columns {
		var kept []desk.FileField
		for _, field := range c.Fields {
			if indexOf(fields, field) >= 0 {
				field = desk.UnusedColumn
			}
			kept = append(kept, field)
		}
		choice.Columns[c.Index] = kept
	}
	choice.Columns[index] = fields
	s.choice = choice
	s.read()
}
