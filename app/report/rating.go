package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// RatingPaper is what the papers of a quality rating (366-QĐ/TW, 43-HD/BTCTW) are made of.
type RatingPaper struct {
	Settings app.Settings
	Members  []app.Member // to find who signs
	Round    app.RatingRound
	Lines    []RatingLine // the cell first, then the members
	Levels   []app.Level  // best first
	Forms    []app.Variant
	Caps     []app.CapCount // how the cap stands; none without a cap
	CapText  string         // what the cap's base is, in words
	On       app.Date
}

// RatingLine is one subject's rating. Levels are names, "" while a step is open.
type RatingLine struct {
	Name      string
	IsCell    bool
	Form      string // name of the form
	NotRated  string // why not; "" if rated
	Points    string // of the self-rating
	Self      string
	Committee string
	Votes     map[string]int // by level id
	Voted     string
	Superior  string
	Paper     string // the superior's decision
	Note      string
}

// rated returns the lines that are rated.
func (p RatingPaper) rated() []RatingLine {
	var lines []RatingLine
	for _, line := range p.Lines {
		if line.NotRated == "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func (p RatingPaper) subject() string {
	return "xếp loại chất lượng chi bộ và đảng viên " + p.Round.Period.String()
}

func (p RatingPaper) open(kind, name string, landscape, withPlace bool) Document {
	doc := Document{Title: name + " " + p.subject() + ", " + p.Settings.Name, Author: p.Settings.Name, Date: p.On, Landscape: landscape}
	head := PartyHead{Superior: p.Settings.SuperiorName, Body: p.Settings.Name}
	if withPlace {
		head.PlaceDate = placeDate(p.Settings.PlaceName, p.On)
	}
	doc.add(head, Title{Type: kind, Subject: p.subject()})
	return doc
}

// shortLevel is the level's name without the word that all share, for the head of a narrow column.
func shortLevel(name string) string {
	return startingSentence(strings.TrimSuffix(name, " nhiệm vụ"))
}

// RatingBallot makes the ballot paper of the secret vote (phiếu xếp loại): one row for the cell and for each rated member, an empty box for each level.
func RatingBallot(paper RatingPaper) Document {
	doc := paper.open("PHIẾU XẾP LOẠI", "Phiếu", false, true)
	doc.add(line("Đồng chí đánh dấu X vào một ô trên mỗi dòng. Dòng không đánh dấu hoặc đánh dấu từ hai ô trở lên là không hợp lệ. Phiếu kín, không ghi tên người bỏ phiếu."))
	table := Table{Columns: []Column{{Head: "TT", Width: 10, Align: Center}, {Head: "Tập thể, đảng viên", Width: 55, Align: Left}}}
	for _, level := range paper.Levels {
		table.Columns = append(table.Columns, Column{Head: shortLevel(level.Name), Width: 25, Align: Center})
	}
	for i, one := range paper.rated() {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), one.label()))
	}
	doc.add(table)
	return doc
}

func (l RatingLine) label() string {
	if l.IsCell {
		return "Tập thể " + l.Name
	}
	return l.Name
}

// RatingCount makes the counting minutes of the secret vote (biên bản kiểm phiếu).
func RatingCount(paper RatingPaper, profile Profile) Document {
	b := paper.Round.Ballot
	paper.On = firstDay(b.HeldOn, paper.On)
	doc := paper.open("BIÊN BẢN", "Biên bản kiểm phiếu", false, false)
	doc.Blocks[len(doc.Blocks)-1] = Title{Type: "BIÊN BẢN", Subject: "kiểm phiếu " + paper.subject()}
	when := "Ngày …… tháng …… năm ……"
	if b.HeldOn.IsFull() {
		when = startingSentence(b.HeldOn.Long())
	}
	doc.add(line(fmt.Sprintf("%s, %s tiến hành bỏ phiếu kín %s.", when, paper.Settings.Name, paper.subject())))
	team := "……………………………………"
	if len(b.Counters) > 0 {
		team = strings.Join(b.Counters, "; ")
	}
	doc.add(line("Tổ kiểm phiếu: " + team + "."))
	doc.add(List{Items: [][]Run{
		Plain(fmt.Sprintf("Đảng viên chính thức được quyền bỏ phiếu: %d đồng chí; có mặt: %d đồng chí%s.", b.Eligible, b.Present, reached(b.Present, b.Eligible))),
		Plain(fmt.Sprintf("Số phiếu phát ra: %d; số phiếu thu về: %d.", b.Issued, b.Returned)),
		Plain(fmt.Sprintf("Số phiếu hợp lệ: %d; số phiếu không hợp lệ: %d.", b.Valid(), b.Invalid)),
		Plain(fmt.Sprintf("Mức được công nhận khi có từ %d phiếu trở lên (trên %d%% %s).", paper.Round.Needed(), paper.Round.VotePercent, voteBaseWords(paper.Round.VoteBase))),
	}})
	doc.add(Paragraph{Runs: Strong("Kết quả:"), KeepNext: true}, paper.countTable(),
		line("Biên bản lập xong hồi …… giờ …… phút cùng ngày, đã đọc trước hội nghị. Phiếu được niêm phong, lưu cùng biên bản."))
	head := ""
	if len(b.Counters) > 0 {
		head = b.Counters[0]
	}
	labels := meetingLabels(paper.Settings, profile)
	doc.add(Signatures{Left: &Signature{Post: labels.chair, Note: profile.Label(LabelSignAndName)},
		Right: &Signature{Authority: "T/M TỔ KIỂM PHIẾU", Post: "TỔ TRƯỞNG", Name: head}})
	return doc
}

func firstDay(day, otherwise app.Date) app.Date {
	if day.IsFull() {
		return day
	}
	return otherwise
}

func voteBaseWords(base string) string {
	switch base {
	case app.VoteOfPresent:
		return "đảng viên chính thức có mặt"
	case app.VoteOfValid:
		return "số phiếu hợp lệ"
	}
	return "đảng viên chính thức được quyền bỏ phiếu"
}

func (p RatingPaper) countTable() Table {
	table := Table{Small: true, Columns: []Column{{Head: "TT", Width: 9, Align: Center}, {Head: "Tập thể, đảng viên", Width: 50, Align: Left}}}
	for _, level := range p.Levels {
		table.Columns = append(table.Columns, Column{Head: shortLevel(level.Name) + " (phiếu)", Width: 21, Align: Center})
	}
	table.Columns = append(table.Columns, Column{Head: "Kết quả", Width: 34, Align: Left})
	for i, one := range p.rated() {
		row := rowOf(itoa(i+1), one.label())
		for _, level := range p.Levels {
			row.Cells = append(row.Cells, cellOf(p.voteText(one, level.ID)))
		}
		result := shortLevel(one.Voted)
		if result == "" && len(one.Votes) > 0 {
			result = "Chưa mức nào đủ phiếu"
		}
		row.Cells = append(row.Cells, cellOf(result))
		table.Rows = append(table.Rows, row)
	}
	return table
}

// voteText is "18 (81,8%)", the share being of the base that the round counts by; nothing before the votes are in.
func (p RatingPaper) voteText(one RatingLine, level string) string {
	if len(one.Votes) == 0 {
		return ""
	}
	count := one.Votes[level]
	base := map[string]int{app.VoteOfPresent: p.Round.Ballot.Present, app.VoteOfValid: p.Round.Ballot.Valid()}
	whole, found := base[p.Round.VoteBase]
	if !found {
		whole = p.Round.Ballot.Eligible
	}
	return itoa(count) + inBrackets(percent(count, whole))
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}
