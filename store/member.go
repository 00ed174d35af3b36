package store

import (
	"strings"

	"sochibo/app"
)

// Members returns all members that the book ever had, by id; app.SortByName orders them as lists are.
func (tx *Tx) Members() ([]app.Member, error) { return tx.members("WHERE removed_at = ''", "") }

// Member returns a member; CodeNotFound if there is none.
func (tx *Tx) Member(id string) (app.Member, error) {
	list, err := tx.members("WHERE id = ? AND removed_at = ''", "WHERE member_id = ?", id)
	if err != nil {
		return app.Member{}, err
	}
	if len(list) == 0 {
		return app.Member{}, app.NewError(app.CodeNotFound, "what", entityMember)
	}
	return list[0], nil
}

// FindMembers returns the members whose names or numbers contain a text; capitals and diacritics do not matter. "" finds all.
func (tx *Tx) FindMembers(text string) ([]app.Member, error) {
	return tx.members("WHERE instr(search, ?) > 0 AND removed_at = ''", "WHERE member_id IN (SELECT id FROM member WHERE instr(search, ?) > 0)", app.Fold(text))
}

func (tx *Tx) members(where, whereEvents string, args ...any) ([]app.Member, error) {
	members, err := all(tx, "member", memberColumns, where+" ORDER BY id", args...)
	if err != nil {
		return nil, err
	}
	events, err := all(tx, "member_event", func(e *memberEvent) []column {
		return append([]column{{"member_id", &e.memberID}}, eventColumns(&e.StandingEvent)...)
	}, whereEvents+" ORDER BY member_id, no", args...)
	if err != nil {
		return nil, err
	}
	byMember := make(map[string][]app.StandingEvent)
	for _, e := range events {
		byMember[e.memberID] = append(byMember[e.memberID], e.StandingEvent)
	}
	for i := range members {
		members[i].Events = byMember[members[i].ID]
	}
	return members, nil
}

type memberEvent struct {
	memberID string
	app.StandingEvent
}

// PutMember adds or replaces a member with the events of his standing.
func (tx *Tx) PutMember(m app.Member) error {
	before, err := stored(tx.Member(m.ID))
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityMember, m.ID, before, m, putBack(before, (*Tx).PutMember, func(tx *Tx) error { return tx.RemoveMember(m.ID) }), func() error {
		search, present := searchText(m), ""
		if err := tx.put("member", 1, append(memberColumns(&m), column{"search", &search}, column{"removed_at", &present})); err != nil {
			return err
		}
		if err := tx.exec("DELETE FROM member_event WHERE member_id = ?", m.ID); err != nil {
			return err
		}
		for no := range m.Events {
			columns := append([]column{{"member_id", &m.ID}, {"no", &no}}, eventColumns(&m.Events[no])...)
			if err := tx.put("member_event", 2, columns); err != nil {
				return err
			}
		}
		return nil
	})
}

// RemoveMember takes back a member who was entered by mistake, as when an import is undone: the row stays, marked, and the numbers are
// free again. CodeNotFound if there is none.
func (tx *Tx) RemoveMember(id string) error {
	before, err := tx.Member(id)
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityMember, id, before, nil, putBack(&before, (*Tx).PutMember, nil), func() error {
		return tx.exec("UPDATE member SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

// searchText is what FindMembers looks into.
func searchText(m app.Member) string {
	return app.Fold(strings.Join([]string{m.FullName, m.BirthName, m.PartyCardNo, m.CitizenID, m.DossierNo, m.Phone}, " "))
}

func memberColumns(m *app.Member) []column {
	return []column{{"id", &m.ID}, {"full_name", &m.FullName}, {"birth_name", &m.BirthName}, {"sex", &m.Sex}, {"born_on", &m.BornOn},
		{"citizen_id", &m.CitizenID}, {"phone", &m.Phone}, {"party_card_no", &m.PartyCardNo}, {"dossier_no", &m.DossierNo},
		{"admitted_on", &m.AdmittedOn}, {"official_on", &m.OfficialOn}, {"kind", &m.Kind}, {"post", &m.Post}, {"party_group", &m.PartyGroup},
		{"occupation", &m.Occupation}, {"earlier_work", &m.EarlierWork}, {"schooling", &m.Schooling}, {"political_theory", &m.PoliticalTheory},
		{"profession", &m.Profession}, {"language", &m.Language}, {"ethnicity", &m.Ethnicity}, {"religion", &m.Religion},
		{"native_place", &m.NativePlace}, {"residence_cell", &m.ResidenceCell}, {"badge_no", &m.BadgeNo}, {"arrived_on", &m.ArrivedOn},
		{"arrived_from", &m.ArrivedFrom}, {"note", &m.Note},
		{"department", &m.Department}, {"anonymised_on", &m.AnonymisedOn}, {"recognised_on", &m.RecognisedOn}}
}

func eventColumns(e *app.StandingEvent) []column {
	return []column{{"on_day", &e.On}, {"standing", &e.Standing}, {"reason", &e.Reason}, {"until", &e.Until}}
}
