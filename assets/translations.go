package assets

import "embed"

// Translations holds the wording of the interface: one folder per language ("vi", "en"), one flat JSON object of
// strings per room in it. "fyne" holds the texts of the window library's own menus and dialogs, one file per language.
//
//go:embed translations/*/*.json
var Translations embed.FS
