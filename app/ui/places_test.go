package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// linkedBooks makes a committee's book and the book of a cell that began with its invitation, with members and points.
func linkedBooks(t *testing.T) (committee, cell *desk.Desk, stick string) {
	t.Helper()
	ctx, root, stick := context.Background(), t.TempDir(), t.TempDir()
	clock := desk.WithClock(func() time.Time { return registerDay })
	committee, _, err := desk.Create(ctx, filepath.Join(root, "committee"), desk.NewBook{Passphrase: "committee", Settings: app.Settings{
		Role: app.CommitteeBook, Name: "Đảng ủy Công ty CP May Hưng Thịnh", Code: "DU", Enterprise: "Công ty CP May Hưng Thịnh"}}, clock)
	works(t, err)
	t.Cleanup(committee.CloseDiscarding)
	written, _, err := committee.Invite(ctx, desk.InvitedCell{Code: "CB001", Name: "Chi bộ Xưởng May 2"}, stick, nil)
	works(t, err)
	cell, _, err = desk.CreateFromInvitation(ctx, filepath.Join(root, "cell"), desk.NewBook{Passphrase: "register"}, written.Path, clock)
	works(t, err)
	t.Cleanup(cell.CloseDiscarding)
	works(t, os.Remove(written.Path))
	members, err := cell.PreviewMembers(ctx, cleanList, desk.MemberFileOptions{}, nil)
	works(t, err)
	_, err = cell.WriteMembers(ctx, members, nil, nil)
	works(t, err)
	points, err := cell.PreviewPoints(ctx, yearTable, desk.PointFileOptions{}, nil)
	works(t, err)
	_, err = cell.WritePoints(ctx, points, nil)
	works(t, err)
	return committee, cell, stick
}

// mainButtons are the red buttons in sight.
func mainButtons(w fyne.Window) []*Button {
	var found []*Button
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if b, ok := o.(*Button); ok && b.Kind == PrimaryButton && b.Visible() {
			found = append(found, b)
		}
	}
	return found
}

func TestEveryPlaceOpensWithOneNextStepInVietnamese(t *testing.T) {
	committee, cell, _ := linkedBooks(t)
	for _, d := range []*desk.Desk{cell, committee} {
		p := opened(t, d, usual, placeSettings)
		for _, place := range p.Frame().Places() {
			p.Frame().Open(place)
			page, ok := p.Frame().Screen().Content().(*Page)
			if !ok {
				t.Fatalf("%s is no page", place)
			}
			if banner := page.Banner(); banner != nil {
				t.Errorf("%s opens with a band", place)
			}
			if buttons := mainButtons(p.window); len(buttons) > 1 {
				t.Errorf("%s has %d red buttons", place, len(buttons))
			}
			test.WidgetRenderer(page).Refresh()
			for _, o := range test.LaidOutObjects(p.window.Canvas().Content()) {
				if b, ok := o.(*Button); ok && b.Text == "" && b.tip == "" {
					t.Errorf("%s has a button of only the icon %s that does not say what it does", place, b.Icon)
				}
			}
		}
	}
	if texts := wording.Missing(); len(texts) > 0 {
		t.Errorf("in English: %q", texts)
	}
}

func TestMonthIsClosedWrittenAndAnsweredOnTheHandoverScreen(t *testing.T) {
	ctx := context.Background()
	committee, cell, stick := linkedBooks(t)
	p := opened(t, cell, usual, placeHandover)
	s := p.Frame().Screen().(*handoverScreen)
	if s.step() != 0 {
		t.Fatalf("with minutes missing it begins at step %d", s.step())
	}
	s.closeMonth(func() { s.Show(s.month) })
	s.target = stick
	s.write()
	if !s.isHandedOver() || s.step() != 3 {
		t.Fatalf("after writing: step %d, %+v", s.step(), s.view.Status.Record)
	}
	files, err := filepath.Glob(filepath.Join(stick, "CB-*.chibo"))
	works(t, err)
	if len(files) != 1 {
		t.Fatalf("on the stick: %v", files)
	}
	q := opened(t, committee, usual, placeMatrix)
	_, err = committee.Receive(ctx, []string{stick}, false, nil)
	works(t, err)
	q.Frame().Reload()
	matrix := q.Frame().Screen().(*matrixScreen)
	for text, want := range map[string]int{"không có": 0, matrix.matrix.Rows[0].Cell.Code: 1, "": len(matrix.matrix.Rows)} {
		q.Frame().SetSearch(text)
		if got := len(matrix.table.Shown()); got != want {
			t.Errorf("the search %q leaves %d rows, want %d", text, got, want)
		}
	}
	q.Frame().SetSearch("")
	matrix.openCell(0, len(matrix.matrix.Months)+1)
	packet, ok := q.Frame().Screen().(*packetScreen)
	if !ok {
		t.Fatal("the month's cell of the matrix does not open its packet")
	}
	packet.decide(app.ReceiptReturned)
	if packet.remark.Err() == nil {
		t.Error("a packet is returned without a remark")
	}
	packet.confirmKey()
	packet.decide(app.ReceiptAccepted)
	if packet.view.Packet.State != app.MonthAccepted {
		t.Errorf("the packet is %s", packet.view.Packet.State)
	}
	_, err = committee.WriteReceipts(ctx, stick, false, nil)
	works(t, err)
	_, err = cell.Receive(ctx, []string{stick}, false, nil)
	works(t, err)
	p.Frame().Reload()
	if s.view.Status.Record.State != app.MonthAccepted {
		t.Errorf("the cell sees %s", s.view.Status.Record.State)
	}
}

func TestCriterionIsMarkedOnItsScreen(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeCriteria)
	s := p.Frame().Screen().(*criteriaScreen)
	before := s.view.Result.Scored
	line := s.view.Result.Groups[0].Lines[0]
	c, found := s.view.Framework.CriterionByID(line.ID)
	if !found || c.Kind != app.KindChoice {
		t.Fatalf("the first criterion is %+v", c)
	}
	s.set(app.Mark{ID: c.ID, Option: c.Options[0].ID})
	if s.view.Result.Scored != before+1 || s.mark(c.ID).Option != c.Options[0].ID {
		t.Errorf("scored %d, was %d", s.view.Result.Scored, before)
	}
	again, err := d.CriteriaSheet(context.Background(), "2026-11")
	works(t, err)
	if again.Result.Scored != before+1 {
		t.Error("the mark is not in the book")
	}
}
