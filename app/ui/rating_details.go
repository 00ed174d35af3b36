package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func (p *Program) saveRound(round app.RatingRound, then func()) {
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.SetRatingRound(ctx, round) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		then()
	})
}

// details asks what a person decides of one subject: the form, whether it is rated against the rules, the shortcomings; and leads to its sheet.
func (s *ratingScreen) details(row desk.RatingRow) {
	p, f := s.program, s.view.Framework(row)
	var names, ids []string
	for _, v := range f.Variants {
		names, ids = append(names, v.Name), append(ids, v.ID)
	}
	form := NewSelect(wording.Text("Form"), "", names, nil)
	form.Choose(indexOf(ids, row.Variant))
	reason := NewField(wording.Text("Reason of not rating (empty: rated)"), "")
	reason.SetText(row.LeftOut)
	anyway := NewField(wording.Text("Rated all the same because"), "")
	anyway.SetText(row.RatedAnyway)
	faults := NewArea(wording.Text("Shortcomings of this period"), "", 3)
	faults.SetText(row.Faults)
	parts := []fyne.CanvasObject{}
	if !row.IsCell {
		parts = append(parts, form)
	}
	if row.ByRule {
		parts = append(parts, Paragraph(Span{Icon: IconExempt, Text: wording.Text("By the rules not rated: {reason}", "reason", row.NotRated), Tone: ToneSecond, Size: SizeSmall}), anyway)
	} else {
		parts = append(parts, reason)
	}
	parts = append(parts, faults)
	var d *Dialog
	sheet := NewLink(wording.Text("Score the sheet…"), IconCriteria, func() {
		d.Close()
		p.frame.Show(newRatingSheet(p, s.view, row), placeRating)
	})
	print := NewLink(wording.Text("Print the form"), IconPrint, func() {
		d.Close()
		p.printReport(app.ReportRef{Kind: app.ReportRatingForm, Period: s.period, Subject: row.Subject})
	})
	parts = append(parts, Row(16, sheet, print, Space()))
	d = ShowForm(p.window, row.Name, wording.Text("Save"), Column(12, parts...), nil, func(*Dialog) bool {
		details := desk.RatingDetails{LeftOut: reason.Text(), RatedAnyway: anyway.Text(), Faults: faults.Text()}
		if i := form.Selected(); i >= 0 {
			details.Variant = ids[i]
		}
		s.saveDetails(row.Subject, details)
		return true
	})
}

func (s *ratingScreen) saveDetails(subject string, details desk.RatingDetails) {
	p, period := s.program, s.period
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.SetRatingDetails(ctx, period, subject, details)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.Show(s.month)
	})
}

// enter opens the screen that takes a step's figures of all who are rated.
func (s *ratingScreen) enter(step app.RatingStep) {
	s.program.frame.Show(newRatingStep(s.program, s.view, step), placeRating)
}
