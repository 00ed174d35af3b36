package report

import (
	"fmt"
	"strconv"
	"strings"

	"sochibo/app"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Minutes makes the minutes of a meeting (biên bản) after the field list of domain.md part 2.3: who was there, what was
// said on each point of the agenda, the conclusion, tasks, votes and the self-score. Figures are computed from the register of the meeting's day.
func Minutes(paper MeetingPaper, profile Profile) Document {
	m := paper.Meeting
	doc := Document{
		Title:  "Biên bản " + paper.minutesSubject() + ", " + paper.Settings.Name,
		Author: paper.Settings.Name,
		Date:   m.HeldOn,
	}
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, Number: paper.number(m.MinutesNumber, app.TypeMinutes)},
		Title{Type: "BIÊN BẢN", Subject: paper.minutesSubject()},
	)
	labels := meetingLabels(paper.Settings, profile)
	doc.add(paper.opening(labels)...)
	for _, s := range paper.minutesSections() {
		doc.add(s...)
	}
	doc.add(paper.closing())
	people := paper.people()
	doc.add(Signatures{
		Left:  &Signature{Post: labels.recorder, Name: people.signer(m.RecorderID)},
		Right: &Signature{Post: labels.chair, Name: people.signer(m.ChairID)},
	})
	return doc
}

// minutesSections are the parts of minutes, each beginning with its heading.
func (p MeetingPaper) minutesSections() []section {
	var numbers parts
	var all []section
	for _, item := range p.Meeting.Agenda {
		all = append(all, p.agendaItem(item, &numbers))
	}
	for _, part := range []section{p.petitions(&numbers), p.conclusion(&numbers), p.votes(&numbers)} {
		if len(part) > 0 {
			all = append(all, part)
		}
	}
	return all
}

// add appends blocks.
func (d *Document) add(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }

// signer returns a name for the signature, or nothing: then the line stays free to sign.
func (r roster) signer(id string) string { return r[id].FullName }

type labels struct{ recorder, chair, authority string }

// meetingLabels returns the wordings of the book's settings, or where these are empty those of the profile.
func meetingLabels(s app.Settings, profile Profile) labels {
	return labels{
		recorder:  profile.WithLabel(LabelRecorder, s.RecorderLabel).Label(LabelRecorder),
		chair:     profile.WithLabel(LabelChair, s.ChairLabel).Label(LabelChair),
		authority: profile.WithLabel(LabelCellAuthority, s.SigningLine).Label(LabelCellAuthority),
	}
}

func (p MeetingPaper) minutesSubject() string { return p.occasion() }

// line returns one paragraph of plain text.
func line(text string) Paragraph { return Paragraph{Runs: Plain(text)} }

// typed returns text that a person typed as paragraphs, the first one after a lead.
func typed(lead, text string) []Block {
	lines := paragraphs(text)
	if len(lines) == 0 {
		return nil
	}
	lines[0] = joined(lead, lines[0])
	blocks := make([]Block, len(lines))
	for i, part := range lines {
		blocks[i] = line(sentence(part))
	}
	return blocks
}

// opening says when, where, who led and who was there.
func (p MeetingPaper) opening(labels labels) []Block {
	m, people := p.Meeting, p.people()
	blocks := []Block{line(fmt.Sprintf("Thời gian: bắt đầu hồi %s, %s.", orBlank(m.Start.Long()), orBlank(m.HeldOn.Long())))}
	blocks = append(blocks,
		line("Địa điểm: "+sentence(orBlank(m.Place))),
		line(asWord(labels.chair)+": "+people.comradeWithPost(m.ChairID)+"."),
		line(asWord(labels.recorder)+": "+people.comradeWithPost(m.RecorderID)+"."),
	)
	if guests := guestList(m.Guests); guests != "" {
		blocks = append(blocks, line("Khách mời: "+guests+"."))
	}
	if m.Kind == app.ThematicMeeting && m.ThematicTitle != "" || m.WithThematic && m.ThematicTitle != "" {
		blocks = append(blocks, line("Chuyên đề: "+sentence(m.ThematicTitle)))
	}
	blocks = append(blocks, line(p.rollCall()))
	return append(blocks, typed("", joined(sentence(m.DuesNote), p.body()+" nhất trí chương trình làm việc."))...)
}

func orBlank(text string) string {
	if strings.TrimSpace(text) == "" {
		return blank
	}
	return text
}

func guestList(guests []app.Guest) string {
	var names []string
	for _, g := range guests {
		name := "đồng chí " + g.Name
		if g.Post != "" {
			name += ", " + strings.TrimRight(g.Post, ".")
		}
		names = append(names, name)
	}
	return comrades(names)
}

// conclusion is the chair's summing-up and the tasks of the coming month.
func (p MeetingPaper) conclusion(numbers *parts) []Block {
	tasks := p.assigned()
	if p.Meeting.Conclusion == "" && len(tasks) == 0 {
		return nil
	}
	people := p.people()
	blocks := []Block{numbers.heading("Kết luận của chủ trì")}
	lead := startingSentence(people.comrade(p.Meeting.ChairID))
	conclusion := strings.TrimSpace(p.Meeting.Conclusion)
	if strings.HasPrefix(app.Fold(conclusion), "tiep thu") { // typed with its own beginning
		conclusion = inSentence(conclusion)
	} else {
		lead += " tiếp thu các ý kiến và kết luận:"
	}
	blocks = append(blocks, typed(lead, conclusion)...)
	if len(tasks) > 0 {
		blocks = append(blocks,
			Paragraph{Runs: Plain("Phân công nhiệm vụ " + monthNumber(p.Meeting.Month.Next()) + ":"), KeepNext: true},
			assignmentTable(tasks, people, false))
	}
	return blocks
}

// votes tells each vote and the self-score.
func (p MeetingPaper) votes(numbers *parts) []Block {
	var blocks []Block
	scored := p.Score.complete()
	for _, v := range p.Meeting.Votes {
		if v.OnScore && scored {
			continue
		}
		blocks = append(blocks, line(p.voteSentence(v)))
	}
	title := "Biểu quyết"
	if scored {
		title = "Biểu quyết, tự chấm điểm"
		blocks = append(blocks, line(p.scoreSentence()))
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]Block{numbers.heading(title)}, blocks...)
}

func (p MeetingPaper) voteSentence(v app.Vote) string {
	subject := p.body() + " biểu quyết " + inSentence(v.Subject)
	if v.OnResult {
		subject = "Chi bộ biểu quyết thông qua Nghị quyết " + monthNumber(p.Meeting.Month)
	}
	if v.Method == app.SecretBallot {
		subject += " bằng phiếu kín"
	}
	text := fmt.Sprintf("%s: %s đảng viên chính thức có mặt tán thành%s", subject, of(v.For, v.Eligible), reached(v.For, v.Eligible))
	if roll := app.CountRollCall(p.Meeting, p.Members); v.OnResult && roll.Voters > 0 {
		text += " (bằng " + percent(v.For, roll.Voters) + " tổng số " + votersWords(roll) + ")"
	}
	if v.Against > 0 {
		text += fmt.Sprintf("; không tán thành %d", v.Against)
	}
	if v.Abstain > 0 {
		text += fmt.Sprintf("; ý kiến khác %d", v.Abstain)
	}
	if passed, known := v.Passed(); known && !v.OnResult {
		text += map[bool]string{true: ". Kết quả: thông qua, ", false: ". Kết quả: không thông qua, "}[passed] + v.Arithmetic()
	}
	return text + "."
}

// votersWords names those of whom votes are taken, and how many they are where not every official member counts.
func votersWords(roll app.RollCall) string {
	if roll.Voters == roll.Official {
		return "đảng viên chính thức"
	}
	return fmt.Sprintf("%d đảng viên chính thức được tính", roll.Voters)
}

func (p MeetingPaper) scoreSentence() string {
	text := fmt.Sprintf("Chi bộ tự chấm buổi sinh hoạt %s/%s điểm", p.Score.Total, p.Score.Max)
	if points := p.Score.points(); len(points) > 0 {
		text += " (các tiêu chí: " + strings.Join(points, "; ") + ")"
	}
	if p.Score.Level != "" {
		text += ", loại " + p.Score.Level
	}
	if v, ok := p.voteOn(func(v app.Vote) bool { return v.OnScore }); ok {
		text += fmt.Sprintf("; %s đồng chí tán thành", of(v.For, v.Eligible))
	}
	return text + "."
}

// closing is the formula that ends minutes.
func (p MeetingPaper) closing() Block {
	end := "Hội nghị kết thúc cùng ngày."
	if p.Meeting.End != "" {
		day := "cùng ngày"
		start, okStart := p.Meeting.Start.Minutes()
		finish, okEnd := p.Meeting.End.Minutes()
		if okStart && okEnd && finish < start {
			day = "ngày hôm sau"
		}
		end = fmt.Sprintf("Hội nghị kết thúc hồi %s %s.", p.Meeting.End.Long(), day)
	}
	return line(joined(p.readBack(), end))
}

// readBack is the formula that the minutes were read to the meeting, with how many agreed if that was counted.
func (p MeetingPaper) readBack() string {
	back := p.Meeting.ReadBack
	agreed := "100% đồng chí có mặt nhất trí"
	if present := app.CountRollCall(p.Meeting, p.Members).Present; back.Done && back.Agreed > 0 && back.Agreed < present {
		agreed = of(back.Agreed, present) + " đồng chí có mặt nhất trí" + reached(back.Agreed, present)
	}
	return joined("Biên bản đã được đọc lại trước "+p.body()+", "+agreed+".", sentence(back.Note))
}
