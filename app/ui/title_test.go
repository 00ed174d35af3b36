package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
)

const longTitle = "Chấm điểm chi bộ kiểu mẫu năm 2026 của Chi bộ Phân xưởng Hoàn thiện và Đóng gói sản phẩm xuất khẩu số 2"

// whole reports whether all words of a text that wraps have room.
func whole(w *Words) bool {
	return w.Size().Height+0.5 >= w.lineHeight()*float32(len(w.breakLines(w.Size().Width)))
}

func TestALongTitleIsNeverCutInASmallWindow(t *testing.T) {
	w := newTestWindow(t, 911, 512)
	page := NewPage(longTitle, NewButton("Xuất bảng", "", nil), NewPrimary("Ghi", "", nil)).SetBody(Plain("Nội dung"))
	sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: page}}).Open("members")
	if lines := len(page.title.breakLines(page.title.Size().Width)); lines < 2 || !whole(page.title) {
		t.Errorf("%d lines in %v", lines, page.title.Size())
	}
	if page.scroll.Position().Y < page.head.Position().Y+page.head.Size().Height {
		t.Error("the body lies over the title")
	}
	page.SetTitle("Tiêu chí")
	if page.title.Size().Height > 2*page.title.lineHeight() {
		t.Errorf("a short title keeps the room of a long one: %v", page.title.Size())
	}
	side := Column(0, Second("31/12/2026, 16:30 · Phòng họp Xưởng May 2"), Second("Chủ trì: Trần Thị Bích Hạnh"))
	page.SetActions(Row(16, NewButton("Cả năm", "", nil), side))
	if right := side.Position().X + side.Size().Width + page.right.Position().X; right > page.Size().Width-sideMargin+1 || side.Size().Width < side.MinSize().Width {
		t.Errorf("what stands at the right ends at %v of %v, %v wide", right, page.Size().Width, side.Size().Width)
	}
	page.SetSub("Tháng 11/2026")
	page.SetTitle(longTitle)
	if !whole(page.title) {
		t.Errorf("with a line under it the title has %v", page.title.Size())
	}
	d := ShowForm(w, longTitle, "Ghi", NewField("Lý do", ""), nil, func(*Dialog) bool { return true })
	if lines := len(d.card.Title.breakLines(d.card.Title.Size().Width)); lines < 2 || !whole(d.card.Title) {
		t.Errorf("of a dialog: %d lines in %v", lines, d.card.Title.Size())
	}
}

func TestLongNamesOfCellsHaveRoomInTheMatrix(t *testing.T) {
	s := &matrixScreen{months: NewSelect("", "", []string{"3 tháng"}, nil)}
	named := func(name string) float32 {
		s.matrix.Rows = []desk.MatrixRow{{Cell: app.CellEntry{Name: "Chi bộ Kho vận"}}, {Cell: app.CellEntry{Name: name}}}
		return s.nameWidth()
	}
	if got := named("Chi bộ Xưởng May 2"); got != 160 {
		t.Errorf("short names take %v", got)
	}
	long := "Phân xưởng Hoàn thiện 2, Đóng gói"
	if got := named("Chi bộ " + long); got < textWidth(long, SizeBody, fyne.TextStyle{})+2*cellPad {
		t.Errorf("a name of %d letters has %v", len([]rune(long)), got)
	}
}

func TestTheTopBarOfASmallWindowHasRoomForTheEnterprise(t *testing.T) {
	bar := newTopBar(sampleFrame(t, newTestWindow(t, 911, 512), nil), "Tìm người… (Ctrl+F)")
	bar.setMonth("2026-11")
	bar.setBook("Chi bộ Xưởng May 2", "Công ty CP May Hưng Thịnh (dữ liệu mẫu)")
	bar.Resize(fyne.NewSize(911-64, 56))
	if got := bar.organisation.Size().Width; got < bar.organisation.MinSize().Width {
		t.Errorf("%v for words of %v", got, bar.organisation.MinSize().Width)
	}
	if bar.search.Size().Width < 150 || bar.search.Position().X < bar.forward.Position().X+bar.forward.Size().Width+12 {
		t.Errorf("the search lies at %v, %v wide", bar.search.Position(), bar.search.Size().Width)
	}
}
