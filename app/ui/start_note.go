package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// StartNote is something that must be said before a book is opened.
type StartNote int

// What may have to be said.
const (
	NoteCrash    StartNote = iota // the program ended at a fault the last time
	NotePortable                  // the book lies beside the program, likely on a stick
)

// SupportFiles is where logs and reports lie.
type SupportFiles = desk.SupportSource

// notes are the bands above the unlock screen and the first run: what happened the last time, and what endangers the book.
func (p *Program) notes() []fyne.CanvasObject {
	var bands []fyne.CanvasObject
	for _, note := range p.options.Notes {
		switch note {
		case NoteCrash:
			bands = append(bands, NewBanner(MeaningWatch, wording.Text("The program ended at a fault the last time. Nothing was lost: all that was shown as saved is in the book."),
				NewSmall(wording.Text("For support…"), IconSave, p.writeSupport)))
		case NotePortable:
			bands = append(bands, NewBanner(MeaningWatch, wording.Text("The book lies beside the program. Sticks fail and get lost: copy the book to another place whenever you are done (Settings, Backups)."), nil))
		}
	}
	for _, risk := range desk.BookRisks(p.options.Dir, time.Now()) {
		bands = append(bands, NewBanner(MeaningWatch, wording.Sentence(risk), nil))
	}
	return bands
}

// writeSupport writes a file for who helps to a folder that the user chooses.
func (p *Program) writeSupport() {
	p.pickFolder(wording.Text("Where to save the file for support"), func(dir string) {
		name := "ho-tro-so-chi-bo-" + time.Now().Format("2006-01-02-1504") + ".zip"
		d, source := p.desk, p.options.Support
		size := p.window.Canvas().Size()
		source.Facts = append(append([]string{}, source.Facts...), screenFact(size, p.window.Canvas().Scale()))
		Do(p.jobs(), wording.Text("Writing"), func(ctx context.Context) (string, error) {
			path := filepath.Join(dir, name)
			return path, desk.WriteSupport(ctx, d, path, source)
		}, func(path string, err error) {
			meaning, text := MeaningDone, wording.Text("Saved as {path}. It holds no name and no row of the book: send it to who helps you.", "path", path)
			if err != nil {
				meaning, text = MeaningError, wording.Sentence(err)
			}
			ShowMessage(p.window, meaning, "", text)
		})
	})
}

// supportCard offers the file for support among the settings.
func (p *Program) supportCard() fyne.CanvasObject {
	return NewCard(wording.Text("Support"), NewSmall(wording.Text("For support…"), IconSave, p.writeSupport),
		Paragraph(Span{Text: wording.Text("If something goes wrong: a file with the program's log and facts about this computer, without personal data."), Tone: ToneSecond}))
}

func screenFact(size fyne.Size, scale float32) string {
	return fmt.Sprintf("window %.0fx%.0f, scale %.2f", size.Width, size.Height, scale)
}
