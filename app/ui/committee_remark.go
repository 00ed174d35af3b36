package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

// phrasesShown is how many phrases stand under the remark.
const phrasesShown = 6

// usualPhrases are offered before the committee has phrases of its own.
func usualPhrases() []string {
	return []string{wording.Text("Evidence is missing"), wording.Text("A signature is missing"), wording.Text("Points are incomplete")}
}

// remarks are the remark to the cell and phrases to add.
func (s *packetScreen) remarks() fyne.CanvasObject {
	var quick []fyne.CanvasObject
	for _, phrase := range offered(s.phrases) {
		quick = append(quick, NewSmall(shortened(phrase, 30), "", func() { s.add(phrase) }))
	}
	parts := []fyne.CanvasObject{s.remark, Second(wording.Text("Add quickly")), Flow(8, quick...)}
	return NewCard(wording.Text("Remark to the cell"), nil, Column(8, parts...))
}

// offered are the committee's own phrases, filled up with the usual ones.
func offered(own []string) []string {
	list := append([]string{}, own...)
	for _, phrase := range usualPhrases() {
		if indexOf(list, phrase) < 0 {
			list = append(list, phrase)
		}
	}
	return list[:min(len(list), phrasesShown)]
}

func shortened(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	return strings.TrimSpace(string(letters[:most-1])) + "…"
}

// add puts a phrase behind the remark.
func (s *packetScreen) add(phrase string) {
	text := strings.TrimSpace(s.remark.Text())
	if text != "" && !strings.HasSuffix(text, ".") {
		text += "."
	}
	s.remark.SetText(strings.TrimSpace(text + " " + phrase + "."))
}
