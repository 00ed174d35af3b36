package wording

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sochibo/assets"
)

// textsOf returns what the program uses; that all files fit together is a test of its own.
func textsOf(lang string) map[string]string {
	texts, _ := readTexts(assets.Translations, lang)
	return texts
}

func TestFilesFitTogether(t *testing.T) {
	for _, lang := range []string{Vietnamese, English} {
		texts, err := readTexts(assets.Translations, lang)
		if err != nil || len(texts) < 20 {
			t.Errorf("%s: %d texts, %v", lang, len(texts), err)
		}
	}
}

func TestEveryTextIsSaidInVietnamese(t *testing.T) {
	vi := textsOf(Vietnamese)
	for text, where := range readSources(t).texts {
		if vi[text] == "" {
			t.Errorf("%s: %q has no text in assets/translations/vi", where, text)
		}
	}
}

func TestEveryErrorHasItsSentence(t *testing.T) {
	for _, lang := range []string{Vietnamese, English} {
		texts := textsOf(lang)
		for key, where := range readSources(t).errors {
			if texts[key] == "" {
				t.Errorf("%s: %q has no text in assets/translations/%s", where, key, lang)
			}
		}
	}
}

// keyName is the form of a key that is a name ("error.locked", "field.bornOn") and not a source text.
var keyName = regexp.MustCompile(`^[a-z]+(\.[A-Za-z0-9_]+)+$`)

func keyed(key string) bool { return keyName.MatchString(key) }

func TestBothLanguagesUseTheSamePlaceholders(t *testing.T) {
	vi, en := textsOf(Vietnamese), textsOf(English)
	for key, text := range vi {
		source := key
		if keyed(key) {
			var ok bool
			if source, ok = en[key]; !ok {
				t.Errorf("%q is not in assets/translations/en", key)
				continue
			}
		}
		if a, b := placeholders(source), placeholders(text); !slices.Equal(a, b) {
			t.Errorf("%q: English has %v, Vietnamese has %v", key, a, b)
		}
	}
	for key := range en {
		if keyed(key) && vi[key] == "" {
			t.Errorf("%q is not in assets/translations/vi", key)
		}
	}
}

func placeholders(text string) []string {
	names := []string{}
	for _, parts := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, parts[1])
	}
	sort.Strings(names)
	return slices.Compact(names)
}

// Text drawn from decomposed letters loses its marks in some fonts and is not found by a search.
func TestTextsAreComposed(t *testing.T) {
	for _, lang := range []string{Vietnamese, English} {
		for key, text := range textsOf(lang) {
			if !norm.NFC.IsNormalString(text) || strings.TrimSpace(text) == "" {
				t.Errorf("%s %q: %q is empty or not NFC", lang, key, text)
			}
		}
	}
}

// The window library logs a failure for each of its own strings that has no translation.
func TestFyneStringsAreComplete(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	base, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	want := decoded(t, base)
	for _, lang := range []string{Vietnamese, English} {
		inLanguage(t, lang)
		got := decoded(t, FyneStrings())
		for key, text := range want {
			_, plural := text.(map[string]any)
			if err := sameShape(got[key], plural); err != nil {
				t.Errorf("%s %q: %v", lang, key, err)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d strings, the library has %d", lang, len(got), len(want))
		}
	}
}

func decoded(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var texts map[string]any
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}

func sameShape(value any, plural bool) error {
	switch v := value.(type) {
	case string:
		if !plural && v != "" {
			return nil
		}
	case map[string]any:
		if plural && v["one"] != nil && v["other"] != nil {
			return nil
		}
	}
	return fmt.Errorf("has %v", value)
}
