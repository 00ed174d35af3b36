package app

import (
	"strings"
	"testing"
)

// ratedBook is a book of three members who were rated for the third quarter of 2026.
func ratedBook(ratings ...Rating) FactBook {
	book := novemberBook()
	book.Members = book.Members[:3]
	for i := range ratings {
		ratings[i].Period, ratings[i].Subject = "2026-Q3", book.Members[i].ID
	}
	book.Ratings = []RatedPeriod{{
		Round:   RatingRound{Period: "2026-Q3", VotePercent: 50, VoteBase: VoteOfEligible, Ballot: Ballot{Eligible: 3, Present: 3, Issued: 3, Returned: 3}},
		Levels:  []RatingLevel{{"excellent", "Hoàn thành xuất sắc nhiệm vụ"}, {"good", "Hoàn thành tốt nhiệm vụ"}, {"completed", "Hoàn thành nhiệm vụ"}, {"not_completed", "Không hoàn thành nhiệm vụ"}},
		Ratings: ratings}}
	return book
}

func TestRatingsFeedTheSheets(t *testing.T) {
	decided := func(level string) Rating { return Rating{Superior: RatingFigure{Level: level}} }
	voted := func(level string) Rating { return Rating{Votes: map[string]int{level: 3}} }
	for name, c := range map[string]struct {
		ratings           []Rating
		best, two, lowest string // "" is missing
		words             string
	}{
		"the superior decided":       {[]Rating{decided("excellent"), decided("good"), decided("not_completed")}, "100/3", "200/3", "1", "2/3 đảng viên được xếp loại quý III/2026 từ mức “Hoàn thành tốt nhiệm vụ”, cấp trên quyết định, 66,7%"},
		"his word is above the vote": {[]Rating{{Votes: map[string]int{"good": 3}, Superior: RatingFigure{Level: "completed"}}, voted("good"), voted("good")}, "0", "200/3", "0", "theo kết quả bỏ phiếu"},
		"one has no level yet":       {[]Rating{voted("good"), voted("good"), {Self: RatingFigure{Level: "good"}}}, "", "", "", "Còn 1/3 đồng chí chưa có mức xếp loại quý III/2026"},
		"one is left out":            {[]Rating{voted("good"), voted("excellent"), {LeftOut: "Đi học dài hạn"}}, "50", "100", "0", "2/2"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, facts := range []Facts{MonthFacts("2026-11", ratedBook(c.ratings...), nil), PeriodFacts(QuarterOf(2026, 3), ratedBook(c.ratings...), nil)} {
				for source, want := range map[string]string{"ratings.best_percent": c.best, "ratings.two_best_percent": c.two, "ratings.lowest_count": c.lowest} {
					fact := facts[source]
					if fact.Known != (want != "") || fact.Known && fact.Value.String() != want {
						t.Errorf("%s is %s (%q), want %s", source, fact.Value, fact.Text, want)
					}
				}
				if text := facts["ratings.two_best_percent"].Text; !strings.Contains(text, c.words) {
					t.Errorf("words %q", text)
				}
			}
		})
	}
	if fact := MonthFacts("2026-09", ratedBook(decided("good")), nil)["ratings.best_percent"]; fact.Known || !strings.Contains(fact.Text, "09/2026") {
		t.Errorf("the quarter of the month itself is not over: %+v", fact)
	}
	if fact := PeriodFacts(YearOf(2026), ratedBook(decided("good")), nil)["ratings.best_percent"]; fact.Known {
		t.Errorf("the year was not rated: %+v", fact)
	}
}
