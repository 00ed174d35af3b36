package desk

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"sochibo/app"
)

// demoTask is a task that a sample meeting assigned, with what is needed to report on it a month later.
type demoTask struct {
	file       FileTask
	assignedOn app.Date
	theme      demoTheme
	values     demoValues
	month      app.Month // of the meeting that assigned it first
}

// demoSitting is one sample meeting while it is made up.
type demoSitting struct {
	random  *rand.Rand
	texts   demoTexts
	trade   demoTrade
	month   app.Month
	heldOn  app.Date
	present []app.Member // who must attend and came
	file    MeetingFile
	late    []string // assignees of tasks that were not done
	said    []string // opinions that the tasks call for
}

// inventMeeting makes up a month's meeting: it reports on the tasks of the meeting before and assigns new ones, which are returned.
// Nobody of absentBefore is absent again, so that no run of absences arises by chance.
func inventMeeting(random *rand.Rand, texts demoTexts, unit demoUnit, members []app.Member, earlier []demoTask, absentBefore map[string]bool, month app.Month, heldOn app.Date) (MeetingFile, []demoTask) {
	s := &demoSitting{random: random, texts: texts, trade: texts.Trades[unit.Trade], month: month, heldOn: heldOn}
	thematic := month.Number()%3 == 0
	s.file = MeetingFile{Format: MeetingFileFormat, Kind: app.RegularMeeting, Month: month, HeldOn: heldOn, Place: unit.Place}
	s.clock(thematic)
	s.callRoll(members, absentBefore)
	s.prepare()
	s.review(earlier)
	tasks := s.assign(earlier)
	s.discuss(thematic)
	s.conclude()
	s.vote()
	s.file.Marks = s.marks(thematic)
	return s.file, tasks
}

func (s *demoSitting) clock(thematic bool) {
	length := 92 + 2*s.random.IntN(14)
	if thematic {
		length += 30
		lesson := s.texts.lessonOf(s.month)
		s.file.WithThematic, s.file.ThematicTitle = true, lesson.Title
	}
	start := 16*60 + 15*s.random.IntN(3)
	s.file.Start = app.Clock(fmt.Sprintf("%02d:%02d", start/60, start%60))
	s.file.End = app.Clock(fmt.Sprintf("%02d:%02d", (start+length)/60, (start+length)%60))
}

// callRoll names chair and recorder and draws who is absent.
func (s *demoSitting) callRoll(members []app.Member, absentBefore map[string]bool) {
	for _, m := range members {
		if !m.CountsOn(s.heldOn) {
			continue
		}
		switch m.Post {
		case app.Secretary:
			s.file.Chair = m.FullName
		case app.CommitteeMember:
			s.file.Recorder = m.FullName
		}
		s.present = append(s.present, m)
	}
	reasons := some(s.random, s.texts.Absence, len(s.texts.Absence))
	for range s.random.IntN(1 + min(len(s.present)/6, len(reasons))) {
		at := s.random.IntN(len(s.present))
		m := s.present[at]
		if m.Post != app.NoPost || absentBefore[m.ID] {
			continue
		}
		line := FileAbsence{Member: m.FullName, Presence: app.AbsentExcused, Reason: reasons[len(s.file.Absent)]}
		if s.random.IntN(25) == 0 {
			line.Presence, line.Reason = app.AbsentUnexcused, s.texts.Unexcused
		}
		s.file.Absent = append(s.file.Absent, line)
		s.present = slices.Delete(s.present, at, at+1)
	}
}

func (s *demoSitting) prepare() {
	s.file.Preparation = app.Preparation{DraftedBy: s.file.Recorder, CommitteeMetOn: s.heldOn.AddDays(-3), CommitteeMinutes: true, NoticeOn: s.heldOn.AddDays(-4),
		PapersOn: s.heldOn.AddDays(-1 - s.random.IntN(2)), FinalPapersOn: s.heldOn.AddDays(1)}
	if s.random.IntN(8) == 0 {
		s.file.Preparation.PapersOn = s.heldOn
	}
	s.file.DuesNote = fmt.Sprintf("Đảng phí tháng %d đã thu đủ và nộp ngày 05/%02d/%d.", s.month.Prev().Number(), s.month.Number(), s.month.Year())
	if s.random.IntN(2) == 0 {
		s.file.Guests = []app.Guest{pick(s.random, s.texts.Guests)}
	}
}

// review draws what became of each task of the meeting before.
func (s *demoSitting) review(earlier []demoTask) {
	for _, t := range earlier {
		r := FileReview{Title: t.file.Title, AssignedOn: t.assignedOn, State: app.TaskDone, DoneOn: t.file.DueOn.AddDays(-s.random.IntN(3))}
		text := pick(s.random, t.theme.Done)
		switch luck := s.random.IntN(100); {
		case luck < 12 && t.file.Continues == "":
			r.State, r.DoneOn, text = app.TaskPostponed, "", pick(s.random, t.theme.Open)
			s.late = append(s.late, t.file.Assignee)
		case luck < 20:
			r.DoneOn = t.file.DueOn.AddDays(1 + s.random.IntN(2))
		}
		if r.DoneOn >= s.heldOn {
			r.DoneOn = s.heldOn.AddDays(-1)
		}
		if r.DoneOn != "" && r.DoneOn < t.assignedOn {
			r.DoneOn = t.assignedOn
		}
		said := t.month
		if r.State == app.TaskPostponed {
			said = s.month
		}
		r.Result = capital(t.values.fill(text, said, r.DoneOn))
		s.file.Reviews = append(s.file.Reviews, r)
		for _, say := range t.theme.Say {
			s.said = append(s.said, t.values.fill(say, s.month, ""))
		}
	}
}

// assign makes the tasks of the coming month: what was not done first, the main job, some others, and the dues.
func (s *demoSitting) assign(earlier []demoTask) []demoTask {
	var tasks []demoTask
	used := map[string]bool{}
	for i, t := range earlier {
		if s.file.Reviews[i].State != app.TaskPostponed {
			used[t.theme.Title] = t.theme.Title != s.trade.Work[0].Title // the main job comes every month
			continue
		}
		next := t
		next.file.Continues = t.file.Title
		next.file.Title = fmt.Sprintf("%s (chuyển từ tháng %d)", t.file.Title, t.month.Number())
		next.file.DueOn = s.month.Next().First().AddDays(9 + s.random.IntN(5))
		next.assignedOn = s.heldOn
		used[t.theme.Title] = true
		tasks = append(tasks, next)
	}
	fresh := func(themes []demoTheme, n int) []demoTheme {
		return some(s.random, slices.DeleteFunc(slices.Clone(themes), func(t demoTheme) bool { return used[t.Title] }), n)
	}
	themes := fresh(s.trade.Work[:1], 1)
	themes = append(themes, fresh(s.trade.Work[1:], 3)...)
	themes = append(themes, fresh(s.texts.Work[1:], 2)...)
	themes = append(themes, s.texts.Work[0])
	for _, theme := range themes {
		tasks = append(tasks, s.newTask(theme))
	}
	for _, t := range tasks {
		s.file.Tasks = append(s.file.Tasks, t.file)
	}
	return tasks
}

func (s *demoSitting) newTask(theme demoTheme) demoTask {
	values := newDemoValues(s.random, s.texts, theme.Plan)
	t := demoTask{theme: theme, values: values, month: s.month, assignedOn: s.heldOn}
	assignee := pick(s.random, s.present).FullName
	due := s.month.Next().First().AddDays(7 + s.random.IntN(8))
	switch theme.Due {
	case "month":
		assignee, due = s.holder(app.DeputySecretary, assignee), s.month.Last()
	case "dues":
		assignee, due = s.holder(app.CommitteeMember, assignee), s.month.Next().First().AddDays(4)
	}
	t.file = FileTask{Title: values.fill(theme.Title, s.month, ""), Assignee: assignee, With: theme.With, DueOn: due}
	return t
}

// holder returns who holds a post, if he is present, else somebody else.
func (s *demoSitting) holder(post app.Post, otherwise string) string {
	for _, m := range s.present {
		if m.Post == post {
			return m.FullName
		}
	}
	return otherwise
}

// discuss writes the parts of the agenda.
func (s *demoSitting) discuss(thematic bool) {
	reviewer := s.holder(app.DeputySecretary, s.file.Chair)
	news := pick(s.random, s.trade.News)
	if document := s.texts.Documents[s.month]; document != "" {
		news += "; " + document
	}
	study := s.texts.Study[(s.month.Number()+s.random.IntN(2))%len(s.texts.Study)]
	s.file.Agenda = []FileAgendaItem{
		{Kind: app.AgendaNews, Title: "Thời sự, văn bản mới, học tập và làm theo Bác", Minutes: 15 + 5*s.random.IntN(3), Presenter: pick(s.random, s.present).FullName,
			Text: news + ". Học tập và làm theo Bác: " + study + "."},
		{Kind: app.AgendaReview, Title: "Đánh giá kết quả thực hiện Nghị quyết tháng " + s.month.Prev().String(), Minutes: 20, Presenter: reviewer},
	}
	if len(s.file.Reviews) == 0 {
		s.file.Agenda[1].Text = "kết quả các mặt công tác tháng qua: " + s.result()
	}
	if thematic {
		lesson := s.texts.lessonOf(s.month)
		s.file.Agenda = append(s.file.Agenda, FileAgendaItem{Kind: app.AgendaThematic, Title: "Chuyên đề: " + lesson.Title, Minutes: 30,
			Presenter: pick(s.random, s.present).FullName, Text: lesson.Text})
	}
	s.file.Agenda = append(s.file.Agenda, FileAgendaItem{Kind: app.AgendaDiscussion, Title: "Ý kiến thảo luận", Minutes: 40, Statements: s.opinions()})
}

// opinions has between a third and three fifths of those present speak, each with another opinion.
func (s *demoSitting) opinions() []FileStatement {
	texts := some(s.random, s.said, 4)
	texts = append(texts, some(s.random, s.trade.Opinions, 3)...)
	for _, text := range some(s.random, s.texts.Opinions, len(s.texts.Opinions)) {
		texts = append(texts, newDemoValues(s.random, s.texts, nil).fill(text, s.month, ""))
	}
	var speakers []app.Member
	for _, m := range some(s.random, s.present, len(s.present)) {
		if m.FullName != s.file.Chair {
			speakers = append(speakers, m)
		}
	}
	count := min(max(len(s.present)*(33+s.random.IntN(25))/100, 2), len(texts), len(speakers))
	chosen := some(s.random, texts[:count], count)
	var list []FileStatement
	for i, text := range chosen {
		list = append(list, FileStatement{Member: speakers[i].FullName, Text: text})
	}
	for _, g := range s.file.Guests {
		list = append(list, FileStatement{Guest: g.Name, Text: pick(s.random, s.texts.GuestWords)})
	}
	return list
}

func (s *demoSitting) result() string {
	return newDemoValues(s.random, s.texts, nil).fill(s.trade.Result, s.month, "")
}

func (s *demoSitting) conclude() {
	praised := pick(s.random, s.present).FullName
	reminded := ""
	slices.Sort(s.late)
	for _, name := range slices.Compact(s.late) {
		if name != praised {
			reminded += ", đồng chí " + name
		}
	}
	reminded = strings.TrimPrefix(reminded, ", ")
	closing := append(some(s.random, s.texts.Conclusions, 2), "biểu dương đồng chí "+praised)
	s.file.Assessment = app.Assessment{Ideology: pick(s.random, s.texts.Ideology), Political: s.result(), Praise: "đồng chí " + praised,
		Shortcomings: pick(s.random, s.texts.Shortcomings)}
	s.file.Conclusion = strings.Join(closing, " ") + "."
	if reminded != "" {
		s.file.Conclusion = strings.Join(closing, " ") + "; nhắc nhở " + reminded + " về việc chưa xong đúng hạn."
		s.file.Assessment.Reminder = reminded + " về việc chưa xong đúng hạn"
	}
	next := s.month.Next()
	values := demoValues{}
	s.file.Directions = []app.Direction{
		{Title: "Công tác tư tưởng", Text: "tuyên truyền " + s.texts.Anniversaries[next.Number()-1] + "; nắm tâm tư người lao động; thực hiện nội dung " + s.texts.Study[next.Number()%len(s.texts.Study)] + "."},
		{Title: "Nhiệm vụ chính trị", Text: values.fill(pick(s.random, s.trade.Political), s.month, "")},
		{Title: "Công tác xây dựng Đảng", Text: pick(s.random, s.texts.Party)},
		{Title: "Công đoàn, Đoàn thanh niên", Text: pick(s.random, s.texts.Mass)},
	}
}

func (s *demoSitting) vote() {
	voters := 0
	for _, m := range s.present {
		if m.MayVoteOn(s.heldOn) {
			voters++
		}
	}
	for _, v := range []app.Vote{
		{Subject: fmt.Sprintf("Thông qua Nghị quyết tháng %d", s.month.Number()), OnResult: true},
		{Subject: "Thông qua điểm tự chấm buổi sinh hoạt", OnScore: true},
	} {
		v.Method, v.Eligible, v.For = app.ShowOfHands, voters, voters
		if v.OnScore && voters > 6 && s.random.IntN(6) == 0 {
			v.For, v.Abstain = voters-1, 1
		}
		s.file.Votes = append(s.file.Votes, v)
	}
}
