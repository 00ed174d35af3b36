package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// longestShort is the length of the longest short word that F3 looks for, in characters.
const longestShort = 12

// phrases lets a field take phrases: F3 puts the phrase in place of the short word before the cursor, as Word does; without one it shows the list.
func (s *meetingScreen) phrases(f *Field) {
	before := f.entry.onKey
	f.entry.onKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyF3 && !f.entry.Disabled() {
			if !putPhrase(f.entry, s.blocks) {
				s.showPhrases(f)
			}
			return true
		}
		return before != nil && before(key)
	}
}

// putPhrase replaces the short word before the cursor; false if none of the phrases has it.
func putPhrase(entry *input, blocks []app.TextBlock) bool {
	length := markWord(entry)
	block, from, found := app.FindBlock(blocks, entry.SelectedText(), length)
	if !found || from != 0 {
		unmark(entry, length)
		return false
	}
	insertText(entry, block.Text)
	return true
}

// markWord selects the word before the cursor and returns its length in characters. The library gives no place of the cursor in the text, so
// the selection is made key by key.
func markWord(entry *input) int {
	length := 0
	shift := &fyne.KeyEvent{Name: "LeftShift"}
	entry.Entry.KeyDown(shift)
	defer entry.Entry.KeyUp(shift)
	for length < longestShort {
		entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		marked := []rune(entry.SelectedText())
		if len(marked) <= length {
			return length // the beginning of the text
		}
		if strings.ContainsRune(" \n\t.,;:()", marked[0]) {
			entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			return length
		}
		length++
	}
	return length
}

func unmark(entry *input, length int) {
	shift := &fyne.KeyEvent{Name: "LeftShift"}
	entry.Entry.KeyDown(shift)
	for range length {
		entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	entry.Entry.KeyUp(shift)
}

// insertText puts a text where the cursor is, in place of what is selected.
func insertText(entry *input, text string) {
	entry.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &ownClipboard{text}})
}

// showPhrases lists the phrases: one is put into the field, new ones are kept, old ones forgotten. field may be nil: then they are only edited.
func (s *meetingScreen) showPhrases(field *Field) {
	short := NewField(wording.Text("Short word"), wording.Text("nt"))
	text := NewArea(wording.Text("Phrase"), "", 3)
	if field != nil && field.entry.SelectedText() != "" {
		text.SetText(field.entry.SelectedText())
	}
	list := Column(2)
	var dialog *Dialog
	fill := func() {
		list.Objects = nil
		for _, block := range s.blocks {
			list.Add(s.phraseRow(block, field, func() {
				dialog.Close()
				if field != nil {
					field.Focus()
					insertText(field.entry, block.Text)
				}
			}))
		}
		if len(s.blocks) == 0 {
			list.Add(Second(wording.Text("No phrase yet. Keep sentences that come again, each under a short word.")))
		}
		list.Refresh()
	}
	s.onBlocks = func() {
		fill()
		dialog.Refit()
	}
	fill()
	hint := Paragraph(Span{Text: wording.Text("While typing: the short word, then F3."), Tone: ToneSecond})
	body := Column(12, hint, list, Rule(), TopRow(12, Limited(grown(130), short), Stretch(text)))
	dialog = ShowForm(s.program.window, wording.Text("Phrases"), wording.Text("Keep the phrase"), body, short, func(d *Dialog) bool {
		if !allValid(required(short), required(text)) {
			d.Refit()
			return false
		}
		s.keepPhrase(d, app.TextBlock{Short: short.Text(), Text: text.Text()}, func() {
			short.SetText("")
			text.SetText("")
			short.Focus()
		})
		return false
	}).Wide(640)
	dialog.back.SetText(wording.Text("Close"))
}

func required(f *Field) *Field {
	f.Required = true
	return f
}

// phraseRow is one phrase: it is chosen as a whole, or forgotten.
func (s *meetingScreen) phraseRow(block app.TextBlock, field *Field, take func()) fyne.CanvasObject {
	words := Row(12, Limited(grown(90), Bold(block.Short)), Stretch(Paragraph(Span{Text: block.Text, Size: SizeSmall})))
	remove := NewIconButton(IconDelete, wording.Text("Forget the phrase"), func() {
		book := s.program.desk
		s.changePhrases(func(ctx context.Context) error { return book.DeleteTextBlock(ctx, block.ID) })
	})
	press := newPressArea(Inset(6, 4, 6, 8, words), take)
	if field == nil {
		press.Disable()
	}
	return Row(4, Stretch(press), remove)
}

// keepPhrase keeps a phrase and says in the dialog what is wrong with it.
func (s *meetingScreen) keepPhrase(d *Dialog, block app.TextBlock, then func()) {
	book := s.program.desk
	Do(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) ([]app.TextBlock, error) {
		if _, err := book.SaveTextBlock(ctx, block); err != nil {
			return nil, err
		}
		return book.TextBlocks(ctx)
	}, func(blocks []app.TextBlock, err error) {
		if err != nil {
			d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		d.ShowBanner(nil)
		s.blocks = blocks
		s.onBlocks()
		then()
	})
}

func (s *meetingScreen) changePhrases(change func(context.Context) error) {
	book := s.program.desk
	Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) ([]app.TextBlock, error) {
		if err := change(ctx); err != nil {
			return nil, err
		}
		return book.TextBlocks(ctx)
	}, func(blocks []app.TextBlock) {
		s.blocks = blocks
		s.onBlocks()
	})
}

// restore puts what was being typed when the program ended into a meeting as it was last saved.
func restore(view desk.MeetingView, left desk.MeetingDraft) desk.MeetingView {
	kept := view.Meeting
	view.Meeting, view.NewTasks = left.Meeting, left.Tasks
	m := &view.Meeting
	m.Kind, m.Month, m.State, m.Version, m.VersionReason, m.LockedAt, m.LockedBy = kept.Kind, kept.Month, kept.State, kept.Version, kept.VersionReason, kept.LockedAt, kept.LockedBy
	return view
}
