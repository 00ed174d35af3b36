package desk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// The committee takes its register over from the cells, and in the next quarter is told who came, left and changed.
func TestTheCommitteeReconcilesItsRegisterWithItsCells(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	none, err := o.committee.Reconcile(o.ctx, "2026-Q3", nil)
	check(t, err)
	if none.Register != nil || len(none.Cells) != 1 || none.Cells[0].InPacket != 3 {
		t.Fatalf("before there is a register: %+v", none)
	}
	_, err = o.committee.Reconcile(o.ctx, "2026-Q2", nil)
	wantCode(t, err, desk.CodeNothingToCheck)
	_, err = o.committee.Reconcile(o.ctx, "2026", nil)
	wantCode(t, err, app.CodeBadPeriod)
	for _, none := range []app.SheetPeriod{"2026", "Q3"} {
		_, err = o.committee.TakeRegister(o.ctx, none, nil)
		wantCode(t, err, app.CodeBadPeriod)
	}
	count, err := o.committee.TakeRegister(o.ctx, "2026-Q3", nil)
	check(t, err)
	same, err := o.committee.Reconcile(o.ctx, "2026-Q3", nil)
	check(t, err)
	if count != 3 || len(same.Differences) != 0 || same.Cells[0].Register != 3 {
		t.Fatalf("taken over %d: %+v", count, same)
	}

	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official, AdmittedOn: "2026-09-05", BornOn: "1990-01-02"})
	check(t, err)
	card, err := o.cell.Member(o.ctx, o.members[1], "2026-09")
	check(t, err)
	changed := card.Member
	changed.PartyCardNo = "31402199"
	_, err = o.cell.SaveMember(o.ctx, changed)
	check(t, err)
	packet, path := o.handIn(o.cell, "2026-09")
	o.receive(o.committee, path)
	if waits, err := o.committee.Reconcile(o.ctx, "2026-Q3", nil); err != nil || len(waits.Differences) != 0 {
		t.Errorf("a packet that is not accepted counts: %v %+v", err, waits.Differences)
	}
	check(t, o.committee.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	after, err := o.committee.Reconcile(o.ctx, "2026-Q3", nil)
	check(t, err)
	var got []string
	for _, d := range after.Differences {
		got = append(got, d.Cell+": "+d.Name+" "+string(d.Fault))
	}
	if want := "Chi bộ Xưởng May 2: Lê Thị Mai lacks; Chi bộ Xưởng May 2: Trần Văn Đức differs"; strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	file := filepath.Join(o.folder(), "doi-chieu.xlsx")
	check(t, o.committee.SaveReport(o.ctx, app.ReportRef{Kind: app.ReportReconciliation, Period: "2026-Q3"}, desk.XLSX, file))
	if info, err := os.Stat(file); err != nil || info.Size() == 0 {
		t.Errorf("no table: %v", err)
	}
}

func TestAListFromExcelIsTheCommitteesRegister(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	list := filepath.Join(o.folder(), "so.csv")
	check(t, os.WriteFile(list, []byte("STT,Họ và tên,Ngày sinh,Tổ đảng\n1,Trần Văn Đức,02/03/1985,Xưởng May 2\n2,Vũ Thị Lan,05/06/1990,Chi bộ khác\n"), 0o600))
	read, err := o.committee.ReadRegister(o.ctx, list, "")
	check(t, err)
	if read != (desk.RegisterRead{Taken: 2, Unplaced: 1}) {
		t.Errorf("read %+v", read)
	}
	result, err := o.committee.Reconcile(o.ctx, "2026-Q3", nil)
	check(t, err)
	faults := map[app.RegisterFault]int{}
	for _, d := range result.Differences {
		faults[d.Fault]++
	}
	if faults[app.RegisterLacks] != 3 || faults[app.RegisterSurplus] != 2 || result.Register.Source != "so.csv" {
		t.Errorf("faults %v, register %+v", faults, result.Register)
	}
}
