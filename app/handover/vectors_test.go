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
	reader Kind // the packet is opened by whoever receives packets of this kind
	want   app.Code
	make   func() []byte
}

// vectors builds the packets. Sealing is not repeatable, so the files are what counts and this only says how they were made.
func vectors(t *testing.T) []vector {
	s := newSides(t)
	good := func(kind Kind) vector {
		return vector{"good-" + string(kind), kind, "", func() []byte { return s.seal(t, kind, nil).Bytes }}
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
		{"newer-minor", KindReport, "", signed(replace(`"format":"1.0"`, `"format":"1.7","urgent":true`), plainData)},
		{"newer-major", KindReport, CodeNewer, signed(replace(`"format":"1.0"`, `"format":"2.0"`), plainData)},
		{"empty", KindReport, CodeEmpty, func() []byte { return nil }},
		{"not-a-packet", KindReport, CodeUnknownForm, func() []byte { return []byte("%PDF-1.7 biên bản sinh hoạt chi bộ") }},
		{"not-sealed", KindReport, CodeNotSealed, func() []byte { return inner(t, report(), s.committee) }},
		{"to-somebody-else", KindReport, CodeNotForYou, func() []byte {
			other := s
			other.committee = s.stranger
			return other.seal(t, KindReport, nil).Bytes
		}},
		{"forwarded", KindReport, CodeWrongCommittee, func() []byte {
			other := s
			other.committee = s.stranger
			return s.sealAgain(t, inner(t, other.seal(t, KindReport, nil).Bytes, s.stranger))
		}},
		{"cut", KindReport, CodeDamaged, func() []byte { p := report(); return p[:len(p)-1] }},
		{"bit-flipped", KindReport, CodeDamaged, func() []byte { p := report(); p[len(p)-100] ^= 1; return p }},
		{"tail-behind-age", KindReport, CodeDamaged, func() []byte { return append(report(), 0) }},
		{"tail-behind-zip", KindReport, CodeTrailing, func() []byte { return s.sealAgain(t, append(inner(t, report(), s.committee), 0)) }},
		{"zip-extra", KindReport, CodePartExtra, insert("evidence/99.jpg")},
		{"zip-twice", KindReport, CodePartTwice, insert("data.json")},
		{"zip-nested", KindReport, CodePartExtra, insert("reports/../../autorun.inf")},
		{"zip-absolute", KindReport, CodePartExtra, insert("/etc/passwd")},
		{"zip-backslash", KindReport, CodePartExtra, insert(`reports\a.pdf`)},
		{"zip-other-case", KindReport, CodePartExtra, insert("DATA.JSON")},
		{"zip-missing", KindReport, CodePartMissing, resealed(func(f []packed) []packed { return slices.Delete(f, 3, 4) })},
		{"part-changed", KindReport, CodePartChanged, resealed(func(f []packed) []packed {
			f[2] = data(strings.Replace(testData, "42", "24", 1))
			return f
		})},
		{"signature-changed", KindReport, CodeSignature, resealed(func(f []packed) []packed {
			f[1] = store(signatureName, make([]byte, 64))
			return f
		})},
		{"manifest-changed", KindReport, CodeSignature, resealed(func(f []packed) []packed {
			f[0] = store(manifestName, bytes.Replace(f[0].bytes, []byte("2026-11-24"), []byte("2026-11-23"), 1))
			return f
		})},
		{"bomb", KindReport, CodePartSize, signed(same, plainData, bomb(t))},
		{"claims-2-gb", KindReport, CodePartSize, signed(replace(fmt.Sprintf(`"size":%d`, len(testData)), `"size":2147483648`), plainData)},
		{"manifest-name-twice", KindReport, CodeJSON, signed(replace(`"seq":1`, `"seq":1,"Seq":2`), plainData)},
		{"data-name-twice", KindReport, CodeJSON, signed(same, data(`{"points":30,"points":42}`))},
		{"data-nan", KindReport, CodeJSON, signed(same, data(`{"points":NaN}`))},
		{"data-deep", KindReport, CodeJSON, signed(same, data(`{"a":`+strings.Repeat("[", 1000)+strings.Repeat("]", 1000)+`}`))},
		{"data-nfd", KindReport, CodeJSON, signed(same, data("{\"name\":\"Nguye\u0302\u0303n\"}"))},
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
		packet, _, err := Open(file, s.reader(v.reader))
		if app.CodeOf(err) != v.want {
			t.Errorf("%s: %v, want %q", v.name, err, v.want)
		}
		if err == nil && string(packet.Data) != testData {
			t.Errorf("%s: data are %s", v.name, packet.Data)
		}
	}
}

func answers(all []vector) string {
	var b strings.Builder
	for _, v := range all {
		reader, want := "cell", string(v.want)
		if v.reader.IsUpward() {
			reader = "committee"
		}
		if want == "" {
			want = "ok"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", v.name+Ending, reader, want)
	}
	return b.String()
}

func writeVectors(t *testing.T, all []vector) {
	t.Helper()
	files := map[string][]byte{
		"answers.txt": []byte(answers(all)), "cell.keys": []byte(cellKeysText), "committee.keys": []byte(committeeKeysText),
	}
	for _, v := range all {
		files[v.name+Ending] = v.make()
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(vectorDir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
