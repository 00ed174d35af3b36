package desk

import (
	"bytes"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/app/sheet"
)

// CodeNoTable: a document without a table is asked for as an Excel file; Values: kind.
const CodeNoTable app.Code = "no_table"

// Format is a file format of documents.
type Format string

// Formats of documents.
const (
	PDF  Format = "pdf"
	DOCX Format = "docx" // Word
	XLSX Format = "xlsx" // Excel, for documents that are tables
)

// Formats are all of them.
var Formats = []Format{PDF, DOCX, XLSX}

// FileName is the proposed name of the document's file in a format.
func (p Paper) FileName(format Format) string { return p.Name + "." + string(format) }

// Bytes returns the document in a format. Errors: CodeNoTable for an Excel file of running text, app.CodeInvalid for an unknown format.
func (p Paper) Bytes(format Format) ([]byte, error) {
	var b bytes.Buffer
	switch format {
	case PDF:
		return p.PDF()
	case DOCX:
		err := p.Laid.DOCX(&b)
		return b.Bytes(), err
	case XLSX:
		return p.sheet()
	}
	return nil, app.NewError(app.CodeInvalid, "field", "format", "value", string(format))
}

// HasTable reports whether the document can be written as an Excel file.
func (p Paper) HasTable() bool {
	switch p.Ref.Kind {
	case app.ReportScoreSheet, app.ReportPoints, app.ReportMembers, app.ReportCriteria, app.ReportRollUp, app.ReportReconciliation, app.ReportRollCall,
		app.ReportYearPlan, app.ReportRegister, app.ReportRatingForm, app.ReportRatingCount, app.ReportRatingSummary:
		return true
	}
	return false
}

// sheet writes the document's tables as one Excel sheet below its titles.
func (p Paper) sheet() ([]byte, error) {
	if !p.HasTable() {
		return nil, app.NewError(CodeNoTable, "kind", string(p.Ref.Kind))
	}
	doc := p.Laid.Document()
	var table sheet.Plain
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case report.PartyHead:
			table.Titles = append(table.Titles, b.Superior, b.Body)
		case report.Title:
			table.Titles = append(table.Titles, b.Type, b.Subject)
		case report.Table:
			if len(table.Columns) == 0 {
				addTable(&table, b)
			}
		}
	}
	return sheet.PlainFile(table)
}

// addTable adds the first table of a document; its column widths are about characters of its small letters.
func addTable(table *sheet.Plain, t report.Table) {
	const mmPerCharacter = 1.9
	for _, column := range t.Columns {
		table.Columns = append(table.Columns, sheet.PlainColumn{Heading: column.Head, Width: max(5, column.Width/mmPerCharacter), Centred: column.Align == report.Center})
	}
	for _, row := range t.Rows {
		cells := make([]string, len(t.Columns))
		at := 0
		for _, cell := range row.Cells {
			if at < len(cells) {
				cells[at] = report.TextOf(cell.Runs)
			}
			at += max(1, cell.Span)
		}
		table.Rows = append(table.Rows, cells)
	}
}
