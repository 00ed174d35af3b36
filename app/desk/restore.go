package desk

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Secret opens a book: a passphrase, or else the recovery code.
type Secret = store.Secret

// BackupLine is one backup in a list.
type BackupLine struct {
	Name   string    `json:"name"`
	At     time.Time `json:"at"`
	Reason string    `json:"reason"`
}

// BackupContents is what a book or a backup holds, in short, so that a person recognises it.
type BackupContents struct {
	Name        string    `json:"name"` // of the cell or committee
	Members     int       `json:"members"`
	LastMeeting app.Date  `json:"lastMeeting,omitempty"` // day of the latest meeting
	LastChange  time.Time `json:"lastChange,omitzero"`
	ChangedBy   string    `json:"changedBy,omitempty"`
	Packets     int       `json:"packets"` // of a cell: packets sealed; of a committee: received

	changes int64  // number of the last entry of history
	place   string // the second place that it names
}

// Backups are the backups of a book that is closed, perhaps damaged or on another machine.
type Backups struct {
	dir, place string
	secret     Secret
	shelf      *store.Shelf
	clock      func() time.Time
	options    []Option
}

// IsBackupPlace reports whether a folder is a second place of backups.
func IsBackupPlace(dir string) bool { return store.IsPlace(dir) }

// OpenBackups opens the backups of the book in dir, or those at a second place from which the book in dir is to be restored; dir then
// may hold no book at all. Errors: store.CodeNotABook, and those of opening a book.
func OpenBackups(dir, place string, secret Secret, options ...Option) (*Backups, error) {
	d := newDesk(dir, options)
	from := dir
	if place != "" {
		from = place
	}
	shelf, err := store.OpenShelf(from, secret, store.WithClock(d.clock))
	if err != nil {
		return nil, err
	}
	return &Backups{dir: dir, place: place, secret: secret, shelf: shelf, clock: d.clock, options: options}, nil
}

// HasBackups reports whether backups lie in the folder of a book, which itself may be damaged or missing.
func HasBackups(dir string) bool {
	list, err := store.BackupsIn(dir)
	return err == nil && len(list) > 0
}

// FindBackupPlace returns the second place that a folder is, or that lies right below it, as when a drive was chosen; "" for none.
func FindBackupPlace(dir string) string {
	if store.IsPlace(dir) {
		return dir
	}
	below, err := filepath.Glob(filepath.Join(globbed(dir), "SoChiBo-*"))
	if err != nil {
		return ""
	}
	for _, found := range below {
		if store.IsPlace(found) {
			return found
		}
	}
	return ""
}

// globbed keeps a folder's name from being read as a pattern.
var globbed = strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace

// PresentContents says what the book in a folder holds, which a restored backup would replace. Errors: those of opening it.
func PresentContents(ctx context.Context, dir string, secret Secret, options ...Option) (BackupContents, error) {
	present, err := OpenBackups(dir, "", secret, options...)
	if err != nil {
		return BackupContents{}, err
	}
	return present.Present(ctx)
}

// List returns the backups, newest first.
func (b *Backups) List() ([]BackupLine, error) {
	found, err := b.shelf.Backups()
	if err != nil {
		return nil, err
	}
	list := make([]BackupLine, 0, len(found))
	for _, f := range slices.Backward(found) {
		list = append(list, BackupLine{Name: f.Name, At: f.At.In(b.clock().Location()), Reason: f.Reason})
	}
	return list, nil
}

// Contents opens a backup and says what it holds. Errors: store.CodeBookDamaged, store.CodeBookNewer.
func (b *Backups) Contents(ctx context.Context, name string) (BackupContents, error) {
	var contents BackupContents
	err := b.shelf.Read(ctx, name, contents.read)
	contents.LastChange = contents.LastChange.In(b.clock().Location())
	return contents, err
}

// Present says what the book itself holds, which a restored backup would replace. Errors: store.CodeBookDamaged, app.CodeNotFound
// where there is none.
func (b *Backups) Present(ctx context.Context) (BackupContents, error) {
	var contents BackupContents
	err := b.shelf.ReadPresent(ctx, contents.read)
	contents.LastChange = contents.LastChange.In(b.clock().Location())
	return contents, err
}

// Missing returns how many changes a backup does not hold that the present book has.
func (c BackupContents) Missing(present BackupContents) int {
	return int(max(0, present.changes-c.changes))
}

func (c *BackupContents) read(tx *store.Tx) error {
	settings, errSettings := tx.Settings()
	members, errMembers := tx.Members()
	meetings, errMeetings := tx.Meetings()
	history, errHistory := tx.RecentHistory(1)
	if err := errors.Join(errSettings, errMembers, errMeetings, errHistory); err != nil {
		return err
	}
	var err error
	if c.place, err = valueOr(tx, valuePlace); err != nil {
		return err
	}
	c.Name, c.Members = settings.Name, len(members)
	for _, m := range meetings {
		c.LastMeeting = max(c.LastMeeting, m.HeldOn)
	}
	for _, h := range history {
		c.LastChange, c.ChangedBy, c.changes = h.At, h.Actor, h.ID
	}
	if settings.Role == app.CommitteeBook {
		packets, err := tx.ReceivedPackets()
		c.Packets = len(packets)
		return err
	}
	outbox, err := tx.Outbox()
	c.Packets = len(outbox)
	return err
}

// Restore puts a backup in the place of the book and opens it. The present book is kept as a backup first, or set aside where it
// cannot be read. The restored book hands over under a new installation id, and packets that were sealed after the backup and whose
// sealed files are still there are entered again, so that its next packet continues them and does not fork silently.
// A new passphrase takes the place of the forgotten one where the recovery code opened the backups; "" leaves it.
// Errors: those of store.Restore.
func (b *Backups) Restore(ctx context.Context, name, newPassphrase string) (*Desk, error) {
	d := newDesk(b.dir, b.options)
	place := b.presentPlace(ctx)
	book, err := store.Restore(ctx, b.dir, b.secret, b.place, name, store.WithClock(d.clock))
	if err != nil {
		return nil, err
	}
	d.book = book
	d.nameActor(ctx)
	err = d.afterRestore(ctx, name, place)
	if err == nil && newPassphrase != "" {
		err = d.setPassphrase(ctx, newPassphrase)
	}
	if err != nil {
		book.CloseDiscarding()
		return nil, err
	}
	return d, nil
}

// Restored says from what a book was restored.
type Restored struct {
	At     time.Time `json:"at"`
	Backup time.Time `json:"backup"`
}

// presentPlace returns the second place that the present book names, or from which it is restored; "" where there is none, or no book
// that can be read.
func (b *Backups) presentPlace(ctx context.Context) string {
	if b.place != "" {
		return b.place
	}
	place := ""
	err := b.shelf.ReadPresent(ctx, func(tx *store.Tx) error {
		var err error
		place, err = valueOr(tx, valuePlace)
		return err
	})
	if err != nil {
		return ""
	}
	return place
}

// afterRestore enters in the restored book what came of it. place is the second place of the book that it replaced: a backup may be
// older than the choice of it.
func (d *Desk) afterRestore(ctx context.Context, name, place string) error {
	return d.update(ctx, "restore", func(tx *store.Tx) error {
		restored := Restored{At: d.Now(), Backup: store.BackupTime(name)}
		text, err := json.Marshal(restored)
		if err != nil {
			return app.WrapError(err, app.CodeInternal)
		}
		if err := tx.LogAccess("restore", name); err != nil {
			return err
		}
		if err := tx.PutValue(valueRestored, string(text)); err != nil {
			return err
		}
		if err := tx.PutValue(valueInstallID, d.newID()); err != nil {
			return err
		}
		if place != "" {
			if err := tx.PutValue(valuePlace, place); err != nil {
				return err
			}
		}
		settings, err := tx.Settings()
		if err != nil || settings.Role != app.CellBook {
			return err
		}
		if err := forgetLostContents(tx); err != nil {
			return err
		}
		return d.enterOwnPackets(tx)
	})
}

// LastRestored says when and from what the book was last restored; nil if it never was.
func (d *Desk) LastRestored(ctx context.Context) (*Restored, error) {
	var restored *Restored
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		restored, err = lastRestored(tx)
		return err
	})
	return restored, err
}

func lastRestored(tx *store.Tx) (*Restored, error) {
	text, err := valueOr(tx, valueRestored)
	if err != nil || text == "" {
		return nil, err
	}
	restored := new(Restored)
	return restored, json.Unmarshal([]byte(text), restored)
}

// restoredSince returns how the book was restored if no packet was written since: the committee will be asked about the next one.
func restoredSince(tx *store.Tx, outbox []app.OutboxPacket) (*Restored, error) {
	restored, err := lastRestored(tx)
	if err != nil || restored == nil {
		return nil, err
	}
	for _, p := range outbox {
		if p.WrittenAt.After(restored.At) {
			return nil, nil
		}
	}
	return restored, nil
}

// enterOwnPackets looks among the files that came after the backup for packets that this book sealed, and enters them in the outbox.
func (d *Desk) enterOwnPackets(tx *store.Tx) error {
	keys, err := ownKeys(tx)
	if err != nil {
		return err
	}
	outbox, err := tx.Outbox()
	if err != nil {
		return err
	}
	known := make(map[string]bool, len(outbox))
	for _, p := range outbox {
		known[p.FileID] = true
	}
	files, err := tx.Files()
	if err != nil {
		return err
	}
	for _, f := range files {
		if known[f.ID] || f.Name != f.ID { // only files whose rows were lost have no name of their own
			continue
		}
		packet, ok := d.ownPacket(tx, keys, f)
		if !ok {
			continue
		}
		if err := tx.PutOutbox(packet); err != nil {
			return err
		}
	}
	return nil
}

// ownPacket reads a file as a report that this book sealed.
func (d *Desk) ownPacket(tx *store.Tx, keys *handover.Keys, f store.FileRef) (app.OutboxPacket, bool) {
	content, err := tx.OpenFile(f.ID)
	if err != nil {
		return app.OutboxPacket{}, false
	}
	defer content.Close()
	opened, _, err := handover.OpenStream(content, func(string) bool { return false }, keys)
	if err != nil || opened.Manifest.Kind != handover.KindReport || opened.Manifest.Sender.KeyID() != keys.KeyID() {
		return app.OutboxPacket{}, false
	}
	m := opened.Manifest
	sealedAt, err := time.Parse(time.RFC3339, m.Created)
	if err != nil {
		sealedAt = d.Now() // for information only
	}
	return app.OutboxPacket{ID: m.PacketID, Month: m.Period, Seq: m.Seq, FileID: f.ID, FileName: handover.FileName(m), Size: f.Size, SHA256: f.SHA256,
		ManifestHash: opened.ManifestHash, Code: opened.Code, SealedAt: sealedAt, ByPassphrase: m.IsUnregistered()}, true
}
