package handover

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// shellBlocks are the commands that FORMAT.md promises.
func shellBlocks(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for _, found := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		blocks = append(blocks, found[1])
	}
	if len(blocks) != 4 {
		t.Fatalf("FORMAT.md has %d blocks of commands, want 4", len(blocks))
	}
	return blocks
}

// lacking names the stock tools that this machine does not have.
func lacking() []string {
	var names []string
	for _, tool := range []string{"sh", "age", "bsdtar", "openssl", "sed", "sha256sum", "cut"} {
		if _, err := exec.LookPath(tool); err != nil {
			names = append(names, tool)
		}
	}
	return names
}

// stockTools runs the commands of FORMAT.md on a packet and returns what they print.
func stockTools(t *testing.T, packet []byte, keys *Keys, script string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	packetPath, keyPath, work := filepath.Join(dir, "p.chibo"), filepath.Join(dir, "key.txt"), filepath.Join(dir, "work")
	for path, content := range map[string][]byte{packetPath: packet, keyPath: []byte(keys.identity.String() + "\n")} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(work, 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", "-e", "-c", script)
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "PACKET="+packetPath, "KEY="+keyPath, "LC_ALL=C")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// An archive opens a packet without this program: age, bsdtar and openssl, as FORMAT.md says.
func TestStockToolsOpenAPacket(t *testing.T) {
	if missing := lacking(); len(missing) > 0 {
		t.Skipf("this machine has no %s", strings.Join(missing, ", "))
	}
	s := newSides(t)
	script := strings.Join(shellBlocks(t), "\n")
	for _, keys := range []*Keys{s.committee, s.cell} {
		out, err := stockTools(t, s.seal(t, KindReport, nil).Bytes, keys, script)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		for _, want := range []string{
			"manifest.json", "manifest.sig", "data.json", "reports/bien-ban.pdf", "evidence/01.jpg",
			"Signature Verified Successfully", "a283c930d158b426",
			"data.json: OK", "reports/bien-ban.pdf: OK", "evidence/01.jpg: OK",
		} {
			if !slices.Contains(lines, want) {
				t.Errorf("no line %q in\n%s", want, out)
			}
		}
	}
	notice := strings.ReplaceAll(script, `age -d -i "$KEY" "$PACKET"`, `cat "$PACKET"`)
	if out, err := stockTools(t, s.seal(t, KindNotice, nil).Bytes, s.cell, notice); err != nil || !strings.Contains(out, "Signature Verified Successfully") {
		t.Errorf("a notice: %v\n%s", err, out)
	}
}

// age asks for a passphrase on a terminal only; script(1) is one.
func TestStockToolsOpenAPacketByItsPassphrase(t *testing.T) {
	if _, err := exec.LookPath("script"); err != nil || runtime.GOOS != "linux" {
		t.Skip("this machine has no script(1) of util-linux")
	}
	if missing := lacking(); len(missing) > 0 {
		t.Skipf("this machine has no %s", strings.Join(missing, ", "))
	}
	s := newSides(t)
	packet, err := os.ReadFile(filepath.Join("testdata", "packets", "good-passphrase.chibo"))
	if err != nil {
		t.Fatal(err)
	}
	open := func(passphrase string) (string, error) {
		ask := "printf '%s\\n' " + passphrase + " | script -qec 'age -d -o ../plain \"$PACKET\"' /dev/null >/dev/null\n"
		rest := strings.ReplaceAll(strings.Join(shellBlocks(t), "\n"), `age -d -i "$KEY" "$PACKET"`, `cat ../plain`)
		return stockTools(t, packet, s.cell, ask+rest)
	}
	out, err := open("4821093755128046")
	if err != nil || !strings.Contains(out, "Signature Verified Successfully") || !strings.Contains(out, "data.json: OK") {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := open("4821093755128047"); err == nil {
		t.Errorf("another passphrase opens it:\n%s", out)
	}
}

// The commands would be worth nothing if they passed on a packet that somebody changed.
func TestStockToolsFindAForgery(t *testing.T) {
	if missing := lacking(); len(missing) > 0 {
		t.Skipf("this machine has no %s", strings.Join(missing, ", "))
	}
	s := newSides(t)
	script := strings.Join(shellBlocks(t), "\n")
	good := partsOf(t, inner(t, s.seal(t, KindReport, nil).Bytes, s.committee))
	otherManifest := slices.Clone(good)
	otherManifest[0] = store(manifestName, []byte(strings.Replace(string(good[0].bytes), "2026-11-24", "2026-11-23", 1)))
	otherData := slices.Clone(good)
	otherData[2] = mustPack(t, dataName, []byte(strings.Replace(testData, "42", "24", 1)))
	for name, files := range map[string][]packed{"manifest": otherManifest, "data": otherData} {
		if out, err := stockTools(t, s.sealAgain(t, zipOf(files)), s.committee, script); err == nil {
			t.Errorf("another %s passes:\n%s", name, out)
		}
	}
	if out, err := stockTools(t, s.seal(t, KindReport, nil).Bytes, s.stranger, "set -o pipefail 2>/dev/null || true\n"+script); err == nil {
		t.Errorf("a stranger opens it:\n%s", out)
	}
}
