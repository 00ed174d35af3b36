package desk

import (
	"errors"

	"sochibo/app"
	"sochibo/store"
)

// CodeMemberFrozen: a change of the register would change how a member stood in a closed month, and so its figures; Values: name, month.
const CodeMemberFrozen app.Code = "member_frozen"

// frozenMonths are the closed months with the days that their figures look at: the days of their meetings, the last of the month, and today
// while it runs.
type frozenMonths []frozenMonth

type frozenMonth struct {
	month app.Month
	days  []app.Date
}

func (d *Desk) readFrozenMonths(tx reader) (frozenMonths, error) {
	records, err := tx.MonthRecords()
	if err != nil {
		return nil, err
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return nil, err
	}
	var frozen frozenMonths
	for _, record := range records {
		if !record.State.IsFrozen() {
			continue
		}
		one := frozenMonth{month: record.Month, days: []app.Date{record.Month.Last(), app.DayOfMonth(record.Month, d.Today())}}
		for _, meeting := range meetings {
			if meeting.Month == record.Month && meeting.HeldOn.IsFull() {
				one.days = append(one.days, meeting.HeldOn)
			}
		}
		frozen = append(frozen, one)
	}
	return frozen, nil
}

// bearing is what figures take from a member on a day.
type bearing struct {
	listed, counts bool
	kind           app.Kind
}

func bearingOf(m *app.Member, day app.Date) bearing {
	if m == nil || !m.OnListOn(day) {
		return bearing{}
	}
	return bearing{listed: true, counts: m.CountsOn(day), kind: m.KindOn(day)}
}

// lastChange returns the last closed month in which two states of a member differ, and whether kinds alone do; "" if none.
func (f frozenMonths) lastChange(before *app.Member, after app.Member) (month app.Month, kindAlone bool) {
	kindAlone = true
	for _, one := range f {
		for _, day := range one.days {
			was, is := bearingOf(before, day), bearingOf(&after, day)
			if was == is {
				continue
			}
			month = max(month, one.month)
			was.kind, is.kind = "", ""
			kindAlone = kindAlone && was == is
		}
	}
	return month, kindAlone
}

// settle returns the member as he may be stored, so that closed months keep the figures they were closed with. Who becomes official as of a day
// in a closed month, because the cell decided later (domain.md part 5.3), counts as official from today, or after the last closed month.
// Any other change of how he stood in a closed month gives CodeMemberFrozen: the month is reopened with a reason, or the change begins later.
func (f frozenMonths) settle(before *app.Member, after app.Member, today app.Date) (app.Member, error) {
	if before != nil && after.RecognisedOn == "" {
		after.RecognisedOn = keptRecognition(*before, after)
	}
	month, kindAlone := f.lastChange(before, after)
	if month == "" {
		return after, nil
	}
	if kindAlone && after.KindOn(today) == app.Official {
		after.RecognisedOn = today
		for _, one := range f {
			for _, day := range one.days {
				after.RecognisedOn = max(after.RecognisedOn, day.AddDays(1))
			}
		}
		if month, _ = f.lastChange(before, after); month == "" {
			return after, nil
		}
	}
	return after, app.NewError(CodeMemberFrozen, "name", after.FullName, "month", month.String())
}

// keptRecognition keeps the day from which a member counts as official when a form that does not know it is saved.
func keptRecognition(before, after app.Member) app.Date {
	if before.OfficialOn == after.OfficialOn && before.Kind == after.Kind {
		return before.RecognisedOn
	}
	return ""
}

// memberBefore returns a member as the book has him; nil for one that it does not have yet.
func memberBefore(tx reader, id string) (*app.Member, error) {
	member, err := tx.Member(id)
	if app.CodeOf(err) == app.CodeNotFound {
		return nil, nil
	}
	return &member, err
}

// putMember stores a member as closed months allow. Errors: CodeMemberFrozen.
func (d *Desk) putMember(tx *store.Tx, member app.Member) error {
	frozen, err := d.readFrozenMonths(tx)
	if err != nil {
		return err
	}
	before, err := memberBefore(tx, member.ID)
	if err != nil {
		return err
	}
	if member, err = frozen.settle(before, member, d.Today()); err != nil {
		return err
	}
	return tx.PutMember(member)
}

// refuseFrozen marks the rows of an import that would change a closed month; the others are as they will be stored.
func (f frozenMonths) refuseFrozen(rows []app.ImportRow, members []app.Member, today app.Date) {
	byID := make(map[string]*app.Member, len(members))
	for i := range members {
		byID[members[i].ID] = &members[i]
	}
	for i := range rows {
		row := &rows[i]
		if row.State != app.ImportNew && row.State != app.ImportChanged {
			continue
		}
		member, err := f.settle(byID[row.MemberID], row.Member, today)
		if fault := (*app.Error)(nil); errors.As(err, &fault) {
			row.State = app.ImportError
			row.Faults = append(row.Faults, app.ImportFault{Row: row.Row, Code: fault.Code, Values: fault.Values})
			continue
		}
		row.Member = member
	}
}
