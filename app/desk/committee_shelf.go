package desk

import (
	"time"

	"sochibo/app"
)

// shelf holds what a committee received, by cell and month.
type shelf struct {
	settings  app.Settings
	today     app.Date
	thisMonth app.Month
	months    map[string]map[app.Month]*shelfMonth
	due       map[app.Month]app.Date
}

// shelfMonth are the packets of one cell's month.
type shelfMonth struct {
	newest    *app.ReceivedPacket // what counts: the last one that came and does not contradict another, or was accepted nevertheless
	contested *app.ReceivedPacket // one that contradicts what came before and waits for a decision
	firstAt   time.Time           // when the month was first handed in
}

func (d *Desk) shelve(settings app.Settings, packets []app.ReceivedPacket) *shelf {
	s := &shelf{settings: settings, today: d.Today(), thisMonth: d.ThisMonth(), months: make(map[string]map[app.Month]*shelfMonth), due: make(map[app.Month]app.Date)}
	for i := range packets { // pointed at: a committee has tens of thousands of them
		p := &packets[i]
		months := s.months[p.CellID]
		if months == nil {
			months = make(map[app.Month]*shelfMonth)
			s.months[p.CellID] = months
		}
		if months[p.Month] == nil {
			months[p.Month] = &shelfMonth{newest: p, firstAt: p.ReceivedAt}
		}
		months[p.Month].add(p)
	}
	return s
}

func (m *shelfMonth) add(p *app.ReceivedPacket) {
	if countsMore(p, m.newest) {
		m.newest = p
	}
	if p.ReceivedAt.Before(m.firstAt) {
		m.firstAt = p.ReceivedAt
	}
	if contested(p.Question) && p.State == app.MonthReceived {
		m.contested = p
	}
}

// countsMore reports whether of two packets of a month the first is the one that counts. One that contradicts another never replaces
// what was received before; else the later one does, which after a book was restored may have the smaller number.
func countsMore(p, than *app.ReceivedPacket) bool {
	if p.ByHand != than.ByHand { // what the cell itself handed in counts more than what was typed for it
		return !p.ByHand
	}
	if contested(p.Question) != contested(than.Question) {
		return !contested(p.Question)
	}
	if !p.ReceivedAt.Equal(than.ReceivedAt) {
		return p.ReceivedAt.After(than.ReceivedAt)
	}
	return p.Seq > than.Seq
}

// packet returns the packet that counts for a cell's month; nil if none came.
func (s *shelf) packet(cellID string, month app.Month) *app.ReceivedPacket {
	if at := s.months[cellID][month]; at != nil {
		return at.newest
	}
	return nil
}

func (s *shelf) row(cell app.CellEntry, months []app.Month) MatrixRow {
	row := MatrixRow{Cell: cell}
	var newest app.Month
	for month, at := range s.months[cell.ID] {
		if month >= newest {
			newest, row.Members = month, at.newest.Summary.Members
		}
	}
	shown := make(map[app.Month]MatrixCell, len(months))
	for _, month := range months {
		shown[month] = s.cell(cell, month)
		row.Months = append(row.Months, shown[month])
	}
	for month := cell.FirstMonth; month != "" && month <= s.thisMonth && cell.IsDue(month); month = month.Next() {
		at, known := shown[month]
		if !known {
			at = s.cell(cell, month)
		}
		if at.State == CellMissing && at.LateDays == 0 {
			continue
		}
		row.OnTime.Whole++
		if at.LateDays == 0 {
			row.OnTime.Part++
		}
	}
	return row
}

func (s *shelf) cell(cell app.CellEntry, month app.Month) MatrixCell {
	at := MatrixCell{Month: month, State: CellMissing}
	packets := s.months[cell.ID][month]
	switch {
	case packets != nil && packets.contested != nil:
		at.PacketID, at.Question, at.State = packets.contested.ID, packets.contested.Question, CellReceived
		at.LateDays = lateDays(s.dueOn(month), app.DateOf(packets.firstAt))
	case packets != nil:
		at.Findings, at.ByHand = len(packets.newest.Findings), packets.newest.ByHand
		at.Clean = packets.newest.IsClean() && cell.KeyState == app.KeyConfirmed
		at.PacketID, at.Question, at.State = packets.newest.ID, packets.newest.Question, cellStates[packets.newest.State]
		at.LateDays = lateDays(s.dueOn(month), app.DateOf(packets.firstAt))
	case !cell.IsDue(month) || month > s.thisMonth:
		at.State = CellNotDue
	default:
		at.LateDays = lateDays(s.dueOn(month), s.today)
	}
	return at
}

var cellStates = map[app.MonthState]CellMonthState{app.MonthReceived: CellReceived, app.MonthAccepted: CellAccepted, app.MonthReturned: CellReturned}

func (s *shelf) dueOn(month app.Month) app.Date {
	due, known := s.due[month]
	if !known {
		due = s.settings.DueOn(app.RuleHandoverDueDay, month)
		s.due[month] = due
	}
	return due
}
