package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/assets"
)

func repository(t *testing.T) *workshop {
	t.Helper()
	w, err := openWorkshop()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestEveryLinkedLibraryHasItsNotice(t *testing.T) {
	modules, err := repository(t).linkedModules()
	if err != nil {
		t.Fatal(err)
	}
	if len(modules) < 10 {
		t.Fatalf("only %d libraries are linked, which cannot be", len(modules))
	}
	titles := map[string]bool{}
	for _, notice := range assets.Notices() {
		titles[notice.Title] = true
	}
	for _, m := range modules {
		if !titles[m.title()] {
			t.Errorf("%s has no notice; run go run ./cmd/dev notices", m.title())
		}
	}
	for _, other := range []string{"Go (", "Material Symbols", "Liberation Serif"} {
		known := false
		for title := range titles {
			known = known || strings.HasPrefix(title, other)
		}
		if !known {
			t.Errorf("there is no notice for %s", other)
		}
	}
}

func TestLicenceOfJoinsAllLicenceFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"LICENSE": "first", "fonts/LICENSE_Two.txt": "second", "license.go": "package p", "testdata/LICENSE": "of a test", "README": "no",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := licenceOf(dir)
	if want := "first\n\n───── fonts/LICENSE_Two.txt\n\nsecond"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if _, err := licenceOf(t.TempDir()); err == nil {
		t.Error("a library without a licence was taken")
	}
}
