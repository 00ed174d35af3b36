package report

import (
	"fmt"

	"sochibo/app"
)

// PointsPaper is what the table of handbook points of one year is made of.
type PointsPaper struct {
	Settings app.Settings
	Members  []app.Member // the whole register
	Points   []app.PointEntry
	Through  app.Month // the last month that is shown as kept; its year is the table's
	On       app.Date  // the paper's date
}

// Signs in the cells of the points table.
const (
	belowSign     = "▼" // after the number
	excusedSign   = "M"
	notMemberSign = "–"
)

// PointsTable makes the table of handbook points (bảng điểm sổ tay): members by twelve months, values below the month's
// threshold bold with ▼, and per month how many reached it. Months after Through are empty.
func PointsTable(paper PointsPaper, profile Profile) Document {
	year := paper.Through.Year()
	subject := fmt.Sprintf("năm %d (đến hết tháng %s)", year, inYear(paper.Through))
	doc := Document{
		Title:  "Bảng điểm sổ tay đảng viên điện tử " + subject + ", " + paper.Settings.Name,
		Author: paper.Settings.Name,
		Date:   paper.On,
	}
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "BẢNG ĐIỂM SỔ TAY ĐẢNG VIÊN ĐIỆN TỬ", Subject: subject},
		paper.table(year),
		Paragraph{Runs: Plain(paper.legend(year)), Small: true, NoIndent: true},
		Signatures{Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)},
	)
	return doc
}

func (p PointsPaper) table(year int) Table {
	months := app.MonthsOf(year)
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 7.5, Align: Center},
		{Head: "Họ và tên", Width: 36, Align: Left},
	}}
	for i := range months {
		table.Columns = append(table.Columns, Column{Head: fmt.Sprintf("T%d", i+1), Width: 9.1, Align: Center})
	}
	table.Columns = append(table.Columns, Column{Head: "Tháng đạt", Width: 12.3, Align: Center})
	entries := map[string]app.PointEntry{}
	for _, e := range p.Points {
		entries[pointKey(e.MemberID, e.Month)] = e
	}
	for i, m := range p.shown(months) {
		table.Rows = append(table.Rows, p.memberRow(i+1, m, months, entries))
	}
	return p.addTotals(table, months)
}

func pointKey(memberID string, month app.Month) string { return memberID + "|" + string(month) }

// shown returns the members who were on the list at the end of at least one month, in the order of Vietnamese lists.
func (p PointsPaper) shown(months []app.Month) []app.Member {
	var members []app.Member
	for _, m := range p.Members {
		for _, month := range months {
			if month <= p.Through && m.OnListOn(month.Last()) {
				members = append(members, m)
				break
			}
		}
	}
	app.SortByName(members)
	return members
}

func (p PointsPaper) memberRow(no int, m app.Member, months []app.Month, entries map[string]app.PointEntry) Row {
	row := rowOf(itoa(no), m.FullName)
	reached := 0
	for _, month := range months {
		entry, entered := entries[pointKey(m.ID, month)]
		threshold := p.Settings.Threshold(month)
		cell := Cell{}
		switch {
		case month > p.Through:
		case !m.OnListOn(month.Last()):
			cell = cellOf(notMemberSign)
		case !p.Settings.PointRule(month).Counts(m, month.Last()) || entered && entry.Excused:
			cell = cellOf(excusedSign)
		case entered && entry.Points < threshold:
			cell.Runs = Strong(itoa(entry.Points) + belowSign)
		case entered:
			reached++
			cell = cellOf(itoa(entry.Points))
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Cells = append(row.Cells, cellOf(itoa(reached)))
	return row
}

// addTotals adds per month how many members count, how many reached the threshold, and the percentage.
func (p PointsPaper) addTotals(table Table, months []app.Month) Table {
	counted, reached, share := []Cell{label("Số đảng viên được tính")}, []Cell{label(p.reachedLabel(months))}, []Cell{label("Tỷ lệ (%)")}
	for _, month := range months {
		texts := [3]string{}
		if month <= p.Through {
			t := app.TotalPoints(p.Members, p.Points, month, p.Settings.PointRule(month), month.Last())
			texts[0] = itoa(t.Counted)
			if t.Entered > 0 {
				texts[1] = itoa(t.AtThreshold)
			}
			if t.Counted > 0 && t.Entered == t.Counted {
				texts[2] = app.Fraction(int64(t.AtThreshold)*100, int64(t.Counted)).Show(app.IntRatio(100))
			}
		}
		counted, reached, share = append(counted, cellOf(texts[0])), append(reached, cellOf(texts[1])), append(share, cellOf(texts[2]))
	}
	for _, cells := range [][]Cell{counted, reached, share} {
		table.Rows = append(table.Rows, Row{Cells: cells, Bold: true, Shaded: true})
	}
	return table
}

// label is the head of a row of totals, over the columns of number and name.
func label(text string) Cell { return Cell{Runs: Plain(text), Span: 2, Align: Left} }

// reachedLabel names the threshold if it was the same all year.
func (p PointsPaper) reachedLabel(months []app.Month) string {
	if threshold, same := p.oneThreshold(months); same {
		return fmt.Sprintf("Đạt từ %d điểm", threshold)
	}
	return "Đạt mức quy định"
}

func (p PointsPaper) oneThreshold(months []app.Month) (int, bool) {
	threshold := p.Settings.Threshold(months[0])
	for _, month := range months {
		if month <= p.Through && p.Settings.Threshold(month) != threshold {
			return 0, false
		}
	}
	return threshold, true
}

func (p PointsPaper) legend(year int) string {
	below := "dưới mức quy định của tháng"
	if threshold, same := p.oneThreshold(app.MonthsOf(year)); same {
		below = fmt.Sprintf("dưới %d điểm", threshold)
	}
	return fmt.Sprintf("%s %s; %s: miễn, không tính; %s: không trong danh sách; ô trống: chưa có điểm.", belowSign, below, excusedSign, notMemberSign)
}
