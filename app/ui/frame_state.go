package ui

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// The parts of the status bar.
const (
	statusSaved = iota
	statusBackup
	statusHandover
	statusCount
)

func (f *Frame) tell(which int, say func(*statusBar)) {
	if f.statusDone == nil {
		f.statusDone = make([]func(*statusBar), statusCount)
	}
	f.statusDone[which] = say
	say(f.status)
}

// SetSaved shows when the book was last saved.
func (f *Frame) SetSaved(at time.Time) { f.tell(statusSaved, func(s *statusBar) { s.setSaved(at) }) }

// SetSaving shows that changes are being saved.
func (f *Frame) SetSaving() { f.tell(statusSaved, func(s *statusBar) { s.setSaving() }) }

// SetUnsaved shows that saving failed, with a button that tries again.
func (f *Frame) SetUnsaved(retry func()) {
	f.tell(statusSaved, func(s *statusBar) { s.setUnsaved(retry) })
}

// SetBackup shows when the book was last backed up; the zero time shows that it never was. warning says that the backups are old, or
// is nil; that there is only one place of backups is said in the settings, not all the time.
func (f *Frame) SetBackup(at time.Time, warning error) {
	span := Span{Text: wording.Text("No backup yet"), Icon: IconSave, Tone: ToneSecond, Size: SizeTiny}
	if !at.IsZero() {
		span.Text = wording.Text("Last backup: {time}", "time", at)
	}
	switch app.CodeOf(warning) {
	case desk.CodeBackupOld, desk.CodePlaceOld:
		span.Text, span.Icon, span.Tone = wording.Text("Backup is old: {time}", "time", at), IconWarning, ToneAmber
	}
	f.tell(statusBackup, func(s *statusBar) { s.setBackup(span) })
}

// SetHandover shows the last hand-over, or in committee mode the last packet received, as a whole sentence.
func (f *Frame) SetHandover(text string) {
	iconName := IconUSB
	if f.options.Committee {
		iconName = IconInbox
	}
	f.tell(statusHandover, func(s *statusBar) { s.setHandover(iconName, text) })
}

// ShowError shows an error as a band on the page, or as a message where there is no page.
// An error that only says that the user stopped the work is shown as a notice.
func (f *Frame) ShowError(err error) {
	if err == nil {
		return
	}
	slog.Error("shown to the user", "error", err)
	if app.CodeOf(err) == "save_failed" && f.options.Unsaved != nil {
		f.options.Unsaved(err)
		return
	}
	meaning := MeaningError
	if app.CodeOf(err) == app.CodeCanceled {
		meaning = MeaningReceived
	}
	f.ShowNotice(meaning, wording.Sentence(err), nil)
}

// ShowNotice shows a band on the page with a cross that takes it away. button may be nil.
func (f *Frame) ShowNotice(meaning Meaning, text string, button *Button) {
	page, ok := f.content.(*Page)
	if !ok {
		ShowMessage(f.window, meaning, "", text)
		return
	}
	page.SetBanner(NewBanner(meaning, text, button).Closable(func() { page.SetBanner(nil) }))
}

// showWait shows that a job takes long, with its stop button; nil takes that away.
func (f *Frame) showWait(w *Waiting) {
	f.wait = nil
	if w != nil {
		f.wait = NewWaitBar(w.Words, w.Cancel)
	}
	f.placeWait()
}

// placeWait puts the bar of the job that runs on the page in sight: who looks elsewhere meanwhile still sees how far it is and can stop it.
func (f *Frame) placeWait() {
	if page, ok := f.content.(*Page); ok {
		page.SetWait(f.wait)
	}
}

// Progress shows on the wait bar how far a long job is; it may be called from the job.
func (f *Frame) Progress(done, total int) {
	fyne.Do(func() {
		if f.wait != nil {
			f.wait.SetProgress(done, total)
		}
	})
}
