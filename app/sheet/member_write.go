package sheet

import (
	"io"

	"sochibo/app"
)

// WriteOptions are what WriteMembers needs to know beside the members.
type WriteOptions struct {
	Titles []string // lines above the table
	Today  app.Date // the standing is that of this day
}

// MemberFile returns a list of members as the bytes of a file, .xlsx or .csv as name ends, under the names of the cell and
// its superior. Any other ending gives CodeEnding. What is written reads back unchanged.
func MemberFile(name string, settings app.Settings, members []app.Member, today app.Date) ([]byte, error) {
	titles := []string{settings.SuperiorName, settings.Name, "DANH SÁCH ĐẢNG VIÊN (đến ngày " + today.String() + ")"}
	table, err := memberTable(members, WriteOptions{Titles: titles, Today: today})
	if err != nil {
		return nil, err
	}
	return byEnding(name, table)
}

// WriteMembers writes a list of members, in the order given, as an Excel file. Columns that no member has anything for are left out.
func WriteMembers(w io.Writer, members []app.Member, options WriteOptions) error {
	table, err := memberTable(members, options)
	if err != nil {
		return err
	}
	return table.writeXLSX(w)
}

// WriteMembersCSV writes the table of WriteMembers as CSV that Excel opens with its letters right.
func WriteMembersCSV(w io.Writer, members []app.Member, today app.Date) error {
	table, err := memberTable(members, WriteOptions{Today: today})
	if err != nil {
		return err
	}
	return table.writeCSV(w)
}

// memberColumn is a column of a written list.
type memberColumn struct {
	outColumn
	always bool // written even when nobody has a value
	value  func(m app.Member) any
}

func text(heading string, width float64, value func(app.Member) string) memberColumn {
	return memberColumn{outColumn: outColumn{heading: heading, width: width}, value: func(m app.Member) any { return value(m) }}
}

func day(heading string, value func(app.Member) app.Date) memberColumn {
	return memberColumn{outColumn: outColumn{heading: heading, width: 12, centred: true}, value: func(m app.Member) any { return value(m) }}
}

func (c memberColumn) shown() memberColumn {
	c.always = true
	return c
}

// memberColumns returns the columns of a list as it stands on a day. Headings are ones that ReadMembers knows.
func memberColumns(words *labels, today app.Date) []memberColumn {
	event := func(m app.Member) app.StandingEvent { return m.EventOn(today) }
	return []memberColumn{
		text("Họ và tên", 26, func(m app.Member) string { return m.FullName }).shown(),
		text("Họ và tên khai sinh", 24, func(m app.Member) string { return m.BirthName }),
		text("Giới tính", 8, func(m app.Member) string { return words.sexes[m.Sex] }),
		day("Ngày sinh", func(m app.Member) app.Date { return m.BornOn }).shown(),
		text("Số CCCD", 15, func(m app.Member) string { return m.CitizenID }).shown(),
		text("Số thẻ đảng viên", 12, func(m app.Member) string { return m.PartyCardNo }).shown(),
		text("Số lý lịch", 12, func(m app.Member) string { return m.DossierNo }),
		day("Ngày vào Đảng", func(m app.Member) app.Date { return m.AdmittedOn }).shown(),
		day("Ngày chính thức", func(m app.Member) app.Date { return m.OfficialOn }),
		text("Loại đảng viên", 12, func(m app.Member) string { return words.kinds[m.Kind] }).shown(),
		text("Chức vụ trong chi bộ", 16, func(m app.Member) string { return words.posts[m.Post] }).shown(),
		text("Tổ đảng", 8, func(m app.Member) string { return m.PartyGroup }),
		text("Nghề nghiệp hiện nay", 24, func(m app.Member) string { return m.Occupation }),
		text("Bộ phận", 20, func(m app.Member) string { return m.Department }),
		text("Nghề nghiệp trước khi vào Đảng", 20, func(m app.Member) string { return m.EarlierWork }),
		text("Trình độ văn hóa", 10, func(m app.Member) string { return m.Schooling }),
		text("Lý luận chính trị", 12, func(m app.Member) string { return m.PoliticalTheory }),
		text("Chuyên môn nghiệp vụ", 18, func(m app.Member) string { return m.Profession }),
		text("Ngoại ngữ", 10, func(m app.Member) string { return m.Language }),
		text("Dân tộc", 9, func(m app.Member) string { return m.Ethnicity }),
		text("Tôn giáo", 10, func(m app.Member) string { return m.Religion }),
		text("Quê quán", 28, func(m app.Member) string { return m.NativePlace }),
		text("Điện thoại", 13, func(m app.Member) string { return m.Phone }),
		text("Chi bộ nơi cư trú", 28, func(m app.Member) string { return m.ResidenceCell }),
		text("Huy hiệu Đảng", 15, func(m app.Member) string { return m.BadgeNo }),
		day("Ngày chuyển đến", func(m app.Member) app.Date { return m.ArrivedOn }),
		text("Chuyển đến từ", 22, func(m app.Member) string { return m.ArrivedFrom }),
		text("Trạng thái", 20, func(m app.Member) string { return words.standings[event(m).Standing] }).shown(),
		day("Trạng thái từ ngày", func(m app.Member) app.Date { return event(m).On }),
		text("Lý do của trạng thái", 20, func(m app.Member) string { return event(m).Reason }),
		text("Ghi chú", 26, func(m app.Member) string { return m.Note }).shown(),
	}
}

func memberTable(members []app.Member, options WriteOptions) (outTable, error) {
	words, err := loadLabels()
	if err != nil {
		return outTable{}, err
	}
	table := outTable{sheet: "Danh sách đảng viên", columns: []outColumn{{heading: "TT", width: 5, centred: true}}}
	for _, title := range options.Titles {
		if title != "" {
			table.titles = append(table.titles, title)
		}
	}
	table.rows = make([][]any, len(members))
	for i := range members {
		table.rows[i] = []any{i + 1}
	}
	for _, column := range memberColumns(words, options.Today) {
		values, used := make([]any, len(members)), column.always
		for i, m := range members {
			values[i] = column.value(m)
			used = used || values[i] != "" && values[i] != app.Date("")
		}
		if !used {
			continue
		}
		table.columns = append(table.columns, column.outColumn)
		for i, value := range values {
			table.rows[i] = append(table.rows[i], value)
		}
	}
	return table, nil
}
