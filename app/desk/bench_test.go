package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
)

// filledCell is a cell's book with 24 members, five years of points and 60 meetings with tasks and marks, up to 11/2026.
func filledCell(b *testing.B) *desk.Desk {
	b.Helper()
	ctx := context.Background()
	d, _, err := desk.Create(ctx, filepath.Join(b.TempDir(), "cell"), desk.NewBook{Passphrase: "cell",
		Settings: app.Settings{Name: "Chi bộ Xưởng May 2", Code: "CB001", StartMonth: "2021-12"}}, desk.WithClock(newClock().Now))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(d.CloseDiscarding)
	if err := desk.Fill(ctx, d, app.Month("2021-12"), 60, 24); err != nil {
		b.Fatal(err)
	}
	return d
}

// BenchmarkOverview reads what the first screen shows. The metric ratio compares its median with reading the same rows once.
func BenchmarkOverview(b *testing.B) {
	ctx, d := context.Background(), filledCell(b)
	var whole, floor []time.Duration
	for b.Loop() {
		start := time.Now()
		view, err := d.Overview(ctx, "2026-11")
		if err != nil || len(view.Scores) != 6 {
			b.Fatal(err)
		}
		whole = append(whole, time.Since(start))
		start = time.Now()
		if err := desk.ReadRows(ctx, d, 2025, 2026); err != nil {
			b.Fatal(err)
		}
		floor = append(floor, time.Since(start))
	}
	reportRatio(b, whole, floor)
}

// BenchmarkSetPoints types one value of handbook points and waits until it is on the disk.
func BenchmarkSetPoints(b *testing.B) {
	ctx, d := context.Background(), filledCell(b)
	rows, err := d.Members(ctx, "2026-11")
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		if err := d.SetPoints(ctx, app.PointEntry{MemberID: rows[n%len(rows)].ID, Month: "2026-11", Points: n % 100}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSetMark gives one mark of a meeting's sheet and scores it anew.
func BenchmarkSetMark(b *testing.B) {
	ctx, d := context.Background(), filledCell(b)
	sheet, err := d.CriteriaSheet(ctx, "2026-11")
	if err != nil {
		b.Fatal(err)
	}
	id := ""
	for _, g := range sheet.Framework.Groups {
		for _, c := range g.Criteria {
			if c.Kind == app.KindToggle && id == "" {
				id = c.ID
			}
		}
	}
	yes := false
	for b.Loop() {
		yes = !yes
		done := yes
		if _, err := d.SetMark(ctx, sheet.Key(), app.Mark{ID: id, Done: &done}); err != nil {
			b.Fatal(err)
		}
	}
}

func reportRatio(b *testing.B, whole, floor []time.Duration) {
	b.Helper()
	slices.Sort(whole)
	slices.Sort(floor)
	median, least := whole[len(whole)/2], floor[len(floor)/2]
	b.ReportMetric(float64(median)/float64(least), "ratio")
	b.ReportMetric(float64(median.Microseconds())/1000, "whole-ms")
	b.ReportMetric(float64(least.Microseconds())/1000, "floor-ms")
}

// BenchmarkTenYears opens a book of ten years of a cell of 60: 120 meetings, 7,200 values of points. Beside the time to the first
// screen it tells the size on disk, the time to save one value, to check the whole book and to back it up.
func BenchmarkTenYears(b *testing.B) {
	ctx, dir, clock := context.Background(), filepath.Join(b.TempDir(), "cell"), desk.WithClock(newClock().Now)
	d, _, err := desk.Create(ctx, dir, desk.NewBook{Passphrase: "cell", Settings: app.Settings{Name: "Chi bộ A", Code: "CB001", StartMonth: "2016-12"}}, clock)
	if err != nil {
		b.Fatal(err)
	}
	if err := desk.Fill(ctx, d, "2016-12", 120, 60); err != nil {
		b.Fatal(err)
	}
	figures := map[string]float64{} // the loop forgets what was reported before it
	timed := func(name string, do func() error) {
		start := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		figures[name+"-ms"] = float64(time.Since(start).Microseconds()) / 1000
	}
	rows, err := d.Members(ctx, "2026-11")
	if err != nil {
		b.Fatal(err)
	}
	timed("save", func() error {
		return d.SetPoints(ctx, app.PointEntry{MemberID: rows[0].ID, Month: "2026-11", Points: 31})
	})
	timed("check", func() error { _, err := d.Check(ctx); return err })
	timed("backup", func() error { return d.Backup(ctx, "manual") })
	if err := d.Close(ctx); err != nil {
		b.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "book.db.age"))
	if err != nil {
		b.Fatal(err)
	}
	figures["MB"] = float64(info.Size()) / (1 << 20)
	for b.Loop() {
		d, err := desk.Open(ctx, dir, "cell", clock)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.Overview(ctx, "2026-11"); err != nil {
			b.Fatal(err)
		}
		d.CloseDiscarding()
	}
	for unit, value := range figures {
		b.ReportMetric(value, unit)
	}
}
