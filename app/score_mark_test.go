package app

import (
	"errors"
	"testing"
)

func TestMarksThatDoNotFitAreRefused(t *testing.T) {
	f := parseExample(t)
	yes := true
	for what, c := range map[string]struct {
		mark Mark
		code Code
	}{
		"an unknown id":                     {Mark{ID: "c9"}, CodeNotFound},
		"an option at a toggle":             {Mark{ID: "c2a", Option: "c2b_o1"}, CodeMarkUnfit},
		"a tick at a choice":                {Mark{ID: "c2b", Done: &yes}, CodeMarkUnfit},
		"an option of another criterion":    {Mark{ID: "c2b", Option: "x"}, CodeMarkUnfit},
		"set aside where that is not meant": {Mark{ID: "c1", NotApplicable: true, Reason: "x"}, CodeMarkUnfit},
		"set aside without a reason":        {Mark{ID: "c2b", NotApplicable: true, Reason: " "}, CodeNeedsReason},
		"points without a reason":           {Mark{ID: "c1", Points: "5"}, CodeNeedsReason},
		"points above the maximum":          {Mark{ID: "c1", Points: "21", Reason: "x"}, CodeOutOfRange},
		"points below nothing":              {Mark{ID: "c1", Points: "-1", Reason: "x"}, CodeOutOfRange},
		"points at a choice":                {Mark{ID: "c2b", Points: "5", Reason: "x"}, CodeMarkUnfit},
		"the superior above the maximum":    {Mark{ID: "c2", Superior: "31"}, CodeOutOfRange},
		"a number that is none":             {Mark{ID: "c4", Number: "nhiều"}, CodeInvalid},
		"a number below 0":                  {Mark{ID: "c4", Number: "-1"}, CodeInvalid},
		"too many decimals":                 {Mark{ID: "c4", Number: "99.95"}, CodeInvalid},
		"a share above its whole":           {Mark{ID: "c3", Number: "23/22"}, CodeInvalid},
		"a percentage above 100":            {Mark{ID: "c3", Number: "101"}, CodeInvalid},
		"a share of nothing":                {Mark{ID: "c3", Number: "0/0"}, CodeInvalid},
		"a fraction of minutes":             {Mark{ID: "c1", Number: "5/6"}, CodeInvalid},
		"a veto without a reason":           {Mark{ID: "v1", Done: &yes}, CodeNeedsReason},
		"a veto with points":                {Mark{ID: "v1", Points: "1"}, CodeMarkUnfit},
		"a source without a value":          {Mark{ID: "meeting.minutes"}, CodeInvalid},
		"a source with points":              {Mark{ID: "meeting.minutes", Points: "1", Reason: "x"}, CodeMarkUnfit},
	} {
		t.Run(what, func(t *testing.T) {
			if err := f.CheckMark(c.mark); CodeOf(err) != c.code {
				t.Errorf("checked: %v, want %s", err, c.code)
			}
			if _, err := f.Score(ScoreInput{Marks: []Mark{c.mark}}); CodeOf(err) != c.code {
				t.Errorf("scored: %v, want %s", err, c.code)
			}
		})
	}
	twice := []Mark{{ID: "c2a", Done: &yes}, {ID: "c2a", Done: &yes}}
	var unfit *Error
	if _, err := f.Score(ScoreInput{Marks: twice}); !errors.As(err, &unfit) || unfit.Values["flaw"] != "mark_twice" {
		t.Errorf("twice: %v", err)
	}
}
