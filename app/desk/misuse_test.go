package desk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
	"sochibo/app/wording"
)

// What people do by mistake gets its sentence and changes nothing.
func TestMisuseHasItsSentence(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	stick := o.folder()
	written, other, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho vận"}, stick, nil)
	check(t, err)
	second, _, err := desk.CreateFromInvitation(o.ctx, filepath.Join(o.folder(), "cell"), desk.NewBook{Passphrase: "cell"}, filepath.Join(stick, written.Name), desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(second.CloseDiscarding)
	_, otherPacket := o.handIn(second, "2026-08")
	superior, _, err := desk.Create(o.ctx, filepath.Join(o.folder(), "superior"), desk.NewBook{Passphrase: "superior", Settings: app.Settings{
		Role: app.CommitteeBook, Name: "Đảng ủy Khối Doanh nghiệp", Code: "DUK"}}, desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(superior.CloseDiscarding)
	invitation, _, err := superior.Invite(o.ctx, desk.InvitedCell{Code: "DU", Name: "Đảng ủy Công ty CP May Hưng Thịnh"}, stick, nil)
	check(t, err)
	check(t, o.committee.TakeInvitation(o.ctx, filepath.Join(stick, invitation.Name)))
	up := o.folder()
	rollUp, err := o.committee.HandUp(o.ctx, "2026-08", up, false, nil)
	check(t, err)
	names, err := o.committee.WriteReceipts(o.ctx, stick, true, nil)
	check(t, err)
	future, clock := o.folder(), o.clock.now
	o.clock.now = clock.AddDate(0, 2, 0) // the cell's clock runs ahead
	check(t, o.cell.CloseMonth(o.ctx, "2027-01", true))
	ahead, err := o.cell.Handover(o.ctx, "2027-01", future, nil)
	check(t, err)
	o.clock.now = clock

	for _, test := range []struct {
		name, path string
		by         *desk.Desk
		reason     app.Code
		says       string
	}{
		{"the committee's own packet in a cell", filepath.Join(up, rollUp.FileName), o.cell, handover.CodeNotForYou, "nơi nhận khác"},
		{"the committee's own packet in its own book", filepath.Join(up, rollUp.FileName), o.committee, handover.CodeOwn, "chính sổ này"},
		{"a receipt of another cell", filepath.Join(stick, names[0]), second, handover.CodeNotForYou, "nơi nhận khác"},
		{"a packet from a month to come", filepath.Join(future, ahead.FileName), o.committee, handover.CodeFutureMonth, "hôm nay mới là"},
		{"a file of 0 bytes", o.document("CB-CB001-2026-09-02.chibo", nil), o.committee, handover.CodeEmpty, "Tệp rỗng"},
		{"the packet of a cell of another committee", otherPacket, superior, handover.CodeNotForYou, "nơi nhận khác"},
		{"another committee's invitation", filepath.Join(stick, written.Name), superior, handover.CodeWrongDirection, "không nhận ở sổ này"},
	} {
		got := o.receive(test.by, test.path)
		if got.Taken || got.Reason != test.reason || !strings.Contains(wording.Sentence(got.Err()), test.says) {
			t.Errorf("%s: %s, %s", test.name, got.Reason, wording.Sentence(got.Err()))
		}
	}
	if other.Code != "CB002" {
		t.Errorf("the other cell is %+v", other)
	}
}

// A stick full of other files: the packets on it are found, and without any it is said so.
func TestAStickWithTenThousandUnrelatedFiles(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	stick := o.folder()
	for i := range 10_000 {
		check(t, os.WriteFile(filepath.Join(stick, fmt.Sprintf("anh-%05d.jpg", i)), nil, 0o600))
	}
	_, err := o.committee.Receive(o.ctx, []string{stick}, false, nil)
	wantCode(t, err, desk.CodeNoPackets)
	if !strings.Contains(wording.Sentence(err), "Không thấy gói dữ liệu") {
		t.Errorf("it says %s", wording.Sentence(err))
	}
	_, path := o.handIn(o.cell, "2026-08")
	check(t, os.Rename(path, filepath.Join(stick, filepath.Base(path))))
	list, err := o.committee.Receive(o.ctx, []string{stick}, false, nil)
	check(t, err)
	if len(list) != 1 || !list[0].Taken {
		t.Errorf("found: %+v", list)
	}
}

func TestWhatAMacLeavesOnAStickIsPassedOver(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, path := o.handIn(o.cell, "2026-08")
	hidden := filepath.Join(filepath.Dir(path), "._"+filepath.Base(path))
	check(t, os.WriteFile(hidden, []byte("\x00\x05\x16\x07"), 0o600))
	list, err := o.committee.Receive(o.ctx, []string{filepath.Dir(path)}, false, nil)
	check(t, err)
	if len(list) != 1 || !list[0].Taken {
		t.Errorf("%d results: %+v", len(list), list)
	}
}
