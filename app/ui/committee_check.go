package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

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
	case "unregistered":
		return wording.Text("The cell is not registered: sealed by a passphrase"), wording.Text("Write an invitation for it under Invitations.")
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
	case "figures":
		if c.OK {
			return wording.Text("The figures agree with the lists inside"), ""
		}
		return wording.Text("The figures do not agree with the lists inside"), wording.Text("Ask the cell to hand the month over again.")
	case "register":
		return wording.Text("The number of members does not follow"), wording.Text("{before} before, {joined} joined, {left} left, {now} now", "before", v("before"), "joined", v("joined"), "left", v("left"), "now", v("now"))
	case "shorter":
		return wording.Text("The meeting was much shorter"), wording.Text("{now} minutes, {before} in the last packet", "now", v("now"), "before", v("before"))
	case "not_checked":
		return wording.Text("Received by an older version that checked less"), ""
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
		s.page.SetBanner(nil)
		s.Show(p.frame.Month())
	})
}
