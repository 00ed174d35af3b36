package main

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func backupCommands() []command {
	return []command{
		{name: "backup", args: "--book D [--place DIR]", summary: wording.Mark("make a sealed copy of the book, open it again and check it"),
			note:  wording.Mark("With --place the book is copied there from now on as well: another drive or a folder in the network."),
			setup: setupBackup},
		{name: "restore", args: "--book D [--from DIR] [--backup NAME]", summary: wording.Mark("put a backup in the place of the book; the present book is kept first"),
			note:  wording.Mark("--list shows what the backups hold and changes nothing. Without --backup the newest one is taken. With --from the book is restored from a second place, also into a folder that holds no book."),
			setup: setupRestore},
	}
}

func setupBackup(c *call) func(context.Context) error {
	c.bookFlags()
	place := c.text("place", wording.Text("folder in which the second place is made"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			if *place != "" {
				if _, err := d.SetBackupPlace(ctx, *place); err != nil {
					return err
				}
			}
			if err := d.Backup(ctx, "manual"); err != nil {
				return err
			}
			state, err := d.BackupState(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]any{"at": state.Last, "folder": d.BackupDir(), "place": state.Place})
			}
			c.say(wording.Text("Backed up and read back: {folder}", "folder", d.BackupDir()))
			if state.Place != "" {
				c.say(wording.Text("Also copied to {folder}", "folder", state.Place))
			}
			return nil
		})
	}
}

// restoreFlags say what is restored and from where.
type restoreFlags struct {
	from, backup, recoveryFile *string
	list                       *bool
}

func setupRestore(c *call) func(context.Context) error {
	c.bookFlags()
	f := restoreFlags{
		from:         c.text("from", wording.Text("folder of the second place")),
		backup:       c.text("backup", wording.Text("name of the backup, as --list shows it")),
		recoveryFile: c.text("recovery-file", wording.Text("file whose first line is the recovery code, instead of the passphrase")),
		list:         c.set.Bool("list", false, wording.Text("only show the backups and what they hold")),
	}
	return func(ctx context.Context) error {
		if err := c.need("book"); err != nil {
			return err
		}
		secret, err := c.secret(*f.recoveryFile)
		if err != nil {
			return err
		}
		backups, err := desk.OpenBackups(*c.book.dir, *f.from, secret, c.options()...)
		if err != nil {
			return err
		}
		lines, err := backups.List()
		if err != nil {
			return err
		}
		if *f.list {
			return c.printBackups(ctx, backups, lines)
		}
		name := *f.backup
		if name == "" {
			if len(lines) == 0 {
				return app.NewError(app.CodeNotFound, "what", "backup")
			}
			name = lines[0].Name
		}
		return c.restore(ctx, backups, name)
	}
}

// secret takes the recovery code from its file, or else the passphrase.
func (c *call) secret(recoveryFile string) (desk.Secret, error) {
	if recoveryFile == "" {
		pass, err := c.passphrase(wording.Text("Passphrase: "))
		return desk.Secret{Passphrase: pass}, err
	}
	first, err := firstLine(recoveryFile)
	return desk.Secret{Recovery: strings.TrimSpace(first)}, err
}

func (c *call) restore(ctx context.Context, backups *desk.Backups, name string) error {
	d, err := backups.Restore(ctx, name, "")
	if err != nil {
		return err
	}
	restored, err := d.LastRestored(ctx)
	if closing := d.Close(context.WithoutCancel(ctx)); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return c.tell(map[string]any{"book": d.Dir(), "backup": name, "at": restored.Backup},
		wording.Text("The book is as it was on {time}. What was there before is kept in {folder}.", "time", restored.Backup.Local(), "folder", d.BackupDir()))
}

// shownBackup is a backup with what it holds, as restore --list gives it with --json.
type shownBackup struct {
	desk.BackupLine
	Contents *desk.BackupContents `json:"contents,omitempty"` // none where it cannot be read
	Missing  int                  `json:"missing"`            // changes of the present book that it does not hold
}

func (c *call) printBackups(ctx context.Context, backups *desk.Backups, lines []desk.BackupLine) error {
	present, _ := backups.Present(ctx) // a book that cannot be read is a reason to restore, not a fault of listing
	shown := []shownBackup{}
	for _, line := range lines {
		one := shownBackup{BackupLine: line}
		contents, err := backups.Contents(ctx, line.Name)
		if err == nil {
			one.Contents, one.Missing = &contents, contents.Missing(present)
		}
		shown = append(shown, one)
	}
	if c.json {
		return c.printJSON(map[string]any{"backups": shown})
	}
	var rows [][]string
	for _, s := range shown {
		row := []string{s.Name, wording.Moment(s.At), "", "", ""}
		if s.Contents != nil {
			row[2], row[3], row[4] = fmt.Sprint(s.Contents.Members), s.Contents.LastMeeting.String(), fmt.Sprint(s.Missing)
		} else {
			row[2] = wording.Text("cannot be read")
		}
		rows = append(rows, row)
	}
	printTable(c.out, []string{wording.Text("Backup"), wording.Text("Made"), wording.Text("Members"), wording.Text("Last meeting"), wording.Text("Changes since")}, rows)
	return nil
}
