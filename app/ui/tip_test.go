package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestAnIconSaysWhatItDoes(t *testing.T) {
	button := NewIconButton(IconLeft, "Tháng trước", nil)
	field := NewPasswordField("Mật khẩu", "")
	w := newTestWindow(t, 500, 300)
	content, shown := withTips(Column(8, button, field))
	windowTips[w.Canvas()] = shown
	w.SetContent(content)
	eye := field.rightSide.(*fieldIcon)
	for _, c := range []struct {
		why  string
		do   func()
		want string
	}{
		{"nothing is touched", func() {}, ""},
		{"the keyboard comes", func() { giveFocus(button) }, "Tháng trước"},
		{"the keyboard goes", func() { w.Canvas().Unfocus() }, ""},
		{"the pointer passes", func() { button.MouseIn(&desktop.MouseEvent{}); button.MouseOut() }, ""},
		{"a tap with the keyboard elsewhere", func() { button.MouseIn(nil); button.Tapped(&fyne.PointEvent{}) }, ""},
		{"the pointer rests on the eye", func() { showTip(eye, eye.tip()) }, "Hiện chữ đang gõ (F2)"},
		{"the pointer leaves the eye", eye.MouseOut, ""},
	} {
		c.do()
		text := ""
		if shown.of != nil {
			text = shown.text.Spans[0].Text
		}
		if text != c.want {
			t.Errorf("%s: %q, want %q", c.why, text, c.want)
		}
	}
}

func TestATipStaysInTheWindow(t *testing.T) {
	button := NewIconButton(IconRight, "Tháng sau (Ctrl+PageDown)", nil)
	w := newTestWindow(t, 300, 100)
	content, shown := withTips(Column(0, Space(), Row(0, Space(), button)))
	windowTips[w.Canvas()] = shown
	w.SetContent(content)
	w.Resize(fyne.NewSize(300, 100))
	giveFocus(button)
	if p, s := shown.ground.Position(), shown.ground.Size(); p.X < 0 || p.X+s.Width > 300 || p.Y < 0 || p.Y+s.Height > 100 || p.Y+s.Height > button.Position().Y+60 {
		t.Errorf("the tip is at %v, %v", p, s)
	}
}
