package store

import (
	"context"
	"sync"
	"time"

	"sochibo/app"
)

// SavePhase says how the copy on disk stands to the book in memory.
type SavePhase string

// Phases of saving.
const (
	PhaseSaved   SavePhase = "saved"   // the disk holds every change
	PhaseUnsaved SavePhase = "unsaved" // a change waits for its save
	PhaseSaving  SavePhase = "saving"
	PhaseFailed  SavePhase = "failed" // the last save failed; the changes are in memory
)

// SaveState is what the status bar shows.
type SaveState struct {
	Phase   SavePhase
	SavedAt time.Time // of the last save that succeeded, or when the book was opened
	Err     error     // PhaseFailed: why, with CodeSaveFailed
}

// saver runs saves one after another. Changes are counted; a save holds all changes up to a count, so that commands that wait at
// the same time share one save. The first that waits runs the save itself, which spares a change of goroutines; those that come
// while it runs are served by the next.
type saver struct {
	save func() // one save; it calls begin and finish

	mu        sync.Mutex
	stopped   *sync.Cond // signalled when running ends
	committed uint64     // changes in memory
	saved     uint64     // changes that the disk holds
	running   bool       // somebody runs saves
	saving    bool       // between begin and finish
	ended     bool
	savedAt   time.Time
	err       error // of the last save, nil if it succeeded
	waiting   []saveWaiter
	listeners map[int]func(SaveState)
	nextID    int
}

type saveWaiter struct {
	change uint64
	result chan error
}

func (s *saver) start(now time.Time, save func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.save, s.savedAt, s.ended, s.err = save, now, false, nil
	s.saved = s.committed
	s.stopped = sync.NewCond(&s.mu)
	if s.listeners == nil { // a book that is opened again keeps its listeners
		s.listeners = make(map[int]func(SaveState))
	}
}

// end lets the save that runs come to its end and tells who still waits that the book is closed.
func (s *saver) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	s.answer(s.committed, app.NewError(CodeBookClosed))
	for s.running {
		s.stopped.Wait()
	}
}

// change counts a committed change and returns its number.
func (s *saver) change() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.committed++
	return s.committed
}

// wait returns when a save holds the change, or when a save that should have held it failed.
func (s *saver) wait(change uint64) error {
	s.mu.Lock()
	if s.saved >= change {
		s.mu.Unlock()
		return nil
	}
	if s.ended {
		s.mu.Unlock()
		return app.NewError(CodeBookClosed)
	}
	waiter := saveWaiter{change: change, result: make(chan error, 1)}
	s.waiting = append(s.waiting, waiter)
	first := !s.running
	s.running = true
	s.mu.Unlock()
	if first {
		s.save()
		if s.someoneWaits() {
			go s.serve()
		}
	}
	return <-waiter.result
}

// serve runs saves for those who came while another save ran.
func (s *saver) serve() {
	for {
		s.save()
		if !s.someoneWaits() {
			return
		}
	}
}

// someoneWaits reports whether a further save is needed; if not, nobody runs saves any more.
func (s *saver) someoneWaits() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting) > 0 && !s.ended {
		return true
	}
	s.running = false
	s.stopped.Broadcast()
	return false
}

func (s *saver) begin() {
	s.mu.Lock()
	s.saving = true
	s.mu.Unlock()
	s.tell()
}

// last returns the number of the last change.
func (s *saver) last() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.committed
}

// finish records the outcome of a save that held all changes up to a count, and answers those who waited for it.
func (s *saver) finish(change uint64, at time.Time, err error) {
	s.mu.Lock()
	s.saving, s.err = false, err
	if err == nil {
		s.saved, s.savedAt = max(s.saved, change), at
	}
	s.answer(change, err)
	s.mu.Unlock()
	s.tell()
}

// answer replies to those who wait for changes up to a count; s.mu is held.
func (s *saver) answer(change uint64, err error) {
	var later []saveWaiter
	for _, w := range s.waiting {
		if w.change <= change {
			w.result <- err
		} else {
			later = append(later, w)
		}
	}
	s.waiting = later
}

// forget gives up the changes that no save holds: the image was loaded again from the disk.
func (s *saver) forget(why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer(s.committed, why)
	s.saved = s.committed
}

// isSaved reports whether the disk holds all changes.
func (s *saver) isSaved() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.saved == s.committed
}

func (s *saver) state() SaveState {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := SaveState{Phase: PhaseSaved, SavedAt: s.savedAt}
	switch {
	case s.saving:
		state.Phase = PhaseSaving
	case s.err != nil && s.saved < s.committed:
		state.Phase, state.Err = PhaseFailed, s.err
	case s.saved < s.committed:
		state.Phase = PhaseUnsaved
	}
	return state
}

// tell calls the listeners, always from the save that runs, so that they see the states in order.
func (s *saver) tell() {
	state := s.state()
	s.mu.Lock()
	listeners := make([]func(SaveState), 0, len(s.listeners))
	for _, listen := range s.listeners {
		listeners = append(listeners, listen)
	}
	s.mu.Unlock()
	for _, listen := range listeners {
		listen(state)
	}
}

// SaveState returns how the copy on disk stands to the book in memory.
func (b *Book) SaveState() SaveState { return b.saving.state() }

// OnSaveState calls listen at the beginning and the end of every save, one call after the other; listen must not wait for the book.
// The function that is returned ends the subscription.
func (b *Book) OnSaveState(listen func(SaveState)) (stop func()) {
	s := &b.saving
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.nextID
	s.nextID++
	s.listeners[id] = listen
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.listeners, id)
	}
}

// Save writes what is unsaved, as after a failed save. It returns nil at once if the disk holds every change.
// Errors: CodeSaveFailed wrapping why, CodeBookReloaded.
func (b *Book) Save(ctx context.Context) error {
	if err := b.take(ctx); err != nil {
		return err
	}
	last := b.saving.last()
	b.give()
	return b.saving.wait(last)
}

// saveNow runs one save: the image is copied while nobody changes it, and sealed and written afterwards.
func (b *Book) saveNow() {
	b.saving.begin()
	<-b.turn
	change := b.saving.last()
	plain, err := b.captureOpen()
	b.give()
	if err == nil {
		if err = b.writeDatabase(plain); err != nil {
			err = app.WrapError(err, CodeSaveFailed, "cause", err)
		}
	}
	if err == nil {
		b.removeOrphans(change)
	}
	b.saving.finish(change, b.clock(), err)
}

func (b *Book) captureOpen() ([]byte, error) {
	if b.closed {
		return nil, app.NewError(CodeBookClosed)
	}
	return b.capture()
}

// capture copies the image. An image that is not this book's is never written: the last save is loaded again.
func (b *Book) capture() ([]byte, error) {
	if err := b.verifyImage(); err != nil {
		return nil, b.reload(err)
	}
	plain, err := b.image.serialize()
	if err != nil {
		return nil, app.WrapError(err, CodeSaveFailed, "cause", err)
	}
	return plain, nil
}

// UpdateUnsaved runs write as one transaction, as Update does, and leaves the saving to a later Update or Save: for batches, each
// item of which is whole by itself. Until then the change is in memory only.
func (b *Book) UpdateUnsaved(ctx context.Context, change Change, write func(*Tx) error) error {
	_, err := b.transact(ctx, change, write, b.keepForUndo)
	return err
}
