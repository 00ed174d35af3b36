package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func shownTable(t *testing.T) *DataTable {
	t.Helper()
	w := newTestWindow(t, 900, 400)
	table := sampleTable()
	w.SetContent(table)
	w.Resize(fyne.NewSize(900, 400))
	return table
}

func TestTableFiltersWithoutAccents(t *testing.T) {
	table := shownTable(t)
	shown := -1
	table.OnShown = func(count int) { shown = count }
	for _, c := range []struct {
		query string
		want  []int
	}{{"hoa", []int{5}}, {"NGUYỄN", []int{3, 7}}, {"van nguyen", []int{7}}, {"hoaa", nil}, {"", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}}} {
		table.Filter(c.query)
		if got := table.Shown(); !slices.Equal(got, c.want) || shown != len(c.want) {
			t.Errorf("%q shows %v (told %d), want %v", c.query, got, shown, c.want)
		}
	}
	table.Keep(func(row int) bool { return row > 12 })
	if got := table.Shown(); !slices.Equal(got, []int{13, 14}) {
		t.Errorf("kept %v", got)
	}
}

func TestTableSortsNamesByGivenNameAndNumbersBySize(t *testing.T) {
	table := shownTable(t)
	table.SortBy(0, false)
	if got := table.Shown()[:3]; !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("first by name: %v", got)
	}
	table.rows[0].Cells[6] = NumberCell("100", 100)
	table.SortBy(6, true)
	if got := table.Shown()[:2]; !slices.Equal(got, []int{0, 14}) {
		t.Errorf("100 must stand before 66: %v", got)
	}
	table.SortBy(-1, false)
	if got := table.Shown()[0]; got != 0 {
		t.Errorf("order of SetRows lost: %d", got)
	}
}

func TestTableHeadSortsByTapAndByKeyboard(t *testing.T) {
	table := shownTable(t)
	press(table.head, fyne.KeyReturn)
	if table.sortBy != 0 || table.sortDown {
		t.Fatalf("Enter on the first column sorts by %d, down %v", table.sortBy, table.sortDown)
	}
	press(table.head, fyne.KeyReturn)
	if !table.sortDown {
		t.Error("Enter again does not turn the order round")
	}
	press(table.head, fyne.KeyRight, fyne.KeySpace)
	if table.sortBy != 3 {
		t.Errorf("Right goes to column %d, want the next one that sorts, 3", table.sortBy)
	}
	table.head.sort(1)
	if table.sortBy != 3 {
		t.Error("a column that does not sort was sorted")
	}
}

func TestTableIsUsedByKeyboard(t *testing.T) {
	table := shownTable(t)
	opened, selected := -1, -1
	table.OnOpen = func(row int) { opened = row }
	table.OnSelected = func(row int) { selected = row }
	table.Focus()
	if table.Selected() != 0 {
		t.Fatalf("focus selects %d", table.Selected())
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 14}, {fyne.KeyDown, 14}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}} {
		press(table, c.key)
		if table.Selected() != c.want || selected != c.want {
			t.Errorf("%s selects %d, told %d, want %d", c.key, table.Selected(), selected, c.want)
		}
	}
	press(table, fyne.KeyPageDown)
	if page := table.Selected(); page < 5 || page > 9 {
		t.Errorf("PgDn goes to %d", page)
	}
	press(table, fyne.KeyReturn)
	if opened != table.Selected() {
		t.Errorf("Enter opened %d", opened)
	}
}

func TestTableKeepsTheSelectedRowThroughFilterAndOrder(t *testing.T) {
	table := shownTable(t)
	table.Select(5)
	table.SortBy(6, true)
	table.Filter("hòa")
	if table.Selected() != 5 {
		t.Errorf("selected %d", table.Selected())
	}
}

func TestTableCopiesTheRowForExcel(t *testing.T) {
	table := shownTable(t)
	table.Select(1)
	clipboard := test.NewClipboard()
	table.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if want := "Mai Văn Chiến\t\t2\t02/02/2004\tChính thức\tĐang sinh hoạt\t27"; clipboard.Content() != want {
		t.Errorf("copied %q, want %q", clipboard.Content(), want)
	}
}

func TestTableTicksBySpaceAndTap(t *testing.T) {
	w := newTestWindow(t, 600, 300)
	table := NewDataTable(Col{Title: "Ghi", Width: 60}, Col{Title: "Họ và tên", Stretch: 1, Least: 100})
	table.SetRows([]TableRow{{Cells: []Cell{{Check: TickOn}, {Text: "A"}}}, {Cells: []Cell{{Check: TickOff}, {Text: "B"}}}})
	w.SetContent(table)
	var told []string
	table.OnCheck = func(row int, checked bool) { told = append(told, fmt.Sprint(row, checked)) }
	table.Focus()
	press(table, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	table.tapRow(1, 20)
	if want := []string{"0 false", "1 true", "1 false"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestGroupHeadsAreSkipped(t *testing.T) {
	w := newTestWindow(t, 600, 300)
	table := NewDataTable(Col{Title: "Tài liệu", Stretch: 1, Least: 100})
	table.SetRows([]TableRow{{Head: true, Cells: []Cell{{Text: "Tháng"}}}, {Cells: []Cell{{Text: "A"}}}, {Head: true, Cells: []Cell{{Text: "Quý"}}}, {Cells: []Cell{{Text: "B"}}}})
	w.SetContent(table)
	table.Focus()
	first := table.Selected()
	press(table, fyne.KeyDown)
	if first != 1 || table.Selected() != 3 {
		t.Errorf("selected %d, then %d", first, table.Selected())
	}
	press(table, fyne.KeyHome)
	if table.Selected() != 1 {
		t.Errorf("Home selects %d", table.Selected())
	}
}

func TestTenThousandRowsUseAHandfulOfLines(t *testing.T) {
	w := newTestWindow(t, 900, 500)
	table := NewDataTable(Col{Title: "Họ và tên", Stretch: 1, Least: 100}, Col{Title: "Số", Width: 80})
	rows := make([]TableRow, 10_000)
	for i := range rows {
		rows[i] = TableRow{Cells: []Cell{{Text: fmt.Sprintf("Đảng viên %d", i)}, {Text: fmt.Sprint(i)}}}
	}
	table.SetRows(rows)
	w.SetContent(table)
	table.Select(9_999)
	if lines := len(table.rowsIn.body.lines); lines > 16 {
		t.Errorf("%d lines for a view of 12 rows", lines)
	}
	seen := false
	for _, line := range table.rowsIn.body.lines {
		seen = seen || line.row == 9_999 && line.box.Visible()
	}
	if !seen {
		t.Error("the last row is not in sight after it was selected")
	}
	table.Filter("đảng viên 42")
	if got := table.rowsIn.scroll.Offset.Y; got > float32(len(table.Shown()))*grown(heightRow) {
		t.Errorf("the view stayed at %v behind the last of %d rows", got, len(table.Shown()))
	}
}

func BenchmarkScrollTenThousandRows(b *testing.B) {
	w := test.NewWindow(nil)
	defer w.Close()
	table := NewDataTable(Col{Title: "Họ và tên", Stretch: 1, Least: 100}, Col{Title: "Số", Width: 80}, Col{Title: "Loại", Width: 120}, Col{Title: "T11", Width: 80})
	rows := make([]TableRow, 10_000)
	for i := range rows {
		rows[i] = TableRow{Cells: []Cell{{Text: fmt.Sprintf("Nguyễn Văn %d", i)}, {Text: fmt.Sprint(i)}, StateCell(MeaningDone, "Xong"), {Text: "34"}}}
	}
	table.SetRows(rows)
	w.SetContent(table)
	w.Resize(fyne.NewSize(900, 600))
	for i := 0; b.Loop(); i++ {
		table.rowsIn.scrollTo(0, float32(i%9000)*40)
	}
}

func TestTheArrowsWalkToACellThatEnterOpens(t *testing.T) {
	table := shownTable(t)
	opened := ""
	table.OnCell = func(row, column int) { opened = fmt.Sprint(row, " ", column) }
	table.OnOpen = func(row int) { opened = fmt.Sprint("row ", row) }
	table.Focus()
	press(table, fyne.KeyDown, fyne.KeyReturn)
	if opened != "row 1" {
		t.Fatalf("where rows are opened Enter opened %q", opened)
	}
	table.Column = 0
	press(table, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn)
	if opened != "2 1" {
		t.Errorf("Enter opened %q, want the second cell of the third row", opened)
	}
	for range table.columns {
		press(table, fyne.KeyRight)
	}
	if last := table.total - table.rowsIn.scroll.Size().Width; table.Column != len(table.columns)-1 || table.rowsIn.scroll.Offset.X < last {
		t.Errorf("the last cell is marked out of sight: column %d, offset %v of %v", table.Column, table.rowsIn.scroll.Offset.X, last)
	}
}

func TestEnterOpensNoRowThatTheSearchHides(t *testing.T) {
	table := shownTable(t)
	opened := -1
	table.OnOpen = func(row int) { opened = row }
	table.Select(2)
	table.Filter("hoa")
	press(table, fyne.KeyReturn)
	if opened != -1 {
		t.Fatalf("row %d was opened, which the search hides", opened)
	}
	table.Focus()
	press(table, fyne.KeyReturn)
	if opened != 5 {
		t.Errorf("row %d was opened, want the one found, 5", opened)
	}
}
