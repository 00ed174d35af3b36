package desk

import (
	"context"
	"fmt"
	"strconv"

	"sochibo/app"
	"sochibo/app/sheet"
	"sochibo/store"
)

// ExportMatrix writes the cells × months of Matrix as an Excel file. Errors: those of Matrix, CodeFileUnwrite.
func (d *Desk) ExportMatrix(ctx context.Context, month app.Month, count int, path string) error {
	matrix, err := d.Matrix(ctx, month, count)
	if err != nil {
		return err
	}
	table := sheet.Plain{Titles: []string{matrix.Name, "TÌNH HÌNH NỘP BÁO CÁO ĐẾN THÁNG " + month.String()},
		Columns: []sheet.PlainColumn{{Heading: "TT", Width: 5, Centred: true}, {Heading: "Mã", Width: 10}, {Heading: "Chi bộ", Width: 36}, {Heading: "Đảng viên", Width: 10, Centred: true}}}
	for _, m := range matrix.Months {
		table.Columns = append(table.Columns, sheet.PlainColumn{Heading: fmt.Sprintf("T%d/%d", m.Number(), m.Year()), Width: 16, Centred: true})
	}
	table.Columns = append(table.Columns, sheet.PlainColumn{Heading: "Đúng hạn", Width: 10, Centred: true})
	for i, row := range matrix.Rows {
		line := []string{strconv.Itoa(i + 1), row.Cell.Code, row.Cell.Name, strconv.Itoa(row.Members)}
		for _, at := range row.Months {
			line = append(line, printedState(at))
		}
		table.Rows = append(table.Rows, append(line, fmt.Sprintf("%d/%d", row.OnTime.Part, row.OnTime.Whole)))
	}
	return d.exportTable(ctx, path, "matrix", table)
}

// exportTable writes a table and logs that it left the book.
func (d *Desk) exportTable(ctx context.Context, path, what string, table sheet.Plain) error {
	data, err := sheet.PlainFile(table)
	if err != nil {
		return err
	}
	if err := writeWhole(path, data); err != nil {
		return err
	}
	return d.update(ctx, "export "+what, func(tx *store.Tx) error { return tx.LogAccess("export", what) })
}

// printedState writes a cell's month as a printed table has it.
func printedState(at MatrixCell) string {
	words := map[CellMonthState]string{CellMissing: "Chưa nộp", CellReceived: "Đã nhận", CellAccepted: "Chấp nhận", CellReturned: "Trả lại"}[at.State]
	if at.ByHand {
		words = "Nhập tay"
	}
	if at.LateDays > 0 {
		words += fmt.Sprintf(", trễ %d ngày", at.LateDays)
	}
	return words
}
