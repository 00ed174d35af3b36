package handover

import (
	"strings"
	"testing"

	"sochibo/app"
)

const paperID = "0193f5a2-7c41-7b3e-9d10-4f2a6b8c0d11"

func TestKeysComeBackFromPaper(t *testing.T) {
	for _, text := range []string{committeeKeysText, cellKeysText, strangerKeysText} {
		keys := mustKeys(t, text)
		lines, err := keys.PaperLines(paperID)
		if err != nil {
			t.Fatal(err)
		}
		typed := "1. " + strings.ToLower(strings.Join(lines, "\n\n"))
		typed = strings.ReplaceAll(strings.ReplaceAll(typed, "0", "o"), "-", " – ")
		back, id, err := ParsePaper(typed)
		if err != nil {
			t.Fatalf("%v\n%s", err, typed)
		}
		if back.Text() != text || id != paperID {
			t.Errorf("%s came back as another key, organisation %s", keys, id)
		}
	}
	fresh, err := NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := fresh.PaperLines(paperID)
	if err != nil {
		t.Fatal(err)
	}
	if back, _, err := ParsePaper(strings.Join(lines, "\n")); err != nil || back.Text() != fresh.Text() {
		t.Errorf("new keys did not come back: %v", err)
	}
}

// Every single wrong symbol is found but for one in 2,048, and the line named; so are two lines that were exchanged.
func TestAMistakeOnPaperIsFoundInItsLine(t *testing.T) {
	lines, err := mustKeys(t, committeeKeysText).PaperLines(paperID)
	if err != nil {
		t.Fatal(err)
	}
	missed, tried := 0, 0
	for no, line := range lines {
		for i := range line {
			if line[i] == '-' {
				continue
			}
			for _, symbol := range paperAlphabet {
				if byte(symbol) == line[i] {
					continue
				}
				wrong := append([]string{}, lines...)
				wrong[no] = line[:i] + string(symbol) + line[i+1:]
				tried++
				_, _, err := ParsePaper(strings.Join(wrong, "\n"))
				known := asError(err)
				if known == nil {
					missed++
				} else if known.Values["line"] != no+1 {
					t.Fatalf("line %d was wrong, the answer is %v", no+1, known.Values)
				}
			}
		}
	}
	if missed > tried/500 {
		t.Errorf("%d of %d wrong symbols were not found", missed, tried)
	}
	lines[1], lines[2] = lines[2], lines[1]
	_, _, err = ParsePaper(strings.Join(lines, "\n"))
	wantCode(t, err, CodePaperLine)
	_, _, err = ParsePaper(strings.Join(lines[:9], "\n"))
	wantCode(t, err, CodePaperShort)
	_, err = mustKeys(t, cellKeysText).PaperLines("cell-2")
	wantCode(t, err, app.CodeInternal)
}
