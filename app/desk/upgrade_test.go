package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
	"sochibo/store"
)

// writeFixture names the folder below testdata that TestBooksOfEarlierProgramsWork first makes: "book-v1" was made with version 1 of
// the schema. A fixture is never written again: it stands for the books that people have. Small ones of every version of the schema
// lie in store/testdata.
const writeFixture = "DESK_WRITE_FIXTURE"

// A cell's and a committee's book of an earlier program open, are sound, show a month and take a change.
func TestBooksOfEarlierProgramsWork(t *testing.T) {
	if name := os.Getenv(writeFixture); name != "" {
		makeFixture(t, filepath.Join("testdata", name))
	}
	found, err := filepath.Glob(filepath.Join("testdata", "book-v*"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no fixtures, %v", err)
	}
	ctx := context.Background()
	for _, dir := range found {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			cell := openedCopy(t, filepath.Join(dir, "cell"))
			wantSound(t, cell)
			before := contents(t, cell, "2026-11")
			members, err := cell.Members(ctx, "2026-11")
			check(t, err)
			if len(members) < 20 {
				t.Errorf("%d members", len(members))
			}
			if _, err := cell.Overview(ctx, "2026-11"); err != nil {
				t.Error(err)
			}
			if _, err := cell.Report(ctx, app.ReportRef{Kind: app.ReportMinutes, Month: "2026-11"}); err != nil {
				t.Error(err)
			}
			settings, err := cell.Settings(ctx)
			check(t, err)
			settings.MeetingPlace = "Hội trường B"
			check(t, cell.SaveSettings(ctx, settings))
			again := reopened(t, cell)
			wantSound(t, again)
			if after := contents(t, again, "2026-11"); before != after {
				t.Errorf("the month differs after a change elsewhere: %s", firstDifference(before, after))
			}
			committee := openedCopy(t, filepath.Join(dir, "committee"))
			wantSound(t, committee)
			matrix, err := committee.Matrix(ctx, "2026-11", 1)
			check(t, err)
			if len(matrix.Rows) != 1 || matrix.Rows[0].Months[0].PacketID == "" {
				t.Fatalf("the matrix is %+v", matrix)
			}
			if _, err := committee.Packet(ctx, matrix.Rows[0].Months[0].PacketID); err != nil {
				t.Error(err)
			}
		})
	}
}

func makeFixture(t *testing.T, dir string) {
	made := t.TempDir()
	_, err := desk.MakeDemo(context.Background(), made, desk.DemoOptions{Cells: 1, Months: 1}, nil)
	check(t, err)
	for from, to := range map[string]string{filepath.Join("cells", "CB001"): "cell", "committee": "committee"} {
		check(t, os.RemoveAll(filepath.Join(made, from, "backups")))
		check(t, os.CopyFS(filepath.Join(dir, to), os.DirFS(filepath.Join(made, from))))
	}
}

// openedCopy copies a book of testdata and opens the copy.
func openedCopy(t *testing.T, dir string) *desk.Desk {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "book")
	check(t, os.CopyFS(copied, os.DirFS(dir)))
	return opened(t, copied)
}

// reopened closes a book and opens it again.
func reopened(t *testing.T, d *desk.Desk) *desk.Desk {
	t.Helper()
	check(t, d.Close(context.Background()))
	return opened(t, d.Dir())
}

func wantSound(t *testing.T, d *desk.Desk) {
	t.Helper()
	found, err := d.Check(context.Background())
	check(t, err)
	if len(found) > 0 {
		t.Errorf("the book is not sound: %+v", found)
	}
}

func TestAnUpgradeThatFailedIsToldWithWhatIsSafeAndWhatToDo(t *testing.T) {
	t.Parallel()
	words := wording.Sentence(app.WrapError(errors.New("SQL logic error: no such table"), store.CodeUpgradeFailed, "version", 12))
	for _, says := range []string{"chưa nâng cấp được", "còn nguyên", "bản chương trình trước", "tệp hỗ trợ"} {
		if !strings.Contains(words, says) {
			t.Errorf("it does not say %q: %s", says, words)
		}
	}
	if strings.Contains(words, "SQL") {
		t.Errorf("it shows what only the log should: %s", words)
	}
}
