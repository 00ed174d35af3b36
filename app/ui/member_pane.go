package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// memberPane shows one member beside the table: in short, the whole record, the tasks, the history.
type memberPane struct {
	program *Program
	holder  *fyne.Container
	tabs    *Tabs
	body    *innerScroll

	id        string
	month     app.Month
	card      desk.MemberCard
	loaded    bool
	uncovered bool // the numbers are shown in full
}

func newMemberPane(p *Program) *memberPane {
	m := &memberPane{program: p, holder: container.NewStack()}
	m.tabs = NewTabs(func(int) { m.drawTab() }, Tab{Text: wording.Text("In short")}, Tab{Text: wording.Text("Record")}, Tab{Text: wording.Text("Tasks given")}, Tab{Text: wording.Text("History")})
	m.body = newInnerScroll(container.ScrollVerticalOnly, Column(0))
	m.clear()
	return m
}

func (m *memberPane) content() fyne.CanvasObject { return m.holder }

// clear shows that nobody is chosen.
func (m *memberPane) clear() {
	m.id, m.loaded, m.uncovered = "", false, false
	m.holder.Objects = []fyne.CanvasObject{NewBox(NewEmpty(wording.Text("Choose a person in the list"), nil))}
	m.holder.Refresh()
}

// show loads a member's card. Another member's numbers are covered again.
func (m *memberPane) show(id string, month app.Month) {
	if id != m.id {
		m.uncovered = false
	}
	m.id, m.month = id, month
	d := m.program.desk
	Load(m.program.frame.Worker, "", func(ctx context.Context) (desk.MemberCard, error) { return d.Member(ctx, id, month) }, func(card desk.MemberCard) {
		if id != m.id || month != m.month {
			return // the user has moved on
		}
		m.card, m.loaded = card, true
		m.draw()
	})
}

func (m *memberPane) draw() {
	edit := NewSmall(wording.Text("Edit"), IconEdit, func() { m.program.frame.Show(newMemberForm(m.program, m.id), placeMembers) })
	name := Paragraph(Span{Text: m.card.FullName, Bold: true, Size: 20})
	head := Inset(14, 16, 4, 16, Column(2, TopRow(8, Stretch(name), edit), Paragraph(Span{Text: memberLine(m.card.MemberRow), Tone: ToneSecond, Size: SizeSmall})))
	m.drawTab()
	card := NewFlushCard("", nil, Column(0, head, m.tabs, Stretch(Sized(0, grown(330), m.body))))
	m.holder.Objects = []fyne.CanvasObject{card}
	m.holder.Refresh()
}

// memberLine says in one line who someone is: "Chính thức · Tổ đảng 1 · Tổ trưởng chuyền 4".
func memberLine(row desk.MemberRow) string {
	line := kindWords(row.KindNow)
	if row.PartyGroup != "" {
		line += " · " + wording.Text("Party group {name}", "name", row.PartyGroup)
	}
	for _, more := range []string{postWords(row.Post), row.Occupation} {
		if more != "" {
			line += " · " + more
		}
	}
	return line
}

func (m *memberPane) drawTab() {
	if !m.loaded {
		return
	}
	parts := []func() fyne.CanvasObject{m.summary, m.record, m.tasks, m.history}
	m.body.Content = container.New(columnLayout{}, Inset(12, 16, 14, 16, parts[m.tabs.Selected()]()))
	m.body.ScrollToTop()
	m.body.Refresh()
}

// showNumbers uncovers the numbers once the access log holds it.
func (m *memberPane) showNumbers() {
	id, d := m.id, m.program.desk
	Do(m.program.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, d.ShowNumbers(ctx, id) }, func(_ struct{}, err error) {
		if err != nil {
			m.program.frame.ShowError(err)
			return
		}
		if id == m.id {
			m.uncovered = true
			m.drawTab()
		}
	})
}

func (m *memberPane) hideNumbers() {
	if m.uncovered {
		m.uncovered = false
		m.drawTab()
	}
}

// fact is one line of a record: what, its value, and something at the right end or nil.
func fact(what, value string, right fyne.CanvasObject) fyne.CanvasObject {
	label := Limited(grown(104), Paragraph(Span{Text: what, Tone: ToneSecond, Size: SizeSmall}))
	text := Paragraph(Span{Text: orDash(value)})
	if right == nil {
		return TopRow(4, label, Stretch(text))
	}
	return TopRow(4, Inset(3, 0, 3, 0, label), Stretch(Inset(3, 0, 3, 0, text)), right)
}
