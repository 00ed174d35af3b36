package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// voteCard lists the votes with their arithmetic.
func (s *meetingScreen) voteCard() fyne.CanvasObject {
	list := Column(12)
	var fill func()
	var last *voteFields
	add := func(vote app.Vote) {
		vote.Method, vote.Eligible = app.ShowOfHands, s.draft.roll().VotersThere
		edit := &voteEdit{typed: vote, voters: s.draft.roll().Voters}
		s.measure(edit)
		edit.kept = edit.typed
		s.draft.votes = append(s.draft.votes, edit)
		s.draft.touch()
		fill()
		last.focus(vote)
		s.bringUp(last.row)
	}
	fill = func() {
		list.Objects = nil
		for i, vote := range s.draft.votes {
			if i > 0 {
				list.Add(Rule())
			}
			last = s.voteRows(vote, func() {
				s.draft.votes = append(s.draft.votes[:i:i], s.draft.votes[i+1:]...)
				s.draft.touch()
				fill()
			})
			list.Add(last.row)
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
	if !onResult && (s.draft.meeting.Kind == app.RegularMeeting || s.draft.meeting.Kind == app.ExtraordinaryMeeting) {
		button(wording.Text("On the resolution"), app.Vote{Subject: wording.Text("Resolution of month {month}", "month", s.month.Number()), OnResult: true, Rule: ruleResolution})
	}
	if !onScore && s.draft.meeting.Kind.IsScored() {
		button(wording.Text("On the score"), app.Vote{Subject: wording.Text("Self-score of the meeting"), OnScore: true, Rule: rulePresent})
	}
	button(wording.Text("Another vote"), app.Vote{})
	return Flow(8, buttons...)
}

// Rules of votes that the buttons use (assets/votes.json).
const (
	ruleResolution = "resolution"
	rulePresent    = "present"
)

// voteFields is a vote on screen.
type voteFields struct {
	row     fyne.CanvasObject
	subject *Field
	yes     *Field
}

// focus moves the keyboard to what is typed next: the subject of a free vote, the votes for of another.
func (f *voteFields) focus(v app.Vote) {
	if v.Subject == "" {
		f.subject.Focus()
	} else {
		f.yes.Focus()
	}
}

// measure sets base and threshold of a vote by its rule and the roll call on screen.
func (s *meetingScreen) measure(vote *voteEdit) {
	for _, rule := range s.draft.view.VoteRules {
		if rule.ID == vote.typed.Rule {
			vote.typed.Measure(rule, s.draft.roll())
		}
	}
}

// voteRows are subject, method and rule of a vote, its figures, and what follows from them.
func (s *meetingScreen) voteRows(vote *voteEdit, remove func()) *voteFields {
	v := &vote.typed
	f := &voteFields{subject: s.text(NewLowField(wording.Text("What was voted on")), v.Subject, func(t string) { v.Subject = t })}
	method := NewLowSelect("", voteMethodOptions(), func(i int) {
		v.Method = voteMethods[i]
		s.draft.touch()
	})
	method.Choose(indexOf(voteMethods, v.Method))
	sum := Paragraph(Span{})
	renew := func() {
		s.measure(vote)
		sum.SetSpans(s.voteWords(vote)...)
		s.page.Refresh()
	}
	rule := s.voteRule(vote, method, renew)
	if s.draft.readOnly() {
		method.Disable()
		rule.Disable()
	}
	figures := TopRow(8)
	for _, one := range []struct {
		label string
		value *int
	}{{wording.Text("May vote"), &v.Eligible}, {wording.Text("For"), &v.For}, {wording.Text("Against"), &v.Against}, {wording.Text("Other opinion"), &v.Abstain}} {
		field := s.count(NewField(one.label, "0"), *one.value, func(n int) {
			*one.value = n
			renew()
			vote.keep()
		})
		if one.value == &v.For {
			f.yes = field
		}
		figures.Add(field)
	}
	renew()
	rows := []fyne.CanvasObject{Row(8, Stretch(f.subject), s.remover(remove)), rule, equalColumns(figures), Row(10, Limited(grown(124), method), Stretch(sum))}
	if label := voteLabel(*v); label != nil {
		rows = append([]fyne.CanvasObject{Row(0, label, Space())}, rows...)
	}
	f.row = Column(6, rows...)
	return f
}

// voteRule chooses how the vote passes; a rule that asks for a secret ballot sets the method.
func (s *meetingScreen) voteRule(vote *voteEdit, method *Select, renew func()) *Select {
	rules := s.draft.view.VoteRules
	options, at := []string{wording.Text("Only counted")}, 0
	for i, rule := range rules {
		options = append(options, wording.Text("{name}: {share}", "name", rule.Name, "share", thresholdWords(rule)))
		if rule.ID == vote.typed.Rule {
			at = i + 1
		}
	}
	choice := NewLowSelect("", options, func(i int) {
		vote.typed.Rule, vote.typed.Base, vote.typed.Needed = "", 0, app.Threshold{}
		if i > 0 {
			vote.typed.Rule = rules[i-1].ID
			if rules[i-1].Secret {
				vote.typed.Method = app.SecretBallot
				method.Choose(indexOf(voteMethods, app.SecretBallot))
			}
		}
		renew()
		vote.keep()
		s.draft.touch()
	})
	choice.Choose(at)
	return choice
}

// thresholdWords is a rule's threshold and base in words.
func thresholdWords(rule app.VoteRule) string {
	share := fmt.Sprintf("%d/%d", rule.Needed.Part, rule.Needed.Whole)
	switch {
	case rule.Base == app.BasePresentVoters && rule.Needed.More:
		return wording.Text("more than {share} of those present", "share", share)
	case rule.Base == app.BasePresentVoters:
		return wording.Text("from {share} of those present", "share", share)
	case rule.Needed.More:
		return wording.Text("more than {share} of all official members", "share", share)
	}
	return wording.Text("from {share} of all official members", "share", share)
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
	if v.typed.For+v.typed.Against+v.typed.Abstain <= v.typed.Eligible && (v.voters == 0 || v.typed.Eligible <= v.voters) {
		v.kept = v.typed
	}
}

// voteWords is the arithmetic of a vote in words.
func (s *meetingScreen) voteWords(vote *voteEdit) []Span {
	v := vote.typed
	cast := v.For + v.Against + v.Abstain
	voters := s.draft.roll().Voters
	switch {
	case v.Eligible > s.draft.roll().Voters:
		return []Span{{Icon: IconWarning, Tone: ToneError, Size: SizeSmall,
			Text: wording.Text("Only {voters} official members may vote, probationary ones do not; these figures are not saved.", "voters", s.draft.roll().Voters)}}
	case cast > v.Eligible:
		return []Span{{Icon: IconWarning, Tone: ToneError, Size: SizeSmall,
			Text: wording.Text("{cast} votes, only {eligible} may vote. Count again; these figures are not saved.", "cast", cast, "eligible", v.Eligible)}}
	case cast == 0:
		return []Span{{Tone: ToneSecond, Size: SizeSmall, Text: wording.Text("Enter the votes that were counted")}}
	case cast < v.Eligible:
		return []Span{{Icon: IconWarning, Tone: ToneAmber, Size: SizeSmall, Text: wording.Text("{count} votes are missing", "count", v.Eligible-cast)}}
	}
	passed, known := v.Passed()
	if !known {
		spans := []Span{{Bold: true, Size: SizeSmall, Text: wording.Text("{for}/{eligible} for, {percent}", "for", v.For, "eligible", v.Eligible, "percent", wording.Percent(v.For, v.Eligible))}}
		if voters > 0 {
			spans = append(spans, Span{Size: SizeSmall, Tone: ToneSecond, Text: "; " + wording.Text("{percent} of all {voters} official members", "percent", wording.Percent(v.For, voters), "voters", voters)})
		}
		return spans
	}
	verdict := Span{Icon: IconDone, Tone: ToneGreen, Bold: true, Size: SizeSmall, Text: wording.Text("Passed.") + " "}
	if !passed {
		verdict = Span{Icon: IconWarning, Tone: ToneAmber, Bold: true, Size: SizeSmall, Text: wording.Text("Not passed.") + " "}
	}
	return []Span{verdict, {Size: SizeSmall, Text: wording.Text("{for}/{base}, {percent}; needs {least} votes or more", "for", v.For, "base", v.Base, "percent", wording.Percent(v.For, v.Base), "least", v.Least())}}
}
