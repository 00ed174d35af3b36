package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// AnswerAsBefore gives the criteria of a sheet that have no answer yet the answers that the same sheet had one period, or one meeting,
// earlier, and returns the sheet scored anew and how many it filled. Only answers are taken, no figures, reasons, notes or evidence.
// Errors: CodeMonthClosed, CodeLocked, CodeNothingBefore if nothing could be taken.
func (d *Desk) AnswerAsBefore(ctx context.Context, key SheetKey) (SheetView, int, error) {
	var marks []app.Mark
	err := d.view(ctx, func(tx *store.Tx) error {
		now, err := d.sheetOf(tx, key)
		if err != nil {
			return err
		}
		before, err := sheetBefore(tx, key)
		if err != nil {
			return err
		}
		marks = answersToTake(now, before)
		return nil
	})
	if err == nil && len(marks) == 0 {
		err = app.NewError(CodeNothingBefore)
	}
	if err != nil {
		return SheetView{}, 0, err
	}
	view, err := d.SetMarks(ctx, key, marks)
	return view, len(marks), err
}

// CodeNothingBefore: the sheet before has no answer that this one lacks.
const CodeNothingBefore app.Code = "nothing_before"

// sheetBefore returns the marks of the same framework one period or one meeting earlier; none if there was none.
func sheetBefore(tx *store.Tx, key SheetKey) (app.MarkedSheet, error) {
	subject := ""
	if period := app.SheetPeriod(key.Subject); period.Validate() == nil {
		subject = string(period.Prev())
	} else {
		meeting, err := tx.Meeting(key.Subject)
		if err != nil {
			return app.MarkedSheet{}, err
		}
		previous, err := previousMeeting(tx, meeting)
		if err != nil || previous == nil {
			return app.MarkedSheet{}, err
		}
		subject = previous.ID
	}
	sheets, err := tx.Sheets()
	var before app.MarkedSheet
	for _, sheet := range sheets {
		if sheet.Framework == key.Framework && sheet.Subject == subject && sheet.Version >= before.Version {
			before = sheet
		}
	}
	return before, err
}

// answersToTake are the answers of the sheet before for the lines that are open and still have such an answer.
func answersToTake(now SheetView, before app.MarkedSheet) []app.Mark {
	var marks []app.Mark
	for _, m := range before.Marks {
		line, found := now.Result.Line(m.ID)
		if !found || line.State != app.LineUnscored || m.Done == nil && m.Option == "" {
			continue
		}
		answer := app.Mark{ID: m.ID, Done: m.Done, Option: m.Option}
		for _, own := range now.Marked.Marks {
			if own.ID == m.ID { // a note stays with its criterion
				answer = own
				answer.Done, answer.Option = m.Done, m.Option
			}
		}
		if now.Framework.CheckMark(answer) == nil {
			marks = append(marks, answer)
		}
	}
	return marks
}
