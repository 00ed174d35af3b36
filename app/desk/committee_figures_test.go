package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

func TestFiguresOfACellWithoutTheProgramCount(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	cell, err := o.committee.SaveCell(o.ctx, app.CellEntry{Code: "CB009", Name: "Chi bộ Kho", FirstMonth: "2026-08", ByHand: true})
	check(t, err)
	good := app.PacketSummary{Members: 20, AtThreshold: app.Share{Part: 18, Whole: 19}, Attendance: app.Share{Part: 19, Whole: 20}, MeetingMinutes: 95, MeetingScore: "88,5"}
	for name, change := range map[string]func(*app.PacketSummary){
		"more present than members": func(s *app.PacketSummary) { s.Attendance = app.Share{Part: 22, Whole: 21} },
		"part above whole":          func(s *app.PacketSummary) { s.AtThreshold.Part = 20 },
		"a score above 100":         func(s *app.PacketSummary) { s.MeetingScore = "101" },
		"a negative number":         func(s *app.PacketSummary) { s.Joined = -1 },
	} {
		bad := good
		change(&bad)
		if err := o.committee.EnterFigures(o.ctx, cell.ID, "2026-08", bad); app.CodeOf(err) != app.CodeOutOfRange {
			t.Errorf("%s: %v", name, err)
		}
	}
	wantCode(t, o.committee.EnterFigures(o.ctx, o.entry.ID, "2026-08", good), desk.CodeHasPacket)
	wantCode(t, o.committee.EnterFigures(o.ctx, cell.ID, "2026-07", good), desk.CodeCellNotDue)
	check(t, o.committee.EnterFigures(o.ctx, cell.ID, "2026-08", good))
	good.Members = 21
	check(t, o.committee.EnterFigures(o.ctx, cell.ID, "2026-08", good))
	rows, err := o.committee.RollUp(o.ctx, "2026-08")
	check(t, err)
	if len(rows) != 2 || !rows[0].ByHand || rows[0].Summary.Members != 21 || rows[0].State != app.MonthAccepted {
		t.Errorf("the roll-up has %+v", rows[0])
	}
	names, err := o.committee.WriteReceipts(o.ctx, o.folder(), true, nil)
	check(t, err)
	if len(names) != 1 {
		t.Errorf("receipts %v: a cell without a packet gets none", names)
	}
}

func TestATableOfFiguresIsFilledInAndImported(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	for i, code := range []string{"CB008", "CB009"} {
		_, err := o.committee.SaveCell(o.ctx, app.CellEntry{Code: code, Name: []string{"Chi bộ Kho", "Chi bộ Văn phòng"}[i], FirstMonth: "2026-08", ByHand: true})
		check(t, err)
	}
	path := filepath.Join(o.folder(), "so-lieu.xlsx")
	check(t, o.committee.ExportFigureTable(o.ctx, "2026-08", path))
	rows, err := o.committee.PreviewFigures(o.ctx, path, "2026-08")
	check(t, err)
	if len(rows) != 0 { // nobody handed in nothing
		t.Fatalf("the form as it was written reads %+v", rows)
	}
	table := "Mã;Chi bộ;Đảng viên;Dự bị;Có mặt;Phải dự;Thời lượng (phút);Điểm buổi sinh hoạt\n" +
		"CB008;;20;2;19;20;95;90\n" + ";chi bo van phong;15;;15;15;100;\n" + "CB001;;24;;;;;\n" + "CB777;;5;;;;;\n" + "CB008;;1;;;;;\n" + ";Cộng;40;;;;;\n" + "CB009;;mười;;;;;\n"
	csv := filepath.Join(o.folder(), "so-lieu.csv")
	writeText(t, csv, table)
	rows, err = o.committee.PreviewFigures(o.ctx, csv, "2026-08")
	check(t, err)
	var codes []app.Code
	for _, row := range rows {
		if len(row.Faults) > 0 {
			codes = append(codes, row.Faults[0].Code)
		}
	}
	want := []app.Code{desk.CodeHasPacket, desk.CodeCellUnknown, desk.CodeCellTwice}
	if len(rows) != 6 || len(codes) != 4 || codes[0] != want[0] || codes[1] != want[1] || codes[2] != want[2] {
		t.Fatalf("%d rows, faults %v", len(rows), codes)
	}
	count, err := o.committee.WriteFigures(o.ctx, rows, "2026-08")
	check(t, err)
	if count != 2 {
		t.Errorf("wrote %d", count)
	}
	again, err := o.committee.PreviewFigures(o.ctx, csv, "2026-08")
	check(t, err)
	if again[0].State != app.ImportUnchanged || again[1].State != app.ImportUnchanged {
		t.Errorf("the second look says %s, %s", again[0].State, again[1].State)
	}
	// A packet that comes after all replaces what was entered by hand.
	packet, path := o.handIn(o.cell, "2026-09")
	entry := o.entry
	entry.FirstMonth = "2026-08"
	_, err = o.committee.SaveCell(o.ctx, entry)
	check(t, err)
	check(t, o.committee.EnterFigures(o.ctx, o.entry.ID, "2026-09", app.PacketSummary{Members: 3}))
	if got := o.receive(o.committee, path); got.Reason != handover.CodeNew {
		t.Errorf("got %s %s", got.Outcome, got.Reason)
	}
	found, err := o.committee.RollUp(o.ctx, "2026-09")
	check(t, err)
	for _, row := range found {
		if row.Code == o.entry.Code && (row.ByHand || row.PacketID != packet.ID) {
			t.Errorf("the month shows %+v", row)
		}
	}
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	check(t, os.WriteFile(path, []byte(text), 0o600))
}

func TestARollUpOfAQuarterAddsMonthsAndCells(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	var ids []string
	for i, kind := range []app.CellKind{app.StateEnterprise, app.PrivateEnterprise} {
		cell, err := o.committee.SaveCell(o.ctx, app.CellEntry{Code: "CB00" + string(rune('8'+i)), Name: []string{"Chi bộ Kho", "Chi bộ Văn phòng"}[i], Kind: kind, FirstMonth: "2026-07", ByHand: true})
		check(t, err)
		ids = append(ids, cell.ID)
	}
	enter := func(id string, month app.Month, members, present int, score, level string) {
		check(t, o.committee.EnterFigures(o.ctx, id, month, app.PacketSummary{Members: members, Joined: 1, Attendance: app.Share{Part: present, Whole: members}, MeetingMinutes: 95, MeetingScore: score, MeetingLevel: level}))
	}
	enter(ids[0], "2026-07", 20, 18, "90", "Tốt")
	enter(ids[0], "2026-08", 21, 21, "80", "Khá")
	enter(ids[1], "2026-09", 10, 5, "95,5", "Tốt")
	view, err := o.committee.RollUpOf(o.ctx, "2026-Q3", "")
	check(t, err)
	mean, _ := view.Sum.MeetingScore.Value()
	if view.Sum.Cells != 2 || view.Sum.Due != 6 || view.Sum.HandedIn != 3 || view.Sum.Members != 31 || view.Sum.Joined != 3 ||
		view.Sum.Attendance != (app.Share{Part: 44, Whole: 51}) || view.Sum.Bands["Tốt"] != 2 || view.Sum.Bands["Khá"] != 1 || mean != 88.5 {
		t.Errorf("the sum is %+v, mean %v", view.Sum, mean)
	}
	if view.Cells[0].Rank != 2 || view.Cells[1].Rank != 1 || view.Cells[0].MissingMonths() != "09/2026" || view.ModelAim != 20 {
		t.Errorf("ranks %d, %d, missing %q, aim %d", view.Cells[0].Rank, view.Cells[1].Rank, view.Cells[0].MissingMonths(), view.ModelAim)
	}
	one, err := o.committee.RollUpOf(o.ctx, "2026-Q3", app.StateEnterprise)
	check(t, err)
	if one.Sum.Cells != 1 || one.Sum.Members != 21 {
		t.Errorf("of one kind: %+v", one.Sum)
	}
	_, err = o.committee.RollUpOf(o.ctx, "2026-Q5", "")
	wantCode(t, err, app.CodeBadPeriod)
	for _, format := range desk.Formats {
		check(t, o.committee.SaveReport(o.ctx, app.ReportRef{Kind: app.ReportRollUp, Period: "2026-Q3"}, format, filepath.Join(o.folder(), "tong-hop."+string(format))))
	}
}
