package desk

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"sochibo/app"
)

// sampleMonths is how many months the sample book of the first run holds, so that every chart has something to show.
const sampleMonths = 12

// MakeSampleBook makes one cell's book with invented data in a folder that holds none: twelve months, the last one in progress
// with its points in and its meeting held, still to be scored and locked. Its passphrase is DemoPassphrase. The committee that
// it is linked to is not kept. Errors: those of Create.
func MakeSampleBook(ctx context.Context, dir string, progress func(done, total int)) (err error) {
	options, err := DemoOptions{Cells: 1, Months: sampleMonths}.complete()
	if err != nil {
		return err
	}
	_, statErr := os.Stat(dir)
	defer func() {
		if err != nil && errors.Is(statErr, fs.ErrNotExist) {
			err = errors.Join(err, os.RemoveAll(dir)) // half a sample is none
		}
	}()
	away, err := os.MkdirTemp("", "chibo-sample-*")
	if err != nil {
		return app.WrapError(err, app.CodeFileUnwrite, "path", os.TempDir())
	}
	defer func() {
		if err := os.RemoveAll(away); err != nil { // as in demo.close: a virus scanner may hold it, nobody needs it any more
			slog.Warn("the sample's committee stays for now", "error", err)
		}
	}()
	d, err := beginDemo(ctx, options, filepath.Join(away, "committee"), away, progress)
	if d != nil {
		defer func() {
			if closeErr := d.close(ctx, err != nil); err == nil {
				err = closeErr
			}
		}()
	}
	if err != nil {
		return err
	}
	if err := d.addCell(ctx, 0, dir); err != nil {
		return err
	}
	for _, month := range d.months[:len(d.months)-1] {
		if err := d.live(ctx, month); err != nil {
			return err
		}
	}
	return d.cells[0].live(ctx, d, d.last(), fateInProgress)
}
