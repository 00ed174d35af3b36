package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

func TestTheWheelGoesOnToThePageWhereATableEnds(t *testing.T) {
	sheet := func(rows int) (*Page, *DataTable) {
		table := NewDataTable(Col{Title: "Họ và tên", Width: 900}, Col{Title: "Ghi chú", Width: 900})
		list := make([]TableRow, rows)
		for i := range list {
			list[i] = TableRow{Cells: []Cell{{Text: fmt.Sprint(i)}, {}}}
		}
		table.SetRows(list)
		page := NewPage("Đảng viên").SetBody(Column(12, Sized(0, 300, table), Sized(0, 600, NewCard("Dưới bảng", nil, Plain("")))))
		w := newTestWindow(t, 911, 512)
		sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: page}}).Open("members")
		return page, table
	}
	turn := func(table *DataTable, by float32) {
		table.rowsIn.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
	}

	page, table := sheet(12)
	if turn(table, -40); table.rowsIn.scroll.Offset.Y != 40 || page.scroll.Offset.Y != 0 {
		t.Errorf("first the table moves: %v, the page %v", table.rowsIn.scroll.Offset, page.scroll.Offset)
	}
	turn(table, -1000)
	if turn(table, -40); page.scroll.Offset.Y != 40 {
		t.Errorf("at its end the page moves: %v", page.scroll.Offset)
	}
	turn(table, 1000)
	if turn(table, 40); table.rowsIn.scroll.Offset.Y != 0 || page.scroll.Offset.Y != 0 {
		t.Errorf("back at the top: %v, the page %v", table.rowsIn.scroll.Offset, page.scroll.Offset)
	}

	page, table = sheet(2) // too wide for the window, but low
	if turn(table, -40); page.scroll.Offset.Y != 40 || table.rowsIn.scroll.Offset.X != 0 {
		t.Errorf("a table that is only wide leaves the wheel to the page: %v, sideways %v", page.scroll.Offset, table.rowsIn.scroll.Offset)
	}
}

func TestTheWheelOverAFieldMovesThePartItStandsInAndThenThePage(t *testing.T) {
	field := NewField("Ghi chú", "")
	part := newInnerScroll(container.ScrollVerticalOnly, Column(0, field, Sized(0, 400, Plain("Dài hơn chỗ của nó"))))
	page := NewPage("Đảng viên").SetBody(Column(12, Sized(0, 300, part), Sized(0, 600, Plain("Bên dưới"))))
	w := newTestWindow(t, 911, 512)
	sampleFrame(t, w, map[string]Screen{"members": &sampleScreen{content: page}}).Open("members")
	turn := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1000)}
	if field.wheel.Scrolled(turn); part.Offset.Y == 0 || page.scroll.Offset.Y != 0 {
		t.Errorf("first the part: %v, the page %v", part.Offset, page.scroll.Offset)
	}
	if field.wheel.Scrolled(turn); page.scroll.Offset.Y == 0 {
		t.Error("then the page stands still")
	}
}
