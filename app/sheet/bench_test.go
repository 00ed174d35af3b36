package sheet

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
)

// largeList returns an Excel file with 10,000 members.
func largeList(b *testing.B) []byte {
	b.Helper()
	members := make([]app.Member, 10_000)
	for i := range members {
		members[i] = app.Member{FullName: fmt.Sprintf("Nguyễn Thị %c%c", 'A'+i%26, 'a'+i/26%26), Kind: app.Official, BornOn: app.Date("1980-01-01").AddDays(i % 5000),
			CitizenID: fmt.Sprintf("0001%08d", i), PartyCardNo: fmt.Sprintf("%08d", 31400000+i), AdmittedOn: "2010-02-03", Occupation: "Công nhân chuyền 1",
			NativePlace: "Xã Kiến Xương Trung, tỉnh Hưng Yên", Phone: "0900000000", Schooling: "12/12", Note: "Ghi chú"}
	}
	var data bytes.Buffer
	if err := WriteMembers(&data, members, WriteOptions{Today: today}); err != nil {
		b.Fatal(err)
	}
	return data.Bytes()
}

// BenchmarkImport reads 10,000 members and compares them with a book that has them all.
func BenchmarkImport(b *testing.B) {
	data := largeList(b)
	for b.Loop() {
		table, err := ReadMembersFrom(context.Background(), "a.xlsx", bytes.NewReader(data), int64(len(data)), MemberOptions{Today: today})
		if err != nil {
			b.Fatal(err)
		}
		if counts := app.CountImport(app.MatchMembers(nil, table.Rows, app.MatchOptions{Today: today})); counts.New != 10_000 {
			b.Fatalf("%+v", counts)
		}
	}
}

// BenchmarkExcelizeAlone reads the same file and does nothing with it.
func BenchmarkExcelizeAlone(b *testing.B) {
	data := largeList(b)
	for b.Loop() {
		file, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		if rows, err := file.GetRows(file.GetSheetName(0)); err != nil || len(rows) != 10_001 {
			b.Fatal(len(rows), err)
		}
	}
}
