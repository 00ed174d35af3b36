package handover

import (
	"slices"

	"sochibo/app"
)

// Codes of verdicts. Each has its sentence under "error.<code>", also the good ones.
const (
	CodeNew            app.Code = "packet_new"             // Values: seq
	CodeSame           app.Code = "packet_same"            // received before, nothing to do; Values: seq
	CodeOlder          app.Code = "packet_older"           // Values: seq, last
	CodeGap            app.Code = "packet_gap"             // packets before it have not arrived; Values: seq, last, missing
	CodeFork           app.Code = "packet_fork"            // does not continue the last one received; Values: seq, last
	CodeInstall        app.Code = "packet_install"         // continues, but from another installation of the book; Values: seq
	CodeOwn            app.Code = "packet_own"             // written by the reader itself
	CodeWrongDirection app.Code = "packet_direction"       // a kind that this reader does not receive; Values: packet (the kind)
	CodeKeyUnknown     app.Code = "key_not_registered"     // first packet of a sender; Values: name, fingerprint
	CodeKeyUnconfirmed app.Code = "key_not_confirmed"      // known, but the fingerprint has not been compared; Values: name, fingerprint
	CodeKeyDiffers     app.Code = "key_differs"            // Values: name, fingerprint, registered
	CodeNotSuperior    app.Code = "packet_not_superior"    // names the reader's committee and is signed by another key; Values: name, fingerprint, registered
	CodeKeyRetired     app.Code = "key_retired"            // a key that was withdrawn; Values: name, fingerprint
	CodeFutureMonth    app.Code = "packet_future_month"    // Values: month, today
	CodeUnknownSender  app.Code = "packet_unknown_sender"  // no cell or committee of that id is known; Values: name
	CodeOtherCommittee app.Code = "packet_other_committee" // a cell's book: sent by another committee than its own; Values: name, committee
	CodeNoCommittee    app.Code = "packet_no_committee"    // a cell's book that has opened no invitation yet; Values: name
)

// Outcome says what to do with a packet.
type Outcome string

// Outcomes of Judge.
const (
	Accept Outcome = "accept" // take it
	Ignore Outcome = "ignore" // the same again, or older: nothing to do, nothing is lost
	Ask    Outcome = "ask"    // a person must decide; until then nothing received before is replaced
	Refuse Outcome = "refuse" // never take it
)

// Self is the organisation that reads.
type Self struct {
	ID          string   // of the cell or the committee
	IsCommittee bool     // receives reports; otherwise everything else
	KeyIDs      []string // of its keys, the present and earlier ones
	Superior    string   // name of the committee whose answers it takes; "" before an invitation was opened
}

// State is what the reader remembers of a sender, before the packet at hand. Zero values mean that nothing is known.
// It belongs to one sender and one kind of packet, because each kind is numbered by itself.
type State struct {
	Self     Self
	Sender   string       // name of the sender as the reader knows it; "" = no such sender
	Key      PublicKeys   // registered for the sender
	KeyState app.KeyState // how far the key is trusted
	Retired  []string     // ids of keys that were withdrawn

	LastSeq          int            // of the newest packet taken, 0 = none yet
	LastManifestHash string         // of that packet
	InstallID        string         // of that packet
	Hashes           map[int]string // seq → manifest hash of the packets taken; may be nil or incomplete
}

// Verdict is Judge's answer.
type Verdict struct {
	Outcome Outcome
	Code    app.Code // the reason: of the first check that did not pass, or CodeNew, CodeInstall
	Values  map[string]any
	Checks  []Check // in the order rightful, sender, month, sequence
}

// Err returns the verdict as an error that has a sentence; nil if the packet is to be accepted.
func (v Verdict) Err() error {
	if v.Outcome == Accept {
		return nil
	}
	return &app.Error{Code: v.Code, Values: v.Values}
}

// Judge holds a packet that Open passed against what is remembered of its sender. today is the reader's date.
// It changes nothing: the caller stores the new state together with the packet's rows, after its own check of them.
// A person may take a packet with the outcome Ask after all; nobody may take one that is refused.
func Judge(p *Packet, state State, today app.Date) Verdict {
	m := p.Manifest
	findings := []finding{
		rightful(m, state),
		sender(m, state),
		month(m, today),
		sequence(p, state),
	}
	verdict := Verdict{Outcome: Accept, Code: CodeNew, Values: map[string]any{"seq": m.Seq}}
	if found := findings[3]; found.outcome == Accept && found.code == CodeInstall {
		verdict.Code = CodeInstall
	}
	for i, found := range findings {
		verdict.Checks = append(verdict.Checks, found.check())
		taken := i == 3 && found.code == CodeSame // whatever else is odd about it, there is nothing to do
		if taken || found.outcome.weight() > verdict.Outcome.weight() {
			verdict.Outcome, verdict.Code, verdict.Values = found.outcome, found.code, found.values
		}
	}
	return verdict
}

// weight orders outcomes: a question about the sender comes before "older", and a refusal before both.
func (o Outcome) weight() int {
	return slices.Index([]Outcome{Accept, Ignore, Ask, Refuse}, o)
}

// finding is what one check of Judge found.
type finding struct {
	name    string
	outcome Outcome
	code    app.Code
	values  map[string]any
}

func (f finding) check() Check {
	if f.outcome == Accept {
		return Check{Name: f.name, OK: true, Values: f.values}
	}
	return Check{Name: f.name, Code: f.code, Values: f.values}
}

// find makes a finding. pairs are name, value, name, value …
func find(name string, outcome Outcome, code app.Code, pairs ...any) finding {
	return finding{name: name, outcome: outcome, code: code, values: app.NewError(code, pairs...).Values}
}

// rightful looks at who may send what to whom.
func rightful(m Manifest, state State) finding {
	refuse := func(code app.Code, pairs ...any) finding { return find(CheckRightful, Refuse, code, pairs...) }
	self := state.Self
	switch {
	case slices.Contains(self.KeyIDs, m.Sender.KeyID()):
		return refuse(CodeOwn)
	case m.Kind.IsUpward() && !self.IsCommittee, !m.Kind.IsUpward() && self.IsCommittee && m.Cell.ID != self.ID && (m.Cell.ID != "" || state.Key != m.Sender):
		return refuse(CodeWrongDirection, "packet", string(m.Kind))
	case m.Kind.IsUpward() && !m.IsUnregistered() && !slices.Contains(self.KeyIDs, m.Committee.KeyID):
		return refuse(CodeWrongCommittee, "name", m.Committee.Name)
	case !m.Kind.IsUpward() && m.Cell.ID != "" && m.Cell.ID != self.ID,
		m.Kind == KindReceipt && !slices.Contains(self.KeyIDs, m.Cell.KeyID):
		return refuse(CodeWrongCell, "name", m.Cell.Name)
	case state.Sender == "" && !m.Kind.IsUpward() && self.Superior != "":
		return refuse(CodeOtherCommittee, "name", senderName(m), "committee", self.Superior)
	case state.Sender == "" && !m.Kind.IsUpward():
		return refuse(CodeNoCommittee, "name", senderName(m))
	case state.Sender == "":
		return find(CheckRightful, Ask, CodeUnknownSender, "name", senderName(m))
	}
	return find(CheckRightful, Accept, "", "name", state.Sender)
}

// sender looks at the key. Only a key that was compared by phone lets a packet through without a question.
func sender(m Manifest, state State) finding {
	pairs := []any{"name", senderName(m), "fingerprint", m.Sender.Fingerprint()}
	switch {
	case slices.Contains(state.Retired, m.Sender.KeyID()):
		return find(CheckSender, Refuse, CodeKeyRetired, pairs...)
	case state.Key.IsZero():
		return find(CheckSender, Ask, CodeKeyUnknown, pairs...)
	case state.Key != m.Sender && !m.Kind.IsUpward(): // a cell learns of another key from an invitation only
		return find(CheckSender, Refuse, CodeNotSuperior, append(pairs, "registered", state.Key.Fingerprint())...)
	case state.Key != m.Sender:
		return find(CheckSender, Ask, CodeKeyDiffers, append(pairs, "registered", state.Key.Fingerprint())...)
	case state.KeyState != app.KeyConfirmed:
		return find(CheckSender, Ask, CodeKeyUnconfirmed, pairs...)
	}
	return find(CheckSender, Accept, "", pairs...)
}

// month refuses a report, or a receipt, on a month that has not begun: one of the two clocks is wrong.
func month(m Manifest, today app.Date) finding {
	if m.Kind.IsSealed() && m.Period > today.Month() {
		return find(CheckMonth, Refuse, CodeFutureMonth, "month", m.Period.String(), "today", today.String())
	}
	return find(CheckMonth, Accept, "", "month", m.Period.String())
}

// sequence looks at the number and at the chain of manifests.
func sequence(p *Packet, state State) finding {
	m, last := p.Manifest, state.LastSeq
	pairs := []any{"seq", m.Seq, "last", last}
	known, isKnown := state.Hashes[m.Seq]
	isLast := m.Seq == last && last > 0
	switch {
	case isKnown && known == p.ManifestHash, isLast && state.LastManifestHash == p.ManifestHash:
		return find(CheckSequence, Ignore, CodeSame, "seq", m.Seq)
	case isKnown, isLast, m.Seq < last && m.InstallID != state.InstallID:
		return find(CheckSequence, Ask, CodeFork, pairs...)
	case m.Seq < last:
		return find(CheckSequence, Ignore, CodeOlder, pairs...)
	case m.Seq > last+1 && m.Kind.IsUpward():
		return find(CheckSequence, Ask, CodeGap, append(pairs, "missing", m.Seq-last-1)...)
	case m.Seq == last+1 && last > 0 && m.Previous != "" && m.Previous != state.LastManifestHash:
		return find(CheckSequence, Ask, CodeFork, pairs...)
	case last > 0 && m.InstallID != state.InstallID:
		return find(CheckSequence, Accept, CodeInstall, pairs...)
	}
	return find(CheckSequence, Accept, "", pairs...)
}

// senderName returns the name that the packet gives its sender.
func senderName(m Manifest) string {
	if m.Kind.IsUpward() {
		return m.Cell.Name
	}
	return m.Committee.Name
}
