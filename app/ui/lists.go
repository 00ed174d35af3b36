package ui

import (
	"strconv"
	"strings"

	"sochibo/app"
)

// cellKinds are the kinds of cells in the order that lists offer them.
var cellKinds = []app.CellKind{app.StateEnterprise, app.PrivateEnterprise, app.FDIEnterprise, app.PublicServiceUnit, app.Agency}

func cellKindOptions() []string {
	words := make([]string, len(cellKinds))
	for i, kind := range cellKinds {
		words[i] = cellKindWords(kind)
	}
	return words
}

// indexOf returns the place of a value in a list, -1 if it is not there.
func indexOf[T comparable](list []T, value T) int {
	for i, v := range list {
		if v == value {
			return i
		}
	}
	return -1
}

func joinLines(lines []string) string { return strings.Join(lines, "\n") }

// splitLines returns the lines of a text that say something.
func splitLines(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = app.Clean(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// setNumber writes a number into a field; 0 stays empty.
func setNumber(f *Field, n int) {
	if n > 0 {
		f.SetText(strconv.Itoa(n))
	}
}
