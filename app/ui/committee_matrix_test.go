package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
)

func TestAMonthOfTheMatrixIsOpenedWithTheKeyboard(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	cells, err := committee.Matrix(context.Background(), "2026-11", 6)
	works(t, err)
	cell := cells.Rows[0].Cell
	cell.FirstMonth = "2026-09"
	_, err = committee.SaveCell(context.Background(), cell)
	works(t, err)
	works(t, committee.EnterFigures(context.Background(), cell.ID, "2026-11", app.PacketSummary{Members: 24, Attendance: app.Share{Part: 20, Whole: 24}}))
	for _, c := range []struct {
		name string
		keys []fyne.KeyName
		want string
	}{
		{"this month's figures", []fyne.KeyName{fyne.KeyReturn}, "Ghi"},
		{"the month before, which was not handed in", []fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn}, "Chi bộ Xưởng May 2 chưa nộp tháng 10/2026."},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := opened(t, committee, usual, placeMatrix)
			p.Frame().SetMonth("2026-11")
			s := p.Frame().Screen().(*matrixScreen)
			s.table.Focus()
			press(s.table, c.keys...)
			if !sees(p, c.want) {
				t.Errorf("%q is not in sight; the mark is in column %d of %d", c.want, s.table.Column, len(s.table.columns))
			}
		})
	}
}
