package sheet

import (
	"context"
	"encoding/binary"
	"math"
	"strconv"
	"time"

	"sochibo/app"
)

// openXLS reads all visible sheets of a workbook stream. One older than Excel 97 gives CodeOldExcel.
func openXLS(ctx context.Context, name string, stream []byte, progress Progress) (*workbook, error) {
	x := &xlsBook{name: name, stream: stream, base: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)}
	if err := x.readGlobals(); err != nil {
		return nil, err
	}
	book := &workbook{name: name}
	for _, sheet := range x.sheets {
		g := &grid{name: sheet.name, typed: true, base: x.base, hidden: map[int]bool{}}
		reader := xlsSheet{book: x, cells: book, grid: g, records: biffReader{stream: stream, at: sheet.at}}
		if err := reader.read(ctx, progress); err != nil {
			return nil, err
		}
		book.grids = append(book.grids, g)
	}
	return book, nil
}

// xlsBook is what the sheets of a workbook share.
type xlsBook struct {
	name   string
	stream []byte
	texts  []string
	base   time.Time
	sheets []xlsPlace
}

// xlsPlace is where a sheet begins in the stream.
type xlsPlace struct {
	name string
	at   int
}

// readGlobals reads the part of the stream before the sheets.
func (x *xlsBook) readGlobals() error {
	records := biffReader{stream: x.stream}
	damaged := app.NewError(CodeDamaged, "name", x.name)
	first, ok := records.next()
	if !ok || first.kind != biffBOF || len(first.data()) < 4 {
		return damaged
	}
	if version := binary.LittleEndian.Uint16(first.data()); version != 0x0600 {
		return app.NewError(CodeOldExcel, "name", x.name)
	}
	for {
		record, ok := records.next()
		if !ok {
			return damaged
		}
		var err error
		switch record.kind {
		case biffEOF:
			return nil
		case biffFilePass:
			return app.NewError(CodePassword, "name", x.name)
		case biffDateMode:
			if data := record.data(); len(data) >= 2 && data[0] == 1 {
				x.base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
			}
		case biffSST:
			x.texts, err = sharedTexts(record)
		case biffBoundSheet:
			err = x.addSheet(record.data())
		}
		if err != nil {
			return app.WrapError(err, CodeDamaged, "name", x.name)
		}
	}
}

// addSheet notes a visible worksheet.
func (x *xlsBook) addSheet(data []byte) error {
	if len(data) < 8 {
		return errBIFF
	}
	if visible, worksheet := data[4]&3 == 0, data[5] == 0; !visible || !worksheet {
		return nil
	}
	b := &biffBytes{parts: [][]byte{data[7:]}}
	name, err := b.text(int(data[6]))
	x.sheets = append(x.sheets, xlsPlace{name: name, at: int(binary.LittleEndian.Uint32(data))})
	return err
}

// xlsSheet reads the cells of one sheet.
type xlsSheet struct {
	book    *xlsBook
	cells   *workbook // counts them
	grid    *grid
	records biffReader
	row     int // of the formula whose text comes in the next record, with column; -1 for none
	column  int
}

func (s *xlsSheet) read(ctx context.Context, progress Progress) error {
	first, ok := s.records.next()
	if !ok || first.kind != biffBOF {
		return app.NewError(CodeDamaged, "name", s.book.name)
	}
	s.row = -1
	for depth, count := 1, 0; depth > 0; count++ {
		record, ok := s.records.next()
		if !ok {
			return app.NewError(CodeDamaged, "name", s.book.name)
		}
		switch record.kind {
		case biffBOF: // a chart within the sheet
			depth++
		case biffEOF:
			depth--
		default:
			if depth > 1 {
				continue
			}
			if err := s.take(record); err != nil {
				return damagedBy(err, s.book.name)
			}
		}
		if count%4096 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
			if progress != nil {
				progress(s.records.at, len(s.book.stream))
			}
		}
	}
	return stopped(ctx)
}

// damagedBy returns CodeDamaged for a fault that has no code of its own.
func damagedBy(err error, name string) error {
	if app.CodeOf(err) != app.CodeInternal {
		return err
	}
	return app.WrapError(err, CodeDamaged, "name", name)
}

// take reads one record of a sheet. Records that hold no cell are passed over.
func (s *xlsSheet) take(record biffRecord) error {
	data := record.data()
	if record.kind == biffColInfo {
		return s.hideColumns(data)
	}
	if record.kind == biffString {
		return s.formulaText(record)
	}
	if !holdsCell(record.kind) {
		return nil
	}
	if len(data) < 8 {
		return errBIFF
	}
	row, column := int(binary.LittleEndian.Uint16(data)), int(binary.LittleEndian.Uint16(data[2:]))
	switch record.kind {
	case biffLabelSST:
		return s.sharedText(row, column, data)
	case biffLabel, biffRString:
		b := &biffBytes{parts: append([][]byte{data[8:]}, record.parts[1:]...)}
		text, err := b.text(int(binary.LittleEndian.Uint16(data[6:])))
		if err != nil {
			return err
		}
		return s.put(row, column, text)
	case biffRK:
		return s.shortNumber(row, column, data[6:])
	case biffMulRK:
		for at := 4; at+6 <= len(data)-2; at += 6 {
			if err := s.shortNumber(row, column, data[at+2:]); err != nil {
				return err
			}
			column++
		}
	case biffNumber, biffFormula:
		return s.number(row, column, data, record.kind == biffFormula)
	case biffBoolErr:
		if data[7] == 0 {
			return s.put(row, column, strconv.Itoa(int(data[6])))
		}
	}
	return nil
}

func holdsCell(kind uint16) bool {
	switch kind {
	case biffLabelSST, biffLabel, biffRString, biffRK, biffMulRK, biffNumber, biffFormula, biffBoolErr:
		return true
	}
	return false
}

func (s *xlsSheet) hideColumns(data []byte) error {
	if len(data) < 10 {
		return errBIFF
	}
	if data[8]&1 == 0 {
		return nil
	}
	first, last := int(binary.LittleEndian.Uint16(data)), int(binary.LittleEndian.Uint16(data[2:]))
	for c := first; c <= min(last, maxColumns); c++ {
		s.grid.hidden[c] = true
	}
	return nil
}

func (s *xlsSheet) sharedText(row, column int, data []byte) error {
	if len(data) < 10 {
		return errBIFF
	}
	index := int(binary.LittleEndian.Uint32(data[6:]))
	if index >= len(s.book.texts) {
		return errBIFF
	}
	return s.put(row, column, s.book.texts[index])
}

func (s *xlsSheet) shortNumber(row, column int, data []byte) error {
	if len(data) < 4 {
		return errBIFF
	}
	return s.put(row, column, strconv.FormatFloat(rkNumber(binary.LittleEndian.Uint32(data)), 'f', -1, 64))
}

// number reads a number, or the last result of a formula: a number, or a text that the next record holds. Truth values
// and errors are nothing.
func (s *xlsSheet) number(row, column int, data []byte, formula bool) error {
	if len(data) < 14 {
		return errBIFF
	}
	s.row = -1
	if formula && data[12] == 0xFF && data[13] == 0xFF {
		if data[6] == 0 {
			s.row, s.column = row, column
		}
		return nil
	}
	value := math.Float64frombits(binary.LittleEndian.Uint64(data[6:]))
	if math.IsNaN(value) || math.Abs(value) > 1e21 {
		return nil
	}
	return s.put(row, column, strconv.FormatFloat(value, 'f', -1, 64))
}

func (s *xlsSheet) formulaText(record biffRecord) error {
	if s.row < 0 {
		return nil
	}
	b := &biffBytes{parts: record.parts}
	length, err := b.uint16()
	if err != nil {
		return err
	}
	text, err := b.text(length)
	if err != nil {
		return err
	}
	row := s.row
	s.row = -1
	return s.put(row, s.column, text)
}

func (s *xlsSheet) put(row, column int, text string) error {
	if column >= maxColumns || text == "" {
		return nil
	}
	if missing := row + 1 - len(s.grid.rows); missing > 0 {
		if err := s.cells.spend(missing); err != nil {
			return err
		}
		s.grid.rows = append(s.grid.rows, make([][]string, missing)...)
	}
	if missing := column + 1 - len(s.grid.rows[row]); missing > 0 {
		if err := s.cells.spend(missing); err != nil {
			return err
		}
		s.grid.rows[row] = append(s.grid.rows[row], make([]string, missing)...)
	}
	s.grid.rows[row][column] = text
	return nil
}
