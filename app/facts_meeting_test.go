package app

import "testing"

// The November meeting is scored 92 points, level Tốt: 5, 5, 10, 36, 5, 27, 4.
func TestTheNovemberMeetingScores92(t *testing.T) {
	f := shippedFrameworks(t)["MEETING-42HD"]
	var worked scenario
	for _, sc := range readScenarios(t) {
		if sc.ID == "s01" {
			worked = sc
		}
	}
	input := worked.input(t, f)
	want := input.Facts
	input.Facts = MeetingFacts(novemberMeeting(), novemberBook())
	for id, fact := range want {
		got := input.Facts[id]
		if got.Known != fact.Known || got.Value.Cmp(fact.Value) != 0 || got.Num != fact.Num || got.Den != fact.Den {
			t.Errorf("%s: %s (%d/%d) %q, want %s (%d/%d)", id, got.Value, got.Num, got.Den, got.Text, fact.Value, fact.Num, fact.Den)
		}
	}
	result := mustScore(t, f, input)
	worked.Expected.compare(t, result)
	for id, want := range map[string]string{
		"m1": "110 phút, cần từ 90", "m2a": "21/22 đảng viên, 95,5%", "m2b": "nhiều nhất 1 kỳ liền", "m3e": "gửi trước 2 ngày",
		"m4e": "8/21 đồng chí phát biểu, 38,1%", "m6": "5/6 việc xong, 83,3%", "m7c": "Chưa xác nhận đăng văn bản, tính 0 điểm",
	} {
		if line, _ := result.Line(id); line.Explanation != want {
			t.Errorf("%s: %q, want %q", id, line.Explanation, want)
		}
	}
}

// Locking keeps the reviews as they stand; the figures do not change by it, nor by what happens to the tasks afterwards.
func TestLockedMinutesKeepTheirFigures(t *testing.T) {
	book, meeting := novemberBook(), novemberMeeting()
	for _, task := range book.Tasks[:6] {
		meeting.Reviews = append(meeting.Reviews, TaskReview{TaskID: task.ID, State: task.State, DoneOn: task.DoneOn})
	}
	before := MeetingFacts(meeting, book)
	meeting.State = MeetingLocked
	book.Tasks[3].State, book.Tasks[3].DoneOn = TaskDone, "2026-12-10"
	book.Tasks = append(book.Tasks, Task{ID: "late", MeetingID: "oct", AssignedOn: "2026-10-20", DueOn: "2026-11-01", State: TaskOpen})
	after := MeetingFacts(meeting, book)
	for id, fact := range before {
		if after[id].Text != fact.Text {
			t.Errorf("%s: %q became %q", id, fact.Text, after[id].Text)
		}
	}
}

func TestMeetingFacts(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(*Meeting, *FactBook)
		source string
		want   string
	}{
		{"the computation is told", nil, "meeting.attendance_percent", "21/22 đảng viên phải dự, 95,5%"},
		{"a meeting past midnight", func(m *Meeting, _ *FactBook) { m.Start, m.End = "23:00", "00:30" }, "meeting.minutes", "Từ 23 giờ 00 phút đến 0 giờ 30 phút: 90 phút"},
		{"no end", func(m *Meeting, _ *FactBook) { m.End = "" }, "meeting.minutes", "?Chưa ghi giờ bắt đầu hoặc giờ kết thúc"},
		{"a member without a line", func(m *Meeting, _ *FactBook) { m.Attendance = m.Attendance[1:] }, "meeting.attendance_percent", "?Còn 1 đồng chí chưa điểm danh"},
		{"so is who spoke", func(m *Meeting, _ *FactBook) { m.Attendance = m.Attendance[1:] }, "meeting.speakers_percent", "?Còn 1 đồng chí chưa điểm danh"},
		{"an exempt member who comes counts nowhere", func(m *Meeting, _ *FactBook) {
			m.Attendance = append(m.Attendance, Attendance{MemberID: memberID("Dương Văn Mạnh"), Presence: Present})
			m.Agenda[2].Statements = append(m.Agenda[2].Statements, Statement{MemberID: memberID("Dương Văn Mạnh"), Text: "Chúc"})
		}, "meeting.speakers_percent", "8/21 đồng chí có mặt phát biểu, 38,1%"},
		{"a suspended member is not required", func(_ *Meeting, b *FactBook) {
			b.Members[6].Events = []StandingEvent{{On: "2026-11-01", Standing: Suspended}}
		}, "meeting.attendance_percent", "21/21 đảng viên phải dự, 100%"},
		{"one away for a time is not required", func(_ *Meeting, b *FactBook) {
			b.Members[6].Events = []StandingEvent{{On: "2026-11-20", Standing: TempAway}}
		}, "meeting.attendance_percent", "21/21 đảng viên phải dự, 100%"},
		{"from the next day on he is away", func(_ *Meeting, b *FactBook) {
			b.Members[6].Events = []StandingEvent{{On: "2026-11-21", Standing: TempAway}}
		}, "meeting.attendance_percent", "21/22 đảng viên phải dự, 95,5%"},
		{"everybody exempt", func(_ *Meeting, b *FactBook) {
			for i := range b.Members {
				b.Members[i].Events = []StandingEvent{{On: "2026-01-01", Standing: Exempt}}
			}
		}, "meeting.attendance_percent", "Không có đảng viên nào phải dự"},
		{"absent without a reason", func(m *Meeting, _ *FactBook) { m.Attendance = rollCall(nil, []string{"Bùi Quang Huy"}) }, "meeting.unexcused_count", "1 người vắng không lý do"},
		{"papers after the meeting count as on its day", func(m *Meeting, _ *FactBook) { m.Preparation.PapersOn = "2026-11-22" }, "meeting.papers_days_before", "0 ngày, từ 22/11/2026 đến 20/11/2026"},
		{"papers not recorded", func(m *Meeting, _ *FactBook) { m.Preparation.PapersOn = "" }, "meeting.papers_days_before", "?Chưa ghi ngày đăng tài liệu"},
		{"final papers", func(m *Meeting, _ *FactBook) { m.Preparation.FinalPapersOn = "2026-11-22" }, "meeting.final_papers_days_after", "2 ngày, từ 20/11/2026 đến 22/11/2026"},
		{"no minutes of ideology", func(m *Meeting, _ *FactBook) { m.Agenda[0].Minutes = 0 }, "meeting.ideology_minutes", "?Chưa ghi số phút của phần thời sự, tư tưởng"},
		{"a draft without a discussion", func(m *Meeting, _ *FactBook) { m.Agenda = m.Agenda[:2] }, "meeting.speakers_percent", "?Chưa ghi phần thảo luận"},
		{"locked without a discussion", func(m *Meeting, _ *FactBook) { m.Agenda, m.State = m.Agenda[:2], MeetingLocked }, "meeting.speakers_percent", "0/21 đồng chí có mặt phát biểu, 0%"},
		{"nobody came", func(m *Meeting, _ *FactBook) { m.Attendance = rollCall(cellNames, nil) }, "meeting.speakers_percent", "0/0 đồng chí có mặt phát biểu, không tính"},
		{"a task done before its day", func(_ *Meeting, b *FactBook) { b.Tasks[0].DueOn = "2026-12-31" }, "resolution.tasks_done_percent", "5/6 việc phải tính đã xong, 83,3%"},
		{"an open task that is not due", func(_ *Meeting, b *FactBook) { b.Tasks[3].DueOn = "2026-11-21" }, "resolution.tasks_done_percent", "5/5 việc phải tính đã xong, 100%"},
		{"an open task due on the day", func(_ *Meeting, b *FactBook) { b.Tasks[3].DueOn = "2026-11-20" }, "resolution.tasks_done_percent", "5/6 việc phải tính đã xong, 83,3%"},
		{"a cancelled task", func(m *Meeting, _ *FactBook) { m.Reviews = []TaskReview{{TaskID: "t4", State: TaskCancelled}} }, "resolution.tasks_done_percent", "5/5 việc phải tính đã xong, 100%"},
		{"a task postponed after its day", func(m *Meeting, _ *FactBook) { m.Reviews = []TaskReview{{TaskID: "t4", State: TaskPostponed}} }, "resolution.tasks_done_percent", "5/6 việc phải tính đã xong, 83,3%"},
		{"an older task still open", func(_ *Meeting, b *FactBook) {
			b.Tasks = append(b.Tasks, Task{ID: "t0", MeetingID: "sep", AssignedOn: "2026-09-20", DueOn: "2026-10", State: TaskOpen})
		}, "resolution.tasks_done_percent", "5/7 việc phải tính đã xong, 71,4%"},
		{"an older task long done", func(_ *Meeting, b *FactBook) {
			b.Tasks = append(b.Tasks, Task{ID: "t0", MeetingID: "sep", AssignedOn: "2026-09-20", DueOn: "2026-10-01", State: TaskDone, DoneOn: "2026-10-01"})
		}, "resolution.tasks_done_percent", "5/6 việc phải tính đã xong, 83,3%"},
		{"no resolution before", func(_ *Meeting, b *FactBook) { b.Tasks = b.Tasks[6:] }, "resolution.tasks_done_percent", "0/0 việc phải tính đã xong, không tính"},
	} {
		t.Run(c.what, func(t *testing.T) {
			meeting, book := novemberMeeting(), novemberBook()
			if c.change != nil {
				c.change(&meeting, &book)
			}
			facts := MeetingFacts(meeting, book)
			if err := facts.Validate(); err != nil {
				t.Error(err)
			}
			got := facts[c.source].Text
			if !facts[c.source].Known {
				got = "?" + got
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTheRunOfExcusedAbsences(t *testing.T) {
	months := []struct {
		id      string
		day     Date
		kind    MeetingKind
		excused []string
	}{
		{"dec", "2025-12-20", RegularMeeting, []string{"Bùi Quang Huy"}},
		{"jan", "2026-01-20", RegularMeeting, []string{"Bùi Quang Huy", "Vũ Thị Thơm", "Lương Thị Duyên"}},
		{"feb", "2026-02-20", RegularMeeting, []string{"Bùi Quang Huy", "Vũ Thị Thơm"}},
		{"special", "2026-02-25", ThematicMeeting, nil},
		{"mar", "2026-03-20", RegularMeeting, []string{"Bùi Quang Huy"}},
	}
	var meetings []Meeting
	for _, m := range months {
		meetings = append(meetings, Meeting{ID: m.id, Kind: m.kind, HeldOn: m.day, State: MeetingLocked, Attendance: rollCall(m.excused, nil)})
	}
	for _, c := range []struct {
		what   string
		last   int
		change func(*FactBook)
		want   int64
	}{
		{"in January the year before does not count", 1, nil, 1},
		{"in February", 2, nil, 2},
		{"in March, past a thematic meeting and whoever came again", 4, nil, 3},
		{"a meeting at which he was exempt breaks the run", 4, func(b *FactBook) {
			b.Members[6].Events = []StandingEvent{{On: "2026-02-01", Standing: TempExempt}, {On: "2026-03-01", Standing: Active}}
		}, 1},
	} {
		book := FactBook{Members: cellMembers(), Meetings: meetings}
		book.Members[2].Events[0].On = "2025-01-01"
		if c.change != nil {
			c.change(&book)
		}
		if got := MeetingFacts(meetings[c.last], book)["meeting.max_excused_run"]; !got.Known || got.Value.Cmp(IntRatio(c.want)) != 0 {
			t.Errorf("%s: %s %q, want %d", c.what, got.Value, got.Text, c.want)
		}
	}
}

// The thematic part in the same sitting asks for 120 minutes; on another day it does not.
func TestAThematicPartInTheSameSittingAsksForMoreTime(t *testing.T) {
	f := shippedFrameworks(t)["MEETING-42HD"]
	for same, want := range map[bool]string{false: "5", true: "4"} {
		meeting := novemberMeeting()
		meeting.WithThematic = same
		r := mustScore(t, f, ScoreInput{Variant: f.VariantFor(PrivateEnterprise, true), Facts: MeetingFacts(meeting, novemberBook())})
		if line, _ := r.Line("m1"); line.PointsText != want {
			t.Errorf("same sitting %v: %s points, want %s", same, line.PointsText, want)
		}
	}
}
