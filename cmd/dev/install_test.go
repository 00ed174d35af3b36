package main

import (
	"strings"
	"testing"
)

func TestEverySystemIsToldWhatToInstall(t *testing.T) {
	for _, c := range []struct {
		system string
		group  group
		want   string
	}{
		{"windows", forBuilding, "MSYS2"},
		{"windows", forTesting, "FiloSottile.age"},
		{"darwin", forBuilding, "xcode-select --install"},
		{"darwin", forWindows, "mingw-w64"},
		{"freebsd", forTesting, "xvfb"},
	} {
		if got := adviceFor(c.system, c.group); !strings.Contains(got, c.want) {
			t.Errorf("%s, group %d: %q does not name %s", c.system, c.group, got, c.want)
		}
	}
	for _, g := range []group{forBuilding, forTesting, forWindows, forOffice} {
		if len(debianPackages[g]) == 0 || len(fedoraPackages[g]) == 0 || len(tools[g]) == 0 {
			t.Errorf("group %d is not described for every system", g)
		}
	}
}

func TestMissingToolsAreNamedOnASystemWithoutPackages(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	err := checkTools("darwin", []group{forBuilding, forWindows})
	if err == nil {
		t.Fatal("nothing is in PATH, and nothing was missed")
	}
	for _, want := range []string{"gcc is missing", "xcode-select --install", "x86_64-w64-mingw32-gcc is missing"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}
