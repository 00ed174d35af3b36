package assets

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestIconsAreFilledPathsThatCanBeRecoloured(t *testing.T) {
	for _, name := range IconNames() {
		var svg struct {
			Path []struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(Icon(name), &svg); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(svg.Path) == 0 || svg.Path[0].D == "" {
			t.Errorf("%s has no path", name)
		}
		if text := string(Icon(name)); strings.Contains(text, "stroke=") {
			t.Errorf("%s is drawn with strokes, which the window library fills to a blob", name)
		}
	}
}

func TestAnIconThatIsNotShippedIsNil(t *testing.T) {
	if Icon("no_such_icon") != nil {
		t.Error("got a picture")
	}
	if Icon("home") == nil {
		t.Error("home is missing")
	}
}

func TestEveryNoticeHasATitleAndAText(t *testing.T) {
	seen := map[string]bool{}
	for _, notice := range Notices() {
		if notice.Title == "" || len(notice.Text) < 100 || seen[notice.Title] {
			t.Errorf("%q: %d characters of text, or a title that was there before", notice.Title, len(notice.Text))
		}
		seen[notice.Title] = true
	}
	if len(seen) == 0 {
		t.Error("there are no notices")
	}
}
