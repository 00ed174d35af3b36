package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// receivedShown is how many results are listed: those to be noted stand first, and nobody reads a thousand lines that say the same.
const receivedShown = 150

// receiveFolder takes all packets from a stick or folder and tells what became of them.
func (p *Program) receiveFolder() {
	p.pickFolder(wording.Text("Receive from a stick or folder"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Receiving"), func(ctx context.Context) ([]desk.Received, error) {
			return p.desk.Receive(ctx, []string{dir}, false, p.frame.Progress)
		}, func(list []desk.Received, err error) {
			if err != nil {
				p.frame.ShowError(err)
			}
			if len(list) > 0 {
				p.showReceived(list)
			}
			p.ShowStatus()
			p.frame.Reload()
		})
	})
}

// showReceived lists what became of each file, with the whole sentence of what is to be noted. A cell's stick carries packets of others: they are counted
// and not listed.
func (p *Program) showReceived(list []desk.Received) {
	taken, known, foreign := 0, 0, 0
	slices.SortStableFunc(list, func(a, b desk.Received) int { return urgency(b) - urgency(a) })
	rows := make([]fyne.CanvasObject, 0, len(list))
	var d *Dialog
	listed, height := 0, float32(0)
	for _, r := range list {
		if r.Taken {
			taken++
		}
		if r.IsKnown() {
			known++
		}
		if !p.frame.options.Committee && r.IsForeign() {
			foreign++
			continue
		}
		if listed++; listed <= receivedShown {
			rows = append(rows, p.receivedRow(r, func() { d.Close() }))
			if r.NeedsPassphrase() || r.IsStranger() {
				height += 50 // of its button
			}
		}
	}
	if rest := listed - receivedShown; rest > 0 {
		rows = append(rows, Inset(9, 0, 9, 0, Second(wording.Text("and {count} more packets", "count", rest))))
	}
	if foreign > 0 {
		rows = append(rows, Inset(9, 0, 9, 0, Second(wording.Text("{count} packets on the stick are for others and were passed over", "count", foreign))))
	}
	title := wording.Text("{taken} of {all} packets taken in", "taken", taken, "all", len(list)-foreign)
	if known > 0 {
		title = wording.Text("{taken} of {all} packets taken in, {known} known already", "taken", taken, "all", len(list)-foreign, "known", known)
	}
	height = min(300, height+90*float32(len(rows)))
	d = newDialog(title, Sized(0, grown(height), container.NewVScroll(Rows(rows...))), wording.Text("Go on"), nil)
	d.main, d.width = d.back, 820
	d.show(p.window)
}

// urgency orders results: refused first, then questions, then what was simply taken, then what was known.
func urgency(r desk.Received) int {
	switch {
	case r.Err() == nil:
		return 1
	case r.IsKnown():
		return 0
	case r.Taken:
		return 2
	}
	return 3
}

func (p *Program) receivedRow(r desk.Received, closeList func()) fyne.CanvasObject {
	meaning, words := MeaningDone, wording.Text("Taken in")
	if err := r.Err(); err != nil {
		meaning, words = MeaningError, wording.Sentence(err)
		switch {
		case r.Taken, r.NeedsPassphrase(), r.IsStranger():
			meaning = MeaningWatch
		case r.IsKnown():
			meaning = MeaningNot
		}
	}
	name := []fyne.CanvasObject{Bold(r.File), Stretch(Second(r.Cell))}
	if r.Unregistered || r.NeedsPassphrase() {
		name = append(name, NewState(MeaningWatch, wording.Text("Not registered")))
	}
	parts := []fyne.CanvasObject{Row(12, name...), Paragraph(Span{Text: words, Size: SizeSmall, Tone: meaning.Tone()})}
	switch {
	case r.NeedsPassphrase():
		parts = append(parts, Row(0, NewSmall(wording.Text("Type the passphrase…"), IconKey, func() {
			closeList()
			p.askPacketPassphrase(r)
		}), Space()))
	case r.IsStranger():
		parts = append(parts, Row(0, NewSmall(wording.Text("Enter this cell"), IconAdd, func() {
			closeList()
			p.receiveOne(r, desk.Taking{Enter: true})
		}), Space()))
	}
	return Inset(9, 0, 9, 0, TopRow(12, Column(0, newIcon(meaning.Icon(), meaning.Tone(), 20)), Stretch(Column(4, parts...))))
}

// askPacketPassphrase asks for the passphrase that a cell without an invitation tells by phone.
func (p *Program) askPacketPassphrase(r desk.Received) {
	told := NewField(wording.Text("Passphrase of the packet"), "0000 0000 0000 0000")
	told.Required = true
	words := Paragraph(Span{Text: wording.Text("Call the secretary of the cell and type the sixteen digits that his program showed when it wrote this packet.")})
	ShowForm(p.window, r.File, wording.Text("Open the packet"), Column(12, words, told), told, func(*Dialog) bool {
		if !allValid(told) {
			return false
		}
		p.receiveOne(r, desk.Taking{Passphrase: told.Text()})
		return true
	})
}

func (p *Program) receiveOne(r desk.Received, how desk.Taking) {
	Do(p.frame.Worker, wording.Text("Receiving"), func(ctx context.Context) (desk.Received, error) {
		return p.desk.ReceiveOne(ctx, r.Path(), how)
	}, func(result desk.Received, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.showReceived([]desk.Received{result})
		p.ShowStatus()
		p.frame.Reload()
	})
}
