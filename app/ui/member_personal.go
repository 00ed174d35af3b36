package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// personalButtons are what a member may ask for about his data, and after he left the way to make him anonymous.
func (m *memberPane) personalButtons() fyne.CanvasObject {
	buttons := []fyne.CanvasObject{
		NewSmall(wording.Text("All data held…"), IconReports, func() {
			m.savePersonal(wording.Text("Data of {name}", "name", m.card.FullName), m.program.desk.SavePersonalData)
		}),
		NewSmall(wording.Text("Consent note…"), IconPrint, func() {
			m.savePersonal(wording.Text("Consent of {name}", "name", m.card.FullName), m.program.desk.SaveConsent)
		}),
	}
	if m.card.Left && m.card.AnonymisedOn == "" {
		buttons = append(buttons, NewSmall(wording.Text("Make anonymous…"), IconHide, m.askAnonymise))
	}
	return Flow(8, buttons...)
}

// savePersonal asks where to, writes a PDF and offers to open it.
func (m *memberPane) savePersonal(name string, save func(ctx context.Context, memberID, path string) error) {
	p, id := m.program, m.id
	p.pickSave(wording.Text("Where to save the paper"), name+".pdf", func(path string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, save(ctx, id, path)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}. It holds personal data: keep it safe.", "path", path),
				NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
		})
	})
}

// askAnonymise says beforehand what is emptied, what stays, and what older copies still hold.
func (m *memberPane) askAnonymise() {
	p, id := m.program, m.id
	Load(p.frame.Worker, "", func(ctx context.Context) (desk.Anonymising, error) { return p.desk.PreviewAnonymise(ctx, id) }, func(plan desk.Anonymising) {
		d := Ask(p.window, Question{Title: wording.Text("Make {name} anonymous?", "name", plan.Name), Text: anonymisingWords(plan), Verb: wording.Text("Make anonymous"), Danger: true, Do: func() {
			Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.Anonymise(ctx, id) }, func(_ struct{}, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				p.frame.Reload()
				p.frame.ShowNotice(MeaningDone, wording.Text("Emptied of {name}: {fields}", "name", plan.Name, "fields", strings.Join(plan.Blanked, ", ")), nil)
			})
		}})
		d.Wide(680)
	})
}

// anonymisingWords say what is emptied now, what later and when, and what stays for good.
func anonymisingWords(plan desk.Anonymising) string {
	var lines []string
	if plan.NewName != "" {
		lines = append(lines, wording.Text("“{name}” becomes “{new}”. This cannot be undone.", "name", plan.Name, "new", plan.NewName))
	} else {
		lines = append(lines, wording.Text("This cannot be undone."))
	}
	lines = append(lines, wording.Text("Emptied now, also in the history: {fields}.", "fields", strings.Join(plan.Blanked, ", ")))
	for _, class := range plan.Later {
		lines = append(lines, wording.Text("Kept until {day}: {what} ({source}).", "day", class.Until.String(), "what", class.Name, "source", class.Source))
	}
	return strings.Join(append(lines, wording.Text("Stays: {kept}.", "kept", strings.Join(plan.Kept, "; "))), "\n")
}
