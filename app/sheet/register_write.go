package sheet

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
)

// registerHeadings are the fourteen columns of form 7-HSĐV: the upper heading, the lower one where the upper spans two
// columns, and the width in characters.
var registerHeadings = []struct {
	upper, lower string
	width        float64
}{
	{"Số TT", "", 5},
	{"Họ và tên đang dùng\nHọ và tên khai sinh\nNgày sinh", "", 24},
	{"Nam, nữ\nDân tộc\nTôn giáo", "", 9},
	{"Quê quán", "", 20},
	{"Văn hóa\nLý luận\nCMNV\nNgoại ngữ", "", 16},
	{"Nghề nghiệp trước khi vào Đảng\nNghề nghiệp hiện nay", "", 20},
	{"Ngày vào Đảng\nNgày chính thức", "", 12},
	{"Số thẻ đảng viên\nSố lý lịch\nHuy hiệu Đảng", "", 14},
	{"Bộ đội, công an, hưu trí", "", 10},
	{"Chuyển sinh hoạt đảng", "Ngày chuyển đi, đến đâu", 15},
	{"", "Ngày chuyển đến, từ đâu", 15},
	{"Ra khỏi danh sách", "Ngày từ trần, lý do", 13},
	{"", "Ngày ra khỏi Đảng, hình thức", 13},
	{"Ghi chú", "", 20},
}

// RegisterFile returns the register of members in form 7-HSĐV (fourteen columns, several lines per cell) as the bytes of an
// .xlsx file for A4 landscape. Members who left stand in it with the day and the place or reason. It holds what the form
// has, which is less than MemberFile.
func RegisterFile(settings app.Settings, members []app.Member, today app.Date) ([]byte, error) {
	words, err := loadLabels()
	if err != nil {
		return nil, err
	}
	const sheet = "7-HSĐV"
	table := outTable{sheet: sheet, columns: make([]outColumn, len(registerHeadings))}
	for i, heading := range registerHeadings {
		table.columns[i] = outColumn{width: heading.width, centred: i == 0}
	}
	for i, m := range members {
		table.rows = append(table.rows, registerRow(i+1, m, words, today))
	}
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // nothing is kept in files
	styles, err := table.prepare(file, registerHead, registerHead+2)
	if err != nil {
		return nil, err
	}
	if err := table.writeRegister(file, styles, settings, members, today); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = file.Write(&b)
	return b.Bytes(), err
}

// RegisterTable is form 7-HSĐV as texts, for paper and CSV: its headings, the widths of its columns in characters, its rows and the sentence below.
type RegisterTable struct {
	Headings []string
	Widths   []float64
	Rows     [][]string
	Total    string
}

// Register returns the register of members in form 7-HSĐV; see RegisterFile.
func Register(members []app.Member, today app.Date) (RegisterTable, error) {
	table := RegisterTable{Total: registerTotal(members, today)}
	words, err := loadLabels()
	if err != nil {
		return table, err
	}
	above := ""
	for _, heading := range registerHeadings {
		text := heading.upper
		if heading.lower != "" {
			if heading.upper != "" {
				above = heading.upper
			}
			text = above + ": " + strings.ToLower(heading.lower[:1]) + heading.lower[1:]
		}
		table.Headings, table.Widths = append(table.Headings, text), append(table.Widths, heading.width)
	}
	for i, m := range members {
		var row []string
		for _, value := range registerRow(i+1, m, words, today) {
			row = append(row, fmt.Sprint(value))
		}
		table.Rows = append(table.Rows, row)
	}
	return table, nil
}

// registerHead is the row of the upper headings; the lower ones and the numbers of columns follow.
const registerHead = 6

func (t outTable) writeRegister(file *excelize.File, styles outStyles, settings app.Settings, members []app.Member, today app.Date) error {
	stream, err := file.NewStreamWriter(t.sheet)
	if err != nil {
		return err
	}
	for i, column := range t.columns {
		if err := stream.SetColWidth(i+1, i+1, column.width); err != nil {
			return err
		}
	}
	top := registerHead + 3
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: top - 1, TopLeftCell: "A" + itoa(top), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	titles := []string{strings.ToUpper(settings.SuperiorName), strings.ToUpper(settings.Name), "SỔ DANH SÁCH ĐẢNG VIÊN (Mẫu 7-HSĐV)", "(Cập nhật đến ngày " + today.String() + ")"}
	for i, title := range titles {
		if err := stream.SetRow("A"+itoa(i+1), []any{excelize.Cell{StyleID: styles.title, Value: nothing(title)}}); err != nil {
			return err
		}
	}
	if err := t.writeRegisterHead(stream, styles); err != nil {
		return err
	}
	for i, row := range t.rows {
		if err := t.writeRow(stream, styles, top+i, row); err != nil {
			return err
		}
	}
	if err := stream.SetRow("A"+itoa(top+len(t.rows)), []any{excelize.Cell{StyleID: styles.title, Value: registerTotal(members, today)}}); err != nil {
		return err
	}
	return stream.Flush()
}

// writeRegisterHead writes two rows of headings, merged as the form has them, and the numbers of the columns.
func (t outTable) writeRegisterHead(stream *excelize.StreamWriter, styles outStyles) error {
	upper, lower, numbers := make([]any, len(t.columns)), make([]any, len(t.columns)), make([]any, len(t.columns))
	for i, heading := range registerHeadings {
		upper[i] = excelize.Cell{StyleID: styles.heading, Value: nothing(heading.upper)}
		lower[i] = excelize.Cell{StyleID: styles.heading, Value: nothing(heading.lower)}
		numbers[i] = excelize.Cell{StyleID: styles.centred, Value: i + 1}
	}
	if err := stream.SetRow("A"+itoa(registerHead), upper, excelize.RowOpts{Height: 48}); err != nil {
		return err
	}
	if err := stream.SetRow("A"+itoa(registerHead+1), lower, excelize.RowOpts{Height: 32}); err != nil {
		return err
	}
	if err := stream.SetRow("A"+itoa(registerHead+2), numbers); err != nil {
		return err
	}
	for i, heading := range registerHeadings {
		from, to := letterOf(i)+itoa(registerHead), letterOf(i)+itoa(registerHead+1)
		if heading.lower != "" {
			if heading.upper == "" {
				continue
			}
			to = letterOf(i+1) + itoa(registerHead)
		}
		if err := stream.MergeCell(from, to); err != nil {
			return err
		}
	}
	return nil
}

// registerRow returns the cells of one member.
func registerRow(number int, m app.Member, words *labels, today app.Date) []any {
	birthName := m.BirthName
	if birthName == "" {
		birthName = m.FullName
	}
	event := m.EventOn(today)
	var moved, died, left string
	switch event.Standing {
	case app.Transferred:
		moved = lines(event.On.String(), event.Reason)
	case app.Deceased:
		died = lines(event.On.String(), event.Reason)
	case app.Resigned, app.StruckOff, app.Expelled:
		left = lines(event.On.String(), words.standings[event.Standing])
	}
	return []any{number, lines(strings.ToUpper(m.FullName), birthName, m.BornOn.String()), lines(words.sexes[m.Sex], m.Ethnicity, m.Religion), m.NativePlace,
		lines(m.Schooling, m.PoliticalTheory, m.Profession, m.Language), lines(m.EarlierWork, m.Occupation), lines(m.AdmittedOn.String(), m.OfficialOn.String()),
		lines(m.PartyCardNo, m.DossierNo, m.BadgeNo), "", moved, lines(m.ArrivedOn.String(), m.ArrivedFrom), died, left, registerNote(m, event, words, today)}
}

// lines joins the lines of a cell; empty ones keep their place, those at the end are dropped.
func lines(texts ...string) string { return strings.TrimRight(strings.Join(texts, "\n"), "\n") }

// registerNote says what the form has no column for, the post, the kind and the standing, before the member's own note.
func registerNote(m app.Member, event app.StandingEvent, words *labels, today app.Date) string {
	var parts []string
	add := func(part string) {
		if part != "" && !strings.HasPrefix(keyOf(m.Note)+" ", keyOf(part)+" ") {
			parts = append(parts, part)
		}
	}
	switch m.Post {
	case app.Secretary, app.DeputySecretary:
		add(words.posts[m.Post] + " Chi bộ")
	default:
		add(words.posts[m.Post])
	}
	if m.KindOn(today) == app.Probationary {
		add(words.kinds[app.Probationary])
	}
	if event.Standing != app.Active && !event.Standing.HasLeft() {
		standing := words.standings[event.Standing]
		if event.On != "" {
			standing += " từ " + event.On.String()
		}
		if event.Reason != "" {
			standing += " (" + event.Reason + ")"
		}
		add(standing)
	}
	if m.Note != "" {
		parts = append(parts, m.Note)
	}
	return strings.Join(parts, "; ")
}

// registerTotal counts who is on the list on a day.
func registerTotal(members []app.Member, today app.Date) string {
	present, probationary := 0, 0
	for _, m := range members {
		if m.OnListOn(today) {
			present++
			if m.KindOn(today) == app.Probationary {
				probationary++
			}
		}
	}
	return fmt.Sprintf("Tổng cộng: ghi %d lượt; hiện có %d đảng viên (chính thức %d, dự bị %d).", len(members), present, present-probationary, probationary)
}
