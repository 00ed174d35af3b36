package store

import "sochibo/app"

// meetingParts are the tables that hold the parts of a meeting; statements go before the items they belong to.
var meetingParts = []string{"meeting_guest", "attendance", "statement", "agenda_item", "task_review", "direction", "vote", "petition"}

// partOf is a row of a part of a meeting: which meeting, its place in the list, and the value.
type partOf[T any] struct {
	meetingID string
	no        int
	value     T
}

func partColumns[T any](columns func(*T) []column) func(*partOf[T]) []column {
	return func(p *partOf[T]) []column {
		return append([]column{{"meeting_id", &p.meetingID}, {"no", &p.no}}, columns(&p.value)...)
	}
}

// readParts reads the rows of one table and gives each to its meeting.
func readParts[T any](tx *Tx, byID map[string]*app.Meeting, table string, columns func(*T) []column, take func(*app.Meeting, T),
	where string, args ...any) error {
	rows, err := all(tx, table, partColumns(columns), where+" ORDER BY meeting_id, no", args...)
	for _, row := range rows {
		if meeting := byID[row.meetingID]; meeting != nil {
			take(meeting, row.value)
		}
	}
	return err
}

// putParts writes a list as the rows of one table.
func putParts[T any](tx *Tx, table, meetingID string, list []T, columns func(*T) []column) error {
	for no := range list {
		part := partOf[T]{meetingID: meetingID, no: no, value: list[no]}
		if err := tx.put(table, 2, partColumns(columns)(&part)); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) putMeetingParts(m *app.Meeting) error {
	for _, table := range meetingParts {
		if err := tx.exec("DELETE FROM "+table+" WHERE meeting_id = ?", m.ID); err != nil {
			return err
		}
	}
	for _, put := range []func() error{
		func() error { return putParts(tx, "meeting_guest", m.ID, m.Guests, guestColumns) },
		func() error { return putParts(tx, "attendance", m.ID, m.Attendance, attendanceColumns) },
		func() error { return putParts(tx, "agenda_item", m.ID, m.Agenda, agendaColumns) },
		func() error { return tx.putStatements(m) },
		func() error { return putParts(tx, "task_review", m.ID, m.Reviews, reviewColumns) },
		func() error { return putParts(tx, "direction", m.ID, m.Directions, directionColumns) },
		func() error { return putParts(tx, "vote", m.ID, m.Votes, voteColumns) },
		func() error { return putParts(tx, "petition", m.ID, m.Petitions, petitionColumns) },
	} {
		if err := put(); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) putStatements(m *app.Meeting) error {
	for itemNo := range m.Agenda {
		for no := range m.Agenda[itemNo].Statements {
			key := []column{{"meeting_id", &m.ID}, {"item_no", &itemNo}, {"no", &no}}
			if err := tx.put("statement", 3, append(key, statementColumns(&m.Agenda[itemNo].Statements[no])...)); err != nil {
				return err
			}
		}
	}
	return nil
}

func readGuests(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "meeting_guest", guestColumns, func(m *app.Meeting, g app.Guest) { m.Guests = append(m.Guests, g) }, where, args...)
}

func readAttendance(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "attendance", attendanceColumns,
		func(m *app.Meeting, a app.Attendance) { m.Attendance = append(m.Attendance, a) }, where, args...)
}

func readAgenda(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "agenda_item", agendaColumns, func(m *app.Meeting, a app.AgendaItem) { m.Agenda = append(m.Agenda, a) }, where, args...)
}

type statementRow struct {
	meetingID  string
	itemNo, no int
	app.Statement
}

func readStatements(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	rows, err := all(tx, "statement", func(s *statementRow) []column {
		return append([]column{{"meeting_id", &s.meetingID}, {"item_no", &s.itemNo}, {"no", &s.no}}, statementColumns(&s.Statement)...)
	}, where+" ORDER BY meeting_id, item_no, no", args...)
	for _, row := range rows {
		if meeting := byID[row.meetingID]; meeting != nil && row.itemNo < len(meeting.Agenda) {
			item := &meeting.Agenda[row.itemNo]
			item.Statements = append(item.Statements, row.Statement)
		}
	}
	return err
}

func readReviews(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "task_review", reviewColumns, func(m *app.Meeting, r app.TaskReview) { m.Reviews = append(m.Reviews, r) }, where, args...)
}

func readDirections(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "direction", directionColumns,
		func(m *app.Meeting, d app.Direction) { m.Directions = append(m.Directions, d) }, where, args...)
}

func readVotes(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "vote", voteColumns, func(m *app.Meeting, v app.Vote) { m.Votes = append(m.Votes, v) }, where, args...)
}

func readPetitions(tx *Tx, byID map[string]*app.Meeting, where string, args ...any) error {
	return readParts(tx, byID, "petition", petitionColumns, func(m *app.Meeting, p app.Petition) { m.Petitions = append(m.Petitions, p) }, where, args...)
}

func petitionColumns(p *app.Petition) []column {
	return []column{{"id", &p.ID}, {"member_id", reference{&p.MemberID}}, {"guest_name", &p.GuestName}, {"body", &p.Text},
		{"answer", &p.Answer}, {"state", &p.State}, {"carried_from", &p.CarriedFrom}}
}

func guestColumns(g *app.Guest) []column { return []column{{"name", &g.Name}, {"post", &g.Post}} }

func attendanceColumns(a *app.Attendance) []column {
	return []column{{"member_id", &a.MemberID}, {"presence", &a.Presence}, {"reason", &a.Reason}}
}

func agendaColumns(a *app.AgendaItem) []column {
	return []column{{"id", &a.ID}, {"kind", &a.Kind}, {"title", &a.Title}, {"minutes", &a.Minutes}, {"presenter_id", reference{&a.PresenterID}},
		{"body", &a.Text}, {"conclusion", &a.Conclusion}}
}

func statementColumns(s *app.Statement) []column {
	return []column{{"member_id", reference{&s.MemberID}}, {"guest_name", &s.GuestName}, {"body", &s.Text}}
}

func reviewColumns(r *app.TaskReview) []column {
	return []column{{"task_id", &r.TaskID}, {"state", &r.State}, {"done_on", &r.DoneOn}, {"result", &r.Result}}
}

func directionColumns(d *app.Direction) []column {
	return []column{{"title", &d.Title}, {"body", &d.Text}}
}

func voteColumns(v *app.Vote) []column {
	return []column{{"subject", &v.Subject}, {"method", &v.Method}, {"eligible", &v.Eligible}, {"votes_for", &v.For},
		{"votes_against", &v.Against}, {"abstained", &v.Abstain}, {"on_score", &v.OnScore}, {"on_resolution", &v.OnResult},
		{"rule", &v.Rule}, {"base", &v.Base}, {"needed_part", &v.Needed.Part}, {"needed_whole", &v.Needed.Whole}, {"needed_more", &v.Needed.More}}
}
