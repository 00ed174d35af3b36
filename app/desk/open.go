package desk

import (
	"context"
	"errors"
	"slices"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// keyWorkFactor is the scrypt work factor of a new book's key files; 0 is the store's own. Only tests change it.
var keyWorkFactor int

// NewBook says how a new book begins.
type NewBook struct {
	Passphrase string
	Settings   app.Settings // names and codes; rules, labels and numbering are filled from the shipped defaults where empty

	// AskRecovery has the book remember that nobody confirmed yet that its recovery code is noted: see ConfirmRecovery.
	AskRecovery bool
}

// Create makes a book in a folder that holds none, and returns it open with the recovery code, which is shown only this once.
// After an error the folder holds no book. Errors: CodeRequired, CodeInvalid for settings, those of store.Create.
func Create(ctx context.Context, dir string, start NewBook, options ...Option) (*Desk, string, error) {
	d := newDesk(dir, options)
	settings, err := d.completeSettings(start.Settings)
	if err != nil {
		return nil, "", err
	}
	if err := checkSettings(settings); err != nil {
		return nil, "", err
	}
	book, recovery, err := store.Create(ctx, dir, store.Options{Passphrase: start.Passphrase, At: d.Now(), Clock: d.clock, WorkFactor: keyWorkFactor})
	if err != nil {
		return nil, "", err
	}
	d.book = book
	if err := d.firstRows(ctx, settings, start.AskRecovery); err != nil {
		return nil, "", errors.Join(err, book.Unmake())
	}
	return d, recovery, nil
}

func (d *Desk) firstRows(ctx context.Context, settings app.Settings, askRecovery bool) error {
	return d.update(ctx, "new book", func(tx *store.Tx) error {
		if err := tx.PutSettings(settings); err != nil {
			return err
		}
		if err := d.putNewKeys(tx); err != nil {
			return err
		}
		if askRecovery {
			if err := tx.PutValue(valueRecovery, recoveryUnconfirmed); err != nil {
				return err
			}
		}
		return putShippedFrameworks(tx)
	})
}

// completeSettings fills what the caller left empty from the shipped defaults (assets/defaults.json).
func (d *Desk) completeSettings(s app.Settings) (app.Settings, error) {
	defaults, err := defaultSettings()
	if err != nil {
		return s, err
	}
	if s.Role == "" {
		s.Role = app.CellBook
	}
	if s.OrganisationID == "" {
		s.OrganisationID = d.newID()
	}
	if s.StartMonth == "" {
		s.StartMonth = d.ThisMonth()
	}
	if s.CellKind == "" {
		s.CellKind = app.PrivateEnterprise
	}
	fillText(&s.BodyCode, defaults.BodyCode)
	fillText(&s.RecorderLabel, defaults.RecorderLabel)
	fillText(&s.ChairLabel, defaults.ChairLabel)
	if s.Role == app.CommitteeBook {
		fillText(&s.SigningLine, app.CommitteeAuthority(s.Name))
		if len(s.Recipients) == 0 {
			s.Recipients = slices.Clone(committeeRecipients)
		}
	}
	fillText(&s.SigningLine, defaults.SigningLine)
	fillText((*string)(&s.Numbering), string(defaults.Numbering))
	if len(s.Rules) == 0 {
		s.Rules = defaults.Rules
	}
	if len(s.Recipients) == 0 {
		s.Recipients = defaults.Recipients
	}
	if s.Numbering == app.NumberByTerm && s.TermFrom == "" {
		s.TermFrom = s.StartMonth.First()
	}
	return s, nil
}

// committeeRecipients are who gets a committee's papers (Nơi nhận) until it says otherwise.
var committeeRecipients = []string{"Cấp ủy cấp trên (để báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng cấp ủy"}

func fillText(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func defaultSettings() (app.Settings, error) {
	var s app.Settings
	if err := decodeAsset(assets.DefaultSettings, &s); err != nil {
		return s, err
	}
	return s, nil
}

// Open opens the book in a folder with a passphrase. Errors: those of store.Open.
func Open(ctx context.Context, dir, passphrase string, options ...Option) (*Desk, error) {
	d := newDesk(dir, options)
	book, err := store.Open(ctx, dir, passphrase, store.WithClock(d.clock))
	if err != nil {
		return nil, err
	}
	d.book = book
	d.nameActor(ctx)
	d.hideShown() // what was left when the program ended in the middle
	return d, nil
}

// OpenWithRecovery opens a book with the recovery code and sets a new passphrase.
func OpenWithRecovery(ctx context.Context, dir, code, newPassphrase string, options ...Option) (*Desk, error) {
	d := newDesk(dir, options)
	book, err := store.OpenWithRecovery(ctx, dir, code, store.WithClock(d.clock))
	if err != nil {
		return nil, err
	}
	d.book = book
	d.nameActor(ctx)
	err = d.setPassphrase(ctx, newPassphrase)
	if err == nil {
		err = d.ConfirmRecovery(ctx) // who typed the code has it
	}
	if err != nil {
		book.CloseDiscarding()
		return nil, err
	}
	return d, nil
}

// IsBook reports whether a folder holds a book.
func IsBook(dir string) bool { return store.IsBook(dir) }

// Close saves what is unsaved and lets the book go. If the save fails the book stays open and the error says why.
func (d *Desk) Close(ctx context.Context) error {
	d.hideShown()
	return d.book.Close(ctx)
}

// CloseDiscarding lets the book go without saving; only after the user was asked.
func (d *Desk) CloseDiscarding() {
	d.hideShown()
	d.book.CloseDiscarding()
}

// ChangePassphrase replaces the passphrase of whoever opened the book; the old one must be right. It is entered in the access log.
// Errors: store.CodeWrongPassphrase, CodeShortPassphrase, those of store.Book.ChangePassphrase.
func (d *Desk) ChangePassphrase(ctx context.Context, old, new string) error {
	if err := d.book.VerifyPassphrase(old); err != nil {
		return err
	}
	return d.setPassphrase(ctx, new)
}

func (d *Desk) setPassphrase(ctx context.Context, passphrase string) error {
	if err := CheckPassphrase(passphrase); err != nil {
		return err
	}
	if err := d.book.ChangePassphrase(ctx, passphrase); err != nil {
		return err
	}
	return d.update(ctx, "change passphrase", func(tx *store.Tx) error { return tx.LogAccess("key", "passphrase") })
}

// Save writes what is unsaved again, after a failed save.
func (d *Desk) Save(ctx context.Context) error { return d.book.Save(ctx) }
