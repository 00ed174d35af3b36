package report

import (
	"fmt"
	"strings"
	"time"

	"sochibo/app"
)

// SlipPaper is what the hand-over slip of one packet is made of.
type SlipPaper struct {
	Settings app.Settings
	Packet   app.OutboxPacket
	Contents []SlipPart // what the packet holds, as both sides can check it
	LeftOut  []string   // what did not fit, by name
	GivenBy  string     // who hands over; empty: to be filled in by hand
	On       app.Date   // the day of the hand-over, and the paper's date
}

// SlipPart is one thing in a packet: "Biên bản sinh hoạt", "17-BB/CB, 3 trang".
type SlipPart struct {
	Name   string
	Detail string
}

// HandoverSlip makes the slip that goes with the stick (phiếu bàn giao): which packet, how large, its comparison code,
// what it holds, and two signatures.
func HandoverSlip(paper SlipPaper, profile Profile) Document {
	month := inYear(paper.Packet.Month)
	doc := Document{
		Title:  "Phiếu bàn giao dữ liệu tháng " + month + ", " + paper.Settings.Name,
		Author: paper.Settings.Name,
		Date:   paper.On,
	}
	doc.add(
		PlainHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, Right: []string{startingSentence(paper.On.Long())}},
		Title{Type: "PHIẾU BÀN GIAO DỮ LIỆU", Subject: "tháng " + month},
		paper.facts(),
		Paragraph{Runs: Plain("Mã đối chiếu (hai bên đọc lại, phải trùng nhau):"), KeepNext: true},
		Callout{Text: paper.Packet.Code, SizePt: 22},
	)
	if len(paper.Contents) > 0 {
		doc.add(Heading{Text: "Nội dung gói dữ liệu"}, paper.contents())
	}
	if len(paper.LeftOut) > 0 {
		doc.add(line("Không gửi kèm vì vượt dung lượng: " + strings.Join(paper.LeftOut, "; ") + "."))
	}
	note := profile.Label(LabelSignAndName)
	doc.add(
		line("Bên nhận mở gói bằng chương trình, đối chiếu mã và ký nhận. Gói đã được niêm phong, chỉ bên nhận mở được."),
		Signatures{
			Left:  &Signature{Authority: "BÊN GIAO", Note: note, Name: paper.GivenBy},
			Right: &Signature{Authority: "BÊN NHẬN", Note: note},
		},
	)
	return doc
}

func (p SlipPaper) facts() Table {
	rows := [][2]string{
		{"Bên giao", p.Settings.Name + " (mã " + p.Settings.Code + ")"},
		{"Bên nhận", p.Settings.CommitteeName},
		{"Tên tệp", p.Packet.FileName},
		{"Số thứ tự gói", itoa(p.Packet.Seq)},
		{"Dung lượng", fileSize(p.Packet.Size)},
		{"Niêm phong lúc", moment(p.Packet.SealedAt)},
	}
	table := Table{Columns: []Column{{Width: 45, Align: Left}, {Width: 120, Align: Left}}}
	for _, row := range rows {
		table.Rows = append(table.Rows, Row{Cells: []Cell{{Runs: Strong(row[0])}, cellOf(orBlank(row[1]))}})
	}
	return table
}

func (p SlipPaper) contents() Table {
	table := Table{Columns: []Column{
		{Head: "TT", Width: 12, Align: Center},
		{Head: "Tài liệu", Width: 83, Align: Left},
		{Head: "Chi tiết", Width: 70, Align: Left},
	}}
	for i, part := range p.Contents {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), part.Name, part.Detail))
	}
	return table
}

// moment returns a time of its own zone as slips have it: "16:05, 30/11/2026"; "" for the zero time.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("15:04, 02/01/2006")
}

// fileSize returns a size as people read it: "1,8 MB (1.843.200 byte)".
func fileSize(bytes int64) string {
	exact := grouped(bytes) + " byte"
	switch {
	case bytes >= 1<<20:
		return fmt.Sprintf("%s MB (%s)", app.Fraction(bytes, 1<<20).Show(), exact)
	case bytes >= 1<<10:
		return fmt.Sprintf("%s KB (%s)", app.Fraction(bytes, 1<<10).Show(), exact)
	}
	return exact
}

// grouped returns a whole number with dots between thousands: 1.836.000.
func grouped(n int64) string {
	digits := fmt.Sprint(n)
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return sign + digits
}
