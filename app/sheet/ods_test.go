package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"sochibo/app"
)

const odsHead = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`

const odsFoot = `</office:spreadsheet></office:body></office:document-content>`

// ods returns an OpenDocument spreadsheet with the given sheets.
func ods(t testing.TB, sheets string) []byte {
	t.Helper()
	return archive(t, map[string][]byte{"mimetype": []byte("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": []byte(odsHead + sheets + odsFoot)})
}

func odsText(text string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + strings.ReplaceAll(text, "\n", "</text:p><text:p>") + `</text:p></table:table-cell>`
}

func TestAnOpenDocumentSpreadsheet(t *testing.T) {
	data := ods(t, `<table:table table:name="Ẩn" table:style-name="ta2"><table:table-row>`+odsText("Họ và tên")+odsText("Ngày sinh")+odsText("Số thẻ")+odsText("CCCD")+`</table:table-row></table:table>`+
		`<table:table table:name="Danh sách"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1000"/>`+
		`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`+
		`<table:table-header-rows><table:table-row>`+odsText("Họ và tên\nHọ và tên khai sinh")+odsText("Ngày sinh")+odsText("Số CCCD")+odsText("Số thẻ")+odsText("Văn hóa")+odsText("Ghi chú")+`</table:table-row></table:table-header-rows>`+
		`<table:table-row>`+odsText("NGUYỄN THỊ ÉN\nNguyễn Thị Yến")+
		`<table:table-cell office:value-type="date" office:date-value="1983-10-30"><office:annotation><text:p>hỏi lại</text:p></office:annotation><text:p>30/10/83</text:p></table:table-cell>`+
		`<table:table-cell office:value-type="string"><text:p>000183002187</text:p></table:table-cell>`+
		`<table:table-cell office:value-type="float" office:value="3140218"><text:p>3.140.218</text:p></table:table-cell>`+
		`<table:table-cell office:value-type="date" office:date-value="2026-12-12"><text:p>12-thg 12</text:p></table:table-cell>`+
		`<table:table-cell office:value-type="string"><text:p>Tổ <text:span>trưởng</text:span><text:s text:c="3"/>chuyền 5</text:p></table:table-cell></table:table-row>`+
		`<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`)
	table, err := ReadMembersFrom(context.Background(), "a.ods", bytes.NewReader(data), int64(len(data)), MemberOptions{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	want := app.Member{FullName: "Nguyễn Thị Én", BirthName: "Nguyễn Thị Yến", BornOn: "1983-10-30", PartyCardNo: "03140218", Schooling: "12/12", Note: "Tổ trưởng chuyền 5"}
	if len(table.Rows) != 1 || table.Rows[0].Row != 4 || fmt.Sprint(table.Rows[0].Member) != fmt.Sprint(want) {
		t.Errorf("rows %+v", table.Rows)
	}
	if len(table.Sheets) != 1 || table.Sheet != "Danh sách" {
		t.Errorf("sheets %v", table.Sheets)
	}
}

func TestOpenDocumentSpreadsheetsThatAreRefused(t *testing.T) {
	filled := `<table:table table:name="A"><table:table-row table:number-rows-repeated="%d">` + odsText("x") + `<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="%d"/></table:table-row></table:table>`
	locked := archive(t, map[string][]byte{"mimetype": []byte("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": []byte("\x01\x02"),
		"META-INF/manifest.xml": []byte(`<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>`)})
	for what, test := range map[string]struct {
		data []byte
		want app.Code
	}{
		"too many rows":     {ods(t, fmt.Sprintf(filled, MaxRows+1, 1)), CodeTooManyRows},
		"too many cells":    {ods(t, fmt.Sprintf(filled, MaxRows, 199)), CodeInnerSize},
		"a password":        {locked, CodePassword},
		"XML that ends":     {ods(t, "<table:table><table:table-row>")[:0], CodeDamaged},
		"XML that is wrong": {ods(t, "<table:table><table:table-row></x>"), CodeDamaged},
		"a text document":   {archive(t, map[string][]byte{"mimetype": []byte("application/vnd.oasis.opendocument.text"), "content.xml": []byte("<x/>")}), CodeNotTable},
	} {
		if _, err := ReadMembersFrom(context.Background(), "a.ods", bytes.NewReader(test.data), int64(len(test.data)), MemberOptions{Today: today}); app.CodeOf(err) != test.want {
			t.Errorf("a spreadsheet with %s: %v, want %s", what, err, test.want)
		}
	}
}

// FuzzOpenDocument reads any bytes as the content of an OpenDocument spreadsheet.
func FuzzOpenDocument(f *testing.F) {
	f.Add([]byte(odsHead + `<table:table table:name="A"><table:table-row>` + odsText("Họ và tên") + `</table:table-row></table:table>` + odsFoot))
	f.Add([]byte(`<table><table-column number-columns-repeated="-1" visibility="collapse"/><table-row number-rows-repeated="999999999"><table-cell number-columns-repeated="99999999" value-type="float" value="1"/></table-row></table>`))
	f.Fuzz(func(t *testing.T, content []byte) {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		part, err := w.CreateHeader(&zip.FileHeader{Name: "content.xml", Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(content); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if book, err := openODS(context.Background(), "a.ods", b.Bytes(), nil); err == nil && book.cells > maxCells {
			t.Errorf("%d cells", book.cells)
		}
	})
}
