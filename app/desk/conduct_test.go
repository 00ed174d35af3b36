package desk_test

import (
	"testing"

	"sochibo/app"
)

func TestRegisterOfInitiatives(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	saved, err := o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[1], Title: "  Gá kẹp\tcắt vải ", ProposedOn: "2026-08", Benefit: "Giảm phế phẩm"})
	check(t, err)
	if saved.ID == "" || saved.Title != "Gá kẹp cắt vải" {
		t.Errorf("stored as %+v", saved)
	}
	saved.RecognisedOn, saved.RecognisedBy = "2027-01-05", "Giám đốc Công ty"
	_, err = o.cell.SaveInitiative(o.ctx, saved)
	check(t, err)
	_, err = o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: "unknown", Title: "A"})
	wantCode(t, err, app.CodeNotFound)
	_, err = o.committee.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[1], Title: "A"})
	wantCode(t, err, app.CodeNotCell)
	for year, want := range map[int]int{2026: 0, 2027: 1, 0: 1} {
		rows, err := o.cell.Initiatives(o.ctx, year)
		check(t, err)
		if len(rows) != want || want == 1 && rows[0].Name != "Trần Văn Đức" {
			t.Errorf("year %d: %+v", year, rows)
		}
	}
	_, err = o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[1], Title: "Giá kệ tự nâng"})
	check(t, err)
	if rows, err := o.cell.Initiatives(o.ctx, 2026); err != nil || len(rows) != 1 {
		t.Errorf("an initiative without a day cannot be found in a year: %+v, %v", rows, err)
	}
	check(t, o.cell.DeleteInitiative(o.ctx, saved.ID))
	wantCode(t, o.cell.DeleteInitiative(o.ctx, saved.ID), app.CodeNotFound)
}

func TestRegisterOfCommendationsAndDisciplines(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.cell.SaveConductDecision(o.ctx, app.ConductDecision{Kind: app.Commendation, MemberID: o.members[0], Form: "Giấy khen", DecidedOn: "2026-05-19", Leadership: true})
	check(t, err)
	_, err = o.cell.SaveConductDecision(o.ctx, app.ConductDecision{Kind: app.Discipline, Body: "Tổ đảng 1", Form: "Khiển trách", DecidedOn: "2026-07-01"})
	check(t, err)
	rows, err := o.cell.ConductDecisions(o.ctx, 2026)
	check(t, err)
	if len(rows) != 2 || rows[0].Name != "Tổ đảng 1" || !rows[0].Leadership || rows[1].Name != "Nguyễn Thị Minh Hằng" || rows[1].Leadership {
		t.Errorf("register: %+v", rows)
	}
	newcomer, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Phùng Thị Thu Trang", Kind: app.Probationary})
	check(t, err)
	_, err = o.cell.SaveConductDecision(o.ctx, app.ConductDecision{Kind: app.Discipline, MemberID: newcomer.ID, Form: "Khai trừ", DecidedOn: "2026-07-01"})
	wantCode(t, err, app.CodeOfficialOnly)
	check(t, o.cell.DeleteConductDecision(o.ctx, rows[0].ID))
	if rows, err = o.cell.ConductDecisions(o.ctx, 2025); err != nil || len(rows) != 0 {
		t.Errorf("the year before: %+v, %v", rows, err)
	}
}

func TestAPacketHoldsTheRegistersOfTheYear(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, day := range []app.Date{"2025-12-31", "2026-01-01", "2026-08-31", "2026-09-01"} {
		_, err := o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[1], Title: day.String(), RecognisedOn: day, RecognisedBy: "Công ty"})
		check(t, err)
	}
	_, err := o.cell.SaveConductDecision(o.ctx, app.ConductDecision{Kind: app.Commendation, MemberID: o.members[0], Form: "Giấy khen", DecidedOn: "2026-05-19"})
	check(t, err)
	packet, path := o.handIn(o.cell, "2026-08")
	o.receive(o.committee, path)
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	if c := view.Content; len(c.Initiatives) != 2 || c.Initiatives[0].Title != "01/01/2026" || len(c.Conduct) != 1 {
		t.Errorf("packet holds %+v, %+v", c.Initiatives, c.Conduct)
	}
}
