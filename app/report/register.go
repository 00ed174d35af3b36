package report

import (
	"fmt"
	"sort"
	"strings"

	"sochibo/app"
)

// RegisterPaper is what the register of outgoing documents of one year is made of.
type RegisterPaper struct {
	Settings app.Settings
	Members  []app.Member
	Year     int
	Lines    []app.OutgoingDocument // of the year
	Remarks  []app.NumberRemark     // gaps and duplicates
	On       app.Date
}

// Register makes the register of outgoing documents (sổ đăng ký văn bản đi) of a year, by day.
func Register(paper RegisterPaper, profile Profile) Document {
	s := paper.Settings
	subject := fmt.Sprintf("năm %d", paper.Year)
	doc := Document{Title: "Sổ đăng ký văn bản đi " + subject + ", " + s.Name, Author: s.Name, Date: paper.On, Landscape: true}
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 10, Align: Center},
		{Head: "Số, ký hiệu", Width: 28, Align: Center},
		{Head: "Ngày", Width: 24, Align: Center},
		{Head: "Tên loại, trích yếu", Width: 105, Align: Left},
		{Head: "Nơi nhận", Width: 50, Align: Left},
		{Head: "Ghi chú", Width: 45, Align: Left},
	}}
	lines := append([]app.OutgoingDocument(nil), paper.Lines...)
	sort.SliceStable(lines, func(i, j int) bool {
		a, b := lines[i], lines[j]
		if a.On != b.On {
			return a.On < b.On
		}
		if a.Type != b.Type {
			return a.Type < b.Type
		}
		return a.Number < b.Number
	})
	for i, line := range lines {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), app.DocumentNumber(line.Number, line.Type, s.BodyCode), line.On.String(),
			joined(DocumentName(line.Type), line.Subject), line.Recipients, line.Note))
	}
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name, PlaceDate: placeDate(s.PlaceName, paper.On)},
		Title{Type: "SỔ ĐĂNG KÝ VĂN BẢN ĐI", Subject: subject},
		table,
	)
	for _, remark := range paper.Remarks {
		doc.add(Paragraph{Runs: Plain(remarkText(remark, s.BodyCode)), NoIndent: true})
	}
	doc.add(Signatures{Right: secretarySignature(s, paper.Members, paper.On, profile)})
	return doc
}

// DocumentName returns the name of a type of documents: "Nghị quyết" (399-QĐ/TW).
func DocumentName(kind app.DocumentType) string {
	names := map[app.DocumentType]string{app.TypeMinutes: "Biên bản", app.TypeResolution: "Nghị quyết", app.TypeReport: "Báo cáo", app.TypeNotice: "Thông báo",
		app.TypeConclusion: "Kết luận", app.TypePlan: "Kế hoạch", "QĐ": "Quyết định", "QC": "Quy chế", "CTr": "Chương trình", "ĐA": "Đề án",
		"PA": "Phương án", "TTr": "Tờ trình", "CV": "Công văn"}
	return names[kind]
}

func remarkText(remark app.NumberRemark, body string) string {
	var parts []string
	if len(remark.Missing) > 0 {
		parts = append(parts, "thiếu số "+numberList(remark.Missing))
	}
	if len(remark.Double) > 0 {
		parts = append(parts, "trùng số "+numberList(remark.Double))
	}
	return fmt.Sprintf("Lưu ý: %s (-%s/%s) %s.", DocumentName(remark.Type), remark.Type, body, strings.Join(parts, "; "))
}

func numberList(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = fmt.Sprintf("%02d", n)
	}
	return strings.Join(texts, ", ")
}
