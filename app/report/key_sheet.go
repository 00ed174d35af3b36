package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// KeyPaper is what the sheet of a committee's hand-over key is made of. Whoever holds the sheet can read what cells hand over and sign in the
// committee's name: it is printed and kept, never stored as a file.
type KeyPaper struct {
	Name        string // of the committee
	Code        string
	Fingerprint string // as cells have compared it by phone
	Lines       []string
	On          app.Date
}

// KeySheet makes the sheet from which a committee's key is typed again into a new book.
func KeySheet(paper KeyPaper) Document {
	doc := Document{Title: "Phiếu khóa cấp ủy, " + paper.Name, Author: paper.Name, Date: paper.On}
	right := []string{}
	if paper.On != "" {
		right = append(right, startingSentence(paper.On.Long()))
	}
	var key strings.Builder
	for i, text := range paper.Lines {
		if i > 0 {
			key.WriteByte('\n')
		}
		fmt.Fprintf(&key, "%d.  %s", i+1, text)
	}
	doc.add(
		PlainHead{Superior: "Sổ Chi bộ", Body: paper.Name, Right: right},
		Title{Type: "PHIẾU KHÓA CẤP ỦY", Subject: "dùng khi mất máy, mất sổ và mọi bản sao lưu"},
		Callout{Text: key.String(), SizePt: 13},
		line("Mã đối chiếu của khóa: "+paper.Fingerprint+". Tổ chức: "+paper.Code+"."),
		Heading{Text: "Phiếu này để làm gì"},
		line("Các chi bộ niêm phong gói cho khóa này. Mất khóa thì không mở được gói nào nữa. Có phiếu: lập sổ cấp ủy mới, vào Cài đặt, An toàn, Khôi phục khóa từ phiếu, gõ lại mười dòng trên; các chi bộ không phải làm gì."),
		line("Phiếu này không mở được sổ: quên mật khẩu mở sổ thì dùng phiếu mã khôi phục."),
		Heading{Text: "Cất giữ thế nào"},
		List{Numbered: true, Items: [][]Run{
			Plain("Phong bì dán kín, ký giáp lai, cất trong tủ có khóa, không để cạnh máy tính hay cùng phiếu mã khôi phục. Không chụp ảnh, không gửi, không lưu thành tệp."),
			Plain("Ai có phiếu đọc được mọi gói chi bộ nộp và ký được thay cấp ủy. Mất phiếu thì báo ngay để lập khóa mới và mời lại các chi bộ."),
		}},
		Signatures{Right: &Signature{Post: "NGƯỜI GIỮ PHIẾU", Note: "(Ký, ghi rõ họ tên)"}},
	)
	return doc
}
