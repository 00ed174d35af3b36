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
		text := wording.Text("“{name}” becomes “{new}”. This cannot be undone.", "name", plan.Name, "new", plan.NewName) + "\n" +
			wording.Text("Emptied, also in the history: {fields}.", "fields", strings.Join(plan.Blanked, ", ")) + "\n" +
			wording.Text("Stays: {kept}.", "kept", strings.Join(plan.Kept, "; "))
		d := Ask(p.window, Question{Title: wording.Text("Make {name} anonymous?", "name", plan.Name), Text: text, Verb: wording.Text("Make anonymous"), Danger: true, Do: func() {
			Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.Anonymise(ctx, id) }, func(_ struct{}, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				p.frame.Reload()
				p.frame.ShowNotice(MeaningDone, wording.Text("{name} is anonymous now", "name", plan.NewName), nil)
			})
		}})
		d.Wide(680)
	})
}
