package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"sochibo/app"
	"sochibo/app/wording"
)

// Keys of what this computer's user likes. They say nothing of a book and are known before one is open.
const (
	preferLanguage = "language"
	preferText     = "text"
	preferLook     = "look"
)

// UsePreferences puts the user's language, text size and colours in use; language wins over the stored one if it is given.
// It must be called after the application is made and before its first window.
func UsePreferences(a fyne.App, language string) error {
	likes := a.Preferences()
	if language == "" {
		language = likes.StringWithFallback(preferLanguage, "vi")
	}
	wording.Use(language)
	if err := lang.AddTranslationsForLocale(wording.FyneStrings(), lang.SystemLocale()); err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	a.Settings().SetTheme(preferredTheme(a))
	return nil
}

func preferredTheme(a fyne.App) *Theme {
	likes := a.Preferences()
	return NewTheme(Look(likes.String(preferLook)), TextScale(likes.FloatWithFallback(preferText, float64(TextNormal))))
}
