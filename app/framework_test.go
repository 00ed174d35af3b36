package app

import (
	"os"
	"path/filepath"
	"testing"
)

// shippedFrameworks reads the score sheets that the program brings along.
func shippedFrameworks(t testing.TB) map[string]*Framework {
	t.Helper()
	names, err := filepath.Glob("../assets/frameworks/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no frameworks: %v", err)
	}
	all := make(map[string]*Framework)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := ParseFramework(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[f.Code] = f
	}
	return all
}

func TestShippedFrameworksAreValid(t *testing.T) {
	if got := len(shippedFrameworks(t)); got != 5 {
		t.Fatalf("%d frameworks, want 5", got)
	}
}
