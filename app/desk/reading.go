package desk

import (
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// reader is what the use cases of a month read of a book. *store.Tx is one; readOnce is one that asks for each thing only once.
type reader interface {
	Settings() (app.Settings, error)
	MonthRecord(month app.Month) (app.MonthRecord, error)
	MonthRecords() ([]app.MonthRecord, error)
	Member(id string) (app.Member, error)
	Members() ([]app.Member, error)
	Points(year int) ([]app.PointEntry, error)
	Dues(year int) ([]app.DuesEntry, error)
	Tasks() ([]app.Task, error)
	Meetings() ([]app.Meeting, error)
	Sheets() ([]app.MarkedSheet, error)
	Frameworks() ([]store.Framework, error)
	Documents() ([]app.OutgoingDocument, error)
	Outbox() ([]app.OutboxPacket, error)
	Initiatives() ([]app.Initiative, error)
	ConductDecisions() ([]app.ConductDecision, error)
	AllAttachments() ([]app.Attachment, error)
	RatingRounds() ([]app.RatingRound, error)
	Ratings(period app.SheetPeriod) ([]app.Rating, error)
	Value(name string) (string, error)
}

// readOnce reads through a transaction and remembers what it read: a month's screen asks for the same lists many times, and five
// years of meetings are the dearest of them. It must not outlive a write of what it holds.
type readOnce struct {
	*store.Tx
	settings   kept[app.Settings]
	members    kept[[]app.Member]
	tasks      kept[[]app.Task]
	meetings   kept[[]app.Meeting]
	sheets     kept[[]app.MarkedSheet]
	frameworks kept[[]store.Framework]
	points     map[int]*kept[[]app.PointEntry]

	initiatives kept[[]app.Initiative]
	conduct     kept[[]app.ConductDecision]
	attachments kept[[]app.Attachment]
	closed      map[app.Month]*kept[*closedMonth]
	rounds      kept[[]app.RatingRound]
	dues        map[int]*kept[[]app.DuesEntry]
	ratings     map[app.SheetPeriod]*kept[[]app.Rating]
}

func once(tx *store.Tx) *readOnce {
	return &readOnce{Tx: tx, points: make(map[int]*kept[[]app.PointEntry]), dues: make(map[int]*kept[[]app.DuesEntry]),
		closed: make(map[app.Month]*kept[*closedMonth]), ratings: make(map[app.SheetPeriod]*kept[[]app.Rating])}
}

// asOf reads a meeting, the tasks that it assigned and its self-score as they stood in a version that was kept.
func (r *readOnce) asOf(version app.MeetingVersion) error {
	meetings, err := r.Meetings()
	if err != nil {
		return err
	}
	tasks, err := r.Tasks()
	if err != nil {
		return err
	}
	sheets, err := r.Sheets()
	if err != nil {
		return err
	}
	for i := range meetings {
		if meetings[i].ID == version.ID {
			meetings[i] = version.Meeting
		}
	}
	r.meetings.value = meetings
	if version.Tasks == nil {
		return nil
	}
	r.tasks.value = append(slices.DeleteFunc(tasks, func(t app.Task) bool { return t.MeetingID == version.ID }), version.Tasks...)
	r.sheets.value = append(slices.DeleteFunc(sheets, func(s app.MarkedSheet) bool { return s.Subject == version.ID }), version.Sheets...)
	return nil
}

// kept is a value that is read when it is first asked for.
type kept[T any] struct {
	read  bool
	value T
	err   error
}

func (k *kept[T]) get(read func() (T, error)) (T, error) {
	if !k.read {
		k.value, k.err = read()
		k.read = true
	}
	return k.value, k.err
}

// ownList returns a list of the caller's own, who may sort it.
func ownList[T any](k *kept[[]T], read func() ([]T, error)) ([]T, error) {
	all, err := k.get(read)
	return slices.Clone(all), err
}

func (r *readOnce) Settings() (app.Settings, error)    { return r.settings.get(r.Tx.Settings) }
func (r *readOnce) Members() ([]app.Member, error)     { return ownList(&r.members, r.Tx.Members) }
func (r *readOnce) Tasks() ([]app.Task, error)         { return ownList(&r.tasks, r.Tx.Tasks) }
func (r *readOnce) Meetings() ([]app.Meeting, error)   { return ownList(&r.meetings, r.Tx.Meetings) }
func (r *readOnce) Sheets() ([]app.MarkedSheet, error) { return ownList(&r.sheets, r.Tx.Sheets) }
func (r *readOnce) Frameworks() ([]store.Framework, error) {
	return ownList(&r.frameworks, r.Tx.Frameworks)
}

func (r *readOnce) Initiatives() ([]app.Initiative, error) {
	return ownList(&r.initiatives, r.Tx.Initiatives)
}
func (r *readOnce) ConductDecisions() ([]app.ConductDecision, error) {
	return ownList(&r.conduct, r.Tx.ConductDecisions)
}

func (r *readOnce) Points(year int) ([]app.PointEntry, error) {
	if r.points[year] == nil {
		r.points[year] = new(kept[[]app.PointEntry])
	}
	return ownList(r.points[year], func() ([]app.PointEntry, error) { return r.Tx.Points(year) })
}

func (r *readOnce) AllAttachments() ([]app.Attachment, error) {
	return ownList(&r.attachments, r.Tx.AllAttachments)
}

func (r *readOnce) Dues(year int) ([]app.DuesEntry, error) {
	if r.dues[year] == nil {
		r.dues[year] = new(kept[[]app.DuesEntry])
	}
	return ownList(r.dues[year], func() ([]app.DuesEntry, error) { return r.Tx.Dues(year) })
}

func (r *readOnce) RatingRounds() ([]app.RatingRound, error) {
	return ownList(&r.rounds, r.Tx.RatingRounds)
}

func (r *readOnce) Ratings(period app.SheetPeriod) ([]app.Rating, error) {
	if r.ratings[period] == nil {
		r.ratings[period] = new(kept[[]app.Rating])
	}
	return ownList(r.ratings[period], func() ([]app.Rating, error) { return r.Tx.Ratings(period) })
}
