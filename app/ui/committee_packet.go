package ui

import (
	"context"
	"fmt"
	"path"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// packetScreen shows one packet to the officer: what differs, what was checked, and the decision.
type packetScreen struct {
	program  *Program
	id       string
	page     *Page
	view     desk.PacketView
	onlyDiff *Check
	table    *DataTable
	remark   *Field
}

func newPacketScreen(p *Program, id string) Screen {
	s := &packetScreen{program: p, id: id, page: NewPage(wording.Text("Packet"))}
	s.onlyDiff = NewCheck(wording.Text("Only differences"), func(bool) { s.table.Keep(s.keeps) })
	s.table = NewDataTable(Col{Title: wording.Text("Item"), Stretch: 1.6, Least: 200}, Col{Title: "", Stretch: 1, Least: 90, Align: fyne.TextAlignTrailing},
		Col{Title: "", Stretch: 1, Least: 90, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Difference"), Stretch: 1.3, Least: 140})
	s.table.Bare = true
	s.remark = NewArea("", wording.Text("What the cell should know or mend"), 3)
	return s
}

func (s *packetScreen) Content() fyne.CanvasObject { return s.page }
func (s *packetScreen) Keys() Keys                 { return Keys{Leave: s.back} }
func (s *packetScreen) Leave(proceed func())       { proceed() }
func (s *packetScreen) Help() string               { return "packet" }

func (s *packetScreen) back() { s.program.frame.Open(placeMatrix) }

func (s *packetScreen) Show(app.Month) {
	d, id := s.program.desk, s.id
	Load(s.program.frame.Worker, wording.Text("Opening the packet"), func(ctx context.Context) (desk.PacketView, error) { return d.Packet(ctx, id) }, func(v desk.PacketView) {
		s.view = v
		s.remark.SetText(v.Packet.Remark)
		s.draw()
	})
}

func (s *packetScreen) draw() {
	p := s.view.Packet
	s.page.SetTitle(wording.Text("{cell}, month {month}", "cell", s.view.Cell.Name, "month", p.Month.String()))
	s.page.SetSub(wording.Text("Received {time}. Packet number {seq}, code {code}.", "time", wording.Moment(p.ReceivedAt), "seq", p.Seq, "code", p.Code))
	s.page.SetActions(packetState(p.State))
	s.fillTable()
	left := Column(12, NewFlushCard(wording.Text("Against the last accepted packet"), s.onlyDiff, Sized(0, grown(344), s.table)), s.documents())
	right := Column(12, s.checks(), s.remarks())
	s.page.SetBody(Grid(GridItem{Share: 64, Least: 460, Object: left}, GridItem{Share: 36, Least: 340, Object: right}))
	s.page.SetBar(s.bar())
}

func packetState(state app.MonthState) *State {
	switch state {
	case app.MonthAccepted:
		return NewState(MeaningDone, wording.Text("Accepted"))
	case app.MonthReturned:
		return NewState(MeaningReturned, wording.Text("Returned"))
	}
	return NewState(MeaningReceived, wording.Text("Received, to review"))
}

// figure is one line of the comparison.
type figure struct {
	name          string
	before, after string
	change        float64 // after minus before, for the arrow; 0 when they are not numbers
	words         string
}

func (s *packetScreen) fillTable() {
	headings := []string{"–", wording.Text("Month {number}", "number", s.view.Packet.Month.Number())}
	if s.view.Previous != nil {
		headings[0] = wording.Text("Month {number}", "number", s.view.Previous.Month.Number())
	}
	s.table.SetColumns(Col{Title: wording.Text("Item"), Stretch: 1.6, Least: 200}, Col{Title: headings[0], Stretch: 1, Least: 90, Align: fyne.TextAlignTrailing},
		Col{Title: headings[1], Stretch: 1, Least: 90, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Difference"), Stretch: 1.3, Least: 140})
	var rows []TableRow
	for _, f := range s.figures() {
		rows = append(rows, figureRow(f, s.view.Previous != nil))
	}
	for _, c := range s.view.Members {
		rows = append(rows, memberChangeRow(c))
	}
	s.table.SetRows(rows)
	s.table.Keep(s.keeps)
}

func (s *packetScreen) keeps(row int) bool {
	figures := s.figures()
	return !s.onlyDiff.Checked() || row >= len(figures) || figures[row].before != figures[row].after
}

func (s *packetScreen) figures() []figure {
	now := s.view.Packet.Summary
	before := app.PacketSummary{}
	if s.view.Previous != nil {
		before = s.view.Previous.Summary
	}
	number := func(name string, a, b int) figure {
		return figure{name: name, before: fmt.Sprint(a), after: fmt.Sprint(b), change: float64(b - a), words: wording.Text("{count} people", "count", abs(b-a))}
	}
	share := func(name string, a, b app.Share) figure {
		return figure{name: name, before: shareWords(a), after: shareWords(b), change: b.Percent() - a.Percent(),
			words: wording.Text("{points} percentage points", "points", oneDecimal(absFloat(b.Percent()-a.Percent())))}
	}
	minutes := func(name string, a, b int) figure {
		return figure{name: name, before: orDash(numberWords(a)), after: orDash(numberWords(b)), change: float64(b - a), words: wording.Text("{minutes} minutes", "minutes", abs(b-a))}
	}
	score := func(name, a, b string) figure {
		was, _ := app.ParseRatio(a) // a score that is not there gives 0 and is not compared
		is, _ := app.ParseRatio(b)
		f := figure{name: name, before: orDash(a), after: orDash(b)}
		if a != "" && b != "" {
			f.change = is.Float() - was.Float()
			f.words = wording.Text("{points} points", "points", oneDecimal(absFloat(f.change)))
		}
		return f
	}
	return []figure{
		number(wording.Text("Members"), before.Members, now.Members),
		number(wording.Text("Of these probationary"), before.Probationary, now.Probationary),
		share(wording.Text("Reach the handbook points"), before.AtThreshold, now.AtThreshold),
		share(wording.Text("Attendance"), before.Attendance, now.Attendance),
		minutes(wording.Text("Length of the meeting, minutes"), before.MeetingMinutes, now.MeetingMinutes),
		score(wording.Text("Meeting score"), before.MeetingScore, now.MeetingScore),
		share(wording.Text("Tasks of the resolution done"), before.TasksDone, now.TasksDone),
		score(wording.Text("Criteria score"), before.CriteriaScore, now.CriteriaScore),
	}
}

func numberWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func abs(n int) int { return max(n, -n) }

func absFloat(x float64) float64 { return max(x, -x) }

func shareWords(s app.Share) string {
	if s.Whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", s.Part, s.Whole)
}

func figureRow(f figure, compared bool) TableRow {
	row := TableRow{Cells: []Cell{{Text: f.name}, {Text: f.before, Tone: ToneSecond}, {Text: f.after, Bold: true}, {Text: wording.Text("unchanged"), Tone: ToneSecond}}}
	if !compared {
		row.Cells[1].Text, row.Cells[3] = "–", Cell{}
		return row
	}
	if f.before == f.after {
		return row
	}
	row.Fill = ToneWatchBack
	switch {
	case f.change > 0:
		row.Cells[3] = Cell{Text: f.words, Icon: IconUp, Tone: ToneGreen, Bold: true}
	case f.change < 0:
		row.Cells[3] = Cell{Text: f.words, Icon: IconDown, Tone: ToneError, Bold: true}
	default:
		row.Cells[3] = QuietStateCell(MeaningChanged, wording.Text("changed"))
	}
	return row
}

func memberChangeRow(c desk.MemberChange) TableRow {
	row := TableRow{Fill: ToneWatchBack, Cells: []Cell{{Text: c.Name}, {Text: c.Old, Tone: ToneSecond}, {Text: c.New, Bold: true}, QuietStateCell(MeaningChanged, memberFieldWords(c.Field))}}
	switch {
	case c.Joined:
		row.Cells[3] = QuietStateCell(MeaningNew, wording.Text("joined the list"))
	case c.Left:
		row.Cells[3] = QuietStateCell(MeaningReturned, wording.Text("left the list"))
	case c.Field == "standing":
		row.Cells[1].Text, row.Cells[2].Text = standingWords(app.Standing(c.Old)), standingWords(app.Standing(c.New))
	case c.Field == "kind":
		row.Cells[1].Text, row.Cells[2].Text = kindWords(app.Kind(c.Old)), kindWords(app.Kind(c.New))
	case c.Field == "post":
		row.Cells[1].Text, row.Cells[2].Text = orDash(postWords(app.Post(c.Old))), orDash(postWords(app.Post(c.New)))
	}
	return row
}

func (s *packetScreen) documents() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, name := range s.view.Reports {
		buttons = append(buttons, NewSmall(documentWords(name), IconReports, func() { s.openDocument(name) }))
	}
	if len(buttons) == 0 {
		return NewStrip(Second(wording.Text("No document inside")))
	}
	return NewStrip(Flow(10, buttons...))
}

// documentWords names a document by its file name inside the packet.
func documentWords(name string) string {
	base := path.Base(name)
	for prefix, words := range map[string]string{"Bien-ban": wording.Text("Minutes"), "Nghi-quyet": wording.Text("Resolution"), "Phieu-cham-diem": wording.Text("Score sheet"),
		"Bang-diem-so-tay": wording.Text("Points table"), "Bang-tieu-chi": wording.Text("Criteria sheet"), "Danh-sach-dang-vien": wording.Text("Member list")} {
		if strings.HasPrefix(base, prefix) {
			return words
		}
	}
	return base
}

func (s *packetScreen) openDocument(name string) {
	p, id := s.program, s.id
	Load(p.frame.Worker, wording.Text("Opening"), func(ctx context.Context) (string, error) {
		data, err := p.desk.PacketFile(ctx, id, name)
		if err != nil {
			return "", err
		}
		return p.privateFile(path.Base(name), data)
	}, p.openFile)
}

func (s *packetScreen) checks() fyne.CanvasObject {
	bad := 0
	var rows []fyne.CanvasObject
	for _, c := range s.view.Checks {
		title, sub := packetCheckWords(c)
		meaning := MeaningDone
		if !c.OK {
			meaning = MeaningWatch
			bad++
		}
		words := []fyne.CanvasObject{Paragraph(Span{Text: title, Bold: !c.OK})}
		if sub != "" {
			words = append(words, Paragraph(Span{Text: sub, Tone: ToneSecond, Size: SizeSmall}))
		}
		row := Inset(9, 16, 9, 16, Row(12, newIcon(meaning.Icon(), meaning.Tone(), 20), Stretch(Column(2, words...))))
		rows = append(rows, row)
		if c.What == "key" && !c.OK {
			rows = append(rows, Inset(6, 16, 10, 16, Row(12, Stretch(NewWords(Span{Text: s.view.Fingerprint, Bold: true, Size: 17})), NewSmall(wording.Text("Compared by phone"), IconTick, s.confirmKey))))
		}
	}
	info := NewState(MeaningDone, wording.Text("Nothing to note"))
	if bad > 0 {
		info = NewState(MeaningWatch, wording.Text("{count} to note", "count", bad))
	}
	return NewFlushCard(wording.Text("Check"), info, Rows(rows...))
}

func packetCheckWords(c desk.PacketCheck) (title, sub string) {
	v := func(name string) any { return c.Values[name] }
	switch c.What {
	case "key":
		if c.OK {
			return wording.Text("Signature of the cell is right"), ""
		}
		return wording.Text("The cell's key was not compared by phone"), wording.Text("Read these signs to each other, then press the button.")
	case "sequence":
		if c.OK {
			return wording.Text("The packet is whole and follows the last one"), ""
		}
		return wording.Text("The packet does not follow the last one"), wording.Text("Ask the cell whether it restored an old book or works on two computers.")
	case "documents":
		if c.OK {
			return wording.Text("Minutes locked, {count} documents inside", "count", v("count")), ""
		}
		return wording.Text("Minutes or documents are missing"), ""
	case "scores":
		if c.OK {
			return wording.Text("Meeting scored {total}", "total", v("meeting")), ""
		}
		return wording.Text("The meeting is not scored"), ""
	case "criteria":
		return wording.Text("Criteria scored {scored}/{all}", "scored", v("scored"), "all", v("all")), ""
	}
	names, _ := v("names").([]string)
	if c.OK {
		return wording.Text("Everybody reaches the handbook points"), ""
	}
	return wording.Text("{count} people below the handbook points", "count", v("count")), strings.Join(names, ", ")
}

func (s *packetScreen) confirmKey() {
	p, id := s.program, s.view.Packet.ID
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.ConfirmPacketKey(ctx, id) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.Show(p.frame.Month())
	})
}

func (s *packetScreen) remarks() fyne.CanvasObject {
	var quick []fyne.CanvasObject
	for _, phrase := range []string{wording.Text("Evidence is missing"), wording.Text("A signature is missing"), wording.Text("Points are incomplete")} {
		quick = append(quick, NewSmall(phrase, "", func() {
			text := strings.TrimSpace(s.remark.Text() + " " + phrase + ".")
			s.remark.SetText(text)
		}))
	}
	return NewCard(wording.Text("Remark to the cell"), nil, Column(8, s.remark, Second(wording.Text("Add quickly")), Flow(8, quick...)))
}

func (s *packetScreen) bar() *ActionBar {
	place := indexOf(s.view.Waiting, s.id)
	words := wording.Text("{count} packets of the month to review", "count", len(s.view.Waiting))
	if place >= 0 {
		words = wording.Text("{place} of {count} packets to review", "place", place+1, "count", len(s.view.Waiting))
	}
	step := func(by int) func() {
		return func() {
			if next := place + by; next >= 0 && next < len(s.view.Waiting) {
				s.program.frame.Show(newPacketScreen(s.program, s.view.Waiting[next]), placeMatrix)
			}
		}
	}
	before, after := NewButton(wording.Text("Packet before"), IconLeft, step(-1)), NewButton(wording.Text("Packet after"), IconRight, step(1))
	if place <= 0 {
		before.Disable()
	}
	if place < 0 || place == len(s.view.Waiting)-1 {
		after.Disable()
	}
	hint := Row(12, before, after, Second(words))
	giveBack := NewButton(wording.Text("Return to be mended"), IconReturn, func() { s.decide(app.ReceiptReturned) })
	accept := NewPrimary(wording.Text("Accept"), IconTick, func() { s.decide(app.ReceiptAccepted) })
	if s.view.Packet.State == app.MonthAccepted {
		accept.Disable()
	}
	return NewActionBar(hint, giveBack, accept)
}

func (s *packetScreen) decide(verdict app.ReceiptVerdict) {
	p, id, remark := s.program, s.id, s.remark.Text()
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.Decide(ctx, id, verdict, remark)
	}, func(_ struct{}, err error) {
		switch {
		case app.CodeOf(err) == desk.CodeNeedsRemark:
			s.remark.SetError(err)
			s.remark.Focus()
		case err != nil:
			p.frame.ShowError(err)
		default:
			s.Show(p.frame.Month())
		}
	})
}
