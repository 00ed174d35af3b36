package sheet

import (
	"context"
	"testing"

	"sochibo/app"
)

// FuzzFrameworkTable feeds tables of frameworks: whatever they hold gives a framework that can be encoded and settled, or an error with a code.
func FuzzFrameworkTable(f *testing.F) {
	head := "Dòng,Số,Nội dung,Điểm,Cách chấm,Từ,Minh chứng,Không áp dụng\n"
	for _, rows := range []string{
		"Khung,Mã,A,,,,,\nNhóm,I,x,,,,,\nTiêu chí,,c,\"4,5\",Chọn mức,,,Đủ điểm\nMức điểm,,Đủ,\"4,5\",,,,\nXếp loại,,Đạt,,,80,,\nĐiểm liệt,,Khai sai,,,,,\n",
		"Nhóm,I,x,,,,,\nTiêu chí,,c,,Cộng mục,,,\nMục,,i,1,Tự tính: meeting.minutes,,p,\nMức điểm,,từ,1,,90,,\nMức điểm,,dưới,0,,0,,\n",
		"Khung,Từ ngày,46023,,,,,\nKhung,Đến ngày,31/12/2026,,,,,\n", "Mức điểm,,x,1,,,,\n", "Mục,,x,-1/3,Đánh dấu,,,\n",
	} {
		f.Add([]byte(head + rows))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		framework, err := frameworkIn(context.Background(), "khung.csv", data)
		if err != nil {
			if app.CodeOf(err) == app.CodeInternal {
				t.Fatalf("no code: %v", err)
			}
			return
		}
		framework.Settle(nil)
		body, err := framework.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := app.ParseFramework(body); err != nil && app.CodeOf(err) == app.CodeInternal {
			t.Fatal(err)
		}
	})
}
