package ui

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// How often the program looks what is due, and how long it waits before it does it.
const (
	watchEvery    = 10 * time.Second
	autoBackup    = 30 * time.Minute
	longestRetry  = 2 * time.Minute
	preferIdle    = "idle-minutes"
	usualIdle     = 10 // minutes
	neverIdleLock = 0
)

// idleChoices are the minutes after which the window locks itself; neverIdleLock is never.
var idleChoices = []int{5, 10, 15, 30, neverIdleLock}

// lastUse is when somebody last typed, pressed or pointed in the program, in Unix nanoseconds.
var lastUse atomic.Int64

// noteUse says that somebody uses the program just now.
func noteUse() { lastUse.Store(time.Now().UnixNano()) }

// watch is what the program does by itself as time passes: lock, back up, try again to save.
type watch struct {
	backedUp time.Time     // when a backup was last thought of
	retry    time.Duration // before the next try to save
	retryAt  time.Time
	told     bool // of a save that failed
	began    bool
}

// used begins to count idle time anew.
func (w *watch) used(now time.Time) {
	lastUse.Store(now.UnixNano())
	w.backedUp = now
}

// startWatch looks every few seconds what is due. Pictures and tests call tick themselves.
func (p *Program) startWatch() {
	if p.options.Inline || p.watch.began {
		return
	}
	p.watch.began = true
	go func() {
		for now := range time.Tick(watchEvery) {
			locked := sessionIsLocked()
			fyne.Do(func() { p.tick(now, locked) })
		}
	}()
}

// tick does what is due. sessionLocked says that the system's own session is locked.
func (p *Program) tick(now time.Time, sessionLocked bool) {
	if p.frame == nil || p.locked != nil {
		return
	}
	if p.watch.backedUp.IsZero() {
		p.watch.used(now)
	}
	idle := time.Duration(idleMinutes()) * time.Minute
	switch {
	case sessionLocked, idle > 0 && now.Sub(time.Unix(0, lastUse.Load())) >= idle:
		p.lock()
		return
	case p.desk.SaveState().Phase == desk.SaveFailed:
		p.retrySave(now)
	case now.Sub(p.watch.backedUp) >= autoBackup:
		p.watch.backedUp = now
		p.backUpByItself()
	}
}

func idleMinutes() int {
	return fyne.CurrentApp().Preferences().IntWithFallback(preferIdle, usualIdle)
}

func (p *Program) backUpByItself() {
	d := p.desk
	Do(p.frame.Worker, "", func(ctx context.Context) (bool, error) { return d.BackupIfChanged(ctx, "auto") }, func(done bool, err error) {
		if err != nil && app.CodeOf(err) != desk.CodePlaceFailed { // the drive need not always be plugged in: the status bar tells when it is long ago
			p.frame.ShowError(err)
		}
		if done {
			p.ShowStatus()
		}
	})
}

// retrySave tries to save again, after longer and longer times.
func (p *Program) retrySave(now time.Time) {
	w := &p.watch
	if now.Before(w.retryAt) {
		return
	}
	w.retry = min(longestRetry, max(watchEvery, 2*w.retry))
	w.retryAt = now.Add(w.retry)
	d := p.desk
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Save(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			slog.Warn("saving fails still", "error", err)
		}
	})
}

// saveWorksAgain takes back what tellUnsaved told.
func (p *Program) saveWorksAgain() {
	if p.watch.told && p.locked == nil {
		p.frame.ShowNotice(MeaningDone, wording.Text("Saved. Nothing was lost."), nil)
	}
	p.watch.retry, p.watch.retryAt, p.watch.told = 0, time.Time{}, false
}

// tellUnsaved says once that saving fails, and offers another place.
func (p *Program) tellUnsaved(err error) {
	if p.watch.told || p.locked != nil {
		return
	}
	p.showUnsaved(err)
}

// showUnsaved tells that something is not on the disk, and offers another place.
func (p *Program) showUnsaved(err error) {
	p.watch.told = true
	p.frame.ShowNotice(MeaningError, wording.Sentence(err), NewSmall(wording.Text("Copy to another place…"), IconUSB, p.offerOtherPlace))
}

// offerOtherPlace lets the user copy the whole book, with what could not be saved, to another drive or folder.
func (p *Program) offerOtherPlace() {
	if p.frame == nil || p.locked != nil {
		return
	}
	p.copyBook()
}
