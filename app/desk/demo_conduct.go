package desk

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"sochibo/app"
)

// demoConduct are the pools that the registers of initiatives and commendations are written from (assets/demo/conduct.json).
type demoConduct struct {
	Council       string                      `json:"council"`
	Initiatives   map[string][]demoInitiative `json:"initiatives"` // by trade; "other" for those without their own
	Commendations []demoCommendation          `json:"commendations"`
}

type demoInitiative struct {
	Title   string `json:"title"`
	Benefit string `json:"benefit"`
	Saving  int64  `json:"saving"`
}

type demoCommendation struct {
	Day    string `json:"day"` // "05-19"
	Form   string `json:"form"`
	Issuer string `json:"issuer"`
	Reason string `json:"reason"`
}

// Of ten months about six bring an initiative.
const demoInitiativePercent = 60

// earn lets the enterprise recognise an initiative and the superiors commend in a month, now and then.
func (c *demoCell) earn(ctx context.Context, d *demo, month app.Month) error {
	var pools demoConduct
	if err := decodeDemo("conduct.json", &pools); err != nil {
		return err
	}
	random := chance(d.Seed, "conduct "+c.entry.Code+" "+string(month))
	ideas := pools.Initiatives[c.unit.Trade]
	if len(ideas) == 0 {
		ideas = pools.Initiatives["other"]
	}
	if random.IntN(100) < demoInitiativePercent {
		idea, on := ideas[(month.Number()+c.index)%len(ideas)], workday(month.First().AddDays(6+random.IntN(8)))
		_, err := c.desk.SaveInitiative(ctx, app.Initiative{MemberID: c.someone(random, on), Title: idea.Title, Benefit: idea.Benefit, Saving: idea.Saving,
			ProposedOn: workday(on.AddDays(-40)), RecognisedOn: on, RecognisedBy: pools.Council, DecisionNo: fmt.Sprintf("%d/QĐ-HT", 100+random.IntN(300))})
		if err != nil {
			return err
		}
	}
	for _, one := range pools.Commendations {
		if !strings.HasPrefix(one.Day, string(month)[5:]) {
			continue
		}
		on := app.Date(string(month)[:5] + one.Day)
		_, err := c.desk.SaveConductDecision(ctx, app.ConductDecision{Kind: app.Commendation, MemberID: c.someone(random, on), Form: one.Form, DecidedOn: on,
			DecisionNo: fmt.Sprintf("%02d-QĐ/%s", 10+random.IntN(80), "ĐU"), Issuer: one.Issuer, Reason: one.Reason})
		if err != nil {
			return err
		}
	}
	return nil
}

// someone draws a member who counts on a day.
func (c *demoCell) someone(random *rand.Rand, day app.Date) string {
	var ids []string
	for _, m := range c.members {
		if m.CountsOn(day) {
			ids = append(ids, m.ID)
		}
	}
	return pick(random, ids)
}
