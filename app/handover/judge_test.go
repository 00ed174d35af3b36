package handover

import (
	"testing"

	"sochibo/app"
)

// history is a chain of reports as a cell makes them.
func (s sides) history(t *testing.T, install string, n int) []*Packet {
	t.Helper()
	var packets []*Packet
	previous := ""
	for seq := 1; seq <= n; seq++ {
		sealed := s.seal(t, KindReport, func(c *Contents) {
			c.Manifest.Seq, c.Manifest.Previous, c.Manifest.InstallID = seq, previous, install
		})
		packets = append(packets, s.mustOpen(t, sealed))
		previous = sealed.ManifestHash
	}
	return packets
}

func (s sides) mustOpen(t *testing.T, sealed *Sealed) *Packet {
	t.Helper()
	packet, _, err := Open(sealed.Bytes, s.reader(sealed.Manifest.Kind))
	if err != nil {
		t.Fatal(err)
	}
	return packet
}

// after is what the committee remembers once it has taken packets.
func (s sides) after(taken ...*Packet) State {
	state := State{
		Self:   Self{ID: "committee-1", IsCommittee: true, KeyIDs: []string{s.committee.KeyID()}},
		Sender: "Chi bộ Xưởng May 2", Key: s.cell.Public(), KeyState: app.KeyConfirmed, Hashes: map[int]string{},
	}
	for _, p := range taken {
		state.LastSeq, state.LastManifestHash, state.InstallID = p.Manifest.Seq, p.ManifestHash, p.Manifest.InstallID
		state.Hashes[p.Manifest.Seq] = p.ManifestHash
	}
	return state
}

func wantVerdict(t *testing.T, name string, got Verdict, outcome Outcome, code app.Code) {
	t.Helper()
	if got.Outcome != outcome || got.Code != code {
		t.Errorf("%s: %s %s %v, want %s %s", name, got.Outcome, got.Code, got.Values, outcome, code)
	}
	if (got.Err() == nil) != (outcome == Accept) {
		t.Errorf("%s: error is %v", name, got.Err())
	}
	if len(got.Checks) != 4 {
		t.Errorf("%s: %d checks", name, len(got.Checks))
	}
	for _, check := range got.Checks {
		if outcome == Accept && !check.OK {
			t.Errorf("%s: %+v", name, check)
		}
	}
}

const today app.Date = "2026-11-27"

func TestJudgeLooksAtTheChain(t *testing.T) {
	s := newSides(t)
	h := s.history(t, "laptop-a", 6)
	// The same cell's book, restored from a backup made after packet 2 and used on.
	restored := s.history(t, "laptop-a", 2)
	for seq := 3; seq <= 5; seq++ {
		sealed := s.seal(t, KindReport, func(c *Contents) {
			c.Manifest.Seq, c.Manifest.Previous, c.Manifest.InstallID = seq, restored[seq-2].ManifestHash, "laptop-b"
		})
		restored = append(restored, s.mustOpen(t, sealed))
	}
	noHashes := s.after(h[0], h[1], h[2], h[3])
	noHashes.Hashes = nil
	for _, c := range []struct {
		name    string
		packet  *Packet
		state   State
		outcome Outcome
		code    app.Code
	}{
		{"the first packet", h[0], s.after(), Accept, CodeNew},
		{"the next packet", h[1], s.after(h[0]), Accept, CodeNew},
		{"the same packet again", h[1], s.after(h[0], h[1]), Ignore, CodeSame},
		{"the same packet again, others came since", h[0], s.after(h[0], h[1], h[2]), Ignore, CodeSame},
		{"the last packet again, nothing else is remembered", h[3], noHashes, Ignore, CodeSame},
		{"an older packet that was taken, but that is forgotten", h[1], noHashes, Ignore, CodeOlder},
		{"an older packet that never came", h[1], s.after(h[0], h[2]), Ignore, CodeOlder},
		{"a packet after a lost one", h[2], s.after(h[0]), Ask, CodeGap},
		{"a first packet that is not number 1", h[4], s.after(), Ask, CodeGap},
		{"the packet after a gap that was taken", h[4], s.after(h[0], h[3]), Accept, CodeNew},
		{"another packet with the last number", restored[2], s.after(h[0], h[1], h[2]), Ask, CodeFork},
		{"another packet with an earlier number", restored[2], s.after(h[:5]...), Ask, CodeFork},
		{"another packet with an earlier number, hashes forgotten", restored[2], noHashes, Ask, CodeFork},
		{"the next number on another chain", restored[3], s.after(h[0], h[1], h[2]), Ask, CodeFork},
		{"the next number on the same chain, another laptop", restored[2], s.after(h[0], h[1]), Accept, CodeInstall},
		{"the other chain goes on after it was taken", restored[3], s.after(h[0], h[1], restored[2]), Accept, CodeNew},
	} {
		wantVerdict(t, c.name, Judge(c.packet, c.state, today), c.outcome, c.code)
	}
	if v := Judge(h[4], s.after(h[0]), today); v.Values["missing"] != 3 || v.Values["last"] != 1 || v.Values["seq"] != 5 {
		t.Errorf("values of a gap are %v", v.Values)
	}
}

func TestJudgeLooksAtTheSender(t *testing.T) {
	s := newSides(t)
	packet := s.history(t, "laptop-a", 1)[0]
	forger := s
	forger.cell = s.attacker
	forged := forger.history(t, "laptop-x", 2)
	for _, c := range []struct {
		name    string
		packet  *Packet
		change  func(state *State)
		outcome Outcome
		code    app.Code
	}{
		{"a confirmed key", packet, func(*State) {}, Accept, CodeNew},
		{"no key yet", packet, func(st *State) { st.Key, st.KeyState = PublicKeys{}, app.KeyNone }, Ask, CodeKeyUnknown},
		{"a key that was not compared", packet, func(st *State) { st.KeyState = app.KeyPending }, Ask, CodeKeyUnconfirmed},
		{"another key", forged[0], func(*State) {}, Ask, CodeKeyDiffers},
		{"another key than the one not compared", forged[0], func(st *State) { st.KeyState = app.KeyPending }, Ask, CodeKeyDiffers},
		{"another key with an old number", forged[0], func(st *State) { st.LastSeq, st.InstallID = 5, "laptop-x" }, Ask, CodeKeyDiffers},
		{"another key with a gap", forged[1], func(*State) {}, Ask, CodeKeyDiffers},
		{"a key that was withdrawn", packet, func(st *State) { st.Retired = []string{s.cell.KeyID()} }, Refuse, CodeKeyRetired},
		{"a cell that is not on the list", packet, func(st *State) { st.Sender, st.Key = "", PublicKeys{} }, Ask, CodeUnknownSender},
		{"taken before, key withdrawn since", packet, func(st *State) {
			st.Retired, st.Key = []string{s.cell.KeyID()}, s.stranger.Public()
			st.LastSeq, st.LastManifestHash = 1, packet.ManifestHash
		}, Ignore, CodeSame},
	} {
		state := s.after()
		c.change(&state)
		wantVerdict(t, c.name, Judge(c.packet, state, today), c.outcome, c.code)
	}
}

func TestJudgeLooksAtWhoReads(t *testing.T) {
	s := newSides(t)
	cellState := State{
		Self:   Self{ID: "cell-2", KeyIDs: []string{s.cell.KeyID()}},
		Sender: "Đảng ủy", Key: s.committee.Public(), KeyState: app.KeyConfirmed,
	}
	otherCell := cellState
	otherCell.Self = Self{ID: "cell-3", KeyIDs: []string{s.stranger.KeyID()}}
	otherKeys := cellState
	otherKeys.Self = Self{ID: "cell-2", KeyIDs: []string{s.stranger.KeyID()}}
	otherCommittee := s.after()
	otherCommittee.Self = Self{ID: "committee-9", IsCommittee: true, KeyIDs: []string{s.stranger.KeyID()}}
	report, receipt := s.mustOpen(t, s.seal(t, KindReport, nil)), s.mustOpen(t, s.seal(t, KindReceipt, nil))
	invitation, notice := s.mustOpen(t, s.seal(t, KindInvitation, nil)), s.mustOpen(t, s.seal(t, KindNotice, nil))
	for _, c := range []struct {
		name    string
		packet  *Packet
		state   State
		outcome Outcome
		code    app.Code
	}{
		{"a report at its committee", report, s.after(), Accept, CodeNew},
		{"a report at another committee", report, otherCommittee, Refuse, CodeWrongCommittee},
		{"a report at the cell that wrote it", report, cellState, Refuse, CodeOwn},
		{"a report at another cell", report, otherCell, Refuse, CodeWrongDirection},
		{"a receipt at its cell", receipt, cellState, Accept, CodeNew},
		{"a receipt at another cell", receipt, otherCell, Refuse, CodeWrongCell},
		{"a receipt at its cell, to keys that it never had", receipt, otherKeys, Refuse, CodeWrongCell},
		{"a receipt at the committee that wrote it", receipt, s.after(), Refuse, CodeOwn},
		{"a receipt at another committee", receipt, otherCommittee, Refuse, CodeWrongDirection},
		{"an invitation at its cell", invitation, cellState, Accept, CodeNew},
		{"an invitation at another cell", invitation, otherCell, Refuse, CodeWrongCell},
		{"a notice for all at a cell", notice, cellState, Accept, CodeNew},
		{"a notice for all at another cell", notice, otherCell, Accept, CodeNew},
		{"a notice at another committee", notice, otherCommittee, Refuse, CodeWrongDirection},
	} {
		wantVerdict(t, c.name, Judge(c.packet, c.state, today), c.outcome, c.code)
	}
}

// A committee counts what it sends; a cell that missed one needs no question, because it has all it needs in the next.
func TestAMissedNoticeIsNoQuestion(t *testing.T) {
	s := newSides(t)
	state := State{
		Self: Self{ID: "cell-2", KeyIDs: []string{s.cell.KeyID()}}, Sender: "Đảng ủy", Key: s.committee.Public(),
		KeyState: app.KeyConfirmed, LastSeq: 3, LastManifestHash: "x", InstallID: "install-1",
	}
	notice := func(seq int) *Packet {
		return s.mustOpen(t, s.seal(t, KindNotice, func(c *Contents) { c.Manifest.Seq = seq }))
	}
	wantVerdict(t, "after a missed one", Judge(notice(6), state, today), Accept, CodeNew)
	wantVerdict(t, "the next", Judge(notice(4), state, today), Accept, CodeNew)
	wantVerdict(t, "an older one", Judge(notice(2), state, today), Ignore, CodeOlder)
	wantVerdict(t, "another with the same number", Judge(notice(3), state, today), Ask, CodeFork)
}

func TestJudgeLooksAtTheMonth(t *testing.T) {
	s := newSides(t)
	packet := s.history(t, "laptop-a", 1)[0]
	notice := s.mustOpen(t, s.seal(t, KindNotice, nil))
	cellState := State{Self: Self{ID: "cell-2"}, Sender: "Đảng ủy", Key: s.committee.Public(), KeyState: app.KeyConfirmed}
	wantVerdict(t, "the last day of the month before", Judge(packet, s.after(), "2026-10-31"), Refuse, CodeFutureMonth)
	wantVerdict(t, "the first day of the month", Judge(packet, s.after(), "2026-11-01"), Accept, CodeNew)
	wantVerdict(t, "a year later", Judge(packet, s.after(), "2027-11-01"), Accept, CodeNew)
	wantVerdict(t, "a notice for the next month", Judge(notice, cellState, "2026-10-31"), Accept, CodeNew)
}
