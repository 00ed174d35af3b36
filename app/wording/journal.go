package wording

import (
	"strings"
	"time"

	"sochibo/app"
)

// JournalWords says what a line of the journal is about: a use of personal data of a kind, or a change by a command; subject is the record
// or file, as desk gives it.
func JournalWords(kind, command, subject string) string {
	words := JournalKind(kind)
	if command != "" {
		words = JournalKind(command)
	}
	if kind == "key" {
		return keyWords(subject)
	}
	if about := journalSubject(kind, subject); about != "" {
		words += ": " + about
	}
	return words
}

// JournalKind names a kind of use, or the command that changed something.
func JournalKind(kind string) string {
	switch kind {
	case "open":
		return Text("Opened the book")
	case "show":
		return Text("Showed numbers")
	case "print":
		return Text("Printed")
	case "export":
		return Text("Exported")
	case "handover":
		return Text("Handed over")
	case "copy":
		return Text("Copied the book")
	case "unseal":
		return Text("Wrote the book unsealed")
	case "restore":
		return Text("Restored a backup")
	case "person":
		return Text("Changed who opens the book")
	case "key":
		return Text("Changed a key")
	}
	return historyWords(kind)
}

func keyWords(subject string) string {
	switch subject {
	case "recovery":
		return Text("Changed the recovery code")
	case "passphrase":
		return Text("Changed the own passphrase")
	}
	return Text("Changed a key")
}

// subjects are what records and files are called in the journal.
var subjects = map[string]string{
	"members": Mark("member list"), "member": Mark("member"), "point": Mark("handbook points"), "meeting": Mark("minutes of the meeting"),
	"meeting_version": Mark("minutes of the meeting"), "task": Mark("task"), "month": Mark("month"), "sheet": Mark("marks"), "settings": Mark("settings of the book"),
	"value": Mark("settings of the book"), "link": Mark("settings of the book"), "document": Mark("register of documents"), "packet": Mark("packets"),
	"outbox": Mark("packets"), "receipt": Mark("packets"), "file": Mark("attached file"), "attachment": Mark("attached file"),
	"framework": Mark("criteria framework"), "journal": Mark("journal"), "recovery": Mark("recovery sheet"), "secretary-change": Mark("minutes of handing over the book"),
	"all": Mark("all tables"), "second": Mark("second place of backups"),
}

// journalSubject says whose data, which file or what record; a record has no name of its own but that of a member.
func journalSubject(kind, subject string) string {
	entity, name, _ := strings.Cut(subject, " ")
	if words, known := reports[app.ReportKind(entity)]; known {
		return strings.TrimSpace(Text(words) + " " + name)
	}
	if kind == "restore" {
		return backupMoment(subject)
	}
	if strings.HasPrefix(entity, "rating") {
		return Text("papers of the rating")
	}
	if entity == "book" {
		return ""
	}
	if entity == "member" && name != "" {
		return name
	}
	if words, known := subjects[entity]; known {
		return Text(words)
	}
	if name == "" && !strings.ContainsAny(entity, ".- ") {
		return "" // a record without a name that a reader knows
	}
	return subject
}

// backupMoment is when a backup was made, from its name: "20261123T070500.000Z-handover.db.age".
func backupMoment(name string) string {
	stamp, _, _ := strings.Cut(name, "-")
	at, err := time.Parse("20060102T150405.000Z", stamp)
	if err != nil {
		return name
	}
	return Moment(at.Local())
}
