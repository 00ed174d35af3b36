package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
	"sochibo/store"
)

// restored restores a cell's book from its newest backup of a reason.
func (o *office) restored(dir, place, reason string) *desk.Desk {
	o.Helper()
	backups, err := desk.OpenBackups(dir, place, desk.Secret{Passphrase: "cell"}, desk.WithClock(o.clock.Now))
	check(o.T, err)
	list, err := backups.List()
	check(o.T, err)
	for _, line := range list {
		if line.Reason == reason {
			d, err := backups.Restore(o.ctx, line.Name, "")
			check(o.T, err)
			o.Cleanup(d.CloseDiscarding)
			return d
		}
	}
	o.Fatalf("no backup for %q among %+v", reason, list)
	return nil
}

// A backup of before two hand-overs is restored: the packets are still there, so the next one continues them.
func TestARestoredBookContinuesItsPackets(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	o.later()
	check(t, o.cell.Backup(o.ctx, "manual"))
	for _, month := range []app.Month{"2026-09", "2026-10"} {
		_, path := o.handIn(o.cell, month)
		o.receive(o.committee, path)
	}
	check(t, o.cell.Close(o.ctx))
	o.later()
	restored := o.restored(o.cell.Dir(), "", "manual")
	found, err := restored.Check(o.ctx)
	check(t, err)
	if len(found) > 0 {
		t.Errorf("the restored book is not sound: %+v", found)
	}
	view, err := restored.HandoverView(o.ctx, "2026-11")
	check(t, err)
	if view.Restored == nil {
		t.Error("the hand-over does not tell that the book was restored")
	}
	packet, path := o.handIn(restored, "2026-11")
	if view, err = restored.HandoverView(o.ctx, "2026-11"); err != nil || view.Restored != nil {
		t.Errorf("it is told again after the next packet: %+v, %v", view.Restored, err)
	}
	if packet.Seq != 4 {
		t.Errorf("the next packet has number %d", packet.Seq)
	}
	if got := o.receive(o.committee, path); got.Reason != handover.CodeInstall || got.Outcome != handover.Accept {
		t.Errorf("the committee says %s %s", got.Outcome, got.Reason)
	}
	when, err := restored.LastRestored(o.ctx)
	check(t, err)
	if when == nil || !when.Backup.Before(when.At) {
		t.Errorf("restored: %+v", when)
	}
}

// A book restored on another machine, where the packets are not, asks the committee instead of going on in silence.
func TestABookThatLostItsPacketsForksInTheOpen(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	o.later()
	place, err := o.cell.SetBackupPlace(o.ctx, o.folder())
	check(t, err)
	_, path := o.handIn(o.cell, "2026-09") // and the stick with the second place lies elsewhere
	o.receive(o.committee, path)
	check(t, o.cell.Close(o.ctx))
	o.later()
	restored := o.restored(filepath.Join(o.folder(), "laptop"), place, "place")
	_, path = o.handIn(restored, "2026-10")
	if got := o.receive(o.committee, path); got.Outcome != handover.Ask || got.Reason != handover.CodeFork {
		t.Errorf("the committee says %s %s", got.Outcome, got.Reason)
	}
}

func TestBackupsSayWhatTheyHold(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.later()
	check(t, o.cell.Backup(o.ctx, "manual"))
	o.later()
	_, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	check(t, err)
	check(t, o.cell.Close(o.ctx))
	backups, err := desk.OpenBackups(o.cell.Dir(), "", desk.Secret{Passphrase: "cell"}, desk.WithClock(o.clock.Now))
	check(t, err)
	list, err := backups.List()
	check(t, err)
	contents, err := backups.Contents(o.ctx, list[0].Name)
	check(t, err)
	present, err := backups.Present(o.ctx)
	check(t, err)
	if contents.Members != 3 || present.Members != 4 || contents.Missing(present) != 1 || contents.Name != "Chi bộ Xưởng May 2" {
		t.Errorf("the backup holds %+v, the book %+v", contents, present)
	}
	_, err = desk.OpenBackups(o.cell.Dir(), "", desk.Secret{Passphrase: "wrong"})
	wantCode(t, err, store.CodeWrongPassphrase)
	data, err := os.ReadFile(filepath.Join(o.cell.Dir(), "book.db.age"))
	check(t, err)
	data[len(data)/2] ^= 1
	check(t, os.WriteFile(filepath.Join(o.cell.Dir(), "book.db.age"), data, 0o600))
	_, err = backups.Present(o.ctx)
	wantCode(t, err, store.CodeBookDamaged)
	restored := o.restored(o.cell.Dir(), "", "manual")
	members, err := restored.Members(o.ctx, "2026-11")
	check(t, err)
	if len(members) != 3 {
		t.Errorf("%d members after restoring", len(members))
	}
	kept, err := filepath.Glob(filepath.Join(o.cell.Dir(), "backups", "*.damaged"))
	check(t, err)
	if len(kept) != 1 {
		t.Errorf("the damaged book is kept as %v", kept)
	}
}

func TestWarningsOfBackups(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	warning := func() app.Code {
		state, err := o.cell.BackupState(o.ctx)
		check(t, err)
		return app.CodeOf(state.Warning)
	}
	change := func() {
		_, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
		check(t, err)
	}
	if done, err := o.cell.BackupIfChanged(o.ctx, "auto"); !done || err != nil {
		t.Fatalf("a book with changes is backed up: %v, %v", done, err)
	}
	o.later()
	if got := warning(); got != desk.CodeNoPlace {
		t.Errorf("without a second place: %q", got)
	}
	parent := o.folder()
	place, err := o.cell.SetBackupPlace(o.ctx, parent)
	check(t, err)
	o.later()
	_, err = o.cell.BackupIfChanged(o.ctx, "auto")
	check(t, err)
	if got := warning(); got != "" {
		t.Errorf("all is well, but: %q", got)
	}
	o.later()
	if done, err := o.cell.BackupIfChanged(o.ctx, "auto"); done || err != nil {
		t.Errorf("an unchanged book is backed up again: %v, %v", done, err)
	}
	change()
	o.clock.now = o.clock.now.Add(20 * 24 * time.Hour)
	if got := warning(); got != desk.CodeBackupOld {
		t.Errorf("after twenty days: %q", got)
	}
	check(t, os.Rename(place, place+"-unplugged"))
	check(t, os.Chmod(parent, 0o500))
	t.Cleanup(func() { check(t, os.Chmod(parent, 0o700)) })
	if os.Geteuid() != 0 {
		wantCode(t, o.cell.Backup(o.ctx, "manual"), desk.CodePlaceFailed)
	}
	_, err = o.cell.SetBackupPlace(o.ctx, "")
	check(t, err)
	if got, err := o.cell.BackupPlace(o.ctx); got != "" || err != nil {
		t.Errorf("the place is %q, %v", got, err)
	}
}

// The way of a lost laptop: a second place and the paper are enough.
func TestNewLaptopFromSecondPlaceAndRecoverySheet(t *testing.T) {
	t.Parallel()
	ctx, c := context.Background(), newClock()
	d, recovery, err := desk.Create(ctx, filepath.Join(t.TempDir(), "book"), desk.NewBook{Passphrase: "forgotten", Settings: app.Settings{Name: "Chi bộ A", Code: "CB001"}}, desk.WithClock(c.Now))
	check(t, err)
	_, err = d.SaveMember(ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	check(t, err)
	place, err := d.SetBackupPlace(ctx, t.TempDir())
	check(t, err)
	check(t, d.Close(ctx))
	laptop := filepath.Join(t.TempDir(), "laptop", "so")
	backups, err := desk.OpenBackups(laptop, place, desk.Secret{Recovery: recovery}, desk.WithClock(c.Now))
	check(t, err)
	list, err := backups.List()
	check(t, err)
	again, err := backups.Restore(ctx, list[0].Name, "new passphrase")
	check(t, err)
	check(t, again.Close(ctx))
	again, err = desk.Open(ctx, laptop, "new passphrase", desk.WithClock(c.Now))
	check(t, err)
	members, err := again.Members(ctx, "2026-11")
	check(t, err)
	if len(members) != 1 || members[0].FullName != "Lê Thị Mai" {
		t.Errorf("members are %+v", members)
	}
	check(t, again.Close(ctx))
}

func TestAPacketThatAPassphraseSealedIsOneAfterARestore(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	cell := o.stranger("CB009", "Chi bộ Kho vận")
	check(t, cell.Backup(o.ctx, "manual"))
	o.later()
	o.handInByPassphrase(cell, "2026-08")
	check(t, cell.Close(o.ctx))
	shelf, err := desk.OpenBackups(cell.Dir(), "", desk.Secret{Passphrase: "passphrase of the cell"}, desk.WithClock(o.clock.Now))
	check(t, err)
	list, err := shelf.List()
	check(t, err)
	restored, err := shelf.Restore(o.ctx, list[len(list)-1].Name, "")
	check(t, err)
	t.Cleanup(restored.CloseDiscarding)
	view, err := restored.HandoverView(o.ctx, "2026-08")
	check(t, err)
	if view.Packet == nil || view.Packet.Seq != 1 || !view.Packet.ByPassphrase {
		t.Errorf("the packet in the outbox is %+v", view.Packet)
	}
}
