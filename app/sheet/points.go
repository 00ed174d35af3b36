package sheet

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"sochibo/app"
)

// PointOptions are what ReadPoints needs to know beside the file.
type PointOptions struct {
	Today    app.Date
	Month    app.Month // of a table with one column of points; in a table of a year its year. "" lets the file say
	Choice   Choice    // what a person corrected; a column of points is Value or MonthField
	Progress Progress  // may be nil
}

// PointTable is a table of handbook points as a file has it.
type PointTable struct {
	Layout
	Sheets    []string
	Converted Charset
	Months    []app.Month // of the columns of points, in the order of the file
	Rows      []app.ImportedPoints
	Dropped   int // as in MemberTable
}

// MonthField returns the field of a column that holds the points of a month of the year, 1 to 12.
func MonthField(number int) Field { return Field(fmt.Sprintf("month_%02d", number)) }

// PointFields lists what a column of a points table can be.
var PointFields = func() []Field {
	list := []Field{FullName, Surname, GivenName, PartyCardNo, CitizenID, Value}
	for number := 1; number <= 12; number++ {
		list = append(list, MonthField(number))
	}
	return list
}()

// ReadPoints reads a table of handbook points of one month, which the title or the heading names, or of the twelve months
// of a year. An empty cell gives no value; a cell that is neither a whole number nor an excuse is a fault of its row.
// Files are refused as by ReadMembers; a table whose month nothing names gives CodeNoMonth.
func ReadPoints(ctx context.Context, path string, options PointOptions) (*PointTable, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return readPoints(ctx, path, data, options)
}

// ReadPointsFrom reads as ReadPoints does, from a source of size bytes; name gives the file's ending.
func ReadPointsFrom(ctx context.Context, name string, source io.ReaderAt, size int64, options PointOptions) (*PointTable, error) {
	data, err := readAll(name, source, size)
	if err != nil {
		return nil, err
	}
	return readPoints(ctx, name, data, options)
}

func readPoints(ctx context.Context, name string, data []byte, options PointOptions) (*PointTable, error) {
	words, err := loadPointWords()
	if err != nil {
		return nil, err
	}
	book, err := openConverted(ctx, name, data, options.Progress.firstHalf())
	if err != nil {
		return nil, err
	}
	g, layout, err := findLayout(filepath.Base(name), book.grids, words.pointHeading, options.Choice)
	if err != nil {
		return nil, err
	}
	table := &PointTable{Layout: layout, Converted: book.charset}
	for _, other := range book.grids {
		table.Sheets = append(table.Sheets, other.name)
	}
	months, err := monthsOf(filepath.Base(name), g, layout, words, options)
	if err != nil {
		return nil, err
	}
	for _, column := range layout.Columns {
		if month, found := months[column.Index]; found {
			table.Months = append(table.Months, month)
		}
	}
	options.Progress = options.Progress.secondHalf()
	kept := keeper[app.ImportedPoints]{file: filepath.Base(name)}
	err = readPointRows(ctx, g, layout, words, months, options, &kept)
	table.Rows, table.Dropped = kept.rows, kept.dropped
	return table, err
}

// pointHeading recognises the headings of a points table; a heading such as "T11" or "Điểm tháng 11/2026" is a month.
func (v *vocabulary) pointHeading(text string) Field {
	if field := v.heading(text); field != Unused {
		return field
	}
	number, _ := v.monthOf(text)
	if number == 0 {
		return Unused
	}
	return MonthField(number)
}

// monthOf returns the month that a heading names, 0 if it names none, and the year, 0 if it is not told.
func (v *vocabulary) monthOf(text string) (number, year int) {
	plain := strings.ToLower(app.Clean(strings.Map(func(r rune) rune {
		if strings.ContainsRune("/.-()\n", r) {
			return ' '
		}
		return r
	}, text)))
	for _, pattern := range v.months {
		if found := pattern.FindStringSubmatch(plain); found != nil {
			number, _ = strconv.Atoi(found[1])
			if len(found) > 2 {
				year, _ = strconv.Atoi(found[2])
			}
			if number >= 1 && number <= 12 {
				return number, year
			}
		}
	}
	return 0, 0
}

// monthsOf returns the month of each column of points. What the heading does not tell, the options or the titles must.
func monthsOf(name string, g *grid, layout Layout, words *vocabulary, options PointOptions) (map[int]app.Month, error) {
	titleYear, titleMonth := titlePeriod(g, layout, words)
	if options.Month != "" {
		titleYear, titleMonth = options.Month.Year(), options.Month
	}
	months := map[int]app.Month{}
	numbered := 0
	for _, column := range layout.Columns {
		if len(column.Fields) == 1 && strings.HasPrefix(string(column.Fields[0]), "month_") {
			numbered++
		}
	}
	for _, column := range layout.Columns {
		if len(column.Fields) != 1 {
			continue
		}
		month, err := columnMonth(column, words, titleYear, titleMonth, numbered == 1 && options.Month != "")
		if err != nil {
			return nil, app.NewError(CodeNoMonth, "name", name)
		}
		if month != "" {
			months[column.Index] = month
		}
	}
	if len(months) == 0 {
		return nil, app.NewError(CodeNoMonth, "name", name)
	}
	return months, nil
}

// columnMonth returns the month of one column, "" if it holds no points. override takes the month that was asked for,
// whatever the only column of points says.
func columnMonth(column Column, words *vocabulary, year int, title app.Month, override bool) (app.Month, error) {
	field := string(column.Fields[0])
	switch {
	case column.Fields[0] == Value || override && strings.HasPrefix(field, "month_"):
		return title, title.Validate()
	case !strings.HasPrefix(field, "month_"):
		return "", nil
	}
	if _, own := words.monthOf(column.Heading); own != 0 {
		year = own
	}
	month := app.Month(fmt.Sprintf("%04d-%s", year, strings.TrimPrefix(field, "month_")))
	if year == 0 {
		return "", app.NewError(app.CodeBadMonth, "value", string(month))
	}
	return month, month.Validate()
}

// titlePeriod looks for "THÁNG 11/2026" or "NĂM 2026" above the headings, and in the name of the sheet.
func titlePeriod(g *grid, layout Layout, words *vocabulary) (year int, month app.Month) {
	titles := []string{g.name}
	for r := layout.HeadingRow - 2; r >= 0; r-- {
		titles = append(titles, g.rows[r]...)
	}
	for _, title := range titles {
		title = strings.ToLower(app.Clean(title))
		for _, pattern := range words.titleMonths {
			if found := pattern.FindStringSubmatch(title); found != nil && month == "" {
				number, _ := strconv.Atoi(found[1])
				month = app.Month(fmt.Sprintf("%s-%02d", found[2], number))
			}
		}
		for _, pattern := range words.titleYears {
			if found := pattern.FindStringSubmatch(title); found != nil && year == 0 {
				year, _ = strconv.Atoi(found[1])
			}
		}
	}
	if month.Validate() != nil {
		return year, ""
	}
	return month.Year(), month
}

func readPointRows(ctx context.Context, g *grid, layout Layout, words *vocabulary, months map[int]app.Month, options PointOptions, kept *keeper[app.ImportedPoints]) error {
	splitName := nameOverTwoColumns(g, layout)
	hard := map[Field]bool{PartyCardNo: true, CitizenID: true, Value: true}
	for number := 1; number <= 12; number++ {
		hard[MonthField(number)] = true
	}
	sorter := &rowSorter{words: words, columns: layout.Columns, hard: hard}
	for r := layout.DataRow - 1; r < len(g.rows); r++ {
		if r%256 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
			if options.Progress != nil {
				options.Progress(r, len(g.rows))
			}
		}
		switch sorter.sort(g.rows[r]) {
		case signatureRow:
			return stopped(ctx)
		case dataRow:
			row := readPointRow(g, r, splitName, layout, words, months)
			if err := kept.add(row, len(row.Faults) > 0); err != nil {
				return err
			}
		}
	}
	return stopped(ctx)
}

func readPointRow(g *grid, r, splitName int, layout Layout, words *vocabulary, months map[int]app.Month) app.ImportedPoints {
	reader := memberReader{words: words, grid: g, splitName: splitName}
	reader.result.Row = r + 1
	points := app.ImportedPoints{Sheet: g.name, Row: r + 1}
	for _, column := range layout.Columns {
		text := cell(g.rows, r, column.Index)
		if column.Index+1 == reader.splitName {
			reader.surname, reader.given = text, cell(g.rows, r, reader.splitName)
			continue
		}
		if len(column.Fields) == 0 || strings.TrimSpace(text) == "" {
			continue
		}
		month, isMonth := months[column.Index]
		switch {
		case isMonth:
			if value, found := reader.points(column, text, month); found {
				points.Values = append(points.Values, value)
			}
		case column.Fields[0] != Note && column.Fields[0] != Value:
			reader.set(column.Fields[0], column, lineOf(text, 0, 1))
		}
	}
	reader.finishName(&reader.result.Member)
	m := reader.result.Member
	points.Name, points.PartyCardNo, points.CitizenID = m.FullName, m.PartyCardNo, m.CitizenID
	points.Faults, points.Remarks = reader.result.Faults, reader.result.Remarks
	return points
}

// points reads one value: a whole number, or a word for an excuse. false: the cell says nothing, or is a fault.
func (r *memberReader) points(column Column, text string, month app.Month) (app.ImportedPoint, bool) {
	clean := app.Clean(text)
	if r.words.isBlank(clean) {
		return app.ImportedPoint{}, false
	}
	if r.words.excused[keyOf(clean)] {
		return app.ImportedPoint{Month: month, Excused: true, Reason: clean}, true
	}
	number, err := strconv.ParseFloat(strings.Replace(clean, ",", ".", 1), 64)
	if err != nil || number != float64(int(number)) || number < 0 || number > app.MaxPoints {
		r.fault(column, text, app.CodePointsValue, "value", clean)
		return app.ImportedPoint{}, false
	}
	return app.ImportedPoint{Month: month, Points: int(number)}, true
}
