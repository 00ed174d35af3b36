package report

import (
	"fmt"

	"sochibo/app"
)

// PlanPaper is what the year's plan of meetings is made of.
type PlanPaper struct {
	Settings app.Settings
	Members  []app.Member
	Year     int
	Items    []app.PlanItem // of the year, by month
	Number   int            // in "02-KH/CB"; 0 none yet
	On       app.Date       // the plan's day
}

// YearPlan makes the year's plan of meetings (kế hoạch sinh hoạt) with the thematic calendar.
func YearPlan(paper PlanPaper, profile Profile) Document {
	s := paper.Settings
	subject := fmt.Sprintf("sinh hoạt chi bộ năm %d", paper.Year)
	doc := Document{Title: "Kế hoạch " + subject + ", " + s.Name, Author: s.Name, Date: paper.On}
	number := MeetingPaper{Settings: s}.number(paper.Number, app.TypePlan)
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name, Number: number, PlaceDate: placeDate(s.PlaceName, paper.On)},
		Title{Type: "KẾ HOẠCH", Subject: subject, Rule: true},
		line(fmt.Sprintf("%s sinh hoạt thường kỳ mỗi tháng một lần. Nội dung chính và chuyên đề của năm %d như sau:", s.Name, paper.Year)),
		paper.table(),
		line(paper.thematic()),
		line("Đồng chí được phân công chuẩn bị nội dung, gửi tài liệu đến đảng viên trước buổi sinh hoạt theo quy định. Chi bộ điều chỉnh kế hoạch khi có nhiệm vụ đột xuất."),
		Signatures{Recipients: s.Recipients, Right: secretarySignature(s, paper.Members, paper.On, profile)},
	)
	return doc
}

func (p PlanPaper) table() Table {
	table := Table{Columns: []Column{
		{Head: "Tháng", Width: 17, Align: Center},
		{Head: "Loại", Width: 27, Align: Left},
		{Head: "Nội dung, chuyên đề", Width: 62, Align: Left},
		{Head: "Người chuẩn bị", Width: 34, Align: Left},
		{Head: "Ghi chú", Width: 25, Align: Left},
	}}
	people := rosterOf(p.Members)
	for _, item := range p.Items {
		who := ""
		if item.PresenterID != "" {
			who = people.name(item.PresenterID)
		}
		table.Rows = append(table.Rows, rowOf(item.Month.String(), kindWord(item.Kind), item.Title, who, item.Note))
	}
	return table
}

// kindWord names a kind of meeting in a table.
func kindWord(kind app.MeetingKind) string {
	return map[app.MeetingKind]string{app.RegularMeeting: "Thường kỳ", app.ThematicMeeting: "Chuyên đề", app.CellCommitteeMeeting: "Họp chi ủy",
		app.ExtraordinaryMeeting: "Bất thường", app.YearEndReview: "Kiểm điểm cuối năm"}[kind]
}

// thematic counts the thematic meetings of each quarter.
func (p PlanPaper) thematic() string {
	quarters := app.QuartersOf(p.Year, p.Items, nil, p.Settings, p.On)
	text := "Sinh hoạt chuyên đề:"
	for i, q := range quarters {
		if i > 0 {
			text += ";"
		}
		text += fmt.Sprintf(" quý %s %d", roman(q.Quarter), q.Planned)
	}
	return text + "."
}
