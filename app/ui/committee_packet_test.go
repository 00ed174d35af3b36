package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func TestAFirstPacketIsComparedFromTheBandThatRefusesIt(t *testing.T) {
	ctx := context.Background()
	committee, cell, stick := linkedBooks(t)
	works(t, cell.CloseMonth(ctx, "2026-11", true))
	sent, err := cell.Handover(ctx, "2026-11", stick, nil)
	works(t, err)
	list, err := committee.Receive(ctx, []string{stick}, false, nil)
	works(t, err)
	if len(list) != 1 || !list[0].Taken {
		t.Fatalf("received %+v", list)
	}
	p := opened(t, committee, usual, placeMatrix)
	p.OpenPacket(sent.ID)
	s := p.Frame().Screen().(*packetScreen)
	s.decide(app.ReceiptAccepted)
	band := s.page.Banner()
	if band == nil || band.button == nil || band.button.Text != "Đã đọc khớp" {
		t.Fatalf("the refusal offers no way on: %+v", band)
	}
	band.button.act()
	if s.page.Banner() != nil || s.keyOpen() {
		t.Fatal("the key is not compared, or the refusal stays")
	}
	s.decide(app.ReceiptAccepted)
	if s.view.Packet.State != app.MonthAccepted {
		t.Errorf("the packet is %s", s.view.Packet.State)
	}
	entry := s.view.Cell
	entry.FirstMonth = "2026-10"
	_, err = committee.SaveCell(ctx, entry)
	works(t, err)
	p.Frame().Open(placeRollUp)
	rollUp := p.Frame().Screen().(*rollUpScreen)
	rollUp.scope.Choose(1)
	rollUp.Show("2026-11")
	p.OpenPacket(sent.ID)
	p.Frame().Screen().(*packetScreen).back()
	if p.Frame().Screen() != Screen(rollUp) || rollUp.view.Period != "2026-Q4" {
		t.Errorf("the way back from a packet leads to %T of %s", p.Frame().Screen(), rollUp.view.Period)
	}
	rollUp.drill(0, columnPoints)
	if !sees(p, "Chi bộ Xưởng May 2: Sổ tay đạt") {
		t.Error("the months of a figure do not say which figure it is")
	}
}

func TestADecisionLeadsToTheNextPacketAndThenToTheReceipts(t *testing.T) {
	ctx := context.Background()
	committee, cell, stick := linkedBooks(t)
	var ids []string
	for _, month := range []app.Month{"2026-10", "2026-11"} {
		works(t, cell.CloseMonth(ctx, month, true))
		sent, err := cell.Handover(ctx, month, stick, nil)
		works(t, err)
		ids = append(ids, sent.ID)
	}
	list, err := committee.Receive(ctx, []string{stick}, false, nil)
	works(t, err)
	p := opened(t, committee, usual, placeMatrix)
	matrix := p.Frame().Screen().(*matrixScreen)
	p.showReceived(list)
	if !sees(p, "Đã nhận báo cáo tháng 11/2026, chờ duyệt") && !sees(p, wording.Sentence(list[1].Err())) {
		t.Error("it is not said what became of the packet")
	}
	key(p.window, fyne.KeyEscape)
	p.OpenPacket(ids[1])
	s := p.Frame().Screen().(*packetScreen)
	s.confirmKey()
	s.decide(app.ReceiptAccepted)
	if red := redButtons(p); len(red) != 1 || red[0] != "Ghi phản hồi…" {
		t.Errorf("after the last decision of the month the red buttons are %q", red)
	}
	s.back()
	if matrix.answer.Text != "Ghi 1 phản hồi…" {
		t.Errorf("the matrix says %q", matrix.answer.Text)
	}
	_, err = committee.WriteReceipts(ctx, t.TempDir(), false, nil)
	works(t, err)
	p.Frame().Reload()
	if matrix.answer.Text != "Ghi phản hồi…" {
		t.Errorf("with every receipt written it says %q", matrix.answer.Text)
	}
	waiting := &packetScreen{program: p, id: ids[1], view: desk.PacketView{Waiting: []string{ids[0]}, Packet: app.ReceivedPacket{State: app.MonthAccepted, DecidedAt: registerDay}}}
	steps := waiting.nextSteps(func() {})
	if len(steps) != 2 || steps[0].(*Button).Kind == PrimaryButton || steps[1].(*Button).Text != "Duyệt gói tiếp theo" {
		t.Errorf("while another waits, %d steps", len(steps))
	}
}
