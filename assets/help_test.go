package assets

import (
	"bytes"
	"image/png"
	"slices"
	"testing"
)

func TestEveryHelpPageHasTitleTextAndItsPictures(t *testing.T) {
	pages, err := Help()
	if err != nil || len(pages) < 10 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	seen := map[string]bool{}
	for _, page := range pages {
		if page.Title == "" || page.Key == "" || seen[page.Key] || len(page.Blocks()) == 0 {
			t.Errorf("page %q with title %q has %d blocks, or a key that was there before", page.Key, page.Title, len(page.Blocks()))
		}
		seen[page.Key] = true
		step := 0
		for _, b := range page.Blocks() {
			if b.Text == "" {
				t.Errorf("%s has an empty block", page.Key)
			}
			if b.Kind == HelpPicture {
				if _, err := png.Decode(bytes.NewReader(HelpImage(b.Picture))); err != nil {
					t.Errorf("%s: picture %s: %v (go run ./cmd/dev screens -renew draws it)", page.Key, b.Picture, err)
				}
			}
			if b.Kind != HelpStep {
				step = 0
				continue
			}
			if step++; b.Number != step {
				t.Errorf("%s: step %d of %q is numbered %d", page.Key, step, b.Text, b.Number)
			}
		}
	}
}

func TestHelpIsReadLineByLine(t *testing.T) {
	page := HelpPage{Text: "Một câu.\n## Đầu mục\n- mục\n1. bước\n![Chú thích](first-run)\n\n![hỏng](A/../b)\n"}
	want := []HelpBlock{{Kind: HelpText, Text: "Một câu."}, {Kind: HelpHeading, Text: "Đầu mục"}, {Kind: HelpItem, Text: "mục"},
		{Kind: HelpStep, Number: 1, Text: "bước"}, {Kind: HelpPicture, Text: "Chú thích", Picture: "first-run"},
		{Kind: HelpText, Text: "![hỏng](A/../b)"}}
	if got := page.Blocks(); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
