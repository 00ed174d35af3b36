package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// closingAim is how many keys and clicks a month of 24 members should take at most, besides the text of the minutes.
const closingAim = 150

// hand does what a secretary does, through the events that keys and pointer make, and counts them. Text of the minutes counts apart.
type hand struct {
	*testing.T
	p            *Program
	events, text int
	last         int
}

func (h *hand) settle() { h.p.Drain() }

// part tells how many keys and clicks a part of the walk took.
func (h *hand) part(name string) {
	h.Logf("%-40s %4d", name, h.events-h.last)
	h.last = h.events
}

func (h *hand) focused() fyne.Focusable {
	f := h.p.window.Canvas().Focused()
	if f == nil {
		h.Fatal("the keyboard is nowhere")
	}
	return f
}

func (h *hand) key(name fyne.KeyName) {
	h.events++
	if name == fyne.KeyTab {
		h.p.window.Canvas().(interface{ FocusNext() }).FocusNext()
	} else {
		h.focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
	h.settle()
}

func (h *hand) keys(text string) {
	for _, r := range text {
		h.events++
		h.focused().TypedRune(r)
	}
	h.settle()
}

// write types a text of the minutes.
func (h *hand) write(text string) {
	for _, r := range text {
		h.text++
		h.focused().TypedRune(r)
	}
	h.settle()
}

// click taps the button with a text in front of everything else.
func (h *hand) click(english string) {
	h.Helper()
	h.clickText(wording.Text(english))
}

func (h *hand) clickText(text string) {
	h.Helper()
	var objects []fyne.CanvasObject
	for _, overlay := range h.p.window.Canvas().Overlays().List() {
		objects = append(objects, test.LaidOutObjects(overlay)...)
	}
	if len(objects) == 0 {
		objects = test.LaidOutObjects(h.p.window.Content())
	}
	for _, o := range objects {
		if b, ok := o.(*Button); ok && b.Text == text && b.Visible() {
			h.events++
			test.Tap(b)
			h.settle()
			return
		}
	}
	h.Fatalf("there is no button %q; keyboard at %T", text, h.p.window.Canvas().Focused())
}

// tick clicks the box with a text.
func (h *hand) tick(english string) {
	h.Helper()
	for _, o := range test.LaidOutObjects(h.p.window.Content()) {
		if c, ok := o.(*Check); ok && c.Text == wording.Text(english) {
			if !c.Checked() {
				h.events++
				test.Tap(c)
				h.settle()
			}
			return
		}
	}
	h.Fatalf("there is no box %q", wording.Text(english))
}

// place clicks a place of the navigation.
func (h *hand) place(key string) {
	h.events++
	h.p.frame.Open(key)
	h.settle()
}

// TestAMonthIsClosedWithFewKeys walks a secretary through November of a cell of 24 members: the facts are at hand, nothing is entered yet.
// It makes a whole demo first, so it runs only when asked for (go run ./cmd/dev closing).
func TestAMonthIsClosedWithFewKeys(t *testing.T) {
	if os.Getenv("CLOSING_WALK") == "" {
		t.Skip("a long walk; CLOSING_WALK=1 asks for it")
	}
	wording.Use(wording.Vietnamese)
	ctx, dir := context.Background(), t.TempDir()
	_, err := desk.MakeDemo(ctx, dir, desk.DemoOptions{Cells: 1, Months: 11, Last: "2026-10"}, nil)
	okay(t, err)
	now := time.Date(2026, 11, 23, 14, 5, 0, 0, time.Local)
	d, err := desk.Open(ctx, filepath.Join(dir, "cells", "CB001"), desk.DemoPassphrase, desk.WithClock(func() time.Time { return now }))
	okay(t, err)
	t.Cleanup(d.CloseDiscarding)
	h := &hand{T: t, p: opened(t, d, usual, placeOverview)}
	h.settle()
	h.points()
	h.meeting()
	h.criteria()
	h.close()
	status, err := d.Month(ctx, "2026-11")
	okay(t, err)
	if !status.Record.State.IsFrozen() {
		t.Errorf("the month is not closed: %+v", status)
	}
	t.Logf("%d keys and clicks, aim %d; %d letters of the minutes", h.events, closingAim, h.text)
	if h.events > closingAim {
		t.Logf("the aim is missed by %d", h.events-closingAim)
	}
}

func (h *hand) points() {
	h.click("Enter points")
	s := pointsOf(h.T, h.p)
	if h.p.window.Canvas().Focused() != fyne.Focusable(s.grid) {
		h.events++ // a click into the grid
		giveFocus(s.grid)
	}
	for i, row := range s.view.Rows {
		if at, month := s.grid.Cell(); at != i || month != 10 {
			h.Fatalf("row %d: the grid stands at %d, month %d", i, at, month)
		}
		if cell := row.Cells[10]; cell.Excused || cell.Absent {
			h.key(fyne.KeyDown)
			continue
		}
		h.keys("34")
		h.key(fyne.KeyReturn)
	}
	h.part("handbook points of 24 members")
}

func (h *hand) meeting() {
	h.place(placeOverview)
	h.click("Begin")
	h.click("Begin the regular meeting")
	s := h.p.frame.Screen().(*meetingScreen)
	if h.p.window.Canvas().Focused() == nil {
		h.key(fyne.KeyTab)
	}
	s.first()
	h.key(fyne.KeyTab)
	h.keys("15:40")
	for _, done := range []string{"Committee of the cell met", "Minutes were kept", "Time, place, contents announced", "Papers sent to members"} {
		h.tick(done)
	}
	h.click("Next: roll call")
	for _, i := range []int{4, 11} { // two are excused
		h.events++ // a click on the row
		giveFocus(s.roll.rows[i])
		h.keys("2")
	}
	h.click("Next: contents")
	h.part("meeting: day, time, roll call")
	for _, row := range s.contents.review.rows {
		if row.state == app.TaskOpen {
			h.events++ // a click on the task's state opens the list
			row.drop()
			h.settle()
			for range indexOf(taskStates, app.TaskOpen) - indexOf(taskStates, app.TaskDone) {
				h.key(fyne.KeyUp)
			}
			for range indexOf(taskStates, app.TaskDone) - indexOf(taskStates, app.TaskOpen) {
				h.key(fyne.KeyDown)
			}
			h.key(fyne.KeyReturn)
			if row.state != app.TaskDone {
				h.Fatalf("the task is %q", row.state)
			}
		}
	}
	h.part("meeting: tasks of the last resolution")
	h.click("Next: conclusion")
	s.first()
	h.events++ // a click into the conclusion, if the keyboard is not there
	h.write("Tiếp thu các ý kiến; tập trung hoàn thành đơn hàng cuối năm, công khai tiền làm thêm.")
	h.click("On the resolution")
	voters := s.draft.roll().VotersThere
	h.vote(s, voters)
	h.click("Next: scoring")
	h.click("As the meeting before")
	if line, open := openLine(s.scoring.view.Result); open {
		h.Fatalf("%s is still open: %s", line.ID, line.Explanation)
	}
	h.part("meeting: conclusion, vote, score")
	h.click("Next: minutes")
	h.click("Lock the minutes")
	h.key(fyne.KeySpace)
	h.click("Lock the minutes")
	if !s.draft.meeting.IsLocked() {
		h.Fatal("the minutes are not locked")
	}
	h.part("meeting: minutes locked")
}

// openLine is the first criterion or item that has no points.
func openLine(r *app.ScoreResult) (app.LineScore, bool) {
	for _, g := range r.Groups {
		for _, line := range g.Lines {
			if line.State != app.LineUnscored {
				continue
			}
			for _, item := range line.Items {
				if item.State == app.LineUnscored {
					return item, true
				}
			}
			return line, true
		}
	}
	return app.LineScore{}, false
}

// vote types how many were for the resolution into the field of the vote that was added last.
func (h *hand) vote(s *meetingScreen, votes int) {
	for _, o := range test.LaidOutObjects(h.p.window.Content()) {
		if f, ok := o.(*Field); ok && f.label != nil && f.label.Text() == wording.Text("For") {
			h.events++ // a click into the field
			f.Focus()
			h.keys(wording.Number(votes))
			h.key(fyne.KeyTab)
			return
		}
	}
	h.Fatal("there is no field for the votes")
}

func (h *hand) criteria() {
	h.place(placeOverview)
	h.click("Score")
	h.click("As the period before")
	s := h.p.frame.Screen().(*criteriaScreen)
	for range 40 {
		if s.view.Result.NextID == "" {
			break
		}
		h.click("Score the next one")
		line, _ := s.view.Result.Line(s.view.Result.NextID)
		id := line.ID
		for _, item := range line.Items {
			if item.State == app.LineUnscored {
				id = item.ID
				break
			}
		}
		input, here := s.inputs[id]
		if !here {
			h.Fatalf("nothing marks %s (%s)", id, line.Explanation)
		}
		h.events++ // a click, if the keyboard is not there
		giveFocus(input)
		h.keys("100")
		h.key(fyne.KeyReturn)
	}
	h.part("criteria")
}

func (h *hand) close() {
	status, err := h.p.desk.Month(context.Background(), "2026-11")
	okay(h.T, err)
	for _, c := range status.Missing() {
		h.Logf("still missing: %s %v", c.What, c.Values)
	}
	h.place(placePoints)
	h.clickText(wording.Text("Close month {n}", "n", 11))
	h.clickText(wording.Text("Close month {n}", "n", 11))
	h.part("closing")
}
