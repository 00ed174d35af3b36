package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// statisticsScreen shows the figures of the register today: kinds, groups, levels, ages, and who has his birthday when.
type statisticsScreen struct {
	program *Program
	page    *Page
}

func newStatisticsScreen(p *Program) *statisticsScreen {
	s := &statisticsScreen{program: p, page: NewPage(wording.Text("Figures of the register"))}
	s.page.SetActions(NewButton(wording.Text("Members"), IconMembers, s.back), NewPrimary(wording.Text("Export…"), IconUpload, s.export))
	return s
}

func (s *statisticsScreen) back()                      { s.program.frame.Open(placeMembers) }
func (s *statisticsScreen) Content() fyne.CanvasObject { return s.page }
func (s *statisticsScreen) Keys() Keys                 { return Keys{Leave: s.back, Print: s.export} }
func (s *statisticsScreen) Leave(proceed func())       { proceed() }
func (s *statisticsScreen) Help() string               { return "members" }

func (s *statisticsScreen) Show(month app.Month) {
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) (app.MemberStatistics, error) {
		rows, err := d.Members(ctx, month)
		return d.MemberStatistics(rows), err
	}, s.draw)
}

func (s *statisticsScreen) draw(f app.MemberStatistics) {
	if f.Total == 0 {
		s.page.SetBody(NewEmpty(wording.Text("There are no members yet to be counted."), nil))
		return
	}
	totals := []app.NamedCount{{Name: wording.Text("Official"), Count: f.Official}, {Name: wording.Text("Probationary"), Count: f.Probationary},
		{Name: wording.Text("Women"), Count: f.Women}, {Name: wording.Text("Must attend meetings"), Count: f.Counted}}
	items := []GridItem{s.card(wording.Text("{count} members on {day}", "count", f.Total, "day", f.On.String()), totals, f.Total)}
	for _, group := range []struct {
		title  string
		counts []app.NamedCount
	}{{wording.Text("Age"), f.Ages}, {wording.Text("Years in the Party"), f.PartyAges}, {wording.Text("Party group"), f.Groups}, {wording.Text("Political theory"), f.Theory},
		{wording.Text("Profession"), f.Professions}, {wording.Text("Schooling"), f.Schooling}, {wording.Text("Department"), f.Departments}} {
		if len(group.counts) == 1 && group.counts[0].Name == "" {
			continue // nobody has it recorded
		}
		items = append(items, s.card(group.title, group.counts, f.Total))
	}
	s.page.SetBody(Column(16, Grid(items...), s.birthdays(f)))
}

// card shows counts with their share of all members.
func (s *statisticsScreen) card(title string, counts []app.NamedCount, all int) GridItem {
	rows := make([]fyne.CanvasObject, len(counts))
	for i, c := range counts {
		name := c.Name
		if name == "" {
			name = wording.Text("not recorded")
		}
		bar := NewBar(float64(c.Count) / float64(all))
		bar.Tone = ToneSlateFill
		rows[i] = Column(2, Row(8, Stretch(NewWords(Span{Text: name, Size: SizeSmall})), NewWords(Span{Text: strconv.Itoa(c.Count), Bold: true, Size: SizeSmall})), bar)
	}
	return GridItem{Share: 1, Least: 300, Object: NewCard(title, nil, Column(8, rows...))}
}

func (s *statisticsScreen) birthdays(f app.MemberStatistics) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for month, born := range f.Birthdays {
		var names []string
		for _, m := range born {
			names = append(names, fmt.Sprintf("%s (%s)", m.FullName, m.BornOn.String()[:5]))
		}
		if len(names) > 0 {
			lines = append(lines, TopRow(12, Limited(grown(90), Bold(wording.Text("Month {n}", "n", month+1))), Stretch(Paragraph(Span{Text: strings.Join(names, ", ")}))))
		}
	}
	return NewCard(wording.Text("Birthdays"), nil, Column(6, lines...))
}

func (s *statisticsScreen) export() {
	p := s.program
	name := func() string { return memberListWords(desk.ListStatistics) + " " + string(p.desk.Today()) }
	p.exportList(wording.Text("Export a list"), nil, nil, name, func() listWriter {
		return func(ctx context.Context, path string) error {
			return p.desk.ExportMemberList(ctx, desk.ListStatistics, nil, path)
		}
	})
}
