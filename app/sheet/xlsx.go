package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
)

const maxParts = 10_000 // parts of an Excel file; real ones have some dozens

// openZip reads an Excel file or an OpenDocument spreadsheet. It is measured first.
func openZip(ctx context.Context, name string, data []byte, progress Progress) (*workbook, error) {
	openDocument, err := measureZip(name, data)
	switch {
	case err != nil:
		return nil, err
	case openDocument:
		return openODS(ctx, name, data, progress)
	}
	return openXLSX(ctx, name, data, progress)
}

// openXLSX reads all visible sheets of an Excel file that was measured. The reader keeps to the same limit, holds
// everything in memory and leaves no copy of personal data in a temporary folder.
func openXLSX(ctx context.Context, name string, data []byte, progress Progress) (book *workbook, err error) {
	defer func() {
		// A library that reads what others wrote may meet what it did not expect.
		if fault := recover(); fault != nil {
			book, err = nil, app.WrapError(fmt.Errorf("reader failed: %v", fault), CodeDamaged, "name", name)
		}
	}()
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: MaxInnerSize, UnzipXMLSizeLimit: MaxInnerSize})
	if err != nil {
		return nil, app.WrapError(err, CodeDamaged, "name", name)
	}
	defer func() { _ = file.Close() }() // nothing was written
	book = &workbook{name: name}
	parts := sheetParts(file)
	for _, sheetName := range file.GetSheetList() {
		if visible, err := file.GetSheetVisible(sheetName); err == nil && !visible {
			continue
		}
		if err := readSheet(ctx, book, file, sheetName, parts[sheetName], progress); err != nil {
			return nil, err
		}
	}
	return book, nil
}

// measureZip refuses an archive that is no spreadsheet, is cut off, or would unpack to more than the limit, and says
// whether it is an OpenDocument spreadsheet.
func measureZip(name string, data []byte) (openDocument bool, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false, app.WrapError(err, CodeDamaged, "name", name)
	}
	var total uint64
	parts := map[string]bool{}
	for _, part := range archive.File {
		if part.UncompressedSize64 > MaxInnerSize {
			return false, app.NewError(CodeInnerSize, "name", name, "limit", MaxInnerSize)
		}
		total += part.UncompressedSize64
		parts[strings.ToLower(part.Name)] = true
	}
	if kind, err := odsPart(archive, "mimetype"); err == nil {
		openDocument = parts["content.xml"] && bytes.Contains(kind, []byte("opendocument.spreadsheet"))
	}
	switch {
	case total > MaxInnerSize || len(archive.File) > maxParts:
		return false, app.NewError(CodeInnerSize, "name", name, "limit", MaxInnerSize)
	case parts["xl/workbook.bin"]:
		return false, app.NewError(CodeOldExcel, "name", name)
	case !openDocument && !parts["xl/workbook.xml"]:
		return false, app.NewError(CodeNotTable, "name", name)
	}
	return openDocument, nil
}

// readSheet reads one sheet and adds it to the book.
func readSheet(ctx context.Context, book *workbook, file *excelize.File, sheetName, part string, progress Progress) error {
	g := &grid{name: sheetName, typed: true, base: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
		g.base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	expected := 0
	if content, found := file.Pkg.Load(part); found {
		xmlText, _ := content.([]byte)
		if !wholeSheet(xmlText) {
			return app.NewError(CodeDamaged, "name", book.name)
		}
		g.hidden, expected = sheetHead(xmlText)
	}
	rows, err := file.Rows(sheetName)
	if err != nil {
		return app.WrapError(err, CodeDamaged, "name", book.name)
	}
	for filled := 0; rows.Next(); {
		row, err := rows.Columns()
		if err != nil {
			return app.WrapError(err, CodeDamaged, "name", book.name)
		}
		if len(row) > 0 {
			filled++
		}
		if filled > MaxRows {
			return app.NewError(CodeTooManyRows, "name", book.name, "limit", MaxRows)
		}
		row = cut(row)
		for i, text := range row {
			row[i] = book.intern(text)
		}
		g.rows = append(g.rows, row)
		if err := book.spend(1 + len(g.rows[len(g.rows)-1])); err != nil {
			return err
		}
		if len(g.rows)%256 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
			if progress != nil {
				progress(len(g.rows), max(expected, len(g.rows)))
			}
		}
	}
	if err := rows.Error(); err != nil {
		return app.WrapError(err, CodeDamaged, "name", book.name)
	}
	book.grids = append(book.grids, g)
	return stopped(ctx)
}

// cut keeps the first columns of a very wide row and lets go of the rest.
func cut(row []string) []string {
	if len(row) > maxColumns {
		return slices.Clone(row[:maxColumns])
	}
	return row
}

// wholeSheet reports whether a sheet's XML ends as it should: the reader takes what is there and does not complain.
func wholeSheet(content []byte) bool {
	return bytes.HasSuffix(bytes.TrimRight(content, " \r\n\t\x00"), []byte("worksheet>"))
}

var dimensionPattern = regexp.MustCompile(`\d+$`)

// sheetHead reads what stands before the rows of a sheet: hidden columns, and the number of rows that it says it has.
func sheetHead(content []byte) (hidden map[int]bool, rows int) {
	hidden = map[int]bool{}
	decoder := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := decoder.Token()
		if err != nil {
			return hidden, rows
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "sheetData":
			return hidden, rows
		case "dimension":
			rows, _ = strconv.Atoi(dimensionPattern.FindString(attribute(start, "ref")))
		case "col":
			hideColumns(hidden, start)
		}
	}
}

func hideColumns(hidden map[int]bool, col xml.StartElement) {
	first, err1 := strconv.Atoi(attribute(col, "min"))
	last, err2 := strconv.Atoi(attribute(col, "max"))
	value := attribute(col, "hidden")
	if err1 != nil || err2 != nil || first < 1 || value != "1" && value != "true" {
		return
	}
	for c := first; c <= min(last, maxColumns); c++ {
		hidden[c-1] = true
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// sheetParts returns the name of the part that holds each sheet.
func sheetParts(file *excelize.File) map[string]string {
	targets := map[string]string{}
	eachElement(file, "xl/_rels/workbook.xml.rels", "Relationship", func(e xml.StartElement) {
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		targets[attribute(e, "Id")] = strings.TrimPrefix(target, "/")
	})
	parts := map[string]string{}
	eachElement(file, "xl/workbook.xml", "sheet", func(e xml.StartElement) {
		parts[attribute(e, "name")] = targets[attribute(e, "id")]
	})
	return parts
}

func eachElement(file *excelize.File, part, name string, visit func(xml.StartElement)) {
	content, _ := file.Pkg.Load(part)
	data, _ := content.([]byte)
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			visit(start)
		}
	}
}
