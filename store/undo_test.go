package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"sochibo/app"
)

func TestCommandsAreTakenBackAndMadeAgain(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	ctx := context.Background()
	lan := app.Member{ID: "m1", FullName: "Đỗ Thị Lan", Kind: app.Official, CitizenID: "000200000001",
		Events: []app.StandingEvent{{On: "2026-01-05", Standing: app.TempExempt}}}
	renamed := lan
	renamed.FullName, renamed.Events = "Đỗ Thị Lân", nil
	point := app.PointEntry{MemberID: "m1", Month: "2026-11", Points: 34, Source: app.Typed}
	commands := []struct {
		name  string
		write func(*Tx) error
	}{
		{"add", func(tx *Tx) error { return tx.PutMember(lan) }},
		{"rename", func(tx *Tx) error { return tx.PutMember(renamed) }},
		{"points", func(tx *Tx) error { return tx.PutPoint(point) }},
		{"clear", func(tx *Tx) error { return tx.DeletePoint("m1", "2026-11") }},
		{"settings", func(tx *Tx) error { return tx.PutSettings(app.Settings{Role: app.CellBook, Name: "Chi bộ 2"}) }},
		{"task", func(tx *Tx) error { return tx.PutTask(app.Task{ID: "t1", Title: "Kèm thợ", State: app.TaskOpen}) }},
		{"two at once", func(tx *Tx) error {
			if err := tx.PutPoint(app.PointEntry{MemberID: "m1", Month: "2026-10", Points: 20, Source: app.Typed}); err != nil {
				return err
			}
			return tx.DeleteTask("t1")
		}},
	}
	update(t, b, func(tx *Tx) error { return tx.PutSettings(app.Settings{Role: app.CellBook, Name: "Chi bộ 1"}) })
	states := []string{bookState(t, b)}
	for _, c := range commands {
		if err := b.Update(ctx, Change{Actor: "secretary", At: testTime, Command: c.name}, c.write); err != nil {
			t.Fatal(err)
		}
		states = append(states, bookState(t, b))
	}
	by := Change{Actor: "secretary", At: testTime}
	for round := range 2 {
		for i, c := range slices.Backward(commands) {
			taken, err := b.Undo(ctx, by)
			if err != nil || taken.Command != c.name {
				t.Fatalf("round %d: undo of %s took back %q, %v", round, c.name, taken.Command, err)
			}
			if got := bookState(t, b); got != states[i] {
				t.Fatalf("round %d: after undo of %s\n%s\nwant\n%s", round, c.name, got, states[i])
			}
		}
		for i, c := range commands {
			made, err := b.Redo(ctx, by)
			if err != nil || made.Command != c.name {
				t.Fatalf("round %d: redo of %s made %q, %v", round, c.name, made.Command, err)
			}
			if got := bookState(t, b); got != states[i+1] {
				t.Fatalf("round %d: after redo of %s\n%s\nwant\n%s", round, c.name, got, states[i+1])
			}
		}
	}
	view(t, b, func(tx *Tx) error {
		history, err := tx.RecentHistory(1)
		if err != nil || history[0].Command != "redo two at once" {
			t.Errorf("the last entry of the history is %+v, %v", history, err)
		}
		return nil
	})
	wantSound(t, b)
}

// bookState is all that the commands of the test change, as text.
func bookState(t *testing.T, b *Book) string {
	t.Helper()
	var state any
	view(t, b, func(tx *Tx) error {
		members, err := tx.Members()
		if err != nil {
			return err
		}
		points, err := tx.Points(2026)
		if err != nil {
			return err
		}
		tasks, err := tx.Tasks()
		if err != nil {
			return err
		}
		settings, err := tx.Settings()
		state = []any{members, points, tasks, settings}
		return err
	})
	text, err := jsonText(state)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWhatEndsAndWhatKeepsTheListOfUndo(t *testing.T) {
	ctx := context.Background()
	tests := []struct {
		name  string
		write func(*Tx) error
		want  app.Code
	}{
		{"a look at a number", func(tx *Tx) error { return tx.LogAccess("show", "member m1") }, ""},
		{"a value of the program", func(tx *Tx) error { return tx.PutValue("mapping", "x") }, ""},
		{"the same again", func(tx *Tx) error {
			return tx.PutMember(app.Member{ID: "m1", FullName: "Cao Văn Lực", Kind: app.Official})
		}, ""},
		{"closing a month", func(tx *Tx) error {
			return tx.PutMonthRecord(app.MonthRecord{Month: "2026-11", State: app.MonthClosed, ClosedAt: time.Unix(0, 0).UTC()})
		}, CodeNothingToUndo},
		{"a framework", func(tx *Tx) error {
			return tx.PutFramework(Framework{Code: "A", Version: 1, Body: []byte("{}"), ReceivedAt: testTime})
		}, CodeNothingToUndo},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, _ := createBook(t, t.TempDir())
			update(t, b, func(tx *Tx) error {
				return tx.PutMember(app.Member{ID: "m1", FullName: "Cao Văn Lực", Kind: app.Official})
			})
			update(t, b, test.write)
			if _, err := b.Undo(ctx, testChange); app.CodeOf(err) != test.want {
				t.Errorf("undo: %v, want code %q", err, test.want)
			}
		})
	}
	b, _ := createBook(t, t.TempDir())
	if _, err := b.Undo(ctx, testChange); app.CodeOf(err) != CodeNothingToUndo {
		t.Errorf("undo in a new book: %v", err)
	}
	if _, err := b.Redo(ctx, testChange); app.CodeOf(err) != CodeNothingToRedo {
		t.Errorf("redo in a new book: %v", err)
	}
}
