// Command chibo is the window program of Sổ Chi bộ.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
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
	dir := flag.String("book", defaultBook(), "folder of the book")
	trace := flag.Bool("trace-start", false, "print the moments of the start as JSON lines")
	language := flag.String("lang", "", "language of the interface: vi or en")
	flag.Parse()
	log := logTo(logPath())
	defer log.Close()
	if err := run(*dir, *language, traceTo(*trace, started)); err != nil {
		slog.Error("ended", "error", err)
		fmt.Fprintln(os.Stderr, wording.Sentence(err))
		os.Exit(1)
	}
}

// defaultBook is a folder of the user's own, on Windows below %LOCALAPPDATA%, where a copy to other machines is not made by itself.
func defaultBook() string {
	if local := os.Getenv("LOCALAPPDATA"); local != "" {
		return filepath.Join(local, "SoChiBo", "so")
	}
	config, err := os.UserConfigDir()
	if err != nil {
		config = "."
	}
	return filepath.Join(config, "SoChiBo", "so")
}

// logPath is a file among the caches of this user; it may be deleted at any time.
func logPath() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "SoChiBo", "sochibo.log")
}

// logTo writes the log, which holds no personal data, to a file that rotates.
func logTo(path string) *lumberjack.Logger {
	file := &lumberjack.Logger{Filename: path, MaxSize: 2, MaxBackups: 3}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, nil)))
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

func run(dir, language string, trace func(string)) error {
	a := fyneApp.NewWithID(appID)
	if err := ui.UsePreferences(a, language); err != nil {
		return err
	}
	w := a.NewWindow(wording.Text("Sổ Chi bộ"))
	w.Resize(fyne.NewSize(1366, 768))
	program := ui.NewProgram(w, ui.ProgramOptions{Dir: dir, Trace: trace, Files: systemFiles{}, Options: []desk.Option{desk.WithActor(wording.Text("Secretary"))}})
	a.Lifecycle().SetOnStarted(program.Start)
	w.ShowAndRun()
	return program.EndPrivate()
}
