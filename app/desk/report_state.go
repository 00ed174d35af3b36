package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// ReportState says whether a document can be made, and whether it can still change.
type ReportState struct {
	Ref     app.ReportRef
	Meeting *app.Meeting // of a meeting's document; nil while the month has no meeting
	Missing bool         // its source is not there yet
	Draft   bool
}

// ReportStates returns the states of a cell's documents of a month: those of its meetings, the regular one first, then those of the month.
func (d *Desk) ReportStates(ctx context.Context, month app.Month) ([]ReportState, error) {
	var list []ReportState
	err := d.view(ctx, func(tx *store.Tx) error {
		facts, err := d.monthFacts(once(tx), month)
		if err != nil {
			return err
		}
		outbox, err := tx.Outbox()
		if err != nil {
			return err
		}
		for _, m := range meetingsOfMonth(facts) {
			for _, kind := range meetingReports(*m) {
				list = append(list, ReportState{Ref: app.ReportRef{Kind: kind, Month: month, MeetingID: m.ID}, Meeting: m, Draft: !m.IsLocked()})
			}
		}
		if facts.meeting == nil {
			for _, kind := range meetingReports(app.Meeting{Kind: app.RegularMeeting}) {
				list = append(list, ReportState{Ref: app.ReportRef{Kind: kind, Month: month}, Missing: true})
			}
		}
		handedOver := false
		for _, p := range outbox {
			handedOver = handedOver || p.Month == month
		}
		for _, kind := range CellReports {
			if kind.BelongsToMeeting() {
				continue
			}
			state := ReportState{Ref: app.ReportRef{Kind: kind, Month: month}, Draft: !facts.record.State.IsFrozen() && kind.Scope() == app.OfMonth}
			switch kind {
			case app.ReportCriteria:
				state.Missing = facts.criteria == nil
			case app.ReportSlip:
				state.Missing, state.Draft = !handedOver, false
			case app.ReportYearPlan:
				plan, err := tx.Plan(month.Year())
				if err != nil {
					return err
				}
				state.Missing = len(plan) == 0
			case app.ReportYearBook:
				state.Missing = !slices.ContainsFunc(meetingsOfYear(facts.meetings, month.Year()), app.Meeting.IsLocked)
			}
			list = append(list, state)
		}
		return nil
	})
	return list, err
}

// meetingsOfMonth returns a month's meetings, the regular one first, the others by their day.
func meetingsOfMonth(f monthFacts) []*app.Meeting {
	var list []*app.Meeting
	if f.meeting != nil {
		list = append(list, f.meeting)
	}
	for i := range f.meetings {
		if m := &f.meetings[i]; m.Month == f.month && (f.meeting == nil || m.ID != f.meeting.ID) {
			list = append(list, m)
		}
	}
	return list
}

// monthReports are the documents that a month's folder holds: excerpts are made when they are asked for, and a year's papers once a year.
func (d *Desk) monthReports(ctx context.Context, month app.Month) ([]app.ReportRef, error) {
	states, err := d.ReportStates(ctx, month)
	if err != nil {
		return nil, err
	}
	var refs []app.ReportRef
	for _, state := range states {
		if !state.Missing && !state.Ref.Kind.IsExcerpt() && state.Ref.Kind.Scope() != app.OfYear {
			refs = append(refs, state.Ref)
		}
	}
	return refs, nil
}
