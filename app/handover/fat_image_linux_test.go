package handover

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sochibo/app"
)

// fatImage is a FAT file system in a file, mounted where a stick would be.
type fatImage struct {
	t      *testing.T
	image  string
	dir    string
	driver *exec.Cmd
}

// newFATImage makes an image of so many KiB and mounts it. Only a long run asks for it, and not every system lets a test mount.
func newFATImage(t *testing.T, kib string, format ...string) *fatImage {
	t.Helper()
	if os.Getenv("FAT_IMAGE") == "" {
		t.Skip("a run of its own; FAT_IMAGE=1 asks for it")
	}
	for _, tool := range []string{"mkfs.vfat", "fsck.vfat", "fusefat", "fusermount"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("not checked: this machine has no %s", tool)
		}
	}
	if fuse, err := os.OpenFile("/dev/fuse", os.O_RDWR, 0); err != nil {
		t.Skipf("not checked: %v", err)
	} else if err := fuse.Close(); err != nil {
		t.Fatal(err)
	}
	f := &fatImage{t: t, image: filepath.Join(t.TempDir(), "stick.img"), dir: t.TempDir()}
	f.run("mkfs.vfat", append(format, "-C", f.image, kib)...)
	f.mount()
	t.Cleanup(f.unmount)
	return f
}

func (f *fatImage) run(name string, args ...string) string {
	f.t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		f.t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// mount starts the driver and waits until the folder is the image.
func (f *fatImage) mount() {
	f.t.Helper()
	outside, err := os.Stat(f.dir)
	if err != nil {
		f.t.Fatal(err)
	}
	f.driver = exec.Command("fusefat", "-f", "-s", "-o", "rw+", f.image, f.dir)
	if err := f.driver.Start(); err != nil {
		f.t.Fatal(err)
	}
	for range 200 { // the driver has no other way to say that it is ready
		if inside, err := os.Stat(f.dir); err == nil && !os.SameFile(inside, outside) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	f.t.Fatal("the image was not mounted within four seconds")
}

func (f *fatImage) unmount() {
	if f.driver == nil {
		return
	}
	if out, err := exec.Command("fusermount", "-u", f.dir).CombinedOutput(); err != nil {
		f.t.Errorf("unmount: %v\n%s", err, out)
	}
	_ = f.driver.Wait() // how a driver ends that was pulled out does not matter
	f.driver = nil
}

// pull ends the driver at once, as a stick that is pulled out.
func (f *fatImage) pull() {
	if err := f.driver.Process.Kill(); err != nil {
		f.t.Error(err)
	}
}

func (f *fatImage) names() []string {
	f.t.Helper()
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		f.t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func (f *fatImage) wantFile(path string) {
	f.t.Helper()
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, packetBytes) {
		f.t.Errorf("%s: %d bytes, %v", path, len(got), err)
	}
}

// What was written to a FAT stick is there when the stick is put in again, a name that differs in its capitals alone counts as taken, and
// another program finds no fault in the stick. The driver knows names of ASCII alone; so are those of packets.
func TestAPacketIsWrittenToAFATImage(t *testing.T) {
	f := newFATImage(t, "40960", "-F", "32")
	folder := filepath.Join(f.dir, "Ban giao thang 11")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{f.dir, folder} {
		written, err := WriteTo(context.Background(), Disk, dir, packetName, packetBytes, nil)
		if err != nil || written.Name != packetName || written.Already {
			t.Fatalf("%s: %+v, %v", dir, written, err)
		}
	}
	again, err := WriteTo(context.Background(), Disk, f.dir, packetName, packetBytes, nil)
	if err != nil || !again.Already {
		t.Errorf("written again: %+v, %v", again, err)
	}
	other, err := WriteTo(context.Background(), Disk, f.dir, packetName, packetBytes[1:], nil)
	if err != nil || other.Name != "CB-XM2-2026-11-01-2.chibo" {
		t.Errorf("another file of that name: %+v, %v", other, err)
	}
	if err := os.WriteFile(filepath.Join(f.dir, "cb-kho-2026-11-01.chibo"), packetBytes[2:], 0o600); err != nil {
		t.Fatal(err)
	}
	small, err := WriteTo(context.Background(), Disk, f.dir, "CB-KHO-2026-11-01.chibo", packetBytes, nil)
	if err != nil || small.Name != "CB-KHO-2026-11-01-2.chibo" {
		t.Errorf("a name taken in small letters: %+v, %v", small, err)
	}
	f.unmount()
	f.run("fsck.vfat", "-n", f.image)
	f.mount()
	f.wantFile(filepath.Join(f.dir, packetName))
	f.wantFile(filepath.Join(folder, packetName))
}

// On a full FAT stick stands nothing new. This driver names another cause than the kernel's own, which says that there is no space.
func TestAFullFATImageHoldsNoHalfPacket(t *testing.T) {
	f := newFATImage(t, "5120", "-F", "16", "-s", "1")
	if err := os.WriteFile(filepath.Join(f.dir, "phim.mp4"), make([]byte, 4_400_000), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := WriteTo(context.Background(), Disk, f.dir, packetName, packetBytes, nil)
	if code := app.CodeOf(err); code != CodeStickFull && code != CodeStickUnwritable {
		t.Errorf("%v", err)
	}
	if names := f.names(); len(names) != 1 {
		t.Errorf("on the stick are %v", names)
	}
}

// A FAT stick that is pulled out in the middle holds no packet when it is put in again, and the next attempt succeeds.
func TestAFATImagePulledOutHoldsNoHalfPacket(t *testing.T) {
	f := newFATImage(t, "40960", "-F", "32")
	_, err := WriteTo(context.Background(), Disk, f.dir, packetName, packetBytes, func(done, _ int64) {
		if done == writeChunk {
			f.pull()
		}
	})
	if app.CodeOf(err) != CodeStickGone {
		t.Errorf("%v", err)
	}
	f.unmount()
	f.mount()
	for _, name := range f.names() {
		if strings.HasSuffix(name, Ending) {
			t.Errorf("on the stick is %s", name)
		}
	}
	written, err := WriteTo(context.Background(), Disk, f.dir, packetName, packetBytes, nil)
	if err != nil || written.Name != packetName {
		t.Fatalf("%+v, %v", written, err)
	}
	f.wantFile(written.Path)
}
