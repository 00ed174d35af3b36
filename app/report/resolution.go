package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// Resolution makes the monthly resolution (nghị quyết) of a meeting in the four parts that 42-HD/BTCTW gives it
// (domain.md part 2.4): assessment with the table of last month's tasks, directions, assignments, self-score.
func Resolution(paper MeetingPaper, profile Profile) Document {
	m, s := paper.Meeting, paper.Settings
	subject := resolutionSubject(m)
	doc := Document{
		Title:  "Nghị quyết " + subject + ", " + s.Name,
		Author: s.Name,
		Date:   m.HeldOn,
	}
	doc.add(
		PartyHead{
			Superior: s.SuperiorName, Body: s.Name,
			Number:    paper.number(m.ResolutionNo, app.TypeResolution),
			PlaceDate: placeDate(s.PlaceName, m.HeldOn),
		},
		Title{Type: "NGHỊ QUYẾT", Subject: subject, Rule: true},
		line(paper.preamble()),
	)
	for _, s := range paper.resolutionSections() {
		doc.add(s...)
	}
	doc.add(paper.carried()...)
	doc.add(Signatures{Recipients: s.Recipients, Right: paper.signature(profile)})
	return doc
}

// resolutionSubject is the subject of a meeting's resolution: what it leads is the work of the month after.
func resolutionSubject(m app.Meeting) string {
	return "lãnh đạo thực hiện nhiệm vụ tháng " + inYear(m.Month.Next())
}

// resolutionSections are the parts of a resolution, each beginning with its heading.
func (p MeetingPaper) resolutionSections() []section {
	var numbers parts
	var all []section
	for _, part := range []section{p.assessment(&numbers), p.directions(&numbers), p.assignments(&numbers), p.ownScore(&numbers)} {
		if len(part) > 0 {
			all = append(all, part)
		}
	}
	return all
}

// preamble says when, where and with whom the cell decided.
func (p MeetingPaper) preamble() string {
	m, people := p.Meeting, p.people()
	roll := app.CountRollCall(m, p.Members)
	length := ""
	if minutes, ok := m.Length(); ok {
		length = fmt.Sprintf(" (thời lượng %d phút)", minutes)
	}
	return fmt.Sprintf("%s, tại %s, %s họp %s %s%s, có mặt %s đảng viên phải dự; %s, chủ trì; %s làm %s. Sau khi nghe báo cáo và thảo luận, Chi bộ quyết nghị:",
		startingSentence(orBlank(m.HeldOn.Long())), orBlank(m.Place), p.Settings.Name, p.kindOfMeeting(), monthNumber(m.Month), length,
		of(roll.Present, roll.Required), people.comradeWithPost(m.ChairID), people.comrade(m.RecorderID), "thư ký")
}

// numbered writes the points of a part as "1. Title: text", "2. …", each cut into paragraphs where the text was.
type numbered struct {
	n      int
	blocks []Block
}

func (l *numbered) point(title, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	l.n++
	lead := itoa(l.n) + "."
	if title != "" {
		lead += " " + title + ":"
	}
	l.blocks = append(l.blocks, typed(lead, text)...)
}

func (p MeetingPaper) assessment(numbers *parts) []Block {
	a, tasks := p.Meeting.Assessment, p.reviewed()
	var list numbered
	list.point("Chính trị tư tưởng", a.Ideology)
	list.point("Nhiệm vụ chính trị", a.Political)
	if len(tasks) > 0 {
		list.n++
		done := countDone(tasks)
		list.blocks = append(list.blocks,
			Paragraph{
				Runs:     Plain(fmt.Sprintf("%d. Kết quả thực hiện %s: hoàn thành %s nhiệm vụ%s.", list.n, p.previousName(), of(done, len(tasks)), reached(done, len(tasks)))),
				KeepNext: true,
			},
			reviewTable(tasks, p.Meeting.HeldOn))
	}
	praise := ""
	if a.Praise != "" {
		praise = "Biểu dương: " + sentence(inSentence(a.Praise))
	}
	if a.Reminder != "" {
		praise = joined(praise, "Nhắc nhở: "+sentence(inSentence(a.Reminder)))
	}
	list.point("", praise)
	list.point("Hạn chế, nguyên nhân", a.Shortcomings)
	if len(list.blocks) == 0 {
		return nil
	}
	return append([]Block{numbers.heading("Đánh giá thực hiện nhiệm vụ tháng " + inYear(p.previousMonth()))}, list.blocks...)
}

func (p MeetingPaper) directions(numbers *parts) []Block {
	var list numbered
	for _, d := range p.Meeting.Directions {
		list.point(d.Title, d.Text)
	}
	if len(list.blocks) == 0 {
		return nil
	}
	return append([]Block{numbers.heading("Nhiệm vụ tháng " + inYear(p.Meeting.Month.Next()))}, list.blocks...)
}

func (p MeetingPaper) assignments(numbers *parts) []Block {
	tasks := p.assigned()
	if len(tasks) == 0 {
		return nil
	}
	people := p.people()
	leaders := "Bí thư Chi bộ"
	if _, found := people.byPost(app.CommitteeMember, p.Meeting.HeldOn, p.Members); found {
		leaders = "Chi ủy"
	}
	return []Block{
		numbers.heading("Phân công thực hiện"),
		assignmentTable(tasks, people, true),
		line(leaders + " đôn đốc, kiểm tra, báo cáo kết quả tại kỳ sinh hoạt " + monthNumber(p.Meeting.Month.Next()) + "."),
	}
}

// ownScore is the part that tells the self-score.
func (p MeetingPaper) ownScore(numbers *parts) []Block {
	if !p.Score.complete() {
		return nil
	}
	text := fmt.Sprintf("Chi bộ tự chấm %s/%s điểm", p.Score.Total, p.Score.Max)
	if p.Score.Level != "" {
		text += ", xếp loại " + p.Score.Level
	}
	return []Block{numbers.heading("Tự chấm điểm buổi sinh hoạt"), line(text + ".")}
}

// carried tells how the resolution was carried.
func (p MeetingPaper) carried() []Block {
	v, ok := p.voteOn(func(v app.Vote) bool { return v.OnResult })
	if !ok {
		return nil
	}
	return []Block{line(fmt.Sprintf("Nghị quyết được Chi bộ thông qua với %s đảng viên chính thức có mặt tán thành%s.", of(v.For, v.Eligible), reached(v.For, v.Eligible)))}
}

// signature is the secretary's, or the deputy's who led the meeting; a cell has no seal and its deputy signs in the cell's name
// (domain.md part 1.1).
func (p MeetingPaper) signature(profile Profile) *Signature {
	sign := &Signature{Authority: meetingLabels(p.Settings, profile).authority, Post: profile.Label(LabelSecretary)}
	people := p.people()
	chair := people[p.Meeting.ChairID]
	if chair.Post == app.DeputySecretary {
		sign.Post = profile.Label(LabelDeputySecretary)
		sign.Name = chair.FullName
		return sign
	}
	if secretary, found := people.byPost(app.Secretary, p.Meeting.HeldOn, p.Members); found {
		sign.Name = secretary.FullName
	}
	return sign
}
