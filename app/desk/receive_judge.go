package desk

import (
	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// judge holds a packet against what the book remembers of its sender.
func (d *Desk) judge(tx *store.Tx, packet *handover.Packet) (handover.Verdict, error) {
	state, err := d.senderState(tx, packet)
	if err != nil {
		return handover.Verdict{}, err
	}
	verdict := handover.Judge(packet, state, d.Today())
	if verdict.Code == handover.CodeOlder && state.Self.IsCommittee {
		return d.judgeLate(tx, packet, verdict)
	}
	return verdict, nil
}

// judgeLate lets an older packet in after all if nothing newer of its month came yet: sticks arrive in any order, and a month must not stay
// missing, or as it was before it was handed over again, because a later one was quicker. One that the packet after it does not continue is a question.
func (d *Desk) judgeLate(tx *store.Tx, packet *handover.Packet, verdict handover.Verdict) (handover.Verdict, error) {
	packets, err := tx.CellPackets(packet.Manifest.Cell.ID)
	if err != nil {
		return verdict, err
	}
	m, continued := packet.Manifest, true
	for _, p := range packets {
		if contested(p.Question) || p.ByHand {
			continue
		}
		if p.Month == m.Period && p.Seq > m.Seq {
			return verdict, nil
		}
		continued = continued && (p.Seq != m.Seq+1 || p.PreviousHash == packet.ManifestHash)
	}
	verdict.Outcome, verdict.Code = handover.Accept, handover.CodeNew
	if !continued {
		verdict.Outcome, verdict.Code = handover.Ask, handover.CodeFork
	}
	for i := range verdict.Checks {
		if verdict.Checks[i].Name == handover.CheckSequence {
			verdict.Checks[i].OK, verdict.Checks[i].Code = continued, verdict.Code
		}
	}
	return verdict, nil
}

// senderState gathers what the book remembers of a packet's sender.
func (d *Desk) senderState(tx *store.Tx, packet *handover.Packet) (handover.State, error) {
	m := packet.Manifest
	settings, err := tx.Settings()
	if err != nil {
		return handover.State{}, err
	}
	ids, err := ownKeyIDs(tx)
	if err != nil {
		return handover.State{}, err
	}
	state := handover.State{Self: handover.Self{ID: settings.OrganisationID, IsCommittee: settings.Role == app.CommitteeBook, KeyIDs: ids}}
	if settings.Role == app.CommitteeBook && m.Kind.IsUpward() {
		return d.cellState(tx, state, packet)
	}
	return committeeState(tx, state, m)
}

func (d *Desk) cellState(tx *store.Tx, state handover.State, packet *handover.Packet) (handover.State, error) {
	cell, err := tx.Cell(packet.Manifest.Cell.ID)
	if app.CodeOf(err) == app.CodeNotFound {
		return state, nil
	}
	if err != nil {
		return state, err
	}
	state.Sender, state.Key, state.KeyState = cell.Name, cellKeys(cell), cell.KeyState
	state.LastSeq, state.LastManifestHash, state.InstallID = cell.LastSeq, cell.LastManifestHash, cell.InstallID
	state.Retired = cell.RetiredKeys
	packets, err := tx.CellPackets(cell.ID)
	if err != nil {
		return state, err
	}
	state.Hashes = takenHashes(packets, cell, packet)
	return state, nil
}

// takenHashes returns the manifest hashes of the packets that the cell's next one goes on from. Packets that contradict them, and those of
// a branch that was given up, do not count, except that the very packet at hand is known again whatever became of it.
func takenHashes(packets []app.ReceivedPacket, cell app.CellEntry, packet *handover.Packet) map[int]string {
	hashes := make(map[int]string)
	for _, p := range packets {
		if !p.ByHand && p.CellID == cell.ID && p.Seq <= cell.LastSeq && !contested(p.Question) {
			hashes[p.Seq] = p.ManifestHash
		}
	}
	for _, p := range packets {
		if p.CellID == cell.ID && p.ManifestHash == packet.ManifestHash {
			hashes[p.Seq] = p.ManifestHash
		}
	}
	return hashes
}

func committeeState(tx *store.Tx, state handover.State, m handover.Manifest) (handover.State, error) {
	link, err := tx.Link()
	if err != nil || link == nil {
		return state, err
	}
	state.Self.ID, state.Self.Superior = link.CellID, link.CommitteeName
	if m.Committee.ID == link.CommitteeID {
		state.Sender, state.Key, state.KeyState = link.CommitteeName, committeeKeys(*link), app.KeyConfirmed
	}
	for _, deputy := range link.Deputies {
		if m.Committee.ID == link.CommitteeID && m.Sender == deputyKeys(deputy) { // a deputy answers in the committee's name
			state.Key = m.Sender
		}
	}
	receipts, err := tx.Receipts()
	if err != nil {
		return state, err
	}
	if m.Kind == handover.KindReceipt {
		for _, r := range receipts {
			if r.ID == m.PacketID {
				state.LastSeq, state.LastManifestHash = m.Seq, r.ManifestHash
			}
		}
	}
	return state, nil
}
