package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// ratedSubject is one subject of a rating whose score sheet is filled in on the screen of criteria sheets.
type ratedSubject struct {
	period  app.SheetPeriod
	subject string
	name    string
	view    desk.RatingView
}

// form names the subject's own form.
func (r *ratedSubject) form() app.ReportRef {
	return app.ReportRef{Kind: app.ReportRatingForm, Period: r.period, Subject: r.subject}
}

// newRatingSheet returns the screen that scores a member or the cell for a rating.
func newRatingSheet(p *Program, view desk.RatingView, row desk.RatingRow) *criteriaScreen {
	s := &criteriaScreen{program: p, scope: view.Round.Period.Scope(), page: NewPage(row.Name)}
	s.rating = &ratedSubject{period: view.Round.Period, subject: row.Subject, name: row.Name, view: view}
	s.page.SetSub(wording.Text("Quality rating, {period}", "period", view.Round.Period))
	return s
}

func (s *criteriaScreen) loadRating() {
	d, r := s.program.desk, s.rating
	Do(s.program.frame.Worker, "", func(ctx context.Context) (desk.SheetView, error) { return d.RatingSheet(ctx, r.period, r.subject) }, func(v desk.SheetView, err error) {
		if err != nil {
			s.page.SetActions(s.ratingActions()...)
			s.page.SetBody(NewEmpty(wording.Sentence(err), nil))
			return
		}
		s.show(v)
	})
}

func (s *criteriaScreen) ratingActions() []fyne.CanvasObject {
	back := NewButton(wording.Text("Back to the rating"), IconLeft, func() { s.program.openRatings(s.rating.period) })
	return []fyne.CanvasObject{back, NewButton(wording.Text("Print the form"), IconPrint, s.print)}
}

// ratingHead says what the total leads to: the conditions of the levels beside the points.
func (s *criteriaScreen) ratingHead() fyne.CanvasObject {
	r := s.view.Result
	var spans []fyne.CanvasObject
	for _, c := range r.Conditions {
		icon, tone := IconDone, ToneGreen
		switch c.State {
		case app.ConditionFailed:
			icon, tone = IconWarning, ToneError
		case app.ConditionUnknown, app.ConditionVoid:
			icon, tone = IconCircle, ToneSecond
		case app.ConditionSkipped:
			continue
		}
		text := c.Text
		if c.Value != "" {
			text += ": " + c.Value
		}
		spans = append(spans, NewWords(Span{Icon: icon, Text: text, Tone: tone, Size: SizeSmall}))
	}
	if len(spans) == 0 {
		return Second(wording.Text("When everything is scored, the conditions of the levels beside the points stand here."))
	}
	return Flow(20, spans...)
}
