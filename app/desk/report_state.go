package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// ReportState says whether a document of a month can be made, and whether it can still change.
type ReportState struct {
	Kind    app.ReportKind
	Missing bool // its source is not there yet
	Draft   bool
}

// ReportStates returns the states of a cell's documents of a month, in the order of CellReports.
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
		handedOver := false
		for _, p := range outbox {
			handedOver = handedOver || p.Month == month
		}
		for _, kind := range CellReports {
			state := ReportState{Kind: kind, Draft: !facts.record.State.IsFrozen()}
			switch kind {
			case app.ReportMinutes, app.ReportResolution, app.ReportScoreSheet:
				state.Missing = facts.meeting == nil
				state.Draft = facts.meeting == nil || !facts.meeting.IsLocked()
			case app.ReportCriteria:
				state.Missing = facts.criteria == nil
			case app.ReportSlip:
				state.Missing, state.Draft = !handedOver, false
			}
			list = append(list, state)
		}
		return nil
	})
	return list, err
}
