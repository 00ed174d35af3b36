// Package report makes the printed documents: one model of blocks, laid out once into pages of drawing steps,
// painted as PDF and as pictures. What a picture shows is what the PDF holds, because both are painted from the same steps.
package report

import (
	"strings"

	"sochibo/app"
)

// Document is a printed paper as its parts, without any position: painters of other formats can work from it as well.
type Document struct {
	Title     string   // name of the file's contents, for the PDF's metadata
	Author    string   // the issuing organisation, for the PDF's metadata
	Date      app.Date // the paper's date; it is also the file's date, so that the same paper gives the same bytes
	Landscape bool
	Blocks    []Block
}

// Block is one part of a document: PartyHead, PlainHead, Title, Heading, Paragraph, List, Table, Callout, Figure, Signatures or PageBreak.
type Block interface{ block() }

// PartyHead is the two-column head of a Party document (domain.md part 1.1): on the left the superior body, the issuing
// body, a separator and the number; on the right the Party's name with its rule, place and date.
type PartyHead struct {
	Superior  string // "Đảng bộ Công ty CP May Hưng Thịnh", printed in capitals
	Body      string // "Chi bộ Xưởng May 2", printed in bold capitals
	Number    string // "17-BB/CB"; empty: no number line
	PlaceDate string // "Hưng Yên, ngày 20 tháng 11 năm 2026"; empty in minutes
}

// PlainHead is the head of an internal slip: the organisation on the left, a remark such as a code on the right.
type PlainHead struct {
	Superior string
	Body     string
	Right    []string
}

// Title is the type of the document and its subject, centred.
type Title struct {
	Type    string // "BIÊN BẢN"
	Subject string // "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026"
	Rule    bool   // a short rule below, as resolutions have and minutes do not
}

// Heading opens a part: "I- …". It stays with what follows.
type Heading struct {
	Text string
}

// Align is how the lines of a paragraph or a cell are set.
type Align uint8

// Alignments. Justified lines are as wide as the text, the last one excepted.
const (
	Justified Align = iota
	Left
	Center
	Right
)

// Run is a piece of text in one style.
type Run struct {
	Text      string
	Bold      bool
	Italic    bool
	Underline bool
}

func (r Run) face() Face {
	face := Regular
	if r.Bold {
		face |= Bold
	}
	if r.Italic {
		face |= Italic
	}
	return face
}

// Paragraph is running text. Line ends inside a run are spaces; several paragraphs are several blocks (see Paragraphs).
type Paragraph struct {
	Runs     []Run
	Align    Align
	NoIndent bool // no first-line indent; centred and right-aligned paragraphs never have one
	Small    bool // notes below tables and the like
	KeepNext bool // not on another page than what follows
}

// List is a list whose items begin with "-" or with running numbers.
type List struct {
	Items    [][]Run
	Numbered bool
	Small    bool
}

// Table is a table with ruled cells. The head is repeated on every page; rows are not split between pages.
type Table struct {
	Columns []Column
	Rows    []Row
	Small   bool // small letters, for tables with many columns
}

// Column is one column: its head and its width as a share of the sum of all widths.
type Column struct {
	Head  string
	Width float64
	Align Align // Justified counts as Left
}

// Row is one row of a table. Cells that are missing at the end are empty.
type Row struct {
	Cells  []Cell
	Bold   bool
	Shaded bool
}

// Cell is one cell of a row.
type Cell struct {
	Runs  []Run
	Span  int   // how many columns it takes; 0 and 1 are one
	Align Align // other than Justified: instead of the column's
}

// Callout is text in a frame that must not be overlooked, such as a recovery code, in large bold letters.
// Line ends in Text are kept.
type Callout struct {
	Text   string
	SizePt float64
}

// Signature is one signer: in whose name, in which post, who.
type Signature struct {
	Authority string // "T/M CHI BỘ", bold
	Post      string // "BÍ THƯ"
	Note      string // "(Ký, ghi rõ họ tên)", italic
	Name      string // bold, without titles
}

// Signatures closes a document. It never stands alone on a page: the end of the text before it comes with it.
// With Recipients the left side is that list and only Right signs.
type Signatures struct {
	Left       *Signature
	Right      *Signature
	Recipients []string // "Đảng ủy Công ty (để báo cáo)": marks and punctuation are added
}

// PageBreak begins a new page.
type PageBreak struct{}

func (PartyHead) block()  {}
func (PlainHead) block()  {}
func (Title) block()      {}
func (Heading) block()    {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Table) block()      {}
func (Callout) block()    {}
func (Signatures) block() {}
func (PageBreak) block()  {}

// Plain returns text as one run.
func Plain(text string) []Run { return []Run{{Text: text}} }

// Strong returns text as one bold run.
func Strong(text string) []Run { return []Run{{Text: text, Bold: true}} }

// TextOf returns the text of runs without their styles.
func TextOf(runs []Run) string {
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return b.String()
}

// cellOf returns a table's cell with plain text.
func cellOf(text string) Cell { return Cell{Runs: Plain(text)} }

// rowOf returns a row of plain cells.
func rowOf(texts ...string) Row {
	cells := make([]Cell, len(texts))
	for i, text := range texts {
		cells[i] = cellOf(text)
	}
	return Row{Cells: cells}
}
