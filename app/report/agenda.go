package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// agendaItem writes one part of the meeting: its heading, what was presented, who said what, what was concluded.
func (p MeetingPaper) agendaItem(item app.AgendaItem, numbers *parts) []Block {
	blocks := []Block{numbers.heading(orBlank(item.Title))}
	switch item.Kind {
	case app.AgendaReview:
		blocks = append(blocks, p.review(item)...)
	default:
		blocks = append(blocks, typed(p.lead(item), item.Text)...)
	}
	blocks = append(blocks, p.statements(item)...)
	blocks = append(blocks, typed("Kết luận:", item.Conclusion)...)
	if item.Kind == app.AgendaReview {
		if text := p.pointsSentence(); text != "" {
			blocks = append(blocks, line(text))
		}
	}
	return blocks
}

// lead returns "Đồng chí Đặng Thị Uyên thông tin thời sự trong tháng (20 phút):", or nothing without a presenter.
func (p MeetingPaper) lead(item app.AgendaItem) string {
	if item.PresenterID == "" {
		return ""
	}
	verb := "trình bày"
	switch item.Kind {
	case app.AgendaNews:
		verb = "thông tin thời sự trong tháng"
	case app.AgendaThematic:
		verb = "trình bày chuyên đề"
	}
	length := ""
	if item.Minutes > 0 {
		length = fmt.Sprintf(" (%d phút)", item.Minutes)
	}
	return startingSentence(p.people().comrade(item.PresenterID)) + " " + verb + length + ":"
}

// review reports the tasks of the last resolution one by one, then what else was said.
func (p MeetingPaper) review(item app.AgendaItem) []Block {
	tasks, people := p.reviewed(), p.people()
	var blocks []Block
	if len(tasks) > 0 {
		text := fmt.Sprintf("%d nhiệm vụ của %s đã hoàn thành %d%s.", len(tasks), p.previousName(), countDone(tasks), reached(countDone(tasks), len(tasks)))
		if item.PresenterID != "" {
			text = startingSentence(people.comradeWithPost(item.PresenterID)) + ", báo cáo: " + text
		} else {
			text = startingSentence(text)
		}
		blocks = append(blocks, line(text))
		blocks = append(blocks, List{Numbered: true, Items: p.taskResults(tasks)})
		return append(blocks, typed("", item.Text)...)
	}
	return typed(p.lead(item), item.Text)
}

// taskResults returns a line for each task: what, with what result, who, in what state.
func (p MeetingPaper) taskResults(tasks []reviewed) [][]Run {
	people := p.people()
	items := make([][]Run, len(tasks))
	for i, t := range tasks {
		text := t.Title
		if t.review.Result != "" {
			text += ": " + strings.TrimRight(t.review.Result, " .;,")
		}
		text += " (" + people.comrade(t.AssigneeID) + "). " + sentence(t.state(p.Meeting.HeldOn))
		items[i] = Plain(text)
	}
	return items
}

// statements numbers the members' opinions in the order in which they were given; guests follow, as they were invited to speak last.
func (p MeetingPaper) statements(item app.AgendaItem) []Block {
	people := p.people()
	var members [][]Run
	var guests []Block
	for _, s := range item.Statements {
		switch {
		case s.MemberID != "":
			members = append(members, Plain(startingSentence(people.comrade(s.MemberID))+": "+sentence(s.Text)))
		case s.GuestName != "":
			guests = append(guests, line("Đồng chí "+s.GuestName+" phát biểu: "+sentence(s.Text)))
		}
	}
	var blocks []Block
	if len(members) > 0 {
		blocks = append(blocks, Paragraph{Runs: Plain(p.speakers(item)), KeepNext: true}, List{Numbered: true, Items: members})
	}
	return append(blocks, guests...)
}

// speakers returns "Có 8/21 đồng chí phát biểu:", counting this part's members once each.
func (p MeetingPaper) speakers(item app.AgendaItem) string {
	seen := map[string]bool{}
	for _, s := range item.Statements {
		if s.MemberID != "" {
			seen[s.MemberID] = true
		}
	}
	present := app.CountRollCall(p.Meeting, p.Members).Present
	if present < len(seen) {
		return fmt.Sprintf("Có %d đồng chí phát biểu:", len(seen))
	}
	return "Có " + of(len(seen), present) + " đồng chí phát biểu:"
}
