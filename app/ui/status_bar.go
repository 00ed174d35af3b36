package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// statusBar is the line at the bottom: saved, last backup, last hand-over, help.
type statusBar struct {
	widget.BaseWidget
	saved  *Words
	retry  *Button
	backup *Words
	hand   *Words
	help   *Button
	failed bool
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
}

func newStatusBar(help func()) *statusBar {
	s := &statusBar{ground: box(ToneFrame, 0), rule: line(ToneLine)}
	s.saved = NewWords()
	s.backup, s.hand = NewWords(), NewWords()
	s.help = NewButton(wording.Text("Help: F1"), IconHelp, help)
	s.help.Kind, s.help.Height = QuietButton, 26
	s.ExtendBaseWidget(s)
	return s
}

func (s *statusBar) setSaved(at time.Time) {
	s.failed, s.retry = false, nil
	s.saved.SetSpans(Span{Text: wording.Text("Saved {time:clock}", "time", at), Icon: IconTick, Tone: ToneGreen, Bold: true, Size: SizeTiny})
	s.Refresh()
}

func (s *statusBar) setSaving() {
	s.failed, s.retry = false, nil
	s.saved.SetSpans(Span{Text: wording.Text("Saving…"), Icon: IconSave, Tone: ToneSecond, Size: SizeTiny})
	s.Refresh()
}

func (s *statusBar) setUnsaved(retry func()) {
	s.failed = true
	s.saved.SetSpans(Span{Text: wording.Text("Not saved yet"), Icon: IconWarning, Tone: ToneError, Bold: true, Size: SizeTiny})
	s.retry = NewLink(wording.Text("Save again"), "", retry)
	s.retry.Height = 26
	s.Refresh()
}

func (s *statusBar) setBackup(span Span) {
	s.backup.SetSpans(span)
	s.Refresh()
}

func (s *statusBar) setHandover(iconName, text string) {
	s.hand.SetSpans(Span{Text: text, Icon: iconName, Tone: ToneSecond, Size: SizeTiny})
	s.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (s *statusBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *statusBar) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.ground, s.rule, s.saved}
	if s.retry != nil {
		parts = append(parts, s.retry)
	}
	return append(parts, s.backup, s.hand, s.help)
}

func (s *statusBar) paint() {
	fill := Tone(ToneFrame)
	if s.failed {
		fill = ToneErrorBack
	}
	s.ground.FillColor, s.rule.FillColor = paint(fill), paint(ToneLine)
}

func (s *statusBar) least() fyne.Size { return fyne.NewSize(300, grown(heightStatus)) }

func (s *statusBar) place(size fyne.Size) {
	put(s.ground, 0, 0, size.Width, size.Height)
	put(s.rule, 0, 0, size.Width, 1)
	help := s.help.MinSize()
	right := size.Width - 14 - help.Width
	put(s.help, right, round((size.Height-help.Height)/2), help.Width, help.Height)
	x := float32(20)
	for _, o := range s.parts()[2:] {
		if o == s.help {
			continue
		}
		width := min(o.MinSize().Width, max(0, right-16-x))
		put(o, x, 0, width, size.Height)
		if width > 0 && o.MinSize().Width > 0 {
			x += width + 28
		}
	}
}
