package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestCandidatesAreKeptUntilAdmission(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	p.frame.Show(newCandidatesScreen(p), placeMembers)
	p.Frame().Screen().Keys().New()
	f := p.Frame().Screen().(*candidateForm)
	f.save(f.back)
	if p.Frame().Screen() != Screen(f) || f.name.Err() == nil {
		t.Fatal("without a name nothing is saved")
	}
	typeInto(f.name, "Lê Thị Hoa")
	typeInto(f.days[0].Field, "1/3/2025")
	f.helpers[0].Choose(1)
	f.Keys().Save()
	s, ok := p.Frame().Screen().(*candidatesScreen)
	if !ok || len(s.list.Rows) != 1 || s.list.Rows[0].Done != 1 || len(s.list.Rows[0].Helpers) != 1 {
		t.Fatalf("saved %+v", s.list.Rows)
	}
	s.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f = p.Frame().Screen().(*candidateForm)
	f.admit()
	pressMain(t, p)
	if m := memberNamed(t, d, "Lê Thị Hoa"); m.KindNow != app.Probationary || m.AdmittedOn != "2026-11-23" {
		t.Errorf("admitted as %+v", m.Member)
	}
	membersOf(t, p)
}

func TestDuesAreOffUntilTurnedOn(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	s := newDuesScreen(p)
	p.frame.Show(s, placeMembers)
	if red := redButtons(p); len(red) != 1 || red[0] != "Bật theo dõi" {
		t.Fatalf("red buttons %q", red)
	}
	s.keep(true)
	if n := len(s.view.Rows); n != 22 {
		t.Fatalf("%d members owe dues, want 22: two are exempt", n)
	}
	s.edit(0)
	pressMain(t, p)
	s.markRest()
	pressMain(t, p)
	month, err := d.Dues(context.Background(), "2026-11")
	works(t, err)
	if month.Paid != 22 || month.Rows[3].Entry.Way != app.Cash || month.Rows[3].Entry.PaidOn != "2026-11-23" {
		t.Errorf("%d have paid, %+v", month.Paid, month.Rows[3].Entry)
	}
	p.undo()
	if s.view.Paid != 1 {
		t.Errorf("undo takes the marks back at once: %d", s.view.Paid)
	}
	if n, err := amountOf("1.250.000 đ"); n != 1250000 || err != nil {
		t.Errorf("an amount with dots is %d, %v", n, err)
	}
	if _, err := amountOf("năm mươi"); app.CodeOf(err) != app.CodeOutOfRange {
		t.Errorf("words are no amount: %v", err)
	}
}

func TestWhoLeftIsMadeAnonymousAfterBeingTold(t *testing.T) {
	d := registerBook(t, fullList)
	p := opened(t, d, usual, placeMembers)
	thanh := memberNamed(t, d, "Lại Văn Thành")
	p.OpenMember(thanh.ID)
	membersOf(t, p).pane.askAnonymise()
	top := topLayer(p.window.Canvas())
	if top == nil || top.submit != nil {
		t.Fatal("Enter must not do what cannot be undone")
	}
	works(t, d.Anonymise(context.Background(), thanh.ID))
	rows, err := d.Members(context.Background(), "2026-11")
	works(t, err)
	for _, row := range rows {
		if row.ID == thanh.ID && row.CitizenID+row.PartyCardNo != "" {
			t.Error("his numbers are still in the book")
		}
	}
}

func TestRemindersAreAnsweredOnTheirScreen(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeOverview)
	s := newRemindersScreen(p)
	p.frame.Show(s, placeOverview)
	list, err := d.Reminders(context.Background(), "2026-11")
	works(t, err)
	var r *desk.Reminder
	for i := range list.Open {
		if list.Open[i].Kind == desk.RemindProbation {
			r = &list.Open[i]
		}
	}
	if r == nil {
		t.Fatalf("no probation ends: %+v", list.Open)
	}
	s.putOff(*r)
	pressMain(t, p)
	after, err := d.Reminders(context.Background(), "2026-11")
	works(t, err)
	if len(after.Answered) != 1 || len(after.Open) != len(list.Open)-1 || after.Answered[0].Until != "2026-11-30" {
		t.Errorf("put off: %+v", after.Answered)
	}
}
