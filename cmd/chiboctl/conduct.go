package main

import (
	"context"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func conductCommands() []command {
	return []command{
		{name: "initiatives list", args: "[--year Y]", summary: wording.Mark("list initiatives and technical improvements"), setup: setupInitiativesList},
		{name: "initiatives add", args: "TITLE --who NAME", least: 1, most: 1, summary: wording.Mark("enter an initiative"), setup: setupInitiativesAdd},
		{name: "conduct list", args: "[--year Y]", summary: wording.Mark("list commendations and disciplines"), setup: setupConductList},
		{name: "conduct add", args: "FORM --kind K --who NAME --on DAY", least: 1, most: 1, summary: wording.Mark("enter a commendation or discipline"), setup: setupConductAdd},
	}
}

func (c *call) yearFlag() *int { return c.set.Int("year", 0, wording.Text("year; without it all")) }

func setupInitiativesList(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.yearFlag()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			found, err := d.Initiatives(ctx, *year)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(list(found))
			}
			var rows [][]string
			for _, i := range found {
				recognised := wording.Text("not recognised yet")
				if i.IsRecognised() {
					recognised = i.RecognisedOn.String()
				}
				rows = append(rows, []string{i.Name, i.Title, i.Benefit, recognised, i.RecognisedBy})
			}
			printTable(c.out, []string{wording.Text("Member"), wording.Text("Initiative"), wording.Text("Benefit"), wording.Text("Recognised on"), wording.Text("By")}, rows)
			return nil
		})
	}
}

// memberNamed returns the id of the member on the list with a name; CodeNotFound for none, codeFlagValue for several.
func memberNamed(ctx context.Context, d *desk.Desk, name string) (string, error) {
	rows, err := d.Members(ctx, d.ThisMonth())
	if err != nil {
		return "", err
	}
	found := ""
	for _, row := range rows {
		if row.ID != name && app.Fold(row.FullName) != app.Fold(name) {
			continue
		}
		if found != "" {
			return "", app.NewError(codeFlagValue, "flag", "--who", "value", name)
		}
		found = row.ID
	}
	if found == "" {
		return "", app.NewError(app.CodeNotFound, "what", name)
	}
	return found, nil
}

// day reads a flag as people type days; "" stays "".
func (c *call) day(name string, d *desk.Desk) (app.Date, error) {
	return app.ParseDate(*c.given[name], d.Today().Year())
}

func setupInitiativesAdd(c *call) func(context.Context) error {
	c.bookFlags()
	for name, usage := range map[string]string{"who": wording.Text("the member's name"), "with": wording.Text("others who took part"), "benefit": wording.Text("what it brings"),
		"proposed": wording.Text("day of the proposal"), "recognised": wording.Text("day of the recognition"), "by": wording.Text("who recognised it"), "decision": wording.Text("number of the decision")} {
		c.text(name, usage)
	}
	saving := c.set.Int64("saving", 0, wording.Text("saving, đồng a year"))
	return func(ctx context.Context) error {
		if err := c.need("who"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			i := app.Initiative{Title: c.args[0], With: *c.given["with"], Benefit: *c.given["benefit"], Saving: *saving, RecognisedBy: *c.given["by"], DecisionNo: *c.given["decision"]}
			var err error
			if i.MemberID, err = memberNamed(ctx, d, *c.given["who"]); err != nil {
				return err
			}
			if i.ProposedOn, err = c.day("proposed", d); err != nil {
				return err
			}
			if i.RecognisedOn, err = c.day("recognised", d); err != nil {
				return err
			}
			if i, err = d.SaveInitiative(ctx, i); err != nil {
				return err
			}
			return c.tellStored(i)
		})
	}
}

// tellStored prints a record that was stored.
func (c *call) tellStored(record any) error {
	return c.tell(record, wording.Text("Written to the book."))
}

func setupConductList(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.yearFlag()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			found, err := d.ConductDecisions(ctx, *year)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(list(found))
			}
			var rows [][]string
			for _, one := range found {
				kind := wording.Text("Commendation")
				if one.Kind == app.Discipline {
					kind = wording.Text("Discipline")
				}
				rows = append(rows, []string{one.DecidedOn.String(), kind, one.Name, one.Form, one.Issuer, one.Reason})
			}
			printTable(c.out, []string{wording.Text("Decided on"), wording.Text("Kind"), wording.Text("Body or member"), wording.Text("Form"), wording.Text("By"), wording.Text("Reason")}, rows)
			return nil
		})
	}
}

func setupConductAdd(c *call) func(context.Context) error {
	c.bookFlags()
	for name, usage := range map[string]string{"kind": wording.Text("commendation or discipline"), "who": wording.Text("the member's name"), "body": wording.Text("instead of a member: a body of the cell"),
		"on": wording.Text("day of the decision"), "ended": wording.Text("day on which a discipline ended"), "by": wording.Text("who decided"), "decision": wording.Text("number of the decision"), "reason": wording.Text("for what")} {
		c.text(name, usage)
	}
	leadership := c.set.Bool("leadership", false, wording.Text("the discipline is of a member of the cell's committee"))
	return func(ctx context.Context) error {
		if err := c.need("kind", "on"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			one := app.ConductDecision{Kind: app.ConductKind(*c.given["kind"]), Body: *c.given["body"], Form: c.args[0], Issuer: *c.given["by"],
				DecisionNo: *c.given["decision"], Reason: *c.given["reason"], Leadership: *leadership}
			var err error
			if strings.TrimSpace(*c.given["who"]) != "" {
				if one.MemberID, err = memberNamed(ctx, d, *c.given["who"]); err != nil {
					return err
				}
			}
			if one.DecidedOn, err = c.day("on", d); err != nil {
				return err
			}
			if one.EndedOn, err = c.day("ended", d); err != nil {
				return err
			}
			if one, err = d.SaveConductDecision(ctx, one); err != nil {
				return err
			}
			return c.tellStored(one)
		})
	}
}
