package desk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestABookThatWasNotMadeToItsEndIsNone(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	made := 0
	ids := func() string { // the book is there, its first rows are not
		cancel()
		made++
		return fmt.Sprintf("id-%d", made)
	}
	dir := filepath.Join(t.TempDir(), "book")
	start := desk.NewBook{Passphrase: "passphrase of the cell", Settings: app.Settings{Code: "CB001", Name: "Chi bộ Xưởng May 2", OrganisationID: "cell-1"}}
	_, _, err := desk.Create(ctx, dir, start, desk.WithIDs(ids))
	wantCode(t, err, app.CodeCanceled)
	if desk.IsBook(dir) {
		t.Error("a book without settings was left behind")
	}
	book, _, err := desk.Create(context.Background(), dir, start)
	check(t, err)
	check(t, book.Close(context.Background()))
}
