package app

import (
	"fmt"
	"slices"
)

// Period is a run of months, both ends included.
type Period struct{ From, To Month }

// YearOf returns the period of a calendar year.
func YearOf(year int) Period {
	months := MonthsOf(year)
	return Period{From: months[0], To: months[11]}
}

// QuarterOf returns the period of a quarter, 1 to 4.
func QuarterOf(year, quarter int) Period {
	months := MonthsOf(year)
	return Period{From: months[quarter*3-3], To: months[quarter*3-1]}
}

// Holds reports whether a day, known to the month at least, lies in the period.
func (p Period) Holds(day Date) bool {
	month := day.Month()
	return month != "" && p.From <= month && month <= p.To
}

// months returns the months of the period that the book keeps, up to today's.
func (p Period) months(book FactBook) []Month {
	var list []Month
	for month := p.From; month <= p.To && month <= book.Today.Month(); month = month.Next() {
		if month >= book.Settings.StartMonth {
			list = append(list, month)
		}
	}
	return list
}

func (p Period) isOver(today Date) bool { return today > p.To.Last() }

// PeriodFacts computes the values of a cell's yearly or quarterly sheet up to today. results are the sheets of the regular meetings by month.
// Numerators and denominators of the months are added, never a mean of percentages.
func PeriodFacts(period Period, book FactBook, results map[Month]*ScoreResult) Facts {
	tasks := tasksDue(period, book, "")
	return registerFacts(period, book).Merge(periodRatingFacts(period, book), Facts{
		"period.tasks_done_percent":     tasks.doneFact(),
		"period.tasks_on_time_percent":  tasks.onTimeFact(),
		"period.tasks_exceeded_percent": MissingFact(noExceededRegister),
		"period.meetings_good_percent":  meetingsGoodFact(period, book, results),
		"period.handbook_percent":       handbookPeriodFact(period, book),
		"period.thematic_percent":       thematicQuartersFact(period, book),
		"period.dues_paid_percent":      duesPeriodFact(period, book, "", "lượt đóng đảng phí đúng hạn"),
		"faults.fixed_percent":          MissingFact(noFaultsRegister),
	})
}

// MemberFacts computes the values of one member's yearly or quarterly sheet up to today. An unknown member has missing values.
func MemberFacts(memberID string, period Period, book FactBook) Facts {
	tasks := tasksDue(period, book, memberID)
	facts := Facts{
		"member.tasks_done_percent":     tasks.doneFact(),
		"member.tasks_on_time_percent":  tasks.onTimeFact(),
		"member.tasks_exceeded_percent": MissingFact(noExceededRegister),
		"member.dues_paid_percent":      duesPeriodFact(period, book, memberID, "tháng đóng đảng phí đúng hạn"),
		"faults.fixed_percent":          MissingFact(noFaultsRegister),
		"unit.tasks_done_percent":       MissingFact(noUnitRegister),
		"unit.tasks_on_time_percent":    MissingFact(noUnitRegister),
		"unit.tasks_exceeded_percent":   MissingFact(noUnitRegister),
	}
	i := slices.IndexFunc(book.Members, func(m Member) bool { return m.ID == memberID })
	if i < 0 {
		return facts
	}
	facts["member.attendance_percent"] = memberAttendanceFact(book.Members[i], period, book)
	facts["member.handbook_months_percent"] = memberHandbookFact(book.Members[i], period, book)
	return facts
}

// dueTasks counts tasks with their first due day in a period: a task carried over from one resolution to the next is one task.
type dueTasks struct{ all, done, onTime int }

func (t dueTasks) doneFact() Fact { return shareFact(t.done, t.all, "việc đến hạn đã xong") }
func (t dueTasks) onTimeFact() Fact {
	return shareFact(t.onTime, t.all, "việc đến hạn xong đúng hạn")
}

// tasksDue counts the tasks of a period, of one member or of all. An open one counts once its day has come.
func tasksDue(period Period, book FactBook, memberID string) dueTasks {
	continued := make(map[string]Task)
	for _, t := range book.Tasks {
		if t.CarriedFrom != "" {
			continued[t.CarriedFrom] = t
		}
	}
	var count dueTasks
	for _, first := range book.Tasks {
		if first.CarriedFrom != "" && hasTask(book.Tasks, first.CarriedFrom) || memberID != "" && first.AssigneeID != memberID {
			continue
		}
		last := lastOf(first, continued)
		month := first.DueOn.Month()
		isDone := last.State == TaskDone
		if month == "" || month < period.From || month > period.To || last.State == TaskCancelled || !isDone && !first.isDueBy(book.Today) {
			continue
		}
		count.all++
		if isDone {
			count.done++
			if last.DoneOn.IsFull() && !first.isDueBefore(last.DoneOn) {
				count.onTime++
			}
		}
	}
	return count
}

// isDueBefore reports whether the task's day lies before another day.
func (t Task) isDueBefore(day Date) bool { return t.isDueBy(day.AddDays(-1)) }

func hasTask(tasks []Task, id string) bool {
	return slices.ContainsFunc(tasks, func(t Task) bool { return t.ID == id })
}

// lastOf follows a task from resolution to resolution; the count guards against tasks that continue themselves.
func lastOf(task Task, continued map[string]Task) Task {
	for range len(continued) {
		next, found := continued[task.ID]
		if !found {
			break
		}
		task = next
	}
	return task
}

// meetingsGoodFact counts the months whose regular meeting reached the best level. A month over without a meeting is not good;
// one whose meeting is not scored makes the value missing.
func meetingsGoodFact(period Period, book FactBook, results map[Month]*ScoreResult) Fact {
	good, all := 0, 0
	for _, month := range period.months(book) {
		_, held := lockedRegular(month, book.Meetings)
		result := results[month]
		switch {
		case held > 0 && (result == nil || !result.IsComplete()):
			return PendingFact(fmt.Sprintf("Buổi sinh hoạt tháng %s chưa chấm điểm xong", month))
		case held > 0:
			all++
			if result.LevelRank == 0 {
				good++
			}
		case book.Today > month.Last():
			all++
		}
	}
	return shareFact(good, all, "tháng có buổi thường kỳ loại tốt nhất")
}

// handbookPeriodFact adds the months' counts of members at the threshold; months without a single value yet are the running one at most.
func handbookPeriodFact(period Period, book FactBook) Fact {
	at, all := 0, 0
	for _, month := range period.months(book) {
		threshold, known := book.threshold(month)
		if !known {
			return MissingFact("Chưa cài đặt ngưỡng điểm sổ tay")
		}
		totals := TotalPoints(book.Members, book.Points, month, book.pointRule(month, threshold), book.Today)
		if totals.Entered == 0 && book.Today <= month.Last() {
			continue
		}
		if open := totals.Counted - totals.Entered; open > 0 {
			return MissingFact(fmt.Sprintf("Còn %d đồng chí chưa nhập điểm tháng %s", open, month))
		}
		at, all = at+totals.AtThreshold, all+totals.Counted
	}
	return shareFact(at, all, "lượt đảng viên đạt ngưỡng")
}

// memberAttendanceFact counts the regular meetings with locked minutes at which the member had to be and was.
func memberAttendanceFact(member Member, period Period, book FactBook) Fact {
	present, required := 0, 0
	for _, m := range book.Meetings {
		month := m.HeldOn.Month()
		if m.Kind != RegularMeeting || !m.IsLocked() || month < period.From || month > period.To || !member.CountsOn(m.HeldOn) {
			continue
		}
		required++
		if line, found := m.PresenceOf(member.ID); found && line.Presence == Present {
			present++
		}
	}
	return shareFact(present, required, "kỳ phải dự đã dự")
}

// memberHandbookFact counts the months in which the member had to reach the threshold and did; a month without his value makes it missing,
// but for the running one.
func memberHandbookFact(member Member, period Period, book FactBook) Fact {
	reached, all := 0, 0
	for _, month := range period.months(book) {
		threshold, known := book.threshold(month)
		if !known {
			return MissingFact("Chưa cài đặt ngưỡng điểm sổ tay")
		}
		totals := TotalPoints([]Member{member}, pointsOf(book.Points, member.ID), month, book.pointRule(month, threshold), book.Today)
		if totals.Counted > totals.Entered {
			if book.Today <= month.Last() {
				continue
			}
			return MissingFact(fmt.Sprintf("Chưa nhập điểm tháng %s", month))
		}
		reached, all = reached+totals.AtThreshold, all+totals.Counted
	}
	return shareFact(reached, all, "tháng đạt ngưỡng")
}

func pointsOf(points []PointEntry, memberID string) []PointEntry {
	var own []PointEntry
	for _, p := range points {
		if p.MemberID == memberID {
			own = append(own, p)
		}
	}
	return own
}

// CheckFacts computes check.months_met_percent of each criterion with a monthly check, from the sheets of the months: a mark with Done for
// the criterion's id. A month without an answer is not met once the period is over; until then only answered months count.
func (f *Framework) CheckFacts(period Period, book FactBook, sheets []MarkedSheet) Facts {
	const source = "check.months_met_percent"
	facts := Facts{}
	f.eachCriterion(func(c Criterion, _ string) {
		if c.MonthlyCheck == nil {
			return
		}
		met, all, answered := 0, 0, 0
		for _, month := range period.months(book) {
			done, found := f.checkAnswer(sheets, month, c.ID)
			if found {
				answered++
			}
			if found || period.isOver(book.Today) {
				all++
			}
			if found && done {
				met++
			}
		}
		if answered == 0 && !period.isOver(book.Today) {
			facts[CheckFact(source, c.ID)] = MissingFact("Chưa tháng nào tự kiểm tra")
			return
		}
		facts[CheckFact(source, c.ID)] = shareFact(met, all, "tháng đạt")
	})
	return facts
}

func (f *Framework) checkAnswer(sheets []MarkedSheet, month Month, criterionID string) (done, found bool) {
	for _, sheet := range sheets {
		if sheet.Framework != f.Code || sheet.Subject != string(month) {
			continue
		}
		for _, m := range sheet.Marks {
			if m.ID == criterionID && m.Done != nil {
				return *m.Done, true
			}
		}
	}
	return false, false
}
