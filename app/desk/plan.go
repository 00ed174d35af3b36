package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// YearPlan is the plan of a year's meetings with what became of it.
type YearPlan struct {
	Year     int
	Lines    []PlanLine // by month
	Quarters [4]app.QuarterPlan
}

// PlanLine is one line of the plan: what is planned, and the meeting that was held for it.
type PlanLine struct {
	app.PlanItem
	Presenter string           // name
	MeetingID string           // of the month's meeting of that kind; "" while there is none
	HeldOn    app.Date         // of that meeting
	State     app.MeetingState // of that meeting
}

// Plan returns the plan of a year.
func (d *Desk) Plan(ctx context.Context, year int) (YearPlan, error) {
	plan := YearPlan{Year: year}
	err := d.view(ctx, func(tx *store.Tx) error {
		items, err := tx.Plan(year)
		if err != nil {
			return err
		}
		meetings, err := tx.Meetings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		names := namesOf(members)
		for _, item := range items {
			line := PlanLine{PlanItem: item, Presenter: names[item.PresenterID]}
			if m := meetingOfPlan(item, meetings); m != nil {
				line.MeetingID, line.HeldOn, line.State = m.ID, m.HeldOn, m.State
			}
			plan.Lines = append(plan.Lines, line)
		}
		plan.Quarters = app.QuartersOf(year, items, meetings, settings, d.Today())
		return nil
	})
	return plan, err
}

// meetingOfPlan returns the meeting that a line of the plan is about; a theme may have been held within the regular meeting.
func meetingOfPlan(item app.PlanItem, meetings []app.Meeting) *app.Meeting {
	var within *app.Meeting
	for i, m := range meetings {
		switch {
		case m.Month != item.Month:
		case m.Kind == item.Kind:
			return &meetings[i]
		case item.Kind == app.ThematicMeeting && m.WithThematic:
			within = &meetings[i]
		}
	}
	return within
}

// SavePlanItem adds a line to the plan of its year, or replaces the one of its id, and returns it as stored.
// Errors: those of app.PlanItem.Validate, app.CodeNotCell.
func (d *Desk) SavePlanItem(ctx context.Context, item app.PlanItem) (app.PlanItem, error) {
	item.Title, item.Note = app.Clean(item.Title), app.Clean(item.Note)
	if item.ID == "" {
		item.ID = d.newID()
	}
	if err := item.Validate(); err != nil {
		return item, err
	}
	return item, d.update(ctx, "save plan", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		return tx.PutPlanItem(item)
	})
}

// DeletePlanItem takes a line off the plan; app.CodeNotFound if there is none.
func (d *Desk) DeletePlanItem(ctx context.Context, id string) error {
	return d.update(ctx, "delete from plan", func(tx *store.Tx) error { return tx.DeletePlanItem(id) })
}

// CopyPlan enters the plan of one year as that of another, month by month, and returns how many lines it entered. The other year must have
// none yet: app.CodeConflict. Presenters who left are left out.
func (d *Desk) CopyPlan(ctx context.Context, from, to int) (int, error) {
	count := 0
	err := d.update(ctx, "copy plan", func(tx *store.Tx) error {
		present, err := tx.Plan(to)
		if err == nil && len(present) > 0 {
			err = app.NewError(app.CodeConflict, "what", "plan exists")
		}
		if err != nil {
			return err
		}
		items, err := tx.Plan(from)
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		for _, item := range items {
			item.ID, item.Month = d.newID(), app.MonthsOf(to)[item.Month.Number()-1]
			if !counts(members, item.PresenterID, item.Month.First()) {
				item.PresenterID = ""
			}
			if err := tx.PutPlanItem(item); err != nil {
				return err
			}
			count++
		}
		return nil
	})
	return count, err
}
