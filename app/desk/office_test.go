package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
)

// office is a committee and one of its cells, with a small register, and the folders by which files travel between them.
type office struct {
	*testing.T
	ctx             context.Context
	clock           *clock
	committee, cell *desk.Desk
	entry           app.CellEntry
	members         []string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	c := newClock()
	committee, cell, entry, _ := linked(t, c)
	o := &office{T: t, ctx: context.Background(), clock: c, committee: committee, cell: cell, entry: entry}
	for i, name := range []string{"Nguyễn Thị Minh Hằng", "Trần Văn Đức", "Cao Văn Lực"} {
		post := app.NoPost
		if i == 0 {
			post = app.Secretary
		}
		m, err := cell.SaveMember(o.ctx, app.Member{FullName: name, Kind: app.Official, Post: post})
		check(t, err)
		o.members = append(o.members, m.ID)
	}
	return o
}

// confirmed is an office whose committee has taken the packet of 08/2026 and compared the cell's key.
func confirmed(t *testing.T) (*office, app.OutboxPacket) {
	t.Helper()
	o := newOffice(t)
	packet, path := o.handIn(o.cell, "2026-08")
	o.receive(o.committee, path)
	check(t, o.committee.ConfirmKey(o.ctx, o.entry.ID))
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	return o, packet
}

func (o *office) folder() string {
	o.Helper()
	return o.TempDir()
}

// later lets time pass, because nobody closes, seals and decides in the same second.
func (o *office) later() { o.clock.now = o.clock.now.Add(time.Minute) }

// handIn closes a month as it is and writes its packet to a folder of its own.
func (o *office) handIn(cell *desk.Desk, month app.Month) (app.OutboxPacket, string) {
	o.Helper()
	o.later()
	check(o.T, cell.CloseMonth(o.ctx, month, true))
	return o.write(cell, month)
}

func (o *office) write(cell *desk.Desk, month app.Month) (app.OutboxPacket, string) {
	o.Helper()
	dir := o.folder()
	packet, err := cell.Handover(o.ctx, month, dir, nil)
	check(o.T, err)
	return packet, filepath.Join(dir, packet.FileName)
}

// again reopens a month and hands it in once more.
func (o *office) again(cell *desk.Desk, month app.Month) (app.OutboxPacket, string) {
	o.Helper()
	check(o.T, cell.ReopenMonth(o.ctx, month, "Bổ sung"))
	return o.handIn(cell, month)
}

// receive takes one file and returns what became of it.
func (o *office) receive(d *desk.Desk, path string) desk.Received {
	o.Helper()
	o.later()
	list, err := d.Receive(o.ctx, []string{path}, false, nil)
	check(o.T, err)
	if len(list) != 1 {
		o.Fatalf("%d results", len(list))
	}
	return list[0]
}

// answer decides on a packet and returns the path of the receipt.
func (o *office) answer(packetID string, verdict app.ReceiptVerdict) string {
	o.Helper()
	o.later()
	check(o.T, o.committee.Decide(o.ctx, packetID, verdict, "Đã xem."))
	dir := o.folder()
	names, err := o.committee.WriteReceipts(o.ctx, dir, false, nil)
	check(o.T, err)
	if len(names) != 1 {
		o.Fatalf("%d receipts", len(names))
	}
	return filepath.Join(dir, names[0])
}

// copyOf opens a copy of a book, as after a restored backup or on a second computer.
func (o *office) copyOf(d *desk.Desk, passphrase string) *desk.Desk {
	o.Helper()
	dir := filepath.Join(o.folder(), "copy")
	check(o.T, os.CopyFS(dir, os.DirFS(d.Dir())))
	twin, err := desk.Open(o.ctx, dir, passphrase, desk.WithClock(o.clock.Now))
	check(o.T, err)
	o.Cleanup(twin.CloseDiscarding)
	return twin
}

// newCell makes a book of the same cell anew, as after the old one and its backups were lost.
func (o *office) newCell() *desk.Desk {
	o.Helper()
	stick := o.folder()
	written, _, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: o.entry.Code, Name: o.entry.Name}, stick, nil)
	check(o.T, err)
	cell, _, err := desk.CreateFromInvitation(o.ctx, filepath.Join(o.folder(), "cell"), desk.NewBook{Passphrase: "cell"},
		filepath.Join(stick, written.Name), desk.WithClock(o.clock.Now))
	check(o.T, err)
	o.Cleanup(cell.CloseDiscarding)
	return cell
}

func (o *office) state(month app.Month) app.MonthState {
	o.Helper()
	status, err := o.cell.Month(o.ctx, month)
	check(o.T, err)
	return status.Record.State
}

// at returns the committee's view of the cell's month.
func (o *office) at(month app.Month) desk.MatrixCell {
	o.Helper()
	matrix, err := o.committee.Matrix(o.ctx, month, 1)
	check(o.T, err)
	return matrix.Rows[0].Months[0]
}
