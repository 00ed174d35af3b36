package report

import (
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/chart"
)

// YearPaper is what the year in figures is made of.
type YearPaper struct {
	Settings app.Settings
	Members  []app.Member // to find who signs
	Through  app.Month    // the last month that is shown
	Points   chart.Series
	Scores   chart.Series
	Good     string // points from which a meeting has the best level; "" for none
	Heat     chart.Heat
	On       app.Date
}

// rowsOfMap is how many rows of the map stand in one picture at the most, so that a long map goes over pages with its head;
// rowsBySignature is how many of them leave room for the signature on their page.
const (
	rowsOfMap       = 24
	rowsBySignature = 14
)

// nameWidth is the room of the criteria's names in the map, millimetres.
const nameWidth = 125

// Year makes the year in figures (bức tranh năm): members at the threshold, meeting scores, and every criterion month by month.
func Year(paper YearPaper, profile Profile) Document {
	subject := fmt.Sprintf("năm %d (đến hết tháng %s)", paper.Through.Year(), inYear(paper.Through))
	doc := Document{Title: "Kết quả chi bộ " + subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: paper.On, Landscape: true}
	doc.add(PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "KẾT QUẢ CHI BỘ QUA CÁC THÁNG", Subject: subject},
		Chart{Caption: "Đảng viên đạt điểm sổ tay (%), mục tiêu 100%", Text: paper.Points.Text(), Height: 38, Draw: func(s chart.Sheet) []chart.Shape { return chart.Bars(s, paper.Points) }},
		Chart{Caption: joined("Điểm buổi sinh hoạt", inParentheses(paper.goodWords())), Text: paper.Scores.Text(), Height: 38, Draw: func(s chart.Sheet) []chart.Shape { return chart.Lines(s, paper.Scores) }})
	caption := "Điểm từng tiêu chí theo tháng (số là điểm; đậm hơn là gần điểm tối đa hơn; trống là chưa chấm)"
	for _, rows := range partsOfMap(paper.Heat.Rows) {
		part := paper.Heat
		part.Rows = rows
		doc.add(Chart{Caption: caption, Text: part.Text(), Height: part.Height(chartUnit), Draw: func(s chart.Sheet) []chart.Shape { return chart.Squares(s, part, nameWidth) }})
		caption = ""
	}
	doc.add(Signatures{Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)})
	return doc
}

// partsOfMap cuts the rows of the map for its pictures, before the head of a group where there is one.
func partsOfMap(rows []chart.HeatRow) [][]chart.HeatRow {
	var parts [][]chart.HeatRow
	for len(rows) > rowsBySignature {
		most := min(rowsOfMap, len(rows)-1) // something is left for the signature's page
		at := most
		for at > 1 && !rows[at].Head {
			at--
		}
		if at <= 1 {
			at = most
		}
		parts, rows = append(parts, rows[:at]), rows[at:]
	}
	return append(parts, rows)
}

func (p YearPaper) goodWords() string {
	if strings.TrimSpace(p.Good) == "" {
		return ""
	}
	return "mức cao nhất từ " + p.Good
}
