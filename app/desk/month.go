package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// Check is one thing looked at before a month is closed and handed over.
type Check struct {
	What   CheckKind
	OK     bool
	Values map[string]any // for the sentence of the check
}

// CheckKind names a check; its sentence stands under "check.<kind>" and "check.<kind>.missing" in assets/translations.
type CheckKind string

// Checks before a hand-over.
const (
	CheckPoints     CheckKind = "points"     // Values: entered, counted, below
	CheckMinutes    CheckKind = "minutes"    // Values: when
	CheckResolution CheckKind = "resolution" // Values: for, eligible
	CheckScore      CheckKind = "score"      // Values: total, level
	CheckCriteria   CheckKind = "criteria"   // Values: scored, all, total
	CheckBackup     CheckKind = "backup"     // Values: when
)

// MonthStatus is where a month stands and what is missing.
type MonthStatus struct {
	Record app.MonthRecord
	DueOn  app.Date // the day the packet is due
	Checks []Check
}

// Missing returns the checks that are not met.
func (s MonthStatus) Missing() []Check {
	var missing []Check
	for _, c := range s.Checks {
		if !c.OK {
			missing = append(missing, c)
		}
	}
	return missing
}

// CodeMonthGaps: something is missing before the month can be closed; Values: month, what ([]string of check kinds).
const CodeMonthGaps app.Code = "month_gaps"

// Month returns where a month stands.
func (d *Desk) Month(ctx context.Context, month app.Month) (MonthStatus, error) {
	var status MonthStatus
	if err := month.Validate(); err != nil {
		return status, err
	}
	err := d.view(ctx, func(tx *store.Tx) error {
		facts, err := d.monthFacts(once(tx), month)
		status = d.monthStatus(facts)
		return err
	})
	return status, err
}

func (d *Desk) monthStatus(f monthFacts) MonthStatus {
	status := MonthStatus{Record: f.record, DueOn: f.settings.DueOn(app.RuleHandoverDueDay, f.month)}
	status.Checks = []Check{checkPoints(f), checkMinutes(f), checkResolution(f), checkScore(f), checkCriteria(f), d.checkBackup()}
	return status
}

func checkPoints(f monthFacts) Check {
	t := f.totals
	return Check{What: CheckPoints, OK: pointsComplete(t),
		Values: map[string]any{"entered": t.Entered, "counted": t.Counted, "below": t.Entered - t.AtThreshold, "threshold": t.Threshold}}
}

// pointsComplete reports whether every member who counts has a value. Where all are excused there is nothing left to enter.
func pointsComplete(t app.PointTotals) bool { return t.Entered == t.Counted && t.Counted+t.Excused > 0 }

func checkMinutes(f monthFacts) Check {
	if f.meeting == nil {
		return Check{What: CheckMinutes}
	}
	return Check{What: CheckMinutes, OK: f.meeting.IsLocked(), Values: map[string]any{"when": f.meeting.LockedAt}}
}

func checkResolution(f monthFacts) Check {
	check := Check{What: CheckResolution}
	if f.meeting == nil {
		return check
	}
	for _, v := range f.meeting.Votes {
		if v.OnResult {
			check.OK = 2*v.For > v.Eligible
			check.Values = map[string]any{"for": v.For, "eligible": v.Eligible}
		}
	}
	return check
}

func checkScore(f monthFacts) Check {
	if f.meetingResult == nil {
		return Check{What: CheckScore}
	}
	return Check{What: CheckScore, OK: f.meetingResult.IsComplete(), Values: map[string]any{"total": f.meetingResult.TotalText, "level": f.meetingResult.LevelName}}
}

func checkCriteria(f monthFacts) Check {
	if f.criteria == nil {
		return Check{What: CheckCriteria}
	}
	return Check{What: CheckCriteria, OK: f.criteria.IsComplete(),
		Values: map[string]any{"scored": f.criteria.Scored, "all": f.criteria.All, "total": f.criteria.TotalText}}
}

func (d *Desk) checkBackup() Check {
	at := d.lastBackup()
	return Check{What: CheckBackup, OK: !at.IsZero(), Values: map[string]any{"when": at}}
}

// CloseMonth freezes points, minutes, scores and criteria of a month together. If something is missing it returns
// CodeMonthGaps, unless acceptGaps says that the cell hands in what it has; a month is never closed while the minutes of one of
// its meetings are still a draft. A month that has not begun gives CodeMonthAhead.
func (d *Desk) CloseMonth(ctx context.Context, month app.Month, acceptGaps bool) error {
	if err := month.Validate(); err != nil {
		return err
	}
	if month > d.ThisMonth() {
		return app.NewError(CodeMonthAhead, "month", month.String())
	}
	return d.update(ctx, "close month", func(tx *store.Tx) error {
		book := once(tx)
		if _, err := requireRole(book, app.CellBook); err != nil {
			return err
		}
		if err := requireOpen(tx, month); err != nil {
			return err
		}
		facts, err := d.monthFacts(book, month)
		if err != nil {
			return err
		}
		gaps := closingGaps(d.monthStatus(facts))
		if hasDraft(facts) {
			acceptGaps, gaps = false, []string{string(CheckMinutes)}
		}
		if len(gaps) > 0 && !acceptGaps {
			return app.NewError(CodeMonthGaps, "month", month.String(), "what", gaps)
		}
		if err := d.freeze(ctx, tx, facts); err != nil {
			return err
		}
		record := facts.record
		record.Month, record.State, record.ClosedAt, record.ClosedBy = month, app.MonthClosed, d.Now(), d.actor()
		if err := tx.PutValue(valueSealed(month), ""); err != nil {
			return err
		}
		return tx.PutMonthRecord(record)
	})
}

// CodeMonthAhead: the month has not begun, so it cannot be closed; Values: month.
const CodeMonthAhead app.Code = "month_ahead"

// hasDraft reports whether a meeting of the month, regular or thematic, is not locked.
func hasDraft(f monthFacts) bool {
	return slices.ContainsFunc(f.meetings, func(m app.Meeting) bool { return m.Month == f.month && !m.IsLocked() })
}

// closingGaps names the checks that are not met; a missing backup is made on the way and is no gap.
func closingGaps(status MonthStatus) []string {
	var names []string
	for _, c := range status.Missing() {
		if c.What != CheckBackup {
			names = append(names, string(c.What))
		}
	}
	return names
}

// ReopenMonth opens a frozen month again, with a reason: closed, handed over, returned, also accepted. The next packet of the month has the next number.
func (d *Desk) ReopenMonth(ctx context.Context, month app.Month, reason string) error {
	reason = app.Clean(reason)
	if reason == "" {
		return app.NewError(app.CodeNeedsReason)
	}
	if err := month.Validate(); err != nil {
		return err
	}
	return d.update(ctx, "reopen month", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		record, err := tx.MonthRecord(month)
		if err != nil {
			return err
		}
		if !record.State.IsFrozen() {
			return app.NewError(CodeMonthOpen, "month", month.String())
		}
		if err := thaw(tx, month); err != nil {
			return err
		}
		record.State, record.Reason = app.MonthOpen, reason
		return tx.PutMonthRecord(record)
	})
}

// CodeMonthOpen: the month is open already; Values: month.
const CodeMonthOpen app.Code = "month_open"
