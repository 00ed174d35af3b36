package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app/desk"
)

func TestCopyOnAnotherDriveOpensWithTheSamePassphrase(t *testing.T) {
	ctx, c := context.Background(), newClock()
	_, cell, _, _ := linked(t, c)
	importBoth(t, cell)
	dir, err := cell.CopyTo(ctx, t.TempDir())
	check(t, err)
	copied, err := desk.Open(ctx, dir, "cell", desk.WithClock(c.Now))
	check(t, err)
	defer copied.CloseDiscarding()
	rows, err := copied.Members(ctx, "2026-11")
	check(t, err)
	if len(rows) != 24 {
		t.Errorf("%d members in the copy", len(rows))
	}
	file := filepath.Join(t.TempDir(), "no-folder")
	check(t, os.WriteFile(file, nil, 0o600))
	if _, err := cell.CopyTo(ctx, file); err == nil {
		t.Error("a copy into a place that takes none is reported as made")
	}
}
