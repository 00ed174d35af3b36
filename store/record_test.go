package store

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"sochibo/app"
)

// filler gives every field of a value something that is not its zero value, so that a field without a column is noticed.
type filler struct{ count int }

// fixedValues are values for types that do not take any text.
var fixedValues = map[reflect.Type]any{
	reflect.TypeFor[app.Month]():          app.Month("2026-10"),
	reflect.TypeFor[time.Time]():          time.Date(2026, 11, 24, 2, 30, 0, 123000000, time.UTC),
	reflect.TypeFor[app.ConductKind]():    app.Discipline,
	reflect.TypeFor[app.SheetPeriod]():    app.SheetPeriod("2026-Q4"),
	reflect.TypeFor[app.Sex]():            app.Female,
	reflect.TypeFor[app.Kind]():           app.Probationary,
	reflect.TypeFor[app.Standing]():       app.TempAway,
	reflect.TypeFor[app.Presence]():       app.AbsentExcused,
	reflect.TypeFor[app.MeetingState]():   app.MeetingLocked,
	reflect.TypeFor[app.TaskState]():      app.TaskPostponed,
	reflect.TypeFor[app.PetitionState]():  app.PetitionForwarded,
	reflect.TypeFor[app.MonthState]():     app.MonthReturned,
	reflect.TypeFor[app.CandidateState](): app.CandidateWithdrawn,
	reflect.TypeFor[app.DuesWay]():        app.Portal,
	reflect.TypeFor[app.AnswerState]():    app.ReminderPutOff,
	reflect.TypeFor[app.Role]():           app.CommitteeBook,
	reflect.TypeFor[app.KeyState]():       app.KeyPending,
	reflect.TypeFor[app.EventKind]():      app.EventMerged,
	reflect.TypeFor[app.ReceiptVerdict](): app.ReceiptReturned,
}

func (f *filler) fill(v reflect.Value) {
	f.count++
	if fixed, ok := fixedValues[v.Type()]; ok {
		v.Set(reflect.ValueOf(fixed))
		return
	}
	switch v.Kind() {
	case reflect.String:
		text := fmt.Sprintf("Đoàn kết %d", f.count)
		if v.Type() == reflect.TypeFor[app.Date]() {
			text = fmt.Sprintf("2026-%02d-%02d", f.count%12+1, f.count%28+1)
		}
		v.SetString(text)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.count))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			f.fill(key)
			f.fill(value)
			v.SetMapIndex(key, value)
		}
	default:
		panic("no value for " + v.Type().String())
	}
}

// kindOfRecord is one kind of record: how it is written and read back, and what an almost empty one looks like.
type kindOfRecord[T any] struct {
	put    func(*Tx, T) error
	get    func(*Tx, T) (T, error)
	listed func(*Tx) ([]T, error) // nil: the record is the only one
	small  func(full T) T
}

func TestRecordsComeBackAsTheyWereWritten(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	b.image.exec("PRAGMA foreign_keys = OFF") // the values refer to nothing; references have a test of their own
	run(t, b, "settings", kindOfRecord[app.Settings]{
		put: (*Tx).PutSettings, get: func(tx *Tx, _ app.Settings) (app.Settings, error) { return tx.Settings() },
		small: func(app.Settings) app.Settings { return app.Settings{Role: app.CellBook} }})
	run(t, b, "member", kindOfRecord[app.Member]{
		put: (*Tx).PutMember, get: func(tx *Tx, m app.Member) (app.Member, error) { return tx.Member(m.ID) }, listed: (*Tx).Members,
		small: func(m app.Member) app.Member { return app.Member{ID: m.ID, Kind: app.Official} }})
	run(t, b, "point", kindOfRecord[app.PointEntry]{
		put: (*Tx).PutPoint, get: func(tx *Tx, p app.PointEntry) (app.PointEntry, error) { return tx.Point(p.MemberID, p.Month) },
		listed: func(tx *Tx) ([]app.PointEntry, error) { return tx.Points(2026) },
		small:  func(p app.PointEntry) app.PointEntry { return app.PointEntry{MemberID: p.MemberID, Month: p.Month} }})
	run(t, b, "dues", kindOfRecord[app.DuesEntry]{
		put: (*Tx).PutDues, get: func(tx *Tx, e app.DuesEntry) (app.DuesEntry, error) { return tx.DuesOf(e.MemberID, e.Month) },
		listed: func(tx *Tx) ([]app.DuesEntry, error) { return tx.Dues(2026) },
		small:  func(e app.DuesEntry) app.DuesEntry { return app.DuesEntry{MemberID: e.MemberID, Month: e.Month} }})
	run(t, b, "candidate", kindOfRecord[app.Candidate]{
		put: (*Tx).PutCandidate, get: func(tx *Tx, c app.Candidate) (app.Candidate, error) { return tx.Candidate(c.ID) }, listed: (*Tx).Candidates,
		small: func(c app.Candidate) app.Candidate { return app.Candidate{ID: c.ID, State: app.CandidateOpen} }})
	run(t, b, "answer", kindOfRecord[app.ReminderAnswer]{
		put: (*Tx).PutReminderAnswer, get: func(tx *Tx, a app.ReminderAnswer) (app.ReminderAnswer, error) { return tx.ReminderAnswer(a.Key) },
		listed: (*Tx).ReminderAnswers,
		small: func(a app.ReminderAnswer) app.ReminderAnswer {
			return app.ReminderAnswer{Key: a.Key, State: app.ReminderDone}
		}})
	run(t, b, "meeting", kindOfRecord[app.Meeting]{
		put: (*Tx).PutMeeting, get: func(tx *Tx, m app.Meeting) (app.Meeting, error) { return tx.Meeting(m.ID) }, listed: (*Tx).Meetings,
		small: func(m app.Meeting) app.Meeting {
			return app.Meeting{ID: m.ID, Month: m.Month, State: app.MeetingDraft, Version: 1}
		}})
	run(t, b, "task", kindOfRecord[app.Task]{
		put: (*Tx).PutTask, get: func(tx *Tx, v app.Task) (app.Task, error) { return tx.Task(v.ID) }, listed: (*Tx).Tasks,
		small: func(v app.Task) app.Task { return app.Task{ID: v.ID, State: app.TaskOpen} }})
	run(t, b, "initiative", kindOfRecord[app.Initiative]{
		put: (*Tx).PutInitiative, get: func(tx *Tx, v app.Initiative) (app.Initiative, error) { return tx.Initiative(v.ID) }, listed: (*Tx).Initiatives,
		small: func(v app.Initiative) app.Initiative { return app.Initiative{ID: v.ID, MemberID: v.MemberID} }})
	run(t, b, "conduct", kindOfRecord[app.ConductDecision]{
		put: (*Tx).PutConductDecision, get: func(tx *Tx, v app.ConductDecision) (app.ConductDecision, error) { return tx.ConductDecision(v.ID) },
		listed: (*Tx).ConductDecisions,
		small: func(v app.ConductDecision) app.ConductDecision {
			return app.ConductDecision{ID: v.ID, Kind: app.Commendation}
		}})
	run(t, b, "plan", kindOfRecord[app.PlanItem]{
		put: (*Tx).PutPlanItem, get: func(tx *Tx, p app.PlanItem) (app.PlanItem, error) { return tx.PlanItem(p.ID) },
		listed: func(tx *Tx) ([]app.PlanItem, error) { return tx.Plan(2026) },
		small:  func(p app.PlanItem) app.PlanItem { return app.PlanItem{ID: p.ID, Month: p.Month} }})
	run(t, b, "text block", kindOfRecord[app.TextBlock]{
		put: (*Tx).PutTextBlock, get: func(tx *Tx, v app.TextBlock) (app.TextBlock, error) { return tx.textBlock(v.ID) }, listed: (*Tx).TextBlocks,
		small: func(v app.TextBlock) app.TextBlock { return app.TextBlock{ID: v.ID} }})
	run(t, b, "rating round", kindOfRecord[app.RatingRound]{
		put: (*Tx).PutRatingRound, get: func(tx *Tx, v app.RatingRound) (app.RatingRound, error) { return tx.RatingRound(v.Period) },
		listed: (*Tx).RatingRounds,
		small:  func(v app.RatingRound) app.RatingRound { return app.RatingRound{Period: v.Period} }})
	run(t, b, "rating", kindOfRecord[app.Rating]{
		put: (*Tx).PutRating, get: func(tx *Tx, v app.Rating) (app.Rating, error) { return tx.Rating(v.Period, v.Subject) },
		listed: func(tx *Tx) ([]app.Rating, error) { return tx.Ratings("2026-Q4") },
		small:  func(v app.Rating) app.Rating { return app.Rating{Period: v.Period, Subject: v.Subject} }})
	run(t, b, "month", kindOfRecord[app.MonthRecord]{
		put: (*Tx).PutMonthRecord, get: func(tx *Tx, m app.MonthRecord) (app.MonthRecord, error) { return tx.MonthRecord(m.Month) },
		listed: (*Tx).MonthRecords,
		small:  func(m app.MonthRecord) app.MonthRecord { return app.MonthRecord{Month: m.Month, State: app.MonthOpen} }})
	run(t, b, "sheet", kindOfRecord[app.MarkedSheet]{
		put: (*Tx).PutSheet, get: func(tx *Tx, s app.MarkedSheet) (app.MarkedSheet, error) {
			return tx.Sheet(s.Framework, s.Version, s.Subject)
		},
		listed: (*Tx).Sheets,
		small: func(s app.MarkedSheet) app.MarkedSheet {
			return app.MarkedSheet{Framework: s.Framework, Version: s.Version, Subject: s.Subject, Marks: []app.Mark{{ID: s.Marks[1].ID}}}
		}})
	run(t, b, "document", kindOfRecord[app.OutgoingDocument]{
		put: (*Tx).PutDocument, get: func(tx *Tx, d app.OutgoingDocument) (app.OutgoingDocument, error) { return tx.Document(d.ID) },
		listed: (*Tx).Documents,
		small:  func(d app.OutgoingDocument) app.OutgoingDocument { return app.OutgoingDocument{ID: d.ID} }})
	run(t, b, "link", kindOfRecord[app.CommitteeLink]{
		put: (*Tx).PutLink, get: func(tx *Tx, _ app.CommitteeLink) (app.CommitteeLink, error) {
			link, err := tx.Link()
			return *link, err
		},
		small: func(app.CommitteeLink) app.CommitteeLink { return app.CommitteeLink{CellID: "c"} }})
	run(t, b, "outbox", kindOfRecord[app.OutboxPacket]{
		put: (*Tx).PutOutbox, get: func(tx *Tx, p app.OutboxPacket) (app.OutboxPacket, error) { return tx.OutboxPacket(p.ID) },
		listed: (*Tx).Outbox,
		small: func(p app.OutboxPacket) app.OutboxPacket {
			return app.OutboxPacket{ID: p.ID, Month: p.Month, Seq: 1, FileID: p.FileID}
		}})
	run(t, b, "receipt", kindOfRecord[app.Receipt]{
		put: (*Tx).PutReceipt, get: func(tx *Tx, r app.Receipt) (app.Receipt, error) { return tx.Receipt(r.ID) }, listed: (*Tx).Receipts,
		small: func(r app.Receipt) app.Receipt {
			return app.Receipt{ID: r.ID, Month: r.Month, Verdict: app.ReceiptReceived}
		}})
	run(t, b, "registration", kindOfRecord[app.Registration]{
		put: (*Tx).PutRegistration, get: func(tx *Tx, r app.Registration) (app.Registration, error) {
			return tx.Registration(r.Year, r.Framework)
		},
		listed: (*Tx).Registrations,
		small: func(r app.Registration) app.Registration {
			return app.Registration{Year: r.Year, Framework: r.Framework}
		}})
	run(t, b, "cell", kindOfRecord[app.CellEntry]{
		put: (*Tx).PutCell, get: func(tx *Tx, c app.CellEntry) (app.CellEntry, error) { return tx.Cell(c.ID) }, listed: (*Tx).Cells,
		small: func(c app.CellEntry) app.CellEntry { return app.CellEntry{ID: c.ID, KeyState: app.KeyNone} }})
	run(t, b, "packet", kindOfRecord[app.ReceivedPacket]{
		put: (*Tx).PutReceivedPacket, get: func(tx *Tx, p app.ReceivedPacket) (app.ReceivedPacket, error) { return tx.ReceivedPacket(p.ID) },
		listed: (*Tx).ReceivedPackets,
		small: func(p app.ReceivedPacket) app.ReceivedPacket {
			return app.ReceivedPacket{ID: p.ID, CellID: p.CellID, Month: p.Month, State: app.MonthReceived}
		}})
	run(t, b, "organisation", kindOfRecord[app.Organisation]{
		put: (*Tx).PutOrganisation, get: func(tx *Tx, o app.Organisation) (app.Organisation, error) { return tx.Organisation(o.ID) },
		listed: (*Tx).Organisations, small: func(o app.Organisation) app.Organisation { return app.Organisation{ID: o.ID} }})
	run(t, b, "event", kindOfRecord[app.OrganisationEvent]{
		put: (*Tx).PutOrganisationEvent, get: func(tx *Tx, e app.OrganisationEvent) (app.OrganisationEvent, error) {
			return tx.OrganisationEvent(e.ID)
		},
		listed: (*Tx).OrganisationEvents,
		small: func(e app.OrganisationEvent) app.OrganisationEvent {
			return app.OrganisationEvent{ID: e.ID, On: e.On, Kind: app.EventRenamed}
		}})
	run(t, b, "deputy", kindOfRecord[app.Deputy]{
		put: (*Tx).PutDeputy, get: func(tx *Tx, d app.Deputy) (app.Deputy, error) { return tx.Deputy(d.ID) },
		listed: (*Tx).Deputies, small: func(d app.Deputy) app.Deputy { return app.Deputy{ID: d.ID, AddedOn: d.AddedOn} }})
	run(t, b, "notice", kindOfRecord[app.Notice]{
		put: (*Tx).PutNotice, get: func(tx *Tx, n app.Notice) (app.Notice, error) { return tx.Notice(n.ID) }, listed: (*Tx).Notices,
		small: func(n app.Notice) app.Notice { return app.Notice{ID: n.ID, IssuedOn: n.IssuedOn} }})
	run(t, b, "framework", kindOfRecord[Framework]{
		put: (*Tx).PutFramework, get: func(tx *Tx, f Framework) (Framework, error) { return tx.Framework(f.Code, f.Version) },
		listed: (*Tx).Frameworks,
		small:  func(f Framework) Framework { return Framework{Code: f.Code, Version: f.Version, Body: []byte("{}")} }})
	run(t, b, "draft", kindOfRecord[app.Draft]{
		put: (*Tx).PutDraft, get: func(tx *Tx, d app.Draft) (app.Draft, error) { return tx.Draft(d.Key) },
		listed: func(tx *Tx) ([]app.Draft, error) { return tx.Drafts("Đoàn") },
		small:  func(d app.Draft) app.Draft { return app.Draft{Key: d.Key} }})
	wantSound(t, b, FindingReference)
}

func run[T any](t *testing.T, b *Book, name string, kind kindOfRecord[T]) {
	t.Run(name, func(t *testing.T) {
		var full T
		if f, ok := any(&full).(*Framework); ok {
			*f = Framework{Code: "MEETING", Version: 2, Body: []byte(`{"a":1}`), ReceivedAt: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
		} else {
			new(filler).fill(reflect.ValueOf(&full).Elem())
		}
		for _, value := range []T{full, kind.small(full), full} {
			update(t, b, func(tx *Tx) error { return kind.put(tx, value) })
			view(t, b, func(tx *Tx) error {
				got, err := kind.get(tx, value)
				if err != nil || !reflect.DeepEqual(got, value) {
					t.Errorf("error %v\nwrote %+v\nread  %+v", err, value, got)
				}
				if kind.listed == nil {
					return nil
				}
				list, err := kind.listed(tx)
				if err != nil || len(list) != 1 || !reflect.DeepEqual(list[0], value) {
					t.Errorf("error %v\nwrote  %+v\nlisted %+v", err, value, list)
				}
				return nil
			})
		}
	})
}

func update(t testing.TB, b *Book, write func(*Tx) error) {
	t.Helper()
	if err := b.Update(context.Background(), testChange, write); err != nil {
		t.Fatal(err)
	}
}

func view(t testing.TB, b *Book, read func(*Tx) error) {
	t.Helper()
	if err := b.View(context.Background(), read); err != nil {
		t.Fatal(err)
	}
}

// wantSound fails if a check of the book finds anything but what is expected.
func wantSound(t testing.TB, b *Book, expected ...FindingKind) {
	t.Helper()
	found, err := b.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		known := false
		for _, kind := range expected {
			known = known || f.Kind == kind
		}
		if !known {
			t.Errorf("check found %+v", f)
		}
	}
}

func TestMissingRecords(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	tests := []struct {
		name string
		get  func(*Tx) error
	}{
		{"settings", func(tx *Tx) error { _, err := tx.Settings(); return err }},
		{"member", func(tx *Tx) error { _, err := tx.Member("x"); return err }},
		{"point", func(tx *Tx) error { _, err := tx.Point("x", "2026-11"); return err }},
		{"meeting", func(tx *Tx) error { _, err := tx.Meeting("x"); return err }},
		{"task", func(tx *Tx) error { _, err := tx.Task("x"); return err }},
		{"plan", func(tx *Tx) error { _, err := tx.PlanItem("x"); return err }},
		{"removing a line of the plan", func(tx *Tx) error { return tx.DeletePlanItem("x") }},
		{"removing a text block", func(tx *Tx) error { return tx.DeleteTextBlock("x") }},
		{"attachment", func(tx *Tx) error { _, err := tx.Attachment("x"); return err }},
		{"dropping an attachment", func(tx *Tx) error { return tx.DropAttachment("x") }},
		{"removing a task", func(tx *Tx) error { return tx.DeleteTask("x") }},
		{"rating round", func(tx *Tx) error { _, err := tx.RatingRound("2026"); return err }},
		{"rating", func(tx *Tx) error { _, err := tx.Rating("2026", "x"); return err }},
		{"initiative", func(tx *Tx) error { _, err := tx.Initiative("x"); return err }},
		{"removing an initiative", func(tx *Tx) error { return tx.DeleteInitiative("x") }},
		{"conduct decision", func(tx *Tx) error { _, err := tx.ConductDecision("x"); return err }},
		{"removing a conduct decision", func(tx *Tx) error { return tx.DeleteConductDecision("x") }},
		{"document", func(tx *Tx) error { _, err := tx.Document("x"); return err }},
		{"framework", func(tx *Tx) error { _, err := tx.Framework("x", 1); return err }},
		{"outbox", func(tx *Tx) error { _, err := tx.OutboxPacket("x"); return err }},
		{"receipt", func(tx *Tx) error { _, err := tx.Receipt("x"); return err }},
		{"cell", func(tx *Tx) error { _, err := tx.Cell("x"); return err }},
		{"packet", func(tx *Tx) error { _, err := tx.ReceivedPacket("x"); return err }},
		{"draft", func(tx *Tx) error { _, err := tx.Draft("x"); return err }},
		{"value", func(tx *Tx) error { _, err := tx.Value("x"); return err }},
		{"file", func(tx *Tx) error { _, err := tx.File("x"); return err }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantCode(t, b.View(context.Background(), test.get), app.CodeNotFound) })
	}
	view(t, b, func(tx *Tx) error {
		record, err := tx.MonthRecord("2026-11")
		if err != nil || record != (app.MonthRecord{Month: "2026-11", State: app.MonthOpen}) {
			t.Errorf("a month that nobody touched is %+v, %v", record, err)
		}
		sheet, err := tx.Sheet("F", 1, "2026-11")
		if err != nil || len(sheet.Marks) != 0 || sheet.Subject != "2026-11" {
			t.Errorf("a sheet that nobody touched is %+v, %v", sheet, err)
		}
		if link, err := tx.Link(); link != nil || err != nil {
			t.Errorf("without an invitation the link is %+v, %v", link, err)
		}
		return nil
	})
}

func TestRulesOfTheSchema(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	update(t, b, func(tx *Tx) error {
		return tx.PutMember(app.Member{ID: "m1", FullName: "Trần Văn Nam", Kind: app.Official})
	})
	tests := []struct {
		name string
		put  func(*Tx) error
	}{
		{"points of nobody", func(tx *Tx) error {
			return tx.PutPoint(app.PointEntry{MemberID: "nobody", Month: "2026-11", Points: 30})
		}},
		{"points below zero", func(tx *Tx) error { return tx.PutPoint(app.PointEntry{MemberID: "m1", Month: "2026-11", Points: -1}) }},
		{"a month that is none", func(tx *Tx) error { return tx.PutPoint(app.PointEntry{MemberID: "m1", Month: "11/2026"}) }},
		{"a day that does not exist", func(tx *Tx) error {
			return tx.PutMember(app.Member{ID: "m1", FullName: "Trần Văn Nam", Kind: app.Official, BornOn: "1984-02-30"})
		}},
		{"a member without an id", func(tx *Tx) error { return tx.PutMember(app.Member{FullName: "A", Kind: app.Official}) }},
		{"a kind that is none", func(tx *Tx) error { return tx.PutMember(app.Member{ID: "m2", FullName: "A", Kind: "guest"}) }},
		{"a meeting without a chair who exists", func(tx *Tx) error {
			return tx.PutMeeting(app.Meeting{ID: "g", Month: "2026-11", State: app.MeetingDraft, Version: 1, ChairID: "nobody"})
		}},
		{"two lines of one member in the roll call", func(tx *Tx) error {
			line := app.Attendance{MemberID: "m1", Presence: app.Present}
			return tx.PutMeeting(app.Meeting{ID: "g", Month: "2026-11", State: app.MeetingDraft, Version: 1, Attendance: []app.Attendance{line, line}})
		}},
		{"an initiative of nobody", func(tx *Tx) error { return tx.PutInitiative(app.Initiative{ID: "i", MemberID: "nobody"}) }},
		{"a decision on nobody", func(tx *Tx) error {
			return tx.PutConductDecision(app.ConductDecision{ID: "d", Kind: app.Discipline, MemberID: "nobody"})
		}},
		{"a sheet of a framework that the book lacks", func(tx *Tx) error {
			return tx.PutSheet(app.MarkedSheet{Framework: "F", Version: 1, Subject: "2026", Marks: []app.Mark{{ID: "a"}}})
		}},
		{"an attachment without its file", func(tx *Tx) error {
			return tx.PutAttachment(app.Attachment{FileID: "f", Owner: app.AttachmentOwner{Kind: app.OwnerMeeting, ID: "g"}})
		}},
		{"a packet of a cell that the committee lacks", func(tx *Tx) error {
			return tx.PutReceivedPacket(app.ReceivedPacket{ID: "p", CellID: "c", Month: "2026-11", State: app.MonthReceived})
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantCode(t, b.Update(context.Background(), testChange, test.put), CodeBroken) })
	}
	for _, day := range []app.Date{"", "1979", "1984-02", "1984-02-29"} {
		update(t, b, func(tx *Tx) error {
			return tx.PutMember(app.Member{ID: "m1", FullName: "Trần Văn Nam", Kind: app.Official, BornOn: day})
		})
	}
	wantSound(t, b)
}

func TestEveryStandingIsStored(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	for _, s := range app.Standings {
		update(t, b, func(tx *Tx) error {
			return tx.PutMember(app.Member{ID: "m1", FullName: "A", Kind: app.Official, Events: []app.StandingEvent{{On: "2026-11-01", Standing: s}}})
		})
	}
}

func TestSearchIgnoresCapitalsAndDiacritics(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	update(t, b, func(tx *Tx) error {
		for id, name := range map[string]string{"1": "Nguyễn Văn Đức", "2": "Đặng Thị Hương", "3": "Dương Văn Ân"} {
			if err := tx.PutMember(app.Member{ID: id, FullName: name, Kind: app.Official, CitizenID: "00020000000" + id}); err != nil {
				return err
			}
		}
		return nil
	})
	for text, want := range map[string]string{"đuc": "1", "DANG": "2", "van": "1,3", "000200000003": "3", "": "1,2,3", "%": "", "Hường": "2"} {
		view(t, b, func(tx *Tx) error {
			found, err := tx.FindMembers(text)
			var ids []string
			for _, m := range found {
				ids = append(ids, m.ID)
			}
			if got := strings.Join(ids, ","); err != nil || got != want {
				t.Errorf("%q finds %q, %v; want %q", text, got, err, want)
			}
			return nil
		})
	}
}

func TestPointsThatWereTakenBackLeaveNoValue(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	entry := app.PointEntry{MemberID: "m1", Month: "2026-11", Points: 31}
	update(t, b, func(tx *Tx) error {
		if err := tx.PutMember(app.Member{ID: "m1", FullName: "A", Kind: app.Official}); err != nil {
			return err
		}
		return tx.PutPoint(entry)
	})
	update(t, b, func(tx *Tx) error { return tx.DeletePoint("m1", "2026-11") })
	update(t, b, func(tx *Tx) error { return tx.DeletePoint("m1", "2026-11") })
	view(t, b, func(tx *Tx) error {
		if list, err := tx.Points(2026); err != nil || len(list) != 0 {
			t.Errorf("points are %v, %v", list, err)
		}
		return nil
	})
	update(t, b, func(tx *Tx) error { return tx.PutPoint(entry) })
	view(t, b, func(tx *Tx) error {
		history, err := tx.History("point", "m1/2026-11")
		if err != nil || len(history) != 3 || history[1].After != "" || history[2].Before != "" {
			t.Errorf("history is %+v, %v", history, err)
		}
		return nil
	})
}

func TestTaskThatWasTakenBack(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	update(t, b, func(tx *Tx) error { return tx.PutTask(app.Task{ID: "t", Title: "A", State: app.TaskOpen}) })
	update(t, b, func(tx *Tx) error { return tx.DeleteTask("t") })
	view(t, b, func(tx *Tx) error {
		if list, err := tx.Tasks(); err != nil || len(list) != 0 {
			t.Errorf("tasks are %v, %v", list, err)
		}
		return nil
	})
}

func TestMeetingVersions(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	meeting := app.Meeting{ID: "g", Month: "2026-11", State: app.MeetingLocked, Version: 1, Conclusion: "một",
		Agenda: []app.AgendaItem{{ID: "a", Title: "Thời sự", Statements: []app.Statement{{GuestName: "Bà Lan", Text: "đồng ý"}}}}}
	version := app.MeetingVersion{Meeting: meeting, Tasks: []app.Task{{ID: "t", MeetingID: "g", Title: "Nộp báo cáo", State: app.TaskOpen}},
		Sheets: []app.MarkedSheet{{Framework: "f", Version: 1, Subject: "g", Marks: []app.Mark{{ID: "1", Reason: "đủ"}}}}}
	update(t, b, func(tx *Tx) error {
		if err := tx.PutMeeting(meeting); err != nil {
			return err
		}
		return tx.KeepMeetingVersion(version)
	})
	view(t, b, func(tx *Tx) error {
		versions, err := tx.MeetingVersions("g")
		if err != nil || len(versions) != 1 || versions[0].KeptAt.IsZero() {
			t.Fatalf("versions are %+v, %v", versions, err)
		}
		versions[0].KeptAt = version.KeptAt
		if !reflect.DeepEqual(versions[0], version) {
			t.Errorf("the version is %+v", versions[0])
		}
		return nil
	})
}
