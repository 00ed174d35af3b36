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

// rowsOfMap is how many rows of the map stand in one picture, so that a long map goes over pages with its head.
const rowsOfMap = 34

// nameWidth is the room of the criteria's names in the map, millimetres.
const nameWidth = 70

// Year makes the year in figures (bức tranh năm): members at the threshold, meeting scores, and every criterion month by month.
func Year(paper YearPaper, profile Profile) Document {
	subject := fmt.Sprintf("năm %d (đến hết tháng %s)", paper.Through.Year(), inYear(paper.Through))
	doc := Document{Title: "Kết quả chi bộ " + subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: paper.On}
	doc.add(PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "KẾT QUẢ CHI BỘ QUA CÁC THÁNG", Subject: subject},
		Chart{Caption: "Đảng viên đạt điểm sổ tay (%), mục tiêu 100%", Text: paper.Points.Text(), Height: 38, Draw: func(s chart.Sheet) []chart.Shape { return chart.Bars(s, paper.Points) }},
		Chart{Caption: joined("Điểm buổi sinh hoạt", inParentheses(paper.goodWords())), Text: paper.Scores.Text(), Height: 38, Draw: func(s chart.Sheet) []chart.Shape { return chart.Lines(s, paper.Scores) }})
	for first := 0; first < len(paper.Heat.Rows); first += rowsOfMap {
		part := paper.Heat
		part.Rows = part.Rows[first:min(first+rowsOfMap, len(part.Rows))]
		caption := "Điểm từng tiêu chí theo tháng (số là điểm; đậm hơn là gần điểm tối đa hơn; trống là chưa chấm)"
		if first > 0 {
			caption = ""
		}
		doc.add(Chart{Caption: caption, Text: part.Text(), Height: part.Height(chartUnit), Draw: func(s chart.Sheet) []chart.Shape { return chart.Squares(s, part, nameWidth) }})
	}
	doc.add(Signatures{Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)})
	return doc
}

func (p YearPaper) goodWords() string {
	if strings.TrimSpace(p.Good) == "" {
		return ""
	}
	return "mức cao nhất từ " + p.Good
}
