package handover

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"sochibo/app"
)

// zipFile is one file of a zip that another program makes.
type zipFile struct {
	name    string
	content []byte
	method  uint16
}

// foreignZip makes a zip as an ordinary program does: with descriptors, flags and fields that a packet never has.
func foreignZip(t *testing.T, files []zipFile) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: f.method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(f.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// partsOf takes a good packet's zip apart.
func partsOf(t *testing.T, plain []byte) []packed {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
	if err != nil {
		t.Fatal(err)
	}
	var files []packed
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == manifestName || f.Name == signatureName {
			files = append(files, store(f.Name, text))
		} else {
			files = append(files, mustPack(t, f.Name, text))
		}
	}
	return files
}

// The attacker can open the packet (a deputy, a stolen laptop) and seal it again, but cannot sign for the cell.
func TestAZipWithOtherFilesThanListedIsRefused(t *testing.T) {
	s := newSides(t)
	good := inner(t, s.seal(t, KindReport, nil).Bytes, s.committee)
	renamed := func(name string) packed {
		p := mustPack(t, "reports/bien-ban.pdf", testFiles[0].Bytes)
		p.Name = name
		return p
	}
	insert := func(at int, p packed) func([]packed) []packed {
		return func(f []packed) []packed { return append(f[:at:at], append([]packed{p}, f[at:]...)...) }
	}
	replace := func(at int, p packed) func([]packed) []packed {
		return func(f []packed) []packed { f[at] = p; return f }
	}
	without := func(at int) func([]packed) []packed {
		return func(f []packed) []packed { return append(f[:at:at], f[at+1:]...) }
	}
	for _, c := range []struct {
		name   string
		change func([]packed) []packed
		want   app.Code
	}{
		{"nothing changed", func(f []packed) []packed { return f }, ""},
		{"an extra file at the end", insert(5, store("evidence/99.jpg", []byte("x"))), CodePartExtra},
		{"an extra file in the middle", insert(3, store("evidence/99.jpg", []byte("x"))), CodePartExtra},
		{"an extra file at the beginning", insert(0, store("evidence/99.jpg", []byte("x"))), CodePartExtra},
		{"an extra folder", insert(5, store("evidence/", nil)), CodePartExtra},
		{"a nested path", insert(5, store("reports/../../autorun.inf", nil)), CodePartExtra},
		{"an absolute path", insert(5, store("/etc/passwd", nil)), CodePartExtra},
		{"a drive letter", insert(5, store(`C:\autorun.inf`, nil)), CodePartExtra},
		{"a backslash for a slash", replace(3, renamed(`reports\bien-ban.pdf`)), CodePartExtra},
		{"another case", replace(3, renamed("reports/BIEN-BAN.pdf")), CodePartExtra},
		{"another case beside it", insert(5, store("DATA.JSON", []byte("{}"))), CodePartExtra},
		{"data.json twice", insert(3, store("data.json", []byte("{}"))), CodePartTwice},
		{"data.json twice, at the end", insert(5, store("data.json", []byte("{}"))), CodePartTwice},
		{"a second manifest", insert(5, store("manifest.json", []byte("{}"))), CodePartTwice},
		{"a manifest between the parts", insert(3, store("manifest.json", []byte("{}"))), CodePartTwice},
		{"no manifest", without(0), CodePartExtra},
		{"no signature", without(1), CodePartExtra},
		{"no data", without(2), CodePartMissing},
		{"a report missing", without(3), CodePartMissing},
		{"the last part missing", without(4), CodePartMissing},
		{"parts in another order", func(f []packed) []packed { f[3], f[4] = f[4], f[3]; return f }, CodePartMissing},
		{"other data of the same length", replace(2, mustPack(t, dataName, []byte(strings.Replace(testData, "42", "24", 1)))), CodePartChanged},
		{"longer data", replace(2, mustPack(t, dataName, []byte(testData+"\n"))), CodePartSize},
		{"data stored instead of deflated", replace(2, store(dataName, []byte(testData))), CodePartSize},
		{"a picture changed", replace(4, store("evidence/01.jpg", []byte{0xff, 0xd8, 0xff, 0xe0, 1, 2, 4})), CodePartChanged},
		{"a wrong checksum of the manifest", func(f []packed) []packed { f[0].crc++; return f }, CodePartChanged},
		{"a wrong checksum of the signature", func(f []packed) []packed { f[1].crc++; return f }, CodePartChanged},
		{"a longer signature", replace(1, store(signatureName, make([]byte, 65))), CodePartSize},
		{"a shorter signature", replace(1, store(signatureName, make([]byte, 63))), CodeSignature},
		{"an empty signature", replace(1, store(signatureName, nil)), CodeSignature},
		{"a signature of nothing", replace(1, store(signatureName, make([]byte, 64))), CodeSignature},
	} {
		_, checks, err := Open(s.sealAgain(t, zipOf(c.change(partsOf(t, good)))), s.committee)
		if app.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s (%+v)", c.name, err, c.want, checks)
		}
	}
}

// Fields of the zip that other programs read and this one does not need may not hold anything.
func TestAZipOfAnotherProgramIsRefused(t *testing.T) {
	s := newSides(t)
	var stored, deflated []zipFile
	for _, p := range partsOf(t, inner(t, s.seal(t, KindReport, nil).Bytes, s.committee)) {
		content := p.bytes
		if p.Name == dataName {
			content = []byte(testData)
		}
		stored = append(stored, zipFile{p.Name, content, zip.Store})
		deflated = append(deflated, zipFile{p.Name, content, zip.Deflate})
	}
	for name, plain := range map[string][]byte{
		"stored":       foreignZip(t, stored),
		"deflated":     foreignZip(t, deflated),
		"in a tail":    append([]byte("PK\x03\x04 something else first"), foreignZip(t, stored)...),
		"without data": foreignZip(t, nil),
	} {
		if packet, _, err := Open(s.sealAgain(t, plain), s.committee); err == nil {
			t.Errorf("%s: opened as %+v", name, packet.Manifest)
		}
	}
}

// A sender can lie in a manifest that it signs itself; what it signs still has to be true.
func TestASignedLieIsRefused(t *testing.T) {
	s := newSides(t)
	data := mustPack(t, dataName, []byte(testData))
	bomb := mustPack(t, "evidence/bomb.bin", make([]byte, 20<<20))
	bomb.Size, bomb.SHA256 = 1000, hashOf(make([]byte, 1000))
	bomb.PackedSize = 999
	bomb.bytes = bomb.bytes[:999]
	bomb.PackedSHA256 = hashOf(bomb.bytes)
	longer := mustPack(t, "evidence/a.txt", bytes.Repeat([]byte("abc "), 500))
	longer.Size += 10
	packedLie := mustPack(t, "evidence/a.txt", bytes.Repeat([]byte("abc "), 500))
	packedLie.PackedSHA256 = hashOf([]byte("other"))
	tailed := mustPack(t, "evidence/a.txt", bytes.Repeat([]byte("abc "), 500))
	tailed.bytes = append(tailed.bytes, "hidden"...)
	tailed.PackedSize, tailed.PackedSHA256 = int64(len(tailed.bytes)), hashOf(tailed.bytes)
	badCRC := store("evidence/b.txt", []byte("text"))
	badCRC.crc++
	claim := store("evidence/c.txt", []byte("text"))
	claim.Size = 2 << 30
	noDeflate := mustPack(t, "evidence/a.txt", bytes.Repeat([]byte("abc "), 500))
	noDeflate.bytes = bytes.Repeat([]byte{0xff}, len(noDeflate.bytes))
	noDeflate.PackedSHA256 = hashOf(noDeflate.bytes)
	for _, c := range []struct {
		name  string
		parts []packed
		want  app.Code
	}{
		{"an honest packet", []packed{data, longerThanNothing(t)}, ""},
		{"a bomb that is larger than listed", []packed{data, bomb}, CodePartSize},
		{"a part that is shorter than listed", []packed{data, longer}, CodePartSize},
		{"packed bytes that are not the listed ones", []packed{data, packedLie}, CodePartChanged},
		{"bytes behind the end of deflate", []packed{data, tailed}, CodePartSize},
		{"a wrong checksum", []packed{data, badCRC}, CodePartChanged},
		{"a claim of 2 GB", []packed{data, claim}, CodePartSize},
		{"bytes that are not deflate", []packed{data, noDeflate}, CodePartSize},
		{"data.json not first", []packed{longerThanNothing(t), data}, CodeManifest},
		{"data that is no JSON", []packed{mustPack(t, dataName, []byte(`{"a":NaN}`))}, CodeJSON},
		{"data with a name twice", []packed{mustPack(t, dataName, []byte(`{"a":1,"A":2}`))}, CodeJSON},
	} {
		c.parts = append([]packed(nil), c.parts...)
		_, _, err := Open(s.sealAgain(t, forge(t, s.cell, KindReport, s.manifestOver(t, c.parts), c.parts...)), s.committee)
		if app.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func longerThanNothing(t *testing.T) packed {
	return mustPack(t, "evidence/a.txt", bytes.Repeat([]byte("abc "), 500))
}

// manifestOver lists parts as they claim to be.
func (s sides) manifestOver(t *testing.T, parts []packed) []byte {
	t.Helper()
	m := s.contents(KindReport).Manifest
	m.Format, m.Sender = "1.0", s.cell.Public()
	m.Parts = nil
	for _, p := range parts {
		m.Parts = append(m.Parts, p.Part)
	}
	stored, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

// With its own keys an attacker can make a packet in which nothing is wrong, except that nobody knows the keys.
func TestAForgedPacketHasTheForgersKey(t *testing.T) {
	s := newSides(t)
	forger := s
	forger.cell = s.attacker
	packet, _, err := Open(forger.seal(t, KindReport, nil).Bytes, s.committee)
	if err != nil {
		t.Fatal(err)
	}
	if packet.VerifySender(s.cell.Public()) || packet.VerifySender() || packet.VerifySender(PublicKeys{}) {
		t.Error("the forger passes for the cell")
	}
	if !packet.VerifySender(s.cell.Public(), s.attacker.Public()) {
		t.Error("a registered key does not pass")
	}
	half := s.attacker.Public()
	half.Recipient = s.cell.Public().Recipient
	if packet.VerifySender(half) {
		t.Error("half of the registered keys passes")
	}
}

// A signature on one kind must not serve for another.
func TestASignatureHoldsForItsKindOnly(t *testing.T) {
	s := newSides(t)
	data := mustPack(t, dataName, []byte(testData))
	stored := s.manifestOver(t, []packed{data})
	_, _, err := Open(s.sealAgain(t, forge(t, s.cell, KindReceipt, stored, data)), s.committee)
	wantCode(t, err, CodeSignature)
}
