package app

import (
	"fmt"
	"testing"
	"time"
)

// fiveYears is a book of 24 members with a locked regular meeting, five tasks, points, an initiative and a decision in each of 60 months.
func fiveYears() FactBook {
	book := novemberBook()
	book.Settings.StartMonth = "2021-12"
	book.Meetings, book.Tasks, book.Points = nil, nil, nil
	for month := Month("2021-12"); month <= "2026-11"; month = month.Next() {
		meeting := novemberMeeting()
		meeting.ID, meeting.Month, meeting.HeldOn, meeting.State = "g"+string(month), month, month.First().AddDays(19), MeetingLocked
		book.Meetings = append(book.Meetings, meeting)
		for i := range 5 {
			task := Task{ID: fmt.Sprintf("t%s%d", month, i), MeetingID: meeting.ID, Title: "Việc", AssigneeID: book.Members[i].ID, AssignedOn: meeting.HeldOn,
				DueOn: meeting.HeldOn.AddDays(20), State: TaskDone, DoneOn: meeting.HeldOn.AddDays(15)}
			book.Tasks = append(book.Tasks, task)
		}
		for _, m := range book.Members {
			book.Points = append(book.Points, PointEntry{MemberID: m.ID, Month: month, Points: 35})
		}
		book.Initiatives = append(book.Initiatives, Initiative{ID: "i" + string(month), MemberID: "m01", Title: "Cải tiến", RecognisedOn: meeting.HeldOn, RecognisedBy: "Giám đốc"})
		book.Conduct = append(book.Conduct, ConductDecision{ID: "c" + string(month), Kind: Commendation, MemberID: "m01", Form: "Giấy khen", DecidedOn: meeting.HeldOn})
	}
	return book
}

// BenchmarkRecompute100CriteriaOver5Years computes all sources of a book of five years, of its month and of its year with the scores of the
// year's meetings, and scores a sheet of 100 criteria with them. The floor is copying the book once.
func BenchmarkRecompute100CriteriaOver5Years(b *testing.B) {
	book, meetings := fiveYears(), shippedFrameworks(b)["MEETING-42HD"]
	f, input := hundredCriteria(b)
	start, floors := time.Now(), 0
	for time.Since(start) < 20*time.Millisecond {
		book.Meetings = append([]Meeting(nil), book.Meetings...)
		book.Tasks = append([]Task(nil), book.Tasks...)
		book.Points = append([]PointEntry(nil), book.Points...)
		floors++
	}
	floor := time.Since(start) / time.Duration(floors)
	for b.Loop() {
		results := make(map[Month]*ScoreResult)
		for _, m := range book.Meetings[len(book.Meetings)-11:] {
			r, err := meetings.Score(ScoreInput{Variant: "regular", Facts: MeetingFacts(m, book)})
			if err != nil {
				b.Fatal(err)
			}
			results[m.Month] = r
		}
		facts := MonthFacts("2026-11", book, results["2026-11"]).Merge(PeriodFacts(YearOf(2026), book, results))
		input.Facts = input.Facts.Merge(facts)
		if r, err := f.Score(input); err != nil || r.All != 100 {
			b.Fatalf("%v", err)
		}
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(scoreAim.Nanoseconds()), "aim-ns/op")
	b.ReportMetric(float64(each)/float64(floor), "x-floor")
}
