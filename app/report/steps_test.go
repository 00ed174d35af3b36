package report

import (
	"math"
	"sort"
	"strings"
	"testing"
)

// printedLine is one baseline of a page: its texts from left to right.
type printedLine struct {
	y    float64
	left float64
	end  float64
	text string
}

// printedLines returns a page's texts joined by baseline, from top to bottom.
func printedLines(page Page) []printedLine {
	var texts []Text
	for _, step := range page.Steps {
		if t, ok := step.(Text); ok {
			texts = append(texts, t)
		}
	}
	sort.SliceStable(texts, func(i, j int) bool {
		if math.Abs(texts[i].Y-texts[j].Y) > 0.01 {
			return texts[i].Y < texts[j].Y
		}
		return texts[i].X < texts[j].X
	})
	var lines []printedLine
	for _, t := range texts {
		if n := len(lines); n > 0 && math.Abs(lines[n-1].y-t.Y) < 0.01 {
			if t.X-lines[n-1].end > 0.5 {
				lines[n-1].text += " "
			}
			lines[n-1].text += t.Text
			lines[n-1].end = t.X + t.Width
			continue
		}
		lines = append(lines, printedLine{t.Y, t.X, t.X + t.Width, t.Text})
	}
	return lines
}

// pageTexts returns each page's lines as text, from top to bottom, page numbers included.
func pageTexts(laid *Laid) [][]string {
	var all [][]string
	for _, page := range laid.pages {
		var lines []string
		for _, line := range printedLines(page) {
			lines = append(lines, line.text)
		}
		all = append(all, lines)
	}
	return all
}

func stepsOf[S Step](page Page) []S {
	var found []S
	for _, step := range page.Steps {
		if s, ok := step.(S); ok {
			found = append(found, s)
		}
	}
	return found
}

// plainText returns a document's words, one line for each paragraph, table row or item.
func plainText(doc Document) string {
	var lines []string
	add := func(texts ...string) { lines = append(lines, strings.Join(texts, " | ")) }
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case PartyHead:
			add(b.Superior, b.Body, b.Number, b.PlaceDate)
		case PlainHead:
			add(append([]string{b.Superior, b.Body}, b.Right...)...)
		case Title:
			add(b.Type, b.Subject)
		case Heading:
			add(b.Text)
		case Paragraph:
			add(runsText(b.Runs))
		case List:
			for i, item := range b.Items {
				mark := "- "
				if b.Numbered {
					mark = itoa(i+1) + ". "
				}
				add(mark + runsText(item))
			}
		case Table:
			for _, row := range b.Rows {
				var cells []string
				for _, cell := range row.Cells {
					cells = append(cells, runsText(cell.Runs))
				}
				add(cells...)
			}
		case Callout:
			add(b.Text)
		case Signatures:
			for _, s := range []*Signature{b.Left, b.Right} {
				if s != nil {
					add(s.Authority, s.Post, s.Note, s.Name)
				}
			}
			add(b.Recipients...)
		}
	}
	return strings.Join(lines, "\n")
}

func runsText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// wants fails for each line that the text lacks.
func wants(t *testing.T, text string, lines ...string) {
	t.Helper()
	have := map[string]bool{}
	for _, line := range strings.Split(text, "\n") {
		have[line] = true
	}
	for _, line := range lines {
		if !have[line] {
			t.Errorf("missing line: %s", line)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
