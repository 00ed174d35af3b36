package handover

import (
	"bytes"
	"crypto/rand"
	"reflect"
	"strings"
	"testing"

	"sochibo/app"
)

var allKinds = []Kind{KindReport, KindReceipt, KindInvitation, KindFramework, KindNotice}

func TestEachKindArrivesAsItWasSealed(t *testing.T) {
	s := newSides(t)
	for _, kind := range allKinds {
		sealed := s.seal(t, kind, nil)
		packet, checks, err := Open(sealed.Bytes, s.reader(kind))
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if !reflect.DeepEqual(packet.Manifest, sealed.Manifest) || string(packet.Data) != testData {
			t.Errorf("%s: %+v with %s", kind, packet.Manifest, packet.Data)
		}
		if packet.ManifestHash != sealed.ManifestHash || packet.SHA256 != sealed.SHA256 || packet.Code != sealed.Code || packet.Size != int64(len(sealed.Bytes)) {
			t.Errorf("%s: hash, code or size of the packet differ", kind)
		}
		if len(packet.Files) != len(s.contents(kind).Files) {
			t.Errorf("%s: %d files", kind, len(packet.Files))
		}
		for _, f := range s.contents(kind).Files {
			if !bytes.Equal(packet.File(f.Name), f.Bytes) {
				t.Errorf("%s: %s is %q", kind, f.Name, packet.File(f.Name))
			}
		}
		for i, check := range checks {
			if !check.OK || check.Err() != nil || check.Name != openChecks[i] {
				t.Errorf("%s: check %d is %+v", kind, i, check)
			}
		}
		if len(checks) != len(openChecks) {
			t.Errorf("%s: %d checks", kind, len(checks))
		}
	}
}

func TestWhoCanOpenAPacket(t *testing.T) {
	s := newSides(t)
	report, receipt, notice := s.seal(t, KindReport, nil), s.seal(t, KindReceipt, nil), s.seal(t, KindNotice, nil)
	for _, c := range []struct {
		name   string
		packet *Sealed
		keys   []*Keys
		want   app.Code
	}{
		{"the committee opens a report", report, []*Keys{s.committee}, ""},
		{"the cell opens its own report", report, []*Keys{s.cell}, ""},
		{"another cell does not open a report", report, []*Keys{s.stranger}, CodeNotForYou},
		{"nobody opens a report without keys", report, nil, CodeNotForYou},
		{"one of several keys is enough", report, []*Keys{s.stranger, s.committee}, ""},
		{"the cell opens its receipt", receipt, []*Keys{s.cell}, ""},
		{"another cell does not open a receipt", receipt, []*Keys{s.stranger}, CodeNotForYou},
		{"everybody opens a notice", notice, nil, ""},
	} {
		_, _, err := Open(c.packet.Bytes, c.keys...)
		if app.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Whoever may read a packet could seal it again to somebody for whom it was not meant.
func TestAPacketSealedAgainToAnotherCommitteeIsRefused(t *testing.T) {
	s := newSides(t)
	forwarded := s
	forwarded.committee = s.stranger
	again := forwarded.sealAgain(t, inner(t, s.seal(t, KindReport, nil).Bytes, s.committee))
	_, checks, err := Open(again, s.stranger)
	wantCode(t, err, CodeWrongCommittee)
	if checks[4].Name != CheckAddressee || checks[4].OK || checks[5].Code != CodeNotChecked {
		t.Errorf("checks are %+v", checks)
	}
	again = forwarded.sealAgain(t, inner(t, s.seal(t, KindReceipt, nil).Bytes, s.cell))
	_, _, err = Open(again, s.stranger)
	wantCode(t, err, CodeWrongCell)
}

func TestTheSameContentsGiveTheSameZip(t *testing.T) {
	s := newSides(t)
	for _, kind := range allKinds {
		first, second := s.seal(t, kind, nil), s.seal(t, kind, nil)
		a, b := first.Bytes, second.Bytes
		if kind.IsSealed() {
			if bytes.Equal(a, b) {
				t.Errorf("%s: age used the same key twice", kind)
			}
			a, b = inner(t, a, s.cell), inner(t, b, s.committee)
		}
		if !bytes.Equal(a, b) || first.ManifestHash != second.ManifestHash {
			t.Errorf("%s: two zips differ", kind)
		}
	}
}

func TestASecondRecipientOpensAReportToo(t *testing.T) {
	s := newSides(t)
	sealed, err := Seal(s.cell, s.contents(KindReport), s.committee.Public(), s.stranger.Public(), s.committee.Public())
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(sealed.Bytes[:1000], []byte("-> X25519 ")); n != 3 {
		t.Errorf("sealed to %d recipients, want 3", n)
	}
	if got := inner(t, sealed.Bytes, s.stranger); !bytes.HasPrefix(got, []byte(zipIntro)) {
		t.Error("the second recipient cannot open it")
	}
}

func TestSealRefusesWhatNoReaderWouldTake(t *testing.T) {
	s := newSides(t)
	for _, c := range []struct {
		name   string
		kind   Kind
		change func(c *Contents)
		want   app.Code
	}{
		{"no such kind", "letter", nil, CodeManifest},
		{"report to nobody known", KindReport, func(c *Contents) { c.Manifest.Committee.KeyID = s.stranger.KeyID() }, CodeRecipient},
		{"receipt to another cell", KindReceipt, func(c *Contents) { c.Manifest.Cell.KeyID = s.stranger.KeyID() }, CodeRecipient},
		{"report without month", KindReport, func(c *Contents) { c.Manifest.Period = "" }, CodeManifest},
		{"second report without the first", KindReport, func(c *Contents) { c.Manifest.Seq = 2 }, CodeManifest},
		{"data that is no object", KindReport, func(c *Contents) { c.Data = []byte(`[1]`) }, CodeJSON},
		{"no data", KindReport, func(c *Contents) { c.Data = nil }, CodeJSON},
		{"executable evidence", KindReport, func(c *Contents) { c.Files = []File{{Name: "evidence/x.exe"}} }, CodePartName},
		{"two files of one name", KindReport, func(c *Contents) { c.Files = []File{{Name: "evidence/a.pdf"}, {Name: "evidence/A.pdf"}} }, CodePartTwice},
		{"a second data.json", KindReport, func(c *Contents) { c.Files = []File{{Name: "data.json"}} }, CodePartName},
		{"too many files", KindReport, func(c *Contents) { c.Files = make([]File, maxParts) }, CodeTooLarge},
	} {
		contents := s.contents(KindReport)
		if c.kind.known() {
			contents = s.contents(c.kind)
		}
		contents.Manifest.Kind = c.kind
		if c.change != nil {
			c.change(&contents)
		}
		if sealed, err := s.trySeal(contents); err == nil {
			t.Errorf("%s: sealed as %s", c.name, sealed.Name)
		} else if app.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := Seal(s.committee, s.contents(KindNotice), s.cell.Public()); app.CodeOf(err) != CodeRecipient {
		t.Errorf("an open notice for one recipient: %v", err)
	}
	if _, err := Seal(s.cell, s.contents(KindReport)); app.CodeOf(err) != CodeRecipient {
		t.Errorf("a report without recipients: %v", err)
	}
}

// Text that reached the book with letters and marks apart must not stop a hand-over.
func TestSealComposesText(t *testing.T) {
	s := newSides(t)
	sealed := s.seal(t, KindReport, func(c *Contents) {
		c.Manifest.Cell.Name = "Chi bo\u0323\u0302 Xu\u031bo\u031b\u0309ng"
		c.Data = []byte("{\"name\":\"Nguye\u0302\u0303n\"}")
	})
	packet, _, err := Open(sealed.Bytes, s.committee)
	if err != nil {
		t.Fatal(err)
	}
	if packet.Manifest.Cell.Name != "Chi bộ Xưởng" || string(packet.Data) != `{"name":"Nguyễn"}` {
		t.Errorf("%q, %s", packet.Manifest.Cell.Name, packet.Data)
	}
}

func TestContentsUpToTheLimitFit(t *testing.T) {
	s := newSides(t)
	photo := make([]byte, MaxContents-len(testData))
	if _, err := rand.Read(photo); err != nil {
		t.Fatal(err)
	}
	files := func(photo []byte) func(*Contents) {
		return func(c *Contents) {
			c.Files = []File{{Name: "evidence/" + strings.Repeat("a", 80) + ".jpg", Bytes: photo}}
		}
	}
	sealed := s.seal(t, KindReport, files(photo))
	if len(sealed.Bytes) > MaxPacketSize {
		t.Errorf("the packet has %d bytes", len(sealed.Bytes))
	}
	contents := s.contents(KindReport)
	files(append(photo, photo[:1<<20]...))(&contents)
	_, err := s.trySeal(contents)
	wantCode(t, err, CodeTooLarge)
}

func TestAReaderMayLeaveFilesOut(t *testing.T) {
	s := newSides(t)
	sealed := s.seal(t, KindReport, nil)
	keep := func(name string) bool { return strings.HasPrefix(name, "reports/") }
	packet, _, err := OpenStream(bytes.NewReader(sealed.Bytes), keep, s.committee)
	if err != nil {
		t.Fatal(err)
	}
	if packet.File("reports/bien-ban.pdf") == nil || packet.File("evidence/01.jpg") != nil || packet.File("evidence/none.jpg") != nil {
		t.Errorf("kept %+v", packet.Files)
	}
}
