package desk

import (
	"context"
	"path/filepath"

	"sochibo/app"
)

// answer lets the committee receive and decide on a cell's packet, and the cell take the receipt.
func (d *demo) answer(ctx context.Context, c *demoCell, month app.Month, fate demoFate) error {
	if fate == fateHalfTyped || fate == fateNotClosed || fate == fateInProgress {
		return nil
	}
	day := month.Last()
	switch {
	case month == d.last():
		day = d.closingDay(month)
	case fate == fateLateButIn:
		day = month.Next().First().AddDays(2)
	}
	d.clock.set(day, 15, 0)
	received, err := d.committee.Receive(ctx, []string{filepath.Join(d.stick(), c.packet.FileName)}, false, nil)
	if err != nil {
		return err
	}
	if !received[0].Taken {
		return received[0].Err()
	}
	if c.packet.Seq == 1 {
		if err := d.committee.ConfirmKey(ctx, c.entry.ID); err != nil {
			return err
		}
	}
	switch fate {
	case fateWaiting:
		return nil
	case fateReturned:
		remark := pick(chance(d.Seed, "remark "+c.entry.Code), d.texts.ReturnRemarks)
		err = d.committee.Decide(ctx, c.packet.ID, app.ReceiptReturned, remark)
	default:
		err = d.committee.Decide(ctx, c.packet.ID, app.ReceiptAccepted, "")
	}
	if err != nil {
		return err
	}
	names, err := d.committee.WriteReceipts(ctx, d.mail, false, nil)
	if err != nil {
		return err
	}
	c.clock.set(day, 16, 30)
	for _, name := range names {
		answers, err := c.desk.Receive(ctx, []string{filepath.Join(d.mail, name)}, false, nil)
		if err != nil {
			return err
		}
		if !answers[0].Taken {
			return answers[0].Err()
		}
	}
	return nil
}
