package main

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/ui"
	"sochibo/app/wording"
)

// Books that a scene plays in.
const (
	noBook        = ""
	cellBook      = "cells/CB001"
	committeeBook = "committee"
)

// scene is one screen to draw: a place of the navigation, and buttons pressed on the way to it.
type scene struct {
	name   string
	book   string
	place  string         // key of the place, "" for the door
	month  app.Month      // "" for the month of the book's clock
	press  []string       // source texts of buttons
	typed  string         // where the keyboard is, before the button typeAt is pressed
	typeAt int            // index into press
	keys   []fyne.KeyName // then typed where the keyboard is
	after  []string       // source texts of buttons pressed after the keys

	spoil  string         // pattern of files of the book: a byte of the first is changed, in a copy of the book
	packet string         // code of a cell: its packet of the month is opened
	leaves string         // a member who has left, in a copy of the book, and is shown
	notes  []ui.StartNote // said at the door
}

// scenes are drawn in this order and numbered by it.
var scenes = []scene{
	{name: "first-run", book: noBook},
	{name: "unlock", book: cellBook},
	{name: "restore", book: cellBook, press: []string{"Restore from a backup…"}},
	{name: "restore-choose", book: cellBook, press: []string{"Restore from a backup…", "Show the backups"}, typed: "demo", typeAt: 1},
	{name: "restore-confirm", book: cellBook, press: []string{"Restore from a backup…", "Show the backups", "Continue"}, typed: "demo", typeAt: 1},
	{name: "rescue", book: cellBook, spoil: "book.db.age", press: []string{"Open"}, typed: "demo"},
	{name: "unlock-notes", book: cellBook, notes: []ui.StartNote{ui.NoteCrash, ui.NotePortable}},
	{name: "overview", book: cellBook, place: "overview"},
	{name: "reminders", book: cellBook, place: "overview", press: []string{"See all"}},
	{name: "members", book: cellBook, place: "members"},
	{name: "member-edit", book: cellBook, place: "members", press: []string{"Edit"}},
	{name: "member-date", book: cellBook, place: "members", press: []string{"Edit"}, keys: []fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyF4}},
	{name: "member-history", book: cellBook, place: "members", press: []string{"History"}},
	{name: "member-export", book: cellBook, place: "members", press: []string{"Export…"}},
	{name: "member-anonymise", book: "cells/CB003", place: "members", leaves: "Trần Văn Chính", press: []string{"Record", "Make anonymous…"}},
	{name: "member-lists", book: cellBook, place: "members", press: []string{"More…"}},
	{name: "candidates", book: cellBook, place: "members", press: []string{"More…", "Candidates for admission"}},
	{name: "candidate-add", book: cellBook, place: "members", press: []string{"More…", "Candidates for admission", "Add candidate"}},
	{name: "dues", book: cellBook, place: "members", press: []string{"More…", "Party dues", "Keep dues"}},
	{name: "member-statistics", book: cellBook, place: "members", press: []string{"More…", "Figures of the register"}},
	{name: "points", book: cellBook, place: "points"},
	{name: "meeting", book: cellBook, place: "meeting"},
	{name: "meeting-prepare", book: cellBook, place: "meeting", press: []string{"Go back", "Go back", "Go back", "Go back", "Go back"}},
	{name: "meeting-roll", book: cellBook, place: "meeting", press: []string{"Go back", "Go back", "Go back", "Go back"}},
	{name: "meeting-conclude", book: cellBook, place: "meeting", press: []string{"Go back", "Go back"}},
	{name: "meeting-kinds", book: cellBook, place: "meeting", month: "2026-12", press: []string{"Another meeting…"}},
	{name: "meeting-year", book: cellBook, place: "meeting", press: []string{"The whole year"}},
	{name: "meeting-plan", book: cellBook, place: "meeting", press: []string{"The whole year", "Add to the plan"}},
	{name: "meeting-templates", book: cellBook, place: "meeting", press: []string{"The whole year", "Agendas…"}},
	{name: "criteria", book: cellBook, place: "criteria"},
	{name: "criteria-year", book: cellBook, place: "criteria", press: []string{"Road of the year"}},
	{name: "criteria-register", book: cellBook, place: "criteria", press: []string{"Road of the year", "Register…"}},
	{name: "rating", book: cellBook, place: "rating"},
	{name: "rating-quarter", book: cellBook, place: "rating", press: []string{"Quarter III"}},
	{name: "rating-self", book: cellBook, place: "rating", press: []string{"Enter self-ratings"}},
	{name: "rating-papers", book: cellBook, place: "rating", press: []string{"Papers…"}},
	{name: "rating-cap", book: cellBook, place: "rating", press: []string{"Cap and vote…"}},
	{name: "rating-year", book: cellBook, place: "rating", press: []string{"The year in figures"}},
	{name: "initiatives", book: cellBook, place: "rating", press: []string{"Initiatives"}},
	{name: "initiative-add", book: cellBook, place: "rating", press: []string{"Initiatives", "Add an initiative"}},
	{name: "conduct", book: cellBook, place: "rating", press: []string{"Commendation, discipline"}},
	{name: "conduct-add", book: cellBook, place: "rating", press: []string{"Commendation, discipline", "Add a decision"}},
	{name: "reports", book: cellBook, place: "reports"},
	{name: "reports-export", book: cellBook, place: "reports", press: []string{"Export all documents…"}},
	{name: "reports-notice", book: cellBook, place: "reports", keys: []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}},
	{name: "reports-number", book: cellBook, place: "reports", keys: []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, after: []string{"No. {number}…"}},
	{name: "reports-parts", book: cellBook, place: "reports", keys: []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, after: []string{"Choose parts…"}},
	{name: "reports-enter", book: cellBook, place: "reports", keys: []fyne.KeyName{fyne.KeyEnd}, after: []string{"Enter a document…"}},
	{name: "handover", book: cellBook, place: "handover"},
	{name: "settings", book: cellBook, place: "settings"},
	{name: "settings-documents", book: cellBook, place: "settings", press: []string{"Documents"}},
	{name: "settings-layout", book: cellBook, place: "settings", press: []string{"Documents", "Change…"}},
	{name: "settings-safety", book: cellBook, place: "settings", press: []string{"Safety"}},
	{name: "check-findings", book: cellBook, spoil: "files/*.age", place: "settings", press: []string{"Safety", "Check now"}},
	{name: "journal", book: cellBook, place: "settings", press: []string{"Safety", "Open the journal"}},
	{name: "secretary-change", book: cellBook, place: "settings", press: []string{"Safety", "Change of secretary…", "Continue"}, typed: "Cao Văn Lực", typeAt: 2},
	{name: "recovery-renew", book: cellBook, place: "settings", press: []string{"Safety", "New recovery code…"}},
	{name: "locked", book: cellBook, place: "settings", press: []string{"Safety", "Lock now"}},
	{name: "settings-rules", book: cellBook, place: "settings", keys: []fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyRight, fyne.KeyRight}},
	{name: "help", book: cellBook, place: "help"},
	{name: "committee-cells", book: committeeBook, place: "matrix"},
	{name: "committee-packet", book: committeeBook, place: "matrix", packet: "CB001"},
	{name: "committee-roll-up", book: committeeBook, place: "roll-up"},
	{name: "committee-heat", book: committeeBook, place: "roll-up", press: []string{"Map of the year…"}},
	{name: "committee-roll-up-more", book: committeeBook, place: "roll-up", press: []string{"Other…"}},
	{name: "committee-register", book: committeeBook, place: "roll-up", press: []string{"Other…", "Register and cells"}},
	{name: "committee-register-taken", book: committeeBook, place: "roll-up", press: []string{"Other…", "Register and cells", "Take over from the cells", "Take over"}},
	{name: "committee-register-read", book: committeeBook, place: "roll-up", press: []string{"Other…", "Register and cells", "Read a list…"}},
	{name: "committee-frameworks", book: committeeBook, place: "frameworks"},
	{name: "committee-framework-editor", book: committeeBook, place: "frameworks", press: []string{"New version…"}},
	{name: "committee-framework-forms", book: committeeBook, place: "frameworks", press: []string{"New version…", "Forms by kind of cell…"}},
	{name: "committee-framework-conditions", book: committeeBook, place: "frameworks", press: []string{"New version…", "Conditions of levels…"}},
	{name: "committee-invitations", book: committeeBook, place: "invitations"},
	{name: "committee-deputies", book: committeeBook, place: "invitations", press: []string{"Deputies…"}},
	{name: "committee-deputy-add", book: committeeBook, place: "invitations", press: []string{"Deputies…", "Add a deputy…"}},
	{name: "committee-notices", book: committeeBook, place: "notices"},
	{name: "committee-notice-write", book: committeeBook, place: "notices", press: []string{"Write a notice…"}},
	{name: "committee-key", book: committeeBook, place: "settings", press: []string{"Safety", "Restore the key from its sheet…"}},
	{name: "committee-safety", book: committeeBook, place: "settings", press: []string{"Safety"}},
	{name: "notices", book: cellBook, place: "handover", press: []string{"Open the notices"}},
	{name: "committee-cell", book: committeeBook, place: "invitations", press: []string{"Add a cell"}},
	{name: "committee-cell-open", book: committeeBook, place: "invitations", keys: []fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyDown, fyne.KeyReturn}},
	{name: "committee-settings", book: committeeBook, place: "settings"},
}

// size is a work area of a laptop of 1366×768 px, at 100 %, 125 % and 150 % scaling.
type size struct{ width, height int }

var sizes = []size{{1366, 768}, {1093, 614}, {911, 512}}

func shown(press []string) []string {
	texts := make([]string, 0, len(press))
	for _, english := range press {
		texts = append(texts, wording.Text(english))
	}
	return texts
}
