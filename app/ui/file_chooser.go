package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/wording"
)

// What a fileChooser asks for.
const (
	wantFile = iota
	wantFolder
	wantNew // a file that may not be there yet
)

// fileChooser asks for a path: it can be typed, taken from the list of the folder, or from a stick or a folder used before.
type fileChooser struct {
	title, verb string
	wants       int
	extensions  []string
	name        string // of the file to save
	chosen      func(path string)

	program *Program
	dialog  *Dialog
	path    *Field
	places  *fyne.Container
	table   *DataTable
	dir     string
	entries []folderEntry
}

// preferFolders is the preference that holds the folders chosen last, newest first.
const preferFolders = "folders"

// foldersKept is how many folders are remembered.
const foldersKept = 4

// choosePath asks in the system's own dialog, or in the program's where the system has none.
func (p *Program) choosePath(c *fileChooser) {
	c.program = p
	if p.options.Dialogs != nil {
		c.chooseNatively()
		return
	}
	c.showOwn()
}

// showOwn shows the program's own dialog.
func (c *fileChooser) showOwn() {
	p := c.program
	c.path = NewField(wording.Text("Path"), "")
	c.path.OnEnter = func(string) { c.take() }
	c.path.entry.onKey = c.pathKey
	c.table = NewDataTable(Col{Title: wording.Text("Name"), Stretch: 1, Least: 220}, Col{Title: wording.Text("Size"), Width: 100, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Last changed"), Width: 160})
	c.table.OnSelected = c.selected
	c.table.OnOpen = c.open
	c.table.SetEmpty(NewEmpty(wording.Text("Nothing to choose here"), nil))
	c.places = container.NewStack()
	height := min(320, max(120, (p.window.Canvas().Size().Height-grown(340))/grown(1)))
	body := Column(12, c.places, Sized(0, grown(height), c.table), c.path)
	c.dialog = ShowForm(p.window, c.title, c.verb, body, c.path, func(*Dialog) bool {
		c.take()
		return false
	}).Wide(860)
	c.dialog.form = false // a path is looked up, not entered
	c.show(firstFolder(recentFolders()))
}

func recentFolders() []string { return fyne.CurrentApp().Preferences().StringList(preferFolders) }

// firstFolder is the folder chosen last that is still there, else the user's own.
func firstFolder(recent []string) string {
	for _, dir := range recent {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home
}

// remember puts a folder to the front of those chosen last.
func remember(dir string) {
	list := slices.DeleteFunc(recentFolders(), func(other string) bool { return other == dir })
	list = append([]string{dir}, list...)
	fyne.CurrentApp().Preferences().SetStringList(preferFolders, list[:min(len(list), foldersKept)])
}

// show lists a folder.
func (c *fileChooser) show(dir string) {
	type listed struct {
		entries []folderEntry
		places  []nearPlace
	}
	recent, typed := recentFolders(), c.path.Text()
	Do(c.program.worker, "", func(context.Context) (listed, error) {
		entries, err := readFolder(dir, c.extensions)
		return listed{entries, nearPlaces(recent)}, err
	}, func(l listed, err error) {
		if err != nil {
			c.path.SetError(err)
			c.dialog.Refit()
			return
		}
		c.dir, c.entries = dir, l.entries
		c.showPlaces(l.places)
		c.showEntries()
		if c.path.Text() != typed {
			return // the user went on typing while the folder was read
		}
		c.setPath(filepath.Join(dir, c.name))
		if c.program.window.Canvas().Focused() == c.path.Focusable() {
			c.path.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // so that typing replaces the path
		}
	})
}

func (c *fileChooser) setPath(path string) {
	c.path.SetError(nil)
	c.path.SetText(path)
	c.path.entry.CursorColumn = len([]rune(path))
	c.path.entry.Refresh()
	c.dialog.Refit()
}

func (c *fileChooser) showPlaces(places []nearPlace) {
	buttons := make([]fyne.CanvasObject, 0, len(places))
	for _, place := range places {
		buttons = append(buttons, NewSmall(place.title, place.icon, func() { c.show(place.path) }))
	}
	c.places.Objects = []fyne.CanvasObject{Flow(8, buttons...)}
	c.places.Refresh()
}

func (c *fileChooser) showEntries() {
	rows := make([]TableRow, 0, len(c.entries))
	for _, e := range c.entries {
		if e.name == folderAbove {
			rows = append(rows, TableRow{Cells: []Cell{{Text: wording.Text("Folder above"), Icon: IconUp}}})
			continue
		}
		if e.folder {
			rows = append(rows, TableRow{Cells: []Cell{{Text: e.name, Icon: IconFolder, Bold: true}, {}, {Text: wording.Moment(e.changed), Tone: ToneSecond}}})
			continue
		}
		name := Cell{Text: e.name, Icon: IconReports}
		if c.wants == wantFolder {
			name.Tone = ToneSecond // shown only so that the folder is recognised
		}
		rows = append(rows, TableRow{Cells: []Cell{name, {Text: wording.Size(e.size), Tone: ToneSecond}, {Text: wording.Moment(e.changed), Tone: ToneSecond}}})
	}
	c.table.Select(-1)
	c.table.SetRows(rows)
}

// selected puts what is marked in the list into the path, so that the main button takes it.
func (c *fileChooser) selected(row int) {
	if row < 0 || row >= len(c.entries) {
		return
	}
	switch e := c.entries[row]; {
	case e.name == folderAbove:
		c.setPath(filepath.Join(c.dir, c.name))
	case e.folder:
		c.setPath(filepath.Join(c.dir, e.name))
	case c.wants == wantFolder:
		c.setPath(c.dir)
	default:
		if c.wants == wantNew {
			c.name = e.name
		}
		c.setPath(filepath.Join(c.dir, e.name))
	}
}

// open goes into a folder or takes a file.
func (c *fileChooser) open(row int) {
	e := c.entries[row]
	if e.folder {
		c.show(filepath.Join(c.dir, e.name))
		return
	}
	if c.wants != wantFolder {
		c.setPath(filepath.Join(c.dir, e.name))
		c.take()
	}
}

// pathKey goes from the path into the list with the arrow down.
func (c *fileChooser) pathKey(key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyDown || len(c.entries) == 0 {
		return false
	}
	c.table.Focus()
	return true
}

// take ends the dialog with the path if it is of the kind that is asked for; a folder where a file is asked for is opened.
func (c *fileChooser) take() {
	path := c.path.Text()
	if path == "" {
		c.path.SetError(errFieldEmpty)
		c.dialog.Refit()
		return
	}
	path, err := filepath.Abs(path)
	if err != nil {
		c.path.SetError(app.WrapError(err, codeNoFolder, "path", path))
		return
	}
	type kind struct{ there, folder, parent bool }
	Do(c.program.worker, "", func(context.Context) (kind, error) {
		info, err := os.Stat(path)
		above, errAbove := os.Stat(filepath.Dir(path))
		return kind{there: err == nil, folder: err == nil && info.IsDir(), parent: errAbove == nil && above.IsDir()}, nil
	}, func(k kind, _ error) {
		switch {
		case k.folder && c.wants == wantFolder:
			c.finish(path, path)
		case k.folder:
			c.show(path)
		case c.wants == wantNew && k.parent && k.there:
			c.askReplace(path)
		case c.wants == wantNew && k.parent, c.wants == wantFile && k.there:
			c.finish(path, filepath.Dir(path))
		default:
			c.path.SetError(app.NewError(codeNoFolder, "path", path))
			c.path.Focus()
			c.dialog.Refit()
		}
	})
}

func (c *fileChooser) askReplace(path string) {
	Ask(c.program.window, Question{Title: wording.Text("Replace the file?"), Text: wording.Text("{file} is there already. Its contents will be lost.", "file", filepath.Base(path)),
		Verb: wording.Text("Replace"), Danger: true, Do: func() { c.finish(path, filepath.Dir(path)) }})
}

func (c *fileChooser) finish(path, dir string) {
	remember(dir)
	if c.dialog != nil { // the system's dialog has closed itself
		c.dialog.Close()
	}
	c.chosen(path)
}
