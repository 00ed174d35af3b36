// Package ui is the window of the program: its theme, its kit of widgets, the frame around every screen, and the screens.
// It shows what app/desk returns and sends what the user did. It holds no rule of the field and no SQL.
package ui

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
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
	Help   func(page string) // opens a help page
	Inline bool              // Worker.Inline
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
		f.content = s.Content()
		f.work.Objects = []fyne.CanvasObject{f.content}
		f.work.Refresh()
		s.Show(f.month)
	})
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

const (
	statusSaved = iota
	statusBackup
	statusHandover
	statusCount
)

func (f *Frame) tell(which int, say func(*statusBar)) {
	if f.statusDone == nil {
		f.statusDone = make([]func(*statusBar), statusCount)
	}
	f.statusDone[which] = say
	say(f.status)
}

// SetSaved shows when the book was last saved.
func (f *Frame) SetSaved(at time.Time) { f.tell(statusSaved, func(s *statusBar) { s.setSaved(at) }) }

// SetSaving shows that changes are being saved.
func (f *Frame) SetSaving() { f.tell(statusSaved, func(s *statusBar) { s.setSaving() }) }

// SetUnsaved shows that saving failed, with a button that tries again.
func (f *Frame) SetUnsaved(retry func()) {
	f.tell(statusSaved, func(s *statusBar) { s.setUnsaved(retry) })
}

// SetBackup shows when the book was last backed up; the zero time shows that it never was. warning says that the backups are old, or
// is nil; that there is only one place of backups is said in the settings, not all the time.
func (f *Frame) SetBackup(at time.Time, warning error) {
	span := Span{Text: wording.Text("No backup yet"), Icon: IconSave, Tone: ToneSecond, Size: SizeTiny}
	if !at.IsZero() {
		span.Text = wording.Text("Last backup: {time}", "time", at)
	}
	switch app.CodeOf(warning) {
	case desk.CodeBackupOld, desk.CodePlaceOld:
		span.Text, span.Icon, span.Tone = wording.Text("Backup is old: {time}", "time", at), IconWarning, ToneAmber
	}
	f.tell(statusBackup, func(s *statusBar) { s.setBackup(span) })
}

// SetHandover shows the last hand-over, or in committee mode the last packet received, as a whole sentence.
func (f *Frame) SetHandover(text string) {
	iconName := IconUSB
	if f.options.Committee {
		iconName = IconInbox
	}
	f.tell(statusHandover, func(s *statusBar) { s.setHandover(iconName, text) })
}

// ShowError shows an error as a band on the page, or as a message where there is no page.
// An error that only says that the user stopped the work is shown as a notice.
func (f *Frame) ShowError(err error) {
	if err == nil {
		return
	}
	slog.Error("shown to the user", "error", err)
	meaning := MeaningError
	if app.CodeOf(err) == app.CodeCanceled {
		meaning = MeaningReceived
	}
	f.ShowNotice(meaning, wording.Sentence(err), nil)
}

// ShowNotice shows a band on the page with a cross that takes it away. button may be nil.
func (f *Frame) ShowNotice(meaning Meaning, text string, button *Button) {
	page, ok := f.content.(*Page)
	if !ok {
		ShowMessage(f.window, meaning, "", text)
		return
	}
	page.SetBanner(NewBanner(meaning, text, button).Closable(func() { page.SetBanner(nil) }))
}

// showWait shows on the page that a job takes long, with its stop button.
func (f *Frame) showWait(w *Waiting) {
	page, ok := f.content.(*Page)
	if !ok {
		return
	}
	if w == nil {
		page.SetWait(nil)
		return
	}
	page.SetWait(NewWaitBar(w.Words, w.Cancel))
}

// Progress shows on the wait bar how far a long job is; it may be called from the job.
func (f *Frame) Progress(done, total int) {
	fyne.Do(func() {
		if page, ok := f.content.(*Page); ok && page.wait != nil {
			page.wait.SetProgress(done, total)
		}
	})
}

func (f *Frame) search(text string) {
	if text == "" || f.options.Search == nil {
		return
	}
	f.options.Search(text, func(found []Found) { showFound(f.top.search, text, found) })
}

func (f *Frame) installKeys() {
	c := f.window.Canvas()
	on := func(key fyne.KeyName, do func(Keys) func()) {
		addShortcut(c, ctrl(key), func() { f.run(do(f.keys())) })
	}
	on(fyne.KeyS, func(k Keys) func() { return f.afterEdit(k.Save) })
	on(fyne.KeyN, func(k Keys) func() { return k.New })
	on(fyne.KeyP, func(k Keys) func() { return k.Print })
	on(fyne.KeyF, func(k Keys) func() {
		if k.Find != nil {
			return k.Find
		}
		return f.top.search.Focus
	})
	on(fyne.KeyL, func(Keys) func() { return f.Lock })
	on(fyne.KeyPageUp, func(Keys) func() { return func() { f.SetMonth(f.month.Prev()) } })
	on(fyne.KeyPageDown, func(Keys) func() { return func() { f.SetMonth(f.month.Next()) } })
	addShortcut(c, &fyne.ShortcutUndo{}, func() { f.run(orElse(f.keys().Undo, f.options.Undo)) })
	addShortcut(c, &fyne.ShortcutRedo{}, func() { f.run(orElse(f.keys().Redo, f.options.Redo)) })
	for i, p := range f.options.Places {
		if i < 9 {
			addShortcut(c, &desktop.CustomShortcut{KeyName: fyne.KeyName(rune('1' + i)), Modifier: fyne.KeyModifierAlt},
				func() { f.run(func() { f.Open(p.Key) }) })
		}
	}
	c.SetOnTypedKey(f.typedKey)
}

// orElse returns what a screen does at a key, or else what the program does.
func orElse(screen, program func()) func() {
	if screen != nil {
		return screen
	}
	return program
}

// run does what a key asks for, unless a dialog is open or the book was locked.
func (f *Frame) run(do func()) {
	noteUse()
	if do != nil && topLayer(f.window.Canvas()) == nil && f.window.Content() == f.root {
		do()
	}
}

// afterEdit has the field being edited taken over before do runs, and gives it the keyboard back.
func (f *Frame) afterEdit(do func()) func() {
	if do == nil {
		return nil
	}
	return func() {
		c := f.window.Canvas()
		focused := c.Focused()
		c.Unfocus()
		do()
		if focused != nil && c.Focused() == nil {
			c.Focus(focused)
		}
	}
}

func (f *Frame) keys() Keys {
	if f.screen == nil {
		return Keys{}
	}
	return f.screen.Keys()
}

func (f *Frame) typedKey(key *fyne.KeyEvent) {
	noteUse()
	if layerKey(f.window.Canvas(), key) || f.window.Content() != f.root {
		return
	}
	switch key.Name {
	case fyne.KeyF1:
		f.Help()
	case fyne.KeyEscape:
		if page, ok := f.content.(*Page); ok && page.wait != nil {
			page.wait.Stop() // who presses Esc while the book is written wants that to end, not to look elsewhere meanwhile
			return
		}
		if leave := f.keys().Leave; leave != nil {
			leave()
		}
	}
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
