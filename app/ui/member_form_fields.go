package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// make fills the form from the member and shows it.
func (f *memberForm) make() {
	f.fields, f.dates = make(map[string]*Field), make(map[string]*DateField)
	m := f.member
	for _, name := range memberRecordFields {
		if text := memberText(&m, name); text != nil {
			f.fields[name] = newMemberField(name, *text)
		}
		if date := memberDate(&m, name); date != nil {
			f.dates[name] = f.newDate(name, *date)
		}
	}
	f.fields["fullName"].Required = true
	f.sex = choiceOf(wording.Text("Sex"), memberSexes, sexWords, m.Sex)
	f.kind = choiceOf(wording.Text("Kind"), memberKinds, kindWords, m.Kind)
	f.post = choiceOf(wording.Text("Post"), memberPosts, func(post app.Post) string {
		if post == app.NoPost {
			return wording.Text("No post")
		}
		return postWords(post)
	}, m.Post)
	for _, name := range []string{"admittedOn", "officialOn"} {
		f.dates[name].OnDate = func(app.Date) { f.remarkEarly() }
	}
	f.remarkEarly()
	f.page.SetBody(f.sections())
	f.ready = true
	f.fields["fullName"].Focus()
}

// choiceOf returns a select over a list of values.
func choiceOf[T comparable](label string, list []T, words func(T) string, chosen T) *Select {
	options := make([]string, len(list))
	for i, value := range list {
		options[i] = words(value)
	}
	s := NewSelect(label, wording.Text("Not recorded"), options, nil)
	s.Choose(indexOf(list, chosen))
	return s
}

// newMemberField returns an entry; a number of unusual length gets a note under it, which holds nobody up.
func newMemberField(name, text string) *Field {
	if name == "note" {
		area := NewArea(memberFieldWords(name), "", 3)
		area.SetText(text)
		return area
	}
	field := NewField(memberFieldWords(name), "")
	field.SetText(text)
	if usualLengths[name] != nil {
		field.WithNote(numberRemark(name, text))
		field.OnLeave = func(text string) {
			field.WithNote(numberRemark(name, text))
			field.Refresh()
		}
	}
	return field
}

// newDate returns an entry of a date that may be partial but, except for the day of recognition, lies not ahead.
func (f *memberForm) newDate(name string, date app.Date) *DateField {
	field := NewDateField(memberFieldWords(name), wording.Text("dd/mm/yyyy"))
	today := f.program.desk.Today()
	field.LatestYear, field.Life = today.Year(), true
	field.SetDate(date)
	field.CheckDate = func(d app.Date) error {
		if name != "officialOn" && string(d) > string(today)[:len(d)] {
			return app.NewError(codeDateAhead, "value", d.String())
		}
		return nil
	}
	return field
}

// sections are cards of fields that belong together.
func (f *memberForm) sections() fyne.CanvasObject {
	t, d := f.fields, f.dates
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return TopRow(14, Stretch(a), Stretch(b)) }
	person := NewCard(wording.Text("About the person"), nil, Column(12, pair(t["fullName"], t["birthName"]), pair(f.sex, d["bornOn"]),
		pair(t["ethnicity"], t["religion"]), t["nativePlace"]))
	party := NewCard(wording.Text("In the Party"), nil, Column(12, pair(d["admittedOn"], d["officialOn"]), pair(f.kind, f.post),
		pair(t["partyGroup"], t["residenceCell"]), pair(d["arrivedOn"], t["arrivedFrom"])))
	numbers := NewCard(wording.Text("Numbers"), nil, Column(12, pair(t["citizenID"], t["partyCardNo"]), pair(t["phone"], t["dossierNo"]), pair(t["badgeNo"], Column(0))))
	work := NewCard(wording.Text("Work and schooling"), nil, Column(12, pair(t["occupation"], t["department"]), pair(t["earlierWork"], t["schooling"]),
		pair(t["politicalTheory"], t["profession"]), pair(t["language"], Column(0))))
	note := NewCard("", nil, t["note"])
	half := func(o fyne.CanvasObject) GridItem { return GridItem{Share: 1, Least: 430, Object: o} }
	return Column(gapCards, Grid(half(person), half(party)), Grid(half(numbers), half(work)), note)
}

// order is that of the form, from top to bottom, for the first bad field.
func (f *memberForm) order() []*Field {
	t, d := f.fields, f.dates
	return []*Field{t["fullName"], d["bornOn"].Field, d["admittedOn"].Field, d["officialOn"].Field, d["arrivedOn"].Field}
}

func (f *memberForm) valid() bool {
	f.checkSequence()
	return allValid(f.order()...)
}

// checkSequence makes a day of recognition before the admission an error at its field.
func (f *memberForm) checkSequence() {
	admitted, err := f.dates["admittedOn"].Date()
	if err != nil {
		return
	}
	f.dates["officialOn"].CheckDate = func(d app.Date) error {
		n := min(len(d), len(admitted))
		if admitted != "" && d[:n] < admitted[:n] {
			return app.NewError(desk.CodeBeforeAdmission, "value", d.String(), "admitted", admitted.String())
		}
		return nil
	}
}

// remarkEarly says under the day of recognition that the probation was not over; it holds nobody up, for earlier rules had other lengths.
func (f *memberForm) remarkEarly() {
	var m app.Member
	m.AdmittedOn, _ = f.dates["admittedOn"].Date() // a text that is no date has its own words
	m.OfficialOn, _ = f.dates["officialOn"].Date()
	note := ""
	if m.RecognisedEarly(f.months) {
		note = wording.Text("Less than {months} months after the admission. It can be kept.", "months", f.months)
	}
	f.dates["officialOn"].WithNote(note)
	f.dates["officialOn"].Refresh()
}

// codeDateAhead: a date that has not come yet; Values: value.
const codeDateAhead app.Code = "date_ahead"

// collect reads the fields into the member; events stay as they are.
func (f *memberForm) collect() (app.Member, error) {
	m := f.member
	for name, field := range f.fields {
		*memberText(&m, name) = field.Text()
	}
	for name, field := range f.dates {
		date, err := field.Date()
		if err != nil {
			return m, err
		}
		*memberDate(&m, name) = date
	}
	if i := f.sex.Selected(); i >= 0 {
		m.Sex = memberSexes[i]
	}
	if i := f.kind.Selected(); i >= 0 {
		m.Kind = memberKinds[i]
	}
	if i := f.post.Selected(); i >= 0 {
		m.Post = memberPosts[i]
	}
	return m, nil
}
