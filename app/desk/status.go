package desk

import (
	"context"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// SaveState tells whether all that was done is on the disk.
type SaveState = store.SaveState

// SaveState returns whether all that was done is on the disk.
func (d *Desk) SaveState() SaveState { return d.book.SaveState() }

// OnSaveState has listen called with every change of the save state, from any goroutine. stop ends it.
func (d *Desk) OnSaveState(listen func(SaveState)) (stop func()) { return d.book.OnSaveState(listen) }

// StatusLine is what the status bar says beside the save state.
type StatusLine struct {
	Committee       bool
	LastBackup      time.Time
	BackupWarning   error     // see BackupState
	HandedOverAt    time.Time // the newest packet written; zero for none
	HandedOverState app.MonthState
	LastPacketAt    time.Time // committee: the newest packet received
	LastPacketCell  string
}

// StatusLine returns what the status bar says.
func (d *Desk) StatusLine(ctx context.Context) (StatusLine, error) {
	backups, err := d.BackupState(ctx)
	if err != nil {
		return StatusLine{}, err
	}
	line := StatusLine{LastBackup: backups.Last, BackupWarning: backups.Warning}
	err = d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		line.Committee = settings.Role == app.CommitteeBook
		if line.Committee {
			return lastReceived(tx, &line)
		}
		return lastHandedOver(tx, &line)
	})
	return line, err
}

func lastHandedOver(tx *store.Tx, line *StatusLine) error {
	outbox, err := tx.Outbox()
	if err != nil {
		return err
	}
	for _, p := range outbox {
		if p.WrittenAt.After(line.HandedOverAt) {
			line.HandedOverAt = p.WrittenAt
			record, err := tx.MonthRecord(p.Month)
			if err != nil {
				return err
			}
			line.HandedOverState = record.State
		}
	}
	return nil
}

func lastReceived(tx *store.Tx, line *StatusLine) error {
	packet, err := tx.LastPacket()
	if app.CodeOf(err) == app.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	cell, err := tx.Cell(packet.CellID)
	line.LastPacketAt, line.LastPacketCell = packet.ReceivedAt, cell.Name
	return err
}

// Phases of saving.
const (
	Saved      = store.PhaseSaved
	Unsaved    = store.PhaseUnsaved
	Saving     = store.PhaseSaving
	SaveFailed = store.PhaseFailed
)

// lastBackup returns when the book was last backed up, in the clock's time zone; the zero time if it never was.
func (d *Desk) lastBackup() time.Time { return d.inZone(d.book.LastBackup()) }

// inZone returns a moment in the clock's time zone; the zero time stays zero.
func (d *Desk) inZone(at time.Time) time.Time {
	if at.IsZero() {
		return at
	}
	return at.In(d.Now().Location())
}
