package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
)

func TestADeputysCodeStaysUntilItIsWrittenDown(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeInvitations)
	s := p.Frame().Screen().(*invitationsScreen)
	s.showDeputyCode("Trần Thị Bích Vân", desk.NewDeputy{Dir: "/media/usb/deputy", Recovery: "AAAA-BBBB-CCCC"})
	shown := func() bool { return sees(p, "AAAA-BBBB-CCCC") }
	kept, isCheck := p.window.Canvas().Focused().(*Check)
	if !isCheck {
		t.Fatalf("the keyboard is at %T", p.window.Canvas().Focused())
	}
	key(p.window, fyne.KeyEscape)
	key(p.window, fyne.KeyReturn)
	if !shown() || !sees(p, "Ghi mã ra giấy trước rồi đánh dấu vào ô: mã này không hiện lại lần nữa.") {
		t.Fatal("a key takes the code away for ever")
	}
	key(p.window, fyne.KeySpace)
	key(p.window, fyne.KeyEscape)
	if !kept.Checked() || shown() {
		t.Error("once it is ticked the dialog does not close")
	}
}
