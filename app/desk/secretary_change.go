package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// SecretaryChange is a hand-over of the book to another secretary that is prepared and not made yet: its recovery sheet and the minutes
// of the hand-over are printed first. As long as Commit was not called, everything opens as it did.
type SecretaryChange struct {
	Recovery string     // the new recovery code
	From     app.Person // who hands over
	To       app.Person // who takes over

	desk *Desk
	keys *store.KeyChange
}

// PrepareSecretaryChange prepares the hand-over of the book. Errors: those of app.Person.Validate.
func (d *Desk) PrepareSecretaryChange(ctx context.Context, newName string) (*SecretaryChange, error) {
	to := app.Person{Name: app.Clean(newName), Role: app.RoleSecretary}
	if err := to.Validate(); err != nil {
		return nil, err
	}
	persons, err := d.Persons(ctx)
	if err != nil {
		return nil, err
	}
	code, err := d.newCode()
	if err != nil {
		return nil, err
	}
	keys, err := d.book.PrepareKeyChange(code)
	if err != nil {
		return nil, err
	}
	return &SecretaryChange{Recovery: keys.Recovery, From: persons[0], To: to, desk: d, keys: keys}, nil
}

// Commit puts the new secretary's passphrase and recovery sheet into force; the old passphrase, the old sheet and the keys of all other
// persons are void. A backup under the new key is made. Errors: CodeShortPassphrase, those of store.KeyChange.Commit and of Backup.
func (c *SecretaryChange) Commit(ctx context.Context, passphrase string) error {
	if err := CheckPassphrase(passphrase); err != nil {
		return err
	}
	d := c.desk
	others, err := d.book.Persons()
	if err != nil {
		return err
	}
	if err := c.keys.Commit(ctx, passphrase); err != nil {
		return err
	}
	for _, key := range others {
		if err := d.update(ctx, "change secretary", func(tx *store.Tx) error { return tx.PutValue(valuePerson(key), "") }); err != nil {
			return err
		}
	}
	if err := d.putPerson(ctx, "change secretary", c.To); err != nil {
		return err
	}
	if err := d.ConfirmRecovery(ctx); err != nil { // the new sheet was printed before
		return err
	}
	d.named.Store(&c.To.Name)
	return d.Backup(ctx, "secretary")
}

// PrintMinutes makes the minutes of the hand-over for the printer and enters the printing in the access log. It returns the file's path.
func (c *SecretaryChange) PrintMinutes(ctx context.Context) (string, error) {
	data, err := c.MinutesPDF(ctx)
	if err != nil {
		return "", err
	}
	return c.desk.printFile(ctx, "Bien-ban-ban-giao-so.pdf", data, "secretary-change")
}

// MinutesPDF makes the minutes of the hand-over (biên bản bàn giao), to be signed by both.
func (c *SecretaryChange) MinutesPDF(ctx context.Context) ([]byte, error) {
	d := c.desk
	paper := report.SecretaryChangePaper{From: c.From.Name, To: c.To.Name, On: d.Today(), Folder: d.dir}
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if paper.Settings, err = tx.Settings(); err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		for _, m := range members {
			if m.OnListOn(paper.On) {
				paper.Members++
			}
		}
		meetings, err := tx.Meetings()
		if err != nil {
			return err
		}
		for _, m := range meetings {
			if m.IsLocked() {
				paper.Minutes++
				paper.LastMeeting = max(paper.LastMeeting, m.HeldOn)
			}
		}
		tasks, err := tx.Tasks()
		if err != nil {
			return err
		}
		for _, task := range tasks {
			if task.State == app.TaskOpen {
				paper.OpenTasks++
			}
		}
		documents, err := tx.Documents()
		if err != nil {
			return err
		}
		paper.Documents = len(documents)
		outbox, err := tx.Outbox()
		if err != nil {
			return err
		}
		paper.Packets = len(outbox)
		paper.Place, err = valueOr(tx, valuePlace)
		return err
	})
	if err != nil {
		return nil, err
	}
	profile, err := d.profile(ctx, paper.On)
	if err != nil {
		return nil, err
	}
	laid, err := report.Layout(report.SecretaryChangeMinutes(paper, profile), profile)
	if err != nil {
		return nil, err
	}
	return Paper{Laid: laid}.PDF()
}
