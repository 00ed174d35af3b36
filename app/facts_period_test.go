package app

import (
	"testing"
)

func TestMonthFacts(t *testing.T) {
	locked := func(b *FactBook) { b.Meetings[1].State = MeetingLocked }
	ninetyTwo := IntRatio(92)
	scored := &ScoreResult{Total: &ninetyTwo, TotalText: "92"}
	for _, c := range []struct {
		what   string
		change func(*FactBook)
		score  *ScoreResult
		source string
		want   string // "?" missing, "…" to come
	}{
		{"the members at the threshold", nil, nil, "handbook.percent_at_threshold", "20/22 người đạt từ 30 điểm, 90,9%"},
		{"another threshold by the book's rules", func(b *FactBook) { b.Settings.Rules[0].Value = 25 }, nil, "handbook.percent_at_threshold", "21/22 người đạt từ 25 điểm, 95,5%"},
		{"the framework's threshold without a rule", func(b *FactBook) { b.Settings.Rules, b.Threshold = nil, 27 }, nil, "handbook.percent_at_threshold", "21/22 người đạt từ 27 điểm, 95,5%"},
		{"no threshold at all", func(b *FactBook) { b.Settings.Rules = nil }, nil, "handbook.percent_at_threshold", "?Chưa cài đặt ngưỡng điểm sổ tay"},
		{"a member without a value", func(b *FactBook) { b.Points = b.Points[1:] }, nil, "handbook.percent_at_threshold", "?Còn 1 đồng chí chưa nhập điểm tháng 11/2026"},
		{"a member excused this month", func(b *FactBook) {
			for i := range b.Points {
				if b.Points[i].MemberID == memberID("Cao Văn Lực") {
					b.Points[i] = PointEntry{MemberID: b.Points[i].MemberID, Month: "2026-11", Excused: true, Reason: "ốm"}
				}
			}
		}, nil, "handbook.percent_at_threshold", "20/21 người đạt từ 30 điểm, 95,2%"},
		{"the minutes are open while the month runs", nil, nil, "month.regular_meetings_count", "…Chưa có biên bản đã chốt của buổi thường kỳ trong tháng"},
		{"the minutes are locked", locked, scored, "month.regular_meetings_count", "1 buổi, họp ngày 20/11/2026"},
		{"the meeting's score", locked, scored, "meeting.quality_score", "92 điểm"},
		{"the meeting is not scored yet", locked, nil, "meeting.quality_score", "…Buổi sinh hoạt chưa chấm điểm xong"},
		{"the meeting's attendance", locked, scored, "meeting.attendance_percent", "21/22 đảng viên phải dự, 95,5%"},
		{"the month is over without a meeting", func(b *FactBook) { b.Today = "2026-12-01" }, nil, "month.regular_meetings_count", "Không có buổi sinh hoạt thường kỳ trong tháng"},
		{"then there is no attendance", func(b *FactBook) { b.Today = "2026-12-01" }, nil, "meeting.attendance_percent", "?Không có buổi sinh hoạt thường kỳ trong tháng"},
		{"the book keeps no dues", nil, nil, "dues.paid_percent", "?" + noDuesRegister},
	} {
		t.Run(c.what, func(t *testing.T) {
			book := novemberBook()
			if c.change != nil {
				c.change(&book)
			}
			fact := MonthFacts("2026-11", book, c.score)[c.source]
			got := fact.Text
			if fact.Pending {
				got = "…" + got
			} else if !fact.Known {
				got = "?" + got
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// The month without a meeting of scenario s18 follows from the book: 0 for the meeting, tasks dropped, the veto strikes.
func TestAMonthWithoutAMeetingStrikesTheVeto(t *testing.T) {
	f := shippedFrameworks(t)["MODEL-CELL-2022"]
	book := novemberBook()
	book.Meetings, book.Today = book.Meetings[:1], "2026-12-05"
	r := mustScore(t, f, ScoreInput{Variant: "private_enterprise", Facts: MonthFacts("2026-11", book, nil)})
	for id, want := range map[string]string{"k1b": "–", "k3a": "0", "q1a": "0", "q1b": "0", "q2a": "7"} {
		if line, _ := r.Line(id); line.PointsText != want {
			t.Errorf("%s: %s, want %s", id, line.PointsText, want)
		}
	}
	if got := r.Struck(); len(got) != 1 || got[0] != "v_no_meeting" {
		t.Errorf("vetoes %v", got)
	}
}

func TestTasksOfAPeriodCountOnceByTheirFirstDay(t *testing.T) {
	for _, c := range []struct {
		what         string
		change       func(*FactBook)
		done, onTime string
	}{
		{"as they stand", nil, "5/6 việc đến hạn đã xong, 83,3%", "4/6 việc đến hạn xong đúng hạn, 66,7%"},
		{"the continued one is done later", func(b *FactBook) { b.Tasks[7].State, b.Tasks[7].DoneOn = TaskDone, "2026-11-22" }, "6/6 việc đến hạn đã xong, 100%", "4/6 việc đến hạn xong đúng hạn, 66,7%"},
		{"the continued one is taken back", func(b *FactBook) { b.Tasks[7].State = TaskCancelled }, "5/5 việc đến hạn đã xong, 100%", "4/5 việc đến hạn xong đúng hạn, 80%"},
		{"at the end of the year", func(b *FactBook) { b.Today = "2026-12-31" }, "5/7 việc đến hạn đã xong, 71,4%", "4/7 việc đến hạn xong đúng hạn, 57,1%"},
		{"a task that continues one of its own id", func(b *FactBook) {
			again := b.Tasks[7]
			again.ID = "t4"
			b.Tasks = append(b.Tasks, again)
		}, "5/6 việc đến hạn đã xong, 83,3%", "4/6 việc đến hạn xong đúng hạn, 66,7%"},
		{"a ring of tasks", func(b *FactBook) { b.Tasks[3].CarriedFrom = "t8" }, "5/5 việc đến hạn đã xong, 100%", "4/5 việc đến hạn xong đúng hạn, 80%"},
	} {
		book := novemberBook()
		if c.change != nil {
			c.change(&book)
		}
		facts := PeriodFacts(YearOf(2026), book, nil)
		if got := facts["period.tasks_done_percent"].Text; got != c.done {
			t.Errorf("%s: done %q, want %q", c.what, got, c.done)
		}
		if got := facts["period.tasks_on_time_percent"].Text; got != c.onTime {
			t.Errorf("%s: on time %q, want %q", c.what, got, c.onTime)
		}
	}
	if got := PeriodFacts(QuarterOf(2026, 3), novemberBook(), nil)["period.tasks_done_percent"]; !got.isNotApplicable() {
		t.Errorf("a quarter without tasks: %q", got.Text)
	}
}

func TestGoodMeetingsOfAPeriod(t *testing.T) {
	good := &ScoreResult{State: SheetComplete, LevelRank: 0}
	fair := &ScoreResult{State: SheetComplete, LevelRank: 1}
	book := novemberBook()
	book.Meetings[1].State = MeetingLocked
	for _, c := range []struct {
		what    string
		today   Date
		results map[Month]*ScoreResult
		want    string
	}{
		{"both good", "2026-11-24", map[Month]*ScoreResult{"2026-10": good, "2026-11": good}, "2/2 tháng có buổi thường kỳ loại tốt nhất, 100%"},
		{"one fair", "2026-11-24", map[Month]*ScoreResult{"2026-10": good, "2026-11": fair}, "1/2 tháng có buổi thường kỳ loại tốt nhất, 50%"},
		{"December without a meeting, still running", "2026-12-31", map[Month]*ScoreResult{"2026-10": good, "2026-11": good}, "2/2 tháng có buổi thường kỳ loại tốt nhất, 100%"},
		{"December over without a meeting", "2027-01-01", map[Month]*ScoreResult{"2026-10": good, "2026-11": good}, "2/3 tháng có buổi thường kỳ loại tốt nhất, 66,7%"},
		{"one not scored", "2026-11-24", map[Month]*ScoreResult{"2026-10": good}, "Buổi sinh hoạt tháng 11/2026 chưa chấm điểm xong"},
	} {
		book.Today = c.today
		if got := PeriodFacts(YearOf(2026), book, c.results)["period.meetings_good_percent"].Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestHandbookOfAPeriodAddsCounts(t *testing.T) {
	book := novemberBook()
	for _, p := range novemberPoints() {
		p.Month, p.Points = "2026-10", 30
		book.Points = append(book.Points, p)
	}
	if got := PeriodFacts(YearOf(2026), book, nil)["period.handbook_percent"].Text; got != "42/44 lượt đảng viên đạt ngưỡng, 95,5%" {
		t.Errorf("%q", got)
	}
	book.Points = book.Points[1:]
	if got := PeriodFacts(YearOf(2026), book, nil)["period.handbook_percent"]; got.Known {
		t.Errorf("a member without a value: %q", got.Text)
	}
}

func TestMemberFacts(t *testing.T) {
	book := novemberBook()
	book.Meetings[1].State = MeetingLocked
	for _, p := range novemberPoints() {
		p.Month = "2026-10"
		book.Points = append(book.Points, p)
	}
	for _, c := range []struct{ name, source, want string }{
		{"Bùi Quang Huy", "member.attendance_percent", "1/2 kỳ phải dự đã dự, 50%"},
		{"Trần Thị Bích Hạnh", "member.attendance_percent", "2/2 kỳ phải dự đã dự, 100%"},
		{"Dương Văn Mạnh", "member.attendance_percent", "0/0 kỳ phải dự đã dự, không tính"},
		{"Cao Văn Lực", "member.handbook_months_percent", "0/2 tháng đạt ngưỡng, 0%"},
		{"Tô Quốc Bảo", "member.handbook_months_percent", "2/2 tháng đạt ngưỡng, 100%"},
		{"Bùi Quang Huy", "member.tasks_done_percent", "0/1 việc đến hạn đã xong, 0%"},
		{"Đoàn Văn Quyết", "member.tasks_done_percent", "1/1 việc đến hạn đã xong, 100%"},
		{"Đoàn Văn Quyết", "member.tasks_on_time_percent", "0/1 việc đến hạn xong đúng hạn, 0%"},
		{"Tô Quốc Bảo", "member.tasks_done_percent", "0/0 việc đến hạn đã xong, không tính"},
	} {
		if got := MemberFacts(memberID(c.name), YearOf(2026), book)[c.source].Text; got != c.want {
			t.Errorf("%s %s: %q, want %q", c.name, c.source, got, c.want)
		}
	}
	if got := MemberFacts("nobody", YearOf(2026), book)["member.attendance_percent"]; got.Known {
		t.Error("an unknown member attended")
	}
}

func TestMonthlyChecks(t *testing.T) {
	f := shippedFrameworks(t)["FOUR-GOODS"]
	yes, no := true, false
	answer := func(month Month, done *bool) MarkedSheet {
		return MarkedSheet{Framework: "FOUR-GOODS", Version: 1, Subject: string(month), Marks: []Mark{{ID: "f1d", Done: done}}}
	}
	sheets := []MarkedSheet{answer("2026-10", &yes), answer("2026-11", &no)}
	if err := f.CheckMark(sheets[0].Marks[0]); err != nil {
		t.Fatal(err)
	}
	book := novemberBook()
	key := CheckFact("check.months_met_percent", "f1d")
	if got := f.CheckFacts(YearOf(2026), book, sheets)[key].Text; got != "1/2 tháng đạt, 50%" {
		t.Errorf("so far: %q", got)
	}
	if got := f.CheckFacts(YearOf(2026), book, sheets[:1])[key].Text; got != "1/1 tháng đạt, 100%" {
		t.Errorf("a month without an answer waits: %q", got)
	}
	if got := f.CheckFacts(YearOf(2026), book, nil)[key]; got.Known {
		t.Errorf("no answer yet: %q", got.Text)
	}
	book.Today = "2027-01-10"
	facts := f.CheckFacts(YearOf(2026), book, sheets)
	if got := facts[key].Text; got != "1/3 tháng đạt, 33,3%" {
		t.Errorf("the year is over: %q", got)
	}
	r := mustScore(t, f, ScoreInput{Facts: facts})
	first, _ := r.Line("f1d")
	other, _ := r.Line("f2c")
	if first.Explanation != "1/3 tháng đạt, 33,3%" || other.Explanation != "0/3 tháng đạt, 0%" {
		t.Errorf("each criterion has its own check: %q, %q", first.Explanation, other.Explanation)
	}
	r = mustScore(t, f, ScoreInput{Facts: facts, Marks: []Mark{{ID: "f1d", Number: "12/12", Reason: "sổ giấy"}}})
	other, _ = r.Line("f2c")
	if first, _ = r.Line("f1d"); first.PointsText != "5" || other.PointsText != "0" {
		t.Errorf("a value typed for one check holds for it alone: %s, %s", first.PointsText, other.PointsText)
	}
}

func TestFactsOfAnEmptyBook(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		facts := MeetingFacts(Meeting{}, FactBook{}).Merge(MonthFacts("2026-11", FactBook{}, nil), PeriodFacts(YearOf(2026), FactBook{}, nil),
			MemberFacts("", YearOf(2026), FactBook{}), f.CheckFacts(YearOf(2026), FactBook{}, nil))
		for _, v := range f.Variants {
			if _, err := f.Score(ScoreInput{Variant: v.ID, Facts: facts}); err != nil {
				t.Errorf("%s: %v", code, err)
			}
		}
		for id, fact := range facts {
			if fact.Text == "" {
				t.Errorf("%s says nothing", id)
			}
		}
	}
}
