package report

import (
	"strings"

	"sochibo/app"
)

// petitions writes what people asked for and what was answered.
func (p MeetingPaper) petitions(numbers *parts) []Block {
	if len(p.Meeting.Petitions) == 0 {
		return nil
	}
	people := p.people()
	var items [][]Run
	for _, petition := range p.Meeting.Petitions {
		items = append(items, Plain(joined(petitioner(petition, people)+": "+sentence(inSentence(petition.Text)), petitionOutcome(petition))))
	}
	return []Block{numbers.heading("Kiến nghị, đề xuất và trả lời"), List{Numbered: true, Items: items}}
}

func petitioner(petition app.Petition, people roster) string {
	switch {
	case petition.MemberID != "" && petition.GuestName != "":
		return startingSentence(people.comrade(petition.MemberID)) + " (chuyển ý kiến của " + petition.GuestName + ")"
	case petition.MemberID != "":
		return startingSentence(people.comrade(petition.MemberID))
	case petition.GuestName != "":
		return "Đồng chí " + petition.GuestName
	}
	return "Ý kiến"
}

// petitionOutcome says what became of a petition.
func petitionOutcome(petition app.Petition) string {
	answer := sentence(strings.TrimSpace(petition.Answer))
	switch petition.State {
	case app.PetitionForwarded:
		return joined("Chuyển cấp ủy cấp trên xem xét.", answer)
	case app.PetitionAnswered:
		if answer != "" {
			return "Trả lời: " + answer
		}
		return "Đã trả lời tại buổi họp."
	}
	return joined(answer, "Chi bộ tiếp tục xem xét tại kỳ sau.")
}
