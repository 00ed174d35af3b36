package report

import (
	"fmt"

	"sochibo/app"
)

// Conclusion makes the conclusion of a thematic meeting (kết luận): what the chair concluded on each part, the tasks and the vote.
func Conclusion(paper MeetingPaper, profile Profile) Document {
	m, s := paper.Meeting, paper.Settings
	subject := "về chuyên đề “" + orBlank(m.ThematicTitle) + "”"
	doc := Document{Title: "Kết luận " + subject + ", " + s.Name, Author: s.Name, Date: m.HeldOn}
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name, Number: paper.number(m.ConclusionNo, app.TypeConclusion), PlaceDate: placeDate(s.PlaceName, m.HeldOn)},
		Title{Type: "KẾT LUẬN", Subject: subject, Rule: true},
		line(paper.thematicPreamble()),
	)
	var list numbered
	list.point("", m.Conclusion)
	for _, item := range m.Agenda {
		list.point(item.Title, item.Conclusion)
	}
	doc.add(list.blocks...)
	if tasks := paper.assigned(); len(tasks) > 0 {
		doc.add(Paragraph{Runs: Plain("Phân công thực hiện:"), KeepNext: true}, assignmentTable(tasks, paper.people(), true))
	}
	for _, v := range m.Votes {
		doc.add(line(paper.voteSentence(v)))
	}
	doc.add(Signatures{Recipients: s.Recipients, Right: paper.signature(profile)})
	return doc
}

func (p MeetingPaper) thematicPreamble() string {
	m, people := p.Meeting, p.people()
	text := fmt.Sprintf("%s, tại %s, %s sinh hoạt chuyên đề “%s”, có mặt %s đảng viên phải dự; %s, chủ trì.",
		startingSentence(orBlank(m.HeldOn.Long())), orBlank(m.Place), p.Settings.Name, orBlank(m.ThematicTitle), p.present(), people.comradeWithPost(m.ChairID))
	for _, item := range m.Agenda {
		if item.Kind == app.AgendaThematic && item.PresenterID != "" {
			return text + " Sau khi nghe " + people.comrade(item.PresenterID) + " trình bày chuyên đề và thảo luận, Chi bộ kết luận:"
		}
	}
	return text + " Sau khi thảo luận, Chi bộ kết luận:"
}

func (p MeetingPaper) present() string {
	roll := app.CountRollCall(p.Meeting, p.Members)
	return of(roll.Present, roll.Required)
}

// ThematicPaper makes the paper that a thematic meeting discussed (chuyên đề): the presented text of its thematic parts.
func ThematicPaper(paper MeetingPaper, profile Profile) Document {
	m, s, people := paper.Meeting, paper.Settings, paper.people()
	doc := Document{Title: "Chuyên đề “" + m.ThematicTitle + "”, " + s.Name, Author: s.Name, Date: m.HeldOn}
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name, PlaceDate: placeDate(s.PlaceName, m.HeldOn)},
		Title{Type: "CHUYÊN ĐỀ", Subject: orBlank(m.ThematicTitle), Rule: true},
	)
	presenter := ""
	var parts parts
	for _, item := range m.Agenda {
		if item.Kind != app.AgendaThematic {
			continue
		}
		if presenter == "" {
			presenter = item.PresenterID
		}
		doc.add(parts.heading(orBlank(item.Title)))
		doc.add(typed("", item.Text)...)
		doc.add(typed("Kết luận:", item.Conclusion)...)
	}
	if m.Conclusion != "" {
		doc.add(parts.heading("Kết luận chung"))
		doc.add(typed("", m.Conclusion)...)
	}
	doc.add(Signatures{
		Left:  &Signature{Post: "NGƯỜI TRÌNH BÀY", Name: people.signer(presenter)},
		Right: secretarySignature(s, paper.Members, m.HeldOn, profile),
	})
	return doc
}
