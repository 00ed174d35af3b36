package ui

import (
	"context"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// excuseCurrent asks for the reason to excuse the member of the current cell.
func (s *pointsScreen) excuseCurrent() {
	s.grid.Commit()
	row, month := s.grid.Cell()
	s.askExcuse(row, month)
}

// askExcuse asks once why a member does not count in a month; the reason typed last stands there already.
func (s *pointsScreen) askExcuse(row, month int) {
	if !s.loaded || row >= len(s.view.Rows) || s.grid.at(row, month).Locked {
		return
	}
	old := s.before(row, month)
	reason := NewField(wording.Text("Reason"), wording.Text("On leave, ill, away on duty…"))
	reason.Required = true
	reason.SetText(s.reason)
	if old.excused {
		reason.SetText(old.reason)
	}
	months := app.MonthsOf(s.view.Year)
	title := wording.Text("{name} does not count in month {month}", "name", s.view.Rows[row].Label, "month", months[month].String())
	ShowForm(s.program.window, title, wording.Text("Excuse"), reason, reason, func(d *Dialog) bool {
		if !reason.Valid() {
			d.Refit()
			return false
		}
		s.reason = app.Clean(reason.Text())
		s.change([]pointSet{{row: row, month: month, memberID: old.memberID, excused: true, reason: s.reason}})
		return true
	})
}

// closeMonth closes the month when nothing of it is missing; else it says what is, and shows the way there.
func (s *pointsScreen) closeMonth() {
	s.grid.Commit()
	p, month := s.program, s.month
	Load(p.frame.Worker, "", func(ctx context.Context) (desk.MonthStatus, error) { return p.desk.Month(ctx, month) }, func(status desk.MonthStatus) {
		var missing []string
		for _, c := range status.Missing() {
			if c.What != desk.CheckBackup {
				title, _ := checkWords(c)
				missing = append(missing, title)
			}
		}
		if len(missing) > 0 {
			Ask(p.window, Question{Title: wording.Text("Month {month} is not complete yet", "month", month.String()),
				Text: wording.Text("The points are complete. Points, minutes and criteria are closed together, and this is still missing: {list}.", "list", strings.Join(missing, "; ")),
				Verb: wording.Text("Go on with the month"), Do: func() { p.frame.Open(placeOverview) }})
			return
		}
		Ask(p.window, Question{Title: wording.Text("Close month {month}?", "month", month.String()),
			Text: wording.Text("Points, minutes, scores and criteria can then no longer be changed, unless the month is reopened with a reason."),
			Verb: wording.Text("Close month {n}", "n", month.Number()), Do: func() { s.closeNow(month) }})
	})
}

func (s *pointsScreen) closeNow(month app.Month) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Closing the month"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.CloseMonth(ctx, month, false)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Month {month} is closed", "month", month.String()), nil)
		s.Show(month)
	})
}
