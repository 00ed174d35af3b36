package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

func TestWhenAMonthCanBeClosedAndReopened(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	wantCode(t, o.cell.CloseMonth(o.ctx, "2026-12", true), desk.CodeMonthAhead)
	wantCode(t, o.cell.CloseMonth(o.ctx, "2026-00", true), app.CodeBadMonth)
	wantCode(t, o.cell.CloseMonth(o.ctx, "2026-10", false), desk.CodeMonthGaps)
	wantCode(t, o.cell.ReopenMonth(o.ctx, "2026-10", "x"), desk.CodeMonthOpen)
	wantCode(t, o.cell.ReopenMonth(o.ctx, "10/2026", "x"), app.CodeBadMonth)
	wantCode(t, o.committee.CloseMonth(o.ctx, "2026-10", true), app.CodeNotCell)
	wantCode(t, o.committee.ReopenMonth(o.ctx, "2026-10", "x"), app.CodeNotCell)

	regular := o.draft("2026-10").Meeting
	wantCode(t, o.cell.CloseMonth(o.ctx, "2026-10", true), desk.CodeMonthGaps) // minutes that are a draft would be frozen as they are
	check(t, o.cell.LockMeeting(o.ctx, regular.ID))
	thematic, err := o.cell.NewMeeting(o.ctx, "2026-10", app.ThematicMeeting)
	check(t, err)
	wantCode(t, o.cell.CloseMonth(o.ctx, "2026-10", true), desk.CodeMonthGaps)
	m := o.meeting(thematic).Meeting
	m.Start, m.End, m.ChairID, m.RecorderID, m.Conclusion = "14:00", "15:30", o.members[0], o.members[1], "Xong."
	o.save(m, nil)
	check(t, o.cell.LockMeeting(o.ctx, thematic))
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	wantCode(t, o.cell.CloseMonth(o.ctx, "2026-10", true), app.CodeMonthClosed)
}

func TestNothingOfAClosedMonthCanBeChanged(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	held := o.locked("2026-10")
	sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-10")
	check(t, err)
	meetingSheet, err := o.cell.MeetingSheet(o.ctx, held.Meeting.ID)
	check(t, err)
	yes := true
	mark := app.Mark{ID: meetingSheet.Framework.Groups[0].Criteria[0].ID, Done: &yes}
	entry := app.PointEntry{MemberID: o.members[0], Month: "2026-10", Points: 31}
	for _, state := range []struct {
		name   string
		before func()
		want   app.Code // of what the minutes hold
		month  app.Code // of what belongs to the month
	}{
		{"with locked minutes", func() {}, app.CodeLocked, ""},
		{"closed", func() { check(t, o.cell.CloseMonth(o.ctx, "2026-10", true)) }, app.CodeLocked, app.CodeMonthClosed},
	} {
		state.before()
		if _, err := o.cell.SetMark(o.ctx, meetingSheet.Key(), mark); app.CodeOf(err) != state.want {
			t.Errorf("%s: a mark of the meeting: %v", state.name, err)
		}
		if _, err := o.cell.SetMarks(o.ctx, sheet.Key(), nil); app.CodeOf(err) != state.month {
			t.Errorf("%s: marks of the month: %v", state.name, err)
		}
		if err := o.cell.SetPoints(o.ctx, entry); app.CodeOf(err) != state.month {
			t.Errorf("%s: points: %v", state.name, err)
		}
		if err := o.cell.ClearPoints(o.ctx, o.members[1], "2026-10"); app.CodeOf(err) != state.month {
			t.Errorf("%s: clearing points: %v", state.name, err)
		}
		if _, err := o.cell.SaveMeeting(o.ctx, held.Meeting, nil); app.CodeOf(err) != app.CodeLocked {
			t.Errorf("%s: the minutes: %v", state.name, err)
		}
	}
	wantCode(t, o.cell.CorrectMeeting(o.ctx, held.Meeting.ID, "Sửa"), app.CodeMonthClosed)
	_, err = o.cell.NewMeeting(o.ctx, "2026-10", app.ThematicMeeting)
	wantCode(t, err, app.CodeMonthClosed)
	november := o.draft("2026-11").Meeting
	november.Month = "2026-10"
	_, err = o.cell.SaveMeeting(o.ctx, november, nil)
	wantCode(t, err, app.CodeMonthClosed)
}

func TestAPacketThatCouldNotBeWrittenIsWrittenAgainAsItWas(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	blocked := filepath.Join(o.folder(), "stick")
	check(t, os.WriteFile(blocked, nil, 0o600)) // a file where the folder should be
	sealed, err := o.cell.Handover(o.ctx, "2026-10", blocked, nil)
	if err == nil || o.state("2026-10") != app.MonthClosed {
		t.Fatalf("error %v, month %s", err, o.state("2026-10"))
	}
	written, _ := o.write(o.cell, "2026-10")
	if written.ID != sealed.ID || written.Seq != 1 || o.state("2026-10") != app.MonthHandedOver {
		t.Errorf("packet %s number %d, sealed was %s; month %s", written.ID, written.Seq, sealed.ID, o.state("2026-10"))
	}
	again, _ := o.write(o.cell, "2026-10")
	if again.SHA256 != written.SHA256 {
		t.Error("another packet for the same closing")
	}
}

// The clock stands still: closing, sealing and reopening have the same time.
func TestAMonthThatWasReopenedIsSealedAnew(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	wantOpen := func() {
		_, err := o.cell.Handover(o.ctx, "2026-10", o.folder(), nil)
		wantCode(t, err, desk.CodeMonthNotDone)
	}
	wantOpen()
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	first, _ := o.write(o.cell, "2026-10")
	check(t, o.cell.ReopenMonth(o.ctx, "2026-10", "Bổ sung"))
	wantOpen()
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	second, _ := o.write(o.cell, "2026-10")
	if second.ID == first.ID || second.Seq != first.Seq+1 {
		t.Errorf("number %d after %d", second.Seq, first.Seq)
	}
}

func TestACellWithoutACommitteeSealsNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	alone, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "alone"), desk.NewBook{Passphrase: "cell", Settings: app.Settings{Name: "Chi bộ Kho", Code: "CB9"}}, desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(alone.CloseDiscarding)
	check(t, alone.CloseMonth(o.ctx, "2026-10", true))
	_, err = alone.Handover(o.ctx, "2026-10", o.folder(), nil)
	wantCode(t, err, desk.CodeNoInvitation)
	wantCode(t, alone.ConfirmCommittee(o.ctx), desk.CodeNoInvitation)
}

// The committee has received the packet of 09/2026; receipts then reach the cell as the case says.
func TestWhatAReceiptDoesToTheMonth(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		reach func(o *office, packetID string) []desk.Received
		taken bool // the last of them
		month app.MonthState
	}{
		{"accepted", func(o *office, id string) []desk.Received {
			return []desk.Received{o.receive(o.cell, o.answer(id, app.ReceiptAccepted))}
		}, true, app.MonthAccepted},
		{"returned", func(o *office, id string) []desk.Received {
			return []desk.Received{o.receive(o.cell, o.answer(id, app.ReceiptReturned))}
		}, true, app.MonthReturned},
		{"the same receipt twice", func(o *office, id string) []desk.Received {
			path := o.answer(id, app.ReceiptAccepted)
			return []desk.Received{o.receive(o.cell, path), o.receive(o.cell, path)}
		}, false, app.MonthAccepted},
		{"an older decision read after the newer one", func(o *office, id string) []desk.Received {
			returned, accepted := o.answer(id, app.ReceiptReturned), o.answer(id, app.ReceiptAccepted)
			return []desk.Received{o.receive(o.cell, accepted), o.receive(o.cell, returned)}
		}, true, app.MonthAccepted},
		{"the month was reopened meanwhile", func(o *office, id string) []desk.Received {
			path := o.answer(id, app.ReceiptAccepted)
			check(o.T, o.cell.ReopenMonth(o.ctx, "2026-09", "Bổ sung"))
			return []desk.Received{o.receive(o.cell, path)}
		}, true, app.MonthOpen},
		{"the month was reopened and closed again", func(o *office, id string) []desk.Received {
			path := o.answer(id, app.ReceiptAccepted)
			check(o.T, o.cell.ReopenMonth(o.ctx, "2026-09", "Bổ sung"))
			check(o.T, o.cell.CloseMonth(o.ctx, "2026-09", true))
			return []desk.Received{o.receive(o.cell, path)}
		}, true, app.MonthClosed},
		{"the packet was replaced by a newer one", func(o *office, id string) []desk.Received {
			path := o.answer(id, app.ReceiptReturned)
			o.again(o.cell, "2026-09")
			return []desk.Received{o.receive(o.cell, path)}
		}, true, app.MonthHandedOver},
		{"a receipt for another cell", func(o *office, id string) []desk.Received {
			other := newOffice(o.T)
			packet, path := other.handIn(other.cell, "2026-09")
			other.receive(other.committee, path)
			return []desk.Received{o.receive(o.cell, other.answer(packet.ID, app.ReceiptReturned))}
		}, false, app.MonthHandedOver},
		{"a receipt for a packet that a restored book no longer has", func(o *office, id string) []desk.Received {
			restored := o.copyOf(o.cell, "cell")
			packet, path := o.handIn(o.cell, "2026-10")
			o.receive(o.committee, path)
			got := o.receive(restored, o.answer(packet.ID, app.ReceiptAccepted))
			if got.Reason != desk.CodeForeignReceipt {
				o.Errorf("reason %s", got.Reason)
			}
			return []desk.Received{got}
		}, false, app.MonthHandedOver},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			o, first := confirmed(t)
			o.written(first)
			packet, path := o.handIn(o.cell, "2026-09")
			o.receive(o.committee, path)
			results := test.reach(o, packet.ID)
			if last := results[len(results)-1]; last.Taken != test.taken {
				t.Errorf("taken %v: %s %s", last.Taken, last.Outcome, last.Reason)
			}
			if state := o.state("2026-09"); state != test.month {
				t.Errorf("the month is %s, want %s", state, test.month)
			}
		})
	}
}

// written writes the receipt of a decided packet.
func (o *office) written(packet app.OutboxPacket) string {
	o.Helper()
	o.later()
	dir := o.folder()
	names, err := o.committee.WriteReceipts(o.ctx, dir, false, nil)
	check(o.T, err)
	if len(names) != 1 {
		o.Fatalf("%d receipts for packet %d", len(names), packet.Seq)
	}
	return filepath.Join(dir, names[0])
}

func TestAReceiptIsWrittenOnceForADecision(t *testing.T) {
	t.Parallel()
	o, first := confirmed(t)
	o.written(first)
	count := func(all bool) int {
		o.later()
		names, err := o.committee.WriteReceipts(o.ctx, o.folder(), all, nil)
		check(t, err)
		return len(names)
	}
	if n := count(false); n != 0 {
		t.Errorf("%d receipts written again", n)
	}
	if n := count(true); n != 1 {
		t.Errorf("%d receipts, all asked for", n)
	}
	check(t, o.committee.Decide(o.ctx, first.ID, app.ReceiptReturned, "Thiếu chữ ký."))
	if n := count(false); n != 1 {
		t.Errorf("%d receipts for the new decision", n)
	}
	check(t, o.committee.Decide(o.ctx, first.ID, app.ReceiptReturned, "Thiếu cả biên bản."))
	_, path := o.again(o.cell, "2026-08")
	o.receive(o.committee, path)
	if n := count(false); n != 0 {
		t.Errorf("%d receipts for a packet that the cell has replaced", n)
	}
	wantCode(t, o.committee.Decide(o.ctx, first.ID, "perhaps", ""), app.CodeInvalid)
	wantCode(t, o.committee.Decide(o.ctx, "unknown", app.ReceiptAccepted, ""), app.CodeNotFound)
}

func TestAnInvitationTwice(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	invite := func(d *desk.Desk) string {
		o.later()
		written, entry, err := d.Invite(o.ctx, desk.InvitedCell{Code: "CB001", Name: "Chi bộ Xưởng May 2"}, o.folder(), nil)
		check(t, err)
		if d == o.committee && entry.ID != o.entry.ID {
			t.Error("the same code became another cell")
		}
		return written.Path
	}
	check(t, o.cell.ConfirmCommittee(o.ctx))
	confirmedOn := func() app.Date {
		view, err := o.cell.HandoverView(o.ctx, "2026-11")
		check(t, err)
		return view.Link.ConfirmedOn
	}
	check(t, o.cell.TakeInvitation(o.ctx, invite(o.committee)))
	if confirmedOn() == "" {
		t.Error("the committee's key must be compared again")
	}
	other := otherCommittee(o)
	check(t, o.cell.TakeInvitation(o.ctx, invite(other)))
	if confirmedOn() != "" {
		t.Error("the key of another committee counts as compared")
	}
	_, path := o.handIn(o.cell, "2026-09")
	wantCode(t, o.cell.TakeInvitation(o.ctx, path), handover.CodeNotForYou)
	_, _, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho", FirstMonth: "11/2026"}, o.folder(), nil)
	wantCode(t, err, app.CodeBadMonth)
	_, _, err = o.cell.Invite(o.ctx, desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho"}, o.folder(), nil)
	wantCode(t, err, app.CodeNotCommittee)
}

// otherCommittee makes another committee's book.
func otherCommittee(o *office) *desk.Desk {
	o.Helper()
	other, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "other"), desk.NewBook{Passphrase: "committee",
		Settings: app.Settings{Role: app.CommitteeBook, Name: "Đảng ủy Công ty CP Cơ khí An Phát", Code: "AP"}}, desk.WithClock(o.clock.Now))
	check(o.T, err)
	o.Cleanup(other.CloseDiscarding)
	return other
}
