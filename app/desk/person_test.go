package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/store"
)

func TestEachPersonHasAPassphraseAndIsNamed(t *testing.T) {
	t.Parallel()
	ctx, c, dir := context.Background(), newClock(), filepath.Join(t.TempDir(), "book")
	d, _, err := desk.Create(ctx, dir, desk.NewBook{Passphrase: "secretary's own", Settings: app.Settings{Name: "Chi bộ A", Code: "CB001"}}, desk.WithClock(c.Now))
	check(t, err)
	_, err = d.SaveMember(ctx, app.Member{FullName: "Nguyễn Thị Minh Hằng", Kind: app.Official, Post: app.Secretary})
	check(t, err)
	_, err = d.AddPerson(ctx, app.Person{Name: "Trần Văn Đức", Role: "owner"}, "deputy's own")
	wantCode(t, err, app.CodeInvalid)
	_, err = d.AddPerson(ctx, app.Person{Name: "Trần Văn Đức", Role: app.RoleDeputy}, "short")
	wantCode(t, err, desk.CodeShortPassphrase)
	deputy, err := d.AddPerson(ctx, app.Person{Name: "Trần Văn Đức", Role: app.RoleDeputy}, "deputy's own")
	check(t, err)
	twin, err := d.AddPerson(ctx, app.Person{Name: "Trần Vân Đức", Role: app.RoleRecorder}, "recorder's own")
	check(t, err)
	if deputy.Key != "tranvanduc" || twin.Key == deputy.Key {
		t.Errorf("keys %q and %q", deputy.Key, twin.Key)
	}
	persons, err := d.Persons(ctx)
	check(t, err)
	if len(persons) != 3 || persons[0].Name != "Nguyễn Thị Minh Hằng" || persons[0].Role != app.RoleSecretary {
		t.Errorf("persons are %+v", persons)
	}
	check(t, d.Close(ctx))
	d, err = desk.Open(ctx, dir, "deputy's own", desk.WithClock(c.Now))
	check(t, err)
	check(t, d.SignIn(ctx, func(app.PersonRole) string { return "Bí thư" }))
	_, err = d.SaveMember(ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	check(t, err)
	check(t, d.ChangePassphrase(ctx, "deputy's own", "deputy's new"))
	check(t, d.RemovePerson(ctx, twin.Key))
	wantCode(t, d.RemovePerson(ctx, ""), desk.CodeLastPerson)
	uses, err := d.Journal(ctx, desk.JournalFilter{Actor: "Trần Văn Đức", Kind: "open"})
	check(t, err)
	changes, err := d.Journal(ctx, desk.JournalFilter{Changes: true, Actor: "Trần Văn Đức"})
	check(t, err)
	if len(uses) != 1 || len(changes) == 0 || changes[len(changes)-1].Subject != "member Lê Thị Mai" {
		t.Errorf("uses %+v, changes %+v", uses, changes)
	}
	later, err := d.Journal(ctx, desk.JournalFilter{From: d.Today().AddDays(1)})
	check(t, err)
	if len(later) != 0 {
		t.Errorf("of tomorrow: %+v", later)
	}
	path := filepath.Join(t.TempDir(), "journal.pdf")
	check(t, d.SaveJournal(ctx, uses, false, path, func(l desk.JournalLine) string { return l.Kind }))
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Error(err)
	}
	check(t, d.Close(ctx))
	for pass, want := range map[string]app.Code{"secretary's own": "", "deputy's new": "", "deputy's own": store.CodeWrongPassphrase, "recorder's own": store.CodeWrongPassphrase} {
		d, err := desk.Open(ctx, dir, pass)
		wantCode(t, err, want)
		if err == nil {
			check(t, d.Close(ctx))
		}
	}
}

func TestChangeOfSecretary(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.cell.AddPerson(o.ctx, app.Person{Name: "Trần Văn Đức", Role: app.RoleDeputy}, "deputy's own")
	check(t, err)
	_, err = o.cell.PrepareSecretaryChange(o.ctx, "  ")
	wantCode(t, err, app.CodeRequired)
	change, err := o.cell.PrepareSecretaryChange(o.ctx, "Cao Văn Lực")
	check(t, err)
	if change.From.Name != "Nguyễn Thị Minh Hằng" {
		t.Errorf("handed over by %+v", change.From)
	}
	pdf, err := change.MinutesPDF(o.ctx)
	check(t, err)
	if len(pdf) < 1000 {
		t.Errorf("the minutes have %d bytes", len(pdf))
	}
	wantCode(t, change.Commit(o.ctx, "short"), desk.CodeShortPassphrase)
	o.later()
	check(t, change.Commit(o.ctx, "the new secretary's"))
	_, path := o.handIn(o.cell, "2026-08") // the cell's keys of hand-over stay
	o.receive(o.committee, path)
	check(t, o.cell.Close(o.ctx))
	dir := o.cell.Dir()
	for _, old := range []string{"cell", "deputy's own"} {
		_, err := desk.Open(o.ctx, dir, old)
		wantCode(t, err, store.CodeWrongPassphrase)
	}
	d, err := desk.OpenWithRecovery(o.ctx, dir, change.Recovery, "yet another one", desk.WithClock(o.clock.Now))
	check(t, err)
	persons, err := d.Persons(o.ctx)
	check(t, err)
	if len(persons) != 1 || persons[0].Name != "Cao Văn Lực" {
		t.Errorf("persons are %+v", persons)
	}
	found, err := d.Check(o.ctx)
	check(t, err)
	if len(found) > 0 {
		t.Errorf("the book is not sound: %+v", found)
	}
	check(t, d.Close(o.ctx))
}

func TestLockedDeskOpensAgain(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	check(t, o.cell.Lock(o.ctx))
	if !o.cell.IsLocked(o.ctx) {
		t.Fatal("the desk is open")
	}
	wantCode(t, o.cell.Unlock(o.ctx, desk.Secret{Passphrase: "wrong"}), store.CodeWrongPassphrase)
	check(t, o.cell.Unlock(o.ctx, desk.Secret{Passphrase: "cell"}))
	_, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	check(t, err)
}

func TestWrongPassphrasesWaitLongerAndLonger(t *testing.T) {
	t.Parallel()
	var last time.Duration
	for tries := range 40 {
		wait := desk.WaitAfterWrong(tries)
		if wait < last || wait > time.Minute || tries < 3 && wait != 0 || tries == 3 && wait != 2*time.Second {
			t.Errorf("after %d tries: %v", tries, wait)
		}
		last = wait
	}
	if last != time.Minute {
		t.Errorf("at last %v", last)
	}
}

func TestABookRemembersThatItsRecoveryCodeIsNotNotedYet(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	missing := func(d *desk.Desk) bool {
		t.Helper()
		is, err := d.RecoveryMissing(o.ctx)
		check(t, err)
		return is
	}
	if missing(o.cell) {
		t.Error("a book that was not to ask for its code asks")
	}
	stick, dir := o.folder(), filepath.Join(o.folder(), "cell")
	written, _, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB007", Name: "Chi bộ Kho vận"}, stick, nil)
	check(t, err)
	d, code, err := desk.CreateFromInvitation(o.ctx, dir, desk.NewBook{Passphrase: "invited", AskRecovery: true}, filepath.Join(stick, written.Name), desk.WithClock(o.clock.Now))
	check(t, err)
	if !missing(d) {
		t.Error("a book begun with an invitation forgot that its code is not noted")
	}
	check(t, d.Close(o.ctx))
	d, err = desk.OpenWithRecovery(o.ctx, dir, code, "a new passphrase", desk.WithClock(o.clock.Now))
	check(t, err)
	if missing(d) {
		t.Error("who typed the code is told that it was not noted")
	}
	check(t, d.Close(o.ctx))
	for way, note := range map[string]func(*desk.Desk) error{
		"confirmed": func(d *desk.Desk) error { return d.ConfirmRecovery(o.ctx) },
		"made anew": func(d *desk.Desk) error {
			code, err := d.NewRecoveryCode()
			check(t, err)
			return d.SetRecovery(o.ctx, code)
		},
		"handed to another secretary": func(d *desk.Desk) error {
			change, err := d.PrepareSecretaryChange(o.ctx, "Cao Văn Lực")
			check(t, err)
			return change.Commit(o.ctx, "the new secretary's")
		},
	} {
		d, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "book"), desk.NewBook{Passphrase: "secretary's own", AskRecovery: true,
			Settings: app.Settings{Name: "Chi bộ A", Code: "CB001"}}, desk.WithClock(o.clock.Now))
		check(t, err)
		if !missing(d) {
			t.Errorf("before it was %s the code does not count as missing", way)
		}
		check(t, note(d))
		if missing(d) {
			t.Errorf("%s, but the code counts as missing", way)
		}
		check(t, d.Close(o.ctx))
	}
}
