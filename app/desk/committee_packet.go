package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// PacketView is what the officer sees of one packet: what differs from the last accepted one, what was checked, what is inside.
type PacketView struct {
	Packet app.ReceivedPacket
	Cell   app.CellEntry
	// Fingerprint is that of the key that signed the packet; ConfirmPacketKey records that it was compared.
	Fingerprint string
	Previous    *app.ReceivedPacket // the newest accepted packet of an earlier month
	Checks      []PacketCheck
	Members     []MemberChange // against the previous accepted packet
	Reports     []string       // names of the documents inside
	Content     app.Snapshot
	Waiting     []string // ids of all packets of the month that wait for a decision, in the order of cells; this one among them
}

// PacketCheck is one thing checked about a packet; its sentence stands under "packet.<what>" or "packet.<what>.bad".
type PacketCheck struct {
	What   string
	OK     bool
	Values map[string]any
}

// MemberChange is one difference in the register between two packets.
type MemberChange struct {
	Name   string
	Joined bool
	Left   bool
	Field  string // "partyGroup"; empty for Joined and Left
	Old    string
	New    string
}

// Packet opens an archived packet again and returns what the officer sees of it.
func (d *Desk) Packet(ctx context.Context, id string) (PacketView, error) {
	var view PacketView
	var packets []app.ReceivedPacket
	err := d.view(ctx, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		var err error
		if view.Packet, err = tx.ReceivedPacket(id); err != nil {
			return err
		}
		if view.Cell, err = tx.Cell(view.Packet.CellID); err != nil {
			return err
		}
		packets, err = tx.ReceivedPackets()
		return err
	})
	if err != nil {
		return view, err
	}
	opened, err := d.openArchived(ctx, view.Packet)
	if err != nil {
		return view, err
	}
	if err := readSnapshot(opened, &view.Content); err != nil {
		return view, err
	}
	for _, f := range opened.Files {
		view.Reports = append(view.Reports, f.Name)
	}
	view.Fingerprint = fingerprintOf(view.Packet)
	view.Previous = lastAccepted(packets, view.Packet)
	view.Waiting = waiting(packets, view.Packet.Month)
	view.Checks = packetChecks(view)
	if view.Previous != nil {
		return view, d.compareRegister(ctx, &view)
	}
	return view, nil
}

func (d *Desk) openArchived(ctx context.Context, p app.ReceivedPacket) (*handover.Packet, error) {
	data, err := d.readFile(ctx, p.FileID)
	if err != nil {
		return nil, err
	}
	keys, err := d.keysOf(ctx)
	if err != nil {
		return nil, err
	}
	opened, _, err := handover.Open(data, keys)
	return opened, err
}

// PacketFile returns one document inside an archived packet. CodeNotFound if there is none of that name.
func (d *Desk) PacketFile(ctx context.Context, packetID, name string) ([]byte, error) {
	var row app.ReceivedPacket
	if err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		row, err = tx.ReceivedPacket(packetID)
		return err
	}); err != nil {
		return nil, err
	}
	opened, err := d.openArchived(ctx, row)
	if err != nil {
		return nil, err
	}
	data := opened.File(name)
	if data == nil {
		return nil, app.NewError(app.CodeNotFound, "what", name)
	}
	return data, nil
}

func lastAccepted(packets []app.ReceivedPacket, p app.ReceivedPacket) *app.ReceivedPacket {
	var last *app.ReceivedPacket
	for _, other := range packets {
		if other.CellID == p.CellID && other.Month < p.Month && other.State == app.MonthAccepted && (last == nil || other.Month > last.Month) {
			last = &other
		}
	}
	return last
}

func waiting(packets []app.ReceivedPacket, month app.Month) []string {
	sortPackets(packets)
	var ids []string
	for _, p := range packets {
		if p.Month == month && p.State == app.MonthReceived {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func packetChecks(v PacketView) []PacketCheck {
	s := v.Packet.Summary
	minutes := len(v.Content.Meetings) > 0 && v.Content.Meetings[0].IsLocked()
	return []PacketCheck{
		{What: "key", OK: !asksForKey(v.Packet.Question), Values: map[string]any{"fingerprint": v.Fingerprint}},
		{What: "sequence", OK: v.Packet.Question == "" || !contested(v.Packet.Question) && v.Packet.Question != handover.CodeGap, Values: map[string]any{"seq": v.Packet.Seq}},
		{What: "documents", OK: len(v.Reports) > 0 && minutes, Values: map[string]any{"count": len(v.Reports)}},
		{What: "scores", OK: s.MeetingScore != "", Values: map[string]any{"meeting": s.MeetingScore, "criteria": s.CriteriaScore}},
		{What: "criteria", OK: s.CriteriaScored.Whole > 0 && s.CriteriaScored.Part == s.CriteriaScored.Whole,
			Values: map[string]any{"scored": s.CriteriaScored.Part, "all": s.CriteriaScored.Whole}},
		{What: "points", OK: len(s.BelowThreshold) == 0, Values: map[string]any{"count": len(s.BelowThreshold), "names": s.BelowThreshold}},
	}
}

func (d *Desk) compareRegister(ctx context.Context, view *PacketView) error {
	opened, err := d.openArchived(ctx, *view.Previous)
	if err != nil {
		return err
	}
	var before app.Snapshot
	if err := readSnapshot(opened, &before); err != nil {
		return err
	}
	view.Members = compareMembers(before.Members, view.Content.Members, before.Month.Last(), view.Content.Month.Last())
	return nil
}

func compareMembers(before, after []app.Member, dayBefore, dayAfter app.Date) []MemberChange {
	old := make(map[string]app.Member, len(before))
	for _, m := range before {
		old[m.ID] = m
	}
	var changes []MemberChange
	for _, m := range after {
		earlier, known := old[m.ID]
		was, is := known && earlier.OnListOn(dayBefore), m.OnListOn(dayAfter)
		switch {
		case is && !was:
			changes = append(changes, MemberChange{Name: m.FullName, Joined: true})
		case was && !is:
			changes = append(changes, MemberChange{Name: m.FullName, Left: true})
		case was && is:
			changes = append(changes, fieldChanges(earlier, m, dayBefore, dayAfter)...)
		}
		delete(old, m.ID)
	}
	for _, m := range before { // who is missing altogether is gone as well
		if _, missing := old[m.ID]; missing && m.OnListOn(dayBefore) {
			changes = append(changes, MemberChange{Name: m.FullName, Left: true})
		}
	}
	return changes
}

func fieldChanges(a, b app.Member, dayBefore, dayAfter app.Date) []MemberChange {
	var changes []MemberChange
	for _, f := range []struct{ name, old, new string }{
		{"fullName", a.FullName, b.FullName},
		{"partyCardNo", a.PartyCardNo, b.PartyCardNo},
		{"partyGroup", a.PartyGroup, b.PartyGroup},
		{"post", string(a.Post), string(b.Post)},
		{"kind", string(a.KindOn(dayBefore)), string(b.KindOn(dayAfter))},
		{"standing", string(a.StandingOn(dayBefore)), string(b.StandingOn(dayAfter))},
	} {
		if f.old != f.new {
			changes = append(changes, MemberChange{Name: b.FullName, Field: f.name, Old: f.old, New: f.new})
		}
	}
	return changes
}
