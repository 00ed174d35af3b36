package ui

import (
	"context"
	"log/slog"
	"runtime/debug"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// ProgramOptions says how the program starts.
type ProgramOptions struct {
	Dir     string              // folder of the book; it may hold none yet
	Options []desk.Option       // clock and ids, for pictures and tests
	Trace   func(moment string) // told of moments of the start: "unlock shown", "overview shown"; may be nil
	Files   FileOpener          // opens and prints files outside the program
	Dialogs PathDialogs         // the system's own dialogs; nil: it has none, the program's are shown
	Notes   []StartNote         // what must be said before a book is opened
	Support SupportFiles        // what goes into a file for support, besides facts about the book
	Inline  bool                // Worker.Inline, for pictures and tests
}

// FileOpener hands files to the system.
type FileOpener interface {
	// Open shows a file with the system's program for it, or a folder.
	Open(path string) error
	// Print prints a file. Where no program that prints is registered it opens the file instead and printed is false.
	Print(path string) (printed bool, err error)
}

// Program is the running window: a locked door first, then the frame of the open book.
type Program struct {
	window      fyne.Window
	options     ProgramOptions
	worker      *Worker // before a book is open
	desk        *desk.Desk
	frame       *Frame
	month       app.Month
	settingsTab int                  // shown again after a change of colours or text size opened the settings anew
	door        *Page                // shown before a book is open; nil for the unlock screen
	leaveDoor   func(proceed func()) // asks whether what is shown before a book is open may be left; nil: at once
	notice      string               // shown when the frame is next made
	locked      *lockedWindow
	tries       int // wrong passphrases since the last right one
	watch       watch
	stopListen  func() // ends the subscription to the book's saves
	lastFolder  string // where a file was chosen last
	packetFrom  wayBack
}

// NewProgram makes the program in a window; Start shows its first screen.
func NewProgram(w fyne.Window, options ProgramOptions) *Program {
	p := &Program{window: w, options: options, worker: NewWorker()}
	p.worker.Inline = options.Inline
	p.worker.OnWait = p.showDoorWait
	if p.options.Trace == nil {
		p.options.Trace = func(string) {}
	}
	w.SetCloseIntercept(p.quit)
	return p
}

// Start shows the unlock screen, or the first run where the folder holds no book.
func (p *Program) Start() {
	HearInjectedBackspace(p.window)
	if !p.options.Inline {
		drawsByItself()
	}
	p.startWatch()
	if desk.IsBook(p.options.Dir) {
		p.showUnlock()
		return
	}
	if desk.HasBackups(p.options.Dir) { // the book's file is gone, its backups are not
		p.showRestore(p.quitUnopened)
		return
	}
	p.showFirstRun()
}

// showDoorWait shows on a page before the book is open that making or opening it takes long.
func (p *Program) showDoorWait(w *Waiting) {
	switch {
	case p.door == nil || p.frame != nil:
	case w == nil:
		p.door.SetWait(nil)
	default:
		p.door.SetWait(NewWaitBar(w.Words, w.Cancel))
	}
}

// Desk returns the open book; nil while it is locked.
func (p *Program) Desk() *desk.Desk { return p.desk }

// Frame returns the frame of the open book; nil while it is locked.
func (p *Program) Frame() *Frame { return p.frame }

// Opened shows the frame of a book that was just opened or made.
func (p *Program) Opened(d *desk.Desk) {
	p.desk, p.tries = d, 0
	p.options.Notes = nil   // they were seen at the door
	go debug.FreeOSMemory() // the passphrase took 128 MB for a moment, and the heap would grow into them
	if p.month == "" {
		p.month = d.ThisMonth()
	}
	type opened struct {
		settings app.Settings
		unlogged error
		bare     bool // nobody confirmed that the recovery code is noted
	}
	Do(p.worker, "", func(ctx context.Context) (o opened, err error) {
		o.unlogged = d.SignIn(ctx, wording.RoleWords)
		if o.settings, err = d.Settings(ctx); err == nil {
			o.bare, err = d.RecoveryMissing(ctx)
		}
		return o, err
	}, func(o opened, err error) {
		if err != nil {
			ShowMessage(p.window, MeaningError, "", wording.Sentence(err))
			return
		}
		bare := o.bare && p.notice == "" // what was just done is told first
		p.showFrame(o.settings)
		if bare {
			p.tellRecovery()
		}
		p.tellUnlogged(o.unlogged)
	})
}

// tellUnlogged says why an opening is not in the access log; the book can be used all the same. That it could not be saved, as on a
// full disk, the save state says already.
func (p *Program) tellUnlogged(err error) {
	if err != nil && p.desk.SaveState().Err == nil {
		p.frame.ShowError(err)
	}
}

func (p *Program) showFrame(settings app.Settings) {
	p.window.Canvas().Unfocus() // the passphrase field would go on blinking where nobody sees it
	d := p.desk
	options := FrameOptions{
		Name: settings.Name, Organisation: organisationLine(settings), Committee: settings.Role == app.CommitteeBook,
		Month: p.month, Lock: p.lock, Undo: p.undo, Redo: p.redo, Unsaved: p.showUnsaved, Help: p.showHelp, Bottom: p.bottomPlaces(), Inline: p.options.Inline,
	}
	if options.Committee {
		options.Places, options.SearchHint, options.Search = p.committeePlaces(), wording.Text("Find a cell… (Ctrl+F)"), p.searchCells
	} else {
		options.Places, options.SearchHint, options.Search = p.cellPlaces(), wording.Text("Find a person, a document… (Ctrl+F)"), p.searchMembers
	}
	p.frame = NewFrame(p.window, options)
	if p.stopListen != nil {
		p.stopListen()
	}
	p.stopListen = d.OnSaveState(func(state desk.SaveState) { fyne.Do(func() { p.showSaveState(state) }) })
	p.showSaveState(d.SaveState())
	p.ShowStatus()
	p.frame.Open(options.Places[0].Key)
	if p.notice != "" {
		p.frame.ShowNotice(MeaningDone, p.notice, nil)
		p.notice = ""
	}
	p.options.Trace("overview shown")
}

func organisationLine(s app.Settings) string {
	if s.Demo {
		return s.Enterprise + " (" + wording.Text("sample data") + ")"
	}
	return s.Enterprise
}

func (p *Program) showSaveState(state desk.SaveState) {
	if p.frame == nil {
		return
	}
	switch state.Phase {
	case desk.SaveFailed:
		p.frame.SetUnsaved(p.saveAgain)
		p.tellUnsaved(state.Err)
	case desk.Saving, desk.Unsaved:
		p.frame.SetSaving()
	default:
		p.frame.SetSaved(state.SavedAt)
		p.saveWorksAgain()
	}
}

func (p *Program) saveAgain() {
	d := p.desk
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Save(ctx) }, nil)
}

// ShowStatus renews what the status bar says of backups and hand-overs.
func (p *Program) ShowStatus() {
	d := p.desk
	Load(p.frame.Worker, "", d.StatusLine, func(line desk.StatusLine) {
		p.frame.SetBackup(line.LastBackup, line.BackupWarning)
		p.frame.SetHandover(statusWords(line))
	})
}

func statusWords(line desk.StatusLine) string {
	switch {
	case line.Committee && line.LastPacketAt.IsZero():
		return wording.Text("No packet received yet")
	case line.Committee:
		return wording.Text("Last packet received: {day}, {cell}", "day", app.DateOf(line.LastPacketAt), "cell", line.LastPacketCell)
	case line.HandedOverAt.IsZero():
		return wording.Text("Nothing handed over yet")
	}
	return wording.Text("Last hand-over: {day}, {state}", "day", app.DateOf(line.HandedOverAt), "state", monthStateWords(line.HandedOverState))
}

// monthStateWords says where a month stands, in lower case for the middle of a sentence.
func monthStateWords(state app.MonthState) string {
	switch state {
	case app.MonthAccepted:
		return wording.Text("accepted")
	case app.MonthReturned:
		return wording.Text("returned")
	case app.MonthReceived, app.MonthHandedOver:
		return wording.Text("waiting for the committee")
	case app.MonthClosed:
		return wording.Text("closed")
	}
	return wording.Text("open")
}

// closeBook closes the book; if it cannot be saved the user decides.
func (p *Program) closeBook(then func()) {
	d, worker := p.desk, p.frame.Worker
	Do(worker, wording.Text("Backing up"), func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Lock(ctx) }, func(_ struct{}, err error) {
		if err == nil {
			p.month = p.frame.Month()
			p.desk, p.frame, p.locked = nil, nil, nil
			then()
			return
		}
		slog.Error("book not saved", "error", err)
		Ask(p.window, Question{Title: wording.Text("The book could not be saved"), Text: wording.Sentence(err),
			Verb: wording.Text("Close without saving"), Back: wording.Text("Stay"), Danger: true, Not: p.offerOtherPlace, Do: func() {
				d.CloseDiscarding()
				p.desk, p.frame, p.locked = nil, nil, nil
				then()
			}})
	})
}

// quit ends the program after the screen gave way and the book was saved.
func (p *Program) quit() {
	if p.frame == nil && p.leaveDoor != nil {
		p.leaveDoor(p.quitUnopened)
		return
	}
	if p.frame == nil || p.locked != nil && !p.locked.unsaved {
		p.quitUnopened()
		return
	}
	p.frame.Leave(func() {
		p.closeBook(func() {
			p.window.SetCloseIntercept(nil)
			p.window.Close()
		})
	})
}

// reopenFrame shows the frame anew, after the language changed.
func (p *Program) reopenFrame() {
	p.month = p.frame.Month()
	Load(p.worker, "", p.desk.Settings, p.showFrame)
}

// Drain waits until every job is done and shown; for pictures and tests.
func (p *Program) Drain() {
	p.worker.Drain()
	if p.frame != nil {
		p.frame.Worker.Drain()
	}
}
