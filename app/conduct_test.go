package app

import "testing"

func TestWhichInitiativesAreTaken(t *testing.T) {
	full := Initiative{MemberID: "m", Title: "Gá kẹp cắt vải", ProposedOn: "2026-02", RecognisedOn: "2026-05-12", RecognisedBy: "Giám đốc Công ty", Saving: 120_000_000}
	for name, test := range map[string]struct {
		change func(*Initiative)
		code   Code
	}{
		"as it is":                   {func(*Initiative) {}, ""},
		"proposed only":              {func(i *Initiative) { i.RecognisedOn, i.RecognisedBy = "", "" }, ""},
		"nobody's":                   {func(i *Initiative) { i.MemberID = "" }, CodeRequired},
		"blank title":                {func(i *Initiative) { i.Title = " \t" }, CodeRequired},
		"recognised by nobody":       {func(i *Initiative) { i.RecognisedBy = " " }, CodeRequired},
		"recognised in some month":   {func(i *Initiative) { i.RecognisedOn = "2026-05" }, CodeBadDate},
		"a day that does not exist":  {func(i *Initiative) { i.ProposedOn = "2026-02-30" }, CodeBadDate},
		"recognised before proposed": {func(i *Initiative) { i.ProposedOn = "2026-05-13" }, CodeInvalid},
		"saving below zero":          {func(i *Initiative) { i.Saving = -1 }, CodeOutOfRange},
		"saving of a slip":           {func(i *Initiative) { i.Saving = MaxSaving + 1 }, CodeOutOfRange},
		"largest saving":             {func(i *Initiative) { i.Saving = MaxSaving }, ""},
	} {
		one := full
		test.change(&one)
		if code := CodeOf(one.Validate()); code != test.code {
			t.Errorf("%s: %q, want %q", name, code, test.code)
		}
	}
}

func TestInitiativesCountFromTheDayOfRecognition(t *testing.T) {
	list := []Initiative{
		{ID: "first day", MemberID: "a", RecognisedOn: "2026-07-01"}, {ID: "last day", MemberID: "b", RecognisedOn: "2026-09-30"},
		{ID: "before", MemberID: "a", RecognisedOn: "2026-06-30"}, {ID: "after", MemberID: "a", RecognisedOn: "2026-10-01"},
		{ID: "not yet", MemberID: "a", ProposedOn: "2026-08-01"},
	}
	if got := InitiativesIn(list, QuarterOf(2026, 3), ""); len(got) != 2 || got[0].ID != "first day" || got[1].ID != "last day" {
		t.Errorf("third quarter: %+v", got)
	}
	if got := InitiativesIn(list, YearOf(2026), "a"); len(got) != 3 {
		t.Errorf("year of a: %+v", got)
	}
}

func TestWhichDecisionsAreTaken(t *testing.T) {
	full := ConductDecision{Kind: Discipline, MemberID: "m", Form: "Khiển trách", DecidedOn: "2026-03-02", EndedOn: "2027-03-02"}
	for name, test := range map[string]struct {
		change func(*ConductDecision)
		code   Code
	}{
		"as it is":              {func(*ConductDecision) {}, ""},
		"of a body":             {func(d *ConductDecision) { d.MemberID, d.Body = "", "Tổ đảng 1" }, ""},
		"of nobody":             {func(d *ConductDecision) { d.MemberID = "" }, CodeRequired},
		"of a member and body":  {func(d *ConductDecision) { d.Body = "Tổ đảng 1" }, CodeInvalid},
		"unknown kind":          {func(d *ConductDecision) { d.Kind = "praise" }, CodeInvalid},
		"no form":               {func(d *ConductDecision) { d.Form = "" }, CodeRequired},
		"no day":                {func(d *ConductDecision) { d.DecidedOn = "" }, CodeRequired},
		"some month":            {func(d *ConductDecision) { d.DecidedOn = "2026-03" }, CodeBadDate},
		"ended before it began": {func(d *ConductDecision) { d.EndedOn = "2026-03-01" }, CodeInvalid},
		"ended the same day":    {func(d *ConductDecision) { d.EndedOn = d.DecidedOn }, ""},
	} {
		one := full
		test.change(&one)
		if code := CodeOf(one.Validate()); code != test.code {
			t.Errorf("%s: %q, want %q", name, code, test.code)
		}
	}
}

func TestFormsOfDisciplineForProbationaryMembers(t *testing.T) {
	forms := ConductForms{Disciplines: []ConductForm{{Name: "Cảnh cáo"}, {Name: "Khai trừ", OfficialOnly: true}}}
	for _, test := range []struct {
		form string
		kind Kind
		code Code
	}{
		{"Khai trừ", Official, ""}, {"khai trừ", Probationary, CodeOfficialOnly}, {"Cảnh cáo", Probationary, ""}, {"Khác", Probationary, ""},
	} {
		if code := CodeOf(forms.CheckForm(ConductDecision{Kind: Discipline, MemberID: "m", Form: test.form}, test.kind)); code != test.code {
			t.Errorf("%s for %s: %q, want %q", test.form, test.kind, code, test.code)
		}
	}
}
