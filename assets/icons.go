package assets

import "embed"

// The icons are Material Symbols, outlined, weight 400 (Apache-2.0, see Notices): filled paths that can be recoloured.
//
//go:embed icons/*.svg
var icons embed.FS

// Icon returns the SVG of an icon by its Material Symbols name ("home", "check_circle"), or nil if it is not shipped.
func Icon(name string) []byte {
	data, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return data
}

// IconNames returns the names of all shipped icons in order.
func IconNames() []string {
	entries, err := icons.ReadDir("icons")
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, entry.Name()[:len(entry.Name())-len(".svg")])
	}
	return names
}

// AppIcon is the program's own sign, a gold star on a red square, as PNG of 256×256 px. It is drawn by "go run ./cmd/dev icon".
//
//go:embed brand/app.png
var AppIcon []byte

// AppIconSVG is the same sign as SVG.
//
//go:embed brand/app.svg
var AppIconSVG []byte
