package ui

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2/theme"
)

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// The pairs of tones that the kit draws text or control borders with, and the least contrast of each (WCAG 2 AA).
var contrastPairs = []struct {
	front, back Tone
	least       float64
}{
	{ToneText, ToneBack, 4.5}, {ToneText, ToneCard, 4.5}, {ToneText, ToneFrame, 4.5}, {ToneText, ToneHover, 4.5},
	{ToneText, ToneGoldBack, 4.5}, {ToneText, ToneGoldHead, 4.5}, {ToneText, ToneSlateBack, 4.5}, {ToneText, ToneGreenBack, 4.5},
	{ToneText, ToneAmberBack, 4.5}, {ToneText, ToneErrorBack, 4.5}, {ToneText, ToneChosen, 4.5}, {ToneText, ToneWatchBack, 4.5},
	{ToneSecond, ToneBack, 4.5}, {ToneSecond, ToneCard, 4.5}, {ToneSecond, ToneFrame, 4.5}, {ToneSecond, ToneGoldBack, 4.5},
	{ToneSecond, ToneSlateBack, 4.5}, {ToneSecond, ToneHover, 4.5}, {ToneSecond, ToneWatchBack, 4.5}, {ToneSecond, ToneChosen, 4.5},
	{ToneHint, ToneCard, 4.5}, {ToneHint, ToneFrame, 4.5}, {ToneHint, ToneBack, 4.5},
	{ToneOnFill, ToneBrand, 4.5}, {ToneOnFill, ToneBrandHot, 4.5}, {ToneOnFill, ToneSlateFill, 4.5}, {ToneOnFill, ToneGreenFill, 4.5},
	{ToneRed, ToneCard, 4.5}, {ToneRed, ToneBack, 4.5}, {ToneRed, ToneFrame, 4.5},
	{ToneGold, ToneGoldBack, 4.5}, {ToneGold, ToneCard, 4.5}, {ToneGold, ToneFrame, 4.5},
	{ToneSlate, ToneSlateBack, 4.5}, {ToneSlate, ToneCard, 4.5}, {ToneSlate, ToneFrame, 4.5}, {ToneSlate, ToneChosen, 4.5},
	{ToneGreen, ToneGreenBack, 4.5}, {ToneGreen, ToneCard, 4.5}, {ToneGreen, ToneFrame, 4.5}, {ToneGreen, ToneGoldBack, 4.5},
	{ToneGreen, ToneSlateBack, 4.5}, {ToneGreen, ToneBack, 4.5},
	{ToneAmber, ToneAmberBack, 4.5}, {ToneAmber, ToneCard, 4.5}, {ToneAmber, ToneFrame, 4.5}, {ToneAmber, ToneBack, 4.5},
	{ToneError, ToneErrorBack, 4.5}, {ToneError, ToneCard, 4.5}, {ToneError, ToneFrame, 4.5}, {ToneError, ToneGoldBack, 4.5},
	{ToneError, ToneSlateBack, 4.5}, {ToneError, ToneBack, 4.5}, {ToneError, ToneWatchBack, 4.5},
	{ToneNeutral, ToneFrame, 4.5}, {ToneNeutral, ToneCard, 4.5},
	{ToneText, ToneBar, 3},
	{ToneBorder, ToneCard, 3}, {ToneBorder, ToneBack, 3}, {ToneBorder, ToneFrame, 3}, {ToneBorder, ToneWatchBack, 3},
	{ToneSlateFill, ToneRowLine, 2}, {ToneGoldLine, ToneCard, 3},
}

func TestEveryPairOfTonesCanBeRead(t *testing.T) {
	for name, colours := range map[string]palette{"light": lightPalette, "dark": darkPalette} {
		for _, pair := range contrastPairs {
			front, known := colours[pair.front]
			if !known {
				t.Fatalf("%s has no %s", name, pair.front)
			}
			back, known := colours[pair.back]
			if !known {
				t.Fatalf("%s has no %s", name, pair.back)
			}
			if got := contrast(front, back); got < pair.least {
				t.Errorf("%s: %s on %s has %.2f:1, needs %.1f:1", name, pair.front, pair.back, got, pair.least)
			}
		}
	}
}

func TestBothPalettesHoldTheSameTones(t *testing.T) {
	for tone := range lightPalette {
		if _, known := darkPalette[tone]; !known {
			t.Errorf("dark lacks %s", tone)
		}
	}
	for _, tone := range fyneTones {
		if _, known := lightPalette[tone]; !known {
			t.Errorf("light lacks %s", tone)
		}
	}
	if len(lightPalette) != len(darkPalette) {
		t.Errorf("light has %d tones, dark %d", len(lightPalette), len(darkPalette))
	}
}

func TestThemeFollowsLookAndTextSize(t *testing.T) {
	cases := []struct {
		name    string
		theme   *Theme
		variant int
		ground  color.NRGBA
		text    float32
	}{
		{"light stays light in a dark system", NewTheme(LookLight, TextNormal), int(theme.VariantDark), lightPalette[ToneBack], 15},
		{"dark stays dark in a light system", NewTheme(LookDark, TextLarge), int(theme.VariantLight), darkPalette[ToneBack], 15 * 1.15},
		{"system follows dark", NewTheme(LookSystem, TextVeryLarge), int(theme.VariantDark), darkPalette[ToneBack], 15 * 1.3},
		{"no scale means normal", NewTheme(LookSystem, 0), int(theme.VariantLight), lightPalette[ToneBack], 15},
	}
	for _, c := range cases {
		variant := theme.VariantLight
		if c.variant == int(theme.VariantDark) {
			variant = theme.VariantDark
		}
		if got := c.theme.Color(theme.ColorNameBackground, variant); got != c.ground {
			t.Errorf("%s: ground %v, want %v", c.name, got, c.ground)
		}
		if got := c.theme.Size(theme.SizeNameText); math.Abs(float64(got-c.text)) > 0.001 {
			t.Errorf("%s: text %v, want %v", c.name, got, c.text)
		}
	}
}
