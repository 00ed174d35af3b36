package store

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// A database that was read gives its memory back: the program opens many in an evening's work, one for each backup that it checks.
func TestClosedDatabasesGiveTheirMemoryBack(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	mustAddNote(t, b, strings.Repeat("một ", 20000))
	rounds := func(n int) {
		for range n {
			if err := b.verifyBackup(b.path(databaseFile)); err != nil {
				t.Fatal(err)
			}
		}
	}
	rounds(20)
	before := residentKB(t)
	rounds(100)
	if after := residentKB(t); after-before > 60<<10 { // it was 200 MB when statements were left open
		t.Errorf("a hundred databases that were closed hold %d MB", (after-before)>>10)
	}
}

// residentKB is the memory that the process has, in KB.
func residentKB(t *testing.T) int {
	t.Helper()
	runtime.GC()
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if name, value, found := strings.Cut(line, ":"); found && name == "VmRSS" {
			kb, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
			if err != nil {
				t.Fatal(err)
			}
			return kb
		}
	}
	t.Fatal("the system does not tell")
	return 0
}
