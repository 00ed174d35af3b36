package report

import (
	"strings"

	"sochibo/app"
)

// RatingFormPaper is what one subject's own form is made of.
type RatingFormPaper struct {
	Settings   app.Settings
	Members    []app.Member // to find who signs
	Period     app.SheetPeriod
	Line       RatingLine
	Member     *app.Member // nil: the cell
	Score      Score
	Conditions []app.ConditionResult // of the levels that were tried
	Faults     string
	Conduct    []string // initiatives, commendations and disciplines of the period, one sentence each
	On         app.Date
}

// RatingForm makes the form by which a member, or the cell, rates itself (mẫu 2A, 2B, 2C; tập thể: mẫu 01): points by criterion, the
// conditions beyond the points, what the registers hold, shortcomings, and each step's result.
func RatingForm(paper RatingFormPaper, profile Profile) Document {
	who := "đảng viên"
	if paper.Line.IsCell {
		who = "chi bộ"
	}
	score := ScorePaper{Settings: paper.Settings, Members: paper.Members, Score: paper.Score, On: paper.On,
		Subject: "chất lượng " + who + " " + paper.Period.String()}
	doc := score.sheet("PHIẾU TỰ ĐÁNH GIÁ, XẾP LOẠI", "Phiếu tự đánh giá, xếp loại")
	for i, block := range doc.Blocks {
		if _, isTitle := block.(Title); isTitle {
			doc.Blocks = append(doc.Blocks[:i+1:i+1], append(paper.person(), doc.Blocks[i+1:]...)...)
			break
		}
	}
	doc.add(scoreTable(paper.Score, []Column{
		{Head: "TT", Width: 12, Align: Center}, {Head: "Tiêu chí", Width: 70, Align: Left}, {Head: "Điểm tối đa", Width: 15, Align: Center},
		{Head: "Tự chấm", Width: 15, Align: Center}, {Head: "Căn cứ", Width: 53, Align: Left},
	}, func(line ScoreLine) []string { return []string{line.No, line.Text, line.Max, line.Points, line.Basis} }))
	doc.add(paper.conditions()...)
	doc.add(paper.results()...)
	right := &Signature{Authority: "NGƯỜI TỰ ĐÁNH GIÁ", Note: profile.Label(LabelSignAndName), Name: paper.Line.Name}
	left := secretarySignature(paper.Settings, paper.Members, paper.On, profile)
	if paper.Line.IsCell {
		left, right = &Signature{Authority: "XÁC NHẬN CỦA CẤP ỦY CẤP TRÊN", Note: profile.Label(LabelSignAndName)}, left
	}
	doc.add(Signatures{Left: left, Right: right})
	return doc
}

// person says who rates himself and by which form.
func (p RatingFormPaper) person() []Block {
	lines := []string{}
	if p.Member != nil {
		lines = append(lines, "Họ và tên: "+p.Member.FullName+dated("; ngày sinh: ", p.Member.BornOn)+dated("; vào Đảng ngày: ", p.Member.AdmittedOn)+".")
		if p.Member.Occupation != "" {
			lines = append(lines, "Công việc: "+sentence(p.Member.Occupation))
		}
	}
	if p.Line.Form != "" {
		lines = append(lines, "Mẫu: "+sentence(p.Line.Form))
	}
	var blocks []Block
	for _, text := range lines {
		blocks = append(blocks, Paragraph{Runs: Plain(text), NoIndent: true})
	}
	return blocks
}

func dated(words string, day app.Date) string {
	if day == "" {
		return ""
	}
	return words + day.String()
}

// conditions lists what a level asks beside its points, and whether it is met.
func (p RatingFormPaper) conditions() []Block {
	if len(p.Conditions) == 0 {
		return nil
	}
	table := Table{Small: true, Columns: []Column{{Head: "Điều kiện của mức", Width: 110, Align: Left}, {Head: "Số liệu", Width: 25, Align: Center}, {Head: "Kết quả", Width: 30, Align: Left}}}
	for _, c := range p.Conditions {
		table.Rows = append(table.Rows, rowOf(c.Text, c.Value, conditionWords(c.State)))
	}
	return []Block{Paragraph{Runs: Strong("Điều kiện ngoài điểm"), NoIndent: true, KeepNext: true}, table}
}

func conditionWords(state app.ConditionState) string {
	switch state {
	case app.ConditionMet:
		return "Đạt"
	case app.ConditionFailed:
		return "Không đạt"
	case app.ConditionSkipped:
		return "Không xét"
	case app.ConditionVoid:
		return "Không có số liệu, chi bộ xét"
	}
	return "Chưa có số liệu"
}

// results are the registers, the shortcomings and what each step found; open ones are left to be filled in by hand.
func (p RatingFormPaper) results() []Block {
	var blocks []Block
	if len(p.Conduct) > 0 {
		items := make([][]Run, len(p.Conduct))
		for i, text := range p.Conduct {
			items[i] = Plain(sentence(text))
		}
		blocks = append(blocks, Paragraph{Runs: Strong("Sáng kiến, khen thưởng, kỷ luật trong kỳ"), NoIndent: true, KeepNext: true}, List{Items: items})
	}
	blocks = append(blocks, Paragraph{Runs: Strong("Hạn chế, khuyết điểm và nguyên nhân"), NoIndent: true, KeepNext: true})
	faults := paragraphs(p.Faults)
	for _, text := range faults {
		blocks = append(blocks, line(sentence(text)))
	}
	for range freeLines * (1 - min(1, len(faults))) {
		blocks = append(blocks, Paragraph{Runs: Plain(strings.Repeat("…", freeDots)), NoIndent: true})
	}
	steps := []Run{{Text: "Tự nhận mức: ", Bold: true}, {Text: orDots(p.Line.Self)}, {Text: ". Chi ủy đề nghị: ", Bold: true}, {Text: orDots(p.Line.Committee)}}
	if p.Line.Voted != "" {
		steps = append(steps, Run{Text: ". Chi bộ bỏ phiếu: ", Bold: true}, Run{Text: p.Line.Voted})
	}
	if p.Line.Superior != "" {
		steps = append(steps, Run{Text: ". Cấp trên quyết định: ", Bold: true}, Run{Text: joined(p.Line.Superior, inParentheses(p.Line.Paper))})
	}
	return append(blocks, Paragraph{Runs: append(steps, Run{Text: "."}), NoIndent: true})
}

// Where nothing was entered, so many lines of so many dots are left to write on.
const (
	freeLines = 2
	freeDots  = 41
)

func orDots(text string) string {
	if text == "" {
		return "………………………………"
	}
	return text
}
