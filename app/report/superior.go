package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// MonthPaper is what a cell's monthly report to its superior is made of.
type MonthPaper struct {
	Settings app.Settings
	Members  []app.Member
	Month    app.Month
	Meetings []MeetingPaper // of the month, the regular one first
	Points   []app.PointEntry
	Criteria string   // the month's criteria score in words, "86/100 điểm, loại Khá"; empty: not complete
	Number   int      // in "11-BC/CB"; 0 none yet
	On       app.Date // the report's day
}

// MonthReport makes the report of a cell to its superior committee on one month (báo cáo): members, meetings, the last resolution's tasks,
// points, criteria, what comes next and what is asked for. Parts without anything to tell are left out.
func MonthReport(paper MonthPaper, profile Profile) Document {
	s := paper.Settings
	subject := "công tác chi bộ " + inWords(paper.Month)
	doc := Document{Title: "Báo cáo " + subject + ", " + s.Name, Author: s.Name, Date: paper.On}
	number := MeetingPaper{Settings: s}.number(paper.Number, app.TypeReport)
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name, Number: number, PlaceDate: placeDate(s.PlaceName, paper.On)},
		Title{Type: "BÁO CÁO", Subject: subject, Rule: true},
	)
	if s.CommitteeName != "" {
		doc.add(Paragraph{Runs: Plain("Kính gửi: " + s.CommitteeName), Align: Center})
	}
	var numbers parts
	doc.add(paper.membersPart(&numbers)...)
	doc.add(paper.meetingsPart(&numbers)...)
	doc.add(paper.tasksPart(&numbers)...)
	doc.add(paper.resultsPart(&numbers)...)
	doc.add(paper.nextPart(&numbers)...)
	doc.add(paper.petitionsPart(&numbers)...)
	recipients := []string{"Lưu Chi bộ"}
	if s.CommitteeName != "" {
		recipients = []string{s.CommitteeName + " (để báo cáo)", "Lưu Chi bộ"}
	}
	doc.add(Signatures{Recipients: recipients, Right: secretarySignature(s, paper.Members, paper.On, profile)})
	return doc
}

func (p MonthPaper) membersPart(numbers *parts) []Block {
	day := p.Month.Last()
	list := MembersPaper{Settings: p.Settings, Members: p.Members, On: day}
	blocks := []Block{numbers.heading("Tình hình đảng viên"), line(list.figures(list.listed()))}
	var changes []string
	for _, m := range p.Members {
		if m.ArrivedOn.IsFull() && m.ArrivedOn.Month() == p.Month {
			changes = append(changes, fmt.Sprintf("đồng chí %s chuyển đến ngày %s", m.FullName, m.ArrivedOn))
		}
		for _, e := range m.Events {
			if e.On.IsFull() && e.On.Month() == p.Month && e.Standing != app.Active {
				changes = append(changes, fmt.Sprintf("đồng chí %s %s", m.FullName, inSentence(changeWord(e))))
			}
		}
	}
	if len(changes) > 0 {
		blocks = append(blocks, line("Biến động trong tháng: "+strings.Join(changes, "; ")+"."))
	}
	return blocks
}

func changeWord(e app.StandingEvent) string {
	words := map[app.Standing]string{app.Transferred: "Chuyển sinh hoạt đi", app.Resigned: "Xin ra khỏi Đảng", app.StruckOff: "Bị xóa tên",
		app.Expelled: "Bị khai trừ", app.Deceased: "Từ trần"}
	if word, ok := words[e.Standing]; ok {
		return word + " ngày " + e.On.String()
	}
	return standingNote(e)
}

func (p MonthPaper) meetingsPart(numbers *parts) []Block {
	blocks := []Block{numbers.heading("Sinh hoạt chi bộ")}
	if len(p.Meetings) == 0 {
		return append(blocks, line("Trong tháng Chi bộ chưa sinh hoạt."))
	}
	for _, m := range p.Meetings {
		roll := app.CountRollCall(m.Meeting, m.Members)
		text := fmt.Sprintf("%s, ngày %s: có mặt %s%s", startingSentence(m.occasion()), m.Meeting.HeldOn, of(roll.Present, roll.Required), reached(roll.Present, roll.Required))
		if minutes, ok := m.Meeting.Length(); ok {
			text += fmt.Sprintf(", thời lượng %d phút", minutes)
		}
		if m.Meeting.ThematicTitle != "" {
			text += ", chuyên đề “" + m.Meeting.ThematicTitle + "”"
		}
		if m.Score.complete() {
			text += fmt.Sprintf(", tự chấm %s/%s điểm", m.Score.Total, m.Score.Max)
			if m.Score.Level != "" {
				text += ", loại " + m.Score.Level
			}
		}
		blocks = append(blocks, line("- "+text+"."))
	}
	return blocks
}

// regular returns the month's regular meeting; false if there is none.
func (p MonthPaper) regular() (MeetingPaper, bool) {
	for _, m := range p.Meetings {
		if m.Meeting.Kind == app.RegularMeeting {
			return m, true
		}
	}
	return MeetingPaper{}, false
}

func (p MonthPaper) tasksPart(numbers *parts) []Block {
	m, ok := p.regular()
	tasks := m.reviewed()
	if !ok || len(tasks) == 0 {
		return nil
	}
	done := countDone(tasks)
	return []Block{
		numbers.heading("Thực hiện nghị quyết kỳ trước"),
		Paragraph{Runs: Plain(fmt.Sprintf("%s: hoàn thành %s nhiệm vụ%s.", startingSentence(m.previousName()), of(done, len(tasks)), reached(done, len(tasks)))), KeepNext: true},
		reviewTable(tasks, m.Meeting.HeldOn),
	}
}

func (p MonthPaper) resultsPart(numbers *parts) []Block {
	var blocks []Block
	asMeeting := MeetingPaper{Settings: p.Settings, Members: p.Members, Points: p.Points, Meeting: app.Meeting{Month: p.Month, HeldOn: p.Month.Last()}}
	if text := asMeeting.pointsSentence(); text != "" {
		blocks = append(blocks, line(text))
	}
	if p.Criteria != "" {
		blocks = append(blocks, line("Bảng tiêu chí tháng: "+p.Criteria+"."))
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]Block{numbers.heading("Điểm sổ tay, tiêu chí thi đua")}, blocks...)
}

func (p MonthPaper) nextPart(numbers *parts) []Block {
	m, ok := p.regular()
	tasks := m.assigned()
	if !ok || len(tasks) == 0 {
		return nil
	}
	return []Block{numbers.heading("Nhiệm vụ " + monthNumber(p.Month.Next())), assignmentTable(tasks, m.people(), false)}
}

// petitionsPart tells what is passed on to the superior.
func (p MonthPaper) petitionsPart(numbers *parts) []Block {
	var items [][]Run
	for _, m := range p.Meetings {
		for _, petition := range m.Meeting.Petitions {
			if petition.State == app.PetitionForwarded {
				items = append(items, Plain(petitioner(petition, m.people())+": "+sentence(inSentence(petition.Text))))
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{numbers.heading("Kiến nghị, đề xuất"), List{Numbered: true, Items: items}}
}
