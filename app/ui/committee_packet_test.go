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
}
