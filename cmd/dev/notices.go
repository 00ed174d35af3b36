package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
)

// module is a library that is linked into one of the programs on one of the systems.
type module struct {
	path, version, dir string
}

func (m module) title() string { return m.path + " " + m.version }

// linkedModules asks go for the libraries of both programs on every system that they are made for.
func (w *workshop) linkedModules() ([]module, error) {
	seen := map[module]bool{}
	const line = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}"
	for _, system := range []string{"linux", "windows", "darwin"} {
		env := []string{"GOOS=" + system, "GOARCH=amd64", "CGO_ENABLED=1"}
		out, err := w.output(env, "go", "list", "-deps", "-tags", windowTags, "-f", line, "./cmd/chibo", "./cmd/chiboctl")
		if err != nil {
			return nil, err
		}
		for _, text := range strings.Split(out, "\n") {
			if parts := strings.Split(text, "\t"); len(parts) == 3 {
				seen[module{parts[0], parts[1], parts[2]}] = true
			}
		}
	}
	list := make([]module, 0, len(seen))
	for m := range seen {
		list = append(list, m)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].title() < list[j].title() })
	return list, nil
}

// collectNotices writes assets/notices: one file for each linked library, for Go itself and for the typeface of documents.
// The notice of the icons is kept by hand.
func collectNotices(w *workshop, _ []string) error {
	modules, err := w.linkedModules()
	if err != nil {
		return err
	}
	folder := w.path("assets", "notices")
	old, err := filepath.Glob(filepath.Join(folder, "library-*.txt"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	for _, m := range modules {
		text, err := licenceOf(m.dir)
		if err != nil {
			return fmt.Errorf("%s: %w", m.title(), err)
		}
		name := "library-" + strings.NewReplacer("/", "_", "~", "_").Replace(m.path) + ".txt"
		if err := writeNotice(filepath.Join(folder, name), m.title(), text); err != nil {
			return err
		}
	}
	fmt.Printf("   %d libraries\n", len(modules))
	return w.collectOtherNotices(folder)
}

func (w *workshop) collectOtherNotices(folder string) error {
	goRoot, err := w.output(nil, "go", "env", "GOROOT")
	if err != nil {
		return err
	}
	for _, part := range []struct{ name, title, file string }{
		{"go.txt", "Go (standard library and runtime, BSD-3-Clause)", filepath.Join(strings.TrimSpace(goRoot), "LICENSE")},
		{"font-liberation-serif.txt", "Liberation Serif 2.1.5 (typeface of documents, OFL-1.1)", w.path("assets", "licenses", "LiberationSerif-OFL.txt")},
	} {
		text, err := os.ReadFile(part.file)
		if err != nil {
			return err
		}
		if err := writeNotice(filepath.Join(folder, part.name), part.title, string(text)); err != nil {
			return err
		}
	}
	return nil
}

func writeNotice(file, title, text string) error {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	return os.WriteFile(file, []byte(title+"\n\n"+text+"\n"), 0o644)
}

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|copyright|notice|patents)([._-].*)?$`)

// licenceOf joins the licence files of a library, also of the parts and fonts that lie in folders of it.
func licenceOf(dir string) (string, error) {
	var texts []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if slices.Contains([]string{"testdata", "examples", "_examples", "example"}, entry.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if !licenceName.MatchString(entry.Name()) || strings.HasSuffix(path, ".go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.TrimSpace(strings.ToValidUTF8(string(data), "?"))
		if name, err := filepath.Rel(dir, path); err == nil && len(texts) > 0 {
			text = "───── " + filepath.ToSlash(name) + "\n\n" + text
		}
		texts = append(texts, text)
		return nil
	})
	if err != nil {
		return "", err
	}
	if len(texts) == 0 {
		return "", fmt.Errorf("no licence file found")
	}
	return strings.Join(texts, "\n\n"), nil
}
