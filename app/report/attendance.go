package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// rollCall returns the sentence that counts those who were there: the totals, who does not count and why, who was absent and why.
func (p MeetingPaper) rollCall() string {
	roll := app.CountRollCall(p.Meeting, p.Members)
	text := fmt.Sprintf("Thành phần: tổng số %d đảng viên (chính thức %d, dự bị %d)", roll.Total, roll.Official, roll.Probationary)
	if p.Meeting.Kind == app.CellCommitteeMeeting {
		text = fmt.Sprintf("Thành phần: tổng số %d chi ủy viên", roll.Total)
	}
	for _, group := range p.notCounted() {
		text += fmt.Sprintf("; %s %d (%s)", group.word, len(group.names), comrades(group.names))
	}
	text += "; có mặt " + of(roll.Present, roll.Required) + reached(roll.Present, roll.Required) + "."
	return joined(text,
		p.absent("Vắng có lý do", app.AbsentExcused),
		p.absent("Vắng không lý do", app.AbsentUnexcused))
}

type notCountedGroup struct {
	word  string
	names []string
}

// notCounted groups the members on the list who need not attend, those exempt for good first.
func (p MeetingPaper) notCounted() []notCountedGroup {
	groups := []struct {
		word      string
		standings []app.Standing
	}{
		{"miễn sinh hoạt", []app.Standing{app.Exempt, app.TempExempt}},
		{"chuyển sinh hoạt tạm thời", []app.Standing{app.TempAway}},
		{"đình chỉ sinh hoạt", []app.Standing{app.Suspended}},
	}
	day := p.Meeting.HeldOn
	var found []notCountedGroup
	for _, group := range groups {
		var names []string
		for _, standing := range group.standings {
			for _, m := range p.listed() {
				if event := m.EventOn(day); event.Standing == standing {
					names = append(names, withReason("đồng chí "+m.FullName, event.Reason))
				}
			}
		}
		if len(names) > 0 {
			found = append(found, notCountedGroup{group.word, names})
		}
	}
	return found
}

// withReason returns "đồng chí Lương Thị Duyên, nghỉ thai sản".
func withReason(name, reason string) string {
	if strings.TrimSpace(reason) == "" {
		return name
	}
	return name + ", " + inSentence(reason)
}

// listed returns the members on the list on the meeting's day, in the order of Vietnamese lists.
func (p MeetingPaper) listed() []app.Member {
	var members []app.Member
	for _, m := range p.Members {
		if m.OnListOn(p.Meeting.HeldOn) && (p.Meeting.Kind != app.CellCommitteeMeeting || p.Meeting.Expects(m)) {
			members = append(members, m)
		}
	}
	app.SortByName(members)
	return members
}

// absent returns "Vắng có lý do 1: đồng chí Bùi Quang Huy (đi công tác)." or "Vắng không lý do: không."
func (p MeetingPaper) absent(word string, presence app.Presence) string {
	var names []string
	for _, m := range p.listed() {
		line, found := p.Meeting.PresenceOf(m.ID)
		if !found || line.Presence != presence || !p.Meeting.Expects(m) {
			continue
		}
		name := "đồng chí " + m.FullName
		if line.Reason != "" {
			name += " (" + inSentence(line.Reason) + ")"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return word + ": không."
	}
	return fmt.Sprintf("%s %d: %s.", word, len(names), strings.Join(names, ", "))
}
