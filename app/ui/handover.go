package ui

import (
	"context"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// handoverScreen leads through the hand-over of a month: check, choose the stick, write, take it out.
type handoverScreen struct {
	program *Program
	page    *Page
	stepper *Stepper
	month   app.Month
	view    desk.HandoverView
	drives  []desk.Drive
	target  string // folder or drive that was chosen; "" none yet
	done    bool   // written and read back on this visit
}

func newHandoverScreen(p *Program) Screen {
	s := &handoverScreen{program: p}
	s.stepper = NewStepper(wording.Text("Check"), wording.Text("Choose USB"), wording.Text("Write"), wording.Text("Take out"))
	s.page = NewPage(wording.Text("USB hand-over"), s.stepper)
	return s
}

func (s *handoverScreen) Content() fyne.CanvasObject { return s.page }
func (s *handoverScreen) Keys() Keys                 { return Keys{Print: s.printSlip} }
func (s *handoverScreen) Leave(proceed func())       { proceed() }
func (s *handoverScreen) Help() string               { return "handover" }

func (s *handoverScreen) Show(month app.Month) {
	if month != s.month {
		s.done = false
	}
	s.month = month
	d := s.program.desk
	type loaded struct {
		view   desk.HandoverView
		drives []desk.Drive
	}
	Load(s.program.frame.Worker, "", func(ctx context.Context) (loaded, error) {
		view, err := d.HandoverView(ctx, month)
		if err != nil {
			return loaded{}, err
		}
		drives, err := desk.Drives()
		if err != nil {
			drives = nil // no list of drives: any folder can still be chosen
		}
		return loaded{view, drives}, nil
	}, func(l loaded) {
		s.view, s.drives = l.view, l.drives
		if s.target == "" && len(l.drives) > 0 {
			s.target = l.drives[0].Path
		}
		s.draw()
	})
}

// step is where the hand-over stands: 0 check, 1 choose, 2 write, 3 take out.
func (s *handoverScreen) step() int {
	switch {
	case s.isHandedOver():
		return 3
	case len(gapsOf(s.view.Status)) > 0 && !s.view.Status.Record.State.IsFrozen():
		return 0
	case s.target == "":
		return 1
	}
	return 2
}

// isHandedOver reports whether the month's packet was written and the month has not been returned or reopened since.
func (s *handoverScreen) isHandedOver() bool {
	switch s.view.Status.Record.State {
	case app.MonthHandedOver, app.MonthReceived, app.MonthAccepted:
		return s.view.Packet != nil && !s.view.Packet.WrittenAt.IsZero()
	}
	return s.done
}

// gapsOf are the checks that are not met; a backup is made on the way and is none.
func gapsOf(status desk.MonthStatus) []desk.Check {
	var gaps []desk.Check
	for _, c := range status.Missing() {
		if c.What != desk.CheckBackup {
			gaps = append(gaps, c)
		}
	}
	return gaps
}

func (s *handoverScreen) draw() {
	s.stepper.Set(s.step())
	s.page.SetSub(wording.Text("Report of month {month}, due {day}", "month", s.month.String(), "day", s.view.Status.DueOn))
	grid := Grid(GridItem{Share: 31, Least: 300, Object: s.checks()}, GridItem{Share: 31, Least: 300, Object: s.contents()},
		GridItem{Share: 36, Least: 320, Object: Column(16, s.stick(), s.receiver())})
	parts := []fyne.CanvasObject{grid}
	if band := s.band(); band != nil {
		parts = append([]fyne.CanvasObject{band}, parts...)
	}
	s.page.SetBody(Column(14, parts...))
	s.page.SetBar(s.bar())
}

// band says what happened: written, waiting, accepted or returned.
func (s *handoverScreen) band() fyne.CanvasObject {
	packet := s.view.Packet
	record := s.view.Status.Record
	switch {
	case s.done && packet != nil:
		left := Column(4, NewWords(Span{Text: wording.Text("Written and read back without a difference"), Bold: true, Size: 19, Tone: ToneGreen}),
			Paragraph(Span{Text: wording.Text("File ")}, Span{Text: packet.FileName, Bold: true}, Span{Text: wording.Text(", {size}, written at {time}.", "size", wording.Size(packet.Size), "time", clockOf(packet.WrittenAt))}))
		right := Column(2, NewWords(Span{Text: wording.Text("Packet code, read it when comparing"), Tone: ToneSecond, Size: SizeSmall}), NewWords(Span{Text: packet.Code, Bold: true, Size: 19}))
		card := NewBox(Row(20, newIcon(IconDone, ToneGreen, 40), Stretch(left), right))
		card.Fill, card.Edge = ToneGreenBack, ToneGreen
		return card
	case record.State == app.MonthReturned:
		return NewBanner(MeaningReturned, wording.Text("The committee returned this month: {remark}", "remark", record.Remark), NewSmall(wording.Text("Reopen…"), IconEdit, s.reopen))
	case record.State == app.MonthAccepted:
		return NewBanner(MeaningDone, wording.Text("The committee accepted this month on {day}", "day", app.DateOf(record.DecidedAt)), nil)
	case s.isHandedOver() && packet != nil:
		return NewBanner(MeaningReceived, wording.Text("Handed over on {day} as {file}, packet code {code}. The committee has not answered yet.", "day", app.DateOf(packet.WrittenAt), "file", packet.FileName, "code", packet.Code), nil)
	case s.view.Link == nil:
		return NewBanner(MeaningWatch, wording.Text("No committee yet. Open the committee's invitation first."), NewSmall(wording.Text("Open the invitation…"), IconMail, s.openInvitation))
	}
	return nil
}

func clockOf(t time.Time) string { return t.Format("15:04") }

func (s *handoverScreen) checks() fyne.CanvasObject {
	good := 0
	var rows []fyne.CanvasObject
	for _, c := range s.view.Status.Checks {
		meaning := MeaningDone
		if c.OK {
			good++
		} else {
			meaning = MeaningWatch
		}
		title, sub := checkWords(c)
		rows = append(rows, Inset(9, 16, 9, 16, Row(12, newIcon(meaning.Icon(), meaning.Tone(), 20), Stretch(Column(2, Bold(title), Second(sub))))))
	}
	all := len(s.view.Status.Checks)
	meaning := MeaningDone
	if good < all {
		meaning = MeaningDoing
	}
	return NewFlushCard(wording.Text("Check"), NewState(meaning, wording.Text("{good}/{all} met", "good", good, "all", all)), Rows(rows...))
}

// checkWords says what a check found.
func checkWords(c desk.Check) (title, sub string) {
	v := func(name string) any { return c.Values[name] }
	switch c.What {
	case desk.CheckPoints:
		return wording.Text("Handbook points of {entered}/{counted} people", "entered", v("entered"), "counted", v("counted")), wording.Text("{below} people below {threshold} points", "below", v("below"), "threshold", v("threshold"))
	case desk.CheckMinutes:
		when, _ := v("when").(time.Time)
		if !c.OK {
			return wording.Text("Minutes not locked"), wording.Text("Finish the meeting and lock its minutes")
		}
		return wording.Text("Minutes locked"), wording.Moment(when)
	case desk.CheckResolution:
		if !c.OK {
			return wording.Text("Resolution not voted"), wording.Text("Enter the vote in the meeting")
		}
		return wording.Text("Resolution passed"), wording.Text("{for}/{eligible} in favour", "for", v("for"), "eligible", v("eligible"))
	case desk.CheckScore:
		if !c.OK {
			return wording.Text("Meeting not fully scored"), wording.Text("Some criteria have no mark yet")
		}
		return wording.Text("Meeting scored"), wording.Text("{total}/100, {level}", "total", v("total"), "level", v("level"))
	case desk.CheckCriteria:
		if c.Values == nil {
			return wording.Text("No criteria framework"), ""
		}
		return wording.Text("Criteria scored {scored}/{all}", "scored", v("scored"), "all", v("all")), wording.Text("{total} points", "total", orDash(fmt.Sprint(v("total"))))
	}
	when, _ := v("when").(time.Time)
	if when.IsZero() {
		return wording.Text("No backup yet"), wording.Text("One is made before the packet is sealed")
	}
	return wording.Text("Data backed up"), wording.Moment(when)
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

func (s *handoverScreen) contents() fyne.CanvasObject {
	sum := s.view.Summary
	line := func(icon, what, count string) fyne.CanvasObject {
		return Inset(11, 16, 11, 16, Row(12, newIcon(icon, ToneSecond, 20), Stretch(Plain(what)), Bold(count)))
	}
	minutes := wording.Text("none")
	if sum.MeetingMinutes > 0 {
		minutes = wording.Text("{minutes} minutes", "minutes", sum.MeetingMinutes)
	}
	rows := Rows(
		line(IconMembers, wording.Text("Members"), wording.Text("{count} people", "count", sum.Members)),
		line(IconPoints, wording.Text("Handbook points"), fmt.Sprintf("%d/%d", sum.AtThreshold.Part, sum.AtThreshold.Whole)),
		line(IconMeeting, wording.Text("Meeting"), minutes),
		line(IconReports, wording.Text("Tasks of the resolution"), fmt.Sprintf("%d/%d", sum.TasksDone.Part, sum.TasksDone.Whole)),
		line(IconCriteria, wording.Text("Meeting score"), orDash(sum.MeetingScore)),
		line(IconCriteria, wording.Text("Criteria"), fmt.Sprintf("%d/%d", sum.CriteriaScored.Part, sum.CriteriaScored.Whole)),
		Inset(14, 16, 14, 16, Row(12, newIcon(IconShield, ToneSlate, 22), Stretch(Paragraph(Span{Text: wording.Text("This computer keeps a copy of the packet. If the stick is lost, write it again."), Size: SizeSmall, Tone: ToneSecond})))),
	)
	return NewFlushCard(wording.Text("In the packet"), nil, rows)
}

func (s *handoverScreen) stick() fyne.CanvasObject {
	other := NewSmall(wording.Text("Other place…"), IconFolder, s.chooseFolder)
	var body []fyne.CanvasObject
	for _, drive := range s.drives {
		body = append(body, s.driveRow(drive))
	}
	if s.target != "" && !isDrive(s.drives, s.target) {
		body = append(body, Row(12, newIcon(IconFolder, ToneSlate, 26), Stretch(Paragraph(Span{Text: s.target, Bold: true}))))
	}
	if len(body) == 0 {
		body = append(body, Paragraph(Span{Text: wording.Text("No USB stick yet. Plug one in and wait a few seconds."), Tone: ToneSecond}),
			Row(0, NewSmall(wording.Text("Look again"), IconRetry, func() { s.Show(s.month) }), Space()))
	}
	return NewCard(wording.Text("USB"), other, Column(12, body...))
}

func isDrive(drives []desk.Drive, path string) bool {
	for _, d := range drives {
		if d.Path == path {
			return true
		}
	}
	return false
}

func (s *handoverScreen) driveRow(drive desk.Drive) fyne.CanvasObject {
	used := NewBar(1 - float64(drive.Free)/float64(max(drive.Total, 1)))
	name := strings.TrimSpace(drive.Label + " (" + drive.Path + ")")
	words := Column(4, Bold(name), used, Second(wording.Text("{free} free of {total}", "free", wording.Size(drive.Free), "total", wording.Size(drive.Total))))
	choose := NewSmall(wording.Text("Choose"), "", func() {
		s.target = drive.Path
		s.draw()
	})
	if s.target == drive.Path {
		return Row(12, newIcon(IconUSB, ToneSlate, 26), Stretch(words), newIcon(IconDone, ToneGreen, 22))
	}
	return Row(12, newIcon(IconUSB, ToneSecond, 26), Stretch(words), choose)
}

func (s *handoverScreen) receiver() fyne.CanvasObject {
	link := s.view.Link
	if link == nil {
		return NewCard(wording.Text("Receiver"), nil, Paragraph(Span{Text: wording.Text("Without an invitation nobody could open the packet."), Tone: ToneSecond}))
	}
	print := NewBox(Column(4, Second(wording.Text("Comparison code of the receiver")), NewWords(Span{Text: link.Fingerprint, Bold: true, Size: 20})))
	print.Fill = ToneBack
	parts := []fyne.CanvasObject{Column(2, Bold(link.CommitteeName), Second(wording.Text("Only this place and the cell can open the packet."))), print}
	if link.ConfirmedOn == "" {
		parts = append(parts, Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Paragraph(Span{Text: wording.Text("Not compared by phone yet"), Tone: ToneAmber, Bold: true, Size: SizeSmall})), NewSmall(wording.Text("Compared"), IconTick, s.confirm)))
	} else {
		parts = append(parts, NewQuietState(MeaningDone, wording.Text("Compared by phone on {day}", "day", link.ConfirmedOn)))
	}
	return NewCard(wording.Text("Receiver"), NewState(MeaningLocked, wording.Text("Encrypted")), Column(12, parts...))
}

func (s *handoverScreen) bar() *ActionBar {
	receipt := NewButton(wording.Text("Open receipt…"), IconInbox, s.openReceipt)
	switch s.step() {
	case 0:
		hint := NewHint(IconWarning, ToneAmber, Span{Text: wording.Text("{count} things are missing. They can be handed in as they are.", "count", len(gapsOf(s.view.Status)))})
		anyway := NewButton(wording.Text("Close as it is…"), IconLock, s.closeAnyway)
		return NewActionBar(hint, receipt, anyway, NewPrimary(wording.Text("Finish what is missing"), IconForward, func() { s.program.frame.Open(placeOverview) }))
	case 1:
		return NewActionBar(NewHint(IconUSB, ToneSlate, Span{Text: wording.Text("Plug in the USB stick or choose a folder.")}), receipt, NewPrimary(wording.Text("Choose a place…"), IconFolder, s.chooseFolder))
	case 2:
		hint := NewHint(IconUSB, ToneSlate, Span{Text: wording.Text("The month is closed and the packet is written to {place}.", "place", s.target)})
		write := NewPrimary(wording.Text("Write the packet"), IconSave, s.write)
		if s.view.Link == nil {
			write.Disable()
		}
		return NewActionBar(hint, receipt, write)
	}
	hint := NewHint(IconUSB, ToneSlate, Span{Text: wording.Text("Eject the stick safely, then give it to the committee with the slip.")})
	return NewActionBar(hint, receipt, NewButton(wording.Text("Write once more"), IconAdd, s.writeAgain), NewPrimary(wording.Text("Print the slip"), IconPrint, s.printSlip))
}

func (s *handoverScreen) chooseFolder() {
	s.program.pickFolder(wording.Text("Where to write the packet"), func(path string) {
		s.target, s.done = path, false
		s.draw()
	})
}

func (s *handoverScreen) closeAnyway() {
	var gaps []string
	for _, c := range gapsOf(s.view.Status) {
		title, _ := checkWords(c)
		gaps = append(gaps, title)
	}
	Ask(s.program.window, Question{Title: wording.Text("Close month {month} as it is?", "month", s.month.String()), Text: strings.Join(gaps, ". ") + ".",
		Verb: wording.Text("Close the month"), Do: func() { s.closeMonth(func() { s.Show(s.month) }) }})
}

func (s *handoverScreen) closeMonth(then func()) {
	p, month := s.program, s.month
	Do(p.frame.Worker, wording.Text("Closing the month"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.CloseMonth(ctx, month, true)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		then()
	})
}

// write closes the month if it is open and writes the packet.
func (s *handoverScreen) write() {
	p, month, dir := s.program, s.month, s.target
	isOpen := !s.view.Status.Record.State.IsFrozen()
	Do(p.frame.Worker, wording.Text("Writing and reading back"), func(ctx context.Context) (app.OutboxPacket, error) {
		if isOpen {
			if err := p.desk.CloseMonth(ctx, month, false); err != nil {
				return app.OutboxPacket{}, err
			}
		}
		return p.desk.Handover(ctx, month, dir, func(done, total int64) { p.frame.Progress(int(done), int(total)) })
	}, func(_ app.OutboxPacket, err error) {
		if err != nil {
			p.frame.ShowError(err)
			s.Show(month)
			return
		}
		s.done = true
		p.ShowStatus()
		s.Show(month)
	})
}

// writeAgain writes the packet to another stick, or to one that has to be chosen first.
func (s *handoverScreen) writeAgain() {
	if s.target != "" {
		s.write()
		return
	}
	s.program.pickFolder(wording.Text("Where to write the packet"), func(path string) {
		s.target = path
		s.write()
	})
}

func (s *handoverScreen) printSlip() { s.program.printReport(app.ReportSlip, s.month) }

func (s *handoverScreen) confirm() {
	p := s.program
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.ConfirmCommittee(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.Show(s.month)
	})
}

func (s *handoverScreen) openInvitation() {
	p := s.program
	p.pickFile(wording.Text("Open the invitation"), []string{desk.PacketEnding}, func(path string) {
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.TakeInvitation(ctx, path) }, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			s.Show(s.month)
		})
	})
}

// openReceipt takes what the committee answered from a file or stick.
func (s *handoverScreen) openReceipt() {
	p := s.program
	p.pickFile(wording.Text("Open the committee's receipt"), []string{desk.PacketEnding}, func(path string) {
		Do(p.frame.Worker, wording.Text("Receiving"), func(ctx context.Context) ([]desk.Received, error) {
			return p.desk.Receive(ctx, []string{path}, false, nil)
		}, func(list []desk.Received, err error) {
			if err == nil && len(list) > 0 {
				err = list[0].Err()
			}
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.ShowStatus()
			p.frame.ShowNotice(MeaningDone, wording.Text("Receipt for month {month} taken in", "month", list[0].Month.String()), nil)
			s.Show(s.month)
		})
	})
}

func (s *handoverScreen) reopen() {
	p := s.program
	reason := NewField(wording.Text("Reason"), wording.Text("What is changed"))
	reason.Required = true
	ShowForm(p.window, wording.Text("Reopen month {month}", "month", s.month.String()), wording.Text("Reopen"), reason, reason, func(d *Dialog) bool {
		if !reason.Valid() {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.ReopenMonth(ctx, s.month, reason.Text())
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.done = false
			s.Show(s.month)
		})
		return false
	})
}
