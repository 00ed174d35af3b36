package ui

import (
	"context"
	"testing"

	"sochibo/app"
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
