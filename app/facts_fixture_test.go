package app

import "fmt"

// The cell of the tests: 24 members, two of them exempt, the meeting of 20/11/2026.
var cellNames = []string{
	"Tô Quốc Bảo", "Mai Văn Chiến", "Lương Thị Duyên", "Nguyễn Thị Én", "Trần Thị Bích Hạnh", "Trịnh Thị Hòa", "Bùi Quang Huy",
	"Nguyễn Văn Khải", "Lê Thị Mai Loan", "Ngô Thị Lụa", "Cao Văn Lực", "Dương Văn Mạnh", "Chu Đình Nam", "Đinh Thị Ngát", "Đỗ Thị Nhàn",
	"Hoàng Thị Oanh", "Hà Minh Phúc", "Đoàn Văn Quyết", "Phạm Đức Thắng", "Vũ Thị Thơm", "Phùng Thị Thu Trang", "Phan Thanh Tùng",
	"Đặng Thị Uyên", "Tạ Hữu Vinh",
}

func memberID(name string) string {
	for i, n := range cellNames {
		if n == name {
			return fmt.Sprintf("m%02d", i+1)
		}
	}
	panic("no member " + name)
}

func cellMembers() []Member {
	var members []Member
	for _, name := range cellNames {
		m := Member{ID: memberID(name), FullName: name, Kind: Official, AdmittedOn: "2010-05-19", OfficialOn: "2011-05-19"}
		switch name {
		case "Lương Thị Duyên":
			m.Events = []StandingEvent{{On: "2026-10-01", Standing: TempExempt, Reason: "nghỉ thai sản"}}
		case "Dương Văn Mạnh":
			m.Events = []StandingEvent{{On: "2024-01-01", Standing: Exempt}}
		case "Chu Đình Nam", "Phùng Thị Thu Trang":
			m.Kind, m.AdmittedOn, m.OfficialOn = Probationary, "2025-12-19", ""
		}
		members = append(members, m)
	}
	return members
}

// rollCall has everybody present but those named.
func rollCall(excused, unexcused []string) []Attendance {
	var lines []Attendance
	for _, m := range cellMembers() {
		line := Attendance{MemberID: m.ID, Presence: Present}
		for _, name := range excused {
			if m.ID == memberID(name) {
				line.Presence, line.Reason = AbsentExcused, "đi công tác"
			}
		}
		for _, name := range unexcused {
			if m.ID == memberID(name) {
				line.Presence = AbsentUnexcused
			}
		}
		if m.ID != memberID("Lương Thị Duyên") && m.ID != memberID("Dương Văn Mạnh") {
			lines = append(lines, line)
		}
	}
	return lines
}

func novemberMeeting() Meeting {
	var statements []Statement
	for _, name := range []string{"Phạm Đức Thắng", "Vũ Thị Thơm", "Nguyễn Thị Én", "Hà Minh Phúc", "Cao Văn Lực", "Đặng Thị Uyên", "Trịnh Thị Hòa", "Đoàn Văn Quyết", "Vũ Thị Thơm"} {
		statements = append(statements, Statement{MemberID: memberID(name), Text: "Ý kiến"})
	}
	statements = append(statements, Statement{GuestName: "Vũ Hồng Quân", Text: "Đề nghị làm dứt điểm"})
	return Meeting{
		ID: "nov", Kind: RegularMeeting, Month: "2026-11", HeldOn: "2026-11-20", Start: "16:30", End: "18:20", State: MeetingDraft,
		ChairID: memberID("Trần Thị Bích Hạnh"), RecorderID: memberID("Lê Thị Mai Loan"),
		Preparation: Preparation{CommitteeMetOn: "2026-11-17", CommitteeMinutes: true, NoticeOn: "2026-11-16", PapersOn: "2026-11-18"},
		Attendance:  rollCall([]string{"Bùi Quang Huy"}, nil),
		Agenda: []AgendaItem{
			{ID: "a1", Kind: AgendaNews, Title: "Thời sự", Minutes: 20, PresenterID: memberID("Đặng Thị Uyên")},
			{ID: "a2", Kind: AgendaReview, Title: "Kết quả tháng 10", Minutes: 25, PresenterID: memberID("Nguyễn Văn Khải")},
			{ID: "a3", Kind: AgendaDiscussion, Title: "Thảo luận", Statements: statements},
		},
	}
}

func octoberMeeting() Meeting {
	return Meeting{ID: "oct", Kind: RegularMeeting, Month: "2026-10", HeldOn: "2026-10-20", Start: "16:30", End: "18:00", State: MeetingLocked, Attendance: rollCall(nil, nil)}
}

// octoberTasks are the six tasks that the resolution of October gave, and two given in November.
func octoberTasks() []Task {
	task := func(n int, name string, due, done Date) Task {
		t := Task{ID: fmt.Sprintf("t%d", n), MeetingID: "oct", No: n, Title: "Việc", AssigneeID: memberID(name), AssignedOn: "2026-10-20", DueOn: due, State: TaskOpen}
		if done != "" {
			t.State, t.DoneOn = TaskDone, done
		}
		return t
	}
	next := task(7, "Nguyễn Văn Khải", "2026-12-26", "")
	next.MeetingID, next.AssignedOn = "nov", "2026-11-20"
	carried := task(8, "Bùi Quang Huy", "2026-12-15", "")
	carried.MeetingID, carried.AssignedOn, carried.CarriedFrom = "nov", "2026-11-20", "t4"
	return []Task{
		task(1, "Nguyễn Văn Khải", "2026-10-31", "2026-10-30"), task(2, "Vũ Thị Thơm", "2026-11-15", "2026-11-15"),
		task(3, "Lê Thị Mai Loan", "2026-11-05", "2026-11-05"), task(4, "Bùi Quang Huy", "2026-11-15", ""),
		task(5, "Phạm Đức Thắng", "2026-11-20", "2026-11-19"), task(6, "Đoàn Văn Quyết", "2026-11-10", "2026-11-12"), next, carried,
	}
}

func novemberBook() FactBook {
	return FactBook{
		Settings: Settings{StartMonth: "2026-10", Rules: []DatedRule{{Key: RulePointsThreshold, Value: 30}}},
		Members:  cellMembers(), Meetings: []Meeting{octoberMeeting(), novemberMeeting()}, Tasks: octoberTasks(), Points: novemberPoints(), Today: "2026-11-24",
	}
}

// novemberPoints has 20 of 22 members at 30 points.
func novemberPoints() []PointEntry {
	var points []PointEntry
	for _, m := range cellMembers() {
		entry := PointEntry{MemberID: m.ID, Month: "2026-11", Points: 35}
		switch m.FullName {
		case "Cao Văn Lực":
			entry.Points = 24
		case "Chu Đình Nam":
			entry.Points = 27
		case "Lương Thị Duyên", "Dương Văn Mạnh":
			continue
		}
		points = append(points, entry)
	}
	return points
}
