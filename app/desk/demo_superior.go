package desk

import (
	"context"
	"path/filepath"

	"sochibo/app"
)

// monthHandedUp is the month before the last one, or the only month.
func (d *demo) monthHandedUp() app.Month {
	if len(d.months) > 1 {
		return d.last().Prev()
	}
	return d.last()
}

// addSuperior makes the committee above the demo's: it invites the committee, receives its roll-up of a month and knows its key. Whether to
// accept it is left to whoever looks at the demo.
func (d *demo) addSuperior(ctx context.Context, month app.Month) (err error) {
	day := month.Last()
	if month == d.last() {
		day = d.closingDay(month)
	}
	clock := &demoClock{}
	clock.set(day, 16, 35)
	d.clock.set(day, 16, 40)
	superior, _, err := Create(ctx, d.superiorDir(), NewBook{Passphrase: DemoPassphrase, Settings: app.Settings{Role: app.CommitteeBook, Demo: true,
		OrganisationID: demoIDs(d.Seed, "superior's id", clock)(), Code: d.texts.TopCode, Name: d.texts.TopCommittee,
		SuperiorName: d.texts.TopSuperior, PlaceName: d.texts.Place, StartMonth: d.months[0]}},
		WithClock(clock.Now), WithIDs(demoIDs(d.Seed, "superior", clock)), WithActor("Văn phòng Đảng ủy"))
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := closeDemoBook(ctx, superior, err != nil); err == nil {
			err = closeErr
		}
	}()
	written, entry, err := superior.Invite(ctx, InvitedCell{Code: d.texts.CommitteeCode, Name: d.texts.Committee, FirstMonth: month}, d.mail, nil)
	if err != nil {
		return err
	}
	if err := d.committee.TakeInvitation(ctx, written.Path); err != nil {
		return err
	}
	if err := d.committee.ConfirmCommittee(ctx); err != nil {
		return err
	}
	handed, err := d.committee.HandUp(ctx, month, d.mail, false, nil)
	if err != nil {
		return err
	}
	clock.set(day, 17, 0)
	received, err := superior.Receive(ctx, []string{filepath.Join(d.mail, handed.FileName)}, false, nil)
	if err != nil {
		return err
	}
	if !received[0].Taken {
		return received[0].Err()
	}
	return superior.ConfirmKey(ctx, entry.ID)
}

func (d *demo) superiorDir() string { return filepath.Join(d.dir, "superior") }
