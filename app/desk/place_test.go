package desk

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"sochibo/app"
)

func TestAFolderThatAServiceCopiesIsKnown(t *testing.T) {
	environment := []string{"OneDriveCommercial=D:\\Công ty", "PATH=/usr/bin", "OneDrive="}
	for _, c := range []struct{ dir, want string }{
		{`C:\Users\An\AppData\Local\SoChiBo\so`, ""},
		{`C:\Users\An\OneDrive\Sổ`, "OneDrive"},
		{`C:\Users\An\OneDrive - Công ty May\so`, "OneDrive"},
		{`D:\CÔNG TY\so`, "OneDrive"},
		{`D:\Công ty khác\so`, ""},
		{"/home/an/Dropbox/so", "Dropbox"},
		{"/home/an/Dropboxes/so", ""},
		{`G:\My Drive\so`, "Google Drive"},
	} {
		if got := cloudService(c.dir, environment); got != c.want {
			t.Errorf("%s: got %q, want %q", c.dir, got, c.want)
		}
	}
}

func TestAClockThatWasSetBackIsTold(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "book.db.age")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	saved := time.Date(2026, 11, 20, 16, 30, 0, 0, time.Local)
	if err := os.Chtimes(file, saved, saved); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		now  time.Time
		want int
	}{{saved.Add(-5 * time.Minute), 0}, {saved.Add(24 * time.Hour), 0}, {saved.Add(-24 * time.Hour), 1}} {
		risks := BookRisks(dir, c.now)
		if len(risks) != c.want {
			t.Fatalf("at %s: %v", c.now, risks)
		}
		if c.want == 1 && app.CodeOf(risks[0]) != CodeClockBack {
			t.Error(risks[0])
		}
	}
	if risks := BookRisks(filepath.Join(dir, "none yet"), saved); len(risks) != 0 {
		t.Error(risks)
	}
}
