package ui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestMain gives every test an application in the program's theme, so that widgets can be made before a window is.
func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(NewTheme(LookLight, TextNormal))
	os.Exit(m.Run())
}
