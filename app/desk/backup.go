package desk

import (
	"context"
	"path/filepath"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// Codes of backups.
const (
	CodePlaceFailed app.Code = "place_failed" // the backup on this computer is done, the second place could not be reached; Values: folder, cause
	CodeBackupOld   app.Code = "backup_old"   // there are changes that no backup of the last days holds; Values: time
	CodePlaceOld    app.Code = "place_old"    // the same of the second place; Values: folder, time
	CodeNoPlace     app.Code = "place_none"   // no second place is named
)

// valuePlace names the second place of backups; valueRestored says when and from what a book was restored.
const (
	valuePlace    = "backup.place"
	valueRestored = "restore.last"
)

// After how many days without a newer backup the user is warned, if there were changes since.
const (
	backupOldDays = 7
	placeOldDays  = 31
)

// BackupState says how the backups of the book stand.
type BackupState struct {
	Last      time.Time // of the newest one on this computer; zero for none
	Place     string    // folder of the second place, "" for none
	PlaceLast time.Time // of the newest one there; zero if there is none or the place cannot be reached
	Changed   bool      // there are changes that the newest backup does not hold
	Warning   error     // CodeBackupOld, CodePlaceOld or CodeNoPlace; nil if all is well
}

// Backup makes a sealed, verified copy on this computer and one in the second place, if one is named. Errors: those of
// store.Book.Backup; CodePlaceFailed if only the second place was missed.
func (d *Desk) Backup(ctx context.Context, reason string) error {
	if err := d.book.Backup(ctx, reason); err != nil {
		return err
	}
	return d.copyToPlace(ctx, reason)
}

// BackupIfChanged is Backup if there were changes since the last one; it reports whether there were. It is called every half hour,
// when the book is locked and when the program ends.
func (d *Desk) BackupIfChanged(ctx context.Context, reason string) (bool, error) {
	state, err := d.BackupState(ctx)
	if err != nil || !state.Changed {
		return false, err
	}
	return true, d.Backup(ctx, reason)
}

// BackupState returns how the backups of the book stand.
func (d *Desk) BackupState(ctx context.Context) (BackupState, error) {
	state := BackupState{Last: d.lastBackup()}
	var changed time.Time
	err := d.view(ctx, func(tx *store.Tx) error {
		last, err := tx.RecentHistory(1)
		if err != nil {
			return err
		}
		if len(last) == 1 {
			changed = last[0].At
		}
		state.Place, err = valueOr(tx, valuePlace)
		return err
	})
	if err != nil {
		return state, err
	}
	if state.Place != "" {
		state.PlaceLast = d.inZone(d.book.LastBackupIn(state.Place))
	}
	state.Changed = !changed.Before(state.Last.Truncate(time.Second))
	state.Warning = d.backupWarning(state, changed)
	return state, nil
}

func (d *Desk) backupWarning(state BackupState, changed time.Time) error {
	before := func(last time.Time, days int) bool {
		return changed.After(last) && d.Now().Sub(last) > time.Duration(days)*24*time.Hour
	}
	switch {
	case before(state.Last, backupOldDays) && d.bookAge(changed) > backupOldDays:
		return app.NewError(CodeBackupOld, "time", state.Last)
	case state.Place == "":
		return app.NewError(CodeNoPlace)
	case before(state.PlaceLast, placeOldDays):
		return app.NewError(CodePlaceOld, "folder", state.Place, "time", state.PlaceLast)
	}
	return nil
}

// bookAge returns for how many days a change has been waiting.
func (d *Desk) bookAge(changed time.Time) int { return int(d.Now().Sub(changed).Hours() / 24) }

// valueOr returns a value of the program's own, "" if there is none.
func valueOr(tx *store.Tx, name string) (string, error) {
	value, err := tx.Value(name)
	if app.CodeOf(err) == app.CodeNotFound {
		return "", nil
	}
	return value, err
}

// BackupPlace returns the folder of the second place, "" for none.
func (d *Desk) BackupPlace(ctx context.Context) (string, error) {
	var place string
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		place, err = valueOr(tx, valuePlace)
		return err
	})
	return place, err
}

// SetBackupPlace names the second place: a folder of the book's own is made below parent, which is another drive or a folder in the
// network, and a first copy is written there. Parent "" ends it; what lies there stays. Errors: those of store.Book.CopyToPlace.
func (d *Desk) SetBackupPlace(ctx context.Context, parent string) (string, error) {
	place := ""
	if parent != "" {
		settings, err := d.Settings(ctx)
		if err != nil {
			return "", err
		}
		place = parent
		if !store.IsPlace(parent) {
			place = filepath.Join(parent, "SoChiBo-"+settings.Code+"-sao-luu")
		}
		if err := d.book.CopyToPlace(ctx, place, "place"); err != nil {
			return "", err
		}
	}
	return place, d.update(ctx, "set backup place", func(tx *store.Tx) error {
		if place != "" {
			if err := tx.LogAccess("copy", "second place"); err != nil {
				return err
			}
		}
		return tx.PutValue(valuePlace, place)
	})
}

// copyToPlace brings the second place up to date, if one is named.
func (d *Desk) copyToPlace(ctx context.Context, reason string) error {
	place, err := d.BackupPlace(ctx)
	if err != nil || place == "" {
		return err
	}
	if err := d.book.CopyToPlace(ctx, place, reason); err != nil {
		return app.WrapError(err, CodePlaceFailed, "folder", place, "cause", err)
	}
	return nil
}

// BackupDir returns the folder of the sealed backups.
func (d *Desk) BackupDir() string { return filepath.Join(d.dir, "backups") }

// CopyTo writes the whole book, sealed and with its keys, into a new folder below parent: another drive, a network folder.
// It returns the new folder; the copy opens there with the same passphrase and recovery code. It is entered in the access log.
// Errors: those of store.Book.CopyTo.
func (d *Desk) CopyTo(ctx context.Context, parent string) (string, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(parent, "SoChiBo-"+settings.Code+"-"+d.Now().Format("20060102-150405"))
	logged := d.update(ctx, "copy book", func(tx *store.Tx) error { return tx.LogAccess("copy", "book") })
	if logged != nil && app.CodeOf(logged) != store.CodeSaveFailed { // a book that cannot be saved is copied all the more
		return "", logged
	}
	return dir, d.book.CopyTo(ctx, dir)
}
