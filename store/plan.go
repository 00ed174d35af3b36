package store

import "sochibo/app"

// entityPlan names lines of the plan in history.
const entityPlan = "plan"

// Plan returns the lines of a year's plan of meetings, by month.
func (tx *Tx) Plan(year int) ([]app.PlanItem, error) {
	months := app.MonthsOf(year)
	return all(tx, "plan_item", planColumns, "WHERE removed_at = '' AND month BETWEEN ? AND ? ORDER BY month, id", months[0], months[11])
}

// PlanItem returns a line of the plan; CodeNotFound if there is none.
func (tx *Tx) PlanItem(id string) (app.PlanItem, error) {
	return one(tx, entityPlan, "plan_item", planColumns, "WHERE id = ? AND removed_at = ''", id)
}

// PutPlanItem adds or replaces a line of the plan.
func (tx *Tx) PutPlanItem(p app.PlanItem) error {
	before, err := stored(tx.PlanItem(p.ID))
	if err != nil {
		return err
	}
	return tx.record(entityPlan, p.ID, before, p, func() error {
		present := ""
		return tx.put("plan_item", 1, append(planColumns(&p), column{"removed_at", &present}))
	})
}

// DeletePlanItem takes a line off the plan; CodeNotFound if there is none.
func (tx *Tx) DeletePlanItem(id string) error {
	before, err := tx.PlanItem(id)
	if err != nil {
		return err
	}
	return tx.record(entityPlan, id, before, nil, func() error {
		return tx.exec("UPDATE plan_item SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

func planColumns(p *app.PlanItem) []column {
	return []column{{"id", &p.ID}, {"month", &p.Month}, {"kind", &p.Kind}, {"title", &p.Title}, {"presenter_id", reference{&p.PresenterID}}, {"note", &p.Note}}
}
