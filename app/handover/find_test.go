package handover

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
)

func TestFindTakesOnlyPackets(t *testing.T) {
	dir := t.TempDir()
	for i := range 3000 {
		name := fmt.Sprintf("IMG_%04d.jpg", i)
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"b.chibo", "A.CHIBO", "._b.chibo", "b.chibo.part", "chibo", "b.chibo.pdf"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.chibo"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "b.chibo"), filepath.Join(dir, "link.chibo")); err != nil {
		t.Fatal(err)
	}
	found, err := Find(context.Background(), dir)
	if err != nil || len(found) != 2 || found[0].Name != "A.CHIBO" || found[1].Name != "b.chibo" || found[1].Size != 1 {
		t.Errorf("%+v, %v", found, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Find(ctx, dir)
	wantCode(t, err, app.CodeCanceled)
	_, err = Find(context.Background(), filepath.Join(dir, "none"))
	wantCode(t, err, app.CodeFileUnread)
	_, err = Find(context.Background(), filepath.Join(dir, "b.chibo"))
	wantCode(t, err, app.CodeFileUnread)
}

func TestReadFileTakesNothingThatIsNoFileOrTooLarge(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge.chibo")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 2<<30); err != nil {
		t.Fatal(err)
	}
	_, err := ReadFile(huge)
	wantCode(t, err, CodeTooLarge)
	file, err := os.Open(huge)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	_, _, err = OpenStream(file, nil)
	wantCode(t, err, CodeTooLarge)
	_, err = ReadFile(dir)
	wantCode(t, err, app.CodeFileUnread)
	_, err = ReadFile(filepath.Join(dir, "none"))
	wantCode(t, err, app.CodeFileUnread)
}
