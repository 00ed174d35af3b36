package ui

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// summary is what is wanted most often: dates, numbers, points, attendance, open tasks, the last events.
func (m *memberPane) summary() fyne.CanvasObject {
	c := m.card
	change := NewLink(wording.Text("Change…"), "", func() { m.program.changeStanding(c.Member) })
	var atCard, atPhone fyne.CanvasObject
	if atPhone = m.numbersLink(); c.Phone == "" {
		atCard, atPhone = atPhone, nil
	}
	parts := []fyne.CanvasObject{
		Column(5,
			fact(memberFieldWords("bornOn"), c.BornOn.String(), nil),
			fact(wording.Text("Official from"), c.OfficialOn.String(), m.recogniseLink()),
			fact(memberFieldWords("standing"), memberStandingWords(c.StandingNow.Standing), change),
			fact(wording.Text("Card number"), m.cardText(c.PartyCardNo), atCard),
			fact(memberFieldWords("phone"), m.phoneText(c.Phone), atPhone)),
		m.pointsChart(),
		m.attendance(),
	}
	if tasks := m.taskLines(3); tasks != nil {
		parts = append(parts, Column(4, Bold(wording.Text("Assigned tasks")), tasks))
	}
	if events := lifeEvents(c.Member); len(events) > 0 {
		parts = append(parts, Column(4, Bold(wording.Text("History")), eventLines(events[:min(3, len(events))])))
	}
	return Column(12, parts...)
}

// partHead is the title of a part with a figure at its right.
func partHead(title, right string) fyne.CanvasObject {
	if right == "" {
		return Bold(title)
	}
	return Row(4, Stretch(Bold(title)), Second(right))
}

func (m *memberPane) pointsChart() fyne.CanvasObject {
	months := m.card.TwelveMonths
	marks := make([]Mark, len(months))
	low, high, reached, counted := math.Inf(1), 0.0, 0, 0
	for i, p := range months {
		marks[i] = Mark{Value: NoValue()}
		if p.Points == nil {
			continue
		}
		value := float64(*p.Points)
		below := !p.Excused && *p.Points < p.Threshold
		marks[i] = Mark{Value: value, Low: below}
		low, high = min(low, value), max(high, value)
		if below {
			marks[i].Text = strconv.Itoa(*p.Points)
		}
		if !p.Excused {
			counted++
		}
		if !p.Excused && !below {
			reached++
		}
	}
	title := wording.Text("Handbook points of 12 months")
	if math.IsInf(low, 1) {
		return Column(4, partHead(title, ""), Second(wording.Text("No points yet")))
	}
	parts := []fyne.CanvasObject{partHead(title, wording.Text("Reached in {reached} of {counted} months", "reached", reached, "counted", counted)), memberChart(months, marks, low, high)}
	if n := m.card.BelowStreak; n > 1 {
		parts = append(parts, NewState(MeaningError, wording.Text("Below for {count} months running", "count", n)))
	}
	return Column(0, parts...)
}

func memberChart(months []desk.MonthPoints, marks []Mark, low, high float64) *SeriesChart {
	last := len(months) - 1
	marks[0].Label = wording.Text("M{n}", "n", months[0].Month.Number())
	marks[last].Label = wording.Text("M{n}", "n", months[last].Month.Number())
	if p := months[last].Points; p != nil {
		marks[last].Text = strconv.Itoa(*p)
	}
	threshold := float64(months[last].Threshold)
	chart := NewLineChart(wording.Text("Handbook points of 12 months"), marks, threshold, max(0, min(low, threshold)-14), max(high, threshold)+4)
	chart.TargetText, chart.Height = strconv.Itoa(months[last].Threshold), 112
	return chart
}

func (m *memberPane) attendance() fyne.CanvasObject {
	title := wording.Text("Meetings of {year}", "year", m.month.Year())
	if len(m.card.Attendance) == 0 {
		return Column(4, partHead(title, ""), Second(wording.Text("No roll call yet")))
	}
	present, excused, missing := 0, 0, 0
	var squares []StripItem
	for _, a := range m.card.Attendance {
		switch a.Presence {
		case app.Present:
			present++
			squares = append(squares, StripItem{Meaning: MeaningDone})
		case app.AbsentExcused:
			excused++
			squares = append(squares, StripItem{Meaning: MeaningWatch, Text: wording.Text("E (excused)")})
		default:
			missing++
			squares = append(squares, StripItem{Meaning: MeaningError, Text: wording.Text("A (absent)")})
		}
	}
	figures := wording.Text("{count} present", "count", present)
	if excused > 0 {
		figures += ", " + wording.Text("{count} excused", "count", excused)
	}
	if missing > 0 {
		figures += ", " + wording.Text("{count} without leave", "count", missing)
	}
	return Column(5, partHead(title, figures), Squares(squares...))
}

// tasks lists all tasks of the member, newest first.
func (m *memberPane) tasks() fyne.CanvasObject {
	if lines := m.taskLines(len(m.card.Tasks)); lines != nil {
		return lines
	}
	return Second(wording.Text("No task was assigned yet"))
}

// taskLines returns the first tasks, open ones before others; nil if there are none.
func (m *memberPane) taskLines(limit int) fyne.CanvasObject {
	var open, done []app.Task
	for _, t := range m.card.Tasks {
		if t.State == app.TaskOpen {
			open = append(open, t)
		} else {
			done = append(done, t)
		}
	}
	all := append(open, done...)
	if len(all) == 0 {
		return nil
	}
	today := m.program.desk.Today()
	var lines []fyne.CanvasObject
	for _, t := range all[:min(limit, len(all))] {
		meaning, state := taskState(t, today)
		text := NewWords(Span{Text: state, Tone: meaning.Tone(), Bold: true, Size: SizeSmall})
		lines = append(lines, TopRow(8, newIcon(meaning.Icon(), meaning.Tone(), 18), Stretch(Paragraph(Span{Text: t.Title, Size: SizeSmall})), text))
	}
	return Column(5, lines...)
}

// taskState says how a task stands on a day.
func taskState(t app.Task, today app.Date) (Meaning, string) {
	switch days := t.DaysOverdue(today); {
	case t.State == app.TaskDone:
		return MeaningDone, wording.Text("Done")
	case t.State == app.TaskPostponed:
		return MeaningDoing, wording.Text("Carried over")
	case t.State == app.TaskCancelled:
		return MeaningExempt, wording.Text("Taken back")
	case days > 0:
		return MeaningError, wording.Text("{days} days overdue", "days", days)
	case t.DueOn == "":
		return MeaningDoing, wording.Text("No due day")
	}
	return MeaningDoing, wording.Text("Due {day}", "day", t.DueOn)
}

// record shows every field that is filled.
func (m *memberPane) record() fyne.CanvasObject {
	c := m.card.Member
	var lines []fyne.CanvasObject
	link := m.numbersLink()
	for _, field := range memberRecordFields {
		value := m.valueText(c, field)
		if value == "" {
			continue
		}
		lines = append(lines, fact(memberFieldWords(field), value, link))
		link = nil
	}
	change := NewSmall(wording.Text("Change standing…"), IconHistory, func() { m.program.changeStanding(c) })
	return Column(7, append(lines, Row(0, change, Space()), m.personalButtons())...)
}

// valueText is a field as the pane shows it, numbers covered unless they were asked for.
func (m *memberPane) valueText(c app.Member, field string) string {
	switch field {
	case "citizenID", "partyCardNo":
		return m.cardText(*memberText(&c, field))
	case "phone":
		return m.phoneText(c.Phone)
	case "standing":
		return memberStandingWords(m.card.StandingNow.Standing)
	case "kind":
		return kindWords(m.card.KindNow)
	case "sex":
		return sexWords(c.Sex)
	case "post":
		return postWords(c.Post)
	}
	if date := memberDate(&c, field); date != nil {
		return date.String()
	}
	return *memberText(&c, field)
}
