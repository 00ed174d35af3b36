package sheet

import (
	"fmt"

	"sochibo/app"
)

// PointLine is one member's year in a written table of points.
type PointLine struct {
	Name        string
	PartyCardNo string
	Cells       [12]PointValue // January first
}

// PointValue is one month: points, excused, or nothing yet.
type PointValue struct {
	Points  *int
	Excused bool
}

// PointFile returns a year of points as the bytes of a file, .xlsx or .csv as name ends. Any other ending gives CodeEnding.
func PointFile(name string, settings app.Settings, year int, lines []PointLine) ([]byte, error) {
	return byEnding(name, pointTable(year, lines, settings.Name))
}

func pointTable(year int, lines []PointLine, titles ...string) outTable {
	table := outTable{sheet: fmt.Sprintf("Năm %d", year), columns: []outColumn{{heading: "TT", width: 5, centred: true},
		{heading: "Họ và tên", width: 28}, {heading: "Số thẻ đảng viên", width: 14}}}
	for _, title := range titles {
		if title != "" {
			table.titles = append(table.titles, title)
		}
	}
	table.titles = append(table.titles, fmt.Sprintf("ĐIỂM SỔ TAY ĐẢNG VIÊN ĐIỆN TỬ NĂM %d", year))
	for number := 1; number <= 12; number++ {
		table.columns = append(table.columns, outColumn{heading: fmt.Sprintf("T%d/%d", number, year), width: 8, centred: true})
	}
	for i, line := range lines {
		row := []any{i + 1, line.Name, line.PartyCardNo}
		for _, value := range line.Cells {
			switch {
			case value.Excused:
				row = append(row, "Miễn")
			case value.Points != nil:
				row = append(row, *value.Points)
			default:
				row = append(row, "")
			}
		}
		table.rows = append(table.rows, row)
	}
	return table
}
