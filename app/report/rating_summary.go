package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// RatingSummary makes the table of a rating's results (tổng hợp kết quả), in landscape: each step's figures side by side, how many have
// each level, how the cap stands, and who is not rated and why.
func RatingSummary(paper RatingPaper, profile Profile) Document {
	doc := paper.open("TỔNG HỢP KẾT QUẢ", "Tổng hợp kết quả", true, true)
	doc.add(paper.summaryTable())
	doc.add(paper.summaryRemarks()...)
	doc.add(Signatures{Recipients: paper.Settings.Recipients, Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)})
	return doc
}

func (p RatingPaper) summaryTable() Table {
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 9, Align: Center}, {Head: "Tập thể, đảng viên", Width: 50, Align: Left}, {Head: "Điểm tự chấm", Width: 16, Align: Center},
		{Head: "Tự xếp loại", Width: 34, Align: Left}, {Head: "Chi ủy đề nghị", Width: 34, Align: Left}, {Head: "Số phiếu " + p.levelLetters(), Width: 30, Align: Center},
		{Head: "Kết quả bỏ phiếu", Width: 34, Align: Left}, {Head: "Cấp trên quyết định", Width: 36, Align: Left}, {Head: "Ghi chú", Width: 26, Align: Left}}}
	for i, one := range p.rated() {
		var votes []string
		for _, level := range p.Levels {
			votes = append(votes, itoa(one.Votes[level.ID]))
		}
		cast := strings.Join(votes, " / ")
		if len(one.Votes) == 0 {
			cast = ""
		}
		superior := shortLevel(one.Superior)
		if one.Paper != "" {
			superior = joined(superior, "("+one.Paper+")")
		}
		table.Rows = append(table.Rows, rowOf(itoa(i+1), one.label(), decimalComma(one.Points), shortLevel(one.Self), shortLevel(one.Committee), cast, shortLevel(one.Voted), superior, one.Note))
	}
	return table
}

func decimalComma(text string) string { return strings.Replace(text, ".", ",", 1) }

// levelLetters names the levels in short, in their order: "XS / T / HT / KHT".
func (p RatingPaper) levelLetters() string {
	var letters []string
	for _, level := range p.Levels {
		letters = append(letters, levelLetter(level))
	}
	return strings.Join(letters, " / ")
}

func levelLetter(level app.Level) string {
	switch level.ID {
	case "excellent":
		return "XS"
	case "good":
		return "T"
	case "completed":
		return "HT"
	case "not_completed":
		return "KHT"
	}
	return shortLevel(level.Name)
}

// summaryRemarks counts the members at each level by the last step that is done, tells the cap and names who is not rated.
func (p RatingPaper) summaryRemarks() []Block {
	counts := map[string]int{}
	members := 0
	for _, one := range p.rated() {
		if one.IsCell {
			continue
		}
		members++
		for _, level := range []string{one.Superior, one.Voted, one.Committee, one.Self} {
			if level != "" {
				counts[level]++
				break
			}
		}
	}
	var parts []string
	for _, level := range p.Levels {
		parts = append(parts, fmt.Sprintf("%s %d%s", strings.ToLower(level.Name[:1])+level.Name[1:], counts[level.Name], inBrackets(percent(counts[level.Name], members))))
	}
	blocks := []Block{line(fmt.Sprintf("Đảng viên được xếp loại: %d; trong đó: %s.", members, strings.Join(parts, "; ")))}
	for _, c := range p.Caps {
		text := fmt.Sprintf("Xuất sắc: %d, nhiều nhất %d (%d%% của %d %s)", c.Count, c.Most, p.Round.Cap.Percent, c.Base, p.CapText)
		if c.Form != "" {
			text = p.formName(c.Form) + ": " + text
		}
		if c.IsOver() {
			text += "; vượt " + itoa(c.Count-c.Most)
		}
		blocks = append(blocks, line(text+"."))
	}
	var out []string
	for _, one := range p.Lines {
		if one.NotRated != "" {
			out = append(out, one.label()+" ("+inSentence(one.NotRated)+")")
		}
	}
	if len(out) > 0 {
		blocks = append(blocks, line("Không xếp loại: "+strings.Join(out, "; ")+"."))
	}
	return blocks
}

func (p RatingPaper) formName(id string) string {
	for _, form := range p.Forms {
		if form.ID == id {
			return form.Name
		}
	}
	return id
}
