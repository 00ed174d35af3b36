package desk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// stranger makes a cell's book without an invitation.
func (o *office) stranger(code, name string) *desk.Desk {
	o.Helper()
	cell, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "cell"), desk.NewBook{Passphrase: "passphrase of the cell",
		Settings: app.Settings{Code: code, Name: name, CommitteeName: "Đảng ủy Công ty CP May Hưng Thịnh", StartMonth: "2026-07"}}, desk.WithClock(o.clock.Now))
	check(o.T, err)
	o.Cleanup(cell.CloseDiscarding)
	_, err = cell.SaveMember(o.ctx, app.Member{FullName: "Đinh Thị Sen", Kind: app.Official, Post: app.Secretary})
	check(o.T, err)
	return cell
}

func (o *office) handInByPassphrase(cell *desk.Desk, month app.Month) (app.OutboxPacket, string, string) {
	o.Helper()
	o.later()
	check(o.T, cell.CloseMonth(o.ctx, month, true))
	dir := o.folder()
	packet, passphrase, err := cell.HandoverByPassphrase(o.ctx, month, dir, nil)
	check(o.T, err)
	return packet, passphrase, filepath.Join(dir, packet.FileName)
}

func (o *office) receiveOne(d *desk.Desk, path string, how desk.Taking) desk.Received {
	o.Helper()
	o.later()
	got, err := d.ReceiveOne(o.ctx, path, how)
	check(o.T, err)
	return got
}

func TestACellWithoutAnInvitationHandsOverByAPassphrase(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	cell := o.stranger("CB009", "Chi bộ Kho vận")
	packet, passphrase, path := o.handInByPassphrase(cell, "2026-08")
	if len(passphrase) != 19 || strings.Trim(passphrase, "0123456789 ") != "" || !packet.ByPassphrase {
		t.Errorf("passphrase %q, packet %+v", passphrase, packet)
	}
	for what, test := range map[string]struct {
		passphrase string
		reason     app.Code
	}{"none": {"", handover.CodePassphraseNeeded}, "a wrong one": {"0000 0000 0000 0000", handover.CodePassphraseWrong}} {
		if got := o.receiveOne(o.committee, path, desk.Taking{Passphrase: test.passphrase}); got.Taken || got.Reason != test.reason || !got.NeedsPassphrase() {
			t.Errorf("with %s: %+v", what, got)
		}
	}
	got := o.receiveOne(o.committee, path, desk.Taking{Passphrase: strings.ReplaceAll(passphrase, " ", "-")})
	if !got.Taken || got.Reason != handover.CodeKeyUnknown || !got.Unregistered {
		t.Fatalf("with the passphrase: %+v", got)
	}
	view, err := o.committee.Packet(o.ctx, packet.ID) // opened again from the archive, without the passphrase
	check(t, err)
	if !view.Packet.ByPassphrase || !view.Cell.IsUnregistered() || len(view.Content.Members) != 1 || view.Packet.Code != packet.Code {
		t.Errorf("in the archive: %+v of %+v", view.Packet, view.Cell)
	}
	check(t, o.committee.ConfirmKey(o.ctx, view.Cell.ID))
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	rebuilt, err := o.committee.RebuildIndex(o.ctx, nil)
	check(t, err)
	if rebuilt.Packets != 1 || rebuilt.Changed != 0 || len(rebuilt.Unreadable) != 0 {
		t.Errorf("rebuilding: %+v", rebuilt)
	}

	again, other, err := cell.HandoverByPassphrase(o.ctx, "2026-08", o.folder(), nil)
	check(t, err)
	if other == passphrase || again.ID != packet.ID || again.SHA256 == packet.SHA256 || again.ManifestHash != packet.ManifestHash {
		t.Errorf("written again: %+v", again)
	}
	if got := o.receiveOne(o.committee, filepath.Join(again.WrittenTo, again.FileName), desk.Taking{Passphrase: other}); got.Outcome != handover.Ignore {
		t.Errorf("the same packet under another passphrase: %+v", got)
	}
}

// An invitation makes the cell a registered one; its numbers go on.
func TestAnUnregisteredCellGoesOnWhenItIsInvited(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	cell := o.stranger("CB009", "Chi bộ Kho vận")
	_, passphrase, path := o.handInByPassphrase(cell, "2026-08")
	o.receiveOne(o.committee, path, desk.Taking{Passphrase: passphrase})
	stick := o.folder()
	written, entry, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB009", Name: "Chi bộ Kho vận"}, stick, nil)
	check(t, err)
	check(t, o.committee.ConfirmKey(o.ctx, entry.ID))
	check(t, cell.TakeInvitation(o.ctx, filepath.Join(stick, written.Name)))
	_, _, err = cell.HandoverByPassphrase(o.ctx, "2026-08", stick, nil)
	wantCode(t, err, desk.CodeHasInvitation)
	packet, path := o.handIn(cell, "2026-09")
	if got := o.receive(o.committee, path); !got.Taken || got.Outcome != handover.Accept || got.Seq != 2 || packet.ByPassphrase || got.Unregistered {
		t.Errorf("the next packet: %+v", got)
	}
	month, _ := o.write(cell, "2026-08") // the month that went under a passphrase is sealed to the committee now
	if month.Seq != 3 || month.ByPassphrase {
		t.Errorf("the month again: %+v", month)
	}
}

func TestTwoCellsWithOneCode(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	cell := o.stranger("cb001", "Chi bộ Kho vận")
	packet, passphrase, path := o.handInByPassphrase(cell, "2026-08")
	if got := o.receiveOne(o.committee, path, desk.Taking{Passphrase: passphrase}); got.Taken || got.Reason != desk.CodeCellCodeTaken {
		t.Errorf("a packet with the code of another cell: %+v", got)
	}
	_, err := o.committee.Packet(o.ctx, packet.ID)
	wantCode(t, err, app.CodeNotFound)
	_, _, err = o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB001", Name: "Chi bộ Kho vận"}, o.folder(), nil)
	wantCode(t, err, desk.CodeCellCodeTaken)
	_, err = o.committee.SaveCell(o.ctx, app.CellEntry{Code: "CB001", Name: "Chi bộ Kho vận"})
	wantCode(t, err, desk.CodeCodeTaken)
}

// The committee's book and its backups are lost: the key comes back from paper, the cells go on as before.
func TestACommitteeBeginsAgainWithItsKeyFromPaper(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, path := o.handIn(o.cell, "2026-08")
	pdf, err := o.committee.KeySheetPDF(o.ctx)
	check(t, err)
	if !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Error("the sheet is no PDF")
	}
	lines, err := o.committee.KeyLines(o.ctx)
	check(t, err)
	settings, err := o.committee.Settings(o.ctx)
	check(t, err)
	settings.OrganisationID = ""
	again, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "committee"), desk.NewBook{Passphrase: "another passphrase", Settings: settings}, desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(again.CloseDiscarding)
	old, err := o.committee.OwnFingerprint(o.ctx)
	check(t, err)
	fingerprint, err := again.RestoreKeys(o.ctx, strings.Join(lines, "\n"))
	check(t, err)
	if fingerprint != old {
		t.Errorf("the key is %s, was %s", fingerprint, old)
	}
	if got := o.receive(again, path); got.Taken || !got.IsStranger() {
		t.Errorf("of a cell that is not in the new list: %+v", got)
	}
	if got := o.receiveOne(again, path, desk.Taking{Enter: true}); !got.Taken || got.Reason != handover.CodeKeyUnknown || got.Unregistered {
		t.Errorf("entered with its cell: %+v", got)
	}
	_, err = again.RestoreKeys(o.ctx, strings.Join(lines, "\n"))
	wantCode(t, err, desk.CodeKeysInUse)
	_, err = o.cell.KeySheetPDF(o.ctx)
	wantCode(t, err, app.CodeNotCommittee)
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
