package handover

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"sochibo/app"
)

// vectorPassphrase opens the vectors that a passphrase seals.
const vectorPassphrase = "4821 0937 5512 8046"

// testRollUp is what a committee hands to its own superior.
const testRollUp = `{"format":1,"month":"2026-11","seq":1,"summary":{"members":24,"atThreshold":{"part":20,"whole":22}},"rollUp":[` +
	`{"code":"CB001","name":"Chi bộ Xưởng May 2","kind":"private_enterprise","state":"accepted","summary":{"members":24,"atThreshold":{"part":20,"whole":22}}},` +
	`{"code":"CB002","name":"Chi bộ Kho vận"}]}`

func whoReceives(kind Kind) string {
	if kind.IsUpward() {
		return "committee"
	}
	return "cell"
}

// readerOf returns what a reader named in answers.txt opens packets with.
func (s sides) readerOf(name string) Reader {
	switch name {
	case "committee":
		return Reader{Keys: []*Keys{s.committee}}
	case "deputy":
		return Reader{Keys: []*Keys{s.stranger}, ActsFor: []string{s.committee.KeyID()}}
	case "passphrase":
		return Reader{Keys: []*Keys{s.committee}, Passphrase: vectorPassphrase}
	}
	return Reader{Keys: []*Keys{s.cell}}
}

// ownCopy is the report of a cell that knows no committee, as its outbox keeps it.
func (s sides) ownCopy(t testing.TB) []byte {
	t.Helper()
	c := s.contents(KindReport)
	c.Manifest.Committee = Committee{Name: c.Manifest.Committee.Name}
	own, err := Seal(s.cell, c)
	if err != nil {
		t.Fatal(err)
	}
	return own.Bytes
}

func (s sides) byPassphrase(t testing.TB) []byte {
	t.Helper()
	sealed, err := SealByPassphrase(s.ownCopy(t), s.cell, vectorPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	return sealed.Bytes
}

// underPassphrase seals anything by the passphrase.
func (s sides) underPassphrase(t testing.TB, plain []byte) []byte {
	t.Helper()
	recipient, err := age.NewScryptRecipient(plainPassphrase(vectorPassphrase))
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(10)
	sealed, err := encrypt(plain, []age.Recipient{recipient})
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// toDeputy is a report sealed to the committee and to its deputy, who here has the stranger's key.
func (s sides) toDeputy(t testing.TB) []byte {
	t.Helper()
	sealed, err := Seal(s.cell, s.contents(KindReport), s.committee.Public(), s.stranger.Public())
	if err != nil {
		t.Fatal(err)
	}
	return sealed.Bytes
}

// judged says what steps 8 to 11 make of packets that passed the others, in December 2026: file, reader, outcome, code.
const judged = `good-report.chibo	committee	accept	packet_new
good-roll-up.chibo	committee	accept	packet_new
good-passphrase.chibo	passphrase	accept	packet_new
good-to-the-deputy.chibo	deputy	accept	packet_new
good-notice.chibo	cell	accept	packet_new
good-notice-of-another-committee.chibo	cell	refuse	packet_other_committee
good-notice-by-another-key.chibo	cell	refuse	packet_not_superior
good-receipt.chibo	cell	accept	packet_new
`

func TestPacketsKeptAsFilesAreJudged(t *testing.T) {
	s := newSides(t)
	kept, err := os.ReadFile(filepath.Join(vectorDir, "judged.txt"))
	if err != nil || string(kept) != judged {
		t.Fatalf("judged.txt is not the list: %v", err)
	}
	var got strings.Builder
	for line := range strings.Lines(judged) {
		fields := strings.Fields(line)
		file, err := ReadFile(filepath.Join(vectorDir, fields[0]))
		if err != nil {
			t.Fatal(err)
		}
		packet, _, err := s.readerOf(fields[1]).Open(bytes.NewReader(file), nil)
		if err != nil {
			t.Errorf("%s: %v", fields[0], err)
			continue
		}
		verdict := Judge(packet, s.knownTo(fields[1], packet), "2026-12-01")
		fmt.Fprintf(&got, "%s\t%s\t%s\t%s\n", fields[0], fields[1], verdict.Outcome, verdict.Code)
	}
	if got.String() != judged {
		t.Errorf("the verdicts are\n%swant\n%s", got.String(), judged)
	}
}

// knownTo is what a reader knows who has registered the keys of the other side and received nothing yet.
func (s sides) knownTo(reader string, packet *Packet) State {
	if reader == "cell" {
		state := State{Self: Self{ID: "cell-2", KeyIDs: []string{s.cell.KeyID()}, Superior: "Đảng ủy Công ty CP May Hưng Thịnh"}}
		if packet.Manifest.Committee.ID == "committee-1" {
			state.Sender, state.Key, state.KeyState = state.Self.Superior, s.committee.Public(), app.KeyConfirmed
		}
		return state
	}
	r := s.readerOf(reader)
	return State{Self: Self{ID: "committee-1", IsCommittee: true, KeyIDs: append([]string{r.Keys[0].KeyID()}, r.ActsFor...)},
		Sender: "Chi bộ Xưởng May 2", Key: s.cell.Public(), KeyState: app.KeyConfirmed}
}

// A passphrase opens the packet however it is written, and the committee's archive keeps it without one.
func TestAPassphrasePacketIsKeptWithoutThePassphrase(t *testing.T) {
	s := newSides(t)
	file := s.byPassphrase(t)
	for _, told := range []string{"4821093755128046", "4821-0937-5512-8046", " 4821. 0937 . 5512 8046\n"} {
		if packet, _, err := (Reader{Passphrase: told}).Open(bytes.NewReader(file), nil); err != nil || !packet.ByPassphrase {
			t.Errorf("%q: %v", told, err)
		}
	}
	_, _, err := (Reader{Keys: []*Keys{s.committee}, Passphrase: "4821 0937 5512 8047"}).Open(bytes.NewReader(file), nil)
	wantCode(t, err, CodePassphraseWrong)
	reader := s.readerOf("passphrase")
	kept, err := Reseal(file, reader)
	if err != nil {
		t.Fatal(err)
	}
	reader.Archive = true
	if packet, _, err := reader.Open(bytes.NewReader(kept), nil); err != nil || packet.ByPassphrase || packet.File("reports/bien-ban.pdf") == nil {
		t.Errorf("from the archive: %v", err)
	}
	made, err := NewPassphrase()
	if other, otherErr := NewPassphrase(); err != nil || otherErr != nil || made == other || len(made) != 19 {
		t.Errorf("new passphrases %q, %q, %v, %v", made, other, err, otherErr)
	}
}
