package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// Columns of the petitions, px at TextNormal.
const petitionState = 150

var petitionStates = []app.PetitionState{app.PetitionAnswered, app.PetitionForwarded, app.PetitionOpen}

func petitionStateOptions() []string {
	return []string{wording.Text("Answered"), wording.Text("Passed on"), wording.Text("Still open")}
}

// petitionCard lists what was asked for and the answers, and offers the petitions of earlier meetings that are still open.
func (s *meetingScreen) petitionCard() fyne.CanvasObject {
	list := Column(8)
	var fill func()
	var last *statementRow
	fill = func() {
		list.Objects, last = nil, nil
		for _, raised := range s.openPetitions() {
			list.Add(s.raisedRow(raised, func() {
				s.draft.petitions = append(s.draft.petitions, &app.Petition{MemberID: raised.MemberID, GuestName: raised.GuestName, Text: raised.Text, State: app.PetitionOpen, CarriedFrom: raised.ID})
				s.draft.touch()
				fill()
			}))
		}
		for i, petition := range s.draft.petitions {
			var row fyne.CanvasObject
			row, last = s.petitionRow(petition, func() {
				s.draft.petitions = append(s.draft.petitions[:i:i], s.draft.petitions[i+1:]...)
				s.draft.touch()
				fill()
			})
			list.Add(row)
		}
		if len(list.Objects) == 0 {
			list.Add(Second(wording.Text("Nothing was asked for")))
		}
		list.Refresh()
		s.page.Refresh()
	}
	add := NewSmall(wording.Text("Add a petition"), IconAdd, func() {
		s.draft.petitions = append(s.draft.petitions, &app.Petition{State: app.PetitionAnswered})
		fill()
		last.person.Focus()
		s.bringUp(last.row)
	})
	if s.draft.readOnly() {
		add.Disable()
	}
	fill()
	return NewCard(wording.Text("Petitions and answers"), add, list)
}

// openPetitions are those of earlier meetings that this one has not taken up.
func (s *meetingScreen) openPetitions() []app.RaisedPetition {
	var open []app.RaisedPetition
	if s.draft.readOnly() {
		return nil
	}
	for _, raised := range s.draft.view.Petitions {
		taken := false
		for _, p := range s.draft.petitions {
			taken = taken || p.CarriedFrom == raised.ID
		}
		if !taken {
			open = append(open, raised)
		}
	}
	return open
}

func (s *meetingScreen) raisedRow(raised app.RaisedPetition, take func()) fyne.CanvasObject {
	who := s.draft.name(raised.MemberID)
	if who == "" {
		who = raised.GuestName
	}
	words := Paragraph(Span{Text: raised.Text, Bold: true}, Span{Text: " " + wording.Text("({name}, {day}: no answer yet)", "name", who, "day", raised.On.String()), Tone: ToneSecond})
	button := NewSmall(wording.Text("Take up"), IconForward, take)
	return newGround(ToneWatchBack, Inset(4, 8, 4, 10, Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Inset(7, 0, 7, 0, words)), button)))
}

// petitionRow is who asked for what, the answer, and what became of it.
func (s *meetingScreen) petitionRow(p *app.Petition, remove func()) (fyne.CanvasObject, *statementRow) {
	people, names := s.speakers(app.Statement{GuestName: p.GuestName})
	r := &statementRow{person: NewLowSelect(wording.Text("Choose a person"), names, nil)}
	r.person.Choose(indexOf(people, speaker{p.MemberID, p.GuestName}))
	var answer *Field
	r.text = newLowArea(wording.Text("What was asked for"), func() { answer.Focus() })
	s.text(r.text, p.Text, func(t string) { p.Text = t })
	r.person.OnChosen = func(i int) {
		p.MemberID, p.GuestName = people[i].memberID, people[i].guest
		s.draft.touch()
		r.text.Focus()
	}
	state := NewLowSelect("", petitionStateOptions(), func(i int) {
		p.State = petitionStates[i]
		s.draft.touch()
	})
	state.Choose(indexOf(petitionStates, p.State))
	answer = newLowArea(wording.Text("The answer"), func() { state.Focus() })
	s.text(answer, p.Answer, func(t string) { p.Answer = t })
	if s.draft.readOnly() {
		r.person.Disable()
		state.Disable()
	}
	r.row = Row(8, Limited(grown(statementWho), r.person), Stretch(newGrowing(r.text, 1, SizeSmall, s.relayout)),
		Stretch(newGrowing(answer, 1, SizeSmall, s.relayout)), Limited(grown(petitionState), state), s.remover(remove))
	return r.row, r
}
