package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// RegisterCheckPaper is what a committee's quarterly reconciliation of its register with its cells is made of.
type RegisterCheckPaper struct {
	Settings    app.Settings
	Quarter     app.SheetPeriod
	On          app.Date // the day that both registers are looked at
	Printed     app.Date
	Source      string // where the committee's register comes from, in words
	Cells       []RegisterCheckCell
	Differences []RegisterCheckLine
}

// RegisterCheckCell is one cell's line.
type RegisterCheckCell struct {
	Name               string
	Month              app.Month // of the packet; "" none was accepted
	Register, InPacket int
	Differences        int
}

// RegisterCheckLine is one person about whom the two differ.
type RegisterCheckLine struct {
	Cell, FromCell string
	app.RegisterDifference
}

// RegisterCheck makes the paper of a reconciliation, in landscape: first who differs and in what, then the numbers of each cell.
func RegisterCheck(paper RegisterCheckPaper, profile Profile) Document {
	subject := "danh sách đảng viên với các chi bộ, " + periodInWords(paper.Quarter)
	doc := Document{Title: "Đối chiếu " + subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: paper.Printed, Landscape: true}
	doc.add(PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.Printed)},
		Title{Type: "ĐỐI CHIẾU", Subject: subject},
		Paragraph{Runs: Plain(fmt.Sprintf("Số liệu đến ngày %s (mẫu 7-HSĐV, đối chiếu ba tháng một lần). %s", paper.On.String(), paper.Source)), NoIndent: true})
	if len(paper.Differences) == 0 {
		doc.add(Paragraph{Runs: Strong("Sổ của cấp ủy khớp với các chi bộ đã báo cáo."), NoIndent: true})
	} else {
		doc.add(paper.differences())
	}
	doc.add(Paragraph{Runs: Strong("Số lượng theo chi bộ"), NoIndent: true, KeepNext: true}, paper.cells())
	doc.add(Signatures{Recipients: paper.Settings.Recipients, Right: RollUpPaper{Settings: paper.Settings}.signature(profile)})
	return doc
}

func (p RegisterCheckPaper) differences() Table {
	table := Table{Small: true, Columns: []Column{{Head: "TT", Width: 9, Align: Center}, {Head: "Chi bộ", Width: 52, Align: Left}, {Head: "Họ và tên", Width: 44, Align: Left}, {Head: "Ngày sinh", Width: 22, Align: Center},
		{Head: "Số thẻ", Width: 22, Align: Center}, {Head: "Khác nhau", Width: 62, Align: Left}, {Head: "Sổ cấp ủy", Width: 36, Align: Left}, {Head: "Chi bộ báo", Width: 36, Align: Left}}}
	for i, d := range p.Differences {
		texts := []string{itoa(i + 1), d.Cell, d.Name, dateOrDash(d.BornOn), d.PartyCard}
		table.Rows = append(table.Rows, rowOf(append(texts, d.words()...)...))
	}
	return table
}

func dateOrDash(d app.Date) string {
	if d == "" {
		return ""
	}
	return d.String()
}

// words say in what a person differs, and both sides.
func (l RegisterCheckLine) words() []string {
	var what, register, cell []string
	switch l.Fault {
	case app.RegisterLacks:
		return []string{"Chi bộ có, sổ cấp ủy không có", "không có", "có"}
	case app.RegisterSurplus:
		return []string{"Sổ cấp ủy có, không chi bộ nào có", "có", "không có"}
	case app.RegisterMoved:
		what, register, cell = []string{"Khác chi bộ"}, []string{l.FromCell}, []string{l.Cell}
	}
	for _, f := range l.Fields {
		what, register, cell = append(what, registerFields[f.Field]), append(register, registerValue(f.Field, f.Before.Text)), append(cell, registerValue(f.Field, f.After.Text))
	}
	return []string{strings.Join(what, "; "), strings.Join(register, "; "), strings.Join(cell, "; ")}
}

var registerFields = map[string]string{"fullName": "Họ tên", "bornOn": "Ngày sinh", "partyCardNo": "Số thẻ đảng", "admittedOn": "Ngày vào Đảng", "officialOn": "Ngày chính thức", "partyGroup": "Tổ đảng",
	"post": "Chức vụ", "kind": "Chính thức, dự bị", "standing": "Tình trạng sinh hoạt"}

var registerTerms = map[string]string{
	"kind." + string(app.Official): "chính thức", "kind." + string(app.Probationary): "dự bị",
	"post." + string(app.Secretary): "bí thư", "post." + string(app.DeputySecretary): "phó bí thư", "post." + string(app.CommitteeMember): "chi ủy viên", "post." + string(app.GroupLeader): "tổ trưởng đảng",
	"standing." + string(app.Active): "đang sinh hoạt", "standing." + string(app.Exempt): "miễn sinh hoạt", "standing." + string(app.TempExempt): "tạm miễn", "standing." + string(app.TempAway): "chuyển sinh hoạt tạm thời đi",
	"standing." + string(app.TempHere): "sinh hoạt tạm thời", "standing." + string(app.Transferring): "chờ chuyển", "standing." + string(app.Suspended): "đình chỉ sinh hoạt",
}

func registerValue(field, value string) string {
	if words, known := registerTerms[field+"."+value]; known {
		return words
	}
	if value == "" {
		return "không ghi"
	}
	if date := app.Date(value); date.Validate() == nil {
		return date.String()
	}
	return value
}

func (p RegisterCheckPaper) cells() Table {
	table := Table{Small: true, Columns: []Column{{Head: "TT", Width: 9, Align: Center}, {Head: "Chi bộ", Width: 90, Align: Left}, {Head: "Gói tháng", Width: 26, Align: Center}, {Head: "Sổ cấp ủy", Width: 26, Align: Center},
		{Head: "Chi bộ báo", Width: 26, Align: Center}, {Head: "Số người khác nhau", Width: 32, Align: Center}}}
	register, reported, differences := 0, 0, 0
	for i, c := range p.Cells {
		month, count := "chưa có", ""
		if c.Month != "" {
			month, count = c.Month.String(), itoa(c.InPacket)
		}
		table.Rows = append(table.Rows, rowOf(itoa(i+1), c.Name, month, itoa(c.Register), count, itoa(c.Differences)))
		register, reported, differences = register+c.Register, reported+c.InPacket, differences+c.Differences
	}
	total := rowOf("", fmt.Sprintf("Cộng %d chi bộ", len(p.Cells)), "", itoa(register), itoa(reported), itoa(differences))
	total.Bold, total.Shaded = true, true
	table.Rows = append(table.Rows, total)
	return table
}
