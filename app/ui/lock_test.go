package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// sees reports whether a text is anywhere in the window, in front or behind.
func sees(p *Program, text string) bool {
	objects := test.LaidOutObjects(p.window.Canvas().Content())
	for _, overlay := range p.window.Canvas().Overlays().List() {
		objects = append(objects, test.LaidOutObjects(overlay)...)
	}
	for _, o := range objects {
		switch o := o.(type) {
		case *Button:
			if o.Text == text {
				return true
			}
		case *Words:
			if o.Text() == text {
				return true
			}
		}
	}
	return false
}

// passwordField is the field of the unlock screen.
func passwordField(t *testing.T, p *Program) *Field {
	t.Helper()
	for _, o := range test.LaidOutObjects(p.window.Canvas().Content()) {
		if f, ok := o.(*Field); ok {
			return f
		}
	}
	t.Fatal("there is no field")
	return nil
}

func enterPassphrase(t *testing.T, p *Program, pass string) {
	t.Helper()
	field := passwordField(t, p)
	field.SetText(pass)
	field.OnEnter(pass)
}

func TestLockedWindowShowsNothingAndForgetsNothing(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	s := membersOf(t, p)
	s.add() // a form with unsaved typing
	form := p.Frame().Screen()
	name := firstField(t, p)
	name.SetText("Nguyễn Văn Đang Gõ")
	Ask(p.window, Question{Title: "Có hỏi", Text: "Hỏi gì đó", Verb: "Làm", Do: func() {}})
	p.Frame().Lock()
	if len(p.window.Canvas().Overlays().List()) != 0 || sees(p, "Có hỏi") {
		t.Error("the locked window shows a dialog")
	}
	if !d.IsLocked(context.Background()) {
		t.Fatal("the book is open while the window is locked")
	}
	if passwordField(t, p).label.Text() != wording.Text("Passphrase") {
		t.Error("the locked window asks for something else")
	}
	if !sees(p, "Quên mật khẩu? Đóng chương trình, mở lại rồi bấm “Quên mật khẩu?”.") {
		t.Error("the locked window does not say what to do without the passphrase")
	}
	enterPassphrase(t, p, "wrong")
	if !d.IsLocked(context.Background()) || p.locked == nil {
		t.Fatal("a wrong passphrase opens the window")
	}
	enterPassphrase(t, p, "register")
	if d.IsLocked(context.Background()) || p.locked != nil {
		t.Fatal("the right passphrase does not open the window")
	}
	if p.Frame().Screen() != form || name.Text() != "Nguyễn Văn Đang Gõ" {
		t.Errorf("what was typed is %q", name.Text())
	}
	if topLayer(p.window.Canvas()) == nil || len(p.window.Canvas().Overlays().List()) != 1 {
		t.Errorf("the dialog is not there again: %v, %d overlays", topLayer(p.window.Canvas()), len(p.window.Canvas().Overlays().List()))
	}
	topLayer(p.window.Canvas()).dismiss()
	_, err := d.SaveMember(context.Background(), app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	works(t, err)
}

func firstField(t *testing.T, p *Program) *Field {
	t.Helper()
	for _, o := range test.LaidOutObjects(p.Frame().Screen().Content()) {
		if f, ok := o.(*Field); ok {
			return f
		}
	}
	t.Fatal("there is no field")
	return nil
}

func TestIdleWindowLocksItself(t *testing.T) {
	p := opened(t, registerBook(t, cleanList), usual, placeOverview)
	t.Cleanup(func() { fyne.CurrentApp().Preferences().RemoveValue(preferIdle) })
	now := time.Now()
	p.tick(now, false)
	p.tick(now.Add(9*time.Minute), false)
	if p.locked != nil {
		t.Fatal("locked after nine minutes")
	}
	p.tick(now.Add(11*time.Minute), false)
	if p.locked == nil {
		t.Fatal("not locked after eleven minutes")
	}
	enterPassphrase(t, p, "register")
	fyne.CurrentApp().Preferences().SetInt(preferIdle, neverIdleLock)
	p.tick(now.Add(5*time.Hour), false)
	if p.locked != nil {
		t.Fatal("locked although it never should")
	}
	p.tick(now.Add(5*time.Hour), true)
	if p.locked == nil {
		t.Fatal("not locked with the system's session")
	}
}

func TestBackupEveryHalfHourIfSomethingChanged(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeOverview)
	fyne.CurrentApp().Preferences().SetInt(preferIdle, neverIdleLock)
	t.Cleanup(func() { fyne.CurrentApp().Preferences().RemoveValue(preferIdle) })
	count := func() int {
		works(t, d.Save(context.Background()))
		list, err := d.BackupState(context.Background())
		works(t, err)
		if list.Last.IsZero() {
			return 0
		}
		return int(list.Last.UnixMilli())
	}
	now, before := time.Now(), count()
	p.tick(now, false)
	p.tick(now.Add(29*time.Minute), false)
	if count() != before {
		t.Error("backed up before half an hour")
	}
	p.tick(now.Add(31*time.Minute), false)
	if count() == before {
		t.Error("not backed up after half an hour")
	}
}

func TestFailedSaveIsTriedAgain(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeOverview)
	fyne.CurrentApp().Preferences().SetInt(preferIdle, neverIdleLock)
	t.Cleanup(func() { fyne.CurrentApp().Preferences().RemoveValue(preferIdle) })
	works(t, os.Rename(d.Dir(), d.Dir()+"-away"))
	_, err := d.SaveMember(context.Background(), app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	if app.CodeOf(err) != "save_failed" {
		t.Fatalf("the folder is gone, but: %v", err)
	}
	p.showSaveState(d.SaveState())
	page := p.Frame().Screen().Content().(*Page)
	if page.Banner() == nil || !sees(p, wording.Text("Copy to another place…")) {
		t.Error("no other place is offered")
	}
	now := time.Now()
	p.tick(now, false)
	waits := []time.Duration{p.watch.retry}
	for at := now; len(waits) < 6; at = at.Add(time.Second) {
		p.tick(at, false)
		if p.watch.retry != waits[len(waits)-1] || p.watch.retry == longestRetry {
			waits = append(waits, p.watch.retry)
		}
	}
	for i := 1; i < len(waits); i++ {
		if waits[i] < waits[i-1] || waits[i] > longestRetry {
			t.Errorf("waits are %v", waits)
		}
	}
	works(t, os.Rename(d.Dir()+"-away", d.Dir()))
	p.tick(now.Add(time.Hour), false)
	if d.SaveState().Phase != desk.Saved || p.watch.told {
		t.Fatalf("not saved when the folder is back: %+v", d.SaveState())
	}
	if page.Banner() == nil || page.Banner().Meaning != MeaningDone {
		t.Error("it is not told that saving works again")
	}
}

func TestDamagedBookOffersItsBackups(t *testing.T) {
	d := registerBook(t, cleanList)
	works(t, d.Backup(context.Background(), "manual"))
	dir := d.Dir()
	_, err := d.SaveMember(context.Background(), app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	works(t, err)
	works(t, d.Close(context.Background()))
	spoil(t, dir)
	p := NewProgram(newTestWindow(t, usual.Width, usual.Height), ProgramOptions{Dir: dir, Inline: true, Options: []desk.Option{desk.WithClock(func() time.Time { return registerDay })}})
	p.Start()
	enterPassphrase(t, p, "register")
	if !sees(p, wording.Text("Restore this backup")) || !sees(p, wording.Text("The book is damaged, its backup is good")) {
		t.Fatal("no backup is offered")
	}
	var s *restoreScreen
	p.options.Trace = func(string) {}
	s = p.showRestore(p.showUnlock)
	s.pass.SetText("register")
	s.open()
	if len(s.lines) == 0 || s.present != nil {
		t.Fatalf("%d backups, present %+v", len(s.lines), s.present)
	}
	s.showConfirm()
	s.restore()
	if p.Frame() == nil {
		t.Fatalf("the restored book is not open: %v", s.page.Banner())
	}
	members, err := p.Desk().Members(context.Background(), "2026-11")
	works(t, err)
	if len(members) != 24 {
		t.Errorf("%d members", len(members))
	}
	p.Desk().CloseDiscarding()
}

// spoil damages a book's database.
func spoil(t *testing.T, dir string) {
	t.Helper()
	path := filepath.Join(dir, "book.db.age")
	data, err := os.ReadFile(path)
	works(t, err)
	data[len(data)/2] ^= 1
	works(t, os.WriteFile(path, data, 0o600))
}

// The opening is entered in the access log; where that cannot be saved, the book opens all the same and says so.
func TestABookOnAFullDiskOpens(t *testing.T) {
	d := registerBook(t, cleanList)
	works(t, os.Rename(d.Dir(), d.Dir()+"-away"))
	t.Cleanup(func() { works(t, os.Rename(d.Dir()+"-away", d.Dir())) })
	p := opened(t, d, usual, placeOverview)
	if p.Frame() == nil || p.Frame().Screen() == nil {
		t.Fatal("the door stays shut")
	}
	if !sees(p, wording.Text("Save again")) {
		t.Error("it is not told that nothing can be saved")
	}
}
