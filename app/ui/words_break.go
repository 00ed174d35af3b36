package ui

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// breakLines fills lines word by word; a word longer than a line stands alone, and only one longer than any of the language is split.
func (w *Words) breakLines(width float32) [][]piece {
	var lines [][]piece
	var current []piece
	x := float32(0)
	feed := func() {
		lines = append(lines, current)
		current, x = nil, 0
	}
	for i, s := range w.Spans {
		if s.Icon != "" {
			current = append(current, piece{span: i, icon: true, x: x, w: grown(w.iconSide(s))})
			x += w.iconWidth(s)
		}
		for k, paragraph := range strings.Split(s.Text, "\n") {
			if k > 0 {
				feed()
			}
			for _, word := range splitWords(paragraph) {
				need := w.measure(s, strings.TrimRight(word, " "))
				if x > 0 && x+need > width+0.5 {
					feed()
					word = strings.TrimLeft(word, " ")
				}
				for need > width && utf8.RuneCountInString(word) > longestWord {
					head := w.beginning(s, word, width)
					current = joinPiece(current, piece{span: i, text: head, x: x, w: w.measure(s, head)})
					feed()
					word = word[len(head):]
					need = w.measure(s, strings.TrimRight(word, " "))
				}
				full := w.measure(s, word)
				current = joinPiece(current, piece{span: i, text: word, x: x, w: full})
				x += full
			}
		}
	}
	if len(current) > 0 || len(lines) == 0 {
		feed()
	}
	return lines
}

// longestWord is how many letters a word can have before it is taken for a path or an address and may be split.
const longestWord = 24

// beginning is the longest beginning of a word that fits into a width, a letter at least; it ends behind a slash if there is one in its second half.
func (w *Words) beginning(s Span, word string, width float32) string {
	letters := []rune(word)
	n := max(1, sort.Search(len(letters), func(n int) bool { return w.measure(s, string(letters[:n+1])) > width }))
	head := string(letters[:min(n, len(letters)-1)])
	if at := strings.LastIndexAny(head, `/\`) + 1; at > len(head)/2 {
		head = head[:at]
	}
	return head
}

// joinPiece appends a word to the piece before it if both belong to one span, so that a line is few objects.
func joinPiece(line []piece, next piece) []piece {
	if n := len(line); n > 0 && line[n-1].span == next.span && !line[n-1].icon {
		line[n-1].text += next.text
		line[n-1].w += next.w
		return line
	}
	return append(line, next)
}

// splitWords cuts a text after its spaces; the spaces stay with the word before them.
func splitWords(text string) []string {
	words := strings.SplitAfter(text, " ")
	if n := len(words); words[n-1] == "" {
		words = words[:n-1]
	}
	return words
}
