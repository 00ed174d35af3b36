package report

import "sochibo/app"

// SecretaryChangePaper is what the minutes of handing the book to another secretary are made of.
type SecretaryChangePaper struct {
	Settings    app.Settings
	From, To    string // names; empty: to be filled in by hand
	On          app.Date
	Members     int // on the list that day
	Minutes     int // locked minutes in the book
	LastMeeting app.Date
	Documents   int // in the register of outgoing documents
	OpenTasks   int
	Packets     int    // handed over to the committee
	Folder      string // where the book lies
	Place       string // second place of backups, "" for none
}

// SecretaryChangeMinutes makes the minutes (biên bản bàn giao) by which one secretary hands the electronic book to the next: what is
// handed over, which keys are void, and two signatures with a witness of the committee.
func SecretaryChangeMinutes(paper SecretaryChangePaper, profile Profile) Document {
	s := paper.Settings
	doc := Document{Title: "Biên bản bàn giao sổ, " + s.Name, Author: s.Name, Date: paper.On}
	doc.add(
		PartyHead{Superior: s.SuperiorName, Body: s.Name},
		Title{Type: "BIÊN BẢN", Subject: "bàn giao sổ điện tử của chi bộ"},
		line("Hôm nay, "+paper.On.Long()+", tại "+orBlank(s.MeetingPlace)+", hai bên gồm:"),
		line("Bên giao: đồng chí "+orBlank(paper.From)+", bí thư chi bộ."),
		line("Bên nhận: đồng chí "+orBlank(paper.To)+", người tiếp nhận nhiệm vụ bí thư chi bộ."),
		line("Hai bên bàn giao Sổ Chi bộ (sổ điện tử) như sau:"),
		Heading{Text: "1. Nội dung sổ"},
		paper.contents(),
		Heading{Text: "2. Khóa của sổ"},
		List{Items: [][]Run{
			Plain("Bên nhận đã đặt mật khẩu mới. Mật khẩu cũ và mật khẩu của những người khác không còn mở được sổ."),
			Plain("Phiếu mã khôi phục mới đã in, cho vào phong bì niêm phong và giao cho bên nhận. Phiếu cũ hết hiệu lực và đã hủy."),
			Plain("Bên giao không giữ bản sao của sổ, tệp khóa, bản sao lưu hoặc tài liệu đã xuất từ sổ."),
		}},
		line("Biên bản lập thành 02 bản, mỗi bên giữ 01 bản."),
		Signatures{
			Left:  &Signature{Post: "BÊN GIAO", Note: profile.Label(LabelSignAndName), Name: paper.From},
			Right: &Signature{Post: "BÊN NHẬN", Note: profile.Label(LabelSignAndName), Name: paper.To},
		},
		Signatures{Right: &Signature{Authority: "XÁC NHẬN CỦA CẤP ỦY", Note: profile.Label(LabelSignAndName)}},
	)
	return doc
}

func (p SecretaryChangePaper) contents() Table {
	table := Table{Columns: []Column{{Head: "TT", Width: 12, Align: Center}, {Head: "Nội dung", Width: 88, Align: Left}, {Head: "Số lượng, ghi chú", Width: 65, Align: Left}}}
	last := itoa(p.Minutes)
	if p.LastMeeting != "" {
		last += ", gần nhất " + p.LastMeeting.String()
	}
	place := p.Place
	if place == "" {
		place = "chưa có"
	}
	for i, row := range [][2]string{
		{"Đảng viên trong danh sách", itoa(p.Members)},
		{"Biên bản sinh hoạt đã khóa", last},
		{"Văn bản đã ban hành", itoa(p.Documents)},
		{"Việc nghị quyết giao đang thực hiện", itoa(p.OpenTasks)},
		{"Gói dữ liệu đã gửi cấp ủy", itoa(p.Packets)},
		{"Thư mục sổ", p.Folder},
		{"Nơi sao lưu thứ hai", place},
	} {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), row[0], row[1]))
	}
	return table
}
