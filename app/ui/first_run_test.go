package ui

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// firstRunIn shows the first run of a folder without a book.
func firstRunIn(t *testing.T) (*Program, *firstRun) {
	t.Helper()
	p := NewProgram(newTestWindow(t, usual.Width, usual.Height), ProgramOptions{Dir: filepath.Join(t.TempDir(), "book"), Inline: true,
		Options: []desk.Option{desk.WithClock(func() time.Time { return registerDay })}})
	return p, p.showFirstRun()
}

// fill types what a book of a cell needs.
func (s *firstRun) fill() {
	s.name.SetText("Chi bộ Xưởng May 2")
	s.code.SetText("CB001")
	s.pass.SetText("bốn từ dễ nhớ")
	s.again.SetText("bốn từ dễ nhớ")
}

func TestABookLeftBeforeItsRecoveryCodeWasNotedSaysSoUntilThereIsANewOne(t *testing.T) {
	ctx, dir := context.Background(), filepath.Join(t.TempDir(), "book")
	told := wording.Text("No recovery code of this book was noted: make a new one and print it or write it down, or a forgotten passphrase locks the book for ever.")
	open := func(d *desk.Desk) *Program {
		p := NewProgram(newTestWindow(t, usual.Width, usual.Height), ProgramOptions{Dir: dir, Inline: true})
		p.Opened(d)
		return p
	}
	d, _, err := desk.Create(ctx, dir, desk.NewBook{Passphrase: "register", AskRecovery: true, Settings: app.Settings{Name: "Chi bộ A", Code: "CB001"}})
	works(t, err)
	works(t, d.Close(ctx)) // the program ended while the code was in sight
	d, err = desk.Open(ctx, dir, "register")
	works(t, err)
	p := open(d)
	if !sees(p, told) {
		t.Fatal("the next start says nothing of the code")
	}
	h := &hand{T: t, p: p}
	h.click("New recovery code…")
	layer := topLayer(p.window.Canvas())
	if layer == nil {
		t.Fatal("the band does not lead to a new code")
	}
	for _, o := range test.LaidOutObjects(p.window.Canvas().Overlays().Top()) {
		if box, ok := o.(*Check); ok {
			test.Tap(box)
		}
	}
	h.click("Use this code")
	if sees(p, told) {
		t.Error("it is still told although a new code was noted")
	}
	works(t, d.Close(ctx))
	d, err = desk.Open(ctx, dir, "register")
	works(t, err)
	t.Cleanup(d.CloseDiscarding)
	if sees(open(d), told) {
		t.Error("the start after a new code tells it again")
	}
}

func TestABookWhoseRecoveryCodeWasTickedAsNotedIsQuiet(t *testing.T) {
	p, s := firstRunIn(t)
	s.fill()
	if !s.newBook().AskRecovery {
		t.Error("the new book does not ask whether its code was noted")
	}
	s.create()
	h := &hand{T: t, p: p}
	h.tick("The recovery code is printed or written down and kept under lock")
	h.click("Continue")
	h.click("Skip")
	t.Cleanup(p.Desk().CloseDiscarding)
	missing, err := p.Desk().RecoveryMissing(context.Background())
	works(t, err)
	if page := p.Frame().Screen().Content().(*Page); missing || page.Banner() != nil {
		t.Errorf("the code counts as missing: %t, with a band: %t", missing, page.Banner() != nil)
	}
}

func TestNothingLeadsAwayWhileABookIsMade(t *testing.T) {
	p, s := firstRunIn(t)
	s.fill()
	p.worker.Inline, p.worker.OnWait = false, nil
	held := make(chan struct{})
	Do(p.worker, "", func(context.Context) (struct{}, error) { <-held; return struct{}{}, nil }, nil)
	s.create()
	for _, card := range s.cards {
		test.Tap(card)
	}
	if s.choice != startCell {
		t.Errorf("another way to begin was chosen while the book is made: %d", s.choice)
	}
	s.again.OnEnter("")
	closed := false
	p.leaveDoor(func() { closed = true })
	if closed || topLayer(p.window.Canvas()) != nil {
		t.Error("the program can be closed while half a book is there")
	}
	p.worker.Close() // the book itself need not be made
	close(held)
	p.worker.Drain()
	if s.making || s.cards[2].Disabled() {
		t.Error("after a book that was not made nothing can be chosen")
	}
}

func TestTheFirstRunIsNotLeftWithoutAQuestionOnceSomethingWasTyped(t *testing.T) {
	p, s := firstRunIn(t)
	left := func() bool {
		gone := false
		p.leaveDoor(func() { gone = true })
		return gone
	}
	if !left() {
		t.Fatal("an empty form asks")
	}
	test.Type(s.name.Focusable(), "Chi bộ")
	if left() {
		t.Fatal("what was typed is lost without a question")
	}
	topLayer(p.window.Canvas()).dismiss()
	p.showRestore(s.show).back()
	if s.name.Text() != "Chi bộ" || !sees(p, wording.Text("The committee above gives it; without one, choose a short one")) {
		t.Error("the way back from restoring lost what was typed")
	}
}
