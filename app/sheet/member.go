package sheet

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"sochibo/app"
)

// Codes of remarks about values that were not taken over. Values: value.
const (
	CodeUnread  app.Code = "sheet_value_unread"  // a word that is not known in its column
	CodeRounded app.Code = "sheet_value_rounded" // a number that lost digits, 8.5E+10
	CodeBadName app.Code = "sheet_bad_name"      // no person's name
	CodeLeftHow app.Code = "sheet_left_how"      // left the Party, but the form is not told
)

// MemberOptions are what ReadMembers needs to know beside the file.
type MemberOptions struct {
	Today    app.Date // years of two digits, and dates that have not come yet, are seen from here
	Choice   Choice   // what a person corrected
	Progress Progress // may be nil
}

// MemberTable is a list of members as a file has it.
type MemberTable struct {
	Layout
	Sheets    []string // names of all visible sheets
	Converted Charset  // the old letter set that the text was in: to be shown before it is accepted
	Rows      []app.ImportedMember
	Dropped   int // further rows with faults, beyond MaxFaulty, that are not in Rows
}

// ReadMembers reads a list of members from an Excel, CSV or text file.
//
// It finds the sheet and the headings below titles, over one to three rows, in any order and wording; cells of several
// lines as in form 7-HSĐV; titles of groups; and leaves out totals and signatures. Names, numbers and dates are put in
// order; what was put back is a remark of its row, what cannot be is a fault of its row, with column and reason.
// A file that cannot be read gives a code of this package, app.CodeFileUnread or app.CodeTooLarge; a cancelled context app.CodeCanceled.
func ReadMembers(ctx context.Context, path string, options MemberOptions) (*MemberTable, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return readMembers(ctx, path, data, options)
}

// ReadMembersFrom reads as ReadMembers does, from a source of size bytes; name gives the file's ending.
func ReadMembersFrom(ctx context.Context, name string, source io.ReaderAt, size int64, options MemberOptions) (*MemberTable, error) {
	data, err := readAll(name, source, size)
	if err != nil {
		return nil, err
	}
	return readMembers(ctx, name, data, options)
}

func readMembers(ctx context.Context, name string, data []byte, options MemberOptions) (*MemberTable, error) {
	words, err := loadMemberWords()
	if err != nil {
		return nil, err
	}
	book, err := openConverted(ctx, name, data, options.Progress.firstHalf())
	if err != nil {
		return nil, err
	}
	g, layout, err := findLayout(filepath.Base(name), book.grids, words.heading, options.Choice)
	if err != nil {
		return nil, err
	}
	table := &MemberTable{Layout: layout, Converted: book.charset}
	for _, other := range book.grids {
		table.Sheets = append(table.Sheets, other.name)
	}
	options.Progress = options.Progress.secondHalf()
	kept := keeper[app.ImportedMember]{file: filepath.Base(name)}
	err = readMemberRows(ctx, g, layout, words, options, &kept)
	table.Rows, table.Dropped = kept.rows, kept.dropped
	return table, err
}

// openConverted opens a file and converts text of old letter sets.
func openConverted(ctx context.Context, name string, data []byte, progress Progress) (*workbook, error) {
	old, err := loadLetters()
	if err != nil {
		return nil, err
	}
	book, err := open(ctx, name, data, progress)
	if err != nil {
		return nil, err
	}
	book.charset = old.convertGrids(book.grids)
	return book, nil
}

// personal are the fields that only a person's row has.
var personal = map[Field]bool{BornOn: true, BornMale: true, BornFemale: true, CitizenID: true, PartyCardNo: true, DossierNo: true,
	AdmittedOn: true, OfficialOn: true}

func readMemberRows(ctx context.Context, g *grid, layout Layout, words *vocabulary, options MemberOptions, kept *keeper[app.ImportedMember]) error {
	sorter := &rowSorter{words: words, columns: layout.Columns, hard: personal}
	var group app.Member
	splitName := nameOverTwoColumns(g, layout)
	for r := layout.DataRow - 1; r < len(g.rows); r++ {
		if r%256 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
			if options.Progress != nil {
				options.Progress(r, len(g.rows))
			}
		}
		switch sorter.sort(g.rows[r]) {
		case signatureRow:
			return stopped(ctx)
		case groupRow:
			group = enterGroup(group, g.rows[r], sorter)
		case dataRow:
			reader := memberReader{words: words, grid: g, options: options, columns: layout.Columns, splitName: splitName}
			reader.result = app.ImportedMember{Sheet: g.name, Row: r + 1}
			reader.read(g.rows[r], group)
			if err := kept.add(reader.result, len(reader.result.Faults) > 0); err != nil {
				return err
			}
		}
		g.rows[r] = nil // a large list is not held twice
	}
	return stopped(ctx)
}

// enterGroup returns what the rows below a group's title share.
func enterGroup(group app.Member, row []string, sorter *rowSorter) app.Member {
	for _, text := range row {
		switch sorter.group(text) {
		case "official":
			group.Kind = app.Official
		case "probationary":
			group.Kind = app.Probationary
		case PartyGroup:
			group.PartyGroup = groupName(text, sorter.words)
		}
	}
	return group
}

// groupName takes "Tổ đảng số 2" as "2".
func groupName(text string, words *vocabulary) string {
	text = app.Clean(text)
	if _, rest, found := strings.Cut(text, " "); found && beginsWith(text, words.groups[PartyGroup]) {
		for beginsWith("tổ "+rest, words.groups[PartyGroup]) && (strings.EqualFold(firstWord(rest), "đảng") || strings.EqualFold(firstWord(rest), "số")) {
			_, rest, _ = strings.Cut(rest, " ")
		}
		if rest != "" {
			return rest
		}
	}
	return text
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// nameOverTwoColumns returns the column that holds given names when the heading of names stretches over two columns: the
// column after it has no heading, is not used and holds single words in most rows. -1 if there is none.
func nameOverTwoColumns(g *grid, layout Layout) int {
	name, found := layout.Field(FullName)
	next := name.Index + 1
	if !found || len(name.Fields) != 1 || next >= len(layout.Columns) {
		return -1
	}
	if column := layout.Columns[next]; column.Hidden || len(column.Fields) > 0 || column.Heading != "" && column.Heading != name.Heading {
		return -1
	}
	words, names := 0, 0
	for r := layout.DataRow - 1; r < len(g.rows); r++ {
		if isName(cell(g.rows, r, name.Index)) {
			names++
			if text := app.Clean(cell(g.rows, r, next)); isName(text) && !strings.Contains(text, " ") {
				words++
			}
		}
	}
	if words > 0 && 2*words > names {
		return next
	}
	return -1
}
