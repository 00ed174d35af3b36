package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// manyReceived are the results of a large committee's stick: all taken in but one that was known already and one that is damaged.
func manyReceived(count int) []desk.Received {
	var list []desk.Received
	for n := range count {
		list = append(list, desk.Received{File: fmt.Sprintf("CB-CB%04d-2026-11-1.chibo", n+1), Cell: fmt.Sprintf("Chi bộ số %d", n+1), Outcome: handover.Accept, Taken: true})
	}
	list[3].Outcome, list[3].Reason, list[3].Taken = handover.Ignore, handover.CodeSame, false
	list[7].Outcome, list[7].Reason, list[7].Taken = handover.Refuse, handover.CodeDamaged, false
	return list
}

func TestAThousandResultsAreFoundByCountAndByName(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, fyne.NewSize(911, 512), placeMatrix)
	l := p.showReceived(manyReceived(1000))
	listed := func(file string) bool { return sees(p, "CB-"+file+"-2026-11-1.chibo") }
	if !sees(p, "Đã nhận 998/1.000 gói, 1 gói có từ trước") || !listed("CB0008") || !listed("CB0001") || listed("CB0900") {
		t.Error("the list does not begin with what was not taken in")
	}
	if p.window.Canvas().Focused() != l.search.Focusable() {
		t.Errorf("the keyboard is at %T", p.window.Canvas().Focused())
	}
	before := l.dialog.scroll.Offset.Y
	key(p.window, fyne.KeyPageDown)
	if l.dialog.scroll.Offset.Y <= before {
		t.Error("Page Down in the search does not scroll the list")
	}
	typeInto(l.search.Field, "so 900")
	if !listed("CB0900") || listed("CB0001") || l.dialog.scroll.Offset.Y != 0 {
		t.Error("the search does not find the cell")
	}
	typeInto(l.search.Field, "")
	l.counts[1].act()
	if !listed("CB0008") || listed("CB0001") {
		t.Error("the count does not pick what was not taken in")
	}
	key(p.window, fyne.KeyEscape)
	if topLayer(p.window.Canvas()) != nil {
		t.Error("Esc does not close the list")
	}
}

func TestAStoppedReceiveSaysWhatStays(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeMatrix)
	p.showReceived(manyReceived(200)).stoppedOf(1000)
	if want := "Đã dừng: 198 gói đã nhận được giữ lại trong sổ, còn 800 gói chưa xem. Muốn nhận tiếp, nhận lại từ thư mục này."; !sees(p, want) {
		t.Errorf("it does not say: %s", want)
	}
}

func TestTheListSaysWhatStateAPacketIsIn(t *testing.T) {
	for want, r := range map[string]desk.Received{
		"Đã nhận và chấp nhận báo cáo tháng 11/2026":    {Kind: handover.KindReport, State: app.MonthAccepted},
		"Đã nhận báo cáo tháng 11/2026, chờ duyệt":      {Kind: handover.KindReport, State: app.MonthReceived},
		"Phản hồi tháng 11/2026: cấp ủy chấp nhận":      {Kind: handover.KindReceipt, State: app.MonthAccepted},
		"Phản hồi tháng 11/2026: cấp ủy trả lại để sửa": {Kind: handover.KindReceipt, State: app.MonthReturned},
		"Đã nhận vào": {Kind: handover.KindNotice},
	} {
		r.Month, r.Outcome, r.Taken = "2026-11", handover.Accept, true
		if got := takenWords(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAFolderWithOnlyTheReceiptsOfOthersSaysSo(t *testing.T) {
	_, cell, _ := linkedBooks(t)
	p := opened(t, cell, usual, placeHandover)
	p.showReceived([]desk.Received{{File: "PH-CB002-2026-11-12.chibo", Outcome: handover.Refuse, Reason: handover.CodeNotForYou}})
	if !sees(p, "Không có gói nào cho chi bộ này") ||
		!sees(p, "Bỏ qua 1 gói của nơi khác: PH-CB002-2026-11-12.chibo. Tệp cấp ủy gửi chi bộ này có mã chi bộ trong tên; nếu không thấy, hỏi lại cấp ủy.") {
		t.Error("it does not say that nothing was for the cell")
	}
}
