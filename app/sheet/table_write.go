package sheet

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
)

// CodeEnding: a file is to be written with an ending that is neither .xlsx nor .csv. Values: name.
const CodeEnding app.Code = "sheet_ending"

// outColumn is a column of a table that is written.
type outColumn struct {
	heading string
	width   float64 // in characters
	centred bool
}

// outTable is a table ready to be written: cells are text, app.Date or int; nil is an empty cell.
type outTable struct {
	sheet   string
	titles  []string
	columns []outColumn
	rows    [][]any
}

// byEnding writes a table as the ending of a file's name says, and returns the bytes.
func byEnding(name string, table outTable) ([]byte, error) {
	var b bytes.Buffer
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx":
		err := table.writeXLSX(&b)
		return b.Bytes(), err
	case ".csv":
		err := table.writeCSV(&b)
		return b.Bytes(), err
	}
	return nil, app.NewError(CodeEnding, "name", filepath.Base(name))
}

// outStyles are the styles of a written sheet.
type outStyles struct{ title, heading, text, centred, date int }

// writeXLSX writes the table for A4 landscape, as wide as the page, the headings frozen and repeated on each page.
// Every text is a text cell, so that one that begins with = is no formula.
func (t outTable) writeXLSX(w io.Writer) error {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // nothing is kept in files
	head := len(t.titles) + 1
	if len(t.titles) > 0 {
		head++ // an empty row between titles and headings
	}
	styles, err := t.prepare(file, head, head)
	if err != nil {
		return err
	}
	stream, err := file.NewStreamWriter(t.sheet)
	if err != nil {
		return err
	}
	for i, column := range t.columns {
		if err := stream.SetColWidth(i+1, i+1, column.width); err != nil {
			return err
		}
	}
	top := "A" + itoa(head+1)
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: top, ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := t.writeRows(stream, styles, head); err != nil {
		return err
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	_, err = file.WriteTo(w)
	return err
}

// prepare names the sheet, sets the page, with rows that are repeated on each, and makes the styles.
func (t outTable) prepare(file *excelize.File, firstRepeated, lastRepeated int) (outStyles, error) {
	var s outStyles
	if err := file.SetSheetName("Sheet1", t.sheet); err != nil {
		return s, err
	}
	yes, a4, landscape, one, many := true, 9, "landscape", 1, 0
	margin := 0.4
	if err := file.SetSheetProps(t.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return s, err
	}
	if err := file.SetPageLayout(t.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}); err != nil {
		return s, err
	}
	if err := file.SetPageMargins(t.sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &margin}); err != nil {
		return s, err
	}
	if err := file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: t.sheet,
		RefersTo: "'" + t.sheet + "'!$" + itoa(firstRepeated) + ":$" + itoa(lastRepeated)}); err != nil {
		return s, err
	}
	return makeStyles(file)
}

func makeStyles(file *excelize.File) (outStyles, error) {
	var s outStyles
	font := func(bold bool, size float64) *excelize.Font {
		return &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold}
	}
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	day := "dd/mm/yyyy"
	for _, style := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(true, 13)}},
		{&s.heading, excelize.Style{Font: font(true, 11), Border: border, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2E6E6"}},
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&s.text, excelize.Style{Font: font(false, 11), Border: border, NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&s.centred, excelize.Style{Font: font(false, 11), Border: border, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top", WrapText: true}}},
		{&s.date, excelize.Style{Font: font(false, 11), Border: border, CustomNumFmt: &day, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top"}}},
	} {
		id, err := file.NewStyle(&style.style)
		if err != nil {
			return s, err
		}
		*style.id = id
	}
	return s, nil
}

func (t outTable) writeRows(stream *excelize.StreamWriter, styles outStyles, head int) error {
	for i, title := range t.titles {
		if err := stream.SetRow("A"+itoa(i+1), []any{excelize.Cell{StyleID: styles.title, Value: title}}); err != nil {
			return err
		}
	}
	headings := make([]any, len(t.columns))
	for i, column := range t.columns {
		headings[i] = excelize.Cell{StyleID: styles.heading, Value: column.heading}
	}
	if err := stream.SetRow("A"+itoa(head), headings, excelize.RowOpts{Height: 32}); err != nil {
		return err
	}
	for r, row := range t.rows {
		if err := t.writeRow(stream, styles, head+1+r, row); err != nil {
			return err
		}
	}
	return nil
}

// writeRow writes one row, as high as its longest cell needs: not every program does that by itself.
func (t outTable) writeRow(stream *excelize.StreamWriter, styles outStyles, number int, row []any) error {
	cells, height := make([]any, len(row)), 1
	for i, value := range row {
		cells[i] = styledCell(value, t.columns[i].centred, styles)
		if text, ok := value.(string); ok {
			height = max(height, linesOf(text, t.columns[i].width))
		}
	}
	return stream.SetRow("A"+itoa(number), cells, excelize.RowOpts{Height: min(15*float64(height), excelize.MaxRowHeight)})
}

// linesOf guesses how many lines a text takes in a column of a width in characters.
func linesOf(text string, width float64) int {
	count := 0
	for line := range strings.SplitSeq(text, "\n") {
		count += 1 + utf8.RuneCountInString(line)/int(width+1)
	}
	return count
}

// firstSerialDay is the first day after the one that spreadsheets count and that never was, 29/02/1900.
var firstSerialDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)

func styledCell(value any, centred bool, styles outStyles) excelize.Cell {
	style := styles.text
	if centred {
		style = styles.centred
	}
	switch v := value.(type) {
	case app.Date:
		if v.IsFull() && !v.Time().Before(firstSerialDay) {
			return excelize.Cell{StyleID: styles.date, Value: v.Time()}
		}
		return excelize.Cell{StyleID: style, Value: nothing(v.String())}
	case string:
		return excelize.Cell{StyleID: style, Value: nothing(v)}
	}
	return excelize.Cell{StyleID: style, Value: value}
}

// nothing keeps an empty text from becoming a cell that holds an empty text.
func nothing(text string) any {
	if text == "" {
		return nil
	}
	return text
}
