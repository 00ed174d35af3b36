package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
)

// Sought is a screen whose rows the search of the top bar picks while it is being typed.
type Sought interface {
	// Seek shows only what has the text; "" shows all. With done, Enter was pressed: the keyboard goes to what was found.
	Seek(text string, done bool)
}

// Screen is one place of the program, shown in the work area of the Frame.
type Screen interface {
	// Content returns the object of the work area, usually a *Page. It is asked once, when the screen is opened.
	Content() fyne.CanvasObject
	// Show loads what the screen shows for a month. It is called after Content, when the month changes, and when data changed elsewhere.
	Show(month app.Month)
	// Keys says what the general keys do here.
	Keys() Keys
	// Leave is called before another screen is opened or the book is locked. The screen saves what was typed, hides what it
	// uncovered, and calls proceed; if something would be lost it asks first and calls proceed only when the user agrees.
	Leave(proceed func())
	// Help returns the name of the help page for F1.
	Help() string
}
