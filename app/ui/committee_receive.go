package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

func (s *matrixScreen) receive() {
	p := s.program
	p.pickFolder(wording.Text("Receive from a stick or folder"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Receiving"), func(ctx context.Context) ([]desk.Received, error) {
			return p.desk.Receive(ctx, []string{dir}, false, p.frame.Progress)
		}, func(list []desk.Received, err error) {
			if err != nil {
				p.frame.ShowError(err)
			}
			if len(list) > 0 {
				s.showReceived(list)
			}
			p.ShowStatus()
			p.frame.Reload()
		})
	})
}

// receivedShown is how many results are listed: those to be noted stand first, and nobody reads a thousand lines that say the same.
const receivedShown = 150

// showReceived lists what became of each file, with the whole sentence of what is to be noted.
func (s *matrixScreen) showReceived(list []desk.Received) {
	taken, known := 0, 0
	slices.SortStableFunc(list, func(a, b desk.Received) int { return urgency(b) - urgency(a) })
	rows := make([]fyne.CanvasObject, 0, len(list))
	for _, r := range list {
		if r.Taken {
			taken++
		}
		if r.IsKnown() {
			known++
		}
		if len(rows) < receivedShown {
			rows = append(rows, receivedRow(r))
		}
	}
	if rest := len(list) - len(rows); rest > 0 {
		rows = append(rows, Inset(9, 0, 9, 0, Second(wording.Text("and {count} more packets", "count", rest))))
	}
	title := wording.Text("{taken} of {all} packets taken in", "taken", taken, "all", len(list))
	if known > 0 {
		title = wording.Text("{taken} of {all} packets taken in, {known} known already", "taken", taken, "all", len(list), "known", known)
	}
	height := min(float32(300), 70*float32(len(list)))
	d := newDialog(title, Sized(0, grown(height), container.NewVScroll(Rows(rows...))), wording.Text("Go on"), nil)
	d.main, d.width = d.back, 820
	d.show(s.program.window)
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

func receivedRow(r desk.Received) fyne.CanvasObject {
	meaning, words := MeaningDone, wording.Text("Taken in")
	if err := r.Err(); err != nil {
		meaning, words = MeaningError, wording.Sentence(err)
		switch {
		case r.Taken:
			meaning = MeaningWatch
		case r.IsKnown():
			meaning = MeaningNot
		}
	}
	name := Row(12, Bold(r.File), Stretch(Second(r.Cell)))
	return Inset(9, 0, 9, 0, TopRow(12, Column(0, newIcon(meaning.Icon(), meaning.Tone(), 20)), Stretch(Column(2, name, Paragraph(Span{Text: words, Size: SizeSmall, Tone: meaning.Tone()})))))
}

func (s *matrixScreen) writeReceipts() {
	p := s.program
	p.pickFolder(wording.Text("Where to write the receipts"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) ([]string, error) {
			return p.desk.WriteReceipts(ctx, dir, false, p.frame.Progress)
		}, func(names []string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.Reload()
			p.frame.ShowNotice(MeaningDone, wording.Text("{count} receipts written to {folder}", "count", len(names), "folder", dir), nil)
		})
	})
}
