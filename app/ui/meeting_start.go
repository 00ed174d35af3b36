package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// drawEmpty shows a month without a meeting.
func (s *meetingScreen) drawEmpty() {
	s.page.SetTitle(wording.Text("Regular meeting of month {month}", "month", s.month.Number()))
	s.page.SetActions()
	s.page.SetBar(nil)
	thematic := NewButton(wording.Text("Begin a thematic meeting"), IconMeeting, func() { s.begin(app.ThematicMeeting) })
	begin := NewPrimary(wording.Text("Begin the regular meeting"), IconMeeting, func() { s.begin(app.RegularMeeting) })
	text := Paragraph(Span{Text: wording.Text("Month {month} has no meeting yet. Everybody who must attend is entered as present; only absences are changed.", "month", s.month.String()), Tone: ToneSecond}).Aligned(fyne.TextAlignCenter)
	s.page.SetBody(NewBox(Column(16, Space(), Row(0, Space(), Limited(grown(520), text), Space()), Row(12, Space(), thematic, begin, Space()), Space())))
}

// begin makes a meeting and shows its preparation.
func (s *meetingScreen) begin(kind app.MeetingKind) {
	book, month := s.program.desk, s.month
	s.save(nil)
	Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (string, error) {
		return book.NewMeeting(ctx, month, kind)
	}, func(id string) {
		s.chosen, s.step = id, stepPrepare
		s.load()
	})
}
