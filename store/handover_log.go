package store

import "sochibo/app"

// Link returns the committee that the cell hands over to; nil before an invitation was taken.
func (tx *Tx) Link() (*app.CommitteeLink, error) {
	return stored(one(tx, entityLink, "committee_link", linkColumns, ""))
}

// PutLink records the committee that the cell hands over to.
func (tx *Tx) PutLink(l app.CommitteeLink) error {
	before, err := tx.Link()
	if err != nil {
		return err
	}
	return tx.record(entityLink, "", before, l, func() error {
		return tx.put("committee_link", 1, append([]column{{"only_row", &onlyRow}}, linkColumns(&l)...))
	})
}

// Outbox returns the packets that the cell sealed, by their running number.
func (tx *Tx) Outbox() ([]app.OutboxPacket, error) {
	return all(tx, "outbox", outboxColumns, "ORDER BY seq, id")
}

// OutboxPacket returns one sealed packet; CodeNotFound if there is none.
func (tx *Tx) OutboxPacket(id string) (app.OutboxPacket, error) {
	return one(tx, entityOutbox, "outbox", outboxColumns, "WHERE id = ?", id)
}

// PutOutbox adds or replaces a packet in the outbox.
func (tx *Tx) PutOutbox(p app.OutboxPacket) error {
	before, err := stored(tx.OutboxPacket(p.ID))
	if err != nil {
		return err
	}
	return tx.record(entityOutbox, p.ID, before, p, func() error { return tx.put("outbox", 1, outboxColumns(&p)) })
}

// Receipts returns the committee's answers by month, packet and time.
func (tx *Tx) Receipts() ([]app.Receipt, error) {
	return all(tx, "receipt", receiptColumns, "ORDER BY month, seq, id")
}

// Receipt returns one answer; CodeNotFound if there is none.
func (tx *Tx) Receipt(id string) (app.Receipt, error) {
	return one(tx, entityReceipt, "receipt", receiptColumns, "WHERE id = ?", id)
}

// keptReceipt shows history the field that a receipt's own JSON leaves out.
type keptReceipt struct {
	app.Receipt
	ManifestHash string `json:"manifestHash"`
}

func kept(r *app.Receipt) *keptReceipt {
	if r == nil {
		return nil
	}
	return &keptReceipt{*r, r.ManifestHash}
}

// PutReceipt adds or replaces an answer.
func (tx *Tx) PutReceipt(r app.Receipt) error {
	before, err := stored(tx.Receipt(r.ID))
	if err != nil {
		return err
	}
	return tx.record(entityReceipt, r.ID, kept(before), kept(&r), func() error { return tx.put("receipt", 1, receiptColumns(&r)) })
}

func linkColumns(l *app.CommitteeLink) []column {
	return []column{{"committee_id", &l.CommitteeID}, {"committee_name", &l.CommitteeName}, {"signing_key", &l.SigningKey},
		{"recipient", &l.Recipient}, {"fingerprint", &l.Fingerprint}, {"confirmed_on", &l.ConfirmedOn}, {"cell_id", &l.CellID},
		{"cell_code", &l.CellCode}, {"received_on", &l.ReceivedOn}, {"deputies", rows[app.DeputyKey]{&l.Deputies}}, {"invited_at", moment{&l.InvitedAt}}}
}

func outboxColumns(p *app.OutboxPacket) []column {
	return []column{{"id", &p.ID}, {"month", &p.Month}, {"seq", &p.Seq}, {"file_id", &p.FileID}, {"file_name", &p.FileName}, {"size", &p.Size},
		{"sha256", &p.SHA256}, {"manifest_hash", &p.ManifestHash}, {"code", &p.Code}, {"sealed_at", moment{&p.SealedAt}},
		{"written_to", &p.WrittenTo}, {"written_at", moment{&p.WrittenAt}}, {"by_passphrase", &p.ByPassphrase}}
}

func receiptColumns(r *app.Receipt) []column {
	return []column{{"id", &r.ID}, {"packet_id", &r.PacketID}, {"cell_id", &r.CellID}, {"month", &r.Month}, {"seq", &r.Seq},
		{"verdict", &r.Verdict}, {"remark", &r.Remark}, {"decided_at", moment{&r.DecidedAt}}, {"decided_by", &r.DecidedBy},
		{"manifest_hash", &r.ManifestHash}, {"marks", rows[app.SuperiorMark]{&r.Marks}}}
}
