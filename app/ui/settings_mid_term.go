package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// midTerm enters what the cell brings along from before the book: numbers used, and open tasks one by one.
func (s *settingsScreen) midTerm() {
	p, month := s.program, s.program.frame.Month()
	Load(p.frame.Worker, "", func(ctx context.Context) ([]desk.MemberRow, error) { return p.desk.Members(ctx, month) }, s.askMidTerm)
}

func (s *settingsScreen) askMidTerm(members []desk.MemberRow) {
	from := NewDateField(wording.Text("First day of the present term"), wording.Text("dd/mm/yyyy"))
	from.SetDate(s.settings.TermFrom)
	minutes, resolution := newNumberField(wording.Text("Last number used for minutes")), newNumberField(wording.Text("Last number used for resolutions"))
	setNumber(minutes, s.settings.UsedNumbers[string(app.TypeMinutes)])
	setNumber(resolution, s.settings.UsedNumbers[string(app.TypeResolution)])
	title := NewField(wording.Text("Open task of the last resolution (empty: none)"), "")
	names, labels := make([]string, len(members)), listNames(members)
	for i, m := range members {
		names[i] = labels[m.ID]
	}
	who := NewSelect(wording.Text("Person in charge"), wording.Text("Choose a person"), names, nil)
	assigned, due := NewDateField(wording.Text("Resolution of"), wording.Text("dd/mm/yyyy")), NewDateField(wording.Text("Due"), wording.Text("dd/mm/yyyy"))
	p := s.program
	body := Column(12, from, TopRow(16, Stretch(minutes), Stretch(resolution)), Rule(), title, who, TopRow(16, Stretch(assigned), Stretch(due)))
	ShowForm(p.window, wording.Text("Starting in mid-term"), wording.Text("Save"), body, minutes, func(d *Dialog) bool {
		first, errFrom := from.Date()
		on, errOn := assigned.Date()
		by, errDue := due.Date()
		if !allValid(minutes, resolution) || errFrom != nil || errOn != nil || errDue != nil {
			return false
		}
		var tasks []desk.EarlierTask
		if title.Text() != "" {
			task := desk.EarlierTask{Title: title.Text(), AssignedOn: on, DueOn: by}
			if i := who.Selected(); i >= 0 {
				task.AssigneeID = members[i].ID
			}
			tasks = append(tasks, task)
		}
		used := map[string]int{string(app.TypeMinutes): numberOf(minutes), string(app.TypeResolution): numberOf(resolution)}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.BeginMidTerm(ctx, first, used, tasks)
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.Show(p.frame.Month())
		})
		return false
	})
}
