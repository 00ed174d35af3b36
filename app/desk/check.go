package desk

import (
	"context"
	"io"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/app/report"
	"sochibo/app/wording"
	"sochibo/store"
)

// Codes of what a check finds. The sentence of each says what to do; Values: subject, text.
const (
	CodeCheckDatabase    app.Code = "check_database"
	CodeCheckReference   app.Code = "check_reference"
	CodeCheckHistory     app.Code = "check_history"
	CodeCheckFileMissing app.Code = "check_file_missing"
	CodeCheckFileDamaged app.Code = "check_file_damaged"
	CodeCheckPacket      app.Code = "check_packet"
	CodeCheckBackup      app.Code = "check_backup"
	CodeCheckSettings    app.Code = "check_settings"
	CodeCheckProgram     app.Code = "check_program" // the program's own fonts or translations
)

// Finding is something wrong that a check of the book found.
type Finding struct {
	Kind    string   `json:"kind"`
	Subject string   `json:"subject"` // the record or file
	Text    string   `json:"text"`    // English detail, for the log
	Code    app.Code `json:"code"`    // its sentence says what to do

	advice error // an error with a sentence of its own
}

// Advice returns the finding as an error, whose sentence says what was found and what to do.
func (f Finding) Advice() error {
	if f.advice != nil {
		return f.advice
	}
	subject := f.Subject
	if table, number, cut := strings.Cut(subject, " "); cut && f.Code == CodeCheckHistory {
		subject = wording.Text("line {number} of the journal of changes", "number", number)
		if table == "access_log" {
			subject = wording.Text("line {number} of the access log", "number", number)
		}
	}
	if at := store.BackupTime(subject); f.Code == CodeCheckBackup && !at.IsZero() {
		subject = wording.Moment(at.Local()) + " (" + f.Subject + ")"
	}
	switch {
	case f.Code == CodeCheckProgram && subject == "typeface":
		subject = wording.Text("letters for printing")
	case f.Code == CodeCheckProgram:
		subject = wording.Text("words on screen")
	}
	return app.NewError(f.Code, "subject", subject, "text", f.Text)
}

var findingCodes = map[store.FindingKind]app.Code{
	store.FindingDatabase: CodeCheckDatabase, store.FindingReference: CodeCheckReference, store.FindingHistory: CodeCheckHistory,
	store.FindingFileMissing: CodeCheckFileMissing, store.FindingFileDamaged: CodeCheckFileDamaged, store.FindingBackup: CodeCheckBackup,
}

// Check looks the book over: the database, its references, the chains of history and access log, the sealed files, the packets of
// outbox and archive, the backups, the settings, and the program's own typeface and wording. No finding: all is well.
// Errors: app.CodeCanceled, store.CodeBookClosed.
func (d *Desk) Check(ctx context.Context) ([]Finding, error) {
	found := []Finding{}
	add := func(list []store.Finding, err error) error {
		for _, f := range list {
			found = append(found, Finding{Kind: string(f.Kind), Subject: f.Subject, Text: f.Text, Code: findingCodes[f.Kind]})
		}
		return err
	}
	if err := add(d.book.Check(ctx)); err != nil {
		return nil, err
	}
	if err := add(d.book.CheckBackups(ctx)); err != nil {
		return nil, err
	}
	more, err := d.checkPackets(ctx)
	if err != nil {
		return nil, err
	}
	found = append(withoutFiles(found, more), more...)
	state, err := d.BackupState(ctx)
	if err != nil {
		return nil, err
	}
	if code := app.CodeOf(state.Warning); code == CodeBackupOld || code == CodePlaceOld {
		found = append(found, Finding{Kind: "backup", Subject: state.Place, Text: state.Warning.Error(), Code: code, advice: state.Warning})
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if err := checkSettings(settings); err != nil {
		found = append(found, Finding{Kind: "settings", Subject: "settings", Text: err.Error(), Code: CodeCheckSettings,
			advice: app.NewError(CodeCheckSettings, "text", wording.Sentence(err))})
	}
	return append(found, checkProgram(report.CheckTypeface, wording.Check)...), nil
}

// withoutFiles leaves out the files of packets that are told of as packets.
func withoutFiles(found, packets []Finding) []Finding {
	return slices.DeleteFunc(found, func(f Finding) bool {
		return (f.Code == CodeCheckFileMissing || f.Code == CodeCheckFileDamaged) &&
			slices.ContainsFunc(packets, func(p Finding) bool { return p.Subject == f.Subject })
	})
}

// checkProgram looks at what is built into the program.
func checkProgram(typeface, words func() error) []Finding {
	var found []Finding
	if err := typeface(); err != nil {
		found = append(found, Finding{Kind: "program", Subject: "typeface", Text: err.Error(), Code: CodeCheckProgram})
	}
	if err := words(); err != nil {
		found = append(found, Finding{Kind: "program", Subject: "wording", Text: err.Error(), Code: CodeCheckProgram})
	}
	return found
}

// keptPacket is a packet that the book keeps, sealed or received.
type keptPacket struct {
	name, fileID, manifestHash string
}

// checkPackets opens every packet that the book keeps and compares it with what is remembered of it.
func (d *Desk) checkPackets(ctx context.Context) ([]Finding, error) {
	var reader handover.Reader
	var packets []keptPacket
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if reader, err = ownReader(tx); err != nil {
			return err
		}
		reader.Archive = true
		outbox, err := tx.Outbox()
		if err != nil {
			return err
		}
		for _, p := range outbox {
			packets = append(packets, keptPacket{p.FileName, p.FileID, p.ManifestHash})
		}
		received, err := tx.ReceivedPackets()
		for _, p := range received {
			if p.FileID != "" { // one that was entered by hand has no file
				packets = append(packets, keptPacket{p.FileName, p.FileID, p.ManifestHash})
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var found []Finding
	for _, p := range packets {
		if err := ctx.Err(); err != nil {
			return nil, app.WrapError(err, app.CodeCanceled)
		}
		if fault := d.checkPacket(ctx, reader, p); fault != nil {
			found = append(found, Finding{Kind: "packet", Subject: p.name, Text: fault.Error(), Code: CodeCheckPacket})
		}
	}
	return found, nil
}

func (d *Desk) checkPacket(ctx context.Context, reader handover.Reader, p keptPacket) error {
	content, err := d.book.OpenFile(ctx, p.fileID)
	if err != nil {
		return err
	}
	defer content.Close()
	opened, _, err := reader.Open(content, func(string) bool { return false })
	if err != nil {
		return err
	}
	if opened.ManifestHash != p.manifestHash {
		return app.NewError(CodeCheckPacket, "subject", p.name, "text", "another packet than the one remembered")
	}
	_, err = io.Copy(io.Discard, content) // to the end, where its hash is compared
	return err
}

// Unseal writes the book as a plain SQLite file that anybody can read; it is entered in the access log first.
func (d *Desk) Unseal(ctx context.Context, path string) error {
	if err := d.update(ctx, "unseal", func(tx *store.Tx) error { return tx.LogAccess("unseal", "book") }); err != nil {
		return err
	}
	return d.book.Unseal(ctx, path)
}
