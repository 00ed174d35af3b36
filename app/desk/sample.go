package desk

import (
	"context"
	"path/filepath"
)

// SampleDir returns where the sample book of the first run lies: beside the real book, never in its place.
func SampleDir(bookDir string) string { return filepath.Join(filepath.Dir(bookDir), "mau") }

// OpenSample opens the sample book in a folder, and makes it first if it is not there.
func OpenSample(ctx context.Context, dir string, options ...Option) (*Desk, error) {
	if !IsBook(dir) {
		if err := MakeSampleBook(ctx, dir, nil); err != nil {
			return nil, err
		}
	}
	return Open(ctx, dir, DemoPassphrase, options...)
}
