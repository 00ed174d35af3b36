package desk_test

import (
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// rated is a cell of five, one of them exempt and one admitted in autumn, whose framework of ratings is that of 366-QĐ/TW.
func rated(t *testing.T) (*office, app.SheetPeriod) {
	t.Helper()
	o := newOffice(t)
	for _, m := range []app.Member{
		{FullName: "Lương Thị Duyên", Kind: app.Official, Events: []app.StandingEvent{{Standing: app.Exempt, Reason: "Tuổi cao"}}},
		{FullName: "Phùng Thị Thu Trang", Kind: app.Probationary, AdmittedOn: "2026-09-01"},
	} {
		saved, err := o.cell.SaveMember(o.ctx, m)
		check(t, err)
		o.members = append(o.members, saved.ID)
	}
	return o, "2026"
}

func TestARatingGoesItsFourSteps(t *testing.T) {
	t.Parallel()
	o, period := rated(t)
	view, err := o.cell.Ratings(o.ctx, period)
	check(t, err)
	if view.Step != app.StepSelf || view.Rated != 3 || view.Open[app.StepSelf] != 4 || !view.Rows[0].IsCell || len(view.Rows) != 6 {
		t.Fatalf("at the beginning: step %q, %d rated, open %v, %d rows", view.Step, view.Rated, view.Open, len(view.Rows))
	}
	subjects := append([]string{app.CellSubject}, o.members[:3]...)
	for _, step := range []app.RatingStep{app.StepSelf, app.StepCommittee} {
		var entries []desk.RatingEntry
		for _, subject := range subjects {
			entries = append(entries, desk.RatingEntry{Subject: subject, Figure: app.RatingFigure{Level: "excellent", Points: "93.5"}})
		}
		check(t, o.cell.SetRatings(o.ctx, period, step, entries))
	}
	view, err = o.cell.Ratings(o.ctx, period)
	check(t, err)
	round := view.Round
	round.Ballot = app.Ballot{HeldOn: "2026-12-05", Eligible: 3, Present: 3, Issued: 3, Returned: 3, Counters: []string{" Trần  Văn Đức "}}
	check(t, o.cell.SetRatingRound(o.ctx, round))
	check(t, o.cell.SetRatings(o.ctx, period, app.StepVote, []desk.RatingEntry{
		{Subject: app.CellSubject, Votes: map[string]int{"good": 3}}, {Subject: o.members[0], Votes: map[string]int{"excellent": 3}},
		{Subject: o.members[1], Votes: map[string]int{"excellent": 1, "good": 2}}, {Subject: o.members[2], Votes: map[string]int{"excellent": 1, "good": 1, "completed": 1}}}))
	view, err = o.cell.Ratings(o.ctx, period)
	check(t, err)
	if undecided, _ := view.Row(o.members[2]); undecided.Voted != "" || view.Step != app.StepVote || view.Open[app.StepVote] != 1 {
		t.Errorf("no level has more than half, yet %q, step %q, open %v", undecided.Voted, view.Step, view.Open)
	}
	if len(view.Caps) != 1 || view.Caps[0].Count != 2 || view.Caps[0].Base != 1 || !view.Caps[0].IsOver() {
		t.Errorf("cap: %+v", view.Caps)
	}
	check(t, o.cell.SetRatings(o.ctx, period, app.StepVote, []desk.RatingEntry{{Subject: o.members[2], Votes: map[string]int{"good": 2, "completed": 1}}}))
	check(t, o.cell.SetRatings(o.ctx, period, app.StepSuperior, []desk.RatingEntry{{Subject: subjects[0], Figure: app.RatingFigure{Level: "good"}, Paper: " 12-QĐ/ĐU "}}))
	view, err = o.cell.Ratings(o.ctx, period)
	check(t, err)
	cell := view.Rows[0]
	if view.Step != app.StepSuperior || view.Open[app.StepSuperior] != 3 || cell.SuperiorPaper != "12-QĐ/ĐU" || cell.Self.Points != "93.5" || cell.Voted != "good" || view.Round.Ballot.Counters[0] != "Trần Văn Đức" {
		t.Errorf("at the end: step %q, open %v, cell %+v, round %+v", view.Step, view.Open, cell.Rating, view.Round)
	}
}

func TestWhoIsLeftOutOfARating(t *testing.T) {
	t.Parallel()
	o, period := rated(t)
	exempt, newcomer := o.members[3], o.members[4]
	entry := []desk.RatingEntry{{Subject: exempt, Figure: app.RatingFigure{Level: "good"}}}
	wantCode(t, o.cell.SetRatings(o.ctx, period, app.StepSelf, entry), desk.CodeNotRated)
	check(t, o.cell.SetRatingDetails(o.ctx, period, exempt, desk.RatingDetails{RatedAnyway: "Vẫn làm việc cả năm"}))
	check(t, o.cell.SetRatings(o.ctx, period, app.StepSelf, entry))
	check(t, o.cell.SetRatingDetails(o.ctx, period, o.members[0], desk.RatingDetails{LeftOut: "Đang bị điều tra", Variant: "leader"}))
	view, err := o.cell.Ratings(o.ctx, period)
	check(t, err)
	for subject, want := range map[string]string{exempt: "", newcomer: "Kết nạp ngày 01/09/2026, chưa đủ 6 tháng", o.members[0]: "Đang bị điều tra"} {
		if row, _ := view.Row(subject); row.NotRated != want {
			t.Errorf("%s: %q, want %q", row.Name, row.NotRated, want)
		}
	}
	if row, _ := view.Row(o.members[0]); row.Variant != "leader" || row.ByRule {
		t.Errorf("left out by a person: %+v", row)
	}
	wantCode(t, o.cell.SetRatingDetails(o.ctx, period, newcomer, desk.RatingDetails{RatedAnyway: "A", LeftOut: "B"}), app.CodeInvalid)
	wantCode(t, o.cell.SetRatingDetails(o.ctx, period, newcomer, desk.RatingDetails{Variant: "2D"}), app.CodeNotFound)
	wantCode(t, o.cell.SetRatingDetails(o.ctx, period, "unknown", desk.RatingDetails{}), app.CodeNotFound)
}

func TestWhichRatingsAreRefused(t *testing.T) {
	t.Parallel()
	o, period := rated(t)
	one := func(figure app.RatingFigure) []desk.RatingEntry {
		return []desk.RatingEntry{{Subject: o.members[0], Figure: figure}}
	}
	good := app.RatingFigure{Level: "good"}
	wantCode(t, o.cell.SetRatings(o.ctx, "2026-Q5", app.StepSelf, one(good)), app.CodeBadPeriod)
	wantCode(t, o.cell.SetRatings(o.ctx, period, "praise", one(good)), app.CodeInvalid)
	wantCode(t, o.cell.SetRatings(o.ctx, period, app.StepSelf, one(app.RatingFigure{Level: "best"})), app.CodeInvalid)
	wantCode(t, o.cell.SetRatings(o.ctx, period, app.StepSelf, []desk.RatingEntry{{Subject: "unknown"}}), app.CodeNotFound)
	wantCode(t, o.cell.SetRatings(o.ctx, period, app.StepVote, []desk.RatingEntry{{Subject: o.members[0], Votes: map[string]int{"good": 1}}}), app.CodeBallotSum)
	wantCode(t, o.committee.SetRatings(o.ctx, period, app.StepSelf, one(good)), app.CodeNotCell)
	// One bad entry leaves all as they were.
	wantCode(t, o.cell.SetRatings(o.ctx, period, app.StepSelf, append(one(good), desk.RatingEntry{Subject: o.members[1], Figure: app.RatingFigure{Points: "101"}})), app.CodeOutOfRange)
	view, err := o.cell.Ratings(o.ctx, period)
	check(t, err)
	if row, _ := view.Row(o.members[0]); !row.Self.IsOpen() {
		t.Error("half of a refused command was stored")
	}
}

func TestTheSheetOfARating(t *testing.T) {
	t.Parallel()
	o, period := rated(t)
	member := o.members[0]
	marks := []app.Mark{{ID: "r1a", Option: "r1a_o1"}, {ID: "r1b", Option: "r1b_o2"}}
	view, err := o.cell.SetRatingMarks(o.ctx, period, member, marks)
	check(t, err)
	if line, _ := view.Result.Line("r1b"); view.Marked.Subject != "2026/"+member || line.PointsText != "3" || view.Result.IsComplete() {
		t.Errorf("sheet %+v, line %+v", view.Marked, line)
	}
	_, err = o.cell.SetRatingMarks(o.ctx, period, member, []app.Mark{{ID: "r1a", Option: "r1a_o9"}})
	if err == nil {
		t.Error("an option that is not there was taken")
	}
	other, err := o.cell.RatingSheet(o.ctx, period, o.members[1])
	check(t, err)
	if len(other.Marked.Marks) != 0 {
		t.Errorf("marks of another member: %+v", other.Marked.Marks)
	}
	cell, err := o.cell.SetRatingMarks(o.ctx, period, app.CellSubject, []app.Mark{{ID: "c1a", Option: "c1a_o1"}})
	check(t, err)
	if cell.Framework.Code != "CELL-RATING-366" || cell.Marked.Subject != "2026" {
		t.Errorf("the cell's sheet is %s %s", cell.Framework.Code, cell.Marked.Subject)
	}
	_, err = o.cell.RatingSheet(o.ctx, period, "unknown")
	wantCode(t, err, app.CodeNotFound)
	periods, err := o.cell.RatedPeriods(o.ctx)
	check(t, err)
	if len(periods) != 1 || periods[0] != period {
		t.Errorf("rated periods: %v", periods)
	}
}
