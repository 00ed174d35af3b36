package report

import (
	"fmt"
	"strings"
	"time"

	"sochibo/app"
)

// Notice makes the notice of a meeting (thông báo): when, where, who, and what about, with who prepares each part. number is that of the
// notice, 0 for none yet; on is its day.
func Notice(paper MeetingPaper, number int, on app.Date, profile Profile) Document {
	m, s, people := paper.Meeting, paper.Settings, paper.people()
	subject := "về việc " + strings.TrimPrefix(paper.occasion(), "hội nghị ")
	doc := Document{Title: "Thông báo " + subject + ", " + s.Name, Author: s.Name, Date: on}
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name, Number: paper.number(number, app.TypeNotice), PlaceDate: placeDate(s.PlaceName, on)},
		Title{Type: "THÔNG BÁO", Subject: subject, Rule: true},
		line(fmt.Sprintf("%s thông báo %s như sau:", s.Name, paper.occasion())),
		fact("1. Thời gian", orBlank(startOf(m))),
		fact("2. Địa điểm", orBlank(m.Place)),
		fact("3. Thành phần", paper.invited()),
	)
	if len(m.Agenda) > 0 {
		doc.add(Paragraph{Runs: Strong("4. Nội dung:"), KeepNext: true}, List{Items: agendaLines(m, people)})
	} else {
		doc.add(fact("4. Nội dung", blank))
	}
	if text := paper.preparation(); text != "" {
		doc.add(fact("5. Chuẩn bị", text))
	}
	doc.add(line("Đề nghị các đồng chí dự họp đầy đủ, đúng giờ; đồng chí nào vắng mặt báo cáo lý do với Bí thư Chi bộ trước khi họp."))
	recipients := []string{"Các đồng chí đảng viên"}
	if m.Kind == app.CellCommitteeMeeting {
		recipients[0] = "Các đồng chí chi ủy viên"
	}
	for _, g := range m.Guests {
		recipients = append(recipients, "Đồng chí "+g.Name)
	}
	doc.add(Signatures{Recipients: append(recipients, "Lưu Chi bộ"), Right: secretarySignature(s, paper.Members, on, profile)})
	return doc
}

// fact is a line that begins with what it tells, in bold.
func fact(what, text string) Paragraph {
	return Paragraph{Runs: []Run{{Text: what + ": ", Bold: true}, {Text: sentence(text)}}}
}

// startOf returns "16 giờ 30 phút, thứ Sáu, ngày 20 tháng 11 năm 2026".
func startOf(m app.Meeting) string {
	var parts []string
	if m.Start != "" {
		parts = append(parts, m.Start.Long())
	}
	if m.HeldOn.IsFull() {
		parts = append(parts, weekday(m.HeldOn), m.HeldOn.Long())
	}
	return strings.Join(parts, ", ")
}

func weekday(day app.Date) string {
	return map[time.Weekday]string{time.Monday: "thứ Hai", time.Tuesday: "thứ Ba", time.Wednesday: "thứ Tư", time.Thursday: "thứ Năm",
		time.Friday: "thứ Sáu", time.Saturday: "thứ Bảy", time.Sunday: "Chủ nhật"}[day.Time().Weekday()]
}

func (p MeetingPaper) invited() string {
	who := "toàn thể đảng viên trong Chi bộ"
	if p.Meeting.Kind == app.CellCommitteeMeeting {
		who = "các đồng chí trong Chi ủy"
	}
	if guests := guestList(p.Meeting.Guests); guests != "" {
		who += "; mời dự: " + guests
	}
	return who
}

// agendaLines lists the parts of the meeting with their minutes and who presents them.
func agendaLines(m app.Meeting, people roster) [][]Run {
	var items [][]Run
	for _, item := range m.Agenda {
		text := orBlank(item.Title)
		if item.Kind == app.AgendaThematic && m.ThematicTitle != "" {
			text += " “" + m.ThematicTitle + "”"
		}
		if item.Minutes > 0 {
			text += fmt.Sprintf(" (%d phút)", item.Minutes)
		}
		if item.PresenterID != "" {
			text += ", " + people.comrade(item.PresenterID) + " trình bày"
		}
		items = append(items, Plain(sentence(text)))
	}
	return items
}

func (p MeetingPaper) preparation() string {
	prepared := p.Meeting.Preparation
	var parts []string
	if prepared.DraftedBy != "" {
		parts = append(parts, p.people().comrade(prepared.DraftedBy)+" dự thảo văn bản")
	}
	if prepared.PapersOn != "" {
		parts = append(parts, "tài liệu gửi đến đảng viên ngày "+prepared.PapersOn.String())
	}
	return strings.Join(parts, "; ")
}
