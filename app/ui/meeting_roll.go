package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// rollList is the roll call: those who must attend, one row each, then those who need not; the figures stay at the bottom.
type rollList struct {
	screen *meetingScreen
	rows   []*rollRow
	list   *fyne.Container
	scroll *container.Scroll
	totals *fyne.Container
	state  *fyne.Container
	card   *Card
}

func newRollList(s *meetingScreen) *rollList {
	r := &rollList{screen: s, list: Column(0), totals: Row(0), state: Row(0)}
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
	r.scroll = container.NewVScroll(r.list)
	head := newHeadBand(wording.Text("Full name"), wording.Text("Reason of absence"))
	foot := newGround(ToneFrame, Inset(10, 16, 10, 14, r.totals))
	r.card = NewFlushCard(wording.Text("Roll call"), r.state, Column(0, head, Stretch(r.scroll), Rule(), foot))
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
	row.moved = func(by int) {
		if to := at + by; to >= 0 && to < len(r.rows) {
			giveFocus(r.rows[to])
		}
	}
	row.shown = r.reveal
	if locked {
		row.Disable()
	}
	r.rows = append(r.rows, row)
	r.list.Add(row)
}

// exemptRow is a member who need not attend.
func exemptRow(m desk.MeetingMember) fyne.CanvasObject {
	words := wording.Text("{standing}, not counted", "standing", standingWords(m.Standing.Standing))
	row := Row(10, NewWords(Span{Text: m.Name, Tone: ToneSecond}), Space(), NewQuietState(MeaningExempt, words))
	return Column(0, Sized(0, grown(rollHeight-1), Inset(7, rollRight, 7, 14, row)), Rule())
}

// focusFirst gives the keyboard to the first row.
func (r *rollList) focusFirst() {
	if r != nil && len(r.rows) > 0 && !r.screen.draft.readOnly() {
		giveFocus(r.rows[0])
	}
}

// reveal scrolls the list so that a row is seen.
func (r *rollList) reveal(row fyne.CanvasObject) {
	top, room := row.Position().Y, r.scroll.Size().Height
	offset := r.scroll.Offset.Y
	if top < offset {
		offset = top
	} else if bottom := top + row.Size().Height; bottom > offset+room {
		offset = bottom - room
	}
	if offset != r.scroll.Offset.Y {
		r.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// showFigures writes who is there, how many are absent, and whether the aim is reached.
func (r *rollList) showFigures() {
	draft := r.screen.draft
	roll := draft.roll()
	r.totals.Objects = Row(0, NewWords(Span{Text: wording.Number(roll.Present), Bold: true}, Span{Text: " " + wording.Text("present") + "    "},
		Span{Text: wording.Number(roll.Excused), Bold: true}, Span{Text: " " + wording.Text("excused") + "    "},
		Span{Text: wording.Number(roll.Unexcused), Bold: true}, Span{Text: " " + wording.Text("unexcused")})).Objects
	if roll.NotCounted > 0 {
		r.totals.Objects = Row(8, r.totals.Objects[0], Stretch(NewWords(Span{Text: wording.Text("{count} exempt, not counted", "count", roll.NotCounted), Tone: ToneSecond, Size: SizeSmall}).Aligned(fyne.TextAlignTrailing))).Objects
	}
	words := wording.Text("{present}/{all}, {percent}", "present", roll.Present, "all", roll.Required, "percent", wording.Percent(roll.Present, roll.Required))
	meaning := MeaningDone
	if aim, found := draft.settings.RuleOn(app.RuleAttendanceAim, draft.meeting.HeldOn); found && roll.Present*100 < aim*roll.Required {
		meaning = MeaningWatch
		words = wording.Text("{figures}, aim {aim}%", "figures", words, "aim", aim)
	}
	r.state.Objects = []fyne.CanvasObject{NewState(meaning, words)}
	r.state.Refresh()
	r.totals.Refresh()
	r.card.SetInfo(r.state)
}
