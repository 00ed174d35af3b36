package ui

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

func (s *handoverScreen) checks() fyne.CanvasObject {
	good := 0
	var rows []fyne.CanvasObject
	for _, c := range s.view.Status.Checks {
		meaning := MeaningDone
		if c.OK {
			good++
		} else {
			meaning = MeaningWatch
		}
		title, sub := checkWords(c)
		rows = append(rows, Inset(9, 16, 9, 16, Row(12, newIcon(meaning.Icon(), meaning.Tone(), 20), Stretch(Column(2, Bold(title), Second(sub))))))
	}
	all := len(s.view.Status.Checks)
	meaning := MeaningDone
	if good < all {
		meaning = MeaningDoing
	}
	return NewFlushCard(wording.Text("Check"), NewState(meaning, wording.Text("{good}/{all} met", "good", good, "all", all)), Rows(rows...))
}

// checkWords says what a check found.
func checkWords(c desk.Check) (title, sub string) {
	v := func(name string) any { return c.Values[name] }
	switch c.What {
	case desk.CheckPoints:
		return wording.Text("Handbook points of {entered}/{counted} people", "entered", v("entered"), "counted", v("counted")), wording.Text("{below} people below {threshold} points", "below", v("below"), "threshold", v("threshold"))
	case desk.CheckMinutes:
		when, _ := v("when").(time.Time)
		if !c.OK {
			return wording.Text("Minutes not locked"), wording.Text("Finish the meeting and lock its minutes")
		}
		return wording.Text("Minutes locked"), wording.Moment(when)
	case desk.CheckResolution:
		if !c.OK {
			return wording.Text("Resolution not voted"), wording.Text("Enter the vote in the meeting")
		}
		return wording.Text("Resolution passed"), wording.Text("{for}/{eligible} in favour", "for", v("for"), "eligible", v("eligible"))
	case desk.CheckScore:
		if !c.OK {
			return wording.Text("Meeting not fully scored"), wording.Text("Some criteria have no mark yet")
		}
		return wording.Text("Meeting scored"), wording.Text("{total}/100, {level}", "total", v("total"), "level", v("level"))
	case desk.CheckCriteria:
		if c.Values == nil {
			return wording.Text("No criteria framework"), ""
		}
		result := wording.Text("Some criteria have no mark yet")
		if v("total") != "" {
			result = wording.Text("{total} points", "total", v("total"))
		}
		return wording.Text("Criteria scored {scored}/{all}", "scored", v("scored"), "all", v("all")), result
	}
	when, _ := v("when").(time.Time)
	if when.IsZero() {
		return wording.Text("No backup yet"), wording.Text("One is made before the packet is sealed")
	}
	return wording.Text("Data backed up"), wording.Moment(when)
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

func (s *handoverScreen) contents() fyne.CanvasObject {
	sum := s.view.Summary
	line := func(icon, what, count string) fyne.CanvasObject {
		return Inset(11, 16, 11, 16, Row(12, newIcon(icon, ToneSecond, 20), Stretch(Plain(what)), Bold(count)))
	}
	minutes := wording.Text("none")
	if sum.MeetingMinutes > 0 {
		minutes = wording.Text("{minutes} minutes", "minutes", sum.MeetingMinutes)
	}
	parts := []fyne.CanvasObject{
		line(IconMembers, wording.Text("Members"), wording.Text("{count} people", "count", sum.Members)),
		line(IconPoints, wording.Text("Handbook points"), fmt.Sprintf("%d/%d", sum.AtThreshold.Part, sum.AtThreshold.Whole)),
		line(IconMeeting, wording.Text("Meeting"), minutes),
		line(IconReports, wording.Text("Tasks of the resolution"), fmt.Sprintf("%d/%d", sum.TasksDone.Part, sum.TasksDone.Whole)),
		line(IconCriteria, wording.Text("Meeting score"), orDash(sum.MeetingScore)),
		line(IconCriteria, wording.Text("Criteria"), fmt.Sprintf("%d/%d", sum.CriteriaScored.Part, sum.CriteriaScored.Whole)),
		line(IconAttach, wording.Text("Evidence"), wording.Text("{count} files", "count", s.view.Evidence)),
	}
	if left := s.leftOut(); left != nil {
		parts = append(parts, left)
	}
	parts = append(parts, Inset(14, 16, 14, 16, Row(12, newIcon(IconShield, ToneSlate, 22), Stretch(Paragraph(Span{Text: wording.Text("This computer keeps a copy of the packet. If the stick is lost, write it again."), Size: SizeSmall, Tone: ToneSecond})))))
	return NewFlushCard(wording.Text("In the packet"), nil, Rows(parts...))
}

// leftOut names the evidence that the packet had no room for; nil if it holds all.
func (s *handoverScreen) leftOut() fyne.CanvasObject {
	if len(s.view.LeftOut) == 0 {
		return nil
	}
	text := wording.Text("No room in the packet for {names}. The committee sees their names; hand them over another way.", "names", strings.Join(s.view.LeftOut, ", "))
	return Inset(11, 16, 11, 16, Row(12, newIcon(IconWarning, ToneAmber, 20), Stretch(Paragraph(Span{Text: text, Size: SizeSmall}))))
}
