package main

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func criteriaCommands() []command {
	return []command{
		{name: "criteria list", summary: wording.Mark("list the frameworks of the book"), setup: setupCriteriaList},
		{name: "criteria show", args: "--month M [--meeting] | --period P [--framework CODE]", summary: wording.Mark("show the criteria sheet of a month, quarter or year, or the self-score of a meeting"), setup: setupCriteriaShow},
		{name: "criteria set", args: "ID[=VALUE]… --month M [--meeting] | --period P", least: 1, most: -1, summary: wording.Mark("enter marks; an id without a value takes its mark back"), setup: setupCriteriaSet},
		{name: "criteria import", args: "FILE", least: 1, most: 1, summary: wording.Mark("take a framework from a JSON file; in a committee's book also from an Excel table"), setup: setupCriteriaImport},
		{name: "criteria export", args: "CODE --out FILE", least: 1, most: 1, summary: wording.Mark("write a framework as it was received, or with .xlsx as a table"), setup: setupCriteriaExport},
		{name: "criteria attach", args: "ID FILE --month M | --period P", least: 2, most: 2, summary: wording.Mark("attach evidence to a criterion"), setup: setupCriteriaAttach},
		{name: "criteria road", args: "[--year Y] [--framework CODE]", summary: wording.Mark("show what is missing on the road of the year"), setup: setupCriteriaRoad},
		{name: "criteria register", args: "[--year Y] --on DAY", summary: wording.Mark("record what the cell registers for a year"), setup: setupCriteriaRegister},
		{name: "criteria send", args: "CODE --to DIR", least: 1, most: 1, summary: wording.Mark("write a framework as a signed packet for the cells"), setup: setupCriteriaSend},
	}
}

// frameworkLine is one framework as criteria list gives it with --json.
type frameworkLine struct {
	Code    string             `json:"code"`
	Version int                `json:"version"`
	Name    string             `json:"name"`
	Issuer  string             `json:"issuer"`
	Status  string             `json:"status"`
	Scope   app.FrameworkScope `json:"scope"`
}

func setupCriteriaList(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			frameworks, err := d.Frameworks(ctx)
			if err != nil {
				return err
			}
			var lines []frameworkLine
			var rows [][]string
			for _, f := range frameworks {
				lines = append(lines, frameworkLine{f.Code, f.Version, f.Name, f.Issuer, string(f.Status), f.Scope})
				rows = append(rows, []string{f.Code, fmt.Sprint(f.Version), f.Name, f.Issuer})
			}
			if c.json {
				return c.printJSON(list(lines))
			}
			printTable(c.out, []string{wording.Text("Code"), wording.Text("Version"), wording.Text("Name of the framework"), wording.Text("Issued by")}, rows)
			return nil
		})
	}
}

// sheetFlags say which sheet is meant.
func (c *call) sheetFlags() (meeting *bool) {
	c.text("month", wording.Text("month, 2026-11"))
	c.text("period", wording.Text("month, quarter or year: 2026-11, 2026-Q4, 2026"))
	c.text("framework", wording.Text("code of the framework; without it the one in force"))
	return c.set.Bool("meeting", false, wording.Text("the self-score of the month's meeting instead of the month's criteria"))
}

func (c *call) sheet(ctx context.Context, d *desk.Desk, ofMeeting bool) (desk.SheetView, error) {
	code := strings.ToUpper(c.set.Lookup("framework").Value.String())
	if period := c.set.Lookup("period").Value.String(); period != "" && !ofMeeting {
		return d.PeriodSheet(ctx, code, app.SheetPeriod(strings.ToUpper(period)))
	}
	month, err := c.month("month")
	if err != nil {
		return desk.SheetView{}, err
	}
	if !ofMeeting {
		return d.PeriodSheet(ctx, code, app.SheetPeriod(month))
	}
	id, err := d.MeetingOfMonth(ctx, month)
	if err == nil && id == "" {
		err = app.NewError(desk.CodeNoMeeting, "month", month.String())
	}
	if err != nil {
		return desk.SheetView{}, err
	}
	return d.MeetingSheet(ctx, id)
}

// sheetShown is a score sheet as criteria show gives it with --json.
type sheetShown struct {
	Framework string           `json:"framework"`
	Version   int              `json:"version"`
	Subject   string           `json:"subject"`
	Frozen    bool             `json:"frozen"`
	Marks     []app.Mark       `json:"marks"`
	Result    *app.ScoreResult `json:"result"`
}

func (c *call) tellSheet(view desk.SheetView) error {
	if c.json {
		return c.printJSON(sheetShown{view.Marked.Framework, view.Marked.Version, view.Marked.Subject, view.Frozen, list(view.Marked.Marks), view.Result})
	}
	c.say(wording.Text("{name}: {scored} of {all} scored", "name", view.Framework.Name, "scored", view.Result.Scored, "all", view.Result.All))
	var rows [][]string
	for _, group := range view.Result.Groups {
		rows = append(rows, []string{"", group.No, group.Name, "", "", ""})
		for _, line := range group.Lines {
			rows = append(rows, scoreRow(line, ""))
			for _, item := range line.Items {
				rows = append(rows, scoreRow(item, "  "))
			}
		}
	}
	printTable(c.out, []string{wording.Text("Id of the criterion"), wording.Text("No."), wording.Text("Criterion"), wording.Text("Points given"), wording.Text("Highest"), wording.Text("Grounds")}, rows)
	if view.Result.TotalText != "" {
		c.say(wording.Text("Total {total}, {level}", "total", view.Result.TotalText, "level", view.Result.LevelName))
	}
	for _, w := range view.Result.Warnings {
		fmt.Fprintf(c.out, "! %s: %s\n", w.ID, w.Text)
	}
	return nil
}

func scoreRow(line app.LineScore, indent string) []string {
	why := line.Explanation
	if why == "" {
		why = line.Answer
	}
	return []string{line.ID, line.No, indent + line.Name, line.PointsText, line.Max.ShowExact(), why}
}

func setupCriteriaShow(c *call) func(context.Context) error {
	c.bookFlags()
	ofMeeting := c.sheetFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			view, err := c.sheet(ctx, d, *ofMeeting)
			if err != nil {
				return err
			}
			return c.tellSheet(view)
		})
	}
}

func setupCriteriaSet(c *call) func(context.Context) error {
	c.bookFlags()
	ofMeeting := c.sheetFlags()
	points := c.text("points", wording.Text("points instead of the computed ones; needs --reason"))
	superior := c.text("superior", wording.Text("the superior's points"))
	reason := c.text("reason", wording.Text("why, for the book"))
	note := c.text("note", wording.Text("note beside the mark"))
	notApplicable := c.set.Bool("not-applicable", false, wording.Text("does not apply; needs --reason"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			view, err := c.sheet(ctx, d, *ofMeeting)
			if err != nil {
				return err
			}
			var marks []app.Mark
			for _, arg := range c.args {
				id, value, typed := strings.Cut(arg, "=")
				mark := app.Mark{ID: id, Points: *points, Superior: *superior, Reason: *reason, Note: *note, NotApplicable: *notApplicable}
				if typed {
					if err := fillMark(&mark, view.Framework, value); err != nil {
						return err
					}
				}
				if err := view.Framework.CheckMark(mark); err != nil {
					return err
				}
				marks = append(marks, mark)
			}
			if view, err = d.SetMarks(ctx, view.Key(), marks); err != nil {
				return err
			}
			return c.tellSheet(view)
		})
	}
}

// fillMark puts a typed value where the criterion's kind wants it: yes or no, an option's id or its number, a number.
func fillMark(mark *app.Mark, f *app.Framework, value string) error {
	criterion, found := f.CriterionByID(mark.ID)
	switch {
	case found && criterion.Kind == app.KindChoice:
		mark.Option = value
		for i, o := range criterion.Options {
			if value == fmt.Sprint(i+1) {
				mark.Option = o.ID
			}
		}
	case found && (criterion.Kind == app.KindToggle || criterion.MonthlyCheck != nil), isVeto(f, mark.ID):
		yes, known := map[string]bool{"yes": true, "true": true, "1": true, "có": true, "no": false, "false": false, "0": false, "không": false}[value]
		if !known {
			return app.NewError(codeFlagValue, "flag", mark.ID, "value", value)
		}
		mark.Done = &yes
	default:
		mark.Number = value
	}
	return nil
}

func isVeto(f *app.Framework, id string) bool {
	for _, v := range f.Vetoes {
		if v.ID == id {
			return true
		}
	}
	return false
}
