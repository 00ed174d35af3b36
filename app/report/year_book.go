package report

import (
	"fmt"

	"sochibo/app"
)

// BookPaper is what the bound book of a year's minutes is made of.
type BookPaper struct {
	Settings app.Settings
	Members  []app.Member
	Year     int
	Meetings []MeetingPaper // the locked ones, by day
	Drafts   int            // meetings of the year whose minutes are not locked: they are not in the book
	On       app.Date       // the day on which the book was bound
}

// YearBook makes the bound book of a year's minutes (sổ biên bản): a title page with the list of meetings and the pages on which their
// minutes begin, then all minutes, each beginning on a page of its own, with pages numbered through.
func YearBook(paper BookPaper, profile Profile) (Document, error) {
	s := paper.Settings
	doc := Document{Title: fmt.Sprintf("Sổ biên bản sinh hoạt năm %d, %s", paper.Year, s.Name), Author: s.Name, Date: paper.On}
	var minutes []Document
	pages := make([]int, len(paper.Meetings))
	for i, m := range paper.Meetings {
		minutes = append(minutes, Minutes(m, profile))
		laid, err := Layout(minutes[i], profile)
		if err != nil {
			return doc, err
		}
		pages[i] = laid.Pages()
	}
	front, err := paper.front(pages, profile)
	if err != nil {
		return doc, err
	}
	doc.add(front...)
	for _, m := range minutes {
		doc.add(PageBreak{})
		doc.add(m.Blocks...)
	}
	return doc, nil
}

// front makes the title page. How many pages it takes does not depend on the numbers in it, so it is laid out once to count them.
func (p BookPaper) front(pages []int, profile Profile) ([]Block, error) {
	laid, err := Layout(Document{Blocks: p.frontWith(0, pages, profile)}, profile)
	if err != nil {
		return nil, err
	}
	return p.frontWith(laid.Pages(), pages, profile), nil
}

func (p BookPaper) frontWith(own int, pages []int, profile Profile) []Block {
	table := Table{Small: true, Columns: []Column{
		{Head: "TT", Width: 10, Align: Center},
		{Head: "Ngày họp", Width: 26, Align: Center},
		{Head: "Buổi sinh hoạt", Width: 67, Align: Left},
		{Head: "Số biên bản", Width: 30, Align: Center},
		{Head: "Dự họp", Width: 18, Align: Center},
		{Head: "Trang", Width: 14, Align: Center},
	}}
	page := own + 1
	for i, m := range p.Meetings {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), m.Meeting.HeldOn.String(), startingSentence(m.occasion()),
			m.number(m.Meeting.MinutesNumber, app.TypeMinutes), m.present(), itoa(page)))
		page += pages[i]
	}
	blocks := []Block{
		PartyHead{Superior: p.Settings.SuperiorName, Body: p.Settings.Name, PlaceDate: placeDate(p.Settings.PlaceName, p.On)},
		Title{Type: "SỔ BIÊN BẢN", Subject: fmt.Sprintf("sinh hoạt chi bộ năm %d", p.Year)},
		table,
		Paragraph{Runs: Plain(fmt.Sprintf("Sổ này gồm %d biên bản, %d trang, đánh số từ 1 đến %d.", len(p.Meetings), page-1, page-1)), NoIndent: true},
	}
	if p.Drafts > 0 {
		blocks = append(blocks, Paragraph{Runs: Plain(fmt.Sprintf("Còn %d buổi sinh hoạt chưa khóa biên bản, chưa đóng vào sổ.", p.Drafts)), NoIndent: true})
	}
	return append(blocks, Signatures{Right: secretarySignature(p.Settings, p.Members, p.On, profile)})
}
