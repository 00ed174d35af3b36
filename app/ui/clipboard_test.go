package ui

import "testing"

func TestAClipboardThatAnotherProgramHoldsIsReadAgain(t *testing.T) {
	for _, c := range []struct {
		name  string
		there bool   // text lies on the clipboard
		held  int    // so many reads find it held
		want  string // what is pasted
		reads int
	}{
		{"free", true, 0, "ệt", 1},
		{"held for a moment", true, 2, "ệt", 3},
		{"held for good", true, 100, "", pasteTries},
		{"nothing or a picture there", false, 100, "", 1},
	} {
		reads := 0
		got := untilReadable(func() string {
			if reads++; reads <= c.held {
				return ""
			}
			return "ệt"
		}, func() bool { return c.there })
		if got != c.want || reads != c.reads {
			t.Errorf("%s: %q after %d reads, want %q after %d", c.name, got, reads, c.want, c.reads)
		}
	}
}
