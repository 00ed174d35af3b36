package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/wording"
)

// askReopen asks for the reason to change a closed month, opens it again, and calls then.
func (p *Program) askReopen(month app.Month, then func()) {
	reason := NewField(wording.Text("Reason"), wording.Text("What is changed"))
	reason.Required = true
	ShowForm(p.window, wording.Text("Reopen month {month}", "month", month.String()), wording.Text("Reopen"), reason, reason, func(d *Dialog) bool {
		if !reason.Valid() {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.ReopenMonth(ctx, month, reason.Text())
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			then()
		})
		return false
	})
}
