package ui

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
)

// Noto Sans: parts of the text size above and below the base line. Together they stay a little under what the library
// measures: it moves a text in a box that is higher than the text, and by a whole pixel at that.
const (
	notoAscent  = 1.069
	notoDescent = 0.291
)

// drawnBaselines are the distances from the top of a text to the base line that Fyne draws, for the sizes of the program:
// it rounds sizes and outlines to whole pixels in its own way, by up to a pixel beside what it reports.
var drawnBaselines = map[float32]float32{13: 14, 14: 15, 15: 17, 17: 19, 19: 21, 24: 26, 26: 28}

// drawnBaseline returns where Fyne draws the base line under the top of a text of a size.
func drawnBaseline(size float32) float32 {
	if known, ok := drawnBaselines[size]; ok {
		return known
	}
	_, reported := fyne.CurrentApp().Driver().RenderedTextSize("H", size, fyne.TextStyle{}, nil)
	return reported + 0.8
}

func ascent(size float32) float32     { return size * notoAscent }
func lineHeight(size float32) float32 { return size * (notoAscent + notoDescent) }

// textTop is where a line of text starts that looks centred in a height.
func textTop(height, size float32) float32 {
	return round(height/2+0.375*size) - drawnBaseline(size)
}

func ceil(v float32) float32  { return float32(math.Ceil(float64(v))) }
func floor(v float32) float32 { return float32(math.Floor(float64(v))) }
func round(v float32) float32 { return float32(math.Round(float64(v))) }

func textWidth(text string, size float32, style fyne.TextStyle) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, size, style).Width
}

// shorten returns the longest beginning of text that fits width together with "…"; text itself if it fits.
func shorten(text string, width float32, measure func(string) float32) string {
	if measure(text) <= width+0.5 {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if measure(string(runes[:middle])+"…") <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 && measure("…") > width {
		return ""
	}
	return strings.TrimRight(string(runes[:low]), " …") + "…"
}
