package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// PetitionLine is a petition with the meeting in which it was brought.
type PetitionLine struct {
	app.Petition
	MeetingID string          `json:"meetingID"`
	Kind      app.MeetingKind `json:"kind"`
	On        app.Date        `json:"on"`
	By        string          `json:"by"` // name of the member or guest
}

// Petitions returns the petitions of a year's meetings by the meetings' days; with open only those that no later meeting has answered or
// taken up again.
func (d *Desk) Petitions(ctx context.Context, year int, open bool) ([]PetitionLine, error) {
	var list []PetitionLine
	err := d.view(ctx, func(tx *store.Tx) error {
		meetings, err := tx.Meetings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		names := namesOf(members)
		taken := map[string]bool{}
		for _, m := range meetings {
			for _, p := range m.Petitions {
				taken[p.CarriedFrom] = true
			}
		}
		for _, m := range meetings {
			for _, p := range m.Petitions {
				if m.Month.Year() != year || open && (p.State != app.PetitionOpen || taken[p.ID]) {
					continue
				}
				line := PetitionLine{Petition: p, MeetingID: m.ID, Kind: m.Kind, On: m.HeldOn, By: p.GuestName}
				if p.MemberID != "" {
					line.By = names[p.MemberID]
				}
				list = append(list, line)
			}
		}
		return nil
	})
	slices.SortStableFunc(list, func(a, b PetitionLine) int { return compareDates(a.On, b.On) })
	return list, err
}

func compareDates(a, b app.Date) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// takePetitions puts a file's petitions into its meeting. One with the text of a petition that is there already keeps its id; one that
// takes up an earlier petition finds it by its text among those still open (CodeUnknownRaised).
func takePetitions(tx *store.Tx, meeting *app.Meeting, list []FilePetition, people *meetingPeople) error {
	old := meeting.Petitions
	meeting.Petitions = nil
	meetings, err := tx.Meetings()
	if err != nil {
		return err
	}
	raised := app.OpenPetitions(meetings, *meeting)
	for _, p := range list {
		petition := app.Petition{MemberID: people.id(p.Member), GuestName: p.Guest, Text: p.Text, Answer: p.Answer, State: p.State}
		for _, same := range old {
			if app.Fold(same.Text) == app.Fold(p.Text) {
				petition.ID = same.ID
			}
		}
		if p.Continues != "" {
			at := slices.IndexFunc(raised, func(r app.RaisedPetition) bool { return app.Fold(r.Text) == app.Fold(p.Continues) })
			if at < 0 {
				return app.NewError(CodeUnknownRaised, "text", p.Continues)
			}
			petition.CarriedFrom = raised[at].ID
		}
		meeting.Petitions = append(meeting.Petitions, petition)
	}
	return nil
}
