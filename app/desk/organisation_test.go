package desk_test

import (
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestOrganisationsFormATree(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	save := func(body app.Organisation) app.Organisation {
		saved, err := o.committee.SaveOrganisation(o.ctx, body)
		check(t, err)
		return saved
	}
	upper := save(app.Organisation{Code: "DU1", Name: "Đảng ủy cơ sở Sợi"})
	lower := save(app.Organisation{Code: "DB1", Name: "Đảng bộ bộ phận Kéo sợi", SuperiorID: upper.ID})
	_, err := o.committee.SaveOrganisation(o.ctx, app.Organisation{ID: upper.ID, Code: "DU1", Name: upper.Name, SuperiorID: lower.ID})
	wantCode(t, err, app.CodeInvalid)
	_, err = o.committee.SaveOrganisation(o.ctx, app.Organisation{Code: "CB001", Name: "Trùng mã"})
	wantCode(t, err, desk.CodeCodeTaken)
	_, err = o.committee.SaveCell(o.ctx, app.CellEntry{Code: "DB1", Name: "Trùng mã"})
	wantCode(t, err, desk.CodeCodeTaken)
	hand, err := o.committee.SaveCell(o.ctx, app.CellEntry{Code: "CB009", Name: "Chi bộ Kéo sợi 1", SuperiorID: lower.ID, Contact: "0900 000 001", ByHand: true})
	check(t, err)
	view, err := o.committee.Organisations(o.ctx)
	check(t, err)
	if len(view.Tree.Cells) != 1 || len(view.Tree.Below) != 1 || len(view.Tree.Below[0].Below) != 1 || view.Tree.Below[0].Below[0].Cells[0].ID != hand.ID {
		t.Errorf("the tree is %+v", view.Tree)
	}
}

func TestWhatHappensToCellsKeepsTheirPast(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	other, err := o.committee.SaveCell(o.ctx, app.CellEntry{Code: "CB002", Name: "Chi bộ Kho", FirstMonth: "2026-08", ByHand: true})
	check(t, err)
	check(t, o.committee.Rename(o.ctx, other.ID, "Chi bộ Kho vận", "2026-10-01", "QĐ 12"))
	check(t, o.committee.Merge(o.ctx, o.entry.ID, other.ID, "2026-10-15", ""))
	check(t, o.committee.Split(o.ctx, other.ID, []desk.NewPart{{Code: "CB021", Name: "Chi bộ Kho 1"}, {Code: "CB022", Name: "Chi bộ Kho 2"}}, "2026-11-01", ""))
	wantCode(t, o.committee.Split(o.ctx, other.ID, nil, "2026-11-01", ""), app.CodeRequired)
	wantCode(t, o.committee.Dissolve(o.ctx, other.ID, "2026", ""), app.CodeBadDate)
	names := func(month app.Month) (list []string) {
		rows, err := o.committee.RollUp(o.ctx, month)
		check(t, err)
		for _, row := range rows {
			list = append(list, row.Name)
		}
		return list
	}
	for month, want := range map[app.Month][]string{
		"2026-08": {"Chi bộ Kho", "Chi bộ Xưởng May 2"},
		"2026-10": {"Chi bộ Kho vận"},
		"2026-11": {"Chi bộ Kho 1", "Chi bộ Kho 2"},
	} {
		if got := names(month); len(got) != len(want) || got[0] != want[0] || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%s: %q, want %q", month, got, want)
		}
	}
}

func TestACellEndsOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	other, err := o.committee.SaveCell(o.ctx, app.CellEntry{Code: "CB002", Name: "Chi bộ Kho vận", FirstMonth: "2026-01"})
	check(t, err)
	check(t, o.committee.Dissolve(o.ctx, other.ID, "2026-06-15", ""))
	wantCode(t, o.committee.Dissolve(o.ctx, other.ID, "2026-09-15", ""), desk.CodeCellEnded)
	wantCode(t, o.committee.Merge(o.ctx, other.ID, o.entry.ID, "2026-09-15", ""), desk.CodeCellEnded)
	wantCode(t, o.committee.Merge(o.ctx, o.entry.ID, other.ID, "2026-09-15", ""), desk.CodeCellEnded) // its members would go nowhere
	view, err := o.committee.Organisations(o.ctx)
	check(t, err)
	if len(view.Events) != 1 {
		t.Errorf("%d events", len(view.Events))
	}
}
