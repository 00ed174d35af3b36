package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func sampleMembers() []TableRow {
	names := []string{"Tô Quốc Bảo", "Mai Văn Chiến", "Lương Thị Duyên", "Nguyễn Thị Én", "Trần Thị Bích Hạnh", "Trịnh Thị Hòa", "Bùi Quang Huy",
		"Nguyễn Văn Khải", "Lê Thị Mai Loan", "Ngô Thị Lụa", "Cao Văn Lực", "Dương Văn Mạnh", "Chu Đình Nam", "Phan Thanh Tùng", "Vũ Thị Thơm"}
	var rows []TableRow
	for i, name := range names {
		points := 24 + i*3
		mark := NumberCell(fmt.Sprint(points), float64(points))
		if points < 30 {
			mark.Icon, mark.Tone, mark.Bold = IconDown, ToneError, true
		}
		kind, state := Cell{Text: "Chính thức"}, Cell{Text: "Đang sinh hoạt"}
		if i == 12 {
			kind = StateCell(MeaningDoing, "Dự bị")
		}
		if i == 2 {
			state = QuietStateCell(MeaningExempt, "Nghỉ thai sản")
		}
		office := ""
		if i == 4 {
			office = "Bí thư"
		}
		rows = append(rows, TableRow{Search: name, Cells: []Cell{{Text: name, Bold: i == 4}, {Text: office}, {Text: fmt.Sprint(i%2 + 1)}, {Text: fmt.Sprintf("%02d/02/20%02d", i+1, i+3)}, kind, state, mark}})
	}
	return rows
}

func sampleTable() *DataTable {
	t := NewDataTable(
		Col{Title: "Họ và tên", Stretch: 1, Least: 170, Sort: true}, Col{Title: "Chức vụ", Width: 100}, Col{Title: "Tổ", Width: 46, Align: fyne.TextAlignCenter},
		Col{Title: "Vào Đảng", Width: 106, Sort: true}, Col{Title: "Loại", Width: 102}, Col{Title: "Trạng thái", Width: 150}, Col{Title: "T11", Width: 74, Align: fyne.TextAlignTrailing, Sort: true})
	t.SetRows(sampleMembers())
	return t
}

func TestGalleryTable(t *testing.T) {
	for _, size := range [][2]float32{{1366, 768}, {911, 512}} {
		w := newTestWindow(t, size[0], size[1])
		table := sampleTable()
		table.SortBy(0, false)
		table.SetTotals(TableRow{Cells: []Cell{{Text: "15 người", Bold: true}, {}, {}, {}, {}, {}, {Text: "20/22", Bold: true}}})
		tabs := NewTabs(nil, Tab{Text: "Tóm tắt"}, Tab{Text: "Lý lịch"}, Tab{Text: "Việc"}, Tab{Text: "Lịch sử"})
		side := NewCard("Bùi Quang Huy", NewSmall("Sửa", IconEdit, nil), Column(10, Second("Chính thức · Tổ đảng 1 · Tổ trưởng chuyền 4"), tabs,
			Row(0, Sized(112, 0, Second("Ngày sinh")), Plain("12/06/1986")), Row(0, Sized(112, 0, Second("Số thẻ")), Plain("•••• 2218"), Space(), NewLink("Hiện", IconShow, nil))))
		page := NewPage("Đảng viên", NewButton("Nhập từ Excel", IconDownload, nil), NewButton("Xuất Excel", IconUpload, nil), NewPrimary("Thêm đảng viên", IconAdd, nil))
		find := NewSearchBox("Tìm tên, không cần dấu", table.Filter)
		list := Column(12, Row(10, Limited(222, find), NewSegments(nil, Segment{"Tất cả", 24}, Segment{"Chính thức", 22}, Segment{"Dự bị", 2}), Space(), NewSelect("", "Mọi trạng thái", nil, nil)),
			Stretch(Sized(0, 300, table)))
		page.SetBody(Grid(GridItem{Share: 760, Least: 620, Object: list}, GridItem{Share: 350, Least: 330, Object: side}))
		f := sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: page}})
		f.Open("members")
		table.Select(6)
		drawWindow(t, w, fmt.Sprintf("table-%.0f", size[0]))
	}
}
