package desk

import (
	"context"
	"slices"
	"sort"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// ConfirmKey records that a cell's fingerprint was compared by phone. CodeNotFound if the cell has no key yet.
func (d *Desk) ConfirmKey(ctx context.Context, cellID string) error {
	return d.update(ctx, "confirm key", func(tx *store.Tx) error {
		cell, err := tx.Cell(cellID)
		if err != nil {
			return err
		}
		if cell.KeyState == app.KeyNone || cell.SigningKey == "" {
			return app.NewError(app.CodeNotFound, "what", "key", "cell", cell.Name)
		}
		return confirmKey(tx, cell, d.Today())
	})
}

// ConfirmPacketKey records that the fingerprint of the key that signed a packet was compared by phone: from now on it is the cell's key.
// A cell whose book was lost begins again with a new key; ConfirmKey only knows the one that the committee has already.
func (d *Desk) ConfirmPacketKey(ctx context.Context, packetID string) error {
	return d.update(ctx, "confirm key", func(tx *store.Tx) error {
		packet, err := tx.ReceivedPacket(packetID)
		if err != nil {
			return err
		}
		cell, err := tx.Cell(packet.CellID)
		if err != nil {
			return err
		}
		if cell.SigningKey != "" && (cell.SigningKey != packet.SigningKey || cell.Recipient != packet.Recipient) {
			cell = withoutKey(cell)
		}
		return confirmKey(tx, withKeyOf(cell, packet), d.Today())
	})
}

// confirmKey records that a cell's key was compared. One that was withdrawn before counts again: whoever compares it says so.
func confirmKey(tx *store.Tx, cell app.CellEntry, today app.Date) error {
	id := cellKeys(cell).KeyID()
	cell.RetiredKeys = slices.DeleteFunc(slices.Clone(cell.RetiredKeys), func(retired string) bool { return retired == id })
	cell.KeyState, cell.ConfirmedOn = app.KeyConfirmed, today
	if err := tx.PutCell(cell); err != nil {
		return err
	}
	return answerKeyQuestions(tx, cell)
}

// answerKeyQuestions takes the question of the key back from the packets that the confirmed key signed. One that came with another key than
// the cell's still contradicts what was received before it.
func answerKeyQuestions(tx *store.Tx, cell app.CellEntry) error {
	packets, err := tx.CellPackets(cell.ID)
	if err != nil {
		return err
	}
	for _, p := range packets {
		if p.SigningKey != cell.SigningKey || p.Recipient != cell.Recipient || !asksForKey(p.Question) {
			continue
		}
		if p.Question == handover.CodeKeyDiffers {
			p.Question = handover.CodeFork
		} else {
			p.Question = ""
		}
		if err := tx.PutReceivedPacket(p); err != nil {
			return err
		}
	}
	return nil
}

// asksForKey reports whether a question is about the key that signed a packet.
func asksForKey(question app.Code) bool {
	return question == handover.CodeKeyUnknown || question == handover.CodeKeyUnconfirmed || question == handover.CodeKeyDiffers
}

// Decide accepts or returns a packet. Returning needs a remark. The decision travels back with the next receipt, and can be undone until then.
func (d *Desk) Decide(ctx context.Context, packetID string, verdict app.ReceiptVerdict, remark string) error {
	remark = cleanLines(remark)
	if verdict == app.ReceiptReturned && remark == "" {
		return app.NewError(CodeNeedsRemark)
	}
	return d.update(ctx, "decide packet", func(tx *store.Tx) error { return d.decide(tx, packetID, verdict, remark) })
}

// CodeNeedsRemark: returning a packet needs words that tell the cell what to mend.
const CodeNeedsRemark app.Code = "needs_remark"

// decide records a decision. A packet whose key was not compared by phone cannot be accepted; accepting one that contradicts
// another makes it the one that the committee goes on from.
func (d *Desk) decide(tx *store.Tx, packetID string, verdict app.ReceiptVerdict, remark string) error {
	packet, err := tx.ReceivedPacket(packetID)
	if err != nil {
		return err
	}
	state, known := decidedStates[verdict]
	if !known {
		return app.NewError(app.CodeInvalid, "field", "verdict", "value", string(verdict))
	}
	if verdict == app.ReceiptAccepted {
		if err := acceptPacket(tx, packet); err != nil {
			return err
		}
		packet.Settled, packet.Question = packet.Question, ""
	}
	packet.State, packet.Remark = state, remark
	packet.DecidedAt, packet.DecidedBy = d.answeredAnew(packet), d.actor()
	if err := tx.PutReceivedPacket(packet); err != nil {
		return err
	}
	return keepPhrases(tx, remark)
}

// answeredAnew returns the moment of a new answer on a packet: after the receipt that left already, also within the same second or when the
// clock was set back. So the receipt is written again, and the cell knows the newer one.
func (d *Desk) answeredAnew(p app.ReceivedPacket) time.Time {
	if now := d.Now(); now.After(p.ReceiptAt) {
		return now
	}
	return p.ReceiptAt.Add(time.Second)
}

func acceptPacket(tx *store.Tx, packet app.ReceivedPacket) error {
	cell, err := tx.Cell(packet.CellID)
	if err != nil {
		return err
	}
	if asksForKey(packet.Question) {
		return app.NewError(handover.CodeKeyUnconfirmed, "name", cell.Name, "fingerprint", fingerprintOf(packet))
	}
	if contested(packet.Question) {
		return tx.PutCell(goOnFrom(cell, packet))
	}
	return nil
}

func fingerprintOf(p app.ReceivedPacket) string {
	return handover.PublicKeys{SigningKey: p.SigningKey, Recipient: p.Recipient}.Fingerprint()
}

var decidedStates = map[app.ReceiptVerdict]app.MonthState{
	app.ReceiptAccepted: app.MonthAccepted,
	app.ReceiptReturned: app.MonthReturned,
	app.ReceiptReceived: app.MonthReceived,
}

// sortPackets orders packets by month, cell and number.
func sortPackets(packets []app.ReceivedPacket) {
	sort.Slice(packets, func(i, j int) bool {
		a, b := packets[i], packets[j]
		if a.Month != b.Month {
			return a.Month < b.Month
		}
		if a.CellID != b.CellID {
			return a.CellID < b.CellID
		}
		return a.Seq < b.Seq
	})
}
