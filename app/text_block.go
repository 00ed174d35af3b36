package app

import "strings"

// TextBlock is a phrase that a user keeps under a short word, to put it into a text while typing.
type TextBlock struct {
	ID    string `json:"id"`
	Short string `json:"short"` // "nt"
	Text  string `json:"text"`  // "Nhất trí với báo cáo của đồng chí Bí thư."
}

// Validate returns CodeRequired without a short word or a text, CodeInvalid for a short word with blanks.
func (b TextBlock) Validate() error {
	switch {
	case b.Short == "":
		return NewError(CodeRequired, "field", "blockShort")
	case Clean(b.Text) == "":
		return NewError(CodeRequired, "field", "blockText")
	case strings.ContainsAny(b.Short, " \t\n"):
		return NewError(CodeInvalid, "field", "blockShort", "value", b.Short)
	}
	return nil
}

// FindBlock returns the block whose short word stands right before a place in a text, accents aside, and where that word begins.
// at counts characters.
func FindBlock(blocks []TextBlock, text string, at int) (block TextBlock, from int, found bool) {
	runes := []rune(text)
	if at > len(runes) {
		at = len(runes)
	}
	from = at
	for from > 0 && !strings.ContainsRune(" \n\t.,;:()", runes[from-1]) {
		from--
	}
	word := Fold(string(runes[from:at]))
	if word == "" {
		return TextBlock{}, 0, false
	}
	for _, b := range blocks {
		if Fold(b.Short) == word {
			return b, from, true
		}
	}
	return TextBlock{}, 0, false
}
