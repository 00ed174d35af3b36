package desk

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// duesWayNames are the ways of paying as lists on paper have them. Documents are always Vietnamese.
var duesWayNames = map[app.DuesWay]string{app.Cash: "Tiền mặt", app.Transfer: "Chuyển khoản", app.Portal: "Cổng dịch vụ công"}

// ExportDues writes the register of dues of a month as the ending of path says: .xlsx, .csv or .pdf. It is entered in the access log.
// Errors: sheet.CodeEnding, CodeNoDues where the book does not keep dues, those of writing a file.
func (d *Desk) ExportDues(ctx context.Context, month app.Month, path string) error {
	register, err := d.Dues(ctx, month)
	if err != nil {
		return err
	}
	if !register.Kept {
		return app.NewError(CodeNoDues)
	}
	var book memberBook
	err = d.view(ctx, func(tx *store.Tx) error {
		book, err = d.readMemberBook(tx, nil)
		return err
	})
	if err != nil {
		return err
	}
	data, err := book.plainFile(register.list(), path)
	if err != nil {
		return err
	}
	if err := writeWhole(path, data); err != nil {
		return err
	}
	return d.update(ctx, "export dues", func(tx *store.Tx) error {
		return tx.LogAccess("export", fmt.Sprintf("dues %s %d %s", month, len(register.Rows), strings.ToLower(filepath.Ext(path))))
	})
}

// list is the register of dues as a list: amounts in đồng.
func (l DuesMonth) list() plainList {
	list := plainList{sheet: "Đảng phí", title: "Sổ thu đảng phí", subject: "tháng " + l.Month.String(), upright: true,
		columns: []listColumn{{"TT", 5, 10, true}, {"Họ và tên", 26, 46, false}, {"Phải đóng (đồng)", 14, 23, true}, {"Đã đóng (đồng)", 14, 23, true}, {"Ngày đóng", 12, 23, true},
			{"Cách đóng", 18, 25, false}, {"Tháng chưa đóng", 20, 20, false}}}
	due := 0
	for i, r := range l.Rows {
		var unpaid []string
		for _, month := range r.Unpaid {
			unpaid = append(unpaid, fmt.Sprintf("T%d", month.Number()))
		}
		due += r.Entry.Due
		list.rows = append(list.rows, []any{i + 1, r.Name, amount(r.Entry.Due), amount(r.Entry.Paid), r.Entry.PaidOn, duesWayNames[r.Entry.Way], strings.Join(unpaid, ", ")})
	}
	list.rows = append(list.rows, []any{nil, "Cộng", amount(due), amount(l.Sum), nil, nil, nil})
	list.closing = fmt.Sprintf("%d trong %d đồng chí đã đóng đảng phí tháng %s.", l.Paid, len(l.Rows), l.Month)
	return list
}

// amount is a number of đồng in a list; nothing for none.
func amount(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
