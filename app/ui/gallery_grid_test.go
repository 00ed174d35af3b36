package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func sampleGrid() *PointsGrid {
	g := NewPointsGrid("Tháng đạt", 9999)
	g.Below = func(_, points int) bool { return points < 30 }
	names := []string{"Tô Quốc Bảo", "Mai Văn Chiến", "Lương Thị Duyên", "Nguyễn Thị Én", "Trần Thị Bích Hạnh", "Trịnh Thị Hòa", "Bùi Quang Huy",
		"Nguyễn Văn Khải", "Lê Thị Mai Loan", "Ngô Thị Lụa", "Cao Văn Lực", "Dương Văn Mạnh", "Chu Đình Nam", "Phan Thanh Tùng", "Vũ Thị Thơm"}
	rows := make([]GridRow, len(names))
	for i, name := range names {
		rows[i] = GridRow{Name: name, Right: fmt.Sprintf("%d/11", 11-i%4)}
		for month := range 11 {
			points := 25 + (i*7+month*5)%30
			rows[i].Cells[month] = GridCell{Points: &points, Below: points < 30}
		}
	}
	rows[2].Cells[9], rows[2].Cells[10] = GridCell{Exempt: true}, GridCell{Exempt: true}
	rows[9].Cells[10] = GridCell{}
	rows[4].Cells[0] = GridCell{Locked: true}
	g.SetRows(rows)
	totals := [2]GridTotal{{Label: "Đạt từ 30 điểm", Bold: true}, {Label: "Tỷ lệ (%)"}}
	for month := range 11 {
		totals[0].Values[month], totals[1].Values[month] = fmt.Sprintf("%d/23", 16+month%6), fmt.Sprintf("%d,%d", 69+month*2, month%10)
	}
	g.SetTotals(totals[0], totals[1])
	g.SetCurrent(10)
	return g
}

func TestGalleryGrid(t *testing.T) {
	for _, size := range [][2]float32{{1366, 768}, {911, 512}} {
		w := newTestWindow(t, size[0], size[1])
		g := sampleGrid()
		page := NewPage("Điểm sổ tay năm 2026", NewButton("Miễn tính điểm", IconExempt, nil), NewButton("Dán từ Excel", IconPaste, nil), NewPrimary("Chốt tháng 11", IconTick, nil))
		labels := Row(10, NewState(MeaningDone, "Đã nhập 22/22"), NewState(MeaningError, "2 người dưới 30"), NewState(MeaningExempt, "Miễn 2 người"), Space(),
			NewWords(Span{Text: "dưới 30 điểm", Icon: IconDown, Tone: ToneError, Size: SizeSmall}))
		keys := KeyCaps(Cap{"Enter", "xuống ô dưới"}, Cap{"Tab", "sang tháng sau"}, Cap{"M", "miễn tính"}, Cap{"Ctrl+V", "dán cả cột"}, Cap{"Ctrl+Z", "hoàn tác"})
		page.SetBody(Column(10, labels, Stretch(Sized(0, 260, g)), keys))
		f := sampleFrame(t, w, map[string]Screen{"points": &sampleScreen{content: page}})
		f.Open("points")
		g.Focus()
		g.moveTo(9, 10)
		for _, r := range "34" {
			g.TypedRune(r)
		}
		drawWindow(t, w, fmt.Sprintf("grid-%.0f", size[0]))
		if g.typed != "34" || w.Canvas().Focused() != fyne.Focusable(g) {
			t.Errorf("typed %q, focused %T", g.typed, w.Canvas().Focused())
		}
	}
}
