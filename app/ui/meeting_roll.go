package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// rollList is the roll call: those who must attend, one row each, then those who need not; the figures stay at the bottom.
// Tab comes to the row that had the keyboard last, and goes on behind the list.
type rollList struct {
	screen *meetingScreen
	rows   []*rollRow
	list   *fyne.Container
	body   *scrollBody
	totals *fyne.Container
	state  *fyne.Container
	card   *Card
}

func newRollList(s *meetingScreen) *rollList {
	r := &rollList{screen: s, list: Column(0), totals: container.NewStack(), state: Row(0)}
	locked := s.draft.readOnly()
	var exempt []desk.MeetingMember
	for _, m := range s.draft.view.Members {
		if !m.Counts {
			exempt = append(exempt, m)
			continue
		}
		r.add(m, locked)
	}
	for _, m := range exempt {
		r.list.Add(exemptRow(m))
	}
	r.body = newScrollBody(r.list)
	head := newHeadBand(wording.Text("Full name"), wording.Text("Reason of absence"))
	foot := newGround(ToneFrame, Inset(10, 16, 10, 14, r.totals))
	r.card = NewFlushCard(wording.Text("Roll call"), r.state, Column(0, head, Stretch(r.body.holder), Rule(), foot))
	r.showFigures()
	return r
}

func (r *rollList) add(m desk.MeetingMember, locked bool) {
	line, found := r.screen.draft.meeting.PresenceOf(m.ID)
	if !found {
		line = app.Attendance{MemberID: m.ID}
	}
	row, at := newRollRow(m, line), len(r.rows)
	row.set = func(line app.Attendance) {
		r.screen.draft.setPresence(line)
		r.showFigures()
	}
	row.reason.OnLeave = func(string) { r.screen.draft.save(nil) }
	row.grew = func() {
		r.list.Refresh()
		r.body.settle()
		r.screen.page.Refresh()
	}
	row.moved = func(by int) {
		if to := at + by; to >= 0 && to < len(r.rows) {
			r.rows[to].take()
		}
	}
	row.stop = at == 0
	row.take = func() {
		for _, other := range r.rows {
			other.stop = other == row
		}
		giveFocus(row)
	}
	if locked {
		row.Disable()
	}
	r.rows = append(r.rows, row)
	r.list.Add(row)
}

// exemptRow is a member who need not attend.
func exemptRow(m desk.MeetingMember) fyne.CanvasObject {
	words := wording.Text("{standing}, not counted", "standing", standingWords(m.Standing.Standing))
	row := Row(10, NewWords(Span{Text: m.Label, Tone: ToneSecond}), Space(), NewQuietState(MeaningExempt, words))
	return Column(0, Sized(0, grown(rollHeight-1), Inset(7, rollRight, 7, 14, row)), Rule())
}

// focusFirst gives the keyboard to the first row.
func (r *rollList) focusFirst() {
	if r != nil && len(r.rows) > 0 && !r.screen.draft.readOnly() {
		r.rows[0].take()
	}
}

// showFigures writes who is there, how many are absent, and whether the aim is reached.
func (r *rollList) showFigures() {
	draft := r.screen.draft
	roll := draft.roll()
	there := NewWords(Span{Text: wording.Number(roll.Present), Bold: true}, Span{Text: " " + wording.Text("present") + "   "},
		Span{Text: wording.Number(roll.Excused), Bold: true}, Span{Text: " " + wording.Text("excused") + "   "},
		Span{Text: wording.Number(roll.Unexcused), Bold: true}, Span{Text: " " + wording.Text("unexcused")})
	there.Px = SizeSmall
	exempt := Second("")
	if roll.NotCounted > 0 {
		exempt.SetText(wording.Text("{count} exempt, not counted", "count", roll.NotCounted))
	}
	r.totals.Objects = []fyne.CanvasObject{Flow(12, there, exempt)}
	words := wording.Text("{present}/{all}, {percent}", "present", roll.Present, "all", roll.Required, "percent", wording.Percent(roll.Present, roll.Required))
	meaning := MeaningDone
	if low := app.AttendanceOn(draft.settings, roll, draft.meeting.HeldOn); low.Key != "" {
		meaning = MeaningWatch
		words = wording.Text("{figures}, aim {aim}%", "figures", words, "aim", low.Needed.Show())
		if low.Key == app.RuleTwoThirds {
			meaning = MeaningError
		}
	}
	r.state.Objects = []fyne.CanvasObject{NewState(meaning, words)}
	r.state.Refresh()
	r.totals.Refresh()
	r.card.SetInfo(r.state)
	if r.screen.step == stepRoll && r.screen.page.bar != nil {
		r.screen.page.bar.SetHint(r.screen.hint())
	}
}
