package wording

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sync"
	"sync/atomic"

	"sochibo/assets"
)

// Vietnamese and English are the languages of the interface.
const (
	Vietnamese = "vi"
	English    = "en"
)

// catalogue is the wording of one language.
type catalogue struct {
	lang  string
	texts map[string]string
}

var (
	loadOnce   sync.Once
	catalogues map[string]*catalogue
	current    atomic.Pointer[catalogue]
)

// Use chooses the language of all texts from now on: "vi" or "en". Any other name gives Vietnamese, the language of the field.
func Use(lang string) {
	if lang != English {
		lang = Vietnamese
	}
	current.Store(loaded()[lang])
}

// Language returns the language in use, "vi" or "en".
func Language() string { return inUse().lang }

func inUse() *catalogue {
	if c := current.Load(); c != nil {
		return c
	}
	return loaded()[Vietnamese]
}

// loaded reads the embedded files once. A file that cannot be read leaves its texts in English;
// the package's tests read every file and fail on it, so a released program has none.
func loaded() map[string]*catalogue {
	loadOnce.Do(func() {
		catalogues = map[string]*catalogue{}
		for _, lang := range []string{Vietnamese, English} {
			texts, _ := readTexts(assets.Translations, lang)
			catalogues[lang] = &catalogue{lang: lang, texts: texts}
		}
	})
	return catalogues
}

// readTexts merges all files of a language. It returns what could be read together with the first fault:
// a file that is not a flat JSON object of strings, or a key with different texts in two files.
func readTexts(files fs.FS, lang string) (map[string]string, error) {
	names, err := fs.Glob(files, path.Join("translations", lang, "*.json"))
	texts := map[string]string{}
	from := map[string]string{}
	for _, name := range names {
		part, partErr := readFile(files, name)
		if partErr != nil && err == nil {
			err = partErr
		}
		for key, text := range part {
			if old, seen := texts[key]; seen && old != text && err == nil {
				err = fmt.Errorf("%q differs in %s and %s: %q, %q", key, from[key], name, old, text)
			}
			texts[key], from[key] = text, name
		}
	}
	return texts, err
}

func readFile(files fs.FS, name string) (map[string]string, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	var part map[string]string
	if err := json.Unmarshal(data, &part); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return part, nil
}

// Check looks whether the wording of both languages can be read and fits together.
func Check() error {
	for _, lang := range []string{Vietnamese, English} {
		if _, err := readTexts(assets.Translations, lang); err != nil {
			return err
		}
	}
	return nil
}
