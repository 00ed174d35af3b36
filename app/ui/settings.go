package ui

import (
	"context"
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// settingsScreen shows what a user can set: names, documents, rules with their dates, the look, the passphrase, backups.
type settingsScreen struct {
	program  *Program
	page     *Page
	tabs     *Tabs
	settings app.Settings

	fields  map[string]*Field
	safe    desk.BackupState
	persons []app.Person // who open the book

	fingerprint, deputy string // of the book's own key; the deputy whose book this is, "" in all others
	number              *Select
	kind                *Select
	rules               []ruleRow
	begun               app.Settings // what the fields said when they were filled or saved
}

// lastSavedTab is the last of the tabs whose fields are saved together.
const lastSavedTab = 2

// ruleRow is one dated rule in the table of rules.
type ruleRow struct {
	key   app.RuleKey
	from  *DateField
	value *Field
	basis *Field
}

func newSettingsScreen(p *Program) Screen {
	s := &settingsScreen{program: p, fields: make(map[string]*Field)}
	s.page = NewPage(wording.Text("Settings"))
	s.tabs = NewTabs(s.showTab, Tab{Icon: IconMembers, Text: wording.Text("Names")}, Tab{Icon: IconReports, Text: wording.Text("Documents")},
		Tab{Icon: IconCalendar, Text: wording.Text("Rules and due days")}, Tab{Icon: IconShow, Text: wording.Text("Appearance")}, Tab{Icon: IconShield, Text: wording.Text("Safety")})
	s.page.SetTabs(s.tabs)
	s.tabs.Choose(p.settingsTab)
	return s
}

func (s *settingsScreen) Content() fyne.CanvasObject { return s.page }
func (s *settingsScreen) Keys() Keys {
	return Keys{Save: s.save, Undo: nothingToUndo, Redo: nothingToUndo}
}
func (s *settingsScreen) Help() string { return "settings" }
func (s *settingsScreen) Leave(proceed func()) {
	if s.kind == nil || !s.changed() {
		proceed()
		return
	}
	askToLeave(s.program.window, proceed)
}

// changed reports whether the fields say something else than when they were filled or saved; what cannot be saved does.
func (s *settingsScreen) changed() bool {
	now, err := s.collect()
	return err != nil || !reflect.DeepEqual(now, s.begun)
}

func (s *settingsScreen) Show(app.Month) {
	d := s.program.desk
	type loaded struct {
		settings app.Settings
		safe     desk.BackupState
		persons  []app.Person

		fingerprint, deputy string
	}
	Load(s.program.frame.Worker, "", func(ctx context.Context) (l loaded, err error) {
		if l.settings, err = d.Settings(ctx); err == nil {
			l.safe, err = d.BackupState(ctx)
		}
		if err == nil {
			l.persons, err = d.Persons(ctx)
		}
		if err == nil {
			l.fingerprint, err = d.OwnFingerprint(ctx)
		}
		if err == nil {
			l.deputy, err = d.DeputyName(ctx)
		}
		return l, err
	}, func(l loaded) {
		typed := s.kind != nil && s.changed() // what was typed stays, whatever else was read anew: it is not in the book yet
		s.settings, s.safe, s.persons, s.fingerprint, s.deputy = l.settings, l.safe, l.persons, l.fingerprint, l.deputy
		if !typed {
			s.make()
		}
		s.showTab(s.tabs.Selected())
	})
}

// make fills the fields from the settings.
func (s *settingsScreen) make() {
	text := func(key, label, value string) {
		f := NewField(label, "")
		f.SetText(value)
		s.fields[key] = f
	}
	text("name", wording.Text("Name of the cell or committee"), s.settings.Name)
	text("code", wording.Text("Code"), s.settings.Code)
	text("enterprise", wording.Text("Enterprise"), s.settings.Enterprise)
	text("superior", wording.Text("Superior Party body (head of documents)"), s.settings.SuperiorName)
	text("committee", wording.Text("Committee that receives the reports"), s.settings.CommitteeName)
	text("place", wording.Text("Place name"), s.settings.PlaceName)
	text("meetingPlace", wording.Text("Usual place of meetings"), s.settings.MeetingPlace)
	text("bodyCode", wording.Text("Code of the body in document numbers"), s.settings.BodyCode)
	text("recorder", wording.Text("Label of the recorder"), s.settings.RecorderLabel)
	text("chair", wording.Text("Label of the chair"), s.settings.ChairLabel)
	text("signing", wording.Text("Signing authority"), s.settings.SigningLine)
	s.fields["name"].Required, s.fields["code"].Required = true, true
	s.fields["recipients"] = NewArea(wording.Text("Recipients of resolutions, one in a line"), "", 4)
	s.fields["recipients"].SetText(joinLines(s.settings.Recipients))
	s.kind = NewSelect(wording.Text("Kind of cell"), "", cellKindOptions(), nil)
	s.kind.Choose(indexOf(cellKinds, s.settings.CellKind))
	s.number = NewSelect(wording.Text("Numbers of documents begin anew"), "", []string{wording.Text("each term"), wording.Text("each year")}, nil)
	s.number.Choose(indexOf([]app.Numbering{app.NumberByTerm, app.NumberByYear}, s.settings.Numbering))
	s.rules = s.rules[:0]
	for _, rule := range s.settings.Rules {
		s.rules = append(s.rules, newRuleRow(rule))
	}
	s.begun, _ = s.collect() // what is in the book can be read
}

func newRuleRow(rule app.DatedRule) ruleRow {
	row := ruleRow{key: rule.Key, from: lowDate(wording.Text("always")), value: NewLowField("0"), basis: NewLowField("")}
	row.from.SetDate(rule.From)
	row.value.SetText(strconv.Itoa(rule.Value))
	row.basis.SetText(rule.Source)
	return row
}

func (s *settingsScreen) showTab(tab int) {
	bodies := []func() fyne.CanvasObject{s.names, s.documents, s.ruleTable, s.look, s.safety}
	s.program.settingsTab = tab
	s.page.SetActions()
	if tab <= lastSavedTab { // the look and the safety of the book are changed one by one, at once
		s.page.SetActions(NewPrimary(wording.Text("Save"), IconTick, s.save))
	}
	s.page.SetBody(bodies[tab]())
	s.page.scroll.ScrollToTop()
}

func (s *settingsScreen) pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return TopRow(16, Stretch(a), Stretch(b))
}

func (s *settingsScreen) names() fyne.CanvasObject {
	f := s.fields
	return NewCard(wording.Text("Names"), nil, Column(12, s.pair(f["name"], f["code"]), s.pair(f["enterprise"], s.kind),
		s.pair(f["superior"], f["committee"]), s.pair(f["place"], f["meetingPlace"])))
}

func (s *settingsScreen) documents() fyne.CanvasObject {
	f := s.fields
	card := NewCard(wording.Text("Documents"), nil, Column(12, s.pair(f["bodyCode"], s.number), s.pair(f["recorder"], f["chair"]), f["signing"], f["recipients"]))
	if s.settings.Role != app.CellBook {
		return Column(16, card, s.layoutCard())
	}
	return Column(16, card, s.layoutCard(), NewCard(wording.Text("Starting in mid-term"), NewSmall(wording.Text("Enter…"), IconEdit, s.midTerm),
		Paragraph(Span{Text: wording.Text("The last numbers used and the open tasks from before this book are entered once."), Tone: ToneSecond})))
}

// ruleTable lists the dated rules: the same rule may stand there several times with different first days.
func (s *settingsScreen) ruleTable() fyne.CanvasObject {
	rows := []fyne.CanvasObject{Row(12, StretchBy(6, Bold(wording.Text("Rule"))), Limited(grown(150), Bold(wording.Text("From"))), Limited(grown(90), Bold(wording.Text("Value"))), StretchBy(5, Bold(wording.Text("Source"))))}
	for _, r := range s.rules {
		rows = append(rows, TopRow(12, StretchBy(6, Inset(7, 0, 0, 0, Paragraph(Span{Text: ruleWords(r.key)}))), Limited(grown(150), r.from), Limited(grown(90), r.value), StretchBy(5, r.basis)))
	}
	rows = append(rows, Row(12, NewSmall(wording.Text("New threshold from a day"), IconAdd, func() { s.addRule(app.RulePointsThreshold) }),
		NewSmall(wording.Text("New due day from a day"), IconAdd, func() { s.addRule(app.RuleHandoverDueDay) }),
		NewSmall(wording.Text("Probationary members and points"), IconAdd, func() { s.addRule(app.RulePointsProbation) }),
		NewSmall(wording.Text("Retention periods"), IconAdd, s.addRetention), Space()))
	return NewCard(wording.Text("Rules and due days"), nil, Column(8, rows...))
}

func (s *settingsScreen) addRule(key app.RuleKey) {
	day := s.program.frame.Month().Next().First() // a month that may be closed already keeps its rule
	value, _ := s.settings.RuleOn(key, day)
	s.rules = append(s.rules, newRuleRow(app.DatedRule{Key: key, From: day, Value: value}))
	s.showTab(2)
	s.rules[len(s.rules)-1].value.FocusAll()
}

// addRetention adds the periods that hold now for data of those who left, to be changed from a day on.
func (s *settingsScreen) addRetention() {
	day := s.program.desk.Today()
	rules, err := s.program.desk.RetentionRules(s.settings, day)
	if err != nil {
		s.program.frame.ShowError(err)
		return
	}
	for _, rule := range rules {
		rule.From = day
		s.rules = append(s.rules, newRuleRow(rule))
	}
	s.showTab(2)
	s.rules[len(s.rules)-len(rules)].value.FocusAll()
}

// ruleWords names a rule.
func ruleWords(key app.RuleKey) string {
	switch key {
	case app.RulePointsThreshold:
		return wording.Text("Handbook points to reach each month")
	case app.RulePointsDueDay:
		return wording.Text("Day by which points are entered")
	case app.RuleHandoverDueDay:
		return wording.Text("Day by which the report is handed over (31: last day)")
	case app.RuleAttendanceAim:
		return wording.Text("Percent present that is aimed at")
	case app.RuleWellCellsAim:
		return wording.Text("Aim: share of cells that do their work well, percent")
	case app.RuleModelCellsAim:
		return wording.Text("Aim: share of model cells, percent")
	case app.RuleAttendanceLow:
		return wording.Text("Percent present below which a meeting is warned about")
	case app.RuleTwoThirds:
		return wording.Text("Thousandths present that a congress needs (667: two thirds)")
	case app.RuleThematicPerQuarter:
		return wording.Text("Thematic meetings in a quarter")
	case app.RulePapersDays:
		return wording.Text("Days before the meeting that papers are uploaded")
	case app.RuleFinalDays:
		return wording.Text("Days after the meeting that the resolution is uploaded")
	case app.RulePointsProbation:
		return wording.Text("Probationary members count for points (1 yes, 0 no)")
	case app.RuleRetentionNumbers:
		return wording.Text("Months after leaving: numbers of papers, telephone")
	case app.RuleRetentionPerson:
		return wording.Text("Months after leaving: birth, sex, origin")
	case app.RuleRetentionWork:
		return wording.Text("Months after leaving: work, education")
	case app.RuleRetentionName:
		return wording.Text("Months after leaving: name, notes")
	case app.RuleProbationMonths:
		return wording.Text("Months of probation")
	}
	return string(key)
}

func (s *settingsScreen) save() {
	if s.fields["name"] == nil { // another job runs and the settings are not read yet
		return
	}
	if !allValid(s.fields["name"], s.fields["code"]) {
		return
	}
	changed, err := s.collect()
	if err != nil {
		s.program.frame.ShowError(err)
		return
	}
	p := s.program
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.SaveSettings(ctx, changed)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.settings, s.begun = changed, changed
		line := organisationLine(changed)
		if changed.Role == app.CommitteeBook {
			line = p.frame.options.Organisation // how many cells and members it has
		}
		p.frame.SetBook(changed.Name, line)
		p.frame.ShowNotice(MeaningDone, wording.Text("Settings saved"), nil)
	})
}

// collect reads the fields into settings.
func (s *settingsScreen) collect() (app.Settings, error) {
	c, f := s.settings, s.fields
	c.Name, c.Code, c.Enterprise = f["name"].Text(), f["code"].Text(), f["enterprise"].Text()
	c.SuperiorName, c.CommitteeName, c.PlaceName = f["superior"].Text(), f["committee"].Text(), f["place"].Text()
	c.MeetingPlace, c.BodyCode = f["meetingPlace"].Text(), f["bodyCode"].Text()
	c.RecorderLabel, c.ChairLabel, c.SigningLine = f["recorder"].Text(), f["chair"].Text(), f["signing"].Text()
	c.Recipients = splitLines(f["recipients"].Text())
	if i := s.kind.Selected(); i >= 0 {
		c.CellKind = cellKinds[i]
	}
	if i := s.number.Selected(); i >= 0 {
		c.Numbering = []app.Numbering{app.NumberByTerm, app.NumberByYear}[i]
	}
	c.Rules = nil
	for _, row := range s.rules {
		from, err := row.from.Date()
		if err != nil {
			return c, err
		}
		value, err := strconv.Atoi(row.value.Text())
		if err != nil || value < 0 || value > 10000 {
			return c, app.NewError(app.CodeOutOfRange, "field", ruleWords(row.key), "value", row.value.Text(), "min", 0, "max", 10000)
		}
		c.Rules = append(c.Rules, app.DatedRule{Key: row.key, From: from, Value: value, Source: row.basis.Text()})
	}
	return c, nil
}

// look lets the user choose language, text size and colours; they are of this computer, not of the book.
func (s *settingsScreen) look() fyne.CanvasObject {
	a, frame := fyne.CurrentApp(), s.program.frame
	rebuild := func() {
		a.Settings().SetTheme(preferredTheme(a))
		frame.Rebuild()
	}
	languages, sizes, looks := []string{"vi", "en"}, []TextScale{TextNormal, TextLarge, TextVeryLarge}, []Look{LookLight, LookDark}
	language := NewSelect(wording.Text("Language"), "", []string{"Tiếng Việt", "English"}, func(i int) {
		a.Preferences().SetString(preferLanguage, languages[i])
		wording.Use(languages[i])
		s.program.reopenFrame()
	})
	language.Choose(indexOf(languages, wording.Language()))
	size := NewSelect(wording.Text("Text size"), "", []string{wording.Text("Normal"), wording.Text("Large"), wording.Text("Very large")}, func(i int) {
		a.Preferences().SetFloat(preferText, float64(sizes[i]))
		rebuild()
	})
	size.Choose(indexOf(sizes, TextScale(a.Preferences().FloatWithFallback(preferText, 1))))
	look := NewSelect(wording.Text("Colours"), "", []string{wording.Text("Light"), wording.Text("Dark")}, func(i int) {
		a.Preferences().SetString(preferLook, string(looks[i]))
		rebuild()
	})
	look.Choose(indexOf(looks, Look(a.Preferences().StringWithFallback(preferLook, string(LookLight)))))
	return NewCard(wording.Text("Appearance"), nil, TopRow(16, Stretch(language), Stretch(size), Stretch(look)))
}
