package ui

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// overviewScreen shows the month: its five steps with the next one in red, what to think of, and three figures.
type overviewScreen struct {
	program *Program
	page    *Page
	view    desk.Overview
}

func newOverviewScreen(p *Program) Screen {
	return &overviewScreen{program: p, page: NewPage(wording.Text("Overview"))}
}

func (s *overviewScreen) Content() fyne.CanvasObject { return s.page }
func (s *overviewScreen) Keys() Keys                 { return Keys{} }
func (s *overviewScreen) Leave(proceed func())       { proceed() }
func (s *overviewScreen) Help() string               { return "overview" }

func (s *overviewScreen) Show(month app.Month) {
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.Overview, error) { return d.Overview(ctx, month) }, func(view desk.Overview) {
		s.view = view
		s.draw(d.Today())
	})
}

func (s *overviewScreen) draw(today app.Date) {
	s.page.SetTitle(overviewTitle(s.view))
	s.page.SetActions(NewWords(Span{Text: longDay(today), Tone: ToneSecond}))
	upper := Grid(GridItem{Share: 64, Least: 520, Object: s.steps()}, GridItem{Share: 36, Least: 330, Object: s.reminders()})
	lower := Grid(GridItem{Share: 43, Least: 420, Object: s.pointsCard()}, GridItem{Share: 22, Least: 240, Object: s.scoreCard()}, GridItem{Share: 32, Least: 240, Object: s.criteriaCard()})
	s.page.SetBody(Column(16, upper, lower))
}

// overviewTitle says how much is left and until when.
func overviewTitle(v desk.Overview) string {
	left := len(v.Steps) - v.Done
	switch {
	case left == 0:
		return wording.Text("Month {month} is done", "month", v.Month.String())
	case v.Record.State == app.MonthAccepted:
		return wording.Text("The committee accepted month {month}", "month", v.Month.String())
	case v.DueOn == "":
		return wording.Text("{count} things left this month", "count", left)
	}
	return wording.Text("{count} things left before {day}", "count", left, "day", dayAndMonth(v.DueOn))
}

func dayAndMonth(d app.Date) string {
	return fmt.Sprintf("%02d/%02d", d.Time().Day(), d.Month().Number())
}

// longDay is "Thứ Hai, 23/11/2026".
func longDay(d app.Date) string {
	names := []string{wording.Text("Sunday"), wording.Text("Monday"), wording.Text("Tuesday"), wording.Text("Wednesday"), wording.Text("Thursday"), wording.Text("Friday"), wording.Text("Saturday")}
	return names[d.Time().Weekday()] + ", " + d.String()
}

func (s *overviewScreen) steps() fyne.CanvasObject {
	v := s.view
	rows := make([]fyne.CanvasObject, 0, len(v.Steps))
	for i, step := range v.Steps {
		rows = append(rows, s.stepRow(i+1, step))
	}
	bar := NewBar(float64(v.Done) / float64(len(v.Steps)))
	bar.Tone = ToneGreenFill
	info := Row(14, Sized(grown(150), 0, bar), Second(wording.Text("{done} of {all} done", "done", v.Done, "all", len(v.Steps))))
	return NewFlushCard(wording.Text("This month's work"), info, Rows(rows...))
}

func (s *overviewScreen) stepRow(number int, step desk.Step) fyne.CanvasObject {
	title, verb, place := stepWords(step.Kind)
	if withoutMembers(step) {
		verb, place = wording.Text("Enter members"), placeMembers
	}
	current := s.view.Next == step.Kind
	open := func() { s.program.frame.Open(place) }
	button := NewSmall(verb, "", open)
	switch {
	case step.State == desk.StepDone, s.view.Record.State.IsFrozen() && !current:
		button.SetText(wording.Text("Look")) // nothing of a closed month can be filled in any more
	case current:
		button = NewPrimary(verb, IconForward, open)
		if step.State == desk.StepDoing {
			button.SetText(wording.Text("Go on"))
		}
	}
	state := stepState(step.State)
	state.White = current
	row := Row(14, newStepSign(number, step.State == desk.StepDone, current), Stretch(Column(2, Bold(title), Paragraph(Span{Text: stepLine(step), Tone: ToneSecond, Size: SizeSmall}))),
		Limited(grown(122), Row(0, state, Space())), Limited(s.verbWidth(), button))
	return newStepRow(Inset(6, 16, 6, 16, row), current)
}

// verbWidth is the width of the column of buttons: that of the longest verb, so that all stand under each other.
func (s *overviewScreen) verbWidth() float32 {
	width := grown(128)
	for _, step := range s.view.Steps {
		if s.view.Next == step.Kind && withoutMembers(step) {
			width = max(width, NewPrimary(wording.Text("Enter members"), IconForward, nil).MinSize().Width)
		}
	}
	return width
}

func stepState(state desk.StepState) *State {
	switch state {
	case desk.StepDone:
		return NewState(MeaningDone, wording.Text("Done"))
	case desk.StepDoing:
		return NewState(MeaningDoing, wording.Text("In progress"))
	}
	return NewState(MeaningNot, wording.Text("Not done"))
}

func stepWords(kind desk.StepKind) (title, verb, place string) {
	switch kind {
	case desk.StepPoints:
		return wording.Text("Handbook points"), wording.Text("Enter points"), placePoints
	case desk.StepMeeting:
		return wording.Text("Cell meeting"), wording.Text("Begin"), placeMeeting
	case desk.StepCriteria:
		return wording.Text("Score the criteria"), wording.Text("Score"), placeCriteria
	case desk.StepReports:
		return wording.Text("Export reports"), wording.Text("Export"), placeReports
	}
	return wording.Text("USB hand-over"), wording.Text("Hand over"), placeHandover
}

// withoutMembers reports whether a step cannot begin because the book has no member in that month.
func withoutMembers(step desk.Step) bool {
	return step.Kind == desk.StepPoints && step.Values["members"] == 0
}

// stepLine is the second line of a step: its figures.
func stepLine(step desk.Step) string {
	v := step.Values
	if withoutMembers(step) {
		return wording.Text("The book has no member in this month yet")
	}
	switch step.Kind {
	case desk.StepPoints:
		return wording.Text("{entered}/{counted} people have points, {reached} reach {threshold}", "entered", v["entered"], "counted", v["counted"], "reached", v["reached"], "threshold", v["threshold"])
	case desk.StepMeeting:
		return meetingLine(step)
	case desk.StepCriteria:
		if v["all"] == nil {
			return wording.Text("No framework for this month")
		}
		return wording.Text("{scored}/{all} criteria have a mark", "scored", v["scored"], "all", v["all"])
	case desk.StepReports:
		return wording.Text("Minutes, resolution, points table, score sheet")
	}
	return handoverLine(v)
}

func meetingLine(step desk.Step) string {
	day, known := step.Values["day"].(app.Date)
	switch {
	case !known:
		return wording.Text("No meeting entered yet")
	case step.State == desk.StepDone:
		return wording.Text("Met on {day}, minutes locked", "day", dayAndMonth(day))
	case step.Values["scored"] == true:
		return wording.Text("Met on {day}, minutes to be locked", "day", dayAndMonth(day))
	}
	return wording.Text("Met on {day}; conclusion, score and minutes are left", "day", dayAndMonth(day))
}

func handoverLine(v map[string]any) string {
	to, _ := v["to"].(string)
	state, _ := v["state"].(app.MonthState)
	if state == app.MonthOpen || state == "" {
		return wording.Text("To {committee}", "committee", to)
	}
	return wording.Text("To {committee}: {state}", "committee", to, "state", monthStateWords(state))
}

func (s *overviewScreen) reminders() fyne.CanvasObject {
	list := s.view.Reminders
	if len(list) == 0 {
		return NewFlushCard(wording.Text("Reminders"), nil, Inset(16, 16, 16, 16, Second(wording.Text("Nothing to think of"))))
	}
	shown := list
	if len(shown) > 5 {
		shown = shown[:5]
	}
	var rows []fyne.CanvasObject
	for _, r := range shown {
		icon, tone, title, sub := reminderWords(r)
		rows = append(rows, NewLine(icon, tone, title, sub, func() { s.program.openReminder(r) }))
	}
	all := NewLink(wording.Text("See all"), "", func() { s.program.frame.Show(newRemindersScreen(s.program), placeOverview) })
	return NewFlushCard(wording.Text("Reminders"), Row(10, Second(wording.Text("{count} things", "count", len(list))), all), Rows(rows...))
}

// reminderWords says what a reminder is about.
func reminderWords(r desk.Reminder) (icon string, tone Tone, title, sub string) {
	switch r.Kind {
	case desk.RemindTask:
		return IconWarning, ToneError, fmt.Sprint(r.Values["title"]), wording.Text("{name}, due {day}, {days} days overdue", "name", r.Name, "day", r.On, "days", -r.Days)
	case desk.RemindProbation:
		title = wording.Text("{name}: probation ends", "name", r.Name)
		if r.Days < 0 {
			return IconClock, ToneError, title, wording.Text("{day}, {days} days ago", "day", r.On, "days", -r.Days)
		}
		return IconClock, ToneGold, title, wording.Text("{day}, {days} days left", "day", r.On, "days", r.Days)
	case desk.RemindBadge:
		return IconBadge, ToneGold, wording.Text("{name}: {years} years in the Party", "name", r.Name, "years", r.Values["years"]), wording.Text("Prepare the badge for the award of {day}", "day", r.On)
	case desk.RemindPoints:
		return IconDown, ToneError, wording.Text("{name} below {threshold} points", "name", r.Name, "threshold", r.Values["threshold"]),
			wording.Text("Two months running: {before}, {now} points", "before", r.Values["before"], "now", r.Values["now"])
	case desk.RemindTemporary, desk.RemindAbsence, desk.RemindNumber:
		return registerReminderWords(r)
	case desk.RemindPapers:
		title = wording.Text("Upload the minutes and resolution of {month}", "month", r.Values["month"])
		if r.Days < 0 {
			return IconClock, ToneError, title, wording.Text("{days} days overdue, was due {day}", "days", -r.Days, "day", r.On)
		}
		return IconClock, ToneGold, title, wording.Text("By {day}", "day", r.On)
	}
	return IconBirthday, ToneSlate, wording.Text("Birthday of {name}", "name", r.Name), longDay(r.On)
}

func (s *overviewScreen) pointsCard() fyne.CanvasObject {
	totals := s.view.Points
	now := totals[len(totals)-1]
	before := totals[len(totals)-2]
	marks := make([]Mark, 0, len(totals))
	for _, t := range totals {
		mark := Mark{Label: monthLabel(t.Month), Value: NoValue()}
		if t.Entered > 0 && t.Counted > 0 {
			mark.Value = sharePercent(t)
			mark.Text = strconv.Itoa(int(mark.Value + 0.5))
		}
		marks = append(marks, mark)
	}
	figure := Row(10, KeyNumber(fmt.Sprintf("%d/%d", now.AtThreshold, now.Counted)), Plain(wording.Percent(now.AtThreshold, now.Counted)), Space(), shareChange(now, before))
	title := wording.Text("Reach {threshold} handbook points", "threshold", now.Threshold)
	barChart := NewBarChart(title, marks, 100, 0, 115)
	barChart.Height = 112
	target := NewWords(Span{Text: wording.Text("Target 100%"), Tone: ToneGold, Bold: true, Size: SizeSmall})
	return NewCard(title, target, Column(8, figure, barChart))
}

func sharePercent(t app.PointTotals) float64 {
	return app.Share{Part: t.AtThreshold, Whole: t.Counted}.Percent()
}

// shareChange says by how many percentage points the share changed against the month before.
func shareChange(now, before app.PointTotals) fyne.CanvasObject {
	if now.Entered == 0 || before.Entered == 0 || before.Counted == 0 || now.Counted == 0 {
		return Second("")
	}
	change := sharePercent(now) - sharePercent(before)
	month := strconv.Itoa(before.Month.Number())
	switch {
	case change < -0.05:
		return NewWords(Span{Icon: IconDown, Tone: ToneSecond, Size: SizeSmall, Text: wording.Text("Down {points} percentage points on month {month}", "points", oneDecimal(-change), "month", month)})
	case change > 0.05:
		return NewWords(Span{Icon: IconUp, Tone: ToneSecond, Size: SizeSmall, Text: wording.Text("Up {points} percentage points on month {month}", "points", oneDecimal(change), "month", month)})
	}
	return Second(wording.Text("As in month {month}", "month", month))
}

func oneDecimal(x float64) string { return wording.Decimal(math.Round(x*10) / 10) }

// monthLabel is "T11".
func monthLabel(m app.Month) string {
	return wording.Text("M{n}", "n", m.Number())
}

func (s *overviewScreen) scoreCard() fyne.CanvasObject {
	scores := s.view.Scores
	marks := make([]Mark, 0, len(scores))
	var last *desk.MeetingScore
	for i := range scores {
		mark := Mark{Label: monthLabel(scores[i].Month), Value: NoValue()}
		if scores[i].Scored {
			mark.Value, mark.Text, last = scores[i].Total, scores[i].Text, &scores[i]
		}
		marks = append(marks, mark)
	}
	figure := fyne.CanvasObject(Second(wording.Text("No meeting scored yet")))
	if last != nil {
		figure = Row(8, KeyNumber(last.Text), Second(wording.Text("month {month}, rated {level}", "month", last.Month.Number(), "level", last.Level)))
	}
	lineChart := NewLineChart(wording.Text("Meeting score"), marks, s.view.Good, 60, 105)
	lineChart.Height = 112
	target := NewWords(Span{Text: s.view.GoodName + ": " + wording.Decimal(s.view.Good), Tone: ToneGold, Bold: true, Size: SizeSmall})
	return NewCard(wording.Text("Meeting score"), target, Column(8, figure, lineChart))
}

// mostGroups is how many rows the card of the criteria has room for.
const mostGroups = 4

// criteriaCard shows how far each group is scored. Of more groups than there is room for it shows those that are not done, the emptiest
// first, and counts the others in one row.
func (s *overviewScreen) criteriaCard() fyne.CanvasObject {
	info := Second(wording.Text("{scored}/{all} scored", "scored", s.view.Scored.Part, "all", s.view.Scored.Whole))
	var rows []fyne.CanvasObject
	for _, g := range groupsShown(s.view.Groups) {
		rows = append(rows, groupRow(g))
	}
	return NewCard(wording.Text("Criteria framework"), info, Column(2, rows...))
}

// groupRow is a group's name over the whole width, and below it how far it is scored.
func groupRow(g desk.GroupProgress) fyne.CanvasObject {
	name, _, _ := strings.Cut(g.Name, ";")
	bar := NewBar(app.Share{Part: g.Scored, Whole: g.All}.Percent() / 100)
	count := Span{Text: fmt.Sprintf("%d/%d", g.Scored, g.All), Bold: true, Size: SizeSmall}
	if g.Scored == g.All && g.All > 0 {
		bar.Tone, count.Icon, count.Tone = ToneGreenFill, iconSmallTick, ToneGreen
	}
	return Column(0, Paragraph(Span{Text: name, Size: SizeSmall}), Row(8, Stretch(bar), NewWords(count)))
}

// groupsShown are the groups that the card lists.
func groupsShown(all []desk.GroupProgress) []desk.GroupProgress {
	if len(all) <= mostGroups {
		return all
	}
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b desk.GroupProgress) int { return cmp.Compare(a.Scored*b.All, b.Scored*a.All) })
	shown, others := order[:mostGroups-1], desk.GroupProgress{}
	for _, g := range order[mostGroups-1:] {
		others.Scored += g.Scored
		others.All += g.All
	}
	others.Name = wording.Text("{count} other groups", "count", len(order)-mostGroups+1)
	kept := slices.DeleteFunc(slices.Clone(all), func(g desk.GroupProgress) bool { return !slices.Contains(shown, g) })
	return append(kept, others)
}
