package assets

import "embed"

//go:embed demo/*.json
var demo embed.FS

// Demo returns a file of the sample data: "texts.json" (pools of names and texts), "cell-cb001.json" (members and points of
// Chi bộ Xưởng May 2) or "meeting-2026-11.json" (its meeting of November 2026). All persons and figures are invented.
// The error is that of the embedded file system for a name that does not exist.
func Demo(name string) ([]byte, error) { return demo.ReadFile("demo/" + name) }
