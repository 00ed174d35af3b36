package assets

import (
	"bytes"
	"compress/gzip"
	"embed"
)

// fonts holds Liberation Serif 2.1.5 in four styles, packed: it is the largest thing in here. The 1.x series lacks most
// Vietnamese letters, so the version matters.
//
//go:embed fonts/LiberationSerif-Regular.ttf.gz fonts/LiberationSerif-Bold.ttf.gz fonts/LiberationSerif-Italic.ttf.gz fonts/LiberationSerif-BoldItalic.ttf.gz
var fonts embed.FS

// Font returns the bytes of one style of the printed pages' typeface: "Regular", "Bold", "Italic" or "BoldItalic".
// Every call returns bytes of its own, because some readers of fonts write into the slice they are given.
// The error is that of the embedded file system for a style that does not exist.
func Font(style string) ([]byte, error) {
	packed, err := fonts.ReadFile("fonts/LiberationSerif-" + style + ".ttf.gz")
	if err != nil {
		return nil, err
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	var font bytes.Buffer
	font.Grow(2 * len(packed))
	_, err = font.ReadFrom(reader)
	return font.Bytes(), err
}
