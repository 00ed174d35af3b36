package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

func TestAPasteThatIsTooLongIsRefusedInWords(t *testing.T) {
	for name, c := range map[string]struct {
		field *Field
		limit int
	}{"several lines": {NewArea("Ý kiến", "", 3), longestArea}, "one line": {NewField("Địa điểm", ""), longestLine}} {
		w := test.NewWindow(c.field)
		c.field.Focus()
		clipboard := test.NewClipboard()
		paste := func(count int) {
			clipboard.SetContent(strings.Repeat("ý", count))
			c.field.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		}
		paste(10)
		paste(c.limit - 9)
		if got := len([]rune(c.field.Text())); got != 10 || app.CodeOf(c.field.Err()) != codePasteTooLong {
			t.Errorf("%s: %d letters, said %v", name, got, c.field.Err())
		}
		c.field.FocusAll()
		paste(20) // in place of what is marked
		if c.field.Text() != strings.Repeat("ý", 20) || c.field.Err() != nil {
			t.Errorf("%s: %q, said %v", name, c.field.Text(), c.field.Err())
		}
		w.Close()
	}
}
