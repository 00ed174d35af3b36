package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// StepKind names one of the five steps of the month.
type StepKind string

// The five steps of the month, in order.
const (
	StepPoints   StepKind = "points"
	StepMeeting  StepKind = "meeting"
	StepCriteria StepKind = "criteria"
	StepReports  StepKind = "reports"
	StepHandover StepKind = "handover"
)

// StepState is how far a step is.
type StepState string

// States of steps.
const (
	StepTodo  StepState = "todo"
	StepDoing StepState = "doing"
	StepDone  StepState = "done"
)

// Step is one step of the month with the figures that its line shows.
type Step struct {
	Kind   StepKind
	State  StepState
	Values map[string]any // figures for the line; see overviewSteps
}

// Overview is what the first screen shows.
type Overview struct {
	Month     app.Month
	DueOn     app.Date
	Record    app.MonthRecord
	Steps     []Step
	Done      int
	Next      StepKind // the one step to do now; "" if all are done
	Reminders []Reminder
	Points    []app.PointTotals // twelve months up to Month
	Scores    []MeetingScore    // six months up to Month
	Good      float64           // points from which a meeting has the best level; 0 without a framework
	GoodName  string            // name of that level
	Groups    []GroupProgress
	Scored    app.Share // criteria with a mark
}

// MeetingScore is the self-score of a month's regular meeting.
type MeetingScore struct {
	Month  app.Month
	Scored bool
	Total  float64 // for drawing; Text is what is printed
	Text   string
	Level  string
}

// GroupProgress is how far one group of the criteria framework is scored.
type GroupProgress struct {
	Name   string
	Scored int
	All    int
}

// Overview returns the state of a month: its five steps, the next one, reminders and figures.
func (d *Desk) Overview(ctx context.Context, month app.Month) (Overview, error) {
	view := Overview{Month: month}
	err := d.view(ctx, func(tx *store.Tx) error {
		book := once(tx)
		facts, err := d.monthFacts(book, month)
		if err != nil {
			return err
		}
		view.Record = facts.record
		view.DueOn = facts.settings.DueOn(app.RuleHandoverDueDay, month)
		view.Steps = overviewSteps(facts)
		view.Done, view.Next = nextStep(view.Steps, facts.record.State)
		view.Groups, view.Scored = groupProgress(facts)
		if err := d.bestLevel(book, facts, &view); err != nil {
			return err
		}
		if view.Points, err = d.pointHistory(book, facts); err != nil {
			return err
		}
		if view.Scores, err = d.scoreHistory(book, month); err != nil {
			return err
		}
		list, err := d.remindersOf(tx, facts)
		view.Reminders = list.Open
		return err
	})
	return view, err
}

// nextStep counts the steps that are done and names the one to do now. Nothing of a frozen month can be filled in any more:
// what was left out stays out, and handing over is what is left.
func nextStep(steps []Step, state app.MonthState) (done int, next StepKind) {
	for _, step := range steps {
		switch {
		case step.State == StepDone:
			done++
		case next == "" && (!state.IsFrozen() || step.Kind == StepHandover):
			next = step.Kind
		}
	}
	return done, next
}

func overviewSteps(f monthFacts) []Step {
	return []Step{pointsStep(f), meetingStep(f), criteriaStep(f), reportsStep(f), handoverStep(f)}
}

func pointsStep(f monthFacts) Step {
	t := f.totals
	step := Step{Kind: StepPoints, State: StepTodo, Values: map[string]any{
		"entered": t.Entered, "counted": t.Counted, "reached": t.AtThreshold, "threshold": t.Threshold, "members": t.Counted + t.Excused}}
	switch {
	case pointsComplete(t):
		step.State = StepDone
	case t.Entered > 0:
		step.State = StepDoing
	}
	return step
}

func meetingStep(f monthFacts) Step {
	step := Step{Kind: StepMeeting, State: StepTodo, Values: map[string]any{}}
	if f.meeting == nil {
		return step
	}
	step.State = StepDoing
	step.Values["day"] = f.meeting.HeldOn
	step.Values["scored"] = f.meetingResult != nil && f.meetingResult.IsComplete()
	if f.meeting.IsLocked() {
		step.State = StepDone
	}
	return step
}

func criteriaStep(f monthFacts) Step {
	step := Step{Kind: StepCriteria, State: StepTodo, Values: map[string]any{}}
	if f.criteria == nil {
		return step
	}
	scored, all := f.criteria.Scored, f.criteria.All
	step.Values["scored"], step.Values["all"] = scored, all
	switch {
	case scored == all && all > 0:
		step.State = StepDone
	case len(f.criteriaSheet.Marks) > 0:
		step.State = StepDoing
	}
	return step
}

// reportsStep is done when reports were made after the minutes were locked.
func reportsStep(f monthFacts) Step {
	step := Step{Kind: StepReports, State: StepTodo, Values: map[string]any{"at": f.record.ReportedAt}}
	if !f.record.ReportedAt.IsZero() {
		step.State = StepDoing
		if f.meeting != nil && f.meeting.IsLocked() && !f.record.ReportedAt.Before(f.meeting.LockedAt) {
			step.State = StepDone
		}
	}
	return step
}

func handoverStep(f monthFacts) Step {
	step := Step{Kind: StepHandover, State: StepTodo, Values: map[string]any{"state": f.record.State, "to": f.settings.CommitteeName}}
	switch f.record.State {
	case app.MonthClosed, app.MonthReturned:
		step.State = StepDoing
	case app.MonthHandedOver, app.MonthReceived, app.MonthAccepted:
		step.State = StepDone
	}
	return step
}

func (d *Desk) pointHistory(tx reader, f monthFacts) ([]app.PointTotals, error) {
	var list []app.PointTotals
	for n := -11; n <= 0; n++ {
		month := f.month.Add(n)
		entries, err := tx.Points(month.Year())
		if err != nil {
			return nil, err
		}
		totals, err := d.totalPoints(tx, f.settings, f.members, entries, month)
		if err != nil {
			return nil, err
		}
		list = append(list, totals)
	}
	return list, nil
}

func (d *Desk) scoreHistory(tx reader, month app.Month) ([]MeetingScore, error) {
	var list []MeetingScore
	for n := -5; n <= 0; n++ {
		score, err := d.meetingScore(tx, month.Add(n))
		if err != nil {
			return nil, err
		}
		list = append(list, score)
	}
	return list, nil
}

// meetingScore is the self-score of a month's regular meeting.
func (d *Desk) meetingScore(tx reader, month app.Month) (MeetingScore, error) {
	score := MeetingScore{Month: month}
	meeting, err := regularMeeting(tx, month)
	if err != nil || meeting == nil {
		return score, err
	}
	result, err := d.meetingResult(tx, *meeting)
	if err == nil && result != nil && result.IsComplete() {
		score.Scored, score.Total, score.Text, score.Level = true, result.Total.Float(), result.TotalText, result.LevelName
	}
	return score, err
}

// bestLevel names the best level of the framework that meetings are scored with, and where it begins.
func (d *Desk) bestLevel(tx reader, f monthFacts, view *Overview) error {
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return err
	}
	framework := app.PickFramework(frameworks, app.ScopeMeeting, "meeting", f.settings.CellKind, f.month.Last())
	if framework == nil || len(framework.Levels) == 0 {
		return nil
	}
	view.Good, view.GoodName = framework.Levels[0].From.Float(), framework.Levels[0].Name
	return nil
}
