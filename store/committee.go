package store

import "sochibo/app"

// Cells returns a committee's cells by code.
func (tx *Tx) Cells() ([]app.CellEntry, error) {
	return all(tx, "cell", cellColumns, "ORDER BY code, id")
}

// Cell returns a cell; CodeNotFound if there is none.
func (tx *Tx) Cell(id string) (app.CellEntry, error) {
	return one(tx, entityCell, "cell", cellColumns, "WHERE id = ?", id)
}

// PutCell adds or replaces a cell.
func (tx *Tx) PutCell(c app.CellEntry) error {
	before, err := stored(tx.Cell(c.ID))
	if err != nil {
		return err
	}
	return tx.record(entityCell, c.ID, before, c, func() error { return tx.put("cell", 1, cellColumns(&c)) })
}

// ReceivedPackets returns all packets in the committee's archive by cell, month and running number.
func (tx *Tx) ReceivedPackets() ([]app.ReceivedPacket, error) {
	return all(tx, "packet", packetColumns, "ORDER BY cell_id, month, seq, id")
}

// PacketStates returns all packets in the committee's archive by cell, month and running number, with what tells how their months stand and how many
// members they count: without keys, hashes, names and the other figures, which takes a fifth of the time.
func (tx *Tx) PacketStates() ([]app.ReceivedPacket, error) {
	return all(tx, "packet", packetStateColumns, "ORDER BY cell_id, month, seq, id")
}

// PacketsOfMonths returns the packets of some months, both included, by cell, month and running number.
func (tx *Tx) PacketsOfMonths(from, to app.Month) ([]app.ReceivedPacket, error) {
	return all(tx, "packet", packetColumns, "WHERE month BETWEEN ? AND ? ORDER BY cell_id, month, seq, id", from, to)
}

// FiguresOfMonths returns the packets of some months as PacketsOfMonths does, with their figures and what tells how the months stand: without keys,
// hashes and names, which takes a quarter less time.
func (tx *Tx) FiguresOfMonths(from, to app.Month) ([]app.ReceivedPacket, error) {
	return all(tx, "packet", packetFigureColumns, "WHERE month BETWEEN ? AND ? ORDER BY cell_id, month, seq, id", from, to)
}

// LastPacket returns the packet that was received last; CodeNotFound if there is none.
func (tx *Tx) LastPacket() (app.ReceivedPacket, error) {
	return one(tx, entityPacket, "packet", packetStateColumns, "ORDER BY julianday(received_at) DESC LIMIT 1")
}

// CellPackets returns the packets of one cell by month and running number.
func (tx *Tx) CellPackets(cellID string) ([]app.ReceivedPacket, error) {
	return all(tx, "packet", packetColumns, "WHERE cell_id = ? ORDER BY month, seq, id", cellID)
}

// ReceivedPacket returns a packet of the archive; CodeNotFound if there is none.
func (tx *Tx) ReceivedPacket(id string) (app.ReceivedPacket, error) {
	return one(tx, entityPacket, "packet", packetColumns, "WHERE id = ?", id)
}

// PutReceivedPacket adds or replaces a packet of the archive with its figures. History does not keep the first figures of one that came as a file: they
// are drawn from the file and are in it, with the names of members, for as long as the packet is.
func (tx *Tx) PutReceivedPacket(p app.ReceivedPacket) error {
	before, err := stored(tx.ReceivedPacket(p.ID))
	if err != nil {
		return err
	}
	told := p
	if before == nil && !p.ByHand {
		told.Summary = app.PacketSummary{}
	}
	return tx.record(entityPacket, p.ID, before, told, func() error { return tx.put("packet", 1, packetColumns(&p)) })
}

func cellColumns(c *app.CellEntry) []column {
	return []column{{"id", &c.ID}, {"code", &c.Code}, {"name", &c.Name}, {"kind", &c.Kind}, {"secretary_name", &c.SecretaryName},
		{"contact", &c.Contact}, {"invited_on", &c.InvitedOn}, {"first_month", &c.FirstMonth}, {"key_state", &c.KeyState},
		{"signing_key", &c.SigningKey}, {"recipient", &c.Recipient}, {"fingerprint", &c.Fingerprint}, {"confirmed_on", &c.ConfirmedOn},
		{"install_id", &c.InstallID}, {"last_seq", &c.LastSeq}, {"last_manifest_hash", &c.LastManifestHash},
		{"superior_id", reference{&c.SuperiorID}}, {"last_month", &c.LastMonth}, {"by_hand", &c.ByHand}, {"retired_keys", list{&c.RetiredKeys}}}
}

func packetColumns(p *app.ReceivedPacket) []column {
	return append([]column{{"id", &p.ID}, {"cell_id", &p.CellID}, {"month", &p.Month}, {"seq", &p.Seq}, {"manifest_hash", &p.ManifestHash},
		{"previous_hash", &p.PreviousHash}, {"install_id", &p.InstallID}, {"signing_key", &p.SigningKey}, {"recipient", &p.Recipient},
		{"file_id", reference{&p.FileID}}, {"file_name", &p.FileName}, {"code", &p.Code}, {"received_at", moment{&p.ReceivedAt}},
		{"state", &p.State}, {"remark", &p.Remark}, {"decided_at", moment{&p.DecidedAt}}, {"decided_by", &p.DecidedBy},
		{"receipt_at", moment{&p.ReceiptAt}}, {"question", &p.Question}, {"settled", &p.Settled},
		{"findings", rows[app.Finding]{&p.Findings}}, {"by_hand", &p.ByHand}, {"by_passphrase", &p.ByPassphrase}}, summaryColumns(&p.Summary)...)
}

func packetStateColumns(p *app.ReceivedPacket) []column {
	return append(packetStandColumns(p), column{"members", &p.Summary.Members}, column{"decided_at", moment{&p.DecidedAt}}, column{"receipt_at", moment{&p.ReceiptAt}})
}

func packetFigureColumns(p *app.ReceivedPacket) []column {
	return append(packetStandColumns(p), summaryColumns(&p.Summary)...)
}

func packetStandColumns(p *app.ReceivedPacket) []column {
	return []column{{"id", &p.ID}, {"cell_id", &p.CellID}, {"month", &p.Month}, {"seq", &p.Seq}, {"received_at", moment{&p.ReceivedAt}}, {"state", &p.State},
		{"question", &p.Question}, {"findings", rows[app.Finding]{&p.Findings}}, {"by_hand", &p.ByHand}}
}

func summaryColumns(s *app.PacketSummary) []column {
	return []column{{"members", &s.Members}, {"probationary", &s.Probationary}, {"exempt", &s.Exempt},
		{"at_threshold", &s.AtThreshold.Part}, {"threshold_base", &s.AtThreshold.Whole}, {"below_threshold", list{&s.BelowThreshold}},
		{"attended", &s.Attendance.Part}, {"attendance_base", &s.Attendance.Whole}, {"meeting_minutes", &s.MeetingMinutes},
		{"meeting_score", &s.MeetingScore}, {"meeting_level", &s.MeetingLevel}, {"tasks_done", &s.TasksDone.Part},
		{"tasks_base", &s.TasksDone.Whole}, {"criteria_score", &s.CriteriaScore}, {"criteria_level", &s.CriteriaLevel},
		{"criteria_scored", &s.CriteriaScored.Part}, {"criteria_base", &s.CriteriaScored.Whole}, {"minutes_pages", &s.MinutesPages},
		{"resolution_pages", &s.ResolutionPages}, {"secretary_name", &s.SecretaryName}, {"joined", &s.Joined}, {"departed", &s.Left},
		{"rating", document[app.RatingFigures]{&s.Rating}}}
}

// DropPackets forgets the index of all packets that lie in the archive; figures entered by hand stay.
func (tx *Tx) DropPackets() error {
	rows, err := tx.ReceivedPackets()
	if err != nil {
		return err
	}
	for _, p := range rows {
		if p.ByHand {
			continue
		}
		if err := tx.record(entityPacket, p.ID, p, nil, func() error { return tx.exec("DELETE FROM packet WHERE id = ?", p.ID) }); err != nil {
			return err
		}
	}
	return nil
}
