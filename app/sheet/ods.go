package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"sochibo/app"
)

// openODS reads all visible sheets of an OpenDocument spreadsheet (ODF 1.2, part 1, chapter 9). measureZip went before.
func openODS(ctx context.Context, name string, data []byte, progress Progress) (*workbook, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, app.WrapError(err, CodeDamaged, "name", name)
	}
	if manifest, err := odsPart(archive, "META-INF/manifest.xml"); err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
		return nil, app.NewError(CodePassword, "name", name)
	}
	content, err := odsPart(archive, "content.xml")
	if err != nil {
		return nil, app.WrapError(err, CodeDamaged, "name", name)
	}
	reader := &odsReader{name: name, decoder: xml.NewDecoder(bytes.NewReader(content)), hiddenStyles: map[string]bool{}, book: &workbook{name: name}, size: len(content), progress: progress}
	if err := reader.read(ctx); err != nil {
		return nil, err
	}
	return reader.book, nil
}

func odsPart(archive *zip.Reader, name string) ([]byte, error) {
	file, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxInnerSize))
	return data, errors.Join(err, file.Close())
}

// odsReader reads the sheets out of content.xml.
type odsReader struct {
	name         string
	decoder      *xml.Decoder
	hiddenStyles map[string]bool // styles of sheets that are not shown
	style        string          // of the definition that is being read
	book         *workbook
	grid         *grid // the sheet that is being read; nil outside and in hidden ones
	column       int   // of the next column definition
	empty        int   // rows without content that were met and not yet added
	filled       int
	tokens       int
	size         int
	progress     Progress
}

func (r *odsReader) read(ctx context.Context) error {
	for {
		token, err := r.decoder.Token()
		if errors.Is(err, io.EOF) {
			return stopped(ctx)
		}
		if err != nil {
			return app.WrapError(err, CodeDamaged, "name", r.name)
		}
		if r.tokens++; r.tokens%4096 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
			if r.progress != nil {
				r.progress(int(r.decoder.InputOffset()), r.size)
			}
		}
		switch e := token.(type) {
		case xml.StartElement:
			err = r.start(e)
		case xml.EndElement:
			if e.Name.Local == "table" {
				r.grid = nil
			}
		}
		if err != nil {
			return damagedBy(err, r.name)
		}
	}
}

func (r *odsReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "style":
		r.style = attribute(e, "name")
	case "table-properties":
		if attribute(e, "display") == "false" {
			r.hiddenStyles[r.style] = true
		}
	case "table":
		if !r.hiddenStyles[attribute(e, "style-name")] {
			r.grid = &grid{name: attribute(e, "name"), typed: true, hidden: map[int]bool{}, base: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)}
			r.book.grids = append(r.book.grids, r.grid)
		}
		r.column, r.empty, r.filled = 0, 0, 0
	case "table-column":
		r.defineColumns(e)
	case "table-row":
		return r.row(e)
	}
	return nil
}

// repeated returns how often an element stands for itself, at most limit times.
func repeated(e xml.StartElement, name string, limit int) int {
	n, err := strconv.Atoi(attribute(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

func (r *odsReader) defineColumns(e xml.StartElement) {
	n := repeated(e, "number-columns-repeated", maxColumns)
	if visibility := attribute(e, "visibility"); r.grid != nil && (visibility == "collapse" || visibility == "filter") {
		for c := r.column; c < min(r.column+n, maxColumns); c++ {
			r.grid.hidden[c] = true
		}
	}
	r.column = min(r.column+n, maxColumns)
}

// row reads one row. Rows without content count only when content follows them.
func (r *odsReader) row(e xml.StartElement) error {
	row, err := r.cells()
	if err != nil || r.grid == nil {
		return err
	}
	n := repeated(e, "number-rows-repeated", 5*MaxRows)
	if len(row) == 0 {
		r.empty = min(r.empty+n, 5*MaxRows)
		return nil
	}
	if r.filled += n; r.filled > MaxRows {
		return app.NewError(CodeTooManyRows, "name", r.name, "limit", MaxRows)
	}
	if err := r.book.spend(r.empty + n + n*len(row)); err != nil {
		return err
	}
	r.grid.rows = append(r.grid.rows, make([][]string, r.empty)...)
	r.empty = 0
	for range n {
		r.grid.rows = append(r.grid.rows, slices.Clone(row))
	}
	return nil
}

// cells reads to the end of a row.
func (r *odsReader) cells() ([]string, error) {
	var row []string
	column := 0
	for {
		token, err := r.decoder.Token()
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.EndElement:
			if e.Name.Local == "table-row" {
				return row, nil
			}
		case xml.StartElement:
			if e.Name.Local != "table-cell" && e.Name.Local != "covered-table-cell" {
				continue
			}
			value, err := r.cell(e)
			if err != nil {
				return nil, err
			}
			next := min(column+repeated(e, "number-columns-repeated", maxColumns), maxColumns)
			if value != "" {
				row = append(row, make([]string, max(column-len(row), 0))...)
				for range next - column {
					row = append(row, value)
				}
			}
			column = next
		}
	}
}

// cell reads to the end of a cell and returns its value: a number or a date as stored, else the text as shown.
func (r *odsReader) cell(e xml.StartElement) (string, error) {
	text, err := r.paragraphs(e.Name.Local)
	if err != nil {
		return "", err
	}
	switch attribute(e, "value-type") {
	case "float", "percentage", "currency":
		return attribute(e, "value"), nil
	case "date":
		return attribute(e, "date-value"), nil
	case "string":
		if stored := attribute(e, "string-value"); stored != "" && text == "" {
			return stored, nil
		}
	}
	return text, nil
}

// paragraphs reads the text of a cell, one line per paragraph. Comments on the cell are passed over.
func (r *odsReader) paragraphs(until string) (string, error) {
	var lines []string
	var line strings.Builder
	inParagraph := 0
	for {
		token, err := r.decoder.Token()
		if err != nil {
			return "", err
		}
		switch e := token.(type) {
		case xml.CharData:
			if inParagraph > 0 {
				line.Write(e)
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "annotation":
				if err := r.decoder.Skip(); err != nil {
					return "", err
				}
			case "p":
				inParagraph++
			case "s":
				line.WriteString(strings.Repeat(" ", repeated(e, "c", 100)))
			case "tab":
				line.WriteByte('\t')
			case "line-break":
				line.WriteByte('\n')
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "p":
				inParagraph--
				lines = append(lines, line.String())
				line.Reset()
			case until:
				return strings.Join(lines, "\n"), nil
			}
		}
	}
}
