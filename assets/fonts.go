package assets

import "embed"

// fonts holds Liberation Serif 2.1.5 in four styles. The 1.x series lacks most Vietnamese letters, so the version matters.
//
//go:embed fonts/LiberationSerif-Regular.ttf fonts/LiberationSerif-Bold.ttf fonts/LiberationSerif-Italic.ttf fonts/LiberationSerif-BoldItalic.ttf
var fonts embed.FS

// Font returns the bytes of one style of the printed pages' typeface: "Regular", "Bold", "Italic" or "BoldItalic".
// Every call returns a copy of its own, because some readers of fonts write into the slice they are given.
// The error is that of the embedded file system for a style that does not exist.
func Font(style string) ([]byte, error) {
	return fonts.ReadFile("fonts/LiberationSerif-" + style + ".ttf")
}
