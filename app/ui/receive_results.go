package ui

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// receivedShown is how many results are listed at once: those to be noted stand first, and the counts and the search pick from the rest.
const receivedShown = 150

// receiveFolder takes all packets from a stick or folder and tells what became of them.
func (p *Program) receiveFolder() {
	p.pickFolder(wording.Text("Receive from a stick or folder"), func(dir string) {
		var found atomic.Int64
		Do(p.frame.Worker, wording.Text("Receiving"), func(ctx context.Context) ([]desk.Received, error) {
			return p.desk.Receive(ctx, []string{dir}, false, func(done, total int) {
				found.Store(int64(total))
				p.frame.Progress(done, total)
			})
		}, func(list []desk.Received, err error) {
			switch stopped := app.CodeOf(err) == app.CodeCanceled; {
			case stopped && len(list) > 0:
				p.showReceived(list).stoppedOf(int(found.Load()))
			case len(list) > 0:
				p.frame.ShowError(err)
				p.showReceived(list)
			default:
				p.frame.ShowError(err)
			}
			p.ShowStatus()
			p.frame.Reload()
		})
	})
}

// receivedList tells what became of each file, with the whole sentence of what is to be noted. A cell's stick carries packets of others: they are
// counted and not listed.
type receivedList struct {
	program *Program
	dialog  *Dialog
	list    []desk.Received // those that are listed, the most urgent first
	foreign []string        // their files
	taken   int
	rows    *fyne.Container
	search  *SearchBox
	only    int // the urgency in use, or -1
	counts  []*Choice
	kinds   []int // the urgency of each count
}

// receivedAtOnce is how many results need no search.
const receivedAtOnce = 8

func (p *Program) showReceived(all []desk.Received) *receivedList {
	l := &receivedList{program: p, only: -1, rows: Column(0)}
	slices.SortStableFunc(all, func(a, b desk.Received) int { return urgency(b) - urgency(a) })
	known := 0
	for _, r := range all {
		if r.Taken {
			l.taken++
		}
		if r.IsKnown() {
			known++
		}
		if !p.frame.options.Committee && r.IsForeign() {
			l.foreign = append(l.foreign, r.File)
			continue
		}
		l.list = append(l.list, r)
	}
	title := wording.Text("{taken} of {all} packets taken in", "taken", wording.Number(l.taken), "all", wording.Number(len(l.list)))
	if known > 0 {
		title = wording.Text("{taken} of {all} packets taken in, {known} known already", "taken", wording.Number(l.taken), "all", wording.Number(len(l.list)), "known", wording.Number(known))
	}
	if len(l.list) == 0 {
		title = wording.Text("No packet for this cell")
	}
	l.dialog = newDialog(title, l.rows, wording.Text("Go on"), nil)
	l.dialog.main, l.dialog.width = l.dialog.back, 820
	if len(l.list) > receivedAtOnce {
		l.dialog.above(l.picking())
	}
	l.fill()
	l.dialog.show(p.window)
	if l.search != nil {
		l.search.Focus()
	}
	return l
}

// picking are the counts that each show only their own results, and the search.
func (l *receivedList) picking() fyne.CanvasObject {
	count := map[int]int{-1: len(l.list)}
	for _, r := range l.list {
		count[urgency(r)]++
	}
	var items []GridItem
	for _, kind := range []struct {
		urgency int
		meaning Meaning
		words   string
	}{{-1, MeaningReceived, wording.Text("all packets")}, {3, MeaningError, wording.Text("not taken in")}, {2, MeaningWatch, wording.Text("to be noted")},
		{1, MeaningDone, wording.Text("taken in (count)")}, {0, MeaningNot, wording.Text("known already")}} {
		if count[kind.urgency] == 0 {
			continue
		}
		choice := NewCountChoice(kind.meaning.Icon(), kind.meaning.Tone(), wording.Number(count[kind.urgency]), kind.words, func() { l.choose(kind.urgency) })
		choice.Chosen = kind.urgency == l.only
		l.counts, l.kinds = append(l.counts, choice), append(l.kinds, kind.urgency)
		items = append(items, GridItem{Share: 1, Least: 150, Object: choice})
	}
	l.search = NewSearchBox(wording.Text("Find a cell or a file"), func(string) { l.pick() })
	l.search.OnMove = l.dialog.turn
	return Column(10, l.search, Grid(items...))
}

func (l *receivedList) choose(urgency int) {
	l.only = urgency
	for i, c := range l.counts {
		c.Choose(l.kinds[i] == urgency)
	}
	l.pick()
}

// pick shows the results of the count in use that the search finds, from the first on.
func (l *receivedList) pick() {
	l.fill()
	l.dialog.Refit()
	l.dialog.scroll.ScrollToTop()
}

func (l *receivedList) keeps(r desk.Received) bool {
	if l.only >= 0 && urgency(r) != l.only {
		return false
	}
	return l.search == nil || strings.Contains(app.Fold(r.File+" "+r.Cell), app.Fold(l.search.Text()))
}

func (l *receivedList) fill() {
	var rows []fyne.CanvasObject
	listed := 0
	for _, r := range l.list {
		if !l.keeps(r) {
			continue
		}
		if listed++; listed <= receivedShown {
			rows = append(rows, l.program.receivedRow(r, func() { l.dialog.Close() }))
		}
	}
	note := func(words string) {
		rows = append(rows, Inset(9, 0, 9, 0, Paragraph(Span{Text: words, Tone: ToneSecond, Size: SizeSmall})))
	}
	switch {
	case listed == 0 && len(l.list) > 0:
		note(wording.Text("Nothing found for “{text}”", "text", l.search.Text()))
	case listed > receivedShown:
		note(wording.Text("and {count} more packets", "count", wording.Number(listed-receivedShown)))
	}
	switch passed := len(l.foreign); {
	case passed > 0 && len(l.list) == 0:
		const named = 3
		names := strings.Join(l.foreign[:min(passed, named)], ", ")
		if passed > named {
			names += ", …"
		}
		note(wording.Text("{count} packets are for others and were passed over: {files}. A file of the committee for this cell has the cell's code in its name; if there is none, ask the committee.", "count", passed, "files", names))
	case passed > 0:
		note(wording.Text("{count} packets on the stick are for others and were passed over", "count", passed))
	}
	l.rows.Objects = []fyne.CanvasObject{Rows(rows...)}
	l.rows.Refresh()
}

// stoppedOf says that the user stopped before all of the packets found were looked at.
func (l *receivedList) stoppedOf(found int) {
	l.dialog.ShowBanner(NewBanner(MeaningWatch, wording.Text("Stopped: {taken} packets were taken in and stay in the book, {left} were not looked at. Receive from the same folder again to go on.",
		"taken", wording.Number(l.taken), "left", wording.Number(max(0, found-len(l.list)-len(l.foreign)))), nil))
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

// takenWords says what a packet was that was taken in, and what state it is in now.
func takenWords(r desk.Received) string {
	month := r.Month.String()
	switch {
	case r.IsReport() && r.State == app.MonthAccepted:
		return wording.Text("Report of month {month} taken in and accepted", "month", month)
	case r.IsReport() && r.State == app.MonthReceived:
		return wording.Text("Report of month {month} taken in, to be reviewed", "month", month)
	case r.IsReceipt() && r.State == app.MonthAccepted:
		return wording.Text("Answer on month {month}: accepted", "month", month)
	case r.IsReceipt() && r.State == app.MonthReturned:
		return wording.Text("Answer on month {month}: returned to be mended", "month", month)
	}
	return wording.Text("Taken in")
}

func (p *Program) receivedRow(r desk.Received, closeList func()) fyne.CanvasObject {
	meaning, words := MeaningDone, takenWords(r)
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
