package handover

import (
	"bytes"
	"crypto/ed25519"
	"io"
	"testing"

	"filippo.io/age"

	"sochibo/app"
)

// Keys of invented organisations; nothing was ever sealed with them outside these tests.
const (
	cellKeysText      = "chibo-keys-1\nvtaBeWWrMI7SfYcuhl+iVt5IIiM/ZSMyQ3KdFeKQbBI=\nAGE-SECRET-KEY-1VDCDYAWKDGPSSTNDVPK07AEDA2477XQRFNSPEVR6DYEXGVF2LNXQUCXY9J\n"
	committeeKeysText = "chibo-keys-1\nQalj0p/NV/eItKOCVokSy0dLWUSFeve4ndvHTKNwgRk=\nAGE-SECRET-KEY-1ZEJNZMP3RLTPVDDVWPC80UA7KJ5HTCDG2SVV5DY4R0F6D7MQ26PQ5ETF8Z\n"
	attackerKeysText  = "chibo-keys-1\nxlKivMohMpsL4dbsm0cWlj+dAT2YAQCvM8lVjbZIphs=\nAGE-SECRET-KEY-17DL8QKYTYKD9QWC3SXDFM7EX398RE3KT5633P7PTN00AMSP7AHSSLDJYU4\n"
	strangerKeysText  = "chibo-keys-1\nrvHfUK4cqnGdy6fzC7dT5uVtxe4WK3lBH8fgxUtsVM4=\nAGE-SECRET-KEY-1D4AMM9U0XWDF0RRQRZVWT9US0KYWMA3ENNEVTAUNZMMV3ZK6X2UQJK3CJU\n"
)

func mustKeys(t testing.TB, text string) *Keys {
	t.Helper()
	keys, err := ParseKeys(text)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// sides are the organisations of a test.
type sides struct {
	cell, committee, attacker, stranger *Keys
}

func newSides(t testing.TB) sides {
	t.Helper()
	return sides{
		cell: mustKeys(t, cellKeysText), committee: mustKeys(t, committeeKeysText),
		attacker: mustKeys(t, attackerKeysText), stranger: mustKeys(t, strangerKeysText),
	}
}

const testData = `{"format":1,"month":"2026-11","members":[{"name":"Nguyễn Văn Đức","points":42},{"name":"Nguyễn Văn Đạt","points":30},` +
	`{"name":"Nguyễn Văn Điền","points":31}],"note":"Sinh hoạt thường kỳ, sinh hoạt chuyên đề"}`

var testFiles = []File{
	{Name: "reports/bien-ban.pdf", Bytes: []byte("%PDF-1.7 biên bản biên bản biên bản biên bản biên bản biên bản")},
	{Name: "evidence/01.jpg", Bytes: []byte{0xff, 0xd8, 0xff, 0xe0, 1, 2, 3}},
}

// contents returns the contents of a good packet of a kind.
func (s sides) contents(kind Kind) Contents {
	m := Manifest{
		PacketID: "0193-aa", Kind: kind, Period: "2026-11", Seq: 1, InstallID: "install-1",
		Created: "2026-11-24T15:41:00+07:00", AppVersion: "1.0.0", Schema: 1,
		Cell:      Cell{ID: "cell-2", Code: "XM2", Name: "Chi bộ Xưởng May 2", KeyID: s.cell.KeyID()},
		Committee: Committee{ID: "committee-1", Name: "Đảng ủy Công ty CP May Hưng Thịnh", KeyID: s.committee.KeyID()},
	}
	switch kind {
	case KindInvitation:
		m.Period, m.Cell.KeyID = "", ""
	case KindFramework, KindNotice:
		m.Cell = Cell{}
	}
	c := Contents{Manifest: m, Data: []byte(testData)}
	if kind == KindReport {
		c.Files = testFiles
	}
	return c
}

// seal makes a good packet of a kind, changed by the caller before it is sealed.
func (s sides) seal(t testing.TB, kind Kind, change func(c *Contents)) *Sealed {
	t.Helper()
	c := s.contents(kind)
	if change != nil {
		change(&c)
	}
	sealed, err := s.trySeal(c)
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return sealed
}

func (s sides) trySeal(c Contents) (*Sealed, error) {
	switch c.Manifest.Kind {
	case KindReport:
		return Seal(s.cell, c, s.committee.Public())
	case KindReceipt:
		return Seal(s.committee, c, s.cell.Public())
	}
	return Seal(s.committee, c)
}

// reader returns the keys of the organisation that a kind is sent to.
func (s sides) reader(kind Kind) *Keys {
	if kind.IsUpward() {
		return s.committee
	}
	return s.cell
}

// inner returns the zip inside a sealed packet.
func inner(t testing.TB, sealed []byte, keys *Keys) []byte {
	t.Helper()
	r, err := age.Decrypt(bytes.NewReader(sealed), keys.identity)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// sealAgain encrypts anything to the committee, which everybody can do who knows its public key.
func (s sides) sealAgain(t testing.TB, plain []byte) []byte {
	t.Helper()
	recipient, err := s.committee.Public().recipient()
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := encrypt(plain, []age.Recipient{recipient})
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// forge is a packet made by hand: signed by keys, whatever the manifest and the files may be.
func forge(t testing.TB, keys *Keys, kind Kind, manifest []byte, files ...packed) []byte {
	t.Helper()
	signature := ed25519.Sign(keys.signing, signedBytes(kind, manifest))
	return zipOf(append([]packed{store(manifestName, manifest), store(signatureName, signature)}, files...))
}

func mustPack(t testing.TB, name string, content []byte) packed {
	t.Helper()
	p, err := pack(name, content)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func wantCode(t *testing.T, err error, codes ...app.Code) {
	t.Helper()
	for _, code := range codes {
		if app.CodeOf(err) == code {
			return
		}
	}
	t.Errorf("error is %v, want one of %v", err, codes)
}
