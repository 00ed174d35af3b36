package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// CodeNoFramework: the book has no framework that is valid for the day and scope; Values: scope.
const CodeNoFramework app.Code = "no_framework"

// SheetView is a score sheet as screens show it: the framework, the marks a person gave, and what follows from them.
type SheetView struct {
	Framework *app.Framework
	Marked    app.MarkedSheet
	Result    *app.ScoreResult
	Previous  *app.ScoreResult // the same sheet one period earlier; nil if there is none
	Frozen    bool             // the month is closed, or the minutes are locked

	Evidence map[string][]Evidence // of each criterion, in the order in which it was added
}

// SheetKey names a sheet: the framework in its version, and a meeting's id or a month.
type SheetKey struct {
	Framework string
	Version   int
	Subject   string
}

// Key returns the name of the sheet.
func (v SheetView) Key() SheetKey {
	return SheetKey{Framework: v.Marked.Framework, Version: v.Marked.Version, Subject: v.Marked.Subject}
}

// MeetingSheet returns the self-score of a meeting.
func (d *Desk) MeetingSheet(ctx context.Context, meetingID string) (SheetView, error) {
	var view SheetView
	err := d.view(ctx, func(tx *store.Tx) error {
		meeting, err := tx.Meeting(meetingID)
		if err != nil {
			return err
		}
		book := once(tx)
		if view, err = d.meetingSheet(book, meeting); err != nil {
			return err
		}
		previous, err := previousMeeting(book, meeting)
		if err != nil || previous == nil {
			return err
		}
		view.Previous, err = d.meetingResult(book, *previous)
		return err
	})
	return view, err
}

// meetingResult scores a meeting; nil if no framework was valid on its day.
func (d *Desk) meetingResult(tx reader, meeting app.Meeting) (*app.ScoreResult, error) {
	view, err := d.meetingSheet(tx, meeting)
	if app.CodeOf(err) == CodeNoFramework {
		return nil, nil
	}
	return view.Result, err
}

func (d *Desk) meetingSheet(tx reader, meeting app.Meeting) (SheetView, error) {
	settings, err := tx.Settings()
	if err != nil {
		return SheetView{}, err
	}
	facts, thematic, err := d.meetingFacts(tx, settings, meeting)
	if err != nil {
		return SheetView{}, err
	}
	view, err := d.scoreSheet(tx, settings, sheetQuery{scope: app.ScopeMeeting, about: "meeting", subject: meeting.ID, day: meeting.HeldOn, thematic: thematic, facts: facts})
	if err != nil {
		return view, err
	}
	record, err := tx.MonthRecord(meeting.Month)
	view.Frozen = record.State.IsFrozen() || meeting.IsLocked()
	return view, err
}

// CriteriaSheet returns a month's sheet of the criteria framework, with the month before for comparison. CodeNoFramework if there is none.
func (d *Desk) CriteriaSheet(ctx context.Context, month app.Month) (SheetView, error) {
	return d.PeriodSheet(ctx, "", app.SheetPeriod(month))
}

func (d *Desk) criteriaSheet(tx reader, month app.Month) (SheetView, error) {
	return d.periodSheet(tx, "", app.SheetPeriod(month))
}

// sheetQuery says which sheet is wanted and what its computed values are.
type sheetQuery struct {
	scope    app.FrameworkScope
	code     string // of the framework; "" for the one in force
	about    string // meeting or cell
	subject  string
	day      app.Date
	thematic bool
	facts    app.Facts
}

// frameworkInForce is the framework of a new sheet; nil if there is none.
func frameworkInForce(frameworks []*app.Framework, kind app.CellKind, q sheetQuery) *app.Framework {
	if q.code == "" {
		return app.PickFramework(frameworks, q.scope, q.about, kind, q.day)
	}
	for _, f := range app.FrameworksFor(frameworks, q.scope, kind, q.day) {
		if f.Code == q.code {
			return f
		}
	}
	return nil
}

// scoreSheet finds the framework — the version that the sheet was marked with, else the one valid on the day — and scores.
func (d *Desk) scoreSheet(tx reader, settings app.Settings, q sheetQuery) (SheetView, error) {
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return SheetView{}, err
	}
	framework, marked, err := markedFramework(tx, frameworks, q)
	if err != nil {
		return SheetView{}, err
	}
	if framework == nil {
		if framework = frameworkInForce(frameworks, settings.CellKind, q); framework == nil {
			return SheetView{}, app.NewError(CodeNoFramework, "scope", string(q.scope))
		}
		marked = app.MarkedSheet{Framework: framework.Code, Version: framework.Version, Subject: q.subject}
	}
	marked.Variant = framework.VariantFor(settings.CellKind, q.thematic)
	if !framework.IsFor(q.scope) {
		framework = framework.SelfCheck()
	}
	view := SheetView{Framework: framework, Marked: marked}
	if view.Evidence, err = evidenceOf(tx, view.Key(), marked.Marks); err != nil {
		return view, err
	}
	view.Result, err = framework.Score(app.ScoreInput{Variant: marked.Variant, Facts: q.facts, Marks: withEvidence(marked.Marks, view.Evidence),
		Settings: framework.SettingsOn(settings, q.day)})
	return view, err
}

// markedFramework returns the framework that a sheet was marked with already; nil if it has no marks.
func markedFramework(tx reader, frameworks []*app.Framework, q sheetQuery) (*app.Framework, app.MarkedSheet, error) {
	sheets, err := tx.Sheets()
	if err != nil {
		return nil, app.MarkedSheet{}, err
	}
	for _, sheet := range sheets {
		if sheet.Subject != q.subject || len(sheet.Marks) == 0 {
			continue
		}
		for _, f := range frameworks {
			if f.Code == sheet.Framework && f.Version == sheet.Version && (f.IsFor(q.scope) || q.code == f.Code) && (q.code == "" || q.code == f.Code) {
				return f, sheet, nil
			}
		}
	}
	return nil, app.MarkedSheet{}, nil
}

// SetMark stores one mark of a sheet, or takes it back when it says nothing, and returns the sheet scored anew.
// Errors: CodeMonthClosed, CodeLocked, and those of app.Framework.Score for a mark that does not fit.
func (d *Desk) SetMark(ctx context.Context, key SheetKey, mark app.Mark) (SheetView, error) {
	return d.SetMarks(ctx, key, []app.Mark{mark})
}

// SetMarks is SetMark for several marks in one command.
func (d *Desk) SetMarks(ctx context.Context, key SheetKey, marks []app.Mark) (SheetView, error) {
	var view SheetView
	err := d.update(ctx, "set mark", func(tx *store.Tx) error {
		if err := requireMarkable(tx, key); err != nil {
			return err
		}
		sheet, err := tx.Sheet(key.Framework, key.Version, key.Subject)
		if err != nil {
			return err
		}
		sheet.Framework, sheet.Version, sheet.Subject = key.Framework, key.Version, key.Subject
		framework, err := d.frameworkOf(tx, key)
		if err != nil {
			return err
		}
		for _, mark := range marks {
			mark.Reason, mark.Note = app.Clean(mark.Reason), cleanLines(mark.Note)
			if err := checkReferences(tx, mark); err != nil {
				return err
			}
			if err := framework.CheckMark(mark); err != nil {
				return err
			}
			sheet.Marks = withMark(sheet.Marks, mark)
		}
		if err := tx.PutSheet(sheet); err != nil {
			return err
		}
		if err := d.beginRating(tx, key.Subject); err != nil {
			return err
		}
		view, err = d.sheetOf(tx, key)
		return err
	})
	return view, err
}

// frameworkOf returns the framework that a sheet is scored with; CodeNotFound if the book has none of that version.
func (d *Desk) frameworkOf(tx reader, key SheetKey) (*app.Framework, error) {
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return nil, err
	}
	for _, f := range frameworks {
		if f.Code == key.Framework && f.Version == key.Version {
			return f, nil
		}
	}
	return nil, app.NewError(app.CodeNotFound, "what", key.Framework)
}

// requireMarkable returns CodeLocked for a locked meeting's sheet and CodeMonthClosed for one of a frozen month. The sheet of a
// quarter or year is frozen with its last month.
func requireMarkable(tx *store.Tx, key SheetKey) error {
	if _, _, isRating := ratingOf(key.Subject); isRating {
		return nil
	}
	if period := app.SheetPeriod(key.Subject); period.Validate() == nil {
		return requireOpen(tx, period.Span().To)
	}
	meeting, err := tx.Meeting(key.Subject)
	if err != nil {
		return err
	}
	if meeting.IsLocked() {
		return app.NewError(app.CodeLocked)
	}
	return requireOpen(tx, meeting.Month)
}

func (d *Desk) sheetOf(tx *store.Tx, key SheetKey) (SheetView, error) {
	if period, subject, isRating := ratingOf(key.Subject); isRating {
		return d.ratingSheet(once(tx), period, subject)
	}
	if period := app.SheetPeriod(key.Subject); period.Validate() == nil {
		return d.periodSheet(once(tx), key.Framework, period)
	}
	meeting, err := tx.Meeting(key.Subject)
	if err != nil {
		return SheetView{}, err
	}
	return d.meetingSheet(once(tx), meeting)
}

// withMark replaces the mark of the same id; a mark that says nothing is taken out.
func withMark(marks []app.Mark, mark app.Mark) []app.Mark {
	kept := make([]app.Mark, 0, len(marks)+1)
	for _, m := range marks {
		if m.ID != mark.ID {
			kept = append(kept, m)
		}
	}
	if mark.IsEmpty() {
		return kept
	}
	return append(kept, mark)
}
