package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
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

func TestTheQuartersOfTheMatrixSayWhatIsMissingAndAreLeftAndFoundAgainWithTheKeyboard(t *testing.T) {
	ctx := context.Background()
	committee, cell, stick := linkedBooks(t)
	works(t, cell.CloseMonth(ctx, "2026-11", true))
	_, err := cell.Handover(ctx, "2026-11", stick, nil)
	works(t, err)
	_, err = committee.Receive(ctx, []string{stick}, false, nil)
	works(t, err)
	cells, err := committee.Cells(ctx)
	works(t, err)
	cells[0].FirstMonth = "2026-08"
	_, err = committee.SaveCell(ctx, cells[0])
	works(t, err)
	p := opened(t, committee, usual, placeMatrix)
	p.Frame().SetMonth("2026-11")
	s := p.Frame().Screen().(*matrixScreen)
	s.months.Choose(len(monthChoices))
	s.months.OnChosen(len(monthChoices))
	s.table.Focus()

	press(s.table, fyne.KeyLeft, fyne.KeyReturn) // the third quarter
	if got := s.table.rows[0].Cells[4].Text; got != "2 chưa nộp" {
		t.Errorf("the quarter says %q", got)
	}
	if want := "Chi bộ Xưởng May 2 chưa nộp tháng " + app.Month("2026-08").String() + ", " + app.Month("2026-09").String() + "."; !sees(p, want) {
		t.Errorf("it does not say: %s", want)
	}
	press(s.table, fyne.KeyRight, fyne.KeyReturn)
	packet, is := p.Frame().Screen().(*packetScreen)
	if !is {
		t.Fatalf("the quarter opens %T", p.Frame().Screen())
	}
	packet.back()
	if s.page.Banner() != nil {
		t.Error("what was said of the quarter before stays")
	}
	if p.window.Canvas().Focused() != fyne.Focusable(s.table) || s.table.Column != 5 {
		t.Errorf("the keyboard is at %T, column %d", p.window.Canvas().Focused(), s.table.Column)
	}
}

func TestFourQuartersFitIntoTheSmallestWindow(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, fyne.NewSize(911, 512), placeMatrix)
	s := p.Frame().Screen().(*matrixScreen)
	s.months.Choose(len(monthChoices))
	s.months.OnChosen(len(monthChoices))
	if room := s.table.rowsIn.scroll.Size().Width; s.table.total > room {
		t.Errorf("the table is %v wide in %v", s.table.total, room)
	}
	for _, q := range []desk.MatrixQuarter{{Due: 3, Waiting: 1}, {Due: 3, Returned: 3}, {Due: 3, Missing: 3}} {
		words := quarterCell(q, true).Text
		if width := textWidth(words, SizeSmall, fyne.TextStyle{Bold: true}); width > 130-48 {
			t.Errorf("%q is %v wide", words, width)
		}
	}
}

func TestAQuarterInWhichNothingIsLateYetIsNotShownAsLate(t *testing.T) {
	for state, q := range map[Meaning]desk.MatrixQuarter{
		MeaningNot:   {Due: 2, Accepted: 1, Missing: 1},
		MeaningDoing: {Due: 2, Missing: 2, Overdue: 1},
	} {
		if got := quarterCell(q, false); got.Icon != state.Icon() || got.Tone != state.Tone() {
			t.Errorf("%+v is shown as %+v", q, got)
		}
	}
}

func TestTheTopBarCountsACellAsSoonAsItIsInvited(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeInvitations)
	p.Frame().Screen().(*invitationsScreen).write(desk.InvitedCell{Code: "CB002", Name: "Chi bộ Kho vận"}, t.TempDir())
	if line := p.Frame().options.Organisation; line != "2 chi bộ · 0 đảng viên" {
		t.Errorf("the top bar says %q", line)
	}
}
