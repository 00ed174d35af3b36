package wording

import (
	"io/fs"

	"sochibo/assets"
)

// FyneStrings returns the texts of the window library's own menus and dialogs (Copy, Select all, names of weekdays …)
// in the language in use, as the JSON that lang.AddTranslationsForLocale takes. The window registers them under the
// system's locale before it starts, because the library follows the system and has no Vietnamese.
func FyneStrings() []byte {
	data, err := fs.ReadFile(assets.Translations, "translations/fyne/"+Language()+".json")
	if err != nil {
		return nil // impossible: the tests read both files
	}
	return data
}
