package handover

import (
	"bytes"
	"testing"

	"sochibo/app"
)

// Whatever bytes come, Open answers with a packet or with a code, and a packet can only be one that was signed.
func FuzzOpen(f *testing.F) {
	s := newSides(f)
	good := map[string]bool{}
	for _, kind := range allKinds {
		sealed := s.seal(f, kind, nil)
		packet := sealed.Bytes
		good[sealed.ManifestHash] = true
		f.Add(packet)
		if kind.IsSealed() {
			f.Add(inner(f, packet, s.reader(kind)))
		}
	}
	f.Add([]byte(sealedIntro + "-> X25519 \n"))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, file []byte) {
		packet, checks, err := Open(file, s.committee, s.cell)
		if len(checks) != len(openChecks) {
			t.Fatalf("%d checks", len(checks))
		}
		if err == nil {
			if !good[packet.ManifestHash] || string(packet.Data) != testData {
				t.Fatalf("a packet nobody signed: %+v", packet.Manifest)
			}
			return
		}
		if code := app.CodeOf(err); packet != nil || code == app.CodeInternal {
			t.Fatalf("%v", err)
		}
	})
}

// A sender may be hostile too: it signs what it likes. What Open lets through is what the manifest says.
func FuzzSignedParts(f *testing.F) {
	s := newSides(f)
	plain := s.seal(f, KindNotice, nil).Bytes
	manifest, err := newUnpacker(bytes.NewReader(plain)).small(manifestName, maxManifest)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(manifest, []byte(testData), []byte(nil))
	f.Add(manifest, []byte(testData+" "), []byte("PK\x03\x04"))
	f.Add(bytes.Replace(manifest, []byte(`"1.0"`), []byte(`"1.9"`), 1), []byte(testData), []byte(nil))
	f.Fuzz(func(t *testing.T, manifest, data, tail []byte) {
		file := forge(t, s.committee, KindNotice, manifest, mustPack(t, dataName, data))
		packet, _, err := Open(append(file, tail...))
		if err != nil {
			if app.CodeOf(err) == app.CodeInternal {
				t.Fatalf("%v", err)
			}
			return
		}
		part := packet.Manifest.Parts[0]
		if len(tail) > 0 || len(packet.Manifest.Parts) != 1 || !bytes.Equal(packet.Data, data) || part.SHA256 != hashOf(data) {
			t.Fatalf("%+v with %q", packet.Manifest, packet.Data)
		}
		if packet.Manifest.Sender != s.committee.Public() || packet.ManifestHash != hashOf(manifest) {
			t.Fatalf("%+v", packet.Manifest)
		}
	})
}

// A manifest that is read keeps the rules and can be written and read again.
func FuzzManifest(f *testing.F) {
	s := newSides(f)
	for _, kind := range allKinds {
		stored, err := encodeManifest(s.seal(f, kind, nil).Manifest)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(stored)
	}
	f.Fuzz(func(t *testing.T, stored []byte) {
		m, err := readManifest(stored)
		if err != nil {
			if app.CodeOf(err) == app.CodeInternal {
				t.Fatalf("%v", err)
			}
			return
		}
		total := int64(0)
		for _, part := range m.Parts {
			total += part.Size
		}
		if total > maxUnpacked || len(m.Parts) > maxParts || m.Validate() != nil {
			t.Fatalf("%+v", m)
		}
		if name := FileName(m); !plainFileName(name) {
			t.Fatalf("the name is %q", name)
		}
		m.Format = "1.0"
		again, err := encodeManifest(m)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := readManifest(again); err != nil {
			t.Fatalf("written again: %v", err)
		}
	})
}
