package ui

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingKindWords names a kind of meeting in a list.
func meetingKindWords(kind app.MeetingKind) string {
	switch kind {
	case app.RegularMeeting:
		return wording.Text("Regular")
	case app.ThematicMeeting:
		return wording.Text("Thematic")
	case app.CellCommitteeMeeting:
		return wording.Text("Committee of the cell")
	case app.ExtraordinaryMeeting:
		return wording.Text("Extraordinary")
	case app.YearEndReview:
		return wording.Text("Year-end review")
	}
	return string(kind)
}

// meetingTitle is the title of the screen of a meeting.
func meetingTitle(kind app.MeetingKind, month int) string {
	switch kind {
	case app.ThematicMeeting:
		return wording.Text("Thematic meeting of month {month}", "month", month)
	case app.CellCommitteeMeeting:
		return wording.Text("Meeting of the cell's committee in month {month}", "month", month)
	case app.ExtraordinaryMeeting:
		return wording.Text("Extraordinary meeting of month {month}", "month", month)
	case app.YearEndReview:
		return wording.Text("Year-end review in month {month}", "month", month)
	}
	return wording.Text("Regular meeting of month {month}", "month", month)
}

// meetingKindNote says what a kind of meeting is for.
func meetingKindNote(kind app.MeetingKind) string {
	switch kind {
	case app.RegularMeeting:
		return wording.Text("Once a month, with a resolution and a score.")
	case app.ThematicMeeting:
		return wording.Text("A theme with a conclusion; at least one a quarter.")
	case app.CellCommitteeMeeting:
		return wording.Text("Only those with a post in the committee attend; it prepares the regular meeting.")
	case app.ExtraordinaryMeeting:
		return wording.Text("For what cannot wait; with a resolution if one is voted on.")
	}
	return wording.Text("Self-review and rating of members and cell.")
}

// another asks which kind of meeting is to begin in the month.
func (s *meetingScreen) another() {
	kinds := slices.Clone(app.MeetingKinds)
	if slices.ContainsFunc(s.lines, isRegular) {
		kinds = kinds[1:]
	}
	chosen := 0
	note := Paragraph(Span{Text: meetingKindNote(kinds[0]), Tone: ToneSecond})
	options := make([]string, len(kinds))
	for i, kind := range kinds {
		options[i] = meetingKindWords(kind)
	}
	var dialog *Dialog
	choice := NewSelect(wording.Text("Kind of meeting"), "", options, func(i int) {
		chosen = i
		note.SetSpans(Span{Text: meetingKindNote(kinds[i]), Tone: ToneSecond})
		dialog.Refit()
	})
	choice.Choose(0)
	dialog = ShowForm(s.program.window, wording.Text("Begin a meeting in month {month}", "month", s.month.String()), wording.Text("Begin"),
		Column(10, choice, note), nil, func(*Dialog) bool {
			s.begin(kinds[chosen])
			return true
		})
	choice.Focus()
}

func isRegular(line desk.MeetingLine) bool { return line.Kind == app.RegularMeeting }

// copyAgenda puts the agenda of the meeting of the same kind before into this one.
func (s *meetingScreen) copyAgenda() {
	book, id := s.program.desk, s.draft.meeting.ID
	s.save(func(err error) {
		if err != nil {
			return
		}
		Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.MeetingView, error) { return book.CopyAgenda(ctx, id) }, func(desk.MeetingView) {
			s.load()
			s.program.frame.ShowNotice(MeaningDone, wording.Text("The agenda of the last meeting of this kind is copied."), nil)
		})
	})
}

// keepAgenda makes the agenda the one with which meetings of the kind begin from now on, or takes the program's own back.
func (s *meetingScreen) keepAgenda() {
	book, id, kind := s.program.desk, s.draft.meeting.ID, s.draft.meeting.Kind
	words := meetingKindWords(kind)
	run := func(notice string, do func(context.Context) error) {
		s.save(func(err error) {
			if err != nil {
				return
			}
			Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(struct{}) {
				s.program.frame.ShowNotice(MeaningDone, notice, nil)
			})
		})
	}
	own := NewLink(wording.Text("Back to the program's own agenda"), IconReturn, nil)
	dialog := Ask(s.program.window, Question{Title: wording.Text("Keep this agenda as template?"),
		Text: wording.Text("Meetings of the kind “{kind}” will begin with these items and minutes. Months in titles follow each meeting's own.", "kind", words),
		Verb: wording.Text("Keep as template"), Do: func() {
			run(wording.Text("Kept as template for the kind “{kind}”.", "kind", words), func(ctx context.Context) error { return book.KeepAgenda(ctx, id) })
		}})
	own.OnTap = func() {
		dialog.Close()
		run(wording.Text("The program's own agenda is back for the kind “{kind}”.", "kind", words), func(ctx context.Context) error {
			return book.SaveAgendaTemplate(ctx, kind, nil)
		})
	}
	dialog.card.SetBody(Column(20, dialog.holder, Row(0, own, Space()), dialog.buttons))
	dialog.Refit()
}
