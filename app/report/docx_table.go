package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// docxTable writes a ruled table: its head repeats on every page, rows are not split, and the first and last rows are not left alone.
// Signatures that follow are its last row, without rules: LibreOffice keeps rows of one table together, but not a table with what
// comes after it. With nil, keep ties the last row to what comes next.
func (d *docx) docxTable(t Table, keep bool, signed *Signatures) {
	if len(t.Columns) == 0 {
		return
	}
	d.separate()
	g := d.composer.grid(t)
	stops := g.edges
	var left, right docxSide
	if signed != nil {
		left, right = d.signatureSides(*signed)
		stops, left.width = withStop(g.edges, left.width)
	}
	style := styleCell
	if t.Small {
		style = styleCellLow
	}
	// A row's rule takes room of its own in Word, so the space below the text gives way.
	line := max(2, int(math.Round(g.line/ptMM*8)))
	margins := fmt.Sprintf(`<w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%d" w:type="dxa"/><w:right w:w="%[2]d" w:type="dxa"/></w:tblCellMar>`,
		twips(g.padY), twips(g.padX), max(0, twips(g.padY-g.line)))
	var borders strings.Builder
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&borders, `<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, line)
	}
	before := d.para(styleGap)
	before.keep, before.pitchPt = true, max(1, d.profile.Table.BeforePt)
	d.lines(before, nil)
	d.openTable(stops, `<w:tblBorders>`+borders.String()+`</w:tblBorders>`, margins)
	head := Row{Bold: true}
	named := false
	for _, column := range t.Columns {
		head.Cells = append(head.Cells, Cell{Runs: Plain(column.Head), Align: Center})
		named = named || column.Head != ""
	}
	if named {
		d.tableRow(g, head, docxRow{style: style, stops: stops, head: true, keep: len(t.Rows) > 0})
	}
	for i, row := range t.Rows {
		n := len(t.Rows)
		tied := n > 3 && (i == 0 || i == n-2) || keep && i == n-1
		d.tableRow(g, row, docxRow{style: style, stops: stops, keep: tied, split: len(g.row(row, d.height)) > 1})
	}
	if len(t.Rows) == 0 && !named {
		d.tableRow(g, Row{}, docxRow{style: style, stops: stops})
	}
	if signed != nil {
		d.signatureRow(stops, left, right)
	}
	d.closeTable()
}

// separate keeps a table apart from one before it.
func (d *docx) separate() {
	if d.tabled {
		d.gap()
	}
}

func (d *docx) openTable(edges []float64, borders, margins string) {
	width := edges[len(edges)-1] - edges[0]
	fmt.Fprintf(&d.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/>%s</w:tblPr><w:tblGrid>`, twips(width), borders, margins)
	for i := 1; i < len(edges); i++ {
		fmt.Fprintf(&d.out, `<w:gridCol w:w="%d"/>`, twips(edges[i]-edges[i-1]))
	}
	d.out.WriteString(`</w:tblGrid>`)
}

func (d *docx) closeTable() {
	d.out.WriteString(`</w:tbl>`)
	d.tabled = true
}

// docxRow is how a row is set.
type docxRow struct {
	style string
	stops []float64 // edges of the file's grid, of which a cell may take several
	head  bool      // repeated on every page
	keep  bool      // on the same page as the next row
	split bool      // higher than a page: may be cut
}

func (d *docx) tableRow(g grid, row Row, how docxRow) {
	d.out.WriteString(`<w:tr><w:trPr>`)
	if !how.split {
		d.out.WriteString(`<w:cantSplit/>`)
	}
	if how.head {
		d.out.WriteString(`<w:tblHeader/>`)
	}
	d.out.WriteString(`</w:trPr>`)
	for at, i := 0, 0; at < len(g.aligns); i++ {
		cell := Cell{}
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		end := min(at+max(1, cell.Span), len(g.aligns))
		d.tableCell(g, row, cell, at, end, how)
		at = end
	}
	d.out.WriteString(`</w:tr>`)
}

func (d *docx) tableCell(g grid, row Row, cell Cell, from, to int, how docxRow) {
	d.openCell(how.stops, g.edges[from], g.edges[to])
	if row.Shaded {
		shade := d.profile.Table.Shade
		fmt.Fprintf(&d.out, `<w:shd w:val="clear" w:color="auto" w:fill="%02X%02[1]X%02[1]X"/>`, shade)
	}
	p := d.para(how.style)
	p.align, p.keep = g.alignOf(cell, from), how.keep
	if p.align == Center {
		fmt.Fprintf(&d.out, `<w:tcMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%[1]d" w:type="dxa"/></w:tcMar>`, twips(g.padX/2))
	}
	d.out.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	runs := cell.Runs
	if row.Bold {
		runs = bolded(runs)
	}
	if how.head {
		d.lines(p, d.centred(runs, p.sizePt, max(1, g.edges[to]-g.edges[from]-g.padX)))
	} else {
		var lines [][]word
		for _, line := range splitLines(runs) {
			lines = append(lines, d.cleaner.words(line, p.sizePt, d.width))
		}
		d.lines(p, lines)
	}
	d.out.WriteString(`</w:tc>`)
}

// openCell begins a cell between two of the grid's edges.
func (d *docx) openCell(stops []float64, from, to float64) {
	fmt.Fprintf(&d.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(to-from))
	if span := slices.Index(stops, to) - slices.Index(stops, from); span > 1 {
		fmt.Fprintf(&d.out, `<w:gridSpan w:val="%d"/>`, span)
	}
}
