package ui

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingDay is the moment at which the meeting tests stand.
var meetingDay = time.Date(2026, 11, 20, 14, 21, 0, 0, time.FixedZone("ICT", 7*3600))

func okay(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// meetingBook makes a cell's book with the 24 members of the sample list and a locked meeting of October that gave six tasks.
func meetingBook(t *testing.T) (*desk.Desk, map[string]string) {
	t.Helper()
	ctx := context.Background()
	now := time.Date(2026, 10, 20, 16, 0, 0, 0, meetingDay.Location())
	d, _, err := desk.Create(ctx, filepath.Join(t.TempDir(), "cell"), desk.NewBook{Passphrase: "meeting", Settings: app.Settings{
		Role: app.CellBook, Name: "Chi bộ Xưởng May 2", Code: "CB001", Enterprise: "Công ty CP May Hưng Thịnh", Demo: true,
		SuperiorName: "Đảng bộ Công ty CP May Hưng Thịnh", CommitteeName: "Đảng ủy Công ty CP May Hưng Thịnh", PlaceName: "Hưng Yên",
		MeetingPlace: "Phòng họp Xưởng May 2", UsedNumbers: map[string]int{"BB": 15, "NQ": 15}}}, desk.WithClock(func() time.Time { return now }))
	okay(t, err)
	t.Cleanup(func() { d.CloseDiscarding() })
	preview, err := d.PreviewMembers(ctx, "../desk/testdata/members-clean.xlsx", desk.MemberFileOptions{}, nil)
	okay(t, err)
	_, err = d.WriteMembers(ctx, preview, nil, nil)
	okay(t, err)
	id, err := d.NewMeeting(ctx, "2026-10", app.RegularMeeting)
	okay(t, err)
	view, err := d.Meeting(ctx, id)
	okay(t, err)
	people := map[string]string{}
	for _, m := range view.Members {
		people[m.Name] = m.ID
	}
	m := view.Meeting
	m.HeldOn, m.Start, m.End, m.ChairID, m.RecorderID = "2026-10-20", "16:30", "18:10", people["Trần Thị Bích Hạnh"], people["Lê Thị Mai Loan"]
	m.Conclusion = "Chi bộ thống nhất nhiệm vụ tháng 11."
	var tasks []app.Task
	for _, task := range octoberTasks {
		tasks = append(tasks, app.Task{Title: task[0], AssigneeID: people[task[1]], DueOn: app.Date(task[2])})
	}
	_, err = d.SaveMeeting(ctx, m, tasks)
	okay(t, err)
	okay(t, d.LockMeeting(ctx, id))
	now = meetingDay
	return d, people
}

// octoberTasks are the tasks of October: what, who, by when, how it went.
var octoberTasks = [][4]string{
	{"Hoàn thành 42.000 áo khoác đơn hàng xuất khẩu", "Nguyễn Văn Khải", "2026-10-31", "42.350 áo, đạt 100,8%, giao đủ ngày 30/10"},
	{"Kèm 3 thợ mới chuyền 4 đạt từ 80% định mức", "Vũ Thị Thơm", "2026-11-15", "3 thợ đạt 80%, 82% và 84% định mức"},
	{"Thu, nộp đảng phí tháng 10", "Lê Thị Mai Loan", "2026-11-05", ""},
	{"Sáng kiến giảm thời gian đổi mã hàng chuyền 4 từ 95 phút xuống 70 phút", "Bùi Quang Huy", "2026-11-15", ""},
	{"Giới thiệu 1 quần chúng ưu tú học lớp nhận thức về Đảng", "Phạm Đức Thắng", "2026-11-20", ""},
	{"Diễn tập chữa cháy, thoát nạn mùa hanh khô", "Đoàn Văn Quyết", "2026-11-10", ""},
}

// heldMeeting enters the meeting of November as the sample has it, ready to be locked.
func heldMeeting(t *testing.T, d *desk.Desk, people map[string]string) string {
	t.Helper()
	ctx := context.Background()
	id, err := d.NewMeeting(ctx, "2026-11", app.RegularMeeting)
	okay(t, err)
	view, err := d.Meeting(ctx, id)
	okay(t, err)
	m := view.Meeting
	m.Start, m.End, m.DuesNote = "16:30", "18:20", "Tháng 10: thu đủ, nộp ngày 05/11/2026, số tiền 1.836.000 đồng."
	m.Guests = []app.Guest{{Name: "Vũ Hồng Quân", Post: "Đảng ủy viên, Trưởng phòng Kế hoạch Công ty"}}
	m.Preparation = app.Preparation{DraftedBy: people["Lê Thị Mai Loan"], CommitteeMetOn: "2026-11-17", CommitteeMinutes: true, NoticeOn: "2026-11-16", PapersOn: "2026-11-18"}
	for i := range m.Attendance {
		if m.Attendance[i].MemberID == people["Bùi Quang Huy"] {
			m.Attendance[i] = app.Attendance{MemberID: people["Bùi Quang Huy"], Presence: app.AbsentExcused, Reason: "Đi công tác"}
		}
	}
	for i, line := range view.Reviews {
		review := app.TaskReview{TaskID: line.Task.ID, State: app.TaskDone, Result: octoberTasks[i][3]}
		if i == 3 {
			review.State = app.TaskOpen
		}
		m.Reviews = append(m.Reviews, review)
	}
	for i := range m.Agenda {
		if m.Agenda[i].Kind == app.AgendaDiscussion {
			for _, said := range novemberStatements {
				m.Agenda[i].Statements = append(m.Agenda[i].Statements, app.Statement{MemberID: people[said[0]], Text: said[1]})
			}
		}
	}
	m.Conclusion = "Tiếp thu các ý kiến. Biểu dương đồng chí Vũ Thị Thơm và chuyền 4; nhắc nhở đồng chí Bùi Quang Huy về tiến độ sáng kiến, đồng chí Cao Văn Lực về điểm sổ tay."
	m.Assessment = app.Assessment{Ideology: "Đảng viên và người lao động yên tâm sản xuất; việc cần quan tâm là tiền làm thêm ngày thứ Bảy.", Political: "May 42.350 áo khoác, đạt 100,8% kế hoạch.",
		Praise: "Đồng chí Vũ Thị Thơm.", Reminder: "Đồng chí Bùi Quang Huy.", Shortcomings: "Một sáng kiến chậm; 2 đồng chí dưới 30 điểm sổ tay."}
	m.Directions = []app.Direction{{Title: "Công tác tư tưởng", Text: "Nắm tâm tư người lao động về tiền làm thêm, thưởng Tết."}}
	m.Votes = []app.Vote{{Subject: "Thông qua Nghị quyết tháng 11", Method: app.ShowOfHands, Eligible: 19, For: 19, OnResult: true}}
	_, err = d.SaveMeeting(ctx, m, []app.Task{
		{Title: "Hoàn thành 45.000 áo khoác đơn hàng cuối năm", AssigneeID: people["Nguyễn Văn Khải"], With: "Các tổ trưởng chuyền", DueOn: "2026-12-26"},
		{Title: "Công khai hằng tuần giờ làm thêm, tiền làm thêm tại bảng tin xưởng", AssigneeID: people["Phạm Đức Thắng"], With: "Trịnh Thị Hòa", DueOn: "2026-12-05"},
	})
	okay(t, err)
	return id
}

var novemberStatements = [][2]string{
	{"Phạm Đức Thắng", "Công nhân hỏi nhiều về tiền làm thêm ngày thứ Bảy. Đề nghị niêm yết giờ làm thêm hằng tuần."},
	{"Vũ Thị Thơm", "Thợ mới đạt 80% định mức, xin thêm 1 người kèm."},
	{"Nguyễn Thị Én", "Chuyền 5 thiếu 4 lao động, đề nghị điều tạm 2 người."},
}

// scoreMeeting answers every item of the score sheet with its best answer, but one.
func scoreMeeting(t *testing.T, d *desk.Desk, id string) {
	t.Helper()
	ctx := context.Background()
	view, err := d.MeetingSheet(ctx, id)
	okay(t, err)
	var marks []app.Mark
	for _, g := range view.Framework.GroupsIn(view.Marked.Variant) {
		for _, c := range g.Criteria {
			for _, item := range c.Items {
				done := item.ID != "m4h"
				switch item.Kind {
				case app.KindToggle:
					marks = append(marks, app.Mark{ID: item.ID, Done: &done})
				case app.KindChoice:
					marks = append(marks, app.Mark{ID: item.ID, Option: item.Options[0].ID})
				}
			}
		}
	}
	marks = append(marks, app.Mark{ID: "m7c", Points: "0", Reason: "Chưa đăng văn bản"}, app.Mark{ID: "m3", Note: "Mạng hỏng, gửi tài liệu trong ngày họp."})
	_, err = d.SetMarks(ctx, view.Key(), marks)
	okay(t, err)
}

// openMeeting shows the meeting screen of a book in a window; saves run when the test asks for them.
func openMeeting(t *testing.T, d *desk.Desk, width, height float32) (*Program, *meetingScreen) {
	t.Helper()
	w := newTestWindow(t, width, height)
	p := &Program{window: w, desk: d, month: "2026-11", options: ProgramOptions{Files: noPrinter{}}}
	places := func() []Place {
		icons := []string{IconHome, IconMembers, IconPoints, IconMeeting, IconCriteria, IconReports, IconUSB}
		words := []string{"Tổng quan", "Đảng viên", "Điểm sổ tay", "Sinh hoạt", "Tiêu chí", "Báo cáo", "Bàn giao USB"}
		var list []Place
		for i := range icons {
			list = append(list, Place{Key: words[i], Icon: icons[i], Title: words[i], Open: func() Screen { return &sampleScreen{content: NewPage(words[i])} }})
		}
		list[3] = Place{Key: placeMeeting, Icon: IconMeeting, Title: words[3], Open: func() Screen {
			s := newMeetingScreen(p).(*meetingScreen)
			s.later = func(_ time.Duration, do func()) func() {
				pending := &do
				pendingSaves[p] = append(pendingSaves[p], pending)
				return func() {
					pendingSaves[p] = slices.DeleteFunc(pendingSaves[p], func(one *func()) bool { return one == pending })
				}
			}
			return s
		}}
		return list
	}
	p.frame = NewFrame(w, FrameOptions{Name: "Chi bộ Xưởng May 2", Organisation: "Công ty CP May Hưng Thịnh (dữ liệu mẫu)", Month: p.month, SearchHint: "Tìm người, văn bản… (Ctrl+F)", Places: places(),
		Bottom: []Place{{"settings", IconSettings, "Cài đặt", nil}, {"help", IconHelp, "Trợ giúp", nil}}})
	p.frame.Worker.Inline = true // a field that is left saves: the driver of tests would do that beside the typing
	p.frame.SetSaved(meetingDay)
	p.frame.SetBackup(meetingDay.Add(-6*time.Hour), nil)
	p.frame.Open(placeMeeting)
	p.frame.Worker.Drain()
	t.Cleanup(p.frame.Worker.Drain)
	s := p.frame.Screen().(*meetingScreen)
	return p, s
}

// pendingSaves are what would run a second later in a running program; tests run it when they like.
var pendingSaves = map[*Program][]*func(){}

// runSave lets the second after the last change pass; it reports whether there was something to save.
func runSave(p *Program) bool {
	pending := pendingSaves[p]
	delete(pendingSaves, p)
	for _, do := range pending {
		(*do)()
	}
	return len(pending) > 0
}

// noPrinter takes files and does nothing.
type noPrinter struct{}

// Open is part of FileOpener.
func (noPrinter) Open(string) error { return nil }

// Print is part of FileOpener.
func (noPrinter) Print(string) (bool, error) { return true, nil }

// galleryOfLocking draws what is missing, the locked minutes, a correction and a thematic meeting.
func galleryOfLocking(t *testing.T, p *Program, s *meetingScreen, name func(string) string) {
	t.Helper()
	p.window.Resize(fyne.NewSize(1366, 768))
	s.goTo(stepMinutes)
	p.frame.Worker.Drain()
	kept := s.draft.meeting
	s.draft.meeting.ChairID, s.draft.meeting.End, s.draft.meeting.DuesNote = "", "", ""
	s.minutes.fill()
	drawWindow(t, p.window, name("7-missing"))
	s.draft.meeting = kept
	s.minutes.lock()
	drawWindow(t, p.window, name("7-lock"))
	press(p.window.Canvas().Focused(), fyne.KeyReturn)
	p.frame.Worker.Drain()
	drawWindow(t, p.window, name("7-locked"))
	s.minutes.correct()
	drawWindow(t, p.window, name("7-correct"))
	topLayer(p.window.Canvas()).dismiss()
	for step, word := range []string{"prepare", "roll", "contents", "conclude", "score"} {
		s.goTo(step)
		p.frame.Worker.Drain()
		drawWindow(t, p.window, name("8-locked-"+word))
	}
	s.goTo(stepPrepare)
	s.begin(app.ThematicMeeting)
	p.frame.Worker.Drain()
	drawWindow(t, p.window, name("9-thematic"))
	s.goTo(stepMinutes)
	p.frame.Worker.Drain()
	drawWindow(t, p.window, name("9-thematic-minutes"))
}

func TestGalleryMeeting(t *testing.T) {
	d, people := meetingBook(t)
	for _, size := range []fyne.Size{{Width: 1366, Height: 768}, {Width: 1093, Height: 614}, {Width: 911, Height: 512}} {
		name := func(step string) string { return "meeting-" + step + "-" + wording.Number(int(size.Width)) }
		p, s := openMeeting(t, d, size.Width, size.Height)
		if s.draft == nil {
			drawWindow(t, p.window, name("0-empty"))
			scoreMeeting(t, d, heldMeeting(t, d, people))
			p.frame.Reload()
			p.frame.Worker.Drain()
		}
		for step, word := range []string{"1-prepare", "2-roll", "3-contents", "4-conclude", "5-score", "6-minutes"} {
			s.goTo(step)
			p.frame.Worker.Drain()
			drawWindow(t, p.window, name(word))
			if s.page.holder.Size().Height > s.page.scroll.Size().Height+1 {
				s.page.scroll.ScrollToBottom()
				drawWindow(t, p.window, name(word)+"-end")
			}
		}
		s.goTo(stepContents)
		p.frame.Worker.Drain()
		s.contents.folded["review"] = true
		s.contents.folded[s.draft.items[0]], s.contents.folded[s.draft.items[1]] = false, true
		s.contents.fill()
		s.contents.parts[2].next.text.Focus()
		drawWindow(t, p.window, name("3-talk"))
		if size.Width == 911 {
			galleryOfLocking(t, p, s, name)
		}
		p.frame.Leave(func() {})
		p.frame.Worker.Drain()
	}
	for _, text := range wording.Missing() {
		t.Errorf("no translation of %q", text)
	}
}
