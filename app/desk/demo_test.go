package desk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
)

// demoOf makes a small demo and returns its folder.
func demoOf(t *testing.T, options desk.DemoOptions) (string, desk.DemoMade) {
	t.Helper()
	dir := t.TempDir()
	made, err := desk.MakeDemo(context.Background(), dir, options, nil)
	check(t, err)
	return dir, made
}

// opened opens a book of a demo on the day on which demos end.
func opened(t *testing.T, dir string) *desk.Desk {
	t.Helper()
	c := &clock{now: time.Date(2026, 11, 23, 17, 0, 0, 0, time.FixedZone("ICT", 7*3600))}
	d, err := desk.Open(context.Background(), dir, desk.DemoPassphrase, desk.WithClock(c.Now))
	check(t, err)
	t.Cleanup(d.CloseDiscarding)
	return d
}

// contents is what a cell's book says, as JSON.
func contents(t *testing.T, d *desk.Desk, months ...app.Month) string {
	t.Helper()
	ctx := context.Background()
	var all []any
	members, err := d.Members(ctx, months[len(months)-1])
	check(t, err)
	grid, err := d.PointGrid(ctx, 2026)
	check(t, err)
	all = append(all, members, grid)
	for _, month := range months {
		id, err := d.MeetingOfMonth(ctx, month)
		check(t, err)
		if id != "" {
			view, err := d.Meeting(ctx, id)
			check(t, err)
			sheet, err := d.MeetingSheet(ctx, id)
			check(t, err)
			all = append(all, view, sheet.Marked, sheet.Result)
		}
		criteria, err := d.CriteriaSheet(ctx, month)
		check(t, err)
		all = append(all, criteria.Marked, criteria.Result)
	}
	data, err := json.MarshalIndent(all, "", " ")
	check(t, err)
	return string(data)
}

func TestADemoIsTheSameForTheSameSeed(t *testing.T) {
	options := desk.DemoOptions{Cells: 2, Members: 9, Months: 2, Seed: 7}
	first, made := demoOf(t, options)
	second, _ := demoOf(t, options)
	if len(made.Packets) != 4 || len(made.Documents) != 10 { // six of the meeting, four of the month
		t.Errorf("%d packets, %d documents", len(made.Packets), len(made.Documents))
	}
	fresh := ""
	for _, cell := range []string{"CB001", "CB002"} {
		a := contents(t, opened(t, filepath.Join(first, "cells", cell)), "2026-10", "2026-11")
		b := contents(t, opened(t, filepath.Join(second, "cells", cell)), "2026-10", "2026-11")
		if a != b {
			t.Errorf("%s differs: %s", cell, firstDifference(a, b))
		}
		fresh = a
	}
	for _, path := range made.Documents {
		name := filepath.Base(path)
		if strings.HasPrefix(name, "Phieu-ban-giao") {
			continue // names its sealed file, which differs by nature
		}
		a, err := os.ReadFile(filepath.Join(first, "documents", "CB001", name))
		check(t, err)
		b, err := os.ReadFile(filepath.Join(second, "documents", "CB001", name))
		check(t, err)
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs", name)
		}
	}
	third, _ := demoOf(t, desk.DemoOptions{Cells: 2, Members: 9, Months: 2, Seed: 8})
	if contents(t, opened(t, filepath.Join(third, "cells", "CB002")), "2026-10", "2026-11") == fresh {
		t.Error("another seed gives the same cell")
	}
}

func firstDifference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return as[i] + " | " + bs[i]
		}
	}
	return "one is longer"
}

func TestADemoEndsWithACellWaitingOneReturnedOneLate(t *testing.T) {
	dir, made := demoOf(t, desk.DemoOptions{Cells: 3, Members: 10, Months: 2})
	ctx := context.Background()
	matrix, err := opened(t, filepath.Join(dir, "committee")).Matrix(ctx, "2026-11", 2)
	check(t, err)
	states := map[string][]desk.CellMonthState{}
	late := map[string]int{}
	for _, row := range matrix.Rows {
		for _, at := range row.Months {
			states[row.Cell.Code] = append(states[row.Cell.Code], at.State)
		}
		late[row.Cell.Code] = row.Months[0].LateDays
	}
	for code, want := range map[string][2]desk.CellMonthState{
		"CB001": {desk.CellAccepted, desk.CellReceived},
		"CB002": {desk.CellAccepted, desk.CellReturned},
		"CB003": {desk.CellMissing, desk.CellMissing},
	} {
		if states[code][0] != want[0] || states[code][1] != want[1] {
			t.Errorf("%s: %v, want %v", code, states[code], want)
		}
	}
	if late["CB003"] == 0 || late["CB001"] != 0 {
		t.Errorf("days late %v", late)
	}
	for _, cell := range made.Cells {
		if want := map[string]int{"CB001": 24, "CB002": 10, "CB003": 10}[cell.Code]; cell.Members != want {
			t.Errorf("%s has %d members, want %d", cell.Code, cell.Members, want)
		}
	}
	superior, err := opened(t, filepath.Join(dir, "superior")).RollUp(ctx, "2026-10")
	check(t, err)
	if len(superior) != 1 || superior[0].State != app.MonthReceived || superior[0].Summary.Members != 34 { // of the two cells that handed in
		t.Errorf("the superior has %+v", superior)
	}
	first := opened(t, filepath.Join(dir, "cells", "CB001"))
	month, err := first.Month(ctx, "2026-11")
	check(t, err)
	if month.Record.State != app.MonthHandedOver || len(month.Missing()) != 0 {
		t.Errorf("CB001: %s, missing %v", month.Record.State, month.Missing())
	}
	returned, err := opened(t, filepath.Join(dir, "cells", "CB002")).Month(ctx, "2026-11")
	check(t, err)
	if returned.Record.State != app.MonthReturned || returned.Record.Remark == "" {
		t.Errorf("CB002: %+v", returned.Record)
	}
}

// The meeting of November is that of the sample, number for number.
func TestTheDemoHoldsTheMeetingOfNovember(t *testing.T) {
	dir, _ := demoOf(t, desk.DemoOptions{Cells: 1, Months: 2})
	ctx := context.Background()
	cell := opened(t, filepath.Join(dir, "cells", "CB001"))
	id, err := cell.MeetingOfMonth(ctx, "2026-11")
	check(t, err)
	view, err := cell.Meeting(ctx, id)
	check(t, err)
	if m := view.Meeting; m.MinutesNumber != 17 || m.ResolutionNo != 17 || view.Previous.ResolutionNo != 16 {
		t.Errorf("numbers %d, %d after %d", m.MinutesNumber, m.ResolutionNo, view.Previous.ResolutionNo)
	}
	want := app.RollCall{Total: 24, Official: 22, Probationary: 2, NotCounted: 2, Required: 22, Present: 21, Excused: 1, VotersThere: 19, Voters: 20}
	if view.Roll != want || view.Speakers != (app.Share{Part: 8, Whole: 21}) || len(view.NewTasks) != 8 {
		t.Errorf("roll %+v, speakers %v, %d tasks", view.Roll, view.Speakers, len(view.NewTasks))
	}
	if len(view.Reviews) != 6 || len(view.Meeting.Reviews) != 6 {
		t.Errorf("%d tasks reviewed, %d kept", len(view.Reviews), len(view.Meeting.Reviews))
	}
	sheet, err := cell.MeetingSheet(ctx, id)
	check(t, err)
	if sheet.Result.TotalText != "92" || sheet.Result.LevelName != "Tốt" {
		t.Errorf("%s %s", sheet.Result.TotalText, sheet.Result.LevelName)
	}
	grid, err := cell.PointGrid(ctx, 2026)
	check(t, err)
	if total := grid.Totals[10]; total.AtThreshold != 20 || total.Counted != 22 {
		t.Errorf("points of November %+v", total)
	}
}

func TestASampleBookShowsAMonthInProgress(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sample")
	check(t, desk.MakeSampleBook(context.Background(), dir, nil))
	cell := opened(t, dir)
	view, err := cell.Overview(context.Background(), "2026-11")
	check(t, err)
	states := map[desk.StepKind]desk.StepState{}
	for _, step := range view.Steps {
		states[step.Kind] = step.State
	}
	if states[desk.StepPoints] != desk.StepDone || states[desk.StepMeeting] != desk.StepDoing || view.Next != desk.StepMeeting {
		t.Errorf("steps %v, next %s", states, view.Next)
	}
	handover, err := cell.HandoverView(context.Background(), "2026-11")
	check(t, err)
	if handover.Link == nil || handover.Last == nil || handover.Packet != nil {
		t.Errorf("link %v, last packet %v, packet of the month %v", handover.Link, handover.Last, handover.Packet)
	}
	wantCode(t, desk.MakeSampleBook(context.Background(), dir, nil), "book_exists")
}

func TestDemoOptionsAreChecked(t *testing.T) {
	for _, options := range []desk.DemoOptions{{Cells: -1}, {Members: 2}, {Months: 1000}} {
		_, err := desk.MakeDemo(context.Background(), t.TempDir(), options, nil)
		wantCode(t, err, app.CodeOutOfRange)
	}
}

func TestADemoMayBeginBeforeTheScoreSheetWasInForce(t *testing.T) {
	dir, made := demoOf(t, desk.DemoOptions{Cells: 1, Months: 1, Last: "2025-10"})
	if made.Cells[0].State != desk.CellReceived {
		t.Errorf("the month is %s", made.Cells[0].State)
	}
	cell := opened(t, filepath.Join(dir, "cells", "CB001"))
	id, err := cell.MeetingOfMonth(context.Background(), "2025-10")
	check(t, err)
	_, err = cell.MeetingSheet(context.Background(), id)
	wantCode(t, err, desk.CodeNoFramework)
}

func TestAStoppedDemoLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	_, err := desk.MakeDemo(ctx, dir, desk.DemoOptions{Cells: 2, Members: 5, Months: 2}, func(done, _ int) {
		if done == 3 {
			stop()
		}
	})
	wantCode(t, err, app.CodeCanceled)
	left, err := os.ReadDir(dir)
	check(t, err)
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
