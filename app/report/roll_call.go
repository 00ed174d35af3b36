package report

import (
	"fmt"

	"sochibo/app"
)

// RollCallSheet makes the roll-call sheet of a meeting (danh sách điểm danh): everybody on the list that day in Vietnamese order, how he
// attended as far as it is recorded, and room to sign.
func RollCallSheet(paper MeetingPaper, profile Profile) Document {
	m, s := paper.Meeting, paper.Settings
	doc := Document{Title: "Danh sách điểm danh " + paper.occasion() + ", " + s.Name, Author: s.Name, Date: m.HeldOn}
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name},
		Title{Type: "DANH SÁCH ĐIỂM DANH", Subject: paper.occasion()},
		Paragraph{Runs: Plain("Thời gian: " + sentence(orBlank(startOf(m)))), NoIndent: true},
		Paragraph{Runs: Plain("Địa điểm: " + sentence(orBlank(m.Place))), NoIndent: true},
		paper.rollCallTable(),
	)
	if len(m.Attendance) > 0 {
		doc.add(Paragraph{Runs: Plain(paper.rollCallFigures()), NoIndent: true})
	}
	labels, people := meetingLabels(s, profile), paper.people()
	doc.add(Signatures{
		Left:  &Signature{Post: labels.recorder, Name: people.signer(m.RecorderID)},
		Right: &Signature{Post: labels.chair, Name: people.signer(m.ChairID)},
	})
	return doc
}

func (p MeetingPaper) rollCallTable() Table {
	table := Table{Columns: []Column{
		{Head: "TT", Width: 10, Align: Center},
		{Head: "Họ và tên", Width: 46, Align: Left},
		{Head: "Loại", Width: 24, Align: Left},
		{Head: "Dự họp", Width: 28, Align: Left},
		{Head: "Lý do", Width: 31, Align: Left},
		{Head: "Ký tên", Width: 26, Align: Left},
	}}
	day := p.Meeting.HeldOn
	for i, m := range p.listed() {
		presence, reason := p.presence(m)
		table.Rows = append(table.Rows, rowOf(itoa(i+1), m.FullName, kindOf(m.KindOn(day)), presence, reason))
	}
	return table
}

// presence says how a member attended, or why he need not; nothing while it is not recorded.
func (p MeetingPaper) presence(m app.Member) (presence, reason string) {
	line, found := p.Meeting.PresenceOf(m.ID)
	event := m.EventOn(p.Meeting.HeldOn)
	switch {
	case found && line.Presence == app.Present:
		return "Có mặt", ""
	case !p.Meeting.Expects(m):
		return "Không tính", joined(standingWord(event.Standing), inParentheses(event.Reason))
	case !found:
		return "", ""
	case line.Presence == app.AbsentExcused:
		return "Vắng có lý do", line.Reason
	}
	return "Vắng không lý do", line.Reason
}

func (p MeetingPaper) rollCallFigures() string {
	roll := app.CountRollCall(p.Meeting, p.Members)
	return fmt.Sprintf("Tổng số %d; không tính %d; phải dự %d; có mặt %d%s; vắng có lý do %d; vắng không lý do %d.",
		roll.Total, roll.NotCounted, roll.Required, roll.Present, reached(roll.Present, roll.Required), roll.Excused, roll.Unexcused)
}

// standingWord returns how a member stands in a word or two.
func standingWord(standing app.Standing) string {
	return standingNote(app.StandingEvent{Standing: standing})
}
