package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// key gives a key to what has the keyboard, as the window does.
func key(w fyne.Window, name fyne.KeyName) {
	if focused := w.Canvas().Focused(); focused != nil {
		press(focused, name)
		return
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

func TestAQuestionIsAnsweredByKeys(t *testing.T) {
	for _, c := range []struct {
		name   string
		danger bool
		key    fyne.KeyName
		done   bool
		not    bool
		open   bool
	}{
		{"Enter does it", false, fyne.KeyReturn, true, false, false},
		{"Esc goes back", false, fyne.KeyEscape, false, true, false},
		{"Enter never does what cannot be undone", true, fyne.KeyReturn, false, true, false},
		{"F1 leaves it open", false, fyne.KeyF1, false, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTestWindow(t, 1000, 600)
			sampleFrame(t, w, nil).Open("members")
			done, not := false, false
			Ask(w, Question{Title: "Xóa việc này?", Text: "Việc và lịch sử của nó sẽ mất.", Verb: "Xóa", Danger: c.danger, Do: func() { done = true }, Not: func() { not = true }})
			key(w, c.key)
			if open := topLayer(w.Canvas()) != nil; done != c.done || not != c.not || open != c.open {
				t.Errorf("done %v, not %v, open %v", done, not, open)
			}
		})
	}
}

func TestADialogOpenedByAnotherStaysWhenThatCloses(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	sampleFrame(t, w, nil).Open("members")
	path := NewField("Đường dẫn", "")
	ShowForm(w, "Mời chi bộ", "Chọn nơi ghi…", NewField("Tên", ""), nil, func(*Dialog) bool {
		ShowForm(w, "Chọn nơi ghi", "Chọn", path, path, func(*Dialog) bool { return true })
		return true
	})
	key(w, fyne.KeyReturn)
	if w.Canvas().Overlays().Top() == nil || w.Canvas().Focused() != path.Focusable() {
		t.Fatal("the second dialog is not in sight or has not the keyboard")
	}
	key(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil || topLayer(w.Canvas()) != nil {
		t.Error("a dialog stayed")
	}
}

func TestAFormIsSentByCtrlEnterFromATextOfSeveralLines(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	sampleFrame(t, w, nil).Open("members")
	note := NewArea("Ghi chú", "", 3)
	sent := ""
	ShowForm(w, "Ghi chú", "Ghi", note, note, func(*Dialog) bool {
		sent = note.Text()
		return true
	})
	test.Type(w.Canvas().Focused(), "Đã kiểm kê")
	shortcut(w, ctrl(fyne.KeyReturn))
	if topLayer(w.Canvas()) != nil || sent != "Đã kiểm kê" {
		t.Errorf("sent %q, open %v", sent, topLayer(w.Canvas()) != nil)
	}
}

func TestAFormIsSentByEnterAndStaysWhileWrong(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	sampleFrame(t, w, nil).Open("members")
	reason := NewField("Lý do", "")
	reason.Required = true
	sent := ""
	ShowForm(w, "Miễn tính điểm", "Ghi", reason, reason, func(*Dialog) bool {
		sent = reason.Text()
		return reason.Valid()
	})
	key(w, fyne.KeyReturn)
	if topLayer(w.Canvas()) == nil || reason.Err() == nil {
		t.Fatal("an empty reason closed the form")
	}
	test.Type(w.Canvas().Focused(), " Nghỉ thai sản ")
	if reason.Err() != nil {
		t.Error("the error stays while the text is right")
	}
	key(w, fyne.KeyReturn)
	if topLayer(w.Canvas()) != nil || sent != "Nghỉ thai sản" {
		t.Errorf("sent %q, open %v", sent, topLayer(w.Canvas()) != nil)
	}
}

func TestADialogGivesTheKeyboardBack(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	field := NewField("Họ và tên", "")
	sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: NewPage("A").SetBody(field)}}).Open("members")
	field.Focus()
	ShowMessage(w, MeaningWatch, "", "USB đã bị rút quá sớm. Cắm lại rồi ghi lần nữa.")
	key(w, fyne.KeyReturn)
	if w.Canvas().Focused() != field.Focusable() {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}

func TestTheKeyboardBeginsWhereADialogIsFilledIn(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	sampleFrame(t, w, nil).Open("members")
	into, note := NewSelect("Vào chi bộ", "", []string{"Chi bộ Kho vận"}, nil), NewField("Quyết định số", "")
	example := NewSmall("Bảng mẫu…", "", nil)
	first, second := NewLine(IconUSB, ToneSlate, "Nộp lên cấp trên…", "", func() {}), NewLine(IconPrint, ToneSlate, "In", "", func() {})
	list := newDialog("Khác", Rows(first, second), "Đóng", nil)
	for _, c := range []struct {
		name string
		open func() *Dialog
		want func(*Dialog) fyne.Focusable
	}{
		{"in the first entry, be it a choice", func() *Dialog { return ShowForm(w, "Sáp nhập", "Sáp nhập", Column(12, into, note), nil, nil) }, func(*Dialog) fyne.Focusable { return into }},
		{"past buttons that only help", func() *Dialog {
			return ShowForm(w, "Khung", "Ghi", Column(12, Row(0, example, Space()), note), nil, nil)
		}, func(*Dialog) fyne.Focusable { return note.Focusable() }},
		{"on what does it where nothing is filled in", func() *Dialog {
			return ShowForm(w, "Xuất", "Chọn thư mục…", Second("10 văn bản"), nil, nil)
		}, func(d *Dialog) fyne.Focusable { return d.main }},
		{"on the first of things to open", func() *Dialog { return list.show(w) }, func(*Dialog) fyne.Focusable { return first }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.open()
			if want := c.want(d); w.Canvas().Focused() != want {
				t.Errorf("the keyboard is at %T", w.Canvas().Focused())
			}
			d.Close()
		})
	}
}

func TestALongTextInADialogIsReadWithTheKeyboard(t *testing.T) {
	w := newTestWindow(t, 911, 512)
	lines := make([]fyne.CanvasObject, 30)
	for i := range lines {
		lines[i] = Row(12, Stretch(Second("Chi bộ Kho vận: chưa nhận")), NewSmall("Nhập mật khẩu…", "", nil))
	}
	d := newDialog("Kết quả", Rows(lines...), "Đóng", nil)
	d.main = d.back
	d.show(w)
	if d.scroll.Offset.Y != 0 || w.Canvas().Focused() != fyne.Focusable(d.main) {
		t.Fatalf("it opens %v below its beginning, the keyboard at %T", d.scroll.Offset.Y, w.Canvas().Focused())
	}
	key(w, fyne.KeyPageDown)
	below := d.scroll.Offset.Y
	key(w, fyne.KeyUp)
	up := d.scroll.Offset.Y
	key(w, fyne.KeyEnd)
	end := d.scroll.Offset.Y
	key(w, fyne.KeyHome)
	if below < 100 || up >= below || end+d.scroll.Size().Height < d.scroll.Content.MinSize().Height || d.scroll.Offset.Y != 0 {
		t.Errorf("a page down %v, a line up %v, end %v, begin %v", below, up, end, d.scroll.Offset.Y)
	}
}

func TestGeneralKeysDoNothingBehindADialog(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	saved := 0
	sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: NewPage("A"), keys: Keys{Save: func() { saved++ }}}}).Open("members")
	ShowMessage(w, MeaningWatch, "", "Chờ một chút.")
	shortcut(w, ctrl(fyne.KeyS))
	if saved != 0 {
		t.Error("saved behind a dialog")
	}
}

func TestDialogsWorkBeforeAFrameIsThere(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	w.SetContent(NewPage("Mở khóa"))
	ShowMessage(w, MeaningError, "", "Mật khẩu không đúng. Gõ lại mật khẩu.")
	w.Canvas().Unfocus()
	key(w, fyne.KeyEscape)
	if topLayer(w.Canvas()) != nil {
		t.Error("Esc leaves the message")
	}
}

func TestADialogKeepsItsButtonsInALowWindow(t *testing.T) {
	fields := make([]fyne.CanvasObject, 12)
	for i := range fields {
		fields[i] = NewField("Mục", "")
	}
	last := fields[11].(*Field)
	w := newTestWindow(t, 911, 512)
	d := ShowForm(w, "Sửa", "Ghi", Column(12, fields...), fields[0].(*Field), func(*Dialog) bool { return true })
	inSight := func(o fyne.CanvasObject) bool {
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		return top >= 20 && top+o.Size().Height <= 512-20
	}
	if !inSight(d.main) || !inSight(d.back) {
		t.Error("the buttons are out of the window")
	}
	if inSight(last) {
		t.Fatal("the fields fit, nothing is tested")
	}
	last.Focus()
	if !inSight(last) {
		t.Error("the focused field stays out of sight")
	}
	w.Resize(fyne.NewSize(911, 1200))
	d.Refit()
	if d.holder.Objects[0] != d.body || d.card.Size().Height < 700 {
		t.Error("a high window does not show the whole dialog")
	}
}

func TestFieldsOfAFormKeepTheirWidthWhenTheKeyboardComes(t *testing.T) {
	w := newTestWindow(t, 1000, 600)
	sampleFrame(t, w, nil).Open("members")
	first, second := NewField("Mật khẩu hiện tại", ""), NewField("Mật khẩu mới", "")
	ShowForm(w, "Đổi mật khẩu", "Đổi", Column(12, first, second), first, func(*Dialog) bool { return true })
	width := second.Size().Width
	second.Focus()
	if second.Size().Width != width || width < 400 {
		t.Errorf("the field was %v px wide and is %v", width, second.Size().Width)
	}
}

func TestAFormIsNotLeftWithoutAQuestionOnceSomethingWasEntered(t *testing.T) {
	open := func(t *testing.T) (fyne.Window, *Field, *Check, *Dialog) {
		w := newTestWindow(t, 1000, 600)
		sampleFrame(t, w, nil).Open("members")
		reason, whole := NewField("Lý do", ""), NewCheck("Cả tháng", nil)
		reason.SetText("Đi công tác")
		d := ShowForm(w, "Miễn tính điểm", "Ghi", Column(12, reason, whole), nil, func(*Dialog) bool { return true })
		return w, reason, whole, d
	}
	left := func(w fyne.Window) bool { return topLayer(w.Canvas()) == nil }

	t.Run("the keyboard begins in the first entry", func(t *testing.T) {
		w, reason, _, _ := open(t)
		if w.Canvas().Focused() != reason.Focusable() {
			t.Errorf("the keyboard is at %T", w.Canvas().Focused())
		}
	})
	t.Run("nothing was changed: Esc leaves", func(t *testing.T) {
		w, _, _, _ := open(t)
		if key(w, fyne.KeyEscape); !left(w) {
			t.Error("a question was asked for nothing")
		}
	})
	t.Run("typed and taken back is no change", func(t *testing.T) {
		w, _, _, _ := open(t)
		test.Type(w.Canvas().Focused(), "x")
		key(w, fyne.KeyBackspace)
		if key(w, fyne.KeyEscape); !left(w) {
			t.Error("a question was asked for nothing")
		}
	})
	t.Run("typed: Esc asks, and Enter goes on entering", func(t *testing.T) {
		w, reason, _, d := open(t)
		test.Type(w.Canvas().Focused(), "Hà Nội")
		key(w, fyne.KeyEscape)
		if topLayer(w.Canvas()) == d.open {
			t.Fatal("nothing was asked")
		}
		key(w, fyne.KeyReturn)
		if topLayer(w.Canvas()) != d.open || w.Canvas().Focused() != reason.Focusable() || reason.Text() == "Đi công tác" {
			t.Error("what was typed is gone, or the keyboard is elsewhere")
		}
	})
	t.Run("ticked: the button back asks, and dropping it closes both", func(t *testing.T) {
		w, _, whole, d := open(t)
		test.Tap(whole)
		test.Tap(d.back)
		if topLayer(w.Canvas()) == d.open {
			t.Fatal("nothing was asked")
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		test.Tap(d.back)
		within(topLayer(w.Canvas()).overlay, func(o fyne.CanvasObject) {
			if b, ok := o.(*Button); ok && b.Text == "Bỏ" {
				test.Tap(b)
			}
		})
		if !left(w) {
			t.Error("the form stays")
		}
	})
	t.Run("a tap beside it does nothing", func(t *testing.T) {
		w, reason, _, d := open(t)
		test.Type(w.Canvas().Focused(), "Hà Nội")
		test.TapCanvas(w.Canvas(), fyne.NewPos(5, 5))
		if topLayer(w.Canvas()) != d.open || reason.Text() == "Đi công tác" {
			t.Error("the form is gone")
		}
	})
}
