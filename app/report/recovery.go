package report

import (
	"strings"

	"sochibo/app"
)

// RecoveryPaper is what the recovery sheet of a book is made of. It is the only paper that holds the code: whoever makes
// it prints it and keeps no file.
type RecoveryPaper struct {
	Name string // of the cell or committee
	Code string // the recovery code, groups joined by "-"
	On   app.Date
}

// groupsInLine is how many groups of a recovery code stand on one line.
const groupsInLine = 4

// RecoverySheet makes the sheet with the recovery code in large letters: what it is for and where to keep it.
func RecoverySheet(paper RecoveryPaper) Document {
	doc := Document{
		Title:  "Phiếu mã khôi phục, " + paper.Name,
		Author: paper.Name,
		Date:   paper.On,
	}
	right := []string{}
	if paper.On != "" {
		right = append(right, startingSentence(paper.On.Long()))
	}
	doc.add(
		PlainHead{Superior: "Sổ Chi bộ", Body: paper.Name, Right: right},
		Title{Type: "PHIẾU MÃ KHÔI PHỤC", Subject: "dùng khi quên mật khẩu mở sổ"},
		Callout{Text: codeLines(paper.Code), SizePt: 24},
		Heading{Text: "Mã này để làm gì"},
		line("Nếu quên mật khẩu, ở màn hình mở sổ hãy chọn mở bằng mã khôi phục, gõ đúng mã trên rồi đặt mật khẩu mới. Dữ liệu trong sổ không thay đổi."),
		line("Không có mật khẩu và không có mã này thì không ai mở được sổ, kể cả người làm ra chương trình."),
		Heading{Text: "Cất giữ thế nào"},
		List{Numbered: true, Items: [][]Run{
			Plain("Cho vào phong bì, dán kín, ký giáp lai, cất trong tủ có khóa; không để cạnh máy tính."),
			Plain("Không chụp ảnh, không gửi qua tin nhắn hay thư điện tử, không lưu thành tệp trên máy."),
			Plain("Ai có phiếu này và có bản sao của sổ đều đọc được toàn bộ dữ liệu. Nếu mất phiếu, tạo ngay mã mới trong phần Cài đặt."),
			Plain("Khi thay bí thư, bàn giao phong bì còn nguyên niêm phong cùng với sổ."),
		}},
		Signatures{Right: &Signature{Post: "NGƯỜI GIỮ PHIẾU", Note: "(Ký, ghi rõ họ tên)"}},
	)
	return doc
}

// codeLines sets a code's groups a few to a line, the last hyphen of each line showing that the code goes on.
func codeLines(code string) string {
	groups := strings.Split(strings.TrimSpace(code), "-")
	var b strings.Builder
	for i, group := range groups {
		switch {
		case i == 0:
		case i%groupsInLine == 0:
			b.WriteString("-\n")
		default:
			b.WriteByte('-')
		}
		b.WriteString(group)
	}
	return b.String()
}
