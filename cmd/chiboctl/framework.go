package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func setupCriteriaImport(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			f, err := importFramework(ctx, d, c.args[0])
			if err != nil {
				return err
			}
			return c.tell(frameworkLine{f.Code, f.Version, f.Name, f.Issuer, string(f.Status), f.Scope},
				wording.Text("Took {name}, version {version}.", "name", f.Name, "version", f.Version))
		})
	}
}

// importFramework takes a framework's own file, or issues one from a table.
func importFramework(ctx context.Context, d *desk.Desk, path string) (*app.Framework, error) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		body, err := desk.ReadFramework(path)
		if err != nil {
			return nil, err
		}
		return d.ImportFramework(ctx, body)
	}
	f, err := d.ImportFrameworkTable(ctx, path)
	if err != nil {
		return nil, err
	}
	return f, d.IssueFramework(ctx, f)
}

func setupCriteriaExport(c *call) func(context.Context) error {
	c.bookFlags()
	out := c.text("out", wording.Text("file to write"))
	version := c.set.Int("version", 0, wording.Text("version; the newest without it"))
	return func(ctx context.Context) error {
		if err := c.need("out"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			save := d.SaveFramework
			if ending := strings.ToLower(filepath.Ext(*out)); ending == ".xlsx" || ending == ".csv" {
				save = d.SaveFrameworkTable
			}
			if err := save(ctx, strings.ToUpper(c.args[0]), *version, *out); err != nil {
				return err
			}
			return c.wrote(*out)
		})
	}
}

func setupCriteriaSend(c *call) func(context.Context) error {
	c.bookFlags()
	to := c.text("to", wording.Text("folder or stick to write to"))
	version := c.set.Int("version", 0, wording.Text("version; the newest without it"))
	return func(ctx context.Context) error {
		if err := c.need("to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			written, err := d.WriteFrameworkPacket(ctx, strings.ToUpper(c.args[0]), *version, *to, nil)
			if err != nil {
				return err
			}
			return c.wrote(written.Path)
		})
	}
}

func setupCriteriaAttach(c *call) func(context.Context) error {
	c.bookFlags()
	ofMeeting := c.sheetFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			view, err := c.sheet(ctx, d, *ofMeeting)
			if err != nil {
				return err
			}
			if _, found := view.Result.Line(c.args[0]); !found {
				return app.NewError(app.CodeNotFound, "what", c.args[0])
			}
			attached, err := d.Attach(ctx, desk.CriterionOwner(view.Key(), c.args[0]), c.args[1], "")
			if err != nil {
				return err
			}
			return c.tell(attached, wording.Text("Attached {name} to criterion {id}.", "name", attached.Name, "id", c.args[0]))
		})
	}
}

// roadShown is the road of a year as criteria road gives it with --json.
type roadShown struct {
	Year         int                `json:"year"`
	Framework    string             `json:"framework"`
	Registration *app.Registration  `json:"registration"`
	Months       []roadMonthShown   `json:"months"`
	Summary      *app.SummaryResult `json:"summary"`
	Missing      []string           `json:"missing"`
}

type roadMonthShown struct {
	Month   app.Month `json:"month"`
	Total   string    `json:"total"`
	Level   string    `json:"level"`
	Missing []string  `json:"missing"`
}

func setupCriteriaRoad(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	framework := c.text("framework", wording.Text("code of the framework; without it the one in force"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			road, err := d.Road(ctx, yearOf(d, *year), strings.ToUpper(*framework))
			if err != nil {
				return err
			}
			return c.tellRoad(road)
		})
	}
}

func (c *call) tellRoad(road desk.Road) error {
	shown := roadShown{Year: road.Year, Framework: road.Framework.Code, Summary: road.Summary, Missing: list(road.Words), Months: []roadMonthShown{}}
	if road.IsRegistered() {
		shown.Registration = &road.Registration
	}
	var rows [][]string
	for _, m := range road.Months {
		one := roadMonthShown{Month: m.Month, Missing: []string{}}
		if m.Result != nil && m.Marked {
			one.Total, one.Level, one.Missing = m.Result.TotalText, m.Result.LevelName, m.Gap.Words()
		}
		shown.Months = append(shown.Months, one)
		rows = append(rows, []string{m.Month.String(), one.Total, one.Level, strings.Join(one.Missing, " ")})
	}
	if c.json {
		return c.printJSON(shown)
	}
	level, _ := road.Framework.LevelByID(road.Registration.Level)
	if road.IsRegistered() {
		c.say(wording.Text("{name}, registered {day}, aims at {level}", "name", road.Framework.Name, "day", road.Registration.RegisteredOn, "level", level.Name))
	} else {
		c.say(wording.Text("{name}, nothing registered for {year}; aims at {level}", "name", road.Framework.Name, "year", fmt.Sprint(road.Year), "level", level.Name))
	}
	if len(rows) > 0 {
		printTable(c.out, []string{wording.Text("Of the month"), wording.Text("Points given"), wording.Text("Level"), wording.Text("Missing")}, rows)
	}
	for _, words := range road.Words {
		c.say(words)
	}
	if road.Summary != nil && road.Summary.LevelName != "" {
		c.say(wording.Text("The year so far: {level}", "level", road.Summary.LevelName))
	}
	return nil
}

func setupCriteriaRegister(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	framework := c.text("framework", wording.Text("code of the framework; without it the one in force"))
	level := c.text("level", wording.Text("id of the level aimed at; without it the best"))
	on := c.text("on", wording.Text("day of registration"))
	signed := c.text("signed", wording.Text("day of signing"))
	with := c.text("with", wording.Text("with whom it is signed"))
	targets := c.text("targets", wording.Text("points promised for criteria, as q2a=9,k1b=8"))
	return func(ctx context.Context) error {
		if err := c.need("on"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			road, err := d.Road(ctx, yearOf(d, *year), strings.ToUpper(*framework))
			if err != nil {
				return err
			}
			r := road.Registration
			r.PledgedWith = *with
			if *level != "" {
				r.Level = *level
			}
			if r.RegisteredOn, err = app.ParseDate(*on, r.Year); err != nil {
				return err
			}
			if r.PledgedOn, err = app.ParseDate(*signed, r.Year); err != nil {
				return err
			}
			if r.Targets, err = parseTargets(*targets); err != nil {
				return err
			}
			if err := d.Register(ctx, r); err != nil {
				return err
			}
			if road, err = d.Road(ctx, r.Year, r.Framework); err != nil {
				return err
			}
			return c.tellRoad(road)
		})
	}
}

// parseTargets reads "q2a=9,k1b=8".
func parseTargets(text string) ([]app.RegistrationTarget, error) {
	var list []app.RegistrationTarget
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		id, points, found := strings.Cut(part, "=")
		if !found {
			return nil, app.NewError(codeFlagValue, "flag", "targets", "value", part)
		}
		list = append(list, app.RegistrationTarget{Criterion: strings.TrimSpace(id), Points: strings.TrimSpace(points)})
	}
	return list, nil
}
