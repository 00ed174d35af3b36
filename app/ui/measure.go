package ui

import (
	"math"

	"fyne.io/fyne/v2"
)

// Noto Sans: parts of the text size above and below the base line.
const (
	notoAscent  = 1.069
	notoDescent = 0.293
	// drawnAscent is where Fyne draws the base line under the top of a text, so that texts can be put where they look right.
	drawnAscent = 1.19
)

func ascent(size float32) float32     { return size * notoAscent }
func lineHeight(size float32) float32 { return size * (notoAscent + notoDescent) }

// textTop is where a line of text starts that looks centred in a height.
func textTop(height, size float32) float32 {
	return round((height-lineHeight(size))/2 - (drawnAscent-notoAscent)*size)
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
	return string(runes[:low]) + "…"
}
