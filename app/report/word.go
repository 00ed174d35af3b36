package report

import "strings"

// piece is part of a word in one style.
type piece struct {
	text      string
	face      Face
	underline bool
	width     float64
}

// word is what stands between two spaces: one piece, or several where the style changes inside it.
type word struct {
	pieces []piece
	width  float64
	// gap is the width of the space before the word in its style; 0 at the start of a paragraph and between parts of a broken word.
	gap      float64
	gapFace  Face
	gapUnder bool
	// bound keeps the word on the line of the one before: the number in "THÁNG 10/2026".
	bound bool
}

// text returns the word without its styles.
func (w word) text() string {
	var b strings.Builder
	for _, p := range w.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// binding are the words that a number is not separated from at the end of a line.
var binding = map[string]bool{"ngày": true, "tháng": true, "quý": true, "năm": true}

// bind marks numbers that belong to the word before them, where both fit on a line.
func bind(words []word, limit float64) []word {
	for i := 1; i < len(words); i++ {
		w, before := &words[i], words[i-1]
		if w.gap == 0 || len(w.pieces) == 0 || w.pieces[0].text == "" || before.width+w.gap+w.width > limit {
			continue
		}
		first := w.pieces[0].text[0]
		w.bound = first >= '0' && first <= '9' && !before.bound && binding[strings.ToLower(before.text())]
	}
	return words
}

func (w *word) add(p piece) {
	w.pieces = append(w.pieces, p)
	w.width += p.width
}

// words cuts runs into words of one letter size. A word wider than limit is broken so that each part fits.
func (c *cleaner) words(runs []Run, sizePt, limit float64) []word {
	var all []word
	var current word
	var gapFace Face
	gapUnder, spaced := false, false
	finish := func() {
		if len(current.pieces) > 0 {
			all = append(all, current)
			current = word{}
		}
	}
	for _, run := range runs {
		face := run.face()
		text := c.clean(face, run.Text)
		for len(text) > 0 {
			if text[0] == ' ' {
				finish()
				gapFace, gapUnder, spaced = face, run.Underline, true
				text = strings.TrimLeft(text, " ")
				continue
			}
			part, rest := text, ""
			if at := strings.IndexByte(text, ' '); at >= 0 {
				part, rest = text[:at], text[at:]
			}
			if len(current.pieces) == 0 && spaced && len(all) > 0 {
				current.gapFace, current.gapUnder = gapFace, gapUnder
				current.gap = c.pen.width(gapFace, sizePt, " ")
			}
			current.add(piece{part, face, run.Underline, c.pen.width(face, sizePt, part)})
			text, spaced = rest, false
		}
	}
	finish()
	return bind(c.breakLong(all, sizePt, limit), limit)
}

// breakLong breaks words wider than limit between letters. A letter wider than the limit stands alone.
func (c *cleaner) breakLong(words []word, sizePt, limit float64) []word {
	long := false
	for _, w := range words {
		long = long || w.width > limit
	}
	if !long {
		return words
	}
	var all []word
	for _, w := range words {
		if w.width <= limit {
			all = append(all, w)
			continue
		}
		all = append(all, c.broken(w, sizePt, limit)...)
	}
	return all
}

func (c *cleaner) broken(w word, sizePt, limit float64) []word {
	var parts []word
	part := word{gap: w.gap, gapFace: w.gapFace, gapUnder: w.gapUnder}
	for _, p := range w.pieces {
		var letters strings.Builder
		width := 0.0
		flush := func() {
			if letters.Len() > 0 {
				part.add(piece{letters.String(), p.face, p.underline, width})
				letters.Reset()
				width = 0
			}
		}
		for _, r := range p.text {
			letter := c.pen.width(p.face, sizePt, string(r))
			if part.width+width > 0 && part.width+width+letter > limit {
				flush()
				parts = append(parts, part)
				part = word{}
			}
			letters.WriteRune(r)
			width += letter
		}
		flush()
	}
	return append(parts, part)
}
