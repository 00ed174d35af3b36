package desk

import (
	"bytes"
	"context"
	"slices"
	"strings"

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
	Figures     []app.Difference // lines of figures, the same ones too; empty without a previous packet
	Differences []app.Difference // what else differs from the previous accepted packet
	Reports     []string         // names of the documents inside
	Content     app.Snapshot
	Waiting     []string // ids of all packets of the month that wait for a decision, in the order of cells; this one among them
}

// PacketCheck is one thing checked about a packet; its sentence stands under "packet.<what>" or "packet.<what>.bad".
type PacketCheck struct {
	What   string
	OK     bool
	Values map[string]any
}

// Packet opens an archived packet again and returns what the officer sees of it.
func (d *Desk) Packet(ctx context.Context, id string) (PacketView, error) {
	var view PacketView
	var ofCell, ofMonth []app.ReceivedPacket
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
		if ofCell, err = tx.CellPackets(view.Cell.ID); err != nil {
			return err
		}
		ofMonth, err = tx.PacketsOfMonths(view.Packet.Month, view.Packet.Month)
		return err
	})
	if err != nil {
		return view, err
	}
	view.Previous = lastAccepted(ofCell, view.Packet)
	view.Waiting = waiting(ofMonth)
	view.Fingerprint = fingerprintOf(view.Packet)
	if view.Previous != nil {
		view.Figures = app.CompareSummaries(view.Previous.Summary, view.Packet.Summary)
	}
	if view.Packet.ByHand {
		return view, nil
	}
	if view.Reports, err = d.readArchived(ctx, view.Packet, &view.Content); err != nil {
		return view, err
	}
	view.Checks = packetChecks(view)
	if view.Previous == nil || view.Previous.ByHand {
		return view, nil
	}
	var before app.Snapshot
	if _, err := d.readArchived(ctx, *view.Previous, &before); err != nil {
		return view, err
	}
	view.Differences = app.CompareSnapshots(before, view.Content)
	return view, nil
}

// readArchived reads the data of an archived packet and returns the names of the documents in it.
func (d *Desk) readArchived(ctx context.Context, p app.ReceivedPacket, content *app.Snapshot) ([]string, error) {
	opened, err := d.openArchived(ctx, p)
	if err != nil {
		return nil, err
	}
	var reports []string
	for _, f := range opened.Files {
		if !strings.HasPrefix(f.Name, evidenceFolder) {
			reports = append(reports, f.Name)
		}
	}
	return reports, readSnapshot(opened, content)
}

// archiveReader opens what lies in the book's own archive.
func (d *Desk) archiveReader(ctx context.Context) (handover.Reader, error) {
	reader, err := d.readerOf(ctx)
	reader.Archive = true
	return reader, err
}

func (d *Desk) openArchived(ctx context.Context, p app.ReceivedPacket) (*handover.Packet, error) {
	data, err := d.readFile(ctx, p.FileID)
	if err != nil {
		return nil, err
	}
	reader, err := d.archiveReader(ctx)
	if err != nil {
		return nil, err
	}
	opened, _, err := reader.Open(bytes.NewReader(data), nil)
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

// lastAccepted returns the packet that a packet is compared with: the one that counts of the last month before it that was accepted.
func lastAccepted(packets []app.ReceivedPacket, p app.ReceivedPacket) *app.ReceivedPacket {
	var last *app.ReceivedPacket
	for _, other := range packets {
		if other.CellID != p.CellID || other.Month >= p.Month || other.State != app.MonthAccepted {
			continue
		}
		if last == nil || other.Month > last.Month || other.Month == last.Month && countsMore(&other, last) {
			last = &other
		}
	}
	return last
}

func waiting(packets []app.ReceivedPacket) []string {
	sortPackets(packets)
	var ids []string
	for _, p := range packets {
		if p.State == app.MonthReceived {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// packetChecks says what was looked at: the usual things always, the others only where there is something to say.
func packetChecks(v PacketView) []PacketCheck {
	s := v.Packet.Summary
	found := func(what app.Finding) bool { return slices.Contains(v.Packet.Findings, what) }
	checks := []PacketCheck{
		{What: "key", OK: !asksForKey(v.Packet.Question), Values: map[string]any{"fingerprint": v.Fingerprint}},
		{What: "sequence", OK: v.Packet.Question == "" || !contested(v.Packet.Question) && v.Packet.Question != handover.CodeGap, Values: map[string]any{"seq": v.Packet.Seq}},
		{What: "documents", OK: !found(app.FindingDocuments) && !found(app.FindingMinutes), Values: map[string]any{"count": len(v.Reports)}},
		{What: "figures", OK: !found(app.FindingFigures)},
		{What: "scores", OK: !found(app.FindingScore), Values: map[string]any{"meeting": s.MeetingScore, "criteria": s.CriteriaScore}},
		{What: "criteria", OK: !found(app.FindingCriteria), Values: map[string]any{"scored": s.CriteriaScored.Part, "all": s.CriteriaScored.Whole}},
		{What: "points", OK: !found(app.FindingPoints), Values: map[string]any{"count": len(s.BelowThreshold), "names": s.BelowThreshold}},
	}
	if v.Packet.ByPassphrase {
		checks = append(checks, PacketCheck{What: "unregistered"})
	}
	if found(app.FindingRegister) && v.Previous != nil {
		checks = append(checks, PacketCheck{What: "register", Values: map[string]any{"before": v.Previous.Summary.Members, "joined": s.Joined, "left": s.Left, "now": s.Members}})
	}
	if found(app.FindingShorter) && v.Previous != nil {
		checks = append(checks, PacketCheck{What: "shorter", Values: map[string]any{"before": v.Previous.Summary.MeetingMinutes, "now": s.MeetingMinutes}})
	}
	if found(app.FindingUnchecked) {
		checks = append(checks, PacketCheck{What: "not_checked"})
	}
	return checks
}
