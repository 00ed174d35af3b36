// Command chiboctl does the jobs of Sổ Chi bộ without a window: for scripts, and for machines without a display.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"sochibo/app"
	"sochibo/app/wording"
)

// Exit codes.
const (
	exitDone    = 0
	exitFailed  = 1 // the job failed
	exitRefused = 2 // wrong use or refused input: nothing was changed
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run does one command and returns the exit code. What was asked for goes to out; sentences about faults go to errs.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	wording.Use(languageOf(args))
	if len(args) == 0 || isHelp(args[0]) {
		printOverview(out)
		return exitDone
	}
	c, rest, err := findCommand(args)
	if err == nil {
		err = c.run(ctx, rest, out, errs)
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(errs, wording.Sentence(err))
	return exitCode(err)
}

// languageOf looks for --lang before anything is said. CHIBO_LANG is asked next; Vietnamese is what is left.
func languageOf(args []string) string {
	for i, arg := range args {
		name, value, cut := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name != "lang" || !strings.HasPrefix(arg, "-") {
			continue
		}
		if cut {
			return value
		}
		if i+1 < len(args) {
			return args[i+1]
		}
	}
	return os.Getenv("CHIBO_LANG")
}

// failures are the codes of jobs that were right to ask for and went wrong; every other code is an input that was refused.
var failures = map[app.Code]bool{
	app.CodeInternal: true, app.CodeCanceled: true, app.CodeDiskFull: true, app.CodeFileUnwrite: true,
	"save_failed": true, "backup_failed": true, "book_damaged": true, "key_damaged": true, "book_reloaded": true, "book_closed": true,
	"record_broken": true, "sealed_file_damaged": true, "folder_unwritable": true, "keys_unreadable": true,
	"stick_full": true, "stick_read_only": true, "stick_gone": true, "stick_faulty": true, "stick_unwritable": true, "read_back_differs": true,
	codeFindings: true, codeSomeRefused: true,
}

func exitCode(err error) int {
	if failures[app.CodeOf(err)] {
		return exitFailed
	}
	return exitRefused
}
