package ui

import (
	"context"
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
	notices []app.Notice
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
		s.page.SetBanner(nil) // what was told about another month
	}
	s.month = month
	d := s.program.desk
	type loaded struct {
		view    desk.HandoverView
		drives  []desk.Drive
		notices []app.Notice
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
		notices, err := d.Notices(ctx)
		return loaded{view, drives, notices}, err
	}, func(l loaded) {
		s.drives, s.notices = l.drives, l.notices
		s.take(l.view)
		if s.target == "" && len(l.drives) > 0 {
			s.target = l.drives[0].Path
		}
		s.draw()
	})
}

// take takes a month's view over. The committee's answer is newer than what was written on this visit.
func (s *handoverScreen) take(view desk.HandoverView) {
	s.view = view
	if state := view.Status.Record.State; state == app.MonthAccepted || state == app.MonthReturned {
		s.done = false
	}
}

// step is where the hand-over stands: 0 check, 1 choose, 2 write, 3 take out.
func (s *handoverScreen) step() int {
	switch {
	case s.isHandedOver():
		return 3
	case s.isReturned():
		return 0
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

// isReturned reports whether the committee wants the month mended: it must be reopened before it can be handed over again.
func (s *handoverScreen) isReturned() bool { return s.view.Status.Record.State == app.MonthReturned }

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
		GridItem{Share: 36, Least: 320, Object: Column(16, s.stick(), s.receiver(), s.program.noticeCard(s.notices))})
	parts := []fyne.CanvasObject{grid}
	if r := s.view.Restored; r != nil && !s.done {
		parts = append([]fyne.CanvasObject{NewBanner(MeaningWatch, wording.Text("The book was restored on {time} from the backup of {backup}. Tell the committee before the next hand-over: it may ask whether the packet continues the one before.",
			"time", r.At, "backup", r.Backup), nil)}, parts...)
	}
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
		return NewBanner(MeaningReturned, wording.Text("The committee returned this month: {remark}", "remark", record.Remark), nil)
	case record.State == app.MonthAccepted:
		return NewBanner(MeaningDone, wording.Text("The committee accepted this month on {day}", "day", app.DateOf(record.DecidedAt)), nil)
	case s.isHandedOver() && packet != nil:
		return NewBanner(MeaningReceived, wording.Text("Handed over on {day} as {file}, packet code {code}. The committee has not answered yet.", "day", app.DateOf(packet.WrittenAt), "file", packet.FileName, "code", packet.Code), nil)
	case !record.State.IsFrozen() && s.view.Answer != nil && s.view.Answer.Verdict == app.ReceiptReturned:
		return NewBanner(MeaningReturned, wording.Text("The committee's remark on the packet it returned: {remark}", "remark", s.view.Answer.Remark), nil)
	case s.view.Link == nil:
		return NewBanner(MeaningWatch, wording.Text("No committee yet. Open the committee's invitation first."), NewSmall(wording.Text("Open the invitation…"), IconMail, s.openInvitation))
	}
	return nil
}

func clockOf(t time.Time) string { return t.Format("15:04") }

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
	words := Column(4, Bold(name), used, Second(wording.Text("{free} free of {total}, {system}", "free", wording.Size(drive.Free), "total", wording.Size(drive.Total), "system", drive.FileSystem)))
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
		return NewCard(wording.Text("Receiver"), nil, Column(12, NewState(MeaningWatch, wording.Text("Not registered")),
			Paragraph(Span{Text: wording.Text("Without an invitation the packet is sealed by a passphrase that you tell the committee by phone."), Tone: ToneSecond})))
	}
	print := NewBox(Column(4, Second(wording.Text("Comparison code of the receiver")), NewWords(Span{Text: link.Fingerprint, Bold: true, Size: 20})))
	print.Fill = ToneBack
	who := wording.Text("Only this place and the cell can open the packet.")
	if len(link.Deputies) > 0 {
		var names []string
		for _, deputy := range link.Deputies {
			names = append(names, deputy.Name)
		}
		who = wording.Text("Only this place, its deputy {names} and the cell can open the packet.", "names", strings.Join(names, ", "))
	}
	parts := []fyne.CanvasObject{Column(2, Bold(link.CommitteeName), Paragraph(Span{Text: who, Tone: ToneSecond})), print}
	if link.ConfirmedOn == "" {
		parts = append(parts, Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Paragraph(Span{Text: wording.Text("Not compared by phone yet"), Tone: ToneAmber, Bold: true, Size: SizeSmall})), NewSmall(wording.Text("Compared"), IconTick, s.confirm)))
	} else {
		parts = append(parts, NewQuietState(MeaningDone, wording.Text("Compared by phone on {day}", "day", link.ConfirmedOn)))
	}
	return NewCard(wording.Text("Receiver"), NewState(MeaningLocked, wording.Text("Encrypted")), Column(12, parts...))
}

func (s *handoverScreen) bar() *ActionBar {
	receipt := NewButton(wording.Text("Receive from the committee…"), IconInbox, s.program.receiveFolder)
	if s.isReturned() {
		hint := NewHint(IconReturn, ToneError, Span{Text: wording.Text("Reopen the month, mend what the remark says, then hand it over again.")})
		return NewActionBar(hint, receipt, NewPrimary(wording.Text("Reopen…"), IconEdit, s.reopen))
	}
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
			write = NewPrimary(wording.Text("Write with a passphrase…"), IconKey, s.writeByPassphrase)
		}
		return NewActionBar(hint, receipt, write)
	}
	hint := NewHint(IconUSB, ToneSlate, Span{Text: wording.Text("Eject the stick safely, then give it to the committee with the slip.")})
	buttons := []fyne.CanvasObject{receipt, NewButton(wording.Text("Write once more"), IconAdd, s.writeAgain)}
	if s.done && isDrive(s.drives, s.target) {
		buttons = append(buttons, NewButton(wording.Text("Eject the stick"), IconUSB, s.eject))
	}
	return NewActionBar(hint, append(buttons, NewPrimary(wording.Text("Print the slip"), IconPrint, s.printSlip))...)
}
