package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// preparationFields are what is done before and after the meeting: each a tick with its day (42-HD/BTCTW, part II).
func (s *meetingScreen) preparationFields() fyne.CanvasObject {
	m := &s.draft.meeting
	p := &m.Preparation
	papers, knownPapers := s.draft.settings.RuleOn(app.RulePapersDays, m.HeldOn)
	final, knownFinal := s.draft.settings.RuleOn(app.RuleFinalDays, m.HeldOn)
	drafter := s.person(NewSelect(wording.Text("Drafted the papers"), wording.Text("Choose a person"), nil, nil), p.DraftedBy, func(id string) { p.DraftedBy = id })
	rows := []fyne.CanvasObject{drafter}
	if m.Kind == app.RegularMeeting {
		rows = append(rows, s.doneOn(doneThing{text: wording.Text("Committee of the cell met"), day: &p.CommitteeMetOn, before: true}),
			Inset(0, 0, 0, grown(26), s.tick(wording.Text("Minutes were kept"), p.CommitteeMinutes, func(on bool) { p.CommitteeMinutes = on })))
	}
	rows = append(rows, s.doneOn(doneThing{text: wording.Text("Time, place, contents announced"), day: &p.NoticeOn, before: true}))
	sent := doneThing{text: wording.Text("Papers sent to members"), day: &p.PapersOn, before: true}
	if knownPapers {
		sent.days, sent.note = papers, wording.Text("At least {count} days before the meeting", "count", papers)
	}
	uploaded := doneThing{text: wording.Text("Final papers uploaded"), day: &p.FinalPapersOn}
	told := doneThing{text: wording.Text("Superior told of the result"), day: &p.SuperiorToldOn}
	if knownFinal {
		uploaded.days, uploaded.note = final, wording.Text("Within {count} days after the meeting", "count", final)
		told.days, told.note = final, uploaded.note
	}
	rows = append(rows, s.doneOn(sent), Rule(), s.doneOn(uploaded), s.doneOn(told), Rule())
	rows = append(rows, s.area(wording.Text("Party dues"), wording.Text("For example: dues of the month before collected and paid"), 2, &m.DuesNote))
	return Column(8, rows...)
}

// doneThing is something that is done before or after a meeting.
type doneThing struct {
	text   string
	note   string
	day    *app.Date
	before bool // before the meeting, not after it
	days   int  // at least so many days before, or at most so many after
}

// late reports whether the day is not what the rule asks for.
func (t doneThing) late(held app.Date) bool {
	if *t.day == "" || !held.IsFull() {
		return false
	}
	if t.before {
		return t.day.DaysUntil(held) < t.days
	}
	return *t.day < held || t.note != "" && held.DaysUntil(*t.day) > t.days
}

// doneOn is a tick with the day: ticking takes today, or the last day that the rule allows before the meeting.
func (s *meetingScreen) doneOn(t doneThing) fyne.CanvasObject {
	held := s.draft.meeting.HeldOn
	note := Paragraph(Span{})
	day := lowDate("dd/mm/yyyy")
	var check *Check
	show := func() {
		tone := ToneSecond
		if t.late(held) {
			tone = ToneAmber
		}
		note.SetSpans(Span{Text: t.note, Size: SizeSmall, Tone: tone})
		check.Set(*t.day != "")
	}
	check = s.tick(t.text, *t.day != "", func(on bool) {
		*t.day = ""
		if on {
			*t.day = s.program.desk.Today()
			if latest := held.AddDays(-t.days); t.before && *t.day > latest {
				*t.day = latest
			}
		}
		day.SetDate(*t.day)
		show()
	})
	s.date(day, *t.day, func(d app.Date) {
		*t.day = d
		show()
	})
	show()
	parts := []fyne.CanvasObject{check}
	if t.note != "" {
		parts = append(parts, Inset(0, 0, 0, grown(26), note))
	}
	return Row(8, Stretch(Column(0, parts...)), Limited(grown(150), day))
}
