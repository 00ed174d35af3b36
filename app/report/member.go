package report

import (
	"fmt"

	"sochibo/app"
)

// MembersPaper is what the list of members is made of.
type MembersPaper struct {
	Settings app.Settings
	Members  []app.Member // the whole register; printed are those on the list on the day
	On       app.Date     // the day that the list describes, and the paper's date
}

// MemberList makes the list of members (danh sách đảng viên) of one day, in landscape. It holds what meetings and reports
// need; citizen ids, phone numbers and origins are left out (domain.md part 7).
func MemberList(paper MembersPaper, profile Profile) Document {
	subject := "tính đến " + paper.On.Long()
	doc := Document{
		Title:     "Danh sách đảng viên " + subject + ", " + paper.Settings.Name,
		Author:    paper.Settings.Name,
		Date:      paper.On,
		Landscape: true,
	}
	members := paper.listed()
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "DANH SÁCH ĐẢNG VIÊN", Subject: subject},
		paper.table(members),
		Paragraph{Runs: Plain(paper.figures(members)), NoIndent: true},
		Signatures{Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)},
	)
	return doc
}

func (p MembersPaper) listed() []app.Member {
	var members []app.Member
	for _, m := range p.Members {
		if m.OnListOn(p.On) {
			members = append(members, m)
		}
	}
	app.SortByName(members)
	return members
}

func (p MembersPaper) table(members []app.Member) Table {
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 10, Align: Center},
		{Head: "Họ và tên", Width: 44, Align: Left},
		{Head: "Ngày sinh", Width: 23, Align: Center},
		{Head: "Giới tính", Width: 13, Align: Center},
		{Head: "Số thẻ đảng viên", Width: 24, Align: Center},
		{Head: "Ngày vào Đảng", Width: 23, Align: Center},
		{Head: "Ngày chính thức", Width: 23, Align: Center},
		{Head: "Loại", Width: 22, Align: Left},
		{Head: "Chức vụ trong chi bộ", Width: 32, Align: Left},
		{Head: "Tổ đảng", Width: 13, Align: Center},
		{Head: "Ghi chú", Width: 35, Align: Left},
	}}
	for i, m := range members {
		table.Rows = append(table.Rows, rowOf(
			itoa(i+1), m.FullName, m.BornOn.String(), sexOf(m.Sex), m.PartyCardNo, m.AdmittedOn.String(), m.OfficialOn.String(),
			kindOf(m.KindOn(p.On)), postOf(m.Post), m.PartyGroup, standingNote(m.EventOn(p.On)),
		))
	}
	return table
}

func sexOf(sex app.Sex) string {
	switch sex {
	case app.Male:
		return "Nam"
	case app.Female:
		return "Nữ"
	}
	return ""
}

func kindOf(kind app.Kind) string {
	if kind == app.Probationary {
		return "Dự bị"
	}
	return "Chính thức"
}

// standingNote says how a member stands if it is not the usual way, and since when.
func standingNote(event app.StandingEvent) string {
	words := map[app.Standing]string{
		app.Exempt:       "Miễn sinh hoạt",
		app.TempExempt:   "Tạm miễn sinh hoạt",
		app.TempAway:     "Sinh hoạt tạm thời nơi khác",
		app.TempHere:     "Sinh hoạt tạm thời tại chi bộ",
		app.Transferring: "Chờ chuyển sinh hoạt",
		app.Suspended:    "Đình chỉ sinh hoạt",
	}
	word := words[event.Standing]
	if word != "" && event.On != "" {
		word += " từ " + event.On.String()
	}
	return word
}

func (p MembersPaper) figures(members []app.Member) string {
	official, women, exempt := 0, 0, 0
	for _, m := range members {
		if m.KindOn(p.On) == app.Official {
			official++
		}
		if m.Sex == app.Female {
			women++
		}
		if standing := m.StandingOn(p.On); standing == app.Exempt || standing == app.TempExempt {
			exempt++
		}
	}
	return fmt.Sprintf("Tổng số %d đảng viên: chính thức %d, dự bị %d; nữ %d; miễn, tạm miễn sinh hoạt %d.",
		len(members), official, len(members)-official, women, exempt)
}

// secretarySignature is the cell secretary's on a day; without one the name stays free.
func secretarySignature(s app.Settings, members []app.Member, on app.Date, profile Profile) *Signature {
	sign := &Signature{Authority: meetingLabels(s, profile).authority, Post: profile.Label(LabelSecretary)}
	if secretary, found := rosterOf(members).byPost(app.Secretary, on, members); found {
		sign.Name = secretary.FullName
	}
	return sign
}
