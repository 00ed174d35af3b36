// Package ui is the window of the program: its theme, its kit of widgets, the frame around every screen, and the screens.
// It shows what app/desk returns and sends what the user did. It holds no rule of the field and no SQL.
package ui

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
)

// narrowBelow is the width below which the navigation shows icons only.
const narrowBelow = 1180

// FrameOptions says what the frame of a book shows and whom it calls.
type FrameOptions struct {
	Name         string  // of the cell or the committee
	Organisation string  // second line
	Committee    bool    // committee mode
	Places       []Place // at most seven
	Bottom       []Place // settings and help
	Month        app.Month
	SearchHint   string
	// Search looks for a text and calls show with what was found; it may take its time (Worker).
	Search func(text string, show func([]Found))
	Lock   func() // locks the book; nil: no lock
	Undo   func() // takes back the last change of the book; nil: no undo
	Redo   func()
	// Unsaved tells of a change that is not on the disk and offers another place; nil: it is shown like any other error.
	Unsaved func(error)
	Help    func(page string) // opens a help page
	Inline  bool              // Worker.Inline
}

// Found is something that the search of the top bar found.
type Found struct {
	Icon, Title, Sub string
	Open             func()
}

// Frame is the window's content while a book is open: navigation, top bar, work area and status bar.
type Frame struct {
	// Worker runs use cases away from the window.
	Worker *Worker

	window     fyne.Window
	options    FrameOptions
	month      app.Month
	nav        *navigation
	top        *topBar
	status     *statusBar
	work       *fyne.Container
	root       *fyne.Container
	screen     Screen
	content    fyne.CanvasObject
	wait       *WaitBar // of the job that runs, or nil
	place      string
	statusDone []func(*statusBar) // what the status bar was told, to tell it again after a change of theme
}

// NewFrame makes the frame, shows it in the window and installs the general keys. Open then shows the first place.
func NewFrame(w fyne.Window, options FrameOptions) *Frame {
	f := &Frame{window: w, options: options, month: options.Month, Worker: NewWorker()}
	f.Worker.Inline = options.Inline
	f.work = container.NewStack()
	f.Worker.OnError = f.ShowError
	f.Worker.OnWait = f.showWait
	f.build()
	f.installKeys()
	HearInjectedBackspace(w)
	return f
}

// build makes the parts anew; after a change of theme or text size it is called again.
func (f *Frame) build() {
	f.nav = newNavigation(f.options.Places, f.options.Bottom, f.options.Committee, func(p Place) { f.Open(p.Key) })
	f.top = newTopBar(f, f.options.SearchHint)
	f.status = newStatusBar(f.Help)
	f.top.setBook(f.options.Name, f.options.Organisation)
	f.top.setMonth(f.month)
	f.nav.setActive(f.place)
	for _, tell := range f.statusDone {
		if tell != nil {
			tell(f.status)
		}
	}
	// Tab goes round in this order; it begins in the work area, not at the navigation.
	f.root, windowTips[f.window.Canvas()] = withTips(container.New(&frameLayout{f}, f.work, f.status, f.nav, f.top))
	f.window.SetPadded(false)
	f.window.SetContent(f.root)
	reveals[f.window.Canvas()] = func(o fyne.CanvasObject) {
		if page, ok := f.content.(*Page); ok {
			page.Reveal(o)
		}
	}
}

// Rebuild draws everything anew in the theme that is now in use and opens the present place again.
func (f *Frame) Rebuild() {
	f.build()
	if f.place != "" {
		f.Open(f.place)
	}
}

// Window returns the window, for dialogs.
func (f *Frame) Window() fyne.Window { return f.window }

// Month returns the month that rules the monthly screens.
func (f *Frame) Month() app.Month { return f.month }

// SetMonth changes the month and has the screen show it.
func (f *Frame) SetMonth(m app.Month) {
	if m == f.month || m.Validate() != nil {
		return
	}
	f.window.Canvas().Unfocus() // so that what is being typed still goes to the month it was typed for
	f.month = m
	f.top.setMonth(m)
	f.Reload()
}

// Reload has the present screen load and show its data again; while the window is locked nothing is loaded.
func (f *Frame) Reload() {
	if f.screen != nil && f.window.Content() == f.root {
		f.screen.Show(f.month)
	}
}

// Open leaves the present screen and opens a place of the navigation.
func (f *Frame) Open(key string) {
	for _, p := range append(append([]Place{}, f.options.Places...), f.options.Bottom...) {
		if p.Key == key {
			f.Show(p.Open(), key)
			return
		}
	}
	slog.Error("no such place", "key", key)
}

// Show leaves the present screen and shows another; placeKey is the place that the navigation marks.
// Screens inside a place (an import, a packet, a step of a wizard) are shown this way.
func (f *Frame) Show(s Screen, placeKey string) {
	f.Leave(func() {
		f.place, f.screen = placeKey, s
		f.nav.setActive(placeKey)
		if page, ok := f.content.(*Page); ok {
			page.SetWait(nil) // a screen that is shown again later must not show a job that ended meanwhile
		}
		f.content = s.Content()
		f.placeWait()
		f.work.Objects = []fyne.CanvasObject{f.content}
		f.work.Refresh()
		s.Show(f.month)
		if text := f.top.search.Text(); text != "" {
			f.seek(text)
		}
	})
}

// seek lets a screen that can be searched pick its rows.
func (f *Frame) seek(text string) {
	if sought, can := f.screen.(Sought); can {
		sought.Seek(text, false)
	}
}

// SetSearch puts a text into the search of the top bar and looks for it.
func (f *Frame) SetSearch(text string) {
	f.top.search.SetText(text)
	f.seek(text)
}

// Leave asks the present screen to give way and then calls proceed; the lock and the end of the program use it.
func (f *Frame) Leave(proceed func()) {
	if f.screen == nil {
		proceed()
		return
	}
	f.window.Canvas().Unfocus() // so that the field being edited is taken over
	leaving := f.screen
	leaving.Leave(func() {
		if f.screen == leaving {
			f.screen = nil
		}
		proceed()
	})
}

// Screen returns the screen that is shown, or nil.
func (f *Frame) Screen() Screen { return f.screen }

// SetBook changes the names in the top bar.
func (f *Frame) SetBook(name, organisation string) {
	f.options.Name, f.options.Organisation = name, organisation
	f.top.setBook(name, organisation)
}

// Lock locks the book; the screen stays as it is, out of sight.
func (f *Frame) Lock() {
	if f.options.Lock != nil {
		f.options.Lock()
	}
}

// Help opens the help page of the present screen.
func (f *Frame) Help() {
	page := ""
	if f.screen != nil {
		page = f.screen.Help()
	}
	if f.options.Help != nil {
		f.options.Help(page)
	}
}

func (f *Frame) search(text string) {
	if sought, can := f.screen.(Sought); can {
		sought.Seek(text, true)
		return
	}
	if text == "" || f.options.Search == nil {
		return
	}
	f.options.Search(text, func(found []Found) { showFound(f.top.search, text, found) })
}

// frameLayout puts navigation, top bar, work area and status bar in their places.
type frameLayout struct{ f *Frame }

// MinSize is part of fyne.Layout: the window may be as small as half a laptop's screen at 150 %.
func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(800, 480) }

// Layout is part of fyne.Layout.
func (l *frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := l.f
	f.nav.setNarrow(size.Width < narrowBelow)
	left := f.nav.MinSize().Width
	foot := f.status.MinSize().Height
	top := f.top.MinSize().Height
	put(f.nav, 0, 0, left, size.Height-foot)
	put(f.top, left, 0, size.Width-left, top)
	put(f.work, left, top, size.Width-left, max(0, size.Height-top-foot))
	put(f.status, 0, size.Height-foot, size.Width, foot)
}

// Places returns the keys of the places of the navigation, from top to bottom.
func (f *Frame) Places() []string {
	var keys []string
	for _, p := range append(append([]Place{}, f.options.Places...), f.options.Bottom...) {
		keys = append(keys, p.Key)
	}
	return keys
}
