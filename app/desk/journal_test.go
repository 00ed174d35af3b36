package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// uses are the kinds and subjects of the access log, newest first.
func uses(t *testing.T, d *desk.Desk, kind string) []string {
	t.Helper()
	lines, err := d.Journal(context.Background(), desk.JournalFilter{Kind: kind})
	check(t, err)
	var subjects []string
	for _, line := range lines {
		subjects = append(subjects, line.Subject)
	}
	return subjects
}

func TestPrintingIsLoggedAsPrinting(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	paper, err := o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportMembers, Month: "2026-08"})
	check(t, err)
	path, err := o.cell.PrintReport(o.ctx, paper)
	check(t, err)
	again, err := o.cell.PrintReport(o.ctx, paper)
	check(t, err)
	recovery, err := o.cell.PrintRecovery(o.ctx, "ABCD-EFGH-JKLM-NPQR-STVW-XYZ2")
	check(t, err)
	check(t, o.cell.SaveReport(o.ctx, paper.Ref, desk.PDF, filepath.Join(o.folder(), "members.pdf")))
	if got := uses(t, o.cell, "print"); len(got) != 3 || got[0] != "recovery" || got[1] != "members 2026-08" {
		t.Errorf("printed: %v", got)
	}
	if got := uses(t, o.cell, "export"); len(got) != 1 || got[0] != "members 2026-08 pdf" {
		t.Errorf("exported: %v", got)
	}
	check(t, o.cell.Close(o.ctx))
	for _, file := range []string{path, again, recovery} {
		if _, err := os.Stat(file); !os.IsNotExist(err) {
			t.Errorf("%s stays after closing: %v", file, err)
		}
	}
}

func TestHistoryNamesWhoeverOpenedTheBook(t *testing.T) {
	t.Parallel()
	ctx, c, dir := context.Background(), newClock(), filepath.Join(t.TempDir(), "book")
	d, _, err := desk.Create(ctx, dir, desk.NewBook{Passphrase: "secretary's own", Settings: app.Settings{Name: "Chi bộ A", Code: "CB001"}},
		desk.WithClock(c.Now), desk.WithUnnamed("Bí thư"))
	check(t, err)
	_, err = d.SaveMember(ctx, app.Member{FullName: "Nguyễn Thị Minh Hằng", Kind: app.Official, Post: app.Secretary})
	check(t, err)
	save := func() {
		t.Helper()
		_, err := d.SaveMember(ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
		check(t, err)
	}
	last := func() string {
		t.Helper()
		changes, err := d.Journal(ctx, desk.JournalFilter{Changes: true})
		check(t, err)
		return changes[0].Actor
	}
	save()
	if got := last(); got != "Nguyễn Thị Minh Hằng" {
		t.Errorf("in the session that entered the secretary: %q", got)
	}
	check(t, d.Close(ctx))
	for _, named := range []struct {
		options []desk.Option
		want    string
	}{{[]desk.Option{desk.WithUnnamed("chiboctl")}, "Nguyễn Thị Minh Hằng"}, {[]desk.Option{desk.WithActor("Lê Văn Tin học")}, "Lê Văn Tin học"}} {
		d, err = desk.Open(ctx, dir, "secretary's own", append(named.options, desk.WithClock(c.Now))...)
		check(t, err)
		save()
		if got := last(); got != named.want {
			t.Errorf("history names %q, want %q", got, named.want)
		}
		check(t, d.Close(ctx))
	}
}

func TestADamagedBookIsRescuedFromItsNewestGoodBackup(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	dir, secret := o.cell.Dir(), desk.Secret{Passphrase: "cell"}
	place, err := o.cell.SetBackupPlace(o.ctx, o.folder())
	check(t, err)
	o.later()
	check(t, o.cell.Backup(o.ctx, "manual"))
	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	check(t, err)
	o.later()
	check(t, o.cell.Backup(o.ctx, "auto"))
	check(t, o.cell.Close(o.ctx))
	spoil := func(path string) {
		t.Helper()
		data, err := os.ReadFile(path)
		check(t, err)
		data[len(data)/2] ^= 1
		check(t, os.WriteFile(path, data, 0o600))
	}
	spoil(filepath.Join(dir, "book.db.age"))
	rescue := func() *desk.Rescue {
		t.Helper()
		found, err := desk.FindRescue(o.ctx, dir, secret, desk.WithClock(o.clock.Now))
		check(t, err)
		return found
	}
	found := rescue()
	if found.Line.Reason != "auto" || found.Contents.Members != 4 || found.Spoilt != 0 || found.Saved.IsZero() {
		t.Errorf("offered %+v", found)
	}
	newest := func(folder string) string {
		t.Helper()
		list, err := filepath.Glob(filepath.Join(folder, "backups", "*-auto.db.age"))
		check(t, err)
		return list[0]
	}
	spoil(newest(dir))
	if found = rescue(); found.Line.Reason != "auto" || found.Contents.Members != 4 { // the second place has it
		t.Errorf("with a spoilt backup: %+v", found)
	}
	spoil(newest(place))
	if found = rescue(); found.Line.Reason != "manual" || found.Contents.Members != 3 || found.Spoilt != 1 || found.Complete() {
		t.Errorf("with two spoilt backups: %+v", found)
	}
	d, err := found.Backups.Restore(o.ctx, found.Line.Name, "")
	check(t, err)
	if kept, err := d.BackupPlace(o.ctx); kept != place || err != nil {
		t.Errorf("the second place is %q, %v", kept, err)
	}
	check(t, d.Close(o.ctx))
	wrong := desk.Secret{Passphrase: "wrong"}
	_, err = desk.FindRescue(o.ctx, dir, wrong)
	wantCode(t, err, "wrong_passphrase")
}
