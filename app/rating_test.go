package app

import "testing"

func TestPeriodsOfRatings(t *testing.T) {
	for text, want := range map[SheetPeriod]Code{"2026": "", "2026-Q1": "", "2026-Q5": CodeBadPeriod, "26": CodeBadPeriod, "": CodeBadPeriod, "2026-11": CodeBadPeriod} {
		if code := CodeOf(CheckRatingPeriod(text)); code != want {
			t.Errorf("%q: %q, want %q", text, code, want)
		}
	}
}

func TestWhoIsNotRatedAndWhy(t *testing.T) {
	year, today := YearOf(2026), Date("2026-12-20")
	for name, test := range map[string]struct {
		member Member
		period Period
		want   string
	}{
		"a member as most are":      {Member{AdmittedOn: "2010-01-05"}, year, ""},
		"exempt all year":           {Member{Events: []StandingEvent{{On: "2024-01-01", Standing: Exempt}}}, year, "Được miễn công tác, sinh hoạt đảng cả kỳ"},
		"exempt since October":      {Member{Events: []StandingEvent{{On: "2026-10-01", Standing: TempExempt}}}, year, ""},
		"exempt all fourth quarter": {Member{Events: []StandingEvent{{On: "2026-10-01", Standing: TempExempt}}}, QuarterOf(2026, 4), "Được miễn công tác, sinh hoạt đảng cả kỳ"},
		"suspended":                 {Member{Events: []StandingEvent{{On: "2026-11-01", Standing: Suspended}}}, year, "Bị đình chỉ sinh hoạt"},
		"left":                      {Member{Events: []StandingEvent{{On: "2026-11-01", Standing: Transferred}}}, year, "Không còn trong danh sách chi bộ"},
		"here for a time":           {Member{Events: []StandingEvent{{On: "2026-02-01", Standing: TempHere}}}, year, "Sinh hoạt tạm thời, xếp loại ở chi bộ chính thức"},
		"away for a time":           {Member{Events: []StandingEvent{{On: "2026-02-01", Standing: TempAway}}}, year, ""},
		"admitted in July":          {Member{AdmittedOn: "2026-07-01"}, year, "Kết nạp ngày 01/07/2026, chưa đủ 6 tháng"},
		"admitted at June's end":    {Member{AdmittedOn: "2026-06-30"}, year, ""},
		"arrives later":             {Member{ArrivedOn: "2027-01-01"}, year, "Chưa thuộc chi bộ trong kỳ"},
	} {
		if got := NotRatedReason(test.member, test.period, 6, today); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	if got := NotRatedReason(Member{AdmittedOn: "2026-12-01"}, year, 0, today); got != "" {
		t.Errorf("without a setting of months: %q", got)
	}
}

func TestTheVoteNeedsMoreThanTheShare(t *testing.T) {
	round := RatingRound{VotePercent: 50, VoteBase: VoteOfEligible, Ballot: Ballot{Eligible: 22, Present: 21, Issued: 21, Returned: 20, Invalid: 1}}
	for _, test := range []struct {
		base  string
		votes map[string]int
		want  string
	}{
		{VoteOfEligible, map[string]int{"excellent": 11, "good": 8}, ""}, // exactly half is not more
		{VoteOfEligible, map[string]int{"excellent": 12, "good": 7}, "excellent"},
		{VoteOfPresent, map[string]int{"excellent": 11, "good": 8}, "excellent"},
		{VoteOfValid, map[string]int{"excellent": 9, "good": 10}, "good"},
		{VoteOfEligible, nil, ""},
	} {
		round.VoteBase = test.base
		if got := round.Voted(test.votes); got != test.want {
			t.Errorf("%s %v: %q, want %q", test.base, test.votes, got, test.want)
		}
	}
	round.VotePercent, round.VoteBase = 100, VoteOfValid
	if round.Needed() != 19 {
		t.Errorf("all valid ballots are %d", round.Needed())
	}
	if (RatingRound{VotePercent: 50, VoteBase: VoteOfValid}).Voted(map[string]int{"good": 1}) != "" {
		t.Error("a level was voted before the ballots were counted")
	}
}

func TestFiguresOfABallotMustFit(t *testing.T) {
	for name, test := range map[string]struct {
		ballot Ballot
		code   Code
	}{
		"fitting":              {Ballot{Eligible: 5, Present: 5, Issued: 5, Returned: 4, Invalid: 4}, ""},
		"empty":                {Ballot{}, ""},
		"more present":         {Ballot{Eligible: 5, Present: 6}, CodeBallotSum},
		"more issued":          {Ballot{Eligible: 5, Present: 5, Issued: 6}, CodeBallotSum},
		"more returned":        {Ballot{Eligible: 5, Present: 5, Issued: 4, Returned: 5}, CodeBallotSum},
		"more invalid":         {Ballot{Eligible: 5, Present: 5, Issued: 4, Returned: 3, Invalid: 4}, CodeBallotSum},
		"below zero":           {Ballot{Eligible: -1}, CodeOutOfRange},
		"a slip":               {Ballot{Eligible: MaxBallots + 1}, CodeOutOfRange},
		"a day that is no day": {Ballot{HeldOn: "2026-13-01"}, CodeBadDate},
	} {
		if code := CodeOf(test.ballot.Validate()); code != test.code {
			t.Errorf("%s: %q, want %q", name, code, test.code)
		}
	}
	round := RatingRound{Ballot: Ballot{Eligible: 3, Present: 3, Issued: 3, Returned: 3, Invalid: 1}}
	if err := round.CheckVotes(map[string]int{"good": 2, "completed": 1}, "A"); CodeOf(err) != CodeBallotSum {
		t.Errorf("three votes of two valid ballots: %v", err)
	}
	if err := round.CheckVotes(map[string]int{"good": 3, "completed": -1}, "A"); CodeOf(err) != CodeOutOfRange {
		t.Errorf("votes below zero: %v", err)
	}
}

func TestTheCapCountsFromItsBaseAndRoundsDown(t *testing.T) {
	f := shippedFramework(t, "member-rating-366.json")
	var rated []RatedLevel
	for level, count := range map[string]int{"excellent": 4, "good": 14, "completed": 3} {
		for range count {
			rated = append(rated, RatedLevel{Form: "non_political", Level: level})
		}
	}
	rated = append(rated, RatedLevel{Form: "leader", Level: "excellent"}, RatedLevel{Form: "leader", Level: ""})
	for _, test := range []struct {
		cap  RatingCap
		want []CapCount
	}{
		{f.DefaultCap(), []CapCount{{Count: 5, Base: 14, Most: 2}}},
		{RatingCap{Level: "excellent", Percent: 20, Base: "good_or_better"}, []CapCount{{Count: 5, Base: 19, Most: 3}}},
		{RatingCap{Level: "excellent", Percent: 25, Base: "all_rated"}, []CapCount{{Count: 5, Base: 22, Most: 5}}},
		{RatingCap{Level: "excellent", Percent: 20, Base: "all_rated", ByForm: true}, []CapCount{{"non_political", 4, 21, 4}, {"leader", 1, 1, 0}}},
		{RatingCap{}, nil},
	} {
		got := f.CountCap(test.cap, rated)
		if len(got) != len(test.want) {
			t.Fatalf("%+v: %+v", test.cap, got)
		}
		for i := range got {
			if got[i] != test.want[i] || got[i].IsOver() != (test.want[i].Count > test.want[i].Most) {
				t.Errorf("%+v: %+v, want %+v", test.cap, got[i], test.want[i])
			}
		}
	}
	if c := f.DefaultCap(); c != (RatingCap{Level: "excellent", Percent: 20, Base: "good"}) {
		t.Errorf("the framework's own cap is %+v", c)
	}
}

func TestWhichFiguresAreTaken(t *testing.T) {
	f := shippedFramework(t, "member-rating-366.json")
	for _, test := range []struct {
		figure RatingFigure
		code   Code
	}{
		{RatingFigure{}, ""}, {RatingFigure{Level: "good", Points: "89,5", On: "2026-12-01"}, ""}, {RatingFigure{Points: "100"}, ""},
		{RatingFigure{Level: "best"}, CodeInvalid}, {RatingFigure{Points: "viel"}, CodeInvalid}, {RatingFigure{Points: "100.01"}, CodeOutOfRange},
		{RatingFigure{Points: "-1"}, CodeOutOfRange}, {RatingFigure{On: "2026-02-30"}, CodeBadDate},
	} {
		if code := CodeOf(f.CheckFigure(test.figure)); code != test.code {
			t.Errorf("%+v: %q, want %q", test.figure, code, test.code)
		}
	}
}

func shippedFramework(t *testing.T, name string) *Framework {
	t.Helper()
	f, err := ParseFramework(readFile(t, "../assets/frameworks/"+name))
	if err != nil {
		t.Fatal(err)
	}
	return f
}
