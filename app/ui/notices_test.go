package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// inFront returns the button with a word or a tip in the uppermost dialog.
func inFront(t *testing.T, p *Program, words string) *Button {
	t.Helper()
	for _, o := range test.LaidOutObjects(p.window.Canvas().Overlays().Top()) {
		if b, ok := o.(*Button); ok && (b.Text == words || b.tip == words) {
			return b
		}
	}
	t.Fatalf("no button says %q", words)
	return nil
}

func TestADocumentOfANoticeIsAddedAndLeftOut(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, fyne.NewSize(911, 512), placeNotices)
	name := "Hướng dẫn 12-HD-ĐU về sinh hoạt chuyên đề quý IV năm 2026 và các phụ lục kèm theo.pdf"
	p.options.Dialogs = &fakeDialogs{answer: filepath.Join(t.TempDir(), name)}
	s := p.Frame().Screen().(*noticesScreen)
	s.write()
	title := p.window.Canvas().Focused().(*input)
	inFront(t, p, "Thêm tài liệu…").act()
	if !sees(p, name) {
		t.Fatal("the document is not listed")
	}
	right := func(o fyne.CanvasObject) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X + o.Size().Width
	}
	if main := inFront(t, p, "Chọn USB hoặc thư mục…"); right(title) > right(main) {
		t.Errorf("a long name pushes the fields to %v, beyond the dialog at %v", right(title), right(main))
	}
	inFront(t, p, "Bỏ tài liệu này").act()
	if sees(p, name) {
		t.Error("the document stays")
	}
}
