package ui

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
)

// waitBefore is how long a job may take before the user is shown that it runs.
const waitBefore = 500 * time.Millisecond

// Worker runs jobs one after the other away from the window, so that the window never waits, and brings the results back.
type Worker struct {
	// OnWait is called in the window when a job has run for half a second, and again with nil when it is over.
	OnWait func(*Waiting)
	// Inline runs each job at once where it is given. Pictures and tests draw and work in one goroutine, because the driver without
	// a window has no goroutine of its own that fyne.Do could come back to.
	Inline bool
	// OnError is called in the window for every error that a job's own function did not take over.
	OnError func(error)

	mu     sync.Mutex
	queue  []*task
	busy   bool
	idle   *sync.Cond
	after  func(time.Duration, func()) (stop func() bool)
	closed bool
}

type task struct {
	words  string
	run    func(context.Context) func()
	cancel context.CancelFunc
	ctx    context.Context
}

// Waiting describes a job that takes long.
type Waiting struct {
	Words  string // what is done, as the user reads it; may be ""
	Cancel func() // asks the job to stop
}

// NewWorker returns a Worker without a job.
func NewWorker() *Worker {
	w := &Worker{after: func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }}
	w.idle = sync.NewCond(&w.mu)
	return w
}

// Do runs job after all jobs that were given before, and then calls then in the window with the result.
// words say what is done, for the wait bar ("Đang ghi"). If then is nil, an error goes to OnError.
// The context ends when the user presses Dừng or the window closes; a panic of job becomes an error.
func Do[T any](w *Worker, words string, job func(context.Context) (T, error), then func(T, error)) {
	w.add(words, func(ctx context.Context) func() {
		result, err := guarded(ctx, job)
		return func() {
			if then != nil {
				then(result, err)
			} else if err != nil && w.OnError != nil {
				w.OnError(err)
			}
		}
	})
}

// Load is Do for what cannot fail in a way the caller must handle: errors go to OnError, then sees results only.
func Load[T any](w *Worker, words string, job func(context.Context) (T, error), then func(T)) {
	Do(w, words, job, func(result T, err error) {
		switch {
		case err == nil:
			then(result)
		case w.OnError != nil:
			w.OnError(err)
		}
	})
}

// guarded turns a panic of a job into an error, so that a fault in one job does not end the program with unsaved text.
func guarded[T any](ctx context.Context, job func(context.Context) (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = app.WrapError(fmt.Errorf("panic: %v", fault), app.CodeInternal)
		}
	}()
	if ctx.Err() != nil {
		return result, app.WrapError(ctx.Err(), app.CodeCanceled)
	}
	return job(ctx)
}

func (w *Worker) add(words string, run func(context.Context) func()) {
	ctx, cancel := context.WithCancel(context.Background())
	if w.Inline {
		defer cancel()
		run(ctx)()
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		cancel()
		return
	}
	w.queue = append(w.queue, &task{words: words, run: run, ctx: ctx, cancel: cancel})
	if !w.busy {
		w.busy = true
		go w.work()
	}
}

func (w *Worker) work() {
	for {
		w.mu.Lock()
		if len(w.queue) == 0 {
			w.busy = false
			w.idle.Broadcast()
			w.mu.Unlock()
			return
		}
		next := w.queue[0]
		w.queue = w.queue[1:]
		w.mu.Unlock()
		w.runOne(next)
	}
}

func (w *Worker) runOne(next *task) {
	defer next.cancel()
	var state sync.Mutex
	shown, over := false, false
	stop := w.after(waitBefore, func() {
		fyne.Do(func() {
			state.Lock()
			defer state.Unlock()
			if !over && w.OnWait != nil {
				shown = true
				w.OnWait(&Waiting{Words: next.words, Cancel: next.cancel})
			}
		})
	})
	finish := next.run(next.ctx)
	stop()
	done := make(chan struct{})
	fyne.Do(func() {
		defer close(done)
		state.Lock()
		over = true
		wasShown := shown
		state.Unlock()
		if wasShown {
			w.OnWait(nil)
		}
		finish()
	})
	<-done
}

// Drain waits until every job is done and its result was shown. It must not be called in the window's own goroutine of a
// running program; tests and the end of the program use it.
func (w *Worker) Drain() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.busy {
		w.idle.Wait()
	}
}

// Close takes no further jobs and stops those that wait; a job that runs is asked to stop.
func (w *Worker) Close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = true
	for _, waiting := range w.queue {
		waiting.cancel()
	}
	if len(w.queue) > 0 {
		slog.Info("jobs dropped at the end", "count", len(w.queue))
	}
}
