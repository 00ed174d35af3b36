package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// demoLine is a line that the year's plan of every cell has (assets/demo/plan.json).
type demoLine struct {
	Month int             `json:"month"`
	Kind  app.MeetingKind `json:"kind"`
	Title string          `json:"title"`
	Note  string          `json:"note"`
}

// demoPetition is something that people ask for in meetings, with the answer.
type demoPetition struct {
	Text   string            `json:"text"`
	Answer string            `json:"answer"`
	State  app.PetitionState `json:"state"`
	Later  bool              `json:"later"` // answered by the meeting of the month after
}

type demoPlan struct {
	Lines     []demoLine     `json:"lines"`
	Petitions []demoPetition `json:"petitions"`
}

// lessonOf is the theme of a quarter's thematic meeting.
func (t demoTexts) lessonOf(month app.Month) demoLesson {
	return t.Thematic[(month.Year()*4+month.Quarter())%len(t.Thematic)]
}

// planYear enters the plan of a year with its thematic calendar when the book comes to the year's first month.
func (c *demoCell) planYear(ctx context.Context, d *demo, month app.Month) error {
	if month != d.months[0] && month.Number() != 1 {
		return nil
	}
	var plan demoPlan
	if err := decodeDemo("plan.json", &plan); err != nil {
		return err
	}
	return c.desk.update(ctx, "save plan", func(tx *store.Tx) error {
		for _, line := range plan.Lines {
			item := app.PlanItem{ID: c.desk.newID(), Month: app.MonthsOf(month.Year())[line.Month-1], Kind: line.Kind, Title: line.Title, Note: line.Note}
			if item.Kind == app.ThematicMeeting {
				item.Title = d.texts.lessonOf(item.Month).Title
				item.PresenterID = c.officer(app.DeputySecretary, app.CommitteeMember)
			}
			if err := tx.PutPlanItem(item); err != nil {
				return err
			}
		}
		return nil
	})
}

// officer returns the id of the first member who holds one of the posts.
func (c *demoCell) officer(posts ...app.Post) string {
	for _, post := range posts {
		if at := slices.IndexFunc(c.members, func(m app.Member) bool { return m.Post == post }); at >= 0 {
			return c.members[at].ID
		}
	}
	return ""
}

// petition lets somebody ask for something in every other month: the answer is given at once, or by the meeting after. It has a chance of its own, so
// that the rest of the meeting stays as it is.
func (c *demoCell) petition(d *demo, file *MeetingFile) error {
	if asked := c.asked; asked != nil {
		c.asked = nil
		file.Petitions = append(file.Petitions, FilePetition{Guest: asked.by, Text: asked.Text, Answer: asked.Answer, State: asked.State, Continues: asked.Text})
	}
	random := chance(d.Seed, "petition "+c.entry.Code+" "+string(file.Month))
	said := file.Agenda[len(file.Agenda)-1].Statements
	if (file.Month.Number()+c.index)%2 == 0 || len(said) == 0 {
		return nil
	}
	var plan demoPlan
	if err := decodeDemo("plan.json", &plan); err != nil {
		return err
	}
	p, speaker := pick(random, plan.Petitions), pick(random, said)
	if speaker.Guest != "" {
		return nil
	}
	if p.Later && file.Month.Next() != demoMeetingMonth && file.Month != d.last() {
		c.asked = &raisedInDemo{p, speaker.Member}
		file.Petitions = append(file.Petitions, FilePetition{Member: speaker.Member, Text: p.Text, State: app.PetitionOpen})
		return nil
	}
	file.Petitions = append(file.Petitions, FilePetition{Member: speaker.Member, Text: p.Text, Answer: p.Answer, State: p.State})
	return nil
}

// raisedInDemo is a petition that waits for its answer, and who brought it.
type raisedInDemo struct {
	demoPetition
	by string
}
