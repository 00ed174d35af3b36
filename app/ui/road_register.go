package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// registerForm asks for what the cell registers and pledges.
type registerForm struct {
	screen      *roadScreen
	value       app.Registration
	level       *Select
	registered  *DateField
	pledged     *DateField
	with        *Field
	note        *Field
	list        *fyne.Container // the targets
	criterion   *Select
	points      *Field
	criteria    []app.Criterion
	dialog      *Dialog
	targetsLeft []app.RegistrationTarget
}

func (s *roadScreen) register() {
	f := &registerForm{screen: s, value: s.road.Registration, list: Column(4)}
	f.targetsLeft = append(f.targetsLeft, f.value.Targets...)
	var levels []string
	at := 0
	for i, l := range s.road.Framework.Levels {
		levels = append(levels, l.Name)
		if l.ID == f.value.Level {
			at = i
		}
	}
	f.level = NewSelect(wording.Text("Aim each month"), "", levels, nil)
	f.level.Choose(at)
	f.registered = NewDateField(wording.Text("Registered on"), "15/01/2026")
	f.registered.Required = true
	f.registered.SetDate(f.value.RegisteredOn)
	if f.value.RegisteredOn == "" {
		f.registered.SetDate(s.program.desk.Today())
	}
	f.pledged = NewDateField(wording.Text("Signed on (empty: not yet)"), "30/01/2026")
	f.pledged.SetDate(f.value.PledgedOn)
	f.with = NewField(wording.Text("Signed with"), wording.Text("the superior committee"))
	f.with.SetText(f.value.PledgedWith)
	f.note = NewArea(wording.Text("Note"), "", 2)
	f.note.SetText(f.value.Note)
	f.targets()
	body := Column(12, f.level, Grid(GridItem{Share: 1, Least: 180, Object: f.registered}, GridItem{Share: 1, Least: 180, Object: f.pledged}), f.with, f.note,
		Rule(), Bold(wording.Text("Targets of single criteria")), f.list, Row(8, Stretch(f.criterion), Limited(grown(110), f.points), NewSmall(wording.Text("Add"), IconAdd, f.add)))
	f.dialog = ShowForm(s.program.window, wording.Text("Register for {year}", "year", s.road.Year), wording.Text("Save"), body, nil, f.save).Wide(640)
	f.registered.Focus()
}

// targets draws the list of targets and the choice of a further criterion.
func (f *registerForm) targets() {
	if f.criterion == nil {
		var names []string
		for _, g := range f.screen.road.Framework.GroupsIn(f.screen.variant()) {
			for _, c := range g.Criteria {
				f.criteria = append(f.criteria, c)
				names = append(names, wording.Text("{number}. {title}", "number", c.No, "title", c.Name))
			}
		}
		f.criterion = NewSelect("", wording.Text("Choose a criterion"), names, nil)
		f.points = NewField("", wording.Text("points"))
	}
	f.list.Objects = nil
	for i, t := range f.targetsLeft {
		c, _ := f.screen.road.Framework.CriterionByID(t.Criterion)
		off := NewSmall("", IconClose, func() {
			f.targetsLeft = append(f.targetsLeft[:i:i], f.targetsLeft[i+1:]...)
			f.targets()
		}).WithTip(wording.Text("Take off"))
		f.list.Add(Row(8, Stretch(Paragraph(Span{Text: wording.Text("{number}. {title}", "number", c.No, "title", c.Name), Size: SizeSmall})),
			Plain(wording.Text("from {points} points", "points", shownNumber(t.Points))), off))
	}
	f.list.Refresh()
	if f.dialog != nil {
		f.dialog.Refit()
	}
}

func (f *registerForm) add() {
	i := f.criterion.Selected()
	if i < 0 {
		f.criterion.Focus()
		return
	}
	target := app.RegistrationTarget{Criterion: f.criteria[i].ID, Points: storedNumber(f.points.Text())}
	check := app.Registration{Year: f.screen.road.Year, Level: f.screen.road.Framework.Levels[0].ID, RegisteredOn: f.screen.program.desk.Today(), Targets: append(f.targetsLeft[:len(f.targetsLeft):len(f.targetsLeft)], target)}
	if err := check.Validate(f.screen.road.Framework); err != nil {
		f.points.SetError(err)
		f.points.Focus()
		return
	}
	f.targetsLeft = check.Targets
	f.points.SetText("")
	f.criterion.Choose(-1)
	f.targets()
}

func (f *registerForm) save(d *Dialog) bool {
	if !f.registered.Valid() || !f.pledged.Valid() {
		return false
	}
	r := f.value
	r.RegisteredOn, _ = f.registered.Date() // valid, as checked above
	r.PledgedOn, _ = f.pledged.Date()
	r.Level, r.PledgedWith, r.Note, r.Targets = f.screen.road.Framework.Levels[f.level.Selected()].ID, f.with.Text(), f.note.Text(), f.targetsLeft
	if err := r.Validate(f.screen.road.Framework); err != nil {
		f.pledged.SetError(err)
		return false
	}
	p := f.screen.program
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.Register(ctx, r) }, func(_ struct{}, err error) {
		if err != nil {
			d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		d.Close()
		f.screen.Show(p.frame.Month())
	})
	return false
}

// variant is the variant that the months were scored in.
func (s *roadScreen) variant() string {
	for _, m := range s.road.Months {
		if m.Result != nil {
			return m.Result.Variant
		}
	}
	if s.road.Period != nil {
		return s.road.Period.Variant
	}
	return s.road.Framework.Variants[0].ID
}
