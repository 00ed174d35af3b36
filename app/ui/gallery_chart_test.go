package ui

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"testing"
)

func sampleBars() *SeriesChart {
	var marks []Mark
	for i, v := range []float64{74, 78, 70, 83, 87, 87, 91, 87, 96, 100, 95, 91} {
		marks = append(marks, Mark{Label: fmt.Sprintf("T%d", (i+11)%12+1), Value: v, Text: fmt.Sprint(v)})
	}
	return NewBarChart("Đạt từ 30 điểm sổ tay", marks, 100, 20, 110)
}

func TestGalleryCharts(t *testing.T) {
	for _, size := range [][2]float32{{1366, 768}, {911, 512}} {
		w := newTestWindow(t, size[0], size[1])
		line := NewLineChart("Điểm sinh hoạt", []Mark{{Label: "T6", Value: 86, Text: "86", Low: false}, {Label: "T7", Value: 84, Text: "84", Low: false}, {Label: "T8", Value: 89, Text: "89", Low: false}, {Label: "T9", Value: 91, Text: "91", Low: false}, {Label: "T10", Value: 90, Text: "90", Low: false}, {Label: "T11", Value: NoValue(), Text: "chưa", Low: false}}, 90, 80, 95)
		spark := NewLineChart("Điểm sổ tay 12 tháng", []Mark{{Label: "T12", Value: 33, Text: "", Low: false}, {Label: "", Value: 31, Text: "", Low: false}, {Label: "", Value: 27, Text: "27", Low: true}, {Label: "", Value: 34, Text: "", Low: false}, {Label: "", Value: 36, Text: "", Low: false}, {Label: "T11", Value: 37, Text: "37", Low: false}}, 30, 20, 42)
		spark.TargetText, spark.Height = "30", 90
		scale := NewBandScale([]Band{{0, "Kém", "dưới 50", MeaningError}, {50, "Trung bình", "50 đến dưới 70", MeaningDoing}, {70, "Khá", "70 đến dưới 90", MeaningReceived}, {90, "Tốt", "từ 90", MeaningDone}}, 100, 92, "92")
		page := NewPage("Còn 4 việc trước ngày 30/11", NewWords(Span{Text: "Thứ Hai, 23/11/2026", Tone: ToneSecond}))
		page.SetBody(Column(gapCards,
			Grid(
				GridItem{Share: 530, Least: 420, Object: NewCard("Đạt từ 30 điểm sổ tay", NewWords(Span{Text: "— Mục tiêu 100%", Tone: ToneGold, Bold: true, Size: SizeSmall}), Column(4,
					Row(10, KeyNumber("20/22"), Plain("90,9%"), Space(), NewWords(Span{Text: "Giảm 4,6 điểm % so với tháng 10", Icon: IconDown, Tone: ToneSecond, Size: SizeSmall})), sampleBars()))},
				GridItem{Share: 270, Least: 260, Object: NewCard("Điểm sinh hoạt", NewWords(Span{Text: "— Tốt: 90", Tone: ToneGold, Bold: true, Size: SizeSmall}), Column(4, Row(10, KeyNumber("90"), Second("tháng 10, xếp loại Tốt")), line))},
				GridItem{Share: 294, Least: 260, Object: NewCard("Khung tiêu chí", Second("12/18 đã chấm"), Column(8, ShareRow("Nhiệm vụ chính trị", "3/4", 0.75), ShareRow("Tư tưởng, học Bác", "3/3", 1), ShareRow("Đoàn kết, kỷ luật", "2/3", 0.66), ShareRow("Sinh hoạt chi bộ", "2/4", 0.5)))},
			),
			Grid(GridItem{Share: 2, Least: 420, Object: NewBox(scale)},
				GridItem{Share: 1, Least: 300, Object: NewCard("Điểm sổ tay 12 tháng", Second("Đạt 11/12 tháng"), Column(6, spark,
					Squares(StripItem{Meaning: MeaningDone}, StripItem{Meaning: MeaningDone}, StripItem{Meaning: MeaningDoing, Text: "P"}, StripItem{Meaning: MeaningError, Text: "K"}, StripItem{Empty: true})))}),
		))
		f := sampleFrame(t, w, map[string]Screen{"overview": &sampleScreen{content: page}})
		f.Open("overview")
		drawWindow(t, w, fmt.Sprintf("charts-%.0f", size[0]))
	}
}

// samplePage is a white page with grey lines.
func samplePage(page, width int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, width, width*297/210))
	draw.Draw(picture, picture.Bounds(), image.White, image.Point{}, draw.Src)
	for row := 0; row < 20+page*3; row++ {
		top := width/8 + row*width/30
		draw.Draw(picture, image.Rect(width/8, top, width*7/8, top+width/120), image.NewUniform(color.Gray{Y: 120}), image.Point{}, draw.Src)
	}
	return picture
}

func TestGalleryPreview(t *testing.T) {
	for _, size := range [][2]float32{{1366, 768}, {911, 512}} {
		w := newTestWindow(t, size[0], size[1])
		preview := NewPreview(NewState(MeaningLocked, "Biên bản đã khóa 15:10"))
		preview.Load = func(page, width int, deliver func(image.Image)) { deliver(samplePage(page, min(width, 420))) }
		preview.SetPages(3)
		list := NewDataTable(Col{Title: "Tài liệu", Stretch: 1, Least: 120}, Col{Title: "", Width: 120})
		list.Bare, list.RowHeight = true, 46
		list.SetRows([]TableRow{{Head: true, Cells: []Cell{{Text: "Tháng 11/2026"}}}, {Cells: []Cell{{Text: "Biên bản sinh hoạt"}, QuietStateCell(MeaningDone, "Đã khóa")}}, {Cells: []Cell{{Text: "Nghị quyết tháng"}, QuietStateCell(MeaningDone, "Đã khóa")}}, {Cells: []Cell{{Text: "Bảng tiêu chí"}, QuietStateCell(MeaningDoing, "Còn 6 mục")}}})
		page := NewPage("Báo cáo", NewButton("Mở thư mục", IconFolder, nil), NewButton("In", IconPrint, nil), NewPrimary("Xuất PDF", IconUpload, nil))
		page.SetBody(Grid(GridItem{Share: 296, Least: 250, Object: NewFlushCard("", nil, Sized(0, 200, list))}, GridItem{Share: 814, Least: 480, Object: Sized(0, 320, preview)}))
		f := sampleFrame(t, w, map[string]Screen{"reports": &sampleScreen{content: page}})
		f.Open("reports")
		list.Select(1)
		drawWindow(t, w, fmt.Sprintf("preview-%.0f", size[0]))
		preview.Turn(2)
		if preview.Current() != 2 || preview.where.Text() != "Trang 3 trên 3" {
			t.Errorf("page %d, %q", preview.Current(), preview.where.Text())
		}
	}
}
