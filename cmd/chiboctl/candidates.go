package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func candidateCommands() []command {
	return []command{
		{name: "candidates list", summary: wording.Mark("list the candidates for admission and how far each is"), setup: setupCandidatesList},
		{name: "candidates add", args: "NAME", least: 1, most: 1, summary: wording.Mark("enter a candidate for admission"), setup: setupCandidatesAdd},
		{name: "candidates step", args: "NAME --step S --on DAY", least: 1, most: 1, summary: wording.Mark("enter the day of a step; without --on it is taken back"),
			note: wording.Mark("candidates list names the steps with --json"), setup: setupCandidatesStep},
		{name: "candidates admit", args: "NAME --on DAY", least: 1, most: 1, summary: wording.Mark("make a candidate a probationary member"), setup: setupCandidatesAdmit},
	}
}

func setupCandidatesList(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			found, err := d.Candidates(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(found)
			}
			var rows [][]string
			for _, r := range found.Rows {
				next := r.Next
				switch r.State {
				case app.CandidateAdmitted:
					next = wording.Text("Admitted on {day}", "day", r.StateOn.String())
				case app.CandidateWithdrawn:
					next = wording.Text("No longer prepared")
				}
				rows = append(rows, []string{r.FullName, r.BornOn.String(), r.Department, strings.Join(r.Helpers, ", "), fmt.Sprintf("%d/%d", r.Done, len(found.Steps)), next})
			}
			printTable(c.out, []string{wording.Text("Full name"), wording.Text("Born on"), wording.Text("Department"), wording.Text("Helped by"), wording.Text("Steps done"), wording.Text("Next step")}, rows)
			return nil
		})
	}
}

func setupCandidatesAdd(c *call) func(context.Context) error {
	c.bookFlags()
	for name, usage := range map[string]string{"born": wording.Text("day of birth"), "sex": wording.Text("male or female"), "occupation": wording.Text("occupation"),
		"department": wording.Text("department"), "helper": wording.Text("the member who helps"), "helper2": wording.Text("the second member who helps"), "note": wording.Text("note")} {
		c.text(name, usage)
	}
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			one := app.Candidate{FullName: c.args[0], Sex: app.Sex(*c.given["sex"]), Occupation: *c.given["occupation"], Department: *c.given["department"], Note: *c.given["note"]}
			if !slices.Contains([]app.Sex{"", app.Male, app.Female}, one.Sex) {
				return app.NewError(codeFlagValue, "flag", "--sex", "value", string(one.Sex))
			}
			var err error
			if one.BornOn, err = c.day("born", d); err != nil {
				return err
			}
			for name, id := range map[string]*string{"helper": &one.FirstHelperID, "helper2": &one.SecondHelperID} {
				if strings.TrimSpace(*c.given[name]) == "" {
					continue
				}
				if *id, err = memberNamed(ctx, d, *c.given[name]); err != nil {
					return err
				}
			}
			if one, err = d.SaveCandidate(ctx, one); err != nil {
				return err
			}
			return c.tellStored(one)
		})
	}
}

// candidateNamed returns the candidate with a name or id, and the steps; app.CodeNotFound for none, codeFlagValue for several.
func candidateNamed(ctx context.Context, d *desk.Desk, name string) (app.Candidate, []desk.CandidateStepName, error) {
	found, err := d.Candidates(ctx)
	if err != nil {
		return app.Candidate{}, nil, err
	}
	var same []app.Candidate
	for _, r := range found.Rows {
		if r.ID == name || app.Fold(r.FullName) == app.Fold(name) {
			same = append(same, r.Candidate)
		}
	}
	switch len(same) {
	case 0:
		return app.Candidate{}, nil, app.NewError(app.CodeNotFound, "what", name)
	case 1:
		return same[0], found.Steps, nil
	}
	return app.Candidate{}, nil, app.NewError(codeFlagValue, "flag", "NAME", "value", name)
}

func setupCandidatesStep(c *call) func(context.Context) error {
	c.bookFlags()
	step := c.text("step", wording.Text("key of the step"))
	c.text("on", wording.Text("day on which it was done"))
	return func(ctx context.Context) error {
		if err := c.need("step"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			one, steps, err := candidateNamed(ctx, d, c.args[0])
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(steps, func(s desk.CandidateStepName) bool { return s.Key == *step }) {
				return app.NewError(codeFlagValue, "flag", "--step", "value", *step)
			}
			on, err := c.day("on", d)
			if err != nil {
				return err
			}
			done := []app.CandidateStep{}
			for _, s := range steps { // in the order of the way
				day, note := one.StepOn(s.Key), ""
				for _, old := range one.Steps {
					if old.Step == s.Key {
						note = old.Note
					}
				}
				if s.Key == *step {
					day = on
				}
				if day != "" {
					done = append(done, app.CandidateStep{Step: s.Key, On: day, Note: note})
				}
			}
			one.Steps = done
			if one, err = d.SaveCandidate(ctx, one); err != nil {
				return err
			}
			return c.tellStored(one)
		})
	}
}

func setupCandidatesAdmit(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("on", wording.Text("day of the admission"))
	return func(ctx context.Context) error {
		if err := c.need("on"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			one, _, err := candidateNamed(ctx, d, c.args[0])
			if err != nil {
				return err
			}
			on, err := c.day("on", d)
			if err != nil {
				return err
			}
			member, err := d.AdmitCandidate(ctx, one.ID, on)
			if err != nil {
				return err
			}
			return c.tellStored(member)
		})
	}
}
