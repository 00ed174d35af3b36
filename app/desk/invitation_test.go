package desk_test

import (
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestAnInvitationIsOfTheCellThatHasTheCodeNow(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	invite := func(code, name string) (app.CellEntry, error) {
		_, entry, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: code, Name: name}, o.folder(), nil)
		return entry, err
	}
	_, err := invite("cb001", "Chi bộ Kho vận")
	wantCode(t, err, desk.CodeCellCodeTaken) // on a stick both would have one name
	again, err := invite("cb001", o.entry.Name)
	check(t, err)
	if again.ID != o.entry.ID || again.Code != "CB001" {
		t.Errorf("the same cell in small letters became %+v", again)
	}
	_, err = o.committee.SaveOrganisation(o.ctx, app.Organisation{Code: "DB1", Name: "Đảng bộ bộ phận 1"})
	check(t, err)
	_, err = invite("DB1", "Chi bộ Kho vận")
	wantCode(t, err, desk.CodeCodeTaken)

	check(t, o.committee.Dissolve(o.ctx, o.entry.ID, "2026-11-30", ""))
	next, err := invite("CB001", "Chi bộ Kho vận")
	check(t, err)
	if next.ID == o.entry.ID || next.LastMonth != "" {
		t.Errorf("the new cell goes on under the entry of the dissolved one: %+v", next)
	}
}

func TestAnOlderInvitationOpenedByHandTakesNothingBack(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	old := o.folder()
	names, err := o.committee.RenewInvitations(o.ctx, old, nil)
	check(t, err)
	o.withDeputy()
	wantCode(t, o.cell.TakeInvitation(o.ctx, filepath.Join(old, names[0])), desk.CodeInvitationOlder)
	link, err := o.cell.Superior(o.ctx)
	check(t, err)
	if len(link.Deputies) != 1 {
		t.Errorf("the cell knows %d deputies", len(link.Deputies))
	}
}
