package ui

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"sochibo/app"
)

// testWorker returns a worker whose half second passes only when the test says so.
func testWorker(t *testing.T) (w *Worker, passes chan func()) {
	t.Helper()
	newTestWindow(t, 100, 100)
	w = NewWorker()
	passes = make(chan func(), 100)
	w.after = func(_ time.Duration, f func()) func() bool {
		passes <- f
		return func() bool { return true }
	}
	return w, passes
}

func TestJobsRunInOrder(t *testing.T) {
	w, _ := testWorker(t)
	var done []int
	for i := range 20 {
		Load(w, "", func(context.Context) (int, error) { return i, nil }, func(i int) { done = append(done, i) })
	}
	w.Drain()
	if !slices.IsSorted(done) || len(done) != 20 {
		t.Errorf("done %v", done)
	}
}

func TestErrorsGoToTheScreenOrToTheBand(t *testing.T) {
	w, _ := testWorker(t)
	var band, own error
	w.OnError = func(err error) { band = err }
	fail := func(context.Context) (int, error) { return 0, app.NewError(app.CodeDiskFull, "path", "E:") }
	Load(w, "", fail, func(int) { t.Error("a failed job showed a result") })
	w.Drain()
	if app.CodeOf(band) != app.CodeDiskFull {
		t.Errorf("band shows %v", band)
	}
	band = nil
	Do(w, "", fail, func(_ int, err error) { own = err })
	w.Drain()
	if app.CodeOf(own) != app.CodeDiskFull || band != nil {
		t.Errorf("own %v, band %v", own, band)
	}
}

func TestAPanicOfAJobIsAnError(t *testing.T) {
	w, _ := testWorker(t)
	var got error
	w.OnError = func(err error) { got = err }
	Load(w, "", func(context.Context) (int, error) { panic("broken") }, func(int) {})
	w.Drain()
	if app.CodeOf(got) != app.CodeInternal {
		t.Errorf("got %v", got)
	}
}

func TestLongWorkShowsAWaitBarThatStopsIt(t *testing.T) {
	w, passes := testWorker(t)
	var bars []string
	shown := make(chan *Waiting, 1)
	w.OnWait = func(wait *Waiting) {
		if wait == nil {
			bars = append(bars, "gone")
			return
		}
		bars = append(bars, wait.Words)
		shown <- wait
	}
	var got error
	Do(w, "Đang ghi", func(ctx context.Context) (int, error) {
		<-ctx.Done()
		return 0, ctx.Err()
	}, func(_ int, err error) { got = err })
	(<-passes)()
	(<-shown).Cancel()
	w.Drain()
	if !errors.Is(got, context.Canceled) || !slices.Equal(bars, []string{"Đang ghi", "gone"}) {
		t.Errorf("got %v, bars %v", got, bars)
	}
}

func TestShortWorkShowsNoWaitBar(t *testing.T) {
	w, passes := testWorker(t)
	w.OnWait = func(*Waiting) { t.Error("a wait bar was shown") }
	Load(w, "", func(context.Context) (int, error) { return 1, nil }, func(int) {})
	w.Drain()
	(<-passes)() // the half second passes after the end
}

func TestAClosedWorkerTakesNoJobs(t *testing.T) {
	w, _ := testWorker(t)
	w.Close()
	Load(w, "", func(context.Context) (int, error) { return 1, nil }, func(int) { t.Error("a job ran") })
	w.Drain()
}
