package desk_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/handover"
)

// simulatedBook is what of a cell's book decides on its packets: numbers, the packet before, and the installation.
type simulatedBook struct {
	seq      int
	previous string
	install  string
}

// simulatedPacket is a packet on its way: what the reference model knows of it.
type simulatedPacket struct {
	path   string
	month  app.Month
	seq    int
	figure int // its number of members, which no other packet has
}

// simulation is a committee with a real book and a cell that exists only as numbers, so that many packets can be sealed quickly.
type simulation struct {
	*office
	keys    *handover.Keys
	to      handover.PublicKeys
	link    app.CommitteeLink
	rand    *rand.Rand
	books   []simulatedBook // of the cell: more than one after a laptop was duplicated
	past    []simulatedBook // states that may be restored
	sent    []simulatedPacket
	honest  bool // no book is restored or duplicated: sticks alone go astray
	forked  bool
	figures int
	dir     string
}

func newSimulation(t *testing.T, seed uint64) *simulation {
	t.Helper()
	o := newOffice(t)
	written, entry, err := o.committee.Invite(o.ctx, desk.InvitedCell{Code: "CB777", Name: "Chi bộ Mô phỏng", FirstMonth: "2026-01"}, o.folder(), nil)
	check(t, err)
	_, link, err := desk.ReadInvitation(written.Path)
	check(t, err)
	keys, err := handover.NewKeys()
	check(t, err)
	public := keys.Public()
	entry.KeyState, entry.SigningKey, entry.Recipient, entry.Fingerprint = app.KeyConfirmed, public.SigningKey, public.Recipient, public.Fingerprint()
	check(t, desk.PutCell(o.ctx, o.committee, entry))
	s := &simulation{office: o, keys: keys, to: handover.PublicKeys{SigningKey: link.SigningKey, Recipient: link.Recipient}, link: link,
		rand: rand.New(rand.NewPCG(seed, 7)), books: []simulatedBook{{install: "install-0"}}, dir: o.folder()}
	s.entry = entry
	return s
}

// seal hands a month over from one of the cell's books.
func (s *simulation) seal(book *simulatedBook, month app.Month) {
	s.Helper()
	s.figures++
	book.seq++
	data, err := json.Marshal(app.Snapshot{Format: app.SnapshotFormat, Month: month, Seq: book.seq, Settings: app.Settings{Name: s.entry.Name, Code: s.entry.Code},
		Summary: app.PacketSummary{Members: s.figures}})
	check(s.T, err)
	sealed, err := handover.Seal(s.keys, handover.Contents{Data: data, Manifest: handover.Manifest{PacketID: fmt.Sprintf("packet-%d", s.figures), Kind: handover.KindReport,
		Period: month, Seq: book.seq, Previous: book.previous, InstallID: book.install, Created: "2026-11-24T08:00:00Z", AppVersion: "test", Schema: app.SnapshotFormat,
		Cell:      handover.Cell{ID: s.link.CellID, Code: s.link.CellCode, Name: s.entry.Name},
		Committee: handover.Committee{ID: s.link.CommitteeID, Name: s.link.CommitteeName, KeyID: s.to.KeyID()}}}, s.to)
	check(s.T, err)
	path := filepath.Join(s.dir, fmt.Sprintf("%d%s", s.figures, handover.Ending))
	check(s.T, os.WriteFile(path, sealed.Bytes, 0o600))
	book.previous = sealed.ManifestHash
	s.sent = append(s.sent, simulatedPacket{path, month, book.seq, s.figures})
}

// shelfNow is all that the committee remembers of the cell.
func (s *simulation) shelfNow() ([]app.ReceivedPacket, app.CellEntry) {
	s.Helper()
	rows, cell, err := desk.CellShelf(s.ctx, s.committee, s.entry.ID)
	check(s.T, err)
	return rows, cell
}

// step does one thing that happens to cells and sticks, and checks what must hold whatever happened before.
func (s *simulation) step() {
	s.Helper()
	book := &s.books[s.rand.IntN(len(s.books))]
	switch n := s.rand.IntN(20); {
	case n < 8:
		s.past = append(s.past, *book)
		s.seal(book, app.Month("2026-01").Add(s.rand.IntN(8)))
	case n == 8 && len(s.past) > 0 && !s.honest:
		*book = s.past[s.rand.IntN(len(s.past))] // an old backup is restored
		s.forked = true
	case n == 9 && len(s.books) < 3 && !s.honest:
		twin := *book
		twin.install = "install-" + strconv.Itoa(len(s.books))
		s.books, s.forked = append(s.books, twin), true
	case len(s.sent) > 0:
		s.deliver(s.sent[s.rand.IntN(len(s.sent))]) // in any order, some again, some never
	}
}

func (s *simulation) deliver(p simulatedPacket) {
	s.Helper()
	before, _ := s.shelfNow()
	known := false
	for _, row := range before {
		known = known || row.Summary.Members == p.figure
	}
	got := s.receive(s.committee, p.path)
	after, cell := s.shelfNow()
	if known && (got.Taken || got.Reason != handover.CodeSame || !reflect.DeepEqual(before, after)) {
		s.Errorf("packet %d came again: %s %s, taken %v", p.figure, got.Outcome, got.Reason, got.Taken)
	}
	if got.Taken != (len(after) == len(before)+1) {
		s.Errorf("packet %d: taken %v, rows %d before and %d after", p.figure, got.Taken, len(before), len(after))
	}
	numbers := map[int]int{}
	for _, row := range after {
		if row.Question == handover.CodeFork {
			continue
		}
		if other, twice := numbers[row.Seq]; twice {
			s.Errorf("number %d was taken without a question for packets %d and %d", row.Seq, other, row.Summary.Members)
		}
		numbers[row.Seq] = row.Summary.Members
	}
	if numbers[cell.LastSeq] == 0 && cell.LastSeq > 0 {
		s.Errorf("the committee goes on from number %d, which it has not", cell.LastSeq)
	}
	for _, row := range before { // nothing received is ever changed by what comes later
		if !contains(after, row) {
			s.Errorf("the row of packet %d changed", row.Summary.Members)
		}
	}
	if !s.forked && got.Reason == handover.CodeFork {
		s.Errorf("packet %d of a cell that did nothing wrong is called a fork", p.figure)
	}
}

func contains(rows []app.ReceivedPacket, row app.ReceivedPacket) bool {
	for _, r := range rows {
		if reflect.DeepEqual(r, row) {
			return true
		}
	}
	return false
}

// settle delivers everything once more in the order of numbers. Without restored books and duplicated laptops each month then shows the last
// packet that was sealed for it: nothing was lost.
func (s *simulation) settle() {
	s.Helper()
	want := map[app.Month]int{}
	for _, p := range s.sent {
		s.deliver(p)
		want[p.month] = p.figure
	}
	if s.forked {
		return
	}
	rows, _ := s.shelfNow()
	newest := map[app.Month]app.ReceivedPacket{}
	for _, row := range rows {
		if row.Seq > newest[row.Month].Seq {
			newest[row.Month] = row
		}
	}
	matrix, err := s.committee.Matrix(s.ctx, "2026-11", 12)
	check(s.T, err)
	for _, line := range matrix.Rows {
		for _, at := range line.Months {
			if figure, sent := want[at.Month]; sent && line.Cell.ID == s.entry.ID && (newest[at.Month].Summary.Members != figure || at.PacketID != newest[at.Month].ID) {
				s.Errorf("month %s shows packet %s, the last one sealed was %d", at.Month, at.PacketID, figure)
			}
		}
	}
}

// TestWhateverHappensToPacketsNothingIsLostAndNothingForged lets random things happen to a cell's books and sticks. MODEL_ROUNDS asks for more.
func TestWhateverHappensToPacketsNothingIsLostAndNothingForged(t *testing.T) {
	t.Parallel()
	rounds := 6
	if n, err := strconv.Atoi(os.Getenv("MODEL_ROUNDS")); err == nil {
		rounds = n
	}
	for seed := range rounds {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			s := newSimulation(t, uint64(seed))
			s.honest = seed%2 == 0
			for range 30 {
				s.step()
			}
			s.settle()
		})
	}
}
