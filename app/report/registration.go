package report

import (
	"fmt"

	"sochibo/app"
)

// RegistrationPaper is what a printed registration is made of.
type RegistrationPaper struct {
	Settings     app.Settings
	Members      []app.Member // to find who signs
	Framework    *app.Framework
	Registration app.Registration
}

// Registration makes the paper that a cell signs with its superior at the beginning of a year (bản đăng ký, ký kết): the level aimed at and the
// targets of single criteria. A sample framework says on the paper that it is one.
func Registration(paper RegistrationPaper, profile Profile) Document {
	r, f := paper.Registration, paper.Framework
	subject := fmt.Sprintf("thực hiện %s năm %d", f.ShortName, r.Year)
	doc := Document{Title: "Bản đăng ký " + subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: r.RegisteredOn}
	level, _ := f.LevelByID(r.Level)
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, r.RegisteredOn)},
		Title{Type: "BẢN ĐĂNG KÝ", Subject: subject},
	)
	if f.Status == sampleStatus {
		doc.add(Paragraph{Runs: []Run{{Text: "MẪU THAM KHẢO, thay bằng khung của cấp ủy cấp trên khi có.", Bold: true, Italic: true}}, NoIndent: true})
	}
	doc.add(Paragraph{Runs: Plain(fmt.Sprintf("%s đăng ký thực hiện %s năm %d, phấn đấu mỗi kỳ đạt mức “%s” (từ %s điểm trên thang %s điểm).",
		paper.Settings.Name, f.Name, r.Year, level.Name, level.From.ShowExact(), f.MaxTotal.ShowExact()))})
	for _, c := range level.Conditions {
		doc.add(Paragraph{Runs: Plain("- " + sentence(c.Text))})
	}
	if len(r.Targets) > 0 {
		doc.add(Paragraph{Runs: Plain("Các chỉ tiêu đăng ký:")}, targetTable(f, r.Targets))
	}
	if r.Note != "" {
		doc.add(Paragraph{Runs: Plain(sentence(r.Note))})
	}
	if r.PledgedOn != "" {
		with := r.PledgedWith
		if with == "" {
			with = "cấp ủy cấp trên"
		}
		doc.add(Paragraph{Runs: Plain(fmt.Sprintf("Bản đăng ký được ký kết với %s ngày %s.", with, r.PledgedOn))})
	}
	doc.add(Signatures{
		Left:  &Signature{Authority: "XÁC NHẬN CỦA CẤP ỦY CẤP TRÊN", Note: profile.Label(LabelSignAndName)},
		Right: secretarySignature(paper.Settings, paper.Members, r.RegisteredOn, profile),
	})
	return doc
}

func targetTable(f *app.Framework, targets []app.RegistrationTarget) Table {
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 11, Align: Center}, {Head: "Tiêu chí", Width: 86, Align: Left}, {Head: "Điểm tối đa", Width: 18, Align: Center},
		{Head: "Đăng ký từ", Width: 18, Align: Center}, {Head: "Việc làm", Width: 32, Align: Left}}}
	for _, t := range targets {
		c, _ := f.CriterionByID(t.Criterion)
		points := t.Points
		if exact, err := app.ParseRatio(t.Points); err == nil {
			points = exact.ShowExact()
		}
		table.Rows = append(table.Rows, rowOf(c.No, c.Name, c.Max.ShowExact(), points, t.Text))
	}
	return table
}
