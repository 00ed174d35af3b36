package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// drawEmpty shows a month without a meeting.
func (s *meetingScreen) drawEmpty() {
	s.page.SetTitle(meetingTitle(app.RegularMeeting, s.month.Number()))
	s.page.SetActions(s.yearButton())
	s.page.SetBar(nil)
	other := NewButton(wording.Text("Another meeting…"), IconAdd, s.another)
	begin := NewPrimary(wording.Text("Begin the regular meeting"), IconMeeting, func() { s.begin(app.RegularMeeting) })
	text := Paragraph(Span{Text: wording.Text("Month {month} has no meeting yet. Everybody who must attend is entered as present; only absences are changed.", "month", s.month.String()), Tone: ToneSecond}).Aligned(fyne.TextAlignCenter)
	s.page.SetBody(NewBox(Column(16, Space(), Row(0, Space(), Limited(grown(520), text), Space()), Row(12, Space(), other, begin, Space()), Space())))
	giveFocus(begin)
}

// yearButton leads to the year's plan and results.
func (s *meetingScreen) yearButton() fyne.CanvasObject {
	return NewSmall(wording.Text("The whole year"), IconCalendar, func() {
		s.program.frame.Show(newMeetingYearScreen(s.program), placeMeeting)
	})
}

// begin makes a meeting and shows its preparation.
func (s *meetingScreen) begin(kind app.MeetingKind) {
	book, month := s.program.desk, s.month
	s.save(nil)
	Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (string, error) {
		return book.NewMeeting(ctx, month, kind)
	}, func(id string) {
		s.chosen, s.step, s.begun = id, stepPrepare, true
		s.load()
	})
}
