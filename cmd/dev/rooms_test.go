package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A room may import the rooms and the outside libraries that stand here, directly or through them; nothing else.
// "outside" names libraries by the beginning of their path; libraries that those bring along are not asked about.
var roomRules = []struct {
	room    string
	rooms   []string
	outside []string
}{
	{"assets", nil, nil},
	{"app", nil, []string{"golang.org/x/text", "github.com/google/uuid"}},
	{"app/chart", nil, nil},
	{"app/wording", []string{"app", "assets"}, nil},
	{"store", []string{"app"}, []string{"modernc.org/sqlite", "filippo.io/age", "github.com/gofrs/flock", "github.com/google/uuid", "golang.org/x/"}},
	{"app/report", []string{"app", "app/chart", "assets"}, []string{"github.com/jung-kurt/gofpdf", "golang.org/x/image", "golang.org/x/text"}},
	{"app/sheet", []string{"app", "assets"}, []string{"github.com/xuri/excelize", "github.com/richardlehane/mscfb", "golang.org/x/text"}},
	{"app/handover", []string{"app"}, []string{"filippo.io/age", "github.com/google/uuid", "golang.org/x/"}},
	{"app/desk", []string{"app", "app/chart", "app/wording", "store", "app/report", "app/sheet", "app/handover", "assets"}, []string{"github.com/google/uuid", "golang.org/x/"}},
	{"app/ui", []string{"app", "app/chart", "app/desk", "app/wording", "assets"}, []string{"fyne.io/fyne", "golang.org/x/", "gopkg.in/natefinch/lumberjack"}},
	{"cmd/chibo", []string{"app", "app/ui", "app/desk", "app/wording", "assets"}, []string{"fyne.io/fyne", "github.com/ncruces/zenity", "gopkg.in/natefinch/lumberjack", "golang.org/x/"}},
	{"cmd/chiboctl", []string{"app", "app/desk", "app/wording", "assets"}, []string{"github.com/schollz/progressbar", "golang.org/x/"}},
	{"cmd/dev", []string{"assets"}, []string{"golang.org/x/image"}},
	{"cmd/dev/screens", []string{"app", "app/ui", "app/desk", "app/wording", "assets"}, []string{"fyne.io/fyne"}},
}

// importsOf returns what the packages of a room import: rooms of this repository and outside libraries, tests not counted.
func importsOf(t *testing.T, pkg string) (rooms, outside []string) {
	t.Helper()
	out, err := repository(t).output(withoutC, "go", "list", "-tags", memoryTags, "-f", `{{join .Imports "\n"}}`, "./"+pkg)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(out) {
		switch first, _, _ := strings.Cut(path, "/"); {
		case strings.HasPrefix(path, modulePath+"/"):
			rooms = append(rooms, strings.TrimPrefix(path, modulePath+"/"))
		case strings.Contains(first, "."):
			outside = append(outside, path)
		}
	}
	return rooms, outside
}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	for _, rule := range roomRules {
		t.Run(rule.room, func(t *testing.T) {
			rooms, outside := importsOf(t, rule.room)
			for _, room := range rooms {
				if !slices.Contains(rule.rooms, room) {
					t.Errorf("%s imports %s, which it may not", rule.room, room)
				}
			}
			for _, library := range outside {
				if !slices.ContainsFunc(rule.outside, func(allowed string) bool { return strings.HasPrefix(library, allowed) }) {
					t.Errorf("%s imports %s, which it may not", rule.room, library)
				}
			}
		})
	}
}

// The rules above are about direct imports; these are about everything that a program carries along.
func TestWhatMustNotBeReached(t *testing.T) {
	for _, c := range []struct{ pkg, never string }{
		{"app", "database/sql"},
		{"app/report", "modernc.org/sqlite"},
		{"app/handover", "modernc.org/sqlite"},
		{"app/sheet", "modernc.org/sqlite"},
		{"app/desk", "fyne.io/fyne"},
		{"cmd/chiboctl", "fyne.io/fyne"},
		{"app/ui", "fyne.io/fyne/v2/app"},
		{"app/ui", "github.com/go-gl/glfw"},
		{"cmd/dev", "fyne.io/fyne"},
	} {
		out, err := repository(t).output(withoutC, "go", "list", "-deps", "-tags", memoryTags, "./"+c.pkg)
		if err != nil {
			t.Fatal(err)
		}
		for _, dep := range strings.Fields(out) {
			if strings.HasPrefix(dep, c.never) {
				t.Errorf("%s reaches %s, which it must not", c.pkg, dep)
			}
		}
	}
}

// The domain is told the time and given the data: it reads no clock, no file and no network itself.
func TestTheDomainKnowsNoFileAndNoClock(t *testing.T) {
	w := repository(t)
	out, err := w.output(withoutC, "go", "list", "-f", `{{join .Imports "\n"}}`, "./app")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(out) {
		if slices.Contains([]string{"os", "io/fs", "io/ioutil", "net", "net/http", "database/sql", "log", "log/slog", "embed"}, path) {
			t.Errorf("app imports %s", path)
		}
	}
	files, err := filepath.Glob(w.path("app", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") && strings.Contains(string(data), "time."+"Now(") {
			t.Errorf("%s reads the clock", file)
		}
	}
}

func TestEveryPackageIsARoomAndWellNamed(t *testing.T) {
	out, err := repository(t).output(withoutC, "go", "list", "-tags", memoryTags, "-f", "{{.ImportPath}} {{.Name}}", "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		path, name, _ := strings.Cut(line, " ")
		room := strings.TrimPrefix(path, modulePath+"/")
		if slices.Contains([]string{"util", "utils", "common", "helpers", "models", "types", "manager"}, name) {
			t.Errorf("%s: a package is named after what it is about, not %q", path, name)
		}
		known := false
		for _, rule := range roomRules {
			known = known || rule.room == room
		}
		if !known {
			t.Errorf("%s is no room of the house; add it to the table with what it may import", room)
		}
	}
}

func TestOnlyOneFileKnowsThePDFLibrary(t *testing.T) {
	var files []string
	w := repository(t)
	err := filepath.WalkDir(w.root, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "out" || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if strings.Contains(string(data), "\"github.com/jung-kurt/"+"gofpdf\"") {
				files = append(files, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Errorf("gofpdf is imported by %v, want one file", files)
	}
}

// What lies at the top is seen first by a newcomer; things made by the tasks and by git do not count.
func TestTopLevelHoldsOnlyWhatBelongsThere(t *testing.T) {
	allowed := []string{".ci", ".git", ".gitattributes", ".gitignore", "FyneApp.toml", "LICENSE", "README.md", "app", "assets",
		"cmd", "dist", "go.mod", "go.sum", "out", "store"}
	entries, err := os.ReadDir(repository(t).root)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(allowed, entry.Name()) {
			t.Errorf("%s does not belong at the top of the repository", entry.Name())
		}
	}
}
