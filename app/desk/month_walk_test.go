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
	"sochibo/app/sheet"
)

// clock stands at a moment until a test moves it.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func newClock() *clock {
	return &clock{now: time.Date(2026, 11, 23, 14, 5, 0, 0, time.FixedZone("ICT", 7*3600))}
}

// linked makes a committee's book and a cell's book that begins with its invitation.
func linked(t *testing.T, c *clock) (committee, cell *desk.Desk, entry app.CellEntry, stick string) {
	t.Helper()
	ctx := context.Background()
	root, stick := t.TempDir(), t.TempDir()
	committee, _, err := desk.Create(ctx, filepath.Join(root, "committee"), desk.NewBook{Passphrase: "committee", Settings: app.Settings{
		Role: app.CommitteeBook, Name: "Đảng ủy Công ty CP May Hưng Thịnh", Code: "DU", Enterprise: "Công ty CP May Hưng Thịnh",
		SuperiorName: "Đảng bộ Công ty CP May Hưng Thịnh", PlaceName: "Hưng Yên"}}, desk.WithClock(c.Now))
	check(t, err)
	t.Cleanup(func() { check(t, committee.Close(ctx)) })
	written, entry, err := committee.Invite(ctx, desk.InvitedCell{Code: "CB001", Name: "Chi bộ Xưởng May 2", FirstMonth: "2026-11"}, stick, nil)
	check(t, err)
	cell, recovery, err := desk.CreateFromInvitation(ctx, filepath.Join(root, "cell"), desk.NewBook{Passphrase: "cell"}, filepath.Join(stick, written.Name), desk.WithClock(c.Now))
	check(t, err)
	t.Cleanup(func() { check(t, cell.Close(ctx)) })
	if recovery == "" {
		t.Fatal("no recovery code")
	}
	check(t, os.Remove(filepath.Join(stick, written.Name)))
	return committee, cell, entry, stick
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantCode(t *testing.T, err error, code app.Code) {
	t.Helper()
	if app.CodeOf(err) != code {
		t.Fatalf("got %v, want code %s", err, code)
	}
}

// importBoth brings members and points of the samples into a cell.
func importBoth(t *testing.T, cell *desk.Desk) {
	t.Helper()
	ctx := context.Background()
	members, err := cell.PreviewMembers(ctx, "testdata/members-clean.xlsx", sheet.MemberOptions{}, nil)
	check(t, err)
	if members.Counts.New != 24 || members.Counts.Errors != 0 {
		t.Fatalf("preview %+v", members.Counts)
	}
	written, err := cell.WriteMembers(ctx, members, nil, nil)
	check(t, err)
	if written != 24 {
		t.Fatalf("%d members written", written)
	}
	points, err := cell.PreviewPoints(ctx, "testdata/points-2026-11.xlsx", sheet.PointOptions{}, nil)
	check(t, err)
	_, err = cell.WritePoints(ctx, points, nil)
	check(t, err)
}

// holdMeeting enters a meeting with what minutes need and locks it.
func holdMeeting(t *testing.T, cell *desk.Desk, month app.Month) string {
	t.Helper()
	return holdMeetingUntil(t, cell, month, "18:20")
}

// holdMeetingUntil holds and locks the regular meeting of a month from 16:30 to an hour.
func holdMeetingUntil(t *testing.T, cell *desk.Desk, month app.Month, end app.Clock) string {
	t.Helper()
	ctx := context.Background()
	id, err := cell.NewMeeting(ctx, month, app.RegularMeeting)
	check(t, err)
	view, err := cell.Meeting(ctx, id)
	check(t, err)
	m := view.Meeting
	m.Start, m.End, m.Place = "16:30", end, "Phòng họp Xưởng May 2"
	m.ChairID, m.RecorderID = view.Members[0].ID, view.Members[1].ID
	m.Conclusion = "Chi bộ thống nhất nhiệm vụ tháng sau."
	m.Votes = []app.Vote{{Subject: "Thông qua nghị quyết", Method: app.ShowOfHands, Eligible: view.Roll.VotersThere, For: view.Roll.VotersThere, OnResult: true}}
	_, err = cell.SaveMeeting(ctx, m, []app.Task{{Title: "Hoàn thành 45.000 áo khoác", AssigneeID: view.Members[2].ID, DueOn: month.Next().Last()}})
	check(t, err)
	check(t, cell.LockMeeting(ctx, id))
	return id
}

func TestMonthFromListToReceipt(t *testing.T) {
	ctx, c := context.Background(), newClock()
	committee, cell, entry, stick := linked(t, c)
	importBoth(t, cell)
	again, err := cell.PreviewMembers(ctx, "testdata/members-clean.xlsx", sheet.MemberOptions{}, nil)
	check(t, err)
	if again.Counts.Unchanged != 24 {
		t.Errorf("the same file again: %+v", again.Counts)
	}
	holdMeeting(t, cell, "2026-11")
	wantCode(t, cell.CloseMonth(ctx, "2026-11", false), desk.CodeMonthGaps)
	check(t, cell.CloseMonth(ctx, "2026-11", true))
	wantCode(t, cell.SetPoints(ctx, app.PointEntry{MemberID: entry.ID, Month: "2026-11", Points: 3}), app.CodeMonthClosed)

	packet, err := cell.Handover(ctx, "2026-11", stick, nil)
	check(t, err)
	received, err := committee.Receive(ctx, []string{stick}, false, nil)
	check(t, err)
	if len(received) != 1 || !received[0].Taken || received[0].Reason != handover.CodeKeyUnknown {
		t.Fatalf("received %+v", received)
	}
	wantCode(t, committee.Decide(ctx, packet.ID, app.ReceiptAccepted, ""), handover.CodeKeyUnconfirmed)
	check(t, committee.ConfirmKey(ctx, entry.ID))
	view, err := committee.Packet(ctx, packet.ID)
	check(t, err)
	if view.Packet.Summary.Members != 24 || len(view.Reports) < 5 {
		t.Errorf("packet %+v with %v", view.Packet.Summary, view.Reports)
	}
	check(t, committee.Decide(ctx, packet.ID, app.ReceiptAccepted, ""))
	names, err := committee.WriteReceipts(ctx, stick, false, nil)
	check(t, err)
	if len(names) != 1 {
		t.Fatalf("receipts %v", names)
	}
	answers, err := cell.Receive(ctx, []string{filepath.Join(stick, names[0])}, false, nil)
	check(t, err)
	if !answers[0].Taken {
		t.Fatalf("receipt not taken: %+v", answers[0])
	}
	status, err := cell.Month(ctx, "2026-11")
	check(t, err)
	if status.Record.State != app.MonthAccepted {
		t.Errorf("month is %s", status.Record.State)
	}
	matrix, err := committee.Matrix(ctx, "2026-11", 6)
	check(t, err)
	if matrix.Counts.Accepted != 1 {
		t.Errorf("matrix %+v", matrix.Counts)
	}
}

func TestReturnedMonthIsHandedOverAgain(t *testing.T) {
	ctx, c := context.Background(), newClock()
	committee, cell, entry, stick := linked(t, c)
	importBoth(t, cell)
	holdMeeting(t, cell, "2026-11")
	check(t, cell.CloseMonth(ctx, "2026-11", true))
	first, err := cell.Handover(ctx, "2026-11", stick, nil)
	check(t, err)
	_, err = committee.Receive(ctx, []string{stick}, false, nil)
	check(t, err)
	check(t, committee.ConfirmKey(ctx, entry.ID))
	wantCode(t, committee.Decide(ctx, first.ID, app.ReceiptReturned, " "), desk.CodeNeedsRemark)
	check(t, committee.Decide(ctx, first.ID, app.ReceiptReturned, "Thiếu minh chứng."))
	_, err = committee.WriteReceipts(ctx, stick, false, nil)
	check(t, err)
	_, err = cell.Receive(ctx, []string{stick}, false, nil)
	check(t, err)
	status, err := cell.Month(ctx, "2026-11")
	check(t, err)
	if status.Record.State != app.MonthReturned || status.Record.Remark != "Thiếu minh chứng." {
		t.Fatalf("month %+v", status.Record)
	}
	wantCode(t, cell.ReopenMonth(ctx, "2026-11", ""), app.CodeNeedsReason)
	check(t, cell.ReopenMonth(ctx, "2026-11", "Bổ sung minh chứng"))
	c.now = c.now.Add(time.Hour)
	check(t, cell.CloseMonth(ctx, "2026-11", true))
	second, err := cell.Handover(ctx, "2026-11", stick, nil)
	check(t, err)
	if second.Seq != first.Seq+1 || second.ID == first.ID {
		t.Fatalf("second packet %+v", second)
	}
	received, err := committee.Receive(ctx, []string{stick}, true, nil)
	check(t, err)
	outcomes := map[string]app.Code{}
	for _, r := range received {
		outcomes[r.PacketID] = r.Reason
	}
	if outcomes[first.ID] != handover.CodeSame || outcomes[second.ID] != handover.CodeNew {
		t.Errorf("outcomes %v", outcomes)
	}
}
