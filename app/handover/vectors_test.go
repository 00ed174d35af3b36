package handover

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sochibo/app"
)

var update = flag.Bool("update", false, "write testdata/packets anew")

// vectorDir holds packets as files, for readers in any language: their secret keys and what a reader must say of each.
const vectorDir = "testdata/packets"

// vector is one packet with its expected answer.
type vector struct {
	name   string
	reader string // who opens it: see readerOf
	want   app.Code
	make   func() []byte
}

// vectors builds the packets. Sealing is not repeatable, so the files are what counts and this only says how they were made.
func vectors(t *testing.T) []vector {
	s := newSides(t)
	good := func(kind Kind) vector {
		return vector{"good-" + string(kind), whoReceives(kind), "", func() []byte { return s.seal(t, kind, nil).Bytes }}
	}
	report := func() []byte { return s.seal(t, KindReport, nil).Bytes }
	files := func() []packed { return partsOf(t, inner(t, report(), s.committee)) }
	resealed := func(change func(f []packed) []packed) func() []byte {
		return func() []byte { return s.sealAgain(t, zipOf(change(files()))) }
	}
	insert := func(name string) func() []byte {
		return resealed(func(f []packed) []packed { return append(f, store(name, []byte("{}"))) })
	}
	signed := func(edit func(manifest string) string, parts ...packed) func() []byte {
		return func() []byte {
			manifest := edit(string(s.manifestOver(t, parts)))
			return s.sealAgain(t, forge(t, s.cell, KindReport, []byte(manifest), parts...))
		}
	}
	same := func(manifest string) string { return manifest }
	replace := func(old, new string) func(string) string {
		return func(manifest string) string { return strings.Replace(manifest, old, new, 1) }
	}
	data := func(text string) packed { return mustPack(t, dataName, []byte(text)) }
	plainData := data(testData)
	return []vector{
		good(KindReport), good(KindReceipt), good(KindInvitation), good(KindFramework), good(KindNotice),
		{"newer-minor", "committee", "", signed(replace(`"format":"1.0"`, `"format":"1.7","urgent":true`), plainData)},
		{"newer-major", "committee", CodeNewer, signed(replace(`"format":"1.0"`, `"format":"2.0"`), plainData)},
		{"empty", "committee", CodeEmpty, func() []byte { return nil }},
		{"not-a-packet", "committee", CodeUnknownForm, func() []byte { return []byte("%PDF-1.7 biên bản sinh hoạt chi bộ") }},
		{"not-sealed", "committee", CodeNotSealed, func() []byte { return inner(t, report(), s.committee) }},
		{"to-somebody-else", "committee", CodeNotForYou, func() []byte {
			other := s
			other.committee = s.stranger
			return other.seal(t, KindReport, nil).Bytes
		}},
		{"forwarded", "committee", CodeWrongCommittee, func() []byte {
			other := s
			other.committee = s.stranger
			return s.sealAgain(t, inner(t, other.seal(t, KindReport, nil).Bytes, s.stranger))
		}},
		{"cut", "committee", CodeDamaged, func() []byte { p := report(); return p[:len(p)-1] }},
		{"bit-flipped", "committee", CodeDamaged, func() []byte { p := report(); p[len(p)-100] ^= 1; return p }},
		{"tail-behind-age", "committee", CodeDamaged, func() []byte { return append(report(), 0) }},
		{"tail-behind-zip", "committee", CodeTrailing, func() []byte { return s.sealAgain(t, append(inner(t, report(), s.committee), 0)) }},
		{"zip-extra", "committee", CodePartExtra, insert("evidence/99.jpg")},
		{"zip-twice", "committee", CodePartTwice, insert("data.json")},
		{"zip-nested", "committee", CodePartExtra, insert("reports/../../autorun.inf")},
		{"zip-absolute", "committee", CodePartExtra, insert("/etc/passwd")},
		{"zip-backslash", "committee", CodePartExtra, insert(`reports\a.pdf`)},
		{"zip-other-case", "committee", CodePartExtra, insert("DATA.JSON")},
		{"zip-missing", "committee", CodePartMissing, resealed(func(f []packed) []packed { return slices.Delete(f, 3, 4) })},
		{"part-changed", "committee", CodePartChanged, resealed(func(f []packed) []packed {
			f[2] = data(strings.Replace(testData, "42", "24", 1))
			return f
		})},
		{"signature-changed", "committee", CodeSignature, resealed(func(f []packed) []packed {
			f[1] = store(signatureName, make([]byte, 64))
			return f
		})},
		{"manifest-changed", "committee", CodeSignature, resealed(func(f []packed) []packed {
			f[0] = store(manifestName, bytes.Replace(f[0].bytes, []byte("2026-11-24"), []byte("2026-11-23"), 1))
			return f
		})},
		{"bomb", "committee", CodePartSize, signed(same, plainData, bomb(t))},
		{"claims-2-gb", "committee", CodePartSize, signed(replace(fmt.Sprintf(`"size":%d`, len(testData)), `"size":2147483648`), plainData)},
		{"manifest-name-twice", "committee", CodeJSON, signed(replace(`"seq":1`, `"seq":1,"Seq":2`), plainData)},
		{"data-name-twice", "committee", CodeJSON, signed(same, data(`{"points":30,"points":42}`))},
		{"data-nan", "committee", CodeJSON, signed(same, data(`{"points":NaN}`))},
		{"data-deep", "committee", CodeJSON, signed(same, data(`{"a":`+strings.Repeat("[", 1000)+strings.Repeat("]", 1000)+`}`))},
		{"data-many-entries", "committee", CodeJSON, signed(same, data(`{"meetings":[`+strings.Repeat("0,", maxItems)+`0]}`))},
		{"good-roll-up", "committee", "", func() []byte { return s.seal(t, KindReport, func(c *Contents) { c.Data = []byte(testRollUp) }).Bytes }},
		{"roll-up-changed", "committee", CodePartSize, func() []byte {
			f := partsOf(t, inner(t, s.seal(t, KindReport, func(c *Contents) { c.Data = []byte(testRollUp) }).Bytes, s.committee))
			f[2] = data(strings.Replace(testRollUp, `"members":24`, `"members":42`, 1))
			return s.sealAgain(t, zipOf(f))
		}},
		{"good-notice-of-another-committee", "cell", "", func() []byte {
			other := s
			other.committee = s.stranger
			return other.seal(t, KindNotice, func(c *Contents) {
				c.Manifest.Committee = Committee{ID: "committee-2", Name: "Đảng ủy Công ty CP Dệt Sông Hồng", KeyID: s.stranger.KeyID()}
			}).Bytes
		}},
		{"good-notice-by-another-key", "cell", "", func() []byte {
			forged := s
			forged.committee = s.attacker
			return forged.seal(t, KindNotice, nil).Bytes
		}},
		{"notice-changed", "cell", CodePartChanged, func() []byte {
			return bytes.Replace(s.seal(t, KindNotice, nil).Bytes, []byte("2026-11-24"), []byte("2026-11-23"), 1)
		}},
		{"good-passphrase", "passphrase", "", func() []byte { return s.byPassphrase(t) }},
		{"passphrase-not-told", "committee", CodePassphraseNeeded, func() []byte { return s.byPassphrase(t) }},
		{"passphrase-cut", "passphrase", CodeDamaged, func() []byte { p := s.byPassphrase(t); return p[:len(p)-1] }},
		{"passphrase-names-a-committee", "passphrase", CodeManifest, func() []byte { return s.underPassphrase(t, inner(t, report(), s.committee)) }},
		{"unregistered-to-a-committee", "committee", CodeWrongCommittee, func() []byte {
			return s.sealAgain(t, inner(t, s.ownCopy(t), s.cell))
		}},
		{"good-to-the-deputy", "deputy", "", func() []byte { return s.toDeputy(t) }},
		{"not-to-the-deputy", "deputy", CodeNotForYou, report},
		{"data-nfd", "committee", CodeJSON, signed(same, data("{\"name\":\"Nguye\u0302\u0303n\"}"))},
	}
}

// bomb is a part that unpacks to far more than it says.
func bomb(t *testing.T) packed {
	part := mustPack(t, "evidence/bomb.bin", make([]byte, 20<<20))
	part.Size, part.SHA256 = int64(len(part.bytes))+1, hashOf(make([]byte, len(part.bytes)+1))
	return part
}

func TestPacketsKeptAsFilesGetTheirAnswer(t *testing.T) {
	s, all := newSides(t), vectors(t)
	if *update {
		writeVectors(t, all)
	}
	table, err := os.ReadFile(filepath.Join(vectorDir, "answers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if string(table) != answers(all) {
		t.Errorf("answers.txt is not the list of vectors")
	}
	for _, v := range all {
		file, err := ReadFile(filepath.Join(vectorDir, v.name+Ending))
		if err != nil {
			t.Error(err)
			continue
		}
		packet, _, err := s.readerOf(v.reader).Open(bytes.NewReader(file), nil)
		if app.CodeOf(err) != v.want {
			t.Errorf("%s: %v, want %q", v.name, err, v.want)
		}
		if err == nil && string(packet.Data) != testData && string(packet.Data) != testRollUp {
			t.Errorf("%s: data are %s", v.name, packet.Data)
		}
	}
}

func answers(all []vector) string {
	var b strings.Builder
	for _, v := range all {
		want := string(v.want)
		if want == "" {
			want = "ok"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", v.name+Ending, v.reader, want)
	}
	return b.String()
}

func writeVectors(t *testing.T, all []vector) {
	t.Helper()
	files := map[string][]byte{
		"answers.txt": []byte(answers(all)), "cell.keys": []byte(cellKeysText), "committee.keys": []byte(committeeKeysText),
		"deputy.keys": []byte(strangerKeysText), "judged.txt": []byte(judged),
	}
	for _, v := range all {
		if _, err := os.Stat(filepath.Join(vectorDir, v.name+Ending)); err != nil { // those that are there stay as they are
			files[v.name+Ending] = v.make()
		}
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(vectorDir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
