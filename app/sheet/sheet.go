// Package sheet reads lists of members and tables of handbook points from Excel and CSV files, and writes them.
// A file is taken as hostile: it is measured before it is unpacked, and refused with a code when it is not what it says.
package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sochibo/app"
)

// Limits of files that are read.
const (
	MaxFileSize  = 50 << 20  // bytes
	MaxInnerSize = 192 << 20 // bytes of all parts of an Excel file, unpacked
	MaxRows      = 200_000   // rows that hold something, of one sheet
	MaxPersons   = 50_000    // rows of one table that say something of a person and can be taken over
	MaxFaulty    = 1_000     // rows with faults that are kept; further ones are counted
	maxColumns   = 200       // columns beyond are not looked at
	maxCells     = 6_000_000 // cells and rows of all sheets, filled or left out between filled ones
)

// Codes of files that are refused. Values: name, and what else the sentence needs.
const (
	CodeNotTable       app.Code = "sheet_not_table"        // neither Excel nor text
	CodeDisguised      app.Code = "sheet_disguised"        // the content does not fit the ending; Values: name, found
	CodeDamaged        app.Code = "sheet_damaged"          // cut off or damaged
	CodePassword       app.Code = "sheet_password"         // protected by a password
	CodeOldExcel       app.Code = "sheet_old_excel"        // older than Excel 97, .xlsb, or a web page named .xls
	CodeInnerSize      app.Code = "sheet_inner_size"       // unpacks to more than MaxInnerSize; Values: name, limit
	CodeTooManyRows    app.Code = "sheet_too_many"         // more than MaxRows rows; Values: name, limit
	CodeTooManyPersons app.Code = "sheet_too_many_persons" // more than MaxPersons persons; Values: name, limit
	CodeNoHeading      app.Code = "sheet_no_heading"       // no row of headings was found
	CodeNoSheet        app.Code = "sheet_no_sheet"         // no sheet of that name; Values: name, sheet
	CodeNoMonth        app.Code = "sheet_no_month"         // the month of a points table is not named
)

// Charset names an old set of letters that text was converted from.
type Charset string

// Old letter sets. Unicode is text that needed no conversion.
const (
	Unicode Charset = ""
	TCVN3   Charset = "tcvn3"
	VNI     Charset = "vni"
)

// Progress is told how far a reading is, in parts of a total that may change between calls.
type Progress func(done, total int)

// firstHalf returns the progress of opening a file, which is the first half of reading it.
func (p Progress) firstHalf() Progress {
	if p == nil {
		return nil
	}
	return func(done, total int) { p(done, 2*total) }
}

// secondHalf returns the progress of taking the rows over.
func (p Progress) secondHalf() Progress {
	if p == nil {
		return nil
	}
	return func(done, total int) { p(total+done, 2*total) }
}

// grid is one sheet as text: numbers and dates are as the file stores them.
type grid struct {
	name   string
	rows   [][]string
	hidden map[int]bool // columns, from 0
	base   time.Time    // day zero of serial dates; the zero time for text files
	typed  bool         // numbers are exact: from a workbook, not from text
}

// workbook is what a file holds.
type workbook struct {
	grids   []*grid
	charset Charset
	name    string
	cells   int // of all sheets
	seen    map[string]string
}

// Lists repeat themselves: a work, a place, a number of years stands in thousands of cells. Short texts are held once.
const (
	internedBytes = 48     // longest text that is held once
	internedTexts = 50_000 // texts that are remembered
)

// intern returns the text that was read before if it says the same, so that the new one is let go.
func (b *workbook) intern(text string) string {
	if len(text) > internedBytes {
		return text
	}
	if known, found := b.seen[text]; found {
		return known
	}
	if b.seen == nil {
		b.seen = make(map[string]string)
	}
	if len(b.seen) < internedTexts {
		b.seen[text] = text
	}
	return text
}

// spend counts cells and rows, and returns CodeInnerSize when a file has so many that it is no list of people.
func (b *workbook) spend(cells int) error {
	if b.cells += cells; b.cells > maxCells {
		return app.NewError(CodeInnerSize, "name", b.name, "limit", MaxInnerSize)
	}
	return nil
}

// readFile reads a whole file of at most MaxFileSize bytes. It returns app.CodeFileUnread or app.CodeTooLarge.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	case info.IsDir():
		return nil, app.WrapError(fs.ErrInvalid, app.CodeFileUnread, "path", path)
	case info.Size() > MaxFileSize:
		return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", MaxFileSize)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	return data, nil
}

// readAll reads a source of a known size of at most MaxFileSize bytes.
func readAll(name string, source io.ReaderAt, size int64) ([]byte, error) {
	if size > MaxFileSize {
		return nil, app.NewError(app.CodeTooLarge, "path", name, "limit", MaxFileSize)
	}
	data := make([]byte, max(size, 0))
	if n, err := source.ReadAt(data, 0); err != nil && (!errors.Is(err, io.EOF) || n < len(data)) {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", name)
	}
	return data, nil
}

var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
)

// open reads a file of any kind; name gives the ending and appears in errors.
func open(ctx context.Context, name string, data []byte, progress Progress) (*workbook, error) {
	ending := strings.ToLower(filepath.Ext(name))
	name = filepath.Base(name)
	text := ending == ".csv" || ending == ".txt" || ending == ".tsv"
	switch {
	case bytes.HasPrefix(data, zipMagic) && text, bytes.HasPrefix(data, oleMagic) && text:
		return nil, app.NewError(CodeDisguised, "name", name, "found", "Excel")
	case bytes.HasPrefix(data, zipMagic):
		return openZip(ctx, name, data, progress)
	case bytes.HasPrefix(data, oleMagic):
		return openCompound(ctx, name, data, progress)
	case text:
		return openText(ctx, name, data, progress)
	case ending == ".xlsx" || ending == ".xlsm" || ending == ".xls" || ending == ".ods":
		return nil, refuseDisguised(name, ending, data)
	}
	return nil, app.NewError(CodeNotTable, "name", name)
}

// refuseDisguised refuses a file with an ending of Excel and other content. Web pages and XML named .xls open in Excel, so
// their sentence is the one that says how to save them as .xlsx.
func refuseDisguised(name, ending string, data []byte) error {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf"))))
	switch {
	case len(data) == 0:
		return app.NewError(CodeDamaged, "name", name)
	case ending == ".xls" && (bytes.HasPrefix(head, []byte("<")) || bytes.Contains(head, []byte("<html"))):
		return app.NewError(CodeOldExcel, "name", name)
	case looksLikeText(data):
		return app.NewError(CodeDisguised, "name", name, "found", "text")
	}
	return app.NewError(CodeNotTable, "name", name)
}

// stopped returns app.CodeCanceled when the work was cancelled.
func stopped(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return app.WrapError(err, app.CodeCanceled)
	}
	return nil
}
