package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheKeyboardStaysOnABarThatIsExchanged(t *testing.T) {
	button := func(text string) *Button { return NewButton(text, "", nil) }
	for _, c := range []struct {
		name string
		next []fyne.CanvasObject
		want string
	}{
		{"on the button of the same words", []fyne.CanvasObject{button("Nhận từ cấp ủy…"), button("Ghi lại…"), NewPrimary("Mở lại…", "", nil)}, "Ghi lại…"},
		{"else on the red one", []fyne.CanvasObject{button("Nhận từ cấp ủy…"), NewPrimary("Mở lại…", "", nil)}, "Mở lại…"},
	} {
		page, pressed := NewPage("Bàn giao"), button("Ghi lại…")
		page.SetBar(NewActionBar(nil, pressed, NewPrimary("Rút USB an toàn", "", nil)))
		w := test.NewTempWindow(t, page)
		w.Canvas().Focus(pressed)
		page.SetBar(NewActionBar(nil, c.next...))
		focused, ok := w.Canvas().Focused().(*Button)
		if !ok || focused == pressed || focused.Text != c.want {
			t.Errorf("%s: the keyboard is on %+v", c.name, w.Canvas().Focused())
		}
	}
}
