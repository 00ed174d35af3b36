package app

import (
	"slices"
	"sort"
	"strings"
)

// textField is a field of Member that holds text, with the rule by which two values are the same.
type textField struct {
	name string // as in Member's JSON
	of   func(*Member) *string
	same func(a, b string) bool
}

var textFields = []textField{
	{"fullName", func(m *Member) *string { return &m.FullName }, SameName},
	{"birthName", func(m *Member) *string { return &m.BirthName }, SameName},
	{"citizenID", func(m *Member) *string { return &m.CitizenID }, sameNumber},
	{"phone", func(m *Member) *string { return &m.Phone }, samePhone},
	{"partyCardNo", func(m *Member) *string { return &m.PartyCardNo }, sameNumber},
	{"dossierNo", func(m *Member) *string { return &m.DossierNo }, sameNumber},
	{"partyGroup", func(m *Member) *string { return &m.PartyGroup }, SameName},
	{"occupation", func(m *Member) *string { return &m.Occupation }, SameName},
	{"department", func(m *Member) *string { return &m.Department }, SameName},
	{"earlierWork", func(m *Member) *string { return &m.EarlierWork }, SameName},
	{"schooling", func(m *Member) *string { return &m.Schooling }, SameName},
	{"politicalTheory", func(m *Member) *string { return &m.PoliticalTheory }, SameName},
	{"profession", func(m *Member) *string { return &m.Profession }, SameName},
	{"language", func(m *Member) *string { return &m.Language }, SameName},
	{"ethnicity", func(m *Member) *string { return &m.Ethnicity }, SameName},
	{"religion", func(m *Member) *string { return &m.Religion }, SameName},
	{"nativePlace", func(m *Member) *string { return &m.NativePlace }, SameName},
	{"residenceCell", func(m *Member) *string { return &m.ResidenceCell }, SameName},
	{"badgeNo", func(m *Member) *string { return &m.BadgeNo }, SameName},
	{"arrivedFrom", func(m *Member) *string { return &m.ArrivedFrom }, SameName},
	{"note", func(m *Member) *string { return &m.Note }, SameName},
}

// dateField is a field of Member that holds a date.
type dateField struct {
	name string
	of   func(*Member) *Date
}

var dateFields = []dateField{
	{"bornOn", func(m *Member) *Date { return &m.BornOn }},
	{"admittedOn", func(m *Member) *Date { return &m.AdmittedOn }},
	{"officialOn", func(m *Member) *Date { return &m.OfficialOn }},
	{"arrivedOn", func(m *Member) *Date { return &m.ArrivedOn }},
}

func sameNumber(a, b string) bool { return numberKey(a) == numberKey(b) }

// samePhone takes +84 and a leading 0 as the same.
func samePhone(a, b string) bool { return phoneKey(a) == phoneKey(b) }

func phoneKey(phone string) string {
	key := numberKey(phone)
	if rest, found := strings.CutPrefix(key, "84"); found && strings.HasPrefix(strings.TrimSpace(phone), "+") {
		return "0" + rest
	}
	return key
}

// mergeMember returns the member with the row's values and what changed; what the row does not say stays.
func mergeMember(old Member, row ImportedMember, options MatchOptions, result *ImportRow) (Member, []FieldChange) {
	m := old
	m.Events = slices.Clone(old.Events)
	imported := row.Member
	var changes []FieldChange
	for _, field := range textFields {
		target, value := field.of(&m), *field.of(&imported)
		if value != "" && !field.same(*target, value) {
			changes = append(changes, FieldChange{field.name, *target, value})
			*target = value
		}
	}
	for _, field := range dateFields {
		target, value := field.of(&m), *field.of(&imported)
		if merged := mergeDate(*target, value, result); merged != *target {
			changes = append(changes, FieldChange{field.name, target.String(), merged.String()})
			*target = merged
		}
	}
	changes = append(changes, mergeKinds(&m, imported)...)
	if change := mergeStanding(&m, row, options.Today, result); change != nil {
		changes = append(changes, *change)
	}
	return m, changes
}

// mergeDate returns the date to keep: a less exact one never replaces a more exact one.
func mergeDate(old, value Date, result *ImportRow) Date {
	if value == "" || value.Precision() >= old.Precision() {
		if value == "" {
			return old
		}
		return value
	}
	if !datesAgree(old, value) {
		result.remark(CodeRemarkDate, "value", value.String(), "kept", old.String())
	}
	return old
}

// mergeKinds takes over sex, kind and post. A row with the day of recognition makes a probationary member official.
func mergeKinds(m *Member, imported Member) []FieldChange {
	var changes []FieldChange
	if imported.Sex != "" && imported.Sex != m.Sex {
		changes = append(changes, FieldChange{"sex", string(m.Sex), string(imported.Sex)})
		m.Sex = imported.Sex
	}
	kind := imported.Kind
	if kind == "" && imported.OfficialOn != "" {
		kind = Official
	}
	if kind != "" && kind != m.Kind {
		changes = append(changes, FieldChange{"kind", string(m.Kind), string(kind)})
		m.Kind = kind
	}
	if imported.Post != NoPost && imported.Post != m.Post {
		changes = append(changes, FieldChange{"post", string(m.Post), string(imported.Post)})
		m.Post = imported.Post
	}
	return changes
}

// mergeStanding adds the row's standing as a dated event, or gives a day or reason to the event that says the same.
func mergeStanding(m *Member, row ImportedMember, today Date, result *ImportRow) *FieldChange {
	if row.Standing == "" {
		return nil
	}
	current := m.EventOn(today)
	if slices.ContainsFunc(m.Events, func(e StandingEvent) bool {
		return e.Standing == row.Standing && e.On == row.StandingOn && e.On > today
	}) {
		return nil
	}
	if current.Standing == row.Standing {
		return refineEvent(m, current, row, result)
	}
	event := standingEvent(row, today)
	if event.On == "" {
		event.On = today
	}
	if event.On < current.On {
		result.remark(CodeRemarkStanding, "value", row.StandingOn.String())
		return nil
	}
	m.Events = append(m.Events, event)
	sort.SliceStable(m.Events, func(i, j int) bool { return m.Events[i].On < m.Events[j].On })
	return &FieldChange{"standing", string(current.Standing), string(event.Standing)}
}

func refineEvent(m *Member, current StandingEvent, row ImportedMember, result *ImportRow) *FieldChange {
	at := slices.IndexFunc(m.Events, func(e StandingEvent) bool { return e == current })
	if at < 0 {
		return nil
	}
	event := current
	event.On = mergeDate(current.On, row.StandingOn, result)
	if row.StandingReason != "" && !SameName(row.StandingReason, current.Reason) {
		event.Reason = row.StandingReason
	}
	if event == current {
		return nil
	}
	m.Events[at] = event
	sort.SliceStable(m.Events, func(i, j int) bool { return m.Events[i].On < m.Events[j].On })
	return &FieldChange{"standing", eventText(current), eventText(event)}
}

func eventText(e StandingEvent) string {
	return strings.Join(strings.Fields(string(e.Standing)+" "+e.On.String()+" "+e.Reason), " ")
}

// standingEvent makes the event of a row. A standing of uncertain beginning counts from today if it passes (a leave, a
// transfer under way) and ever since if it lasts: months before today then keep what was recorded for them.
func standingEvent(row ImportedMember, today Date) StandingEvent {
	event := StandingEvent{On: row.StandingOn, Standing: row.Standing, Reason: row.StandingReason}
	if event.On == "" && event.Standing != Exempt && !event.Standing.HasLeft() {
		event.On = today
	}
	return event
}
