package handover

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sochibo/app"
)

// edit changes one place of a good manifest, which the cell signs again.
type edit struct {
	name     string
	old, new string
	want     app.Code
}

func TestManifestRules(t *testing.T) {
	s := newSides(t)
	data := mustPack(t, dataName, []byte(testData))
	good := string(s.manifestOver(t, []packed{data, mustPack(t, "reports/a.pdf", []byte("%PDF"))}))
	previous := `"previous":"` + strings.Repeat("ab", 32) + `"`
	longName := strings.Repeat("x", maxNameText+1)
	for _, c := range []edit{
		{"as it was", "", "", ""},
		{"spaces and line ends", `"kind":`, "\n\t \"kind\" :  ", ""},
		{"a newer minor version with a new field", `"format":"1.0"`, `"format":"1.7","urgent":true`, ""},
		{"a new field in this version", `"format":"1.0"`, `"format":"1.0","urgent":true`, CodeManifest},
		{"a new field in a part", `"name":"data.json"`, `"name":"data.json","mode":511`, CodeManifest},
		{"a newer major version", `"format":"1.0"`, `"format":"2.0"`, CodeNewer},
		{"a newer major version of quite another build", good, `{"format":"3.1","box":[]}`, CodeNewer},
		{"version 0", `"format":"1.0"`, `"format":"0.9"`, CodeManifest},
		{"version 01.0", `"format":"1.0"`, `"format":"01.0"`, CodeManifest},
		{"a number for a version", `"format":"1.0"`, `"format":1.0`, CodeManifest},
		{"no version", `"format":"1.0",`, ``, CodeManifest},
		{"another spelling of a name", `"kind":`, `"Kind":`, CodeManifest},
		{"a name twice", `"seq":1`, `"seq":1,"seq":2`, CodeJSON},
		{"a name twice in another case", `"seq":1`, `"seq":1,"SEQ":2`, CodeJSON},
		{"a name twice with a long s", `"seq":1`, `"seq":1,"ſeq":2`, CodeJSON},
		{"something behind the end", good, good + `{}`, CodeJSON},
		{"a byte order mark", good, "\ufeff" + good, CodeJSON},
		{"not an object", good, `[` + good + `]`, CodeJSON},
		{"null", good, `null`, CodeJSON},
		{"nothing", good, ``, CodeJSON},
		{"null for a field", `"seq":1`, `"seq":null`, CodeManifest},
		{"a field missing", `"seq":1,`, ``, CodeManifest},
		{"text for a number", `"seq":1`, `"seq":"1"`, CodeManifest},
		{"a fraction", `"seq":1`, `"seq":1.5`, CodeManifest},
		{"seq 0", `"seq":1`, `"seq":0`, CodeManifest},
		{"a negative seq", `"seq":1`, `"seq":-1`, CodeManifest},
		{"a seq beyond reason", `"seq":1`, `"seq":1000000`, CodeManifest},
		{"a seq beyond every integer", `"seq":1`, `"seq":99999999999999999999`, CodeManifest},
		{"a number beyond every float", `"seq":1`, `"seq":1e999`, CodeJSON},
		{"an unknown kind", `"kind":"report"`, `"kind":"order"`, CodeManifest},
		{"a kind in capitals", `"kind":"report"`, `"kind":"Report"`, CodeManifest},
		{"month 13", `"period":"2026-11"`, `"period":"2026-13"`, CodeManifest},
		{"a day for a month", `"period":"2026-11"`, `"period":"2026-11-01"`, CodeManifest},
		{"no month", `"period":"2026-11"`, `"period":""`, CodeManifest},
		{"a previous packet of the first", `"previous":""`, previous, CodeManifest},
		{"no previous packet of the second", `"seq":1`, `"seq":2`, CodeManifest},
		{"a path for a packet id", `"packetID":"0193-aa"`, `"packetID":"../../x"`, CodeManifest},
		{"no install id", `"installID":"install-1"`, `"installID":""`, CodeManifest},
		{"a date without time", `"created":"2026-11-24T15:41:00+07:00"`, `"created":"2026-11-24"`, CodeManifest},
		{"no app version", `"appVersion":"1.0.0"`, `"appVersion":""`, CodeManifest},
		{"no schema", `"schema":1`, `"schema":0`, CodeManifest},
		{"a cell without id", `"id":"cell-2"`, `"id":""`, CodeManifest},
		{"a line break in a name", "Chi bộ Xưởng", `Chi bộ\nXưởng`, CodeManifest},
		{"text that turns round", "Chi bộ Xưởng", "Chi bộ \u202eXưởng", CodeManifest},
		{"letters and marks apart", "Xưởng", "Xu\u031bo\u031b\u0309ng", CodeJSON},
		{"half a surrogate pair", "Xưởng", `\ud800`, CodeJSON},
		{"bytes that are not UTF-8", "Xưởng", "X\xff", CodeJSON},
		{"a name without end", "Chi bộ Xưởng", longName, CodeManifest},
		{"a committee key id in capitals", s.committee.KeyID(), strings.ToUpper(s.committee.KeyID()), CodeManifest},
		{"another cell's key id", s.cell.KeyID(), s.stranger.KeyID(), CodeManifest},
		{"another signing key", s.cell.Public().SigningKey, s.stranger.Public().SigningKey, CodeManifest},
		{"a signing key with a blank", s.cell.Public().SigningKey, " " + s.cell.Public().SigningKey, CodePublicKeyBad},
		{"a recipient in capitals", s.cell.Public().Recipient, strings.ToUpper(s.cell.Public().Recipient), CodePublicKeyBad},
		{"no parts", `"parts":[`, `"parts":[],"x":[`, CodeManifest},
		{"parts that are text", `"name":"data.json"`, `"name":7`, CodeManifest},
		{"a part outside", `reports/a.pdf`, `reports/../a.pdf`, CodePartName},
		{"a part with a backslash", `reports/a.pdf`, `reports\\a.pdf`, CodePartName},
		{"a part from the root", `reports/a.pdf`, `/reports/a.pdf`, CodePartName},
		{"data.json twice", `reports/a.pdf`, `data.json`, CodePartName},
		{"data under another name", `"data.json"`, `"Data.json"`, CodeManifest},
		{"a negative size", `"size":4`, `"size":-4`, CodePartSize},
		{"2 GB", `"size":4`, `"size":2147483648`, CodePartSize},
		{"packed larger than unpacked", `"packedSize":4`, `"packedSize":5`, CodePartSize},
		{"a hash in capitals", data.SHA256, strings.ToUpper(data.SHA256), CodeManifest},
		{"a short hash", data.SHA256, data.SHA256[2:], CodeManifest},
	} {
		changed := strings.Replace(good, c.old, c.new, 1)
		if c.old != "" && !strings.Contains(good, c.old) {
			t.Errorf("%s: the manifest has no %s", c.name, c.old)
			continue
		}
		if _, err := readManifest([]byte(changed)); app.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestTooManyOrTooLargePartsAreRefused(t *testing.T) {
	s := newSides(t)
	data := mustPack(t, dataName, []byte(testData))
	many := []packed{data}
	for i := range maxParts {
		many = append(many, store(fmt.Sprintf("evidence/%d.txt", i), nil))
	}
	large := []packed{data}
	for i := range 5 {
		p := store(fmt.Sprintf("evidence/%d.txt", i), nil)
		p.Size = maxPart
		large = append(large, p)
	}
	long := data
	long.Size, long.PackedSize = maxData+1, 5
	for name, parts := range map[string][]packed{"513 parts": many, "more than 256 MB": large, "data of 33 MB": {long}} {
		if _, err := readManifest(s.manifestOver(t, parts)); err == nil {
			t.Errorf("%s are taken", name)
		}
	}
	if _, err := readManifest(s.manifestOver(t, many[:maxParts])); err != nil {
		t.Errorf("512 parts: %v", err)
	}
}

// What each kind must and need not say.
func TestManifestOfEachKind(t *testing.T) {
	s := newSides(t)
	for _, c := range []struct {
		name   string
		kind   Kind
		change func(m *Manifest)
		want   app.Code
	}{
		{"an invitation for a cell by its code", KindInvitation, func(m *Manifest) { m.Cell.ID = "" }, ""},
		{"an invitation for nobody", KindInvitation, func(m *Manifest) { m.Cell = Cell{} }, CodeManifest},
		{"a framework for one cell", KindFramework, func(m *Manifest) { m.Cell = s.contents(KindReport).Manifest.Cell }, ""},
		{"a framework of no month", KindFramework, func(m *Manifest) { m.Period = "" }, ""},
		{"the third notice without its previous", KindNotice, func(m *Manifest) { m.Seq = 3 }, ""},
		{"a receipt for a cell without keys", KindReceipt, func(m *Manifest) { m.Cell.KeyID = "" }, CodeManifest},
		{"a receipt for no cell", KindReceipt, func(m *Manifest) { m.Cell.ID = "" }, CodeManifest},
		{"a report to no committee", KindReport, func(m *Manifest) { m.Committee.ID = "" }, CodeManifest},
		{"a report of a cell without name", KindReport, func(m *Manifest) { m.Cell.Name = "" }, CodeManifest},
		{"a notice of a committee without name", KindNotice, func(m *Manifest) { m.Committee.Name = "" }, CodeManifest},
		{"a notice of no committee", KindNotice, func(m *Manifest) { m.Committee.ID = "" }, CodeManifest},
	} {
		contents := s.contents(c.kind)
		c.change(&contents.Manifest)
		if _, err := s.trySeal(contents); app.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// Anyone can sign a notice with keys of his own; it must not name the committee's.
func TestANoticeNamesTheKeyThatSignedIt(t *testing.T) {
	s := newSides(t)
	for name, change := range map[string]func(m *Manifest){
		"another sender":    func(m *Manifest) { m.Sender = s.attacker.Public() },
		"another committee": func(m *Manifest) { m.Committee.KeyID = s.attacker.KeyID() },
	} {
		m := s.seal(t, KindNotice, nil).Manifest
		change(&m)
		stored, err := encodeManifest(m)
		if err != nil {
			t.Fatal(err)
		}
		_, err = readManifest(stored)
		if wantCode(t, err, CodeManifest); t.Failed() {
			t.Fatal(name)
		}
	}
}

// The list of names and the type must not drift apart.
func TestManifestHasExactlyTheListedFields(t *testing.T) {
	s := newSides(t)
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(s.manifestOver(t, []packed{store(dataName, nil)}), &fields); err != nil {
		t.Fatal(err)
	}
	for _, name := range manifestFields {
		if _, ok := fields[name]; !ok {
			t.Errorf("%s is listed and not written", name)
		}
	}
	if len(fields) != len(manifestFields) {
		t.Errorf("%d fields are written, %d listed", len(fields), len(manifestFields))
	}
}
