package desk

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/app/sheet"
	"sochibo/store"
)

// MemberListKind names a list of members that can be written to a file.
type MemberListKind string

// Lists of members. ListRegister is form 7-HSĐV; ListCorrections is what changed since the last import, for those who keep the master list.
const (
	ListMembers     MemberListKind = "members"
	ListRegister    MemberListKind = "register"
	ListCorrections MemberListKind = "corrections"
	ListStatistics  MemberListKind = "statistics"
)

// MemberLists are all of them, in the order that a choice offers them.
var MemberLists = []MemberListKind{ListMembers, ListRegister, ListCorrections, ListStatistics}

// MemberListEndings are the endings of files that a list is written as.
var MemberListEndings = []string{".xlsx", ".csv", ".pdf"}

// ExportMemberList writes a list of members as the ending of path says: .xlsx, .csv or .pdf. ids choose whom ListMembers and ListRegister hold;
// nil is everybody. It is entered in the access log. Errors: sheet.CodeEnding, CodeNoImport.
func (d *Desk) ExportMemberList(ctx context.Context, kind MemberListKind, ids []string, path string) error {
	var book memberBook
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		book, err = d.readMemberBook(tx, ids)
		if err == nil && kind == ListCorrections {
			book.corrections, err = correctionsOf(tx, book.all)
		}
		return err
	})
	if err != nil {
		return err
	}
	data, err := book.file(kind, path)
	if err != nil {
		return err
	}
	if err := writeWhole(path, data); err != nil {
		return err
	}
	return d.update(ctx, "export members", func(tx *store.Tx) error {
		return tx.LogAccess("export", fmt.Sprintf("%s %d %s", kind, len(book.chosen), strings.ToLower(filepath.Ext(path))))
	})
}

// memberBook is what lists are made from.
type memberBook struct {
	profile     report.Profile
	settings    app.Settings
	all, chosen []app.Member
	corrections []Correction
	today       app.Date
}

func (d *Desk) readMemberBook(tx *store.Tx, ids []string) (memberBook, error) {
	book := memberBook{today: d.Today()}
	var err error
	if book.settings, err = requireRole(tx, app.CellBook); err != nil {
		return book, err
	}
	if book.all, err = tx.Members(); err != nil {
		return book, err
	}
	if book.profile, err = profileOn(tx, book.today); err != nil {
		return book, err
	}
	app.SortByName(book.all)
	wanted := make(map[string]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	for _, m := range book.all {
		if ids == nil || wanted[m.ID] {
			book.chosen = append(book.chosen, m)
		}
	}
	return book, nil
}

func (b memberBook) file(kind MemberListKind, path string) ([]byte, error) {
	pdf := strings.EqualFold(filepath.Ext(path), ".pdf")
	switch kind {
	case ListRegister:
		return b.registerFile(path)
	case ListMembers:
		if pdf {
			return b.printed(func(profile report.Profile) report.Document {
				return report.MemberList(report.MembersPaper{Settings: b.settings, Members: b.chosen, On: b.today}, profile)
			})
		}
		return sheet.MemberFile(path, b.settings, b.chosen, b.today)
	}
	list := b.correctionList()
	if kind == ListStatistics {
		list = b.statisticsList()
	}
	return b.plainFile(list, path)
}

// registerFile is form 7-HSĐV: as Excel with its two rows of headings, else as a plain table of fourteen columns.
func (b memberBook) registerFile(path string) ([]byte, error) {
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return sheet.RegisterFile(b.settings, b.chosen, b.today)
	}
	form, err := sheet.Register(b.chosen, b.today)
	if err != nil {
		return nil, err
	}
	list := plainList{sheet: "7-HSĐV", title: "Sổ danh sách đảng viên", subject: "(Mẫu 7-HSĐV), cập nhật đến " + b.today.Long(), closing: form.Total, numbered: true}
	for i, heading := range form.Headings {
		list.columns = append(list.columns, listColumn{heading, form.Widths[i], registerWidths[i], i == 0})
	}
	for _, row := range form.Rows {
		texts := make([]any, len(row))
		for i, text := range row {
			texts[i] = text
		}
		list.rows = append(list.rows, texts)
	}
	return b.plainFile(list, path)
}

// registerWidths are the widths in mm of the columns of form 7-HSĐV on A4 lengthwise.
var registerWidths = [14]float64{7, 30, 12, 20, 18, 20, 19, 18, 10, 19.5, 19.5, 19.5, 19.5, 20}

// plainFile writes a plain list as the ending of path says.
func (b memberBook) plainFile(list plainList, path string) ([]byte, error) {
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return b.printed(func(profile report.Profile) report.Document { return report.PlainList(list.paper(b), profile) })
	}
	titles := []string{b.settings.SuperiorName, b.settings.Name, list.title + " (" + list.subject + ")"}
	return sheet.TableFile(path, list.sheet, titles, list.sheetColumns(), list.rows)
}

// printed lays a document out and returns it as PDF.
func (b memberBook) printed(document func(report.Profile) report.Document) ([]byte, error) {
	laid, err := report.Layout(document(b.profile), b.profile)
	if err != nil {
		return nil, err
	}
	var bytes bytes.Buffer
	err = laid.PDF(&bytes)
	return bytes.Bytes(), err
}
