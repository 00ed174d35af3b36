package store

import (
	"strings"
	"testing"
)

func TestCommentsOfTheSchemaReachTheDescription(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	var text string
	if err := b.View(t.Context(), func(tx *Tx) error {
		var err error
		text, err = tx.Describe()
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"## member\n", "| id | TEXT | 1 |  |  |", "| member_id | TEXT | 1 | member |  |", "| role | TEXT |  |  | cell, committee |",
		"Packets that a committee received, each with the figures read from it; the packet itself is kept as it came.",
		"| search | TEXT |  |  | names and numbers in small letters without diacritics |",
		"| deputies | TEXT |  |  | What the invitation said of deputies, and when the committee wrote it: an older one takes nothing back. |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the description", want)
		}
	}
	if strings.Contains(text, "## value") {
		t.Error("the table of secret keys is described")
	}
}
