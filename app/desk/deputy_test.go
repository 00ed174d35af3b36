package desk_test

import (
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// withDeputy adds a deputy to the office's committee, opens his book and lets the cell take the renewed invitation.
func (o *office) withDeputy() *desk.Desk {
	o.Helper()
	made, err := o.committee.AddDeputy(o.ctx, "Đặng Văn Phúc", o.folder(), "passphrase of the deputy")
	check(o.T, err)
	deputy, err := desk.Open(o.ctx, made.Dir, "passphrase of the deputy", desk.WithClock(o.clock.Now))
	check(o.T, err)
	o.Cleanup(deputy.CloseDiscarding)
	if name, err := deputy.DeputyName(o.ctx); err != nil || name != "Đặng Văn Phúc" {
		o.Errorf("the book is of %q, %v", name, err)
	}
	o.renew()
	return deputy
}

// renew carries the cell's renewed invitation to it.
func (o *office) renew() desk.Received {
	o.Helper()
	o.later()
	stick := o.folder()
	names, err := o.committee.RenewInvitations(o.ctx, stick, nil)
	check(o.T, err)
	if len(names) != 1 {
		o.Fatalf("%d invitations", len(names))
	}
	return o.receive(o.cell, filepath.Join(stick, names[0]))
}

func TestADeputyReceivesDecidesAndAnswersOnHisOwnComputer(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	deputy := o.withDeputy()
	link, err := o.cell.Superior(o.ctx)
	check(t, err)
	if len(link.Deputies) != 1 || link.Deputies[0].Name != "Đặng Văn Phúc" {
		t.Fatalf("the cell knows the deputies %+v", link.Deputies)
	}
	packet, path := o.handIn(o.cell, "2026-08")
	for _, book := range []*desk.Desk{deputy, o.committee} {
		if got := o.receive(book, path); !got.Taken || got.Reason != handover.CodeKeyUnknown {
			t.Errorf("%s: %+v", book.Dir(), got)
		}
	}
	check(t, deputy.ConfirmKey(o.ctx, o.entry.ID))
	check(t, deputy.Decide(o.ctx, packet.ID, app.ReceiptAccepted, ""))
	stick := o.folder()
	names, err := deputy.WriteReceipts(o.ctx, stick, false, nil)
	check(t, err)
	if got := o.receive(o.cell, filepath.Join(stick, names[0])); !got.Taken {
		t.Errorf("the deputy's receipt: %+v", got)
	}
	if o.state("2026-08") != app.MonthAccepted {
		t.Errorf("the month is %s", o.state("2026-08"))
	}
	check(t, o.committee.ConfirmKey(o.ctx, o.entry.ID))
	if got := o.receive(o.committee, filepath.Join(stick, names[0])); !got.Taken {
		t.Errorf("the committee learns what its deputy decided: %+v", got)
	}
	if at := o.at("2026-08"); at.State != desk.CellAccepted {
		t.Errorf("at the committee the month is %s", at.State)
	}
	if got := o.receive(o.committee, filepath.Join(stick, names[0])); got.Taken || got.Outcome != handover.Ignore {
		t.Errorf("the decision again: %+v", got)
	}
	_, _, err = deputy.Invite(o.ctx, desk.InvitedCell{Code: "CB009", Name: "Chi bộ Kho"}, stick, nil)
	wantCode(t, err, desk.CodeDeputyBook)
	_, err = deputy.AddDeputy(o.ctx, "Ai đó", o.folder(), "another passphrase")
	wantCode(t, err, desk.CodeDeputyBook)
}

func TestAWithdrawnDeputyOpensNothingMore(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	deputy := o.withDeputy()
	all, err := o.committee.Deputies(o.ctx)
	check(t, err)
	old := o.folder()
	names, err := o.committee.RenewInvitations(o.ctx, old, nil)
	check(t, err)
	check(t, o.committee.WithdrawDeputy(o.ctx, all[0].ID))
	if got := o.renew(); !got.Taken {
		t.Errorf("the renewed invitation: %+v", got)
	}
	if got := o.receive(o.cell, filepath.Join(old, names[0])); got.Taken || got.Outcome != handover.Ignore {
		t.Errorf("an older invitation brought the deputy back: %+v", got)
	}
	_, path := o.handIn(o.cell, "2026-08")
	if got := o.receive(deputy, path); got.Taken || got.Reason != handover.CodeNotForYou {
		t.Errorf("the withdrawn deputy: %+v", got)
	}
	if got := o.receive(o.committee, path); !got.Taken {
		t.Errorf("the committee: %+v", got)
	}
}
