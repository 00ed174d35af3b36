package ui

import (
	"context"
	"slices"

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
	phrases  []string
}

func newPacketScreen(p *Program, id string) Screen {
	s := &packetScreen{program: p, id: id, page: NewPage(wording.Text("Packet"))}
	s.onlyDiff = NewCheck(wording.Text("Only differences"), func(bool) { s.table.Keep(s.keeps) })
	s.table = NewDataTable(compareColumns("", "")...)
	s.table.Bare = true
	s.remark = NewArea("", wording.Text("What the cell should know or mend"), 3)
	return s
}

func (s *packetScreen) Content() fyne.CanvasObject { return s.page }
func (s *packetScreen) Keys() Keys                 { return Keys{Leave: s.back} }
func (s *packetScreen) Leave(proceed func())       { proceed() }
func (s *packetScreen) Help() string               { return "packet" }

func (s *packetScreen) back() {
	p := s.program
	if from := p.packetFrom; from.frame == p.frame && from.screen != nil {
		p.frame.Show(from.screen, from.place)
		if from.table != nil {
			from.table.Focus()
		}
		return
	}
	p.frame.Open(placeMatrix)
}

func (s *packetScreen) Show(app.Month) {
	d, id := s.program.desk, s.id
	type loaded struct {
		view    desk.PacketView
		phrases []string
	}
	Load(s.program.frame.Worker, wording.Text("Opening the packet"), func(ctx context.Context) (loaded, error) {
		view, err := d.Packet(ctx, id)
		if err != nil {
			return loaded{}, err
		}
		phrases, err := d.Phrases(ctx)
		return loaded{view, phrases}, err
	}, func(l loaded) {
		s.view, s.phrases = l.view, l.phrases
		s.remark.SetText(l.view.Packet.Remark)
		s.draw()
	})
}

func (s *packetScreen) draw() {
	p := s.view.Packet
	s.page.SetTitle(wording.Text("{cell}, month {month}", "cell", s.view.Cell.Name, "month", p.Month.String()))
	s.page.SetSub(wording.Text("Received {time}. Packet number {seq}, code {code}.", "time", wording.Moment(p.ReceivedAt), "seq", p.Seq, "code", p.Code))
	s.page.SetActions(packetState(p.State), NewButton(wording.Text("Go back"), IconLeft, s.back))
	s.fillTable()
	if p.ByHand {
		s.page.SetSub(wording.Text("Entered by hand on {time}. There is no packet.", "time", wording.Moment(p.ReceivedAt)))
	}
	left := Column(12, NewFlushCard(wording.Text("Against the last accepted packet"), s.onlyDiff, Sized(0, grown(344), s.table)), s.documents())
	if evidence := s.evidence(); evidence != nil {
		left.Add(evidence)
	}
	right := Column(12, s.checks(), s.remarks())
	s.page.SetBody(Grid(GridItem{Share: 64, Least: 460, Object: left}, GridItem{Share: 36, Least: 340, Object: right}))
	s.page.SetBar(s.bar())
}

func packetState(state app.MonthState) *State {
	meanings := map[app.MonthState]Meaning{app.MonthAccepted: MeaningDone, app.MonthReturned: MeaningReturned, app.MonthReceived: MeaningReceived}
	return NewState(meanings[state], packetStateWords(state))
}

func packetStateWords(state app.MonthState) string {
	switch state {
	case app.MonthAccepted:
		return wording.Text("Accepted")
	case app.MonthReturned:
		return wording.Text("Returned")
	}
	return wording.Text("Received, to review")
}

func (s *packetScreen) bar() *ActionBar {
	place := indexOf(s.view.Waiting, s.id)
	words := wording.Text("{count} packets of the month to review", "count", len(s.view.Waiting))
	switch {
	case len(s.view.Waiting) == 0:
		words = wording.Text("No packet of the month is left to review")
	case place >= 0:
		words = wording.Text("{place} of {count} packets to review", "place", place+1, "count", len(s.view.Waiting))
	}
	step := func(by int) func() {
		return func() {
			if next := place + by; next >= 0 && next < len(s.view.Waiting) {
				s.program.frame.Show(newPacketScreen(s.program, s.view.Waiting[next]), placeMatrix)
			}
		}
	}
	hint := Row(12, Second(words))
	if place >= 0 {
		before, after := NewButton(wording.Text("Packet before"), IconLeft, step(-1)), NewButton(wording.Text("Packet after"), IconRight, step(1))
		if place == 0 {
			before.Disable()
		}
		if place == len(s.view.Waiting)-1 {
			after.Disable()
		}
		hint = Row(12, before, after, Second(words))
	}
	packet := s.view.Packet
	if packet.State == app.MonthReceived {
		giveBack := NewButton(wording.Text("Return to be mended"), IconReturn, func() { s.decide(app.ReceiptReturned) })
		return NewActionBar(hint, giveBack, NewPrimary(wording.Text("Accept"), IconTick, func() { s.decide(app.ReceiptAccepted) }))
	}
	var buttons []fyne.CanvasObject
	switch {
	case packet.ByHand:
	case packet.CanTakeBack():
		buttons = append(buttons, NewButton(wording.Text("Undo the decision"), IconUndo, s.takeBack))
	case packet.State == app.MonthReturned:
		buttons = append(buttons, NewButton(wording.Text("Accept after all"), IconTick, func() { s.decide(app.ReceiptAccepted) }))
	default:
		buttons = append(buttons, NewButton(wording.Text("Return to be mended"), IconReturn, func() { s.decide(app.ReceiptReturned) }))
	}
	return NewActionBar(hint, append(buttons, s.nextSteps(step(1))...)...)
}

// nextSteps lead on from a packet that was decided: to the next one that waits, and to the receipts; the red button is what comes first.
func (s *packetScreen) nextSteps(next func()) []fyne.CanvasObject {
	var steps []fyne.CanvasObject
	if s.view.Packet.NeedsReceipt() {
		write := NewButton(wording.Text("Write receipts…"), IconMail, s.program.writeReceipts)
		if len(s.view.Waiting) == 0 {
			write.Kind = PrimaryButton
		}
		steps = append(steps, write)
	}
	if len(s.view.Waiting) > 0 {
		steps = append(steps, NewPrimary(wording.Text("Review the next packet"), IconRight, next))
	}
	return steps
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
		case err != nil && s.keyOpen():
			p.frame.ShowNotice(MeaningWatch, wording.Sentence(err), NewSmall(wording.Text("Compared by phone"), IconTick, s.confirmKey))
		case err != nil:
			p.frame.ShowError(err)
		default:
			s.Show(p.frame.Month())
		}
	})
}

// keyOpen reports whether the cell's key is still to be compared by phone.
func (s *packetScreen) keyOpen() bool {
	return slices.ContainsFunc(s.view.Checks, func(c desk.PacketCheck) bool { return c.What == "key" && !c.OK })
}

// takeBack undoes the decision while its receipt has not left the committee.
func (s *packetScreen) takeBack() {
	p, id := s.program, s.id
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.TakeBack(ctx, id) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.Show(p.frame.Month())
	})
}
