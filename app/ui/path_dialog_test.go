package ui

import (
	"errors"
	"path/filepath"
	"testing"
)

// fakeDialogs answers like a user at the system's dialog.
type fakeDialogs struct {
	asked  PathQuestion
	answer string
	err    error
}

// Choose is part of PathDialogs.
func (f *fakeDialogs) Choose(q PathQuestion) (string, error) {
	f.asked = q
	return f.answer, f.err
}

func TestTheSystemsDialogIsAskedFirst(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name   string
		pick   func(*Program, func(string))
		dialog fakeDialogs
		kind   PathKind
		want   string
		own    bool // the program's own dialog is shown
	}{
		{"a file", pickXLSX, fakeDialogs{answer: filepath.Join(dir, "Danh sách.xlsx")}, ExistingFile, filepath.Join(dir, "Danh sách.xlsx"), false},
		{"a folder", pickAnyFolder, fakeDialogs{answer: dir}, ExistingFolder, dir, false},
		{"a file to save, typed without its ending", pickNewFile, fakeDialogs{answer: filepath.Join(dir, "Tháng 11")}, FileToSave, filepath.Join(dir, "Tháng 11.xlsx"), false},
		{"the way back", pickXLSX, fakeDialogs{}, ExistingFile, "", false},
		{"a dialog that fails", pickXLSX, fakeDialogs{err: errors.New("no such thing")}, ExistingFile, "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTestWindow(t, 1093, 614)
			dialog := c.dialog
			p := NewProgram(w, ProgramOptions{Dir: dir, Inline: true, Dialogs: &dialog})
			p.showFirstRun()
			remember(dir)
			chosen := ""
			c.pick(p, func(path string) { chosen = path })
			if chosen != c.want {
				t.Errorf("chosen %q, want %q", chosen, c.want)
			}
			if dialog.asked.Kind != c.kind || dialog.asked.Folder != dir || dialog.asked.Title == "" {
				t.Errorf("asked %+v", dialog.asked)
			}
			if shown := topLayer(w.Canvas()) != nil; shown != c.own {
				t.Errorf("the program's own dialog is shown: %t", shown)
			}
		})
	}
}
