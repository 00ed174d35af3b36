package desk_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app/desk"
)

// Errors name what is missing; each name has words in both languages.
func TestWhatIsMissingIsSaidInWords(t *testing.T) {
	t.Parallel()
	names := []string{"day", "time", "chair", "recorder", "roll call", "conclusion", "not locked", "key", "document", "citizenID", "partyCardNo"}
	for _, kind := range []desk.CheckKind{desk.CheckPoints, desk.CheckMinutes, desk.CheckResolution, desk.CheckScore, desk.CheckCriteria} {
		names = append(names, string(kind))
	}
	for _, language := range []string{"vi", "en"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "translations", language, "desk.json"))
		check(t, err)
		words := make(map[string]string)
		check(t, json.Unmarshal(data, &words))
		for _, name := range names {
			if words["what."+name] == "" {
				t.Errorf("%s: no words for %q", language, name)
			}
		}
	}
}
