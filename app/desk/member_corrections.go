package desk

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/app/sheet"
	"sochibo/store"
)

// Correction is one value that differs from what the last imported list left in the book.
type Correction struct {
	Member app.Member // as he is now
	Field  string     // as in app.Member's JSON; "" for a member who was added or taken out since
	Old    string
	New    string
	At     time.Time // of the last change
}

// CodeNoImport: no list was imported, so there is nothing that the book could be compared with.
const CodeNoImport app.Code = "no_import"

// correctionFields are the fields that a list of corrections speaks of, in its order.
var correctionFields = []string{"fullName", "birthName", "sex", "bornOn", "citizenID", "partyCardNo", "dossierNo", "badgeNo", "admittedOn", "officialOn", "kind",
	"post", "partyGroup", "occupation", "department", "schooling", "politicalTheory", "profession", "language", "ethnicity", "religion", "nativePlace", "residenceCell",
	"arrivedOn", "arrivedFrom", "events"}

// correctionsOf compares the book with the state after the last import, by the history: of each field the value before the first change since
// then and after the last. What came back to its old value is no correction.
func correctionsOf(tx *store.Tx, members []app.Member) ([]Correction, error) {
	all, err := tx.HistoryUnder("member", "")
	if err != nil {
		return nil, err
	}
	last := -1
	for i, h := range all {
		if strings.HasSuffix(h.Command, "import members") && !strings.HasPrefix(h.Command, "undo") {
			last = i
		}
	}
	if last < 0 {
		return nil, app.NewError(CodeNoImport)
	}
	since := make(map[string][]app.HistoryEntry)
	for _, h := range all[last+1:] {
		since[h.EntityID] = append(since[h.EntityID], h)
	}
	var list []Correction
	for _, m := range members {
		list = append(list, correctionsOfMember(m, since[m.ID])...)
	}
	return list, nil
}

func correctionsOfMember(m app.Member, changes []app.HistoryEntry) []Correction {
	if len(changes) == 0 {
		return nil
	}
	if changes[0].Before == "" && changes[0].After != "" {
		return []Correction{{Member: m, At: changes[0].At}}
	}
	before, after, at := map[string]any{}, map[string]any{}, map[string]time.Time{}
	for _, h := range changes {
		old, new := decodeFields(h.Before), decodeFields(h.After)
		for _, field := range correctionFields {
			if reflect.DeepEqual(old[field], new[field]) {
				continue
			}
			if _, known := at[field]; !known {
				before[field] = old[field]
			}
			after[field], at[field] = new[field], h.At
		}
	}
	var list []Correction
	for _, field := range correctionFields {
		if _, changed := at[field]; changed && !reflect.DeepEqual(before[field], after[field]) {
			list = append(list, Correction{Member: m, Field: field, Old: correctionText(field, before[field]), New: correctionText(field, after[field]), At: at[field]})
		}
	}
	return list
}

func decodeFields(text string) map[string]any {
	var fields map[string]any
	if json.Unmarshal([]byte(text), &fields) != nil {
		return nil
	}
	return fields
}

// correctionText writes a value of history as lists have it.
func correctionText(field string, value any) string {
	text, _ := value.(string)
	switch {
	case field == "events":
		return eventsText(value)
	case slices.Contains([]string{"bornOn", "admittedOn", "officialOn", "arrivedOn"}, field):
		return app.Date(text).String()
	case field == "sex" || field == "kind" || field == "post":
		if text == "" {
			return ""
		}
		return sheet.ValueWords(field, text)
	}
	return text
}

func eventsText(value any) string {
	var entries []any
	switch v := value.(type) {
	case []any:
		entries = v
	case map[string]any:
		for _, entry := range v {
			entries = append(entries, entry)
		}
	}
	var words []string
	for _, entry := range entries {
		event, _ := entry.(map[string]any)
		standing, _ := event["standing"].(string)
		on, _ := event["on"].(string)
		reason, _ := event["reason"].(string)
		if standing != "" {
			standing = sheet.ValueWords("standing", standing)
		}
		words = append(words, strings.Join(strings.Fields(fmt.Sprint(standing, " ", app.Date(on).String(), " ", reason)), " "))
	}
	slices.Sort(words)
	return strings.Join(words, "; ")
}

// plainList is a list as a file or on paper.
type plainList struct {
	sheet, title, subject, closing string
	columns                        []listColumn
	rows                           [][]any
	upright, numbered              bool
}

type listColumn struct {
	head    string
	chars   float64
	mm      float64
	centred bool
}

func (l plainList) sheetColumns() []sheet.TableColumn {
	var columns []sheet.TableColumn
	for _, c := range l.columns {
		columns = append(columns, sheet.TableColumn{Heading: c.head, Width: c.chars, Centred: c.centred})
	}
	return columns
}

func (l plainList) paper(b memberBook) report.ListPaper {
	paper := report.ListPaper{Settings: b.settings, Members: b.all, Type: strings.ToUpper(l.title), Subject: l.subject, Closing: l.closing, On: b.today, Upright: l.upright, Numbered: l.numbered}
	for _, c := range l.columns {
		paper.Columns = append(paper.Columns, report.ListColumn{Head: c.head, Width: c.mm, Centre: c.centred})
	}
	for _, row := range l.rows {
		var texts []string
		for _, value := range row {
			text := fmt.Sprint(value)
			if value == nil {
				text = ""
			}
			if n, isNumber := value.(int); isNumber && n >= 10_000 {
				text = thousands(n)
			}
			texts = append(texts, text)
		}
		paper.Rows = append(paper.Rows, texts)
	}
	return paper
}

// correctionList is the list of corrections. Documents are always Vietnamese.
func (b memberBook) correctionList() plainList {
	list := plainList{sheet: "Đính chính", title: "Danh sách đính chính", subject: "so với danh sách đã nhập gần nhất, đến " + b.today.Long(),
		columns: []listColumn{{"TT", 5, 10, true}, {"Họ và tên", 26, 46, false}, {"Ngày sinh", 12, 23, true}, {"Số thẻ đảng viên", 14, 25, true}, {"Mục", 22, 38, false},
			{"Theo danh sách", 28, 45, false}, {"Nay là", 28, 45, false}, {"Ngày sửa", 12, 23, true}}}
	for i, c := range b.corrections {
		field, old, new := "Thêm vào sổ", "", ""
		if c.Field != "" {
			field, old, new = sheet.FieldHeading(c.Field), c.Old, c.New
		}
		list.rows = append(list.rows, []any{i + 1, c.Member.FullName, c.Member.BornOn, c.Member.PartyCardNo, field, old, new, app.DateOf(c.At)})
	}
	if len(b.corrections) == 0 {
		list.closing = "Không có nội dung nào khác với danh sách đã nhập."
		return list
	}
	list.closing = fmt.Sprintf("Danh sách có %d nội dung cần đính chính.", len(b.corrections))
	return list
}

// statisticsList is the figures of the register as a table of one column of names and one of counts.
func (b memberBook) statisticsList() plainList {
	s := app.CountMembers(b.all, b.today)
	list := plainList{sheet: "Thống kê", title: "Thống kê đảng viên", subject: "tính đến " + b.today.Long(), upright: true,
		columns: []listColumn{{"Mục", 34, 70, false}, {"Nội dung", 44, 75, false}, {"Số người", 10, 20, true}}}
	add := func(what, name string, count int) {
		if name == "" {
			name = "Chưa ghi"
		}
		list.rows = append(list.rows, []any{what, name, count})
	}
	add("Tổng số", "Đảng viên trong danh sách", s.Total)
	add("Tổng số", "Chính thức", s.Official)
	add("Tổng số", "Dự bị", s.Probationary)
	add("Tổng số", "Nữ", s.Women)
	add("Tổng số", "Phải tham gia sinh hoạt", s.Counted)
	for _, group := range []struct {
		what   string
		counts []app.NamedCount
	}{{"Tổ đảng", s.Groups}, {"Bộ phận", s.Departments}, {"Lý luận chính trị", s.Theory}, {"Chuyên môn nghiệp vụ", s.Professions}, {"Trình độ văn hóa", s.Schooling},
		{"Tuổi đời", s.Ages}, {"Tuổi đảng", s.PartyAges}} {
		if len(group.counts) == 1 && group.counts[0].Name == "" {
			continue // nobody has it recorded
		}
		for _, c := range group.counts {
			add(group.what, c.Name, c.Count)
		}
	}
	for month, born := range s.Birthdays {
		var names []string
		for _, m := range born {
			names = append(names, m.FullName+" ("+string(m.BornOn[8:])+")")
		}
		if len(names) > 0 {
			add(fmt.Sprintf("Sinh nhật tháng %d", month+1), strings.Join(names, ", "), len(names))
		}
	}
	return list
}

// MemberStatistics returns the figures of the register today.
func (d *Desk) MemberStatistics(members []MemberRow) app.MemberStatistics {
	plain := make([]app.Member, len(members))
	for i, m := range members {
		plain[i] = m.Member
	}
	return app.CountMembers(plain, d.Today())
}
