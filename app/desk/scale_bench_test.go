package desk_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"

	"sochibo/app"
	"sochibo/app/desk"
)

// scaleSizes are how many cells the committees of BenchmarkScale have: few every day, CHIBO_SCALE=300,1000,3000 for the whole picture.
func scaleSizes(b *testing.B) []int {
	text := os.Getenv("CHIBO_SCALE")
	if text == "" {
		return []int{100}
	}
	var sizes []int
	for _, word := range strings.Split(text, ",") {
		size, err := strconv.Atoi(word)
		if err != nil || size < 1 {
			b.Fatalf("CHIBO_SCALE: %q is no number of cells", word)
		}
		sizes = append(sizes, size)
	}
	return sizes
}

// BenchmarkScale lets a committee of many cells of 25 members receive a month's packets after eleven months that were accepted, and do what
// an officer does then. The floor of receiving is decrypting and unzipping the same files on as many cores. With CHIBO_SCALE_DIR the books stay there.
func BenchmarkScale(b *testing.B) {
	for _, cells := range scaleSizes(b) {
		b.Run(strconv.Itoa(cells), func(b *testing.B) {
			s := scaleCommittee(b, cells)
			figures := map[string]float64{}
			timed := func(name string, do func() error) {
				start := time.Now()
				if err := do(); err != nil {
					b.Fatal(err)
				}
				took := float64(time.Since(start).Microseconds()) / 1000
				if before, known := figures[name+"-ms"]; !known || took < before {
					figures[name+"-ms"] = took
				}
			}
			for b.Loop() {
				if len(figures) == 0 { // a packet is received once
					measureScale(b, s, cells, timed)
				}
			}
			figures["ratio"], figures["ratio-one"] = figures["receive-ms"]/figures["floor-ms"], figures["receive-ms"]/figures["floor-one-ms"]
			info, err := os.Stat(filepath.Join(s.Committee.Dir(), "book.db.age"))
			if err != nil {
				b.Fatal(err)
			}
			figures["MB"] = float64(info.Size()) / (1 << 20)
			for unit, value := range figures {
				b.ReportMetric(value, unit)
			}
			b.ReportMetric(0, "ns/op") // of the whole day it says nothing
		})
	}
}

// measureScale does the officer's day: receive the stick, look at the matrix and the roll-ups, decide on one, on all that are clean, answer.
func measureScale(b *testing.B, s *desk.ScaleCommittee, cells int, timed func(string, func() error)) {
	ctx := context.Background()
	timed("floor-one", func() error { return decryptAndUnzip(ctx, s, 1) })
	timed("floor", func() error { return decryptAndUnzip(ctx, s, runtime.GOMAXPROCS(0)) })
	runtime.GC()
	timed("receive", func() error {
		list, err := s.Committee.Receive(ctx, []string{s.Stick}, false, nil)
		for _, r := range list {
			if !r.Taken {
				b.Fatalf("%s: %s %s %v", r.File, r.Outcome, r.Reason, r.Values)
			}
		}
		if len(list) != cells {
			b.Fatalf("%d of %d received", len(list), cells)
		}
		return err
	})
	again := func(name string, do func() error) { // the least of some: a machine that does other things besides measures itself
		for range 5 {
			timed(name, do)
		}
	}
	again("matrix", func() error {
		matrix, err := s.Committee.Matrix(ctx, s.Last, 12)
		if matrix.Counts.Waiting != cells {
			b.Fatalf("%+v", matrix.Counts)
		}
		return err
	})
	again("roll-up", func() error {
		_, err := s.Committee.RollUpOf(ctx, app.SheetPeriod(s.Last), "")
		return err
	})
	again("roll-up-year", func() error {
		view, err := s.Committee.RollUpOf(ctx, "2026", "")
		if view.Sum.Members != cells*25 {
			b.Fatalf("%d members", view.Sum.Members)
		}
		return err
	})
	timed("accept", func() error { return s.Committee.Decide(ctx, "last-0000", app.ReceiptAccepted, "") })
	again("review", func() error { _, err := s.Committee.Packet(ctx, "last-0001"); return err })
	timed("accept-clean", func() error { _, err := s.Committee.AcceptClean(ctx, s.Last); return err })
}

// scaleCommittee makes the committee's book and what the cells handed in.
func scaleCommittee(b *testing.B, cells int) *desk.ScaleCommittee {
	b.Helper()
	ctx, clock := context.Background(), desk.WithClock(newClock().Now)
	dir := b.TempDir()
	if kept := os.Getenv("CHIBO_SCALE_DIR"); kept != "" {
		dir = filepath.Join(kept, strconv.Itoa(cells))
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
	}
	fail := func(err error) {
		if err != nil {
			b.Helper()
			b.Fatal(err)
		}
	}
	committee, _, err := desk.Create(ctx, filepath.Join(dir, "committee"), desk.NewBook{Passphrase: desk.DemoPassphrase, Settings: app.Settings{Role: app.CommitteeBook,
		Name: "Đảng ủy Khối các doanh nghiệp", Code: "DUK", Enterprise: "Khối các doanh nghiệp", SuperiorName: "Tỉnh ủy", PlaceName: "Hưng Yên", Demo: true}}, clock)
	fail(err)
	b.Cleanup(func() {
		if err := committee.Close(ctx); err != nil {
			b.Error(err)
		}
	})
	away := b.TempDir()
	_, err = desk.MakeDemo(ctx, away, desk.DemoOptions{Cells: 4, Members: 25, Months: 3}, nil)
	fail(err)
	var months []app.Month
	for n := range 12 {
		months = append(months, app.Month("2025-12").Add(n))
	}
	s, err := desk.FillScale(ctx, committee, away, dir, cells, months)
	fail(err)
	fail(committee.Save(ctx))
	return s
}

// decryptAndUnzip reads all packets as nobody can do without, on some cores.
func decryptAndUnzip(ctx context.Context, s *desk.ScaleCommittee, cores int) error {
	keys, err := s.CommitteeKeys(ctx)
	if err != nil {
		return err
	}
	identities, err := age.ParseIdentities(strings.NewReader(strings.SplitN(keys.Text(), "\n", 3)[2]))
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(s.Stick)
	if err != nil {
		return err
	}
	var workers sync.WaitGroup
	faults := make([]error, cores)
	for worker := range faults {
		workers.Go(func() {
			for i := worker; i < len(entries) && faults[worker] == nil; i += len(faults) {
				faults[worker] = decryptOne(filepath.Join(s.Stick, entries[i].Name()), identities)
			}
		})
	}
	workers.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

func decryptOne(path string, identities []age.Identity) error {
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	plain, err := age.Decrypt(bytes.NewReader(file), identities...)
	if err != nil {
		return err
	}
	text, err := io.ReadAll(plain)
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return err
	}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return err
		}
	}
	return nil
}
