package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// RollUpPaper is what a committee's summary of one month is made of.
type RollUpPaper struct {
	Settings app.Settings // of the committee
	Month    app.Month
	Rows     []RollUpRow // one for each cell that had to hand in, in the order to print
	Number   string      // "05-BC/ĐU"; empty: no number line
	Signer   string      // who signs for the committee; empty: the name stays free
	Post     string      // the signer's post; empty: that of the profile
	On       app.Date
	Sums     *PeriodPaper // of the same month, for what follows the table; nil leaves it away
}

// RollUpRow is one cell's month.
type RollUpRow struct {
	Code    string
	Name    string
	Kind    app.CellKind
	State   app.MonthState     // "" or app.MonthOpen: nothing handed in
	Late    bool               // handed in, or still missing, after the due day
	ByHand  bool               // figures were entered by hand: "nhập tay"
	Summary *app.PacketSummary // nil: no figures

	PacketID string // the packet that the figures come from; "" none
}

// handedIn reports whether a cell's figures count in the sums: the packet was received, whatever was decided on it afterwards, but a returned one waits for the next.
func (r RollUpRow) handedIn() bool {
	return r.Summary != nil && r.State != app.MonthReturned
}

// RollUp makes a committee's summary (tổng hợp) of a month, in landscape: cells by figures, sums of numerators and
// denominators (never a mean of percentages), and who is missing.
func RollUp(paper RollUpPaper, profile Profile) Document {
	subject := "công tác chi bộ " + inWords(paper.Month)
	doc := Document{
		Title:     "Tổng hợp " + subject + ", " + paper.Settings.Name,
		Author:    paper.Settings.Name,
		Date:      paper.On,
		Landscape: true,
	}
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, Number: paper.Number, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "TỔNG HỢP", Subject: subject},
		paper.table(),
	)
	doc.add(paper.remarks()...)
	if paper.Sums != nil {
		doc.add(paper.Sums.parts()...)
	}
	doc.add(Signatures{Recipients: paper.Settings.Recipients, Right: paper.signature(profile)})
	return doc
}

func (p RollUpPaper) signature(profile Profile) *Signature {
	authority := p.Settings.SigningLine
	if authority == "" || authority == profile.Label(LabelCellAuthority) { // a book that began before committees had a line of their own
		authority = app.CommitteeAuthority(p.Settings.Name)
	}
	post := p.Post
	if post == "" {
		post = profile.Label(LabelSecretary)
	}
	return &Signature{Authority: authority, Post: strings.ToUpper(post), Name: p.Signer}
}

func (p RollUpPaper) table() Table {
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 9, Align: Center},
		{Head: "Chi bộ", Width: 56, Align: Left},
		{Head: "Tình trạng", Width: 27, Align: Left},
		{Head: "Đảng viên", Width: 16, Align: Center},
		{Head: "Dự bị", Width: 13, Align: Center},
		{Head: "Miễn", Width: 13, Align: Center},
		{Head: "Dự họp", Width: 28, Align: Center},
		{Head: "Thời lượng (phút)", Width: 18, Align: Center},
		{Head: "Điểm buổi sinh hoạt", Width: 23, Align: Center},
		{Head: "Nhiệm vụ hoàn thành", Width: 27, Align: Center},
		{Head: "Điểm sổ tay đạt", Width: 27, Align: Center},
		{Head: "Tiêu chí", Width: 23, Align: Center},
	}}
	var sum rollUpSum
	for i, row := range p.Rows {
		table.Rows = append(table.Rows, rowOf(row.texts(i+1)...))
		if row.handedIn() {
			sum.add(*row.Summary)
		}
	}
	total := rowOf("", fmt.Sprintf("Cộng %d/%d chi bộ đã nộp", sum.cells, len(p.Rows)), "", itoa(sum.members), itoa(sum.probationary), itoa(sum.exempt),
		shareText(sum.attendance), "", "", shareText(sum.tasks), shareText(sum.threshold), "")
	total.Bold, total.Shaded = true, true
	table.Rows = append(table.Rows, total)
	return table
}

func (r RollUpRow) texts(no int) []string {
	name := r.Name
	if r.ByHand {
		name += " (nhập tay)"
	}
	texts := []string{itoa(no), name, r.stateText()}
	s := r.Summary
	if s == nil {
		return texts
	}
	minutes := ""
	if s.MeetingMinutes > 0 {
		minutes = itoa(s.MeetingMinutes)
	}
	return append(texts, itoa(s.Members), itoa(s.Probationary), itoa(s.Exempt), shareText(s.Attendance), minutes,
		scoreText(s.MeetingScore, s.MeetingLevel), shareText(s.TasksDone), shareText(s.AtThreshold), scoreText(s.CriteriaScore, s.CriteriaLevel))
}

func (r RollUpRow) stateText() string {
	words := map[app.MonthState]string{
		app.MonthHandedOver: "Đã gửi",
		app.MonthReceived:   "Đã nhận",
		app.MonthAccepted:   "Chấp nhận",
		app.MonthReturned:   "Trả lại",
	}
	word, ok := words[r.State]
	if !ok {
		word = "Chưa nộp"
		if r.Summary != nil {
			word = "Đã có số liệu"
		}
	}
	if r.Late {
		word += ", trễ"
	}
	return word
}

// shareText returns "21/22 (95,5%)"; nothing of an empty whole.
func shareText(s app.Share) string {
	if s.Whole == 0 {
		return ""
	}
	return of(s.Part, s.Whole) + " (" + percent(s.Part, s.Whole, app.IntRatio(100)) + ")"
}

func scoreText(score, level string) string {
	if score == "" || level == "" {
		return score
	}
	return score + ", " + level
}

type rollUpSum struct {
	cells, members, probationary, exempt int
	attendance, tasks, threshold         app.Share
}

func (s *rollUpSum) add(p app.PacketSummary) {
	s.cells++
	s.members += p.Members
	s.probationary += p.Probationary
	s.exempt += p.Exempt
	s.attendance = added(s.attendance, p.Attendance)
	s.tasks = added(s.tasks, p.TasksDone)
	s.threshold = added(s.threshold, p.AtThreshold)
}

func added(a, b app.Share) app.Share {
	return app.Share{Part: a.Part + b.Part, Whole: a.Whole + b.Whole}
}

// remarks name the cells that are missing or have to hand in again, and the members below the threshold.
func (p RollUpPaper) remarks() []Block {
	var missing, returned, below []string
	for _, row := range p.Rows {
		switch {
		case row.State == app.MonthReturned:
			returned = append(returned, row.Name)
		case row.Summary == nil:
			missing = append(missing, row.Name)
		case len(row.Summary.BelowThreshold) > 0:
			below = append(below, row.Name+": "+strings.Join(row.Summary.BelowThreshold, ", "))
		}
	}
	texts := []string{"Các chi bộ đã nộp đủ."}
	if len(missing) > 0 {
		texts[0] = fmt.Sprintf("Chưa nộp %d chi bộ: %s.", len(missing), strings.Join(missing, "; "))
	} else if len(returned) > 0 {
		texts = nil
	}
	if len(returned) > 0 {
		texts = append(texts, fmt.Sprintf("Trả lại, chờ nộp lại %d chi bộ: %s.", len(returned), strings.Join(returned, "; ")))
	}
	if len(below) > 0 {
		texts = append(texts, "Đảng viên chưa đạt điểm sổ tay: "+strings.Join(below, "; ")+".")
	}
	blocks := make([]Block, len(texts))
	for i, text := range texts {
		blocks[i] = Paragraph{Runs: Plain(text), NoIndent: true}
	}
	return blocks
}
