package sheet

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/assets"
)

// figureColumns are the columns of a table of cells' figures in the order of the template: field, heading, width in characters.
var figureColumns = []struct {
	field, heading string
	width          float64
}{
	{"code", "Mã", 9}, {"name", "Chi bộ", 34}, {"members", "Đảng viên", 9}, {"probationary", "Dự bị", 7}, {"exempt", "Miễn", 7}, {"joined", "Tăng", 7},
	{"left", "Giảm", 7}, {"atThreshold", "Đạt điểm sổ tay", 10}, {"thresholdBase", "Tính điểm sổ tay", 10}, {"attended", "Có mặt", 8}, {"attendanceBase", "Phải dự", 8},
	{"minutes", "Thời lượng (phút)", 10}, {"meetingScore", "Điểm buổi sinh hoạt", 11}, {"meetingLevel", "Xếp loại buổi sinh hoạt", 14}, {"tasksDone", "Việc xong", 8},
	{"tasksBase", "Việc đến hạn", 8}, {"criteriaScore", "Điểm tiêu chí", 9}, {"secretary", "Bí thư", 24},
}

// FigureTemplate returns an Excel table with one line for each cell and the figures that are known, to be filled in and read by ReadFigures.
func FigureTemplate(title string, rows []app.FigureRow) ([]byte, error) {
	table := Plain{Titles: []string{title}}
	for _, c := range figureColumns {
		table.Columns = append(table.Columns, PlainColumn{Heading: c.heading, Width: c.width, Centred: c.width <= 11})
	}
	for _, row := range rows {
		var line []string
		for _, c := range figureColumns {
			line = append(line, figureText(row, c.field))
		}
		table.Rows = append(table.Rows, line)
	}
	return PlainFile(table)
}

// figureText writes one figure of a row; nothing for figures that are not known.
func figureText(row app.FigureRow, field string) string {
	switch field {
	case "code":
		return row.Code
	case "name":
		return row.Name
	case "meetingScore":
		return row.Summary.MeetingScore
	case "meetingLevel":
		return row.Summary.MeetingLevel
	case "criteriaScore":
		return row.Summary.CriteriaScore
	case "secretary":
		return row.Summary.SecretaryName
	}
	if number := figureNumber(&row.Summary, field); row.Summary.Members > 0 && *number > 0 {
		return strconv.Itoa(*number)
	}
	return ""
}

// figureNumber returns where a number of a summary stands.
func figureNumber(s *app.PacketSummary, field string) *int {
	return map[string]*int{"members": &s.Members, "probationary": &s.Probationary, "exempt": &s.Exempt, "joined": &s.Joined, "left": &s.Left,
		"atThreshold": &s.AtThreshold.Part, "thresholdBase": &s.AtThreshold.Whole, "attended": &s.Attendance.Part, "attendanceBase": &s.Attendance.Whole,
		"minutes": &s.MeetingMinutes, "tasksDone": &s.TasksDone.Part, "tasksBase": &s.TasksDone.Whole}[field]
}

// ReadFigures reads a table of cells' figures (xlsx, xls, ods, csv). Rows without code and name, and those without any figure, are passed over; what cannot be read is a fault
// of its row. Files are refused as by ReadMembers; a table without a column for code or name and for members gives CodeNoHeading.
func ReadFigures(ctx context.Context, path string) ([]app.FigureRow, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	book, err := openConverted(ctx, path, data, nil)
	if err != nil {
		return nil, err
	}
	fields, err := figureHeadings()
	if err != nil {
		return nil, err
	}
	for _, g := range book.grids {
		if head, columns := findFigureHeading(g, fields); columns != nil {
			return readFigureRows(ctx, g, head, columns)
		}
	}
	return nil, app.NewError(CodeNoHeading, "name", filepath.Base(path))
}

// figureHeadings reads the headings of such tables: key of the heading to field.
func figureHeadings() (map[string]string, error) {
	data, err := assets.SheetTable("figures")
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	var table struct{ Headings map[string][]string }
	if err := json.Unmarshal(data, &table); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	fields := map[string]string{}
	for field, headings := range table.Headings {
		for _, heading := range headings {
			fields[keyOf(heading)] = field
		}
	}
	return fields, nil
}

// findFigureHeading returns the row of headings, from 0, and which column holds which field; nil columns if there is none.
func findFigureHeading(g *grid, fields map[string]string) (int, map[string]int) {
	for r := range min(len(g.rows), headingSearch) {
		columns := map[string]int{}
		for c, text := range g.rows[r] {
			if field, known := fields[keyOf(text)]; known {
				if _, twice := columns[field]; !twice {
					columns[field] = c
				}
			}
		}
		_, hasCode := columns["code"]
		_, hasName := columns["name"]
		if _, hasMembers := columns["members"]; hasMembers && (hasCode || hasName) {
			return r, columns
		}
	}
	return 0, nil
}

func readFigureRows(ctx context.Context, g *grid, head int, columns map[string]int) ([]app.FigureRow, error) {
	var list []app.FigureRow
	for r := head + 1; r < len(g.rows); r++ {
		if err := stopped(ctx); err != nil {
			return nil, err
		}
		text := func(field string) string {
			if c, known := columns[field]; known && c < len(g.rows[r]) {
				return app.Clean(g.rows[r][c])
			}
			return ""
		}
		row := app.FigureRow{Row: r + 1, Code: strings.ToUpper(text("code")), Name: text("name")}
		if row.Code == "" && (row.Name == "" || isTotal(row.Name)) {
			continue
		}
		row.Summary = app.PacketSummary{MeetingScore: text("meetingScore"), MeetingLevel: text("meetingLevel"), CriteriaScore: text("criteriaScore"), SecretaryName: text("secretary")}
		for _, c := range figureColumns {
			if number := figureNumber(&row.Summary, c.field); number != nil {
				readFigure(&row, number, c.heading, text(c.field))
			}
		}
		if filledIn(text) {
			list = append(list, row)
		}
	}
	return list, nil
}

// filledIn reports whether a row has a figure. The secretary's name alone is none: the form comes with it.
func filledIn(text func(field string) string) bool {
	for _, c := range figureColumns {
		switch c.field {
		case "code", "name", "secretary":
		default:
			if text(c.field) != "" {
				return true
			}
		}
	}
	return false
}

// isTotal reports whether a line is the sum under a table.
func isTotal(name string) bool {
	key := keyOf(name)
	return strings.HasPrefix(key, keyOf("Cộng")) || strings.HasPrefix(key, keyOf("Tổng"))
}

func readFigure(row *app.FigureRow, number *int, heading, text string) {
	if text == "" || text == "-" || text == "–" {
		return
	}
	value, err := strconv.Atoi(text)
	if err != nil || value < 0 {
		row.Faults = append(row.Faults, app.ImportFault{Row: row.Row, Column: heading, Value: text, Code: CodeFigureNumber, Values: map[string]any{"value": text}})
		return
	}
	*number = value
}

// CodeFigureNumber: a figure that is no whole number; Values: value.
const CodeFigureNumber app.Code = "figure_number"
