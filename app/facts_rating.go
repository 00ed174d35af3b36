package app

import (
	"fmt"
	"slices"
)

// RatedPeriod is the members' rating of one period as sheets are computed from it.
type RatedPeriod struct {
	Round     RatingRound
	Levels    []RatingLevel // of the framework that members are rated by, best first
	MinMonths int           // the framework's SettingMinMonths
	Ratings   []Rating
}

// sourcesOfRating are the values that a sheet has from the members' rating.
var sourcesOfRating = []string{"ratings.best_percent", "ratings.two_best_percent", "ratings.lowest_count"}

// monthRatingFacts are those of a month: of the last period that was over in that month.
func monthRatingFacts(month Month, book FactBook) Facts {
	var last *RatedPeriod
	for i, r := range book.Ratings {
		to := r.Round.Period.Span().To
		if to < month && to >= month.Add(-12) && (last == nil || to > last.Round.Period.Span().To || to == last.Round.Period.Span().To && r.Round.Period.Scope() == ScopeYear) {
			last = &book.Ratings[i]
		}
	}
	if last == nil {
		return missingRating("Chưa có quý, năm nào trước tháng " + month.String() + " được xếp loại")
	}
	return ratingFacts(*last, book)
}

// periodRatingFacts are those of a quarter or a year: of its own rating.
func periodRatingFacts(period Period, book FactBook) Facts {
	for _, r := range book.Ratings {
		if r.Round.Period.Span() == period {
			return ratingFacts(r, book)
		}
	}
	return missingRating("Chưa xếp loại đảng viên " + period.words())
}

func missingRating(why string) Facts {
	facts := Facts{}
	for _, source := range sourcesOfRating {
		facts[source] = MissingFact(why)
	}
	return facts
}

// ratingFacts counts the levels that the superior decided, or else the vote found. Until every rated member has one they wait.
func ratingFacts(r RatedPeriod, book FactBook) Facts {
	counts, all, open := make([]int, len(r.Levels)), 0, 0
	decided := true
	for _, m := range book.Members {
		rating := r.of(m.ID)
		if rating.LeftOut != "" || rating.RatedAnyway == "" && NotRatedReason(m, r.Round.Period.Span(), r.MinMonths, book.Today) != "" {
			continue
		}
		all++
		figure := rating.Superior
		if figure.IsOpen() {
			figure, decided = rating.Figure(StepVote, r.Round), false
		}
		if i := slices.IndexFunc(r.Levels, func(l RatingLevel) bool { return l.ID == figure.Level }); i >= 0 {
			counts[i]++
		} else {
			open++
		}
	}
	period := r.Round.Period.String()
	if open > 0 {
		facts := Facts{}
		for _, source := range sourcesOfRating {
			facts[source] = PendingFact(fmt.Sprintf("Còn %d/%d đồng chí chưa có mức xếp loại %s", open, all, period))
		}
		return facts
	}
	by := ", cấp trên quyết định"
	if !decided {
		by = ", theo kết quả bỏ phiếu"
	}
	of := "đảng viên được xếp loại " + period
	name := func(i int) string { return "“" + r.Levels[i].Name + "”" }
	two, worst := min(1, len(r.Levels)-1), len(r.Levels)-1
	return Facts{
		"ratings.best_percent":     shareFact(counts[0], all, of+" mức "+name(0)+by),
		"ratings.two_best_percent": shareFact(counts[0]+counts[two], all, of+" từ mức "+name(two)+by),
		"ratings.lowest_count":     NumberFact(int64(counts[worst]), fmt.Sprintf("%d %s mức %s%s", counts[worst], of, name(worst), by)),
	}
}

// of returns a member's rating; an empty one if none began.
func (r RatedPeriod) of(memberID string) Rating {
	if i := slices.IndexFunc(r.Ratings, func(one Rating) bool { return one.Subject == memberID }); i >= 0 {
		return r.Ratings[i]
	}
	return Rating{Period: r.Round.Period, Subject: memberID}
}
