// Command chibo is the window program of Sổ Chi bộ.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneApp "fyne.io/fyne/v2/app"
	"gopkg.in/natefinch/lumberjack.v2"

	"sochibo/app/desk"
	"sochibo/app/ui"
	"sochibo/app/wording"
)

// appID names the program to the system; preferences and caches lie under it.
const appID = "vn.sochibo"

func main() {
	started := time.Now()
	debug.SetGCPercent(50) // a laptop of 4 GB has more time than memory to spare
	place, portable := defaultBook()
	dir := flag.String("book", place, "folder of the book")
	trace := flag.Bool("trace-start", false, "print the moments of the start as JSON lines")
	language := flag.String("lang", "", "language of the interface: vi or en")
	flag.Parse()
	log := logTo(filepath.Join(notesFolder(), "sochibo.log"))
	defer log.Close()
	s := start{dir: *dir, language: *language, portable: portable && *dir == place, trace: traceTo(*trace, started)}
	if err := s.run(); err != nil {
		slog.Error("ended", "error", err)
		fmt.Fprintln(os.Stderr, wording.Sentence(err))
		os.Exit(1)
	}
}

// logTo writes the log to a file that rotates. It holds no personal data: of errors only codes and kinds.
func logTo(path string) *lumberjack.Logger {
	file := &lumberjack.Logger{Filename: path, MaxSize: 2, MaxBackups: 3}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if err, ok := a.Value.Any().(error); ok {
			a.Value = slog.StringValue(desk.LogText(err))
		}
		return a
	}})))
	return file
}

func traceTo(on bool, started time.Time) func(string) {
	if !on {
		return nil
	}
	out := json.NewEncoder(os.Stdout)
	return func(moment string) {
		if err := out.Encode(map[string]any{"moment": moment, "ms": time.Since(started).Milliseconds()}); err != nil {
			slog.Error("trace", "error", err)
		}
	}
}

// start says how the program was called.
type start struct {
	dir, language string
	portable      bool
	trace         func(string)
}

func (s start) run() error {
	wording.Use(s.language)
	own, first, err := claim(s.dir)
	if err != nil {
		slog.Error("a second start will not find this one", "error", err)
	}
	if !first {
		return nil
	}
	if own != nil {
		defer own.release()
	}
	if !graphicsReady() {
		return nil
	}
	crashed, err := watchCrashes(notesFolder(), time.Now())
	if err != nil {
		slog.Error("crashes are not reported", "error", err)
	}
	a := fyneApp.NewWithID(appID)
	if err := ui.UsePreferences(a, s.language); err != nil {
		return err
	}
	w := a.NewWindow(wording.Text("Sổ Chi bộ"))
	w.Resize(fyne.NewSize(1366, 768))
	program := ui.NewProgram(w, ui.ProgramOptions{Dir: s.dir, Trace: s.trace, Files: systemFiles{}, Dialogs: findDialogs(), Notes: s.notes(crashed),
		Support: ui.SupportFiles{Folder: notesFolder()}, Options: []desk.Option{desk.WithUnnamed(wording.Text("Secretary"))}})
	a.Lifecycle().SetOnStarted(func() {
		if own != nil {
			own.mark(w)
		}
		program.Start()
	})
	w.ShowAndRun()
	program.EndPrivate()
	return nil
}

func (s start) notes(crashed bool) []ui.StartNote {
	var notes []ui.StartNote
	if crashed {
		notes = append(notes, ui.NoteCrash)
	}
	if s.portable {
		notes = append(notes, ui.NotePortable)
	}
	return notes
}
