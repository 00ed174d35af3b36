package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// Every book begins with the packet of 08/2026, number 1, received, its key confirmed, and accepted.
func TestWhatACommitteeDoesWithAPacket(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		path    func(o *office) string
		outcome handover.Outcome
		reason  app.Code
		taken   bool
	}{
		{"the next packet is taken", func(o *office) string {
			_, path := o.handIn(o.cell, "2026-09")
			return path
		}, handover.Accept, handover.CodeNew, true},
		{"the same packet again changes nothing", func(o *office) string {
			_, path := o.write(o.cell, "2026-08")
			return path
		}, handover.Ignore, handover.CodeSame, false},
		{"a month from before the cell had to hand in is taken", func(o *office) string {
			_, path := o.handIn(o.cell, "2025-12")
			return path
		}, handover.Accept, handover.CodeNew, true},
		{"one that was replaced by a newer one of its month is older", func(o *office) string {
			_, older := o.again(o.cell, "2026-08")
			_, newer := o.again(o.cell, "2026-08")
			o.receive(o.committee, newer)
			return older
		}, handover.Ignore, handover.CodeOlder, false},
		{"one is missing before it", func(o *office) string {
			o.handIn(o.cell, "2026-09")
			_, path := o.handIn(o.cell, "2026-10")
			return path
		}, handover.Ask, handover.CodeGap, true},
		{"the missing one comes late, and its month is no longer missing", func(o *office) string {
			_, late := o.handIn(o.cell, "2026-09")
			_, path := o.handIn(o.cell, "2026-10")
			o.receive(o.committee, path)
			return late
		}, handover.Accept, handover.CodeNew, true},
		{"a late one that the next does not continue is a question", func(o *office) string {
			twin := o.copyOf(o.cell, "cell")
			_, late := o.handIn(twin, "2026-09")
			o.handIn(o.cell, "2026-09")
			_, path := o.handIn(o.cell, "2026-10")
			o.receive(o.committee, path)
			return late
		}, handover.Ask, handover.CodeFork, true},
		{"another packet of the same number is a question", func(o *office) string {
			twin := o.copyOf(o.cell, "cell")
			_, first := o.handIn(o.cell, "2026-09")
			o.receive(o.committee, first)
			_, second := o.handIn(twin, "2026-09")
			return second
		}, handover.Ask, handover.CodeFork, true},
		{"another key is a question", func(o *office) string {
			_, path := o.handIn(o.newCell(), "2026-09")
			return path
		}, handover.Ask, handover.CodeKeyDiffers, true},
		{"the other key's packet again is the same packet", func(o *office) string {
			_, path := o.handIn(o.newCell(), "2026-09")
			o.receive(o.committee, path)
			return path
		}, handover.Ignore, handover.CodeSame, false},
		{"what stands aside does not make the right packet doubtful", func(o *office) string {
			_, aside := o.handIn(o.newCell(), "2026-09")
			o.receive(o.committee, aside)
			_, path := o.handIn(o.cell, "2026-09")
			return path
		}, handover.Accept, handover.CodeNew, true},
		{"a packet for another committee", func(o *office) string {
			other := newOffice(o.T)
			_, path := other.handIn(other.cell, "2026-09")
			return path
		}, handover.Refuse, handover.CodeNotForYou, false},
		{"a month that has not begun by the committee's clock", func(o *office) string {
			_, path := o.handIn(o.cell, "2026-11")
			o.clock.now = o.clock.now.AddDate(0, -1, 0)
			return path
		}, handover.Refuse, handover.CodeFutureMonth, false},
		{"the committee's own receipt", func(o *office) string {
			packet, path := o.handIn(o.cell, "2026-09")
			o.receive(o.committee, path)
			check(o.T, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
			dir := o.folder()
			names, err := o.committee.WriteReceipts(o.ctx, dir, false, nil)
			check(o.T, err)
			return filepath.Join(dir, names[len(names)-1])
		}, handover.Refuse, handover.CodeOwn, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			o, _ := confirmed(t)
			path := test.path(o)
			o.later()
			looked, err := o.committee.Verify(o.ctx, path)
			check(t, err)
			got := o.receive(o.committee, path)
			if got.Outcome != test.outcome || got.Reason != test.reason || got.Taken != test.taken {
				t.Errorf("got %s %s, taken %v", got.Outcome, got.Reason, got.Taken)
			}
			if looked.Outcome != got.Outcome || looked.Reason != got.Reason || looked.Taken {
				t.Errorf("a look beforehand said %s %s", looked.Outcome, looked.Reason)
			}
		})
	}
}

func TestAPacketOfACellThatTheCommitteeDoesNotKnowIsNotKept(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	o.later()
	before := o.copyOf(o.committee, "committee")
	written, _, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho"}, o.folder(), nil)
	check(t, err)
	cell, _, err := desk.CreateFromInvitation(o.ctx, filepath.Join(o.folder(), "cell"), desk.NewBook{Passphrase: "cell"}, written.Path, desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(cell.CloseDiscarding)
	_, path := o.handIn(cell, "2026-09")
	if got := o.receive(before, path); got.Reason != handover.CodeUnknownSender || got.Taken {
		t.Errorf("got %+v", got)
	}
}

func TestOneBadFileDoesNotStopTheOthers(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	_, path := o.handIn(o.cell, "2026-09")
	data, err := os.ReadFile(path)
	check(t, err)
	dir := o.folder()
	check(t, os.WriteFile(filepath.Join(dir, "CB-CB001-2026-09-02.chibo"), data, 0o600))
	check(t, os.WriteFile(filepath.Join(dir, "a-torn.chibo"), data[:len(data)/2], 0o600))
	check(t, os.WriteFile(filepath.Join(dir, "b-letter.chibo"), []byte("Kính gửi Đảng ủy"), 0o600))
	flipped := bytes.Clone(data)
	flipped[len(flipped)-40] ^= 1
	check(t, os.WriteFile(filepath.Join(dir, "c-flipped.chibo"), flipped, 0o600))
	check(t, os.WriteFile(filepath.Join(dir, "note.txt"), []byte("x"), 0o600))
	o.later()
	list, err := o.committee.Receive(o.ctx, []string{dir}, true, nil)
	check(t, err)
	taken := 0
	for _, r := range list {
		if r.Taken {
			taken++
		} else if r.Outcome != handover.Refuse || r.Reason == app.CodeInternal {
			t.Errorf("%s: %s %s", r.File, r.Outcome, r.Reason)
		}
	}
	if len(list) != 4 || taken != 1 || o.at("2026-09").State != desk.CellAccepted {
		t.Errorf("%d files, %d taken, month %s", len(list), taken, o.at("2026-09").State)
	}
}

func TestAFolderIsReadInTheOrderOfThePackets(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	dir := o.folder()
	for _, hand := range []func() (app.OutboxPacket, string){
		func() (app.OutboxPacket, string) { return o.handIn(o.cell, "2026-09") },
		func() (app.OutboxPacket, string) { return o.handIn(o.cell, "2026-10") },
		func() (app.OutboxPacket, string) { return o.again(o.cell, "2026-09") }, // its name comes before that of 10/2026
	} {
		_, path := hand()
		data, err := os.ReadFile(path)
		check(t, err)
		check(t, os.WriteFile(filepath.Join(dir, filepath.Base(path)), data, 0o600))
	}
	o.later()
	list, err := o.committee.Receive(o.ctx, []string{dir}, true, nil)
	check(t, err)
	for i, r := range list {
		if r.Outcome != handover.Accept || r.Seq != i+2 {
			t.Errorf("file %d is packet %d: %s %s", i+1, r.Seq, r.Outcome, r.Reason)
		}
	}
}

func TestAnEmptyFolderAndAMissingPath(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.committee.Receive(o.ctx, []string{o.folder()}, false, nil)
	wantCode(t, err, desk.CodeNoPackets)
	_, err = o.committee.Receive(o.ctx, []string{filepath.Join(o.folder(), "gone.chibo")}, false, nil)
	wantCode(t, err, app.CodeFileUnread)
}
