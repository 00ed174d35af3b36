package main

import (
	"os"
	"path/filepath"
	"strings"
)

// packagesWithTest returns the packages that have a test file with the text in it, so that others need not be compiled.
func (w *workshop) packagesWithTest(text string) ([]string, error) {
	const line = `{{$d := .Dir}}{{.ImportPath}}{{range .TestGoFiles}}` + "\t" + `{{$d}}/{{.}}{{end}}{{range .XTestGoFiles}}` + "\t" + `{{$d}}/{{.}}{{end}}`
	out, err := w.output(withoutC, "go", "list", "-tags", memoryTags, "-f", line, "./...")
	if err != nil {
		return nil, err
	}
	var packages []string
	for _, row := range strings.Split(strings.TrimSpace(out), "\n") {
		parts := strings.Split(row, "\t")
		holds, err := anyHolds(parts[1:], text)
		if err != nil {
			return nil, err
		}
		if holds {
			packages = append(packages, parts[0])
		}
	}
	return packages, nil
}

func anyHolds(files []string, text string) (bool, error) {
	for _, file := range files {
		data, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			return false, err
		}
		if strings.Contains(string(data), text) {
			return true, nil
		}
	}
	return false, nil
}
