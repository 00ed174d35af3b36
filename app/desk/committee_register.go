package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/app/sheet"
	"sochibo/store"
)

// valueRegister names the sealed file that holds the committee's own register.
const valueRegister = "committee.register"

// Codes of the committee's register.
const (
	CodeNoRegister     app.Code = "no_committee_register" // the committee has no register of its own yet
	CodeNothingToCheck app.Code = "no_accepted_packets"   // no cell has an accepted packet up to the quarter; Values: period
)

// CommitteeRegister is the committee's own register of the members of its cells: taken over from their packets, or read from a list (7-HSĐV).
type CommitteeRegister struct {
	Quarter app.SheetPeriod     `json:"quarter,omitempty"` // that it was taken over for; "" read from a list
	TakenOn app.Date            `json:"takenOn"`
	Source  string              `json:"source,omitempty"` // name of the list's file
	Entries []app.RegisterEntry `json:"entries"`
}

// ReconciledCell is one cell in a reconciliation.
type ReconciledCell struct {
	Cell               app.CellEntry
	Month              app.Month // of its newest accepted packet; "" there is none
	Register, InPacket int       // members on the list at the end of the quarter
	Differences        int
}

// Reconciliation is the committee's register held against the newest accepted packets of the cells up to a quarter.
type Reconciliation struct {
	Quarter     app.SheetPeriod
	On          app.Date               // the day that both are looked at: the quarter's last, or today
	Register    *CommitteeRegister     // without its entries; nil: the committee has none yet
	InRegister  int                    // who is on the list in it, also where it does not say in which cell
	Cells       []ReconciledCell       // in Vietnamese order of names
	Differences []RegisterDifferenceOf // by cell, then by name
}

// RegisterDifferenceOf is a difference with the names of the cells.
type RegisterDifferenceOf struct {
	app.RegisterDifference
	Cell, FromCell string
}

// Reconcile holds the committee's register against the newest accepted packets of its cells up to a quarter. All packets are opened: progress counts
// them and may be nil. Errors: CodeBadPeriod for what is no quarter, CodeNothingToCheck, CodeCanceled.
func (d *Desk) Reconcile(ctx context.Context, quarter app.SheetPeriod, progress func(done, total int)) (Reconciliation, error) {
	r, err := d.newReconciliation(quarter)
	if err != nil {
		return r, err
	}
	cells, entries, err := d.cellRegisters(ctx, &r, progress)
	if err != nil {
		return r, err
	}
	register, err := d.committeeRegister(ctx)
	if err != nil {
		return r, err
	}
	names := make(map[string]string, len(cells))
	for _, c := range cells {
		names[c.ID] = c.Name
	}
	if register == nil {
		return r, nil
	}
	if err := d.logRegisterAccess(ctx, len(register.Entries)); err != nil {
		return r, err
	}
	for _, diff := range app.CompareRegisters(register.Entries, entries, r.On) {
		r.Differences = append(r.Differences, RegisterDifferenceOf{diff, names[diff.CellID], names[diff.FromCellID]})
	}
	sortByName(r.Differences, func(d RegisterDifferenceOf) string { return d.Cell + " " + d.Name })
	r.count(register.Entries)
	register.Entries = nil
	r.Register = register
	return r, nil
}

// newReconciliation begins the reconciliation of a quarter; CodeBadPeriod for what is none.
func (d *Desk) newReconciliation(quarter app.SheetPeriod) (Reconciliation, error) {
	if quarter.Validate() != nil || quarter.Scope() != app.ScopeQuarter {
		return Reconciliation{}, app.NewError(app.CodeBadPeriod, "value", string(quarter))
	}
	return Reconciliation{Quarter: quarter, On: min(quarter.Span().To.Last(), d.Today())}, nil
}

// count fills the numbers of the cells' lines.
func (r *Reconciliation) count(register []app.RegisterEntry) {
	at := make(map[string]*ReconciledCell, len(r.Cells))
	for i := range r.Cells {
		at[r.Cells[i].Cell.ID] = &r.Cells[i]
	}
	for _, e := range register {
		if !e.Member.OnListOn(r.On) {
			continue
		}
		r.InRegister++
		if cell := at[e.CellID]; cell != nil {
			cell.Register++
		}
	}
	for _, diff := range r.Differences {
		if cell := at[diff.CellID]; cell != nil {
			cell.Differences++
		}
	}
}

// cellRegisters reads the members from the newest accepted packet of each cell that goes on.
func (d *Desk) cellRegisters(ctx context.Context, r *Reconciliation, progress func(done, total int)) ([]app.CellEntry, []app.RegisterEntry, error) {
	var cells []app.CellEntry
	newest := map[string]app.ReceivedPacket{}
	err := d.view(ctx, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		var err error
		if cells, err = tx.Cells(); err != nil {
			return err
		}
		packets, err := tx.PacketsOfMonths("0000-01", r.Quarter.Span().To)
		for _, p := range packets { // by month and number: the last one counts
			if p.State == app.MonthAccepted && p.FileID != "" {
				newest[p.CellID] = p
			}
		}
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	sortByName(cells, func(c app.CellEntry) string { return c.Name })
	var packets []app.ReceivedPacket
	for _, c := range cells {
		if c.LastMonth != "" && c.LastMonth < r.Quarter.Span().From {
			continue
		}
		line := ReconciledCell{Cell: c}
		if p, found := newest[c.ID]; found {
			line.Month = p.Month
			packets = append(packets, p)
		}
		r.Cells = append(r.Cells, line)
	}
	if len(packets) == 0 {
		return nil, nil, app.NewError(CodeNothingToCheck, "period", r.Quarter.String())
	}
	members, err := d.membersOf(ctx, packets, progress)
	if err != nil {
		return nil, nil, err
	}
	var entries []app.RegisterEntry
	counts := map[string]int{}
	for i, list := range members {
		for _, m := range list {
			if m.OnListOn(r.On) {
				entries = append(entries, app.RegisterEntry{CellID: packets[i].CellID, Member: m})
				counts[packets[i].CellID]++
			}
		}
	}
	for i := range r.Cells {
		r.Cells[i].InPacket = counts[r.Cells[i].Cell.ID]
	}
	return cells, entries, nil
}

// membersOf opens packets of the archive on all cores and returns the registers in them.
func (d *Desk) membersOf(ctx context.Context, packets []app.ReceivedPacket, progress func(done, total int)) ([][]app.Member, error) {
	reader, err := d.archiveReader(ctx)
	if err != nil {
		return nil, err
	}
	members := make([][]app.Member, len(packets))
	workers := min(runtime.GOMAXPROCS(0), maxOpenAhead)
	faults := make([]error, workers)
	var done atomic.Int64
	var all sync.WaitGroup
	for worker := range workers {
		all.Go(func() {
			for i := worker; i < len(packets) && faults[worker] == nil && ctx.Err() == nil; i += workers {
				members[i], faults[worker] = d.membersIn(ctx, packets[i], reader)
				if count := done.Add(1); progress != nil {
					progress(int(count), len(packets))
				}
			}
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return nil, app.WrapError(ctx.Err(), app.CodeCanceled)
	}
	for _, err := range faults {
		if err != nil {
			return nil, err
		}
	}
	return members, nil
}

func (d *Desk) membersIn(ctx context.Context, p app.ReceivedPacket, reader handover.Reader) ([]app.Member, error) {
	opened, err := d.openKept(ctx, p.FileID, reader)
	if err != nil {
		return nil, err
	}
	var content struct {
		Members []app.Member `json:"members"`
	}
	err = decodeData(opened.Data, &content)
	return content.Members, err
}

// committeeRegister reads the committee's register; nil if it has none.
func (d *Desk) committeeRegister(ctx context.Context) (*CommitteeRegister, error) {
	id := ""
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		id, err = tx.Value(valueRegister)
		return err
	})
	if app.CodeOf(err) == app.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	data, err := d.readFile(ctx, id)
	if err != nil {
		return nil, err
	}
	register := &CommitteeRegister{}
	return register, decodeData(data, register)
}

// putRegister replaces the committee's register; the one before goes with the next save and stays in the backups.
func (d *Desk) putRegister(ctx context.Context, register CommitteeRegister) error {
	data, err := json.Marshal(register)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return d.update(ctx, "put committee register", func(tx *store.Tx) error {
		before, err := tx.Value(valueRegister)
		if err != nil && app.CodeOf(err) != app.CodeNotFound {
			return err
		}
		ref, err := d.book.PutFile(ctx, tx, "danh-sach-dang-vien.json", "application/json", bytes.NewReader(data))
		if err != nil {
			return err
		}
		if err := tx.PutValue(valueRegister, ref.ID); err != nil || before == "" {
			return err
		}
		return tx.DropFile(before)
	})
}

// TakeRegister makes the registers of the cells, as their newest accepted packets up to a quarter have them, the committee's own: what was
// different has been cleared up. A cell without an accepted packet keeps what the register has of it. It returns how many persons it holds now.
func (d *Desk) TakeRegister(ctx context.Context, quarter app.SheetPeriod, progress func(done, total int)) (int, error) {
	r, err := d.newReconciliation(quarter)
	if err != nil {
		return 0, err
	}
	_, entries, err := d.cellRegisters(ctx, &r, progress)
	if err != nil {
		return 0, err
	}
	before, err := d.committeeRegister(ctx)
	if err != nil {
		return 0, err
	}
	if before != nil {
		without := map[string]bool{}
		for _, c := range r.Cells {
			if c.Month == "" {
				without[c.Cell.ID] = true
			}
		}
		for _, e := range before.Entries {
			if without[e.CellID] {
				entries = append(entries, e)
			}
		}
	}
	return len(entries), d.putRegister(ctx, CommitteeRegister{Quarter: quarter, TakenOn: d.Today(), Entries: entries})
}

// RegisterRead says what reading a list into the committee's register found.
type RegisterRead struct {
	Taken    int `json:"taken"`
	Faulty   int `json:"faulty"`   // rows with a fault, left out
	Unplaced int `json:"unplaced"` // rows that name no cell of the committee; they are found in any cell
}

// ReadRegister reads a list of members (7-HSĐV and others that the import knows) into the committee's register. With a cell, the list is that cell's and
// replaces its part; without one it replaces the whole register, and a row's Party group or workplace may name the cell by name or code.
func (d *Desk) ReadRegister(ctx context.Context, path, cellID string) (RegisterRead, error) {
	var read RegisterRead
	cells, err := d.Cells(ctx)
	if err != nil {
		return read, err
	}
	table, err := sheet.ReadMembers(ctx, path, sheet.MemberOptions{Today: d.Today()})
	if err != nil {
		return read, err
	}
	register := CommitteeRegister{TakenOn: d.Today(), Source: filepath.Base(path)}
	if cellID != "" {
		before, err := d.committeeRegister(ctx)
		if err != nil {
			return read, err
		}
		if before != nil {
			for _, e := range before.Entries {
				if e.CellID != cellID {
					register.Entries = append(register.Entries, e)
				}
			}
		}
	}
	for _, row := range table.Rows {
		if len(row.Faults) > 0 {
			read.Faulty++
			continue
		}
		entry := app.RegisterEntry{CellID: cellID, Member: row.Member}
		if cellID == "" {
			if entry.CellID = cellNamed(cells, row.Member.PartyGroup); entry.CellID == "" {
				read.Unplaced++
			} else {
				entry.Member.PartyGroup = "" // it named the cell
			}
		}
		if row.Standing != "" && row.StandingOn != "" {
			entry.Member.Events = []app.StandingEvent{{On: row.StandingOn, Standing: row.Standing, Reason: row.StandingReason}}
		}
		register.Entries = append(register.Entries, entry)
		read.Taken++
	}
	return read, d.putRegister(ctx, register)
}

// cellNamed finds a cell by its code or name, with or without "Chi bộ" before it; "" if there is none.
func cellNamed(cells []app.CellEntry, text string) string {
	short := func(name string) string { return strings.TrimPrefix(app.Fold(name), "chi bo ") }
	for _, c := range cells {
		if text != "" && (strings.EqualFold(c.Code, text) || short(c.Name) == short(text)) {
			return c.ID
		}
	}
	return ""
}

func (d *Desk) logRegisterAccess(ctx context.Context, members int) error {
	return d.update(ctx, "reconcile register", func(tx *store.Tx) error {
		return tx.LogAccess("show", fmt.Sprintf("committee register of %d members", members))
	})
}
