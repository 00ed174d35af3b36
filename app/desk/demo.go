package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"sochibo/app"
	"sochibo/store"
)

// DemoPassphrase opens every book that the demo makes.
const DemoPassphrase = "demo"

// DemoOptions say how much sample data is made. Zero values take the default.
type DemoOptions struct {
	Cells   int       // default 3; the first one is always Chi bộ Xưởng May 2
	Members int       // of each cell but the first, which has its 24; default 24
	Months  int       // default 12
	Last    app.Month // default 2026-11
	Seed    uint64    // the same seed gives the same data and the same documents; sealed files differ by nature
}

// Limits of a demo.
const (
	maxDemoCells   = 99
	maxDemoMembers = 400
	maxDemoMonths  = 60
)

func (o DemoOptions) complete() (DemoOptions, error) {
	for _, n := range []struct {
		field             string
		value             *int
		usual, least, max int
	}{{"cells", &o.Cells, 3, 1, maxDemoCells}, {"members", &o.Members, 24, 3, maxDemoMembers}, {"months", &o.Months, 12, 1, maxDemoMonths}} {
		if *n.value == 0 {
			*n.value = n.usual
		}
		if *n.value < n.least || *n.value > n.max {
			return o, app.NewError(app.CodeOutOfRange, "field", n.field, "value", *n.value, "min", n.least, "max", n.max)
		}
	}
	if o.Last == "" {
		o.Last = demoMeetingMonth
	}
	return o, o.Last.Validate()
}

// DemoMade says what a demo made.
type DemoMade struct {
	Superior  string         `json:"superior"` // folders of books
	Committee string         `json:"committee"`
	Cells     []DemoCellMade `json:"cells"`
	Packets   []string       `json:"packets"`   // sealed files on the stick
	Documents []string       `json:"documents"` // papers of the first cell's last month
}

// DemoCellMade is one cell of a demo.
type DemoCellMade struct {
	Code    string         `json:"code"`
	Name    string         `json:"name"`
	Dir     string         `json:"dir"`
	Members int            `json:"members"`
	State   CellMonthState `json:"state"` // of the last month, as the committee sees it
}

// demo is a committee and its cells while they are being made.
type demo struct {
	DemoOptions
	texts     demoTexts
	dir       string
	mail      string // where invitations and receipts pass through
	months    []app.Month
	committee *Desk
	clock     *demoClock // the committee's
	cells     []*demoCell
	progress  func(done, total int)
	done      int
}

// MakeDemo makes a committee and its cells with filled months below a folder, through the same commands that people use: D/committee,
// its own superior D/superior, which has received its roll-up, D/cells/CB001 …, the packets as handed over in D/stick, and all papers of the first cell's last month in D/documents.
// In the last month the first cell's packet waits for a decision, the second cell's was returned, and the last cell is late.
// Errors: app.CodeOutOfRange, store.CodeBookExists if a book is there already, and whatever a command fails with; after an error the
// folder is as it was.
func MakeDemo(ctx context.Context, dir string, options DemoOptions, progress func(done, total int)) (made DemoMade, err error) {
	options, err = options.complete()
	if err != nil {
		return made, err
	}
	clear, err := demoPlaces(dir, options.Cells)
	if err != nil {
		return made, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, clear())
		}
	}()
	d, err := beginDemo(ctx, options, filepath.Join(dir, "committee"), dir, progress)
	if d != nil {
		defer func() {
			if closeErr := d.close(ctx, err != nil); err == nil {
				err = closeErr
			}
		}()
	}
	if err != nil {
		return made, err
	}
	for i := range options.Cells {
		if err := d.addCell(ctx, i, filepath.Join(dir, "cells", cellCode(i))); err != nil {
			return made, err
		}
	}
	for _, month := range d.months {
		if err := d.live(ctx, month); err != nil {
			return made, err
		}
		if month == d.monthHandedUp() {
			if err := d.addSuperior(ctx, month); err != nil {
				return made, err
			}
		}
	}
	return d.finish(ctx)
}

// demoPlaces refuses to make a demo where one of its books is already, and returns what takes the folders back that the demo makes:
// half a demo is none.
func demoPlaces(dir string, cells int) (clear func() error, err error) {
	books := []string{filepath.Join(dir, "superior"), filepath.Join(dir, "committee")}
	for i := range cells {
		books = append(books, filepath.Join(dir, "cells", cellCode(i)))
	}
	for _, book := range books {
		if IsBook(book) {
			return nil, app.NewError(store.CodeBookExists, "folder", book)
		}
	}
	var own []string
	for _, name := range []string{"superior", "committee", "cells", "stick", "documents"} {
		if _, err := os.Stat(filepath.Join(dir, name)); errors.Is(err, fs.ErrNotExist) {
			own = append(own, filepath.Join(dir, name))
		}
	}
	return func() error {
		var faults []error
		for _, path := range own {
			faults = append(faults, os.RemoveAll(path))
		}
		return errors.Join(faults...)
	}, nil
}

func cellCode(i int) string { return fmt.Sprintf("CB%03d", i+1) }

// beginDemo makes the committee's book. The demo it returns must be closed, also after an error.
func beginDemo(ctx context.Context, options DemoOptions, committeeDir, dir string, progress func(done, total int)) (*demo, error) {
	texts, err := loadDemoTexts()
	if err != nil {
		return nil, err
	}
	d := &demo{DemoOptions: options, texts: texts, dir: dir, clock: &demoClock{}, progress: progress}
	for n := options.Months - 1; n >= 0; n-- {
		d.months = append(d.months, options.Last.Add(-n))
	}
	if err := os.MkdirAll(d.stick(), 0o700); err != nil {
		return nil, app.WrapError(err, app.CodeFileUnwrite, "path", d.stick())
	}
	if d.mail, err = os.MkdirTemp("", "chibo-demo-*"); err != nil {
		return nil, app.WrapError(err, app.CodeFileUnwrite, "path", os.TempDir())
	}
	d.clock.set(d.months[0].First(), 7, 30)
	d.committee, _, err = Create(ctx, committeeDir, NewBook{Passphrase: DemoPassphrase, Settings: app.Settings{Role: app.CommitteeBook, Demo: true,
		OrganisationID: demoIDs(options.Seed, "committee's id", d.clock)(), Code: texts.CommitteeCode, Name: texts.Committee, Enterprise: texts.Enterprise,
		SuperiorName: texts.Superior, PlaceName: texts.Place, StartMonth: d.months[0]}},
		WithClock(d.clock.Now), WithIDs(demoIDs(options.Seed, "committee", d.clock)), WithActor("Văn phòng Đảng ủy"))
	return d, err
}

func (d *demo) stick() string { return filepath.Join(d.dir, "stick") }

func (d *demo) last() app.Month { return d.months[len(d.months)-1] }

func (d *demo) step() {
	d.done++
	if d.progress != nil {
		d.progress(d.done, d.Cells*(d.Months+1)+1)
	}
}

// live lets all cells and the committee live through a month.
func (d *demo) live(ctx context.Context, month app.Month) error {
	for _, c := range d.cells {
		if ctx.Err() != nil {
			return app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		fate := d.fate(c, month)
		if err := c.live(ctx, d, month, fate); err != nil {
			return err
		}
		if err := d.answer(ctx, c, month, fate); err != nil {
			return err
		}
		d.step()
	}
	return nil
}

// demoFate is what becomes of a cell's month.
type demoFate int

const (
	fateAccepted   demoFate = iota
	fateWaiting             // received, not decided
	fateReturned            // returned with remarks
	fateNotClosed           // everything done but the closing: the cell is late
	fateHalfTyped           // points half typed, no meeting yet
	fateLateButIn           // handed over three days after the due day
	fateInProgress          // points in, meeting held, still to be scored and locked
)

func (d *demo) fate(c *demoCell, month app.Month) demoFate {
	lastCell := len(d.cells) > 2 && c.index == len(d.cells)-1
	switch {
	case month == d.last() && c.index == 0:
		return fateWaiting
	case month == d.last() && c.index == 1:
		return fateReturned
	case month == d.last() && lastCell:
		return fateHalfTyped
	case month == d.last() && c.index%3 == 0:
		return fateWaiting
	case month == d.last().Prev() && lastCell:
		return fateNotClosed
	case lastCell && month.Number()%4 == 2:
		return fateLateButIn
	}
	return fateAccepted
}

// close lets all books go and removes what passed through.
func (d *demo) close(ctx context.Context, discard bool) error {
	var first error
	for _, c := range d.cells {
		if err := closeDemoBook(ctx, c.desk, discard); err != nil && first == nil {
			first = err
		}
	}
	if err := closeDemoBook(ctx, d.committee, discard); err != nil && first == nil {
		first = err
	}
	if err := os.RemoveAll(d.mail); err != nil { // a virus scanner may look into it; nothing in it is of any more use
		slog.Warn("the demo's letters stay for now", "error", err)
	}
	return first
}

func closeDemoBook(ctx context.Context, book *Desk, discard bool) error {
	if book == nil {
		return nil
	}
	if discard {
		book.CloseDiscarding()
		return nil
	}
	return book.Close(ctx)
}

// finish prints the first cell's papers and tells what there is.
func (d *demo) finish(ctx context.Context) (DemoMade, error) {
	made := DemoMade{Superior: d.superiorDir(), Committee: d.committee.Dir()}
	first := d.cells[0]
	papers := filepath.Join(d.dir, "documents", first.entry.Code)
	if err := os.MkdirAll(papers, 0o755); err != nil {
		return made, app.WrapError(err, app.CodeFileUnwrite, "path", papers)
	}
	saved, err := first.desk.SaveReports(ctx, d.last(), papers, []Format{PDF}, nil)
	made.Documents = saved.Paths
	if err != nil {
		return made, err
	}
	if made.Packets, err = packetFiles(ctx, []string{d.stick()}); err != nil {
		return made, err
	}
	matrix, err := d.committee.Matrix(ctx, d.last(), 1)
	if err != nil {
		return made, err
	}
	states := map[string]CellMonthState{}
	for _, row := range matrix.Rows {
		states[row.Cell.Code] = row.Months[0].State
	}
	for _, c := range d.cells {
		made.Cells = append(made.Cells, DemoCellMade{Code: c.entry.Code, Name: c.entry.Name, Dir: c.desk.Dir(), Members: c.onList(d.last()), State: states[c.entry.Code]})
	}
	d.step()
	return made, nil
}
