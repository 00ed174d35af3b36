package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

// chooserIn opens a file chooser in a folder with a list, a note and a folder, and returns what the user ends up with.
func chooserIn(t *testing.T, pick func(p *Program, chosen func(string))) (w fyne.Window, dir string, chosen *string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"Danh sach.xlsx", "ghi chu.txt", ".an", "$RECYCLE.BIN"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("1"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "Thang 11"), 0o700); err != nil {
		t.Fatal(err)
	}
	remember(dir)
	w = newTestWindow(t, 1093, 614)
	p := NewProgram(w, ProgramOptions{Dir: dir, Inline: true})
	p.showFirstRun()
	chosen = new(string)
	pick(p, func(path string) { *chosen = path })
	return w, dir, chosen
}

func pickXLSX(p *Program, chosen func(string)) {
	p.pickFile("Chọn danh sách", []string{".xlsx"}, chosen)
}
func pickAnyFolder(p *Program, chosen func(string)) {
	p.pickFolder("Ghi vào đâu", chosen)
}
func pickNewFile(p *Program, chosen func(string)) { p.pickSave("Lưu ở đâu", "Moi.xlsx", chosen) }

func TestAFileIsChosenWithTheKeyboardAlone(t *testing.T) {
	for _, c := range []struct {
		name string
		pick func(*Program, func(string))
		keys []fyne.KeyName
		want string // below the folder; "" nothing was chosen
		open bool
	}{
		{"down past the way up and the folder, Enter", pickXLSX, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "Danh sach.xlsx", false},
		{"Enter where only a folder is named stays open", pickXLSX, []fyne.KeyName{fyne.KeyReturn}, "", true},
		{"Esc goes back", pickXLSX, []fyne.KeyName{fyne.KeyEscape}, "", false},
		{"Enter on a folder's path takes the folder", pickAnyFolder, []fyne.KeyName{fyne.KeyReturn}, ".", false},
		{"into a folder", pickXLSX, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "", true},
		{"a new file keeps its name", pickNewFile, []fyne.KeyName{fyne.KeyReturn}, "Moi.xlsx", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, dir, chosen := chooserIn(t, c.pick)
			for _, name := range c.keys {
				key(w, name)
			}
			want := ""
			if c.want != "" {
				want = filepath.Join(dir, c.want)
			}
			if open := topLayer(w.Canvas()) != nil; *chosen != want || open != c.open {
				t.Errorf("chose %q, want %q; open %v", *chosen, want, open)
			}
		})
	}
}

func TestAWrongPathSaysSoAndStays(t *testing.T) {
	w, dir, chosen := chooserIn(t, pickXLSX)
	entry := w.Canvas().Focused().(*input)
	entry.SetText(filepath.Join(dir, "khong co.xlsx"))
	key(w, fyne.KeyReturn)
	if *chosen != "" || topLayer(w.Canvas()) == nil {
		t.Fatal("a path that is not there was taken")
	}
	entry.SetText(filepath.Join(dir, "Danh sach.xlsx"))
	key(w, fyne.KeyReturn)
	if filepath.Base(*chosen) != "Danh sach.xlsx" {
		t.Errorf("chose %q", *chosen)
	}
}

func TestAFileThatIsThereIsReplacedOnlyAfterAQuestion(t *testing.T) {
	w, dir, chosen := chooserIn(t, pickNewFile)
	entry := w.Canvas().Focused().(*input)
	entry.SetText(filepath.Join(dir, "Danh sach.xlsx"))
	key(w, fyne.KeyReturn)
	if *chosen != "" {
		t.Fatal("the file was taken without a question")
	}
	key(w, fyne.KeyReturn) // the keyboard is on the way back
	if *chosen != "" || topLayer(w.Canvas()) == nil {
		t.Fatalf("chose %q", *chosen)
	}
}

func TestAFolderListsWhatCanBeChosen(t *testing.T) {
	_, dir, _ := chooserIn(t, pickXLSX)
	list, err := readFolder(dir, []string{".xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.name)
	}
	if len(names) != 3 || names[0] != folderAbove || names[1] != "Thang 11" || names[2] != "Danh sach.xlsx" {
		t.Errorf("listed %q", names)
	}
	if _, err := readFolder(filepath.Join(dir, "ghi chu.txt"), nil); err == nil {
		t.Error("a file was listed as a folder")
	}
}

func TestGalleryFileChooser(t *testing.T) {
	w, _, _ := chooserIn(t, pickXLSX)
	drawWindow(t, w, "file-chooser")
}
