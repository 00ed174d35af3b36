package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// voteCard lists the votes with their arithmetic.
func (s *meetingScreen) voteCard() fyne.CanvasObject {
	list := Column(12)
	var fill func()
	add := func(vote app.Vote) {
		vote.Method, vote.Eligible = app.ShowOfHands, s.draft.roll().VotersThere
		s.draft.votes = append(s.draft.votes, &voteEdit{typed: vote, kept: vote})
		s.draft.touch()
		fill()
	}
	fill = func() {
		list.Objects = nil
		for i, vote := range s.draft.votes {
			if i > 0 {
				list.Add(Rule())
			}
			list.Add(s.voteRows(vote, func() {
				s.draft.votes = append(s.draft.votes[:i:i], s.draft.votes[i+1:]...)
				s.draft.touch()
				fill()
			}))
		}
		if !s.draft.readOnly() {
			list.Add(s.voteButtons(add))
		}
		list.Refresh()
		s.page.Refresh()
	}
	fill()
	return NewCard(wording.Text("Votes"), nil, list)
}

// voteButtons offer the votes that a meeting needs and does not have yet, and one on something else.
func (s *meetingScreen) voteButtons(add func(app.Vote)) fyne.CanvasObject {
	onResult, onScore := false, false
	for _, v := range s.draft.votes {
		onResult, onScore = onResult || v.typed.OnResult, onScore || v.typed.OnScore
	}
	var buttons []fyne.CanvasObject
	button := func(text string, vote app.Vote) {
		buttons = append(buttons, NewSmall(text, IconAdd, func() { add(vote) }))
	}
	if !onResult {
		button(wording.Text("On the resolution"), app.Vote{Subject: wording.Text("Resolution of month {month}", "month", s.month.Number()), OnResult: true})
	}
	if !onScore {
		button(wording.Text("On the score"), app.Vote{Subject: wording.Text("Self-score of the meeting"), OnScore: true})
	}
	button(wording.Text("Another vote"), app.Vote{})
	return Flow(8, buttons...)
}

// voteRows are subject and method of a vote, its figures, and what follows from them.
func (s *meetingScreen) voteRows(vote *voteEdit, remove func()) fyne.CanvasObject {
	v := &vote.typed
	subject := s.text(NewLowField(wording.Text("What was voted on")), v.Subject, func(t string) { v.Subject = t })
	method := NewLowSelect("", voteMethodOptions(), func(i int) {
		v.Method = voteMethods[i]
		s.draft.touch()
	})
	method.Choose(indexOf(voteMethods, v.Method))
	if s.draft.readOnly() {
		method.Disable()
	}
	sum := Paragraph(Span{})
	figures := TopRow(8)
	renew := func() {
		sum.SetSpans(s.voteWords(vote)...)
		s.page.Refresh()
	}
	for _, one := range []struct {
		label string
		value *int
	}{{wording.Text("May vote"), &v.Eligible}, {wording.Text("For"), &v.For}, {wording.Text("Against"), &v.Against}, {wording.Text("Other opinion"), &v.Abstain}} {
		field := s.count(NewField(one.label, "0"), *one.value, func(n int) {
			*one.value = n
			vote.keep()
			renew()
		})
		figures.Add(field)
	}
	renew()
	head := []fyne.CanvasObject{Stretch(subject), Limited(grown(124), method), s.remover(remove)}
	if label := voteLabel(*v); label != nil {
		return Column(6, Row(0, label, Space()), Row(8, head...), equalColumns(figures), sum)
	}
	return Column(6, Row(8, head...), equalColumns(figures), sum)
}

// equalColumns gives the objects of a row equal widths.
func equalColumns(row *fyne.Container) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(row.Objects))
	for i, o := range row.Objects {
		objects[i] = Stretch(o)
	}
	return TopRow(8, objects...)
}

// voteLabel marks the votes on the resolution and on the score; nil for another.
func voteLabel(v app.Vote) fyne.CanvasObject {
	switch {
	case v.OnResult:
		return NewState(MeaningTalk, wording.Text("Vote on the resolution"))
	case v.OnScore:
		return NewState(MeaningTalk, wording.Text("Vote on the score"))
	}
	return nil
}

// keep takes the figures over if they fit together: a vote that cannot be is not saved.
func (v *voteEdit) keep() {
	if v.typed.For+v.typed.Against+v.typed.Abstain <= v.typed.Eligible {
		v.kept = v.typed
	}
}

// voteWords is the arithmetic of a vote in words.
func (s *meetingScreen) voteWords(vote *voteEdit) []Span {
	v := vote.typed
	cast := v.For + v.Against + v.Abstain
	voters := s.draft.roll().Official
	switch {
	case cast > v.Eligible:
		return []Span{{Icon: IconWarning, Tone: ToneError, Size: SizeSmall,
			Text: wording.Text("{cast} votes, only {eligible} may vote. Count again; these figures are not saved.", "cast", cast, "eligible", v.Eligible)}}
	case cast == 0:
		return []Span{{Tone: ToneSecond, Size: SizeSmall, Text: wording.Text("Enter the votes that were counted")}}
	case cast < v.Eligible:
		return []Span{{Icon: IconWarning, Tone: ToneAmber, Size: SizeSmall, Text: wording.Text("{count} votes are missing", "count", v.Eligible-cast)}}
	}
	spans := []Span{{Bold: true, Size: SizeSmall, Text: wording.Text("{for}/{eligible} for, {percent}", "for", v.For, "eligible", v.Eligible, "percent", wording.Percent(v.For, v.Eligible))}}
	if voters > 0 {
		spans = append(spans, Span{Size: SizeSmall, Tone: ToneSecond, Text: "; " + wording.Text("{percent} of all {voters} official members", "percent", wording.Percent(v.For, voters), "voters", voters)})
	}
	return spans
}
