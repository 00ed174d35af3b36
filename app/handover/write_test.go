package handover

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
)

const packetName = "CB-XM2-2026-11-01.chibo"

var (
	packetBytes = bytes.Repeat([]byte("gói dữ liệu "), 60_000) // three chunks
	packetPath  = filepath.Join(stickDir, packetName)
)

func writeTo(stick FileSystem) (Written, error) {
	return WriteTo(context.Background(), stick, stickDir, packetName, packetBytes, nil)
}

// wantWhole is the promise of WriteTo: under a final name stands the whole packet or nothing.
func wantWhole(t *testing.T, name string, stick *faultyStick) {
	t.Helper()
	for path, content := range stick.files {
		if filepath.Ext(path) == Ending && !bytes.Equal(content, packetBytes) {
			t.Errorf("%s: %s has %d bytes that are not the packet", name, path, len(content))
		}
	}
}

func TestAPacketIsWrittenAndReadBack(t *testing.T) {
	stick := newStick()
	var steps []int64
	written, err := WriteTo(context.Background(), stick, stickDir, packetName, packetBytes, func(done, total int64) {
		if total != int64(3*len(packetBytes)) {
			t.Fatalf("total is %d", total)
		}
		steps = append(steps, done)
	})
	if err != nil {
		t.Fatal(err)
	}
	want := Written{Path: packetPath, Name: packetName, Size: int64(len(packetBytes)), SHA256: hashOf(packetBytes)}
	if written != want || !bytes.Equal(stick.files[packetPath], packetBytes) || len(stick.leftovers()) > 0 {
		t.Errorf("%+v, %v", written, stick.leftovers())
	}
	if len(steps) < 9 || steps[len(steps)-1] != int64(3*len(packetBytes)) {
		t.Errorf("progress was %v", steps)
	}
	again, err := writeTo(stick)
	want.Already = true
	if err != nil || again != want || len(stick.files) != 1 {
		t.Errorf("written again: %+v, %v", again, err)
	}
}

func TestAnotherFileIsNeverReplaced(t *testing.T) {
	stick := newStick()
	other := bytes.Clone(packetBytes)
	other[100] ^= 1
	stick.files[packetPath] = other
	second := filepath.Join(stickDir, "CB-XM2-2026-11-01-2.chibo")
	stick.files[second] = []byte("something else")
	written, err := writeTo(stick)
	if err != nil || written.Name != "CB-XM2-2026-11-01-3.chibo" || written.Already {
		t.Fatalf("%+v, %v", written, err)
	}
	if !bytes.Equal(stick.files[packetPath], other) || string(stick.files[second]) != "something else" {
		t.Error("a file that was there was changed")
	}
	if again, err := writeTo(stick); err != nil || !again.Already || again.Name != written.Name {
		t.Errorf("written again: %+v, %v", again, err)
	}
	for n := 3; n <= maxCopies; n++ {
		stick.files[filepath.Join(stickDir, fmt.Sprintf("CB-XM2-2026-11-01-%d.chibo", n))] = []byte("something else")
	}
	_, err = writeTo(stick)
	wantCode(t, err, CodeNamesTaken)
}

// Each call to the stick fails once, in each way; whatever happens, nothing half stands under a final name, the user learns
// why, and the next try succeeds.
func TestEachCallMayFail(t *testing.T) {
	healthy := newStick()
	if _, err := writeTo(healthy); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		fault   error
		forEver bool
		gone    bool
		want    app.Code
	}{
		{"full", errNoSpace, false, false, CodeStickFull},
		{"write-protected", errReadOnly, true, false, CodeStickReadOnly},
		{"pulled out", errMedium, true, true, CodeStickGone},
		{"device gone, folder still listed", errNoDevice, true, false, CodeStickGone},
		{"worn out", errMedium, false, false, CodeStickFaulty},
		{"no permission", errPermission, true, false, CodeStickUnwritable},
		{"something odd", errOdd, false, false, CodeStickUnwritable},
	} {
		for call := 1; call <= healthy.calls; call++ {
			stick := newStick()
			stick.failAt, stick.fault, stick.forEver, stick.gone = call, c.fault, c.forEver, c.gone
			_, err := writeTo(stick)
			if err == nil {
				t.Errorf("%s at call %d of %d: success", c.name, call, healthy.calls)
			} else if app.CodeOf(err) != c.want {
				t.Errorf("%s at call %d: %v, want %s", c.name, call, err, c.want)
			}
			wantWhole(t, c.name, stick)
			if !c.forEver && len(stick.files) > 0 {
				t.Errorf("%s at call %d: %v is left", c.name, call, stick.files)
			}
			stick.failAt = 0
			if _, err := writeTo(stick); err != nil || !bytes.Equal(stick.files[packetPath], packetBytes) || len(stick.leftovers()) > 0 {
				t.Errorf("%s at call %d: the next try: %v", c.name, call, err)
			}
		}
	}
}

func TestAFullStickIsNotBegun(t *testing.T) {
	stick := newStick()
	stick.capacity = len(packetBytes) - 1
	_, err := writeTo(stick)
	wantCode(t, err, CodeStickFull)
	if values := asError(err).Values; values["need"] != int64(len(packetBytes)+spareSpace) || values["free"] != int64(stick.capacity) {
		t.Errorf("values are %v", values)
	}
	if len(stick.files) > 0 || stick.created > 0 {
		t.Errorf("%d files were begun", stick.created)
	}
}

// What the system called free may be gone when it is needed.
func TestAStickThatFillsUpMeanwhile(t *testing.T) {
	stick := newStick()
	stick.capacity = 2 * len(packetBytes)
	filled := false
	_, err := WriteTo(context.Background(), stick, stickDir, packetName, packetBytes, func(int64, int64) {
		if !filled {
			filled = true
			stick.files["stick/photo.jpg"] = make([]byte, len(packetBytes)+spareSpace)
		}
	})
	wantCode(t, err, CodeStickFull)
	if len(stick.files) != 1 {
		t.Errorf("%d files are left", len(stick.files))
	}
}

func TestHalfWritesAreContinued(t *testing.T) {
	stick := newStick()
	stick.writesHalf = true
	if _, err := writeTo(stick); err != nil || !bytes.Equal(stick.files[packetPath], packetBytes) {
		t.Errorf("%v", err)
	}
}

// A worn-out or forged stick says yes to everything and keeps something else.
func TestAStickThatLies(t *testing.T) {
	for name, corrupt := range map[string]func([]byte) []byte{
		"one bit":      func(b []byte) []byte { b = bytes.Clone(b); b[len(b)/2] ^= 4; return b },
		"the end cut":  func(b []byte) []byte { return b[:len(b)-1] },
		"nothing kept": func([]byte) []byte { return nil },
		"zeros":        func(b []byte) []byte { return make([]byte, len(b)) },
		"longer":       func(b []byte) []byte { return append(bytes.Clone(b), 0) },
	} {
		stick := newStick()
		stick.corrupt = corrupt
		_, err := writeTo(stick)
		if app.CodeOf(err) != CodeReadBackDiffers {
			t.Errorf("%s: %v", name, err)
		}
		if len(stick.files) > 0 {
			t.Errorf("%s: a bad file is left", name)
		}
		later := newStick()
		later.afterName = func(s *faultyStick, path string) { s.files[path] = corrupt(s.files[path]) }
		if _, err := writeTo(later); app.CodeOf(err) != CodeReadBackDiffers || len(later.files) > 0 {
			t.Errorf("%s after the file had its name: %v", name, err)
		}
	}
}

func TestStoppingLeavesNothing(t *testing.T) {
	healthy := newStick()
	steps := 0
	if _, err := WriteTo(context.Background(), healthy, stickDir, packetName, packetBytes, func(int64, int64) { steps++ }); err != nil {
		t.Fatal(err)
	}
	for stop := range steps - 1 { // when the last byte is read back, there is nothing left to stop
		ctx, cancel := context.WithCancel(context.Background())
		stick, step := newStick(), 0
		_, err := WriteTo(ctx, stick, stickDir, packetName, packetBytes, func(int64, int64) {
			if step++; step > stop {
				cancel()
			}
		})
		cancel()
		if err == nil && bytes.Equal(stick.files[packetPath], packetBytes) {
			continue // it was complete
		}
		if app.CodeOf(err) != app.CodeCanceled || len(stick.files) > 0 {
			t.Errorf("stopped at step %d: %v, %d files left", stop, err, len(stick.files))
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	stick := newStick()
	if _, err := WriteTo(ctx, stick, stickDir, packetName, packetBytes, nil); app.CodeOf(err) != app.CodeCanceled || len(stick.files) > 0 {
		t.Errorf("stopped before it began: %v", err)
	}
}

func TestNamesThatAStickDoesNotTake(t *testing.T) {
	for _, name := range []string{"", "..", "a/b.chibo", `a\b.chibo`, "gói.chibo", "a b.chibo", "con.chibo", "a.chibo.", "a.part", "a\x00.chibo"} {
		stick := newStick()
		_, err := WriteTo(context.Background(), stick, stickDir, name, packetBytes, nil)
		wantCode(t, err, CodeFileName)
		if stick.calls > 0 {
			t.Errorf("%q: the stick was touched", name)
		}
	}
}

func TestWritingToAFolderOfTheDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Bàn giao #1 100%")
	_, err := WriteTo(context.Background(), Disk, dir, packetName, packetBytes, nil)
	wantCode(t, err, CodeStickGone)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, packetName+partEnding), []byte("pulled out the last time"), 0o600); err != nil {
		t.Fatal(err)
	}
	written, err := WriteTo(context.Background(), Disk, dir, packetName, packetBytes, nil)
	if err != nil {
		t.Fatal(err)
	}
	content, err := ReadFile(written.Path)
	if err != nil || !bytes.Equal(content, packetBytes) {
		t.Errorf("%v", err)
	}
	found, err := Find(context.Background(), dir)
	if err != nil || len(found) != 1 || found[0] != (Found{Path: written.Path, Name: packetName, Size: written.Size}) {
		t.Errorf("%+v, %v", found, err)
	}
	again, err := WriteTo(context.Background(), Disk, dir, packetName, packetBytes, nil)
	if err != nil || !again.Already {
		t.Errorf("%+v, %v", again, err)
	}
	other, err := WriteTo(context.Background(), Disk, dir, packetName, []byte("other"), nil)
	if err != nil || other.Name != "CB-XM2-2026-11-01-2.chibo" {
		t.Errorf("%+v, %v", other, err)
	}
	if free, err := Disk.Free(dir); err != nil || free <= 0 {
		t.Errorf("free space is %d, %v", free, err)
	}
}

func TestTheDiskNeverReplacesAFile(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	for _, path := range []string{from, to} {
		if err := os.WriteFile(path, []byte(path), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Disk.Rename(from, to); !errors.Is(err, os.ErrExist) {
		t.Errorf("renamed onto a file: %v", err)
	}
	if _, err := Disk.Create(to); !errors.Is(err, os.ErrExist) {
		t.Errorf("created onto a file: %v", err)
	}
	if content, err := os.ReadFile(to); err != nil || string(content) != to {
		t.Errorf("%s, %v", content, err)
	}
	if err := Disk.Rename(from, filepath.Join(dir, "c")); err != nil {
		t.Errorf("renamed to a free name: %v", err)
	}
}
