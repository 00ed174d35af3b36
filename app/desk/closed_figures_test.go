package desk_test

import (
	"slices"
	"testing"

	"sochibo/app"
)

// Registers go on after a month is closed; the month's figures stay as they were closed, until it is reopened.
func TestAClosedMonthKeepsItsFigures(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	counted := func() string {
		t.Helper()
		sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-10")
		check(t, err)
		line, found := sheet.Result.Line("q4_tn_a")
		if !found {
			t.Fatal("the sheet has no initiatives")
		}
		return line.Explanation
	}
	_, err := o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[0], Title: "Cữ may túi", RecognisedOn: "2026-10-05", RecognisedBy: "Giám đốc"})
	check(t, err)
	before := counted()
	o.later()
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	_, err = o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[1], Title: "Đảo ca", RecognisedOn: "2026-10-20", RecognisedBy: "Giám đốc"})
	check(t, err)
	if now := counted(); now != before {
		t.Errorf("closed with %q, now %q", before, now)
	}
	check(t, o.cell.ReopenMonth(o.ctx, "2026-10", "Bổ sung sáng kiến"))
	if now := counted(); now == before {
		t.Errorf("reopened, and still %q", now)
	}
}

// What the packet holds is settled when the month is closed, not when it is written to a stick a week later.
func TestClosingSettlesWhatThePacketHolds(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.later()
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	member := o.member(o.members[1])
	member.Occupation = "Tổ trưởng may 4"
	_, err := o.cell.SaveMember(o.ctx, member)
	check(t, err)
	_, err = o.cell.SaveInitiative(o.ctx, app.Initiative{MemberID: o.members[1], Title: "Đảo ca", RecognisedOn: "2026-10-20", RecognisedBy: "Giám đốc"})
	check(t, err)
	sent := func() (app.Snapshot, app.Member) {
		t.Helper()
		packet, path := o.write(o.cell, "2026-10")
		o.receive(o.committee, path)
		view, err := o.committee.Packet(o.ctx, packet.ID)
		check(t, err)
		i := slices.IndexFunc(view.Content.Members, func(m app.Member) bool { return m.ID == o.members[1] })
		return view.Content, view.Content.Members[i]
	}
	content, m := sent()
	if len(content.Initiatives) != 0 || m.Occupation != "" || content.Seq != 1 {
		t.Errorf("the packet holds what came after closing: %v, %q, number %d", content.Initiatives, m.Occupation, content.Seq)
	}
	check(t, o.cell.ReopenMonth(o.ctx, "2026-10", "Bổ sung sáng kiến"))
	o.later()
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	content, m = sent()
	if len(content.Initiatives) != 1 || m.Occupation != "Tổ trưởng may 4" || content.Seq != 2 {
		t.Errorf("closed again, and the packet is the old one: %v, %q, number %d", content.Initiatives, m.Occupation, content.Seq)
	}
}

func (o *office) member(id string) app.Member {
	o.Helper()
	rows, err := o.cell.Members(o.ctx, "2026-11")
	check(o.T, err)
	for _, row := range rows {
		if row.ID == id {
			return row.Member
		}
	}
	o.Fatalf("no member %s", id)
	return app.Member{}
}
