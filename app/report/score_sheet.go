package report

import "sochibo/app"

// ScorePaper is what a printed score sheet is made of.
type ScorePaper struct {
	Settings app.Settings
	Members  []app.Member // to find who signs
	Score    Score
	Subject  string // "chất lượng buổi sinh hoạt chi bộ tháng 11 năm 2026", "tháng 11 năm 2026"
	About    string // a sentence on what was scored: "Buổi sinh hoạt ngày 20/11/2026, thời lượng 110 phút."; may be empty
	On       app.Date
}

// ScoreSheet makes the score sheet of a meeting (phiếu chấm điểm buổi sinh hoạt) with the basis of each criterion; the
// superior's column is filled in by hand where the score has none. The cell signs, the superior confirms.
func ScoreSheet(paper ScorePaper, profile Profile) Document {
	doc := paper.sheet("PHIẾU CHẤM ĐIỂM", "Phiếu chấm điểm")
	doc.add(
		scoreTable(paper.Score, []Column{
			{Head: "TT", Width: 11, Align: Center},
			{Head: "Nội dung", Width: 54, Align: Left},
			{Head: "Điểm tối đa", Width: 15, Align: Center},
			{Head: "Tự chấm", Width: 17, Align: Center},
			{Head: "Cấp trên chấm", Width: 17, Align: Center},
			{Head: "Căn cứ", Width: 51, Align: Left},
		}, func(line ScoreLine) []string {
			return []string{line.No, line.Text, line.Max, line.Points, line.Superior, line.Basis}
		}),
	)
	paper.close(&doc, profile)
	return doc
}

// CriteriaSheet makes the sheet of a framework's criteria (bảng tiêu chí) with points, basis and evidence.
// A sample framework says on the sheet that it is one.
func CriteriaSheet(paper ScorePaper, profile Profile) Document {
	doc := paper.sheet("BẢNG TIÊU CHÍ", "Bảng tiêu chí")
	doc.add(
		scoreTable(paper.Score, []Column{
			{Head: "TT", Width: 13, Align: Center},
			{Head: "Tiêu chí", Width: 56, Align: Left},
			{Head: "Điểm tối đa", Width: 15, Align: Center},
			{Head: "Điểm đạt", Width: 15, Align: Center},
			{Head: "Căn cứ", Width: 38, Align: Left},
			{Head: "Minh chứng", Width: 28, Align: Left},
		}, func(line ScoreLine) []string {
			return []string{line.No, line.Text, line.Max, line.Points, line.Basis, line.Evidence}
		}),
	)
	paper.close(&doc, profile)
	return doc
}

// sheet opens a sheet: head, title, where the framework comes from and what was scored.
func (p ScorePaper) sheet(kind, name string) Document {
	doc := Document{
		Title:  name + " " + p.Subject + ", " + p.Settings.Name,
		Author: p.Settings.Name,
		Date:   p.On,
	}
	doc.add(
		PartyHead{Superior: p.Settings.SuperiorName, Body: p.Settings.Name, PlaceDate: placeDate(p.Settings.PlaceName, p.On)},
		Title{Type: kind, Subject: p.Subject},
	)
	if p.Score.Framework != "" {
		source := p.Score.Framework
		if p.Score.Source != "" {
			source += "; căn cứ " + p.Score.Source
		}
		doc.add(Paragraph{Runs: Plain("Theo: " + sentence(source)), NoIndent: true})
	}
	if p.Score.Sample {
		doc.add(Paragraph{Runs: []Run{{Text: "MẪU THAM KHẢO, thay bằng bảng chấm của cấp ủy cấp trên khi có.", Bold: true, Italic: true}}, NoIndent: true})
	}
	if p.Score.Note != "" {
		doc.add(Paragraph{Runs: []Run{{Text: sentence(p.Score.Note), Italic: true}}, Small: true, NoIndent: true})
	}
	if p.About != "" {
		doc.add(Paragraph{Runs: Plain(sentence(p.About)), NoIndent: true})
	}
	return doc
}

func inParentheses(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}

// scoreTable lists the lines, heads of groups shaded over the whole width, and the totals.
func scoreTable(score Score, columns []Column, texts func(ScoreLine) []string) Table {
	table := Table{Small: true, Columns: columns}
	for _, line := range score.Lines {
		table.Rows = append(table.Rows, scoreRow(line, texts(line), len(columns)))
	}
	total := texts(ScoreLine{Text: "Cộng", Max: score.Max, Points: score.Total, Superior: score.Superior, Basis: levelText(score.Level)})
	row := rowOf(total...)
	row.Bold, row.Shaded = true, true
	table.Rows = append(table.Rows, row)
	return table
}

func scoreRow(line ScoreLine, texts []string, columns int) Row {
	row := rowOf(texts...)
	switch line.Depth {
	case GroupLine:
		row.Bold, row.Shaded = true, true
		if line.Points == "" && line.Basis == "" && line.Superior == "" {
			// A head without own points: its text takes the room of the empty cells.
			row.Cells = []Cell{row.Cells[0], row.Cells[1], row.Cells[2], {Span: columns - 3}}
		}
	case CriterionLine:
		row.Cells[1].Runs = Strong(line.Text)
		row.Cells[3].Runs = Strong(line.Points)
	}
	return row
}

func levelText(level string) string {
	if level == "" {
		return ""
	}
	return "Xếp loại: " + level
}

// close adds vetoes and the signatures.
func (p ScorePaper) close(doc *Document, profile Profile) {
	for _, veto := range p.Score.Vetoes {
		doc.add(Paragraph{Runs: Plain("Điểm liệt: " + sentence(veto)), NoIndent: true})
	}
	doc.add(Signatures{
		Left:  &Signature{Authority: "XÁC NHẬN CỦA CẤP ỦY CẤP TRÊN", Note: profile.Label(LabelSignAndName)},
		Right: secretarySignature(p.Settings, p.Members, p.On, profile),
	})
}
