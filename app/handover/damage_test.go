package handover

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"

	"sochibo/app"
)

// refusedAll opens what each change of a packet makes; none may open, and each must say so with a code of its own.
func refusedAll(t *testing.T, keys *Keys, changes func(try func(where int, changed []byte))) {
	t.Helper()
	tried := 0
	changes(func(where int, changed []byte) {
		tried++
		packet, checks, err := Open(changed, keys)
		if err == nil || packet != nil {
			t.Errorf("change at %d was taken", where)
		} else if code := app.CodeOf(err); code == app.CodeInternal || code == "" {
			t.Errorf("change at %d: %v", where, err)
		}
		if len(checks) != len(openChecks) {
			t.Errorf("change at %d: %d checks", where, len(checks))
		}
	})
	if tried < 100 {
		t.Errorf("only %d changes were tried", tried)
	}
}

func eachBit(packet []byte, try func(where int, changed []byte)) {
	for bit := range len(packet) * 8 {
		changed := bytes.Clone(packet)
		changed[bit/8] ^= 1 << (bit % 8)
		try(bit, changed)
	}
}

func eachLength(packet []byte, try func(where int, changed []byte)) {
	for length := range len(packet) {
		try(length, packet[:length])
	}
	for _, tail := range []string{"\x00", "\n", "PK\x05\x06", string(packet)} {
		try(len(packet), append(bytes.Clone(packet), tail...))
	}
}

// small is a report with little in it, so that every bit can be tried.
func small(c *Contents) {
	c.Data = []byte(`{"a":[1,2,3],"text":"Sinh hoạt, sinh hoạt, sinh hoạt, sinh hoạt, sinh hoạt"}`)
	c.Files = c.Files[:1]
}

func TestEveryChangedBitOfTheFileIsRefused(t *testing.T) {
	t.Parallel()
	s := newSides(t)
	report := s.seal(t, KindReport, small).Bytes
	refusedAll(t, s.committee, func(try func(int, []byte)) { eachBit(report, try) })
}

func TestEveryCutAndEveryTailOfTheFileIsRefused(t *testing.T) {
	t.Parallel()
	s := newSides(t)
	report := s.seal(t, KindReport, small).Bytes
	refusedAll(t, s.committee, func(try func(int, []byte)) { eachLength(report, try) })
}

// Anyone who knows the committee's public key can open nothing but can seal anything, and the cell's deputy could open,
// change and seal again. So every bit inside counts as well.
func TestEveryChangedBitInsideIsRefused(t *testing.T) {
	t.Parallel()
	s := newSides(t)
	plain := inner(t, s.seal(t, KindReport, small).Bytes, s.committee)
	refusedAll(t, s.committee, func(try func(int, []byte)) {
		eachBit(plain, func(where int, changed []byte) { try(where, s.sealAgain(t, changed)) })
	})
}

func TestEveryCutAndEveryTailInsideIsRefused(t *testing.T) {
	t.Parallel()
	s := newSides(t)
	plain := inner(t, s.seal(t, KindReport, small).Bytes, s.committee)
	refusedAll(t, s.committee, func(try func(int, []byte)) {
		eachLength(plain, func(where int, changed []byte) { try(where, s.sealAgain(t, changed)) })
	})
}

func TestEveryChangedBitAndCutOfAnOpenPacketIsRefused(t *testing.T) {
	t.Parallel()
	s := newSides(t)
	notice := s.seal(t, KindNotice, nil).Bytes
	refusedAll(t, s.cell, func(try func(int, []byte)) {
		eachBit(notice, try)
		eachLength(notice, try)
	})
}

// A large packet has too many bits to try all; a step that is coprime to the sizes of chunks and headers meets every kind of place.
func TestChangesOfALargePacketAreRefused(t *testing.T) {
	t.Parallel()
	s := newSides(t)
	photo := make([]byte, 3<<20)
	if _, err := rand.NewChaCha8([32]byte{7}).Read(photo); err != nil {
		t.Fatal(err)
	}
	report := s.seal(t, KindReport, func(c *Contents) { c.Files = []File{{Name: "evidence/1.jpg", Bytes: photo}} }).Bytes
	refusedAll(t, s.committee, func(try func(int, []byte)) {
		for bit := 0; bit < len(report)*8; bit += 65_537 {
			report[bit/8] ^= 1 << (bit % 8)
			try(bit, report)
			report[bit/8] ^= 1 << (bit % 8)
		}
		for length := 0; length < len(report); length += 40_009 {
			try(length, report[:length])
		}
	})
	if _, _, err := Open(report, s.committee); err != nil {
		t.Errorf("the packet itself: %v", err)
	}
}

func TestFilesThatAreNoPackets(t *testing.T) {
	s := newSides(t)
	report := s.seal(t, KindReport, nil).Bytes
	plain, notice := inner(t, report, s.committee), s.seal(t, KindNotice, nil).Bytes
	armor := []byte("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n")
	for _, c := range []struct {
		name string
		file []byte
		want app.Code
	}{
		{"nothing", nil, CodeEmpty},
		{"a picture", []byte("\xff\xd8\xff\xe0 JFIF and so on, long enough to be read"), CodeUnknownForm},
		{"a few letters", []byte("PK"), CodeUnknownForm},
		{"an armored age file", armor, CodeUnknownForm},
		{"the next version of age", bytes.Replace(report, []byte("age-encryption.org/v1"), []byte("age-encryption.org/v2"), 1), CodeUnknownForm},
		{"an empty zip", []byte("PK\x05\x06" + string(make([]byte, 18))), CodeUnknownForm},
		{"only age's first line", []byte(sealedIntro), CodeDamaged},
		{"only a zip's first bytes", []byte(zipIntro), CodeDamaged},
		{"a report that is not sealed", plain, CodeNotSealed},
		{"a notice that is sealed", s.sealAgain(t, notice), CodeNotSealed},
		{"sealed nothing", s.sealAgain(t, nil), CodeDamaged},
		{"sealed twice", s.sealAgain(t, report), CodeDamaged},
		{"something behind a notice", append(bytes.Clone(notice), 0), CodeTrailing},
		{"something behind the zip in a report", s.sealAgain(t, append(bytes.Clone(plain), plain...)), CodeTrailing},
		{"something behind a report", append(bytes.Clone(report), 0), CodeDamaged},
		{"more than a packet may have", make([]byte, MaxPacketSize+1), CodeTooLarge},
	} {
		if _, _, err := Open(c.file, s.committee); app.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// What comes from a pipe has no size that could be asked.
func TestAPacketWithoutKnownSizeIsLeftAtTheLimit(t *testing.T) {
	s := newSides(t)
	m := s.contents(KindNotice).Manifest
	m.Format, m.Sender = "1.0", s.committee.Public()
	files := []packed{mustPack(t, dataName, []byte(testData))}
	for _, name := range []string{"evidence/1.bin", "evidence/2.bin"} {
		files = append(files, store(name, make([]byte, 40<<20)))
	}
	for _, f := range files {
		m.Parts = append(m.Parts, f.Part)
	}
	stored, err := encodeManifest(m)
	if err != nil {
		t.Fatal(err)
	}
	pipe := io.MultiReader(bytes.NewReader(forge(t, s.committee, KindNotice, stored, files...)))
	_, checks, err := OpenStream(pipe, func(string) bool { return false })
	wantCode(t, err, CodeTooLarge)
	if last := checks[5]; last.Name != CheckContents || last.Code != CodeTooLarge {
		t.Errorf("%+v", checks)
	}
}
