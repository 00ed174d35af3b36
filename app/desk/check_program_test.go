package desk

import (
	"errors"
	"strings"
	"testing"

	"sochibo/app/wording"
)

func TestCheckSaysWhichPartOfTheProgramIsBroken(t *testing.T) {
	t.Parallel()
	sound := func() error { return nil }
	broken := func() error { return errors.New("bold has no 'ạ'") }
	if found := checkProgram(sound, sound); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
	for part, found := range map[string][]Finding{"Phần chữ để in": checkProgram(broken, sound), "Phần lời trên màn hình": checkProgram(sound, broken)} {
		if len(found) != 1 || found[0].Code != CodeCheckProgram || found[0].Text != "bold has no 'ạ'" {
			t.Fatalf("%s: found %+v", part, found)
		}
		if words := wording.Sentence(found[0].Advice()); !strings.Contains(words, part) || !strings.Contains(words, "Cài lại chương trình") {
			t.Errorf("%s: %s", part, words)
		}
	}
}
