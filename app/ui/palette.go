package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Tone is a colour by its meaning. Tones are colour names of the theme, so icons and texts change with light and dark.
type Tone = fyne.ThemeColorName

// The tones of the program. A tone ending in Back is a ground that its name's text tone is read on.
const (
	ToneBack      Tone = "chibo.back"      // work area
	ToneCard      Tone = "chibo.card"      // card, entry
	ToneFrame     Tone = "chibo.frame"     // navigation, table head, totals, neutral label
	ToneLine      Tone = "chibo.line"      // border of a card
	ToneRowLine   Tone = "chibo.rowLine"   // line between rows, empty part of a bar
	ToneBorder    Tone = "chibo.border"    // border of anything that can be used
	ToneHover     Tone = "chibo.hover"     // ground under the pointer
	ToneText      Tone = "chibo.text"      // text
	ToneSecond    Tone = "chibo.second"    // second text
	ToneHint      Tone = "chibo.hint"      // hint in an empty entry, text of a disabled control
	ToneBrand     Tone = "chibo.brand"     // fill of the one main button and of the current step
	ToneBrandHot  Tone = "chibo.brandHot"  // the main button under the pointer
	ToneOnFill    Tone = "chibo.onFill"    // text on a brand, slate or green fill
	ToneRed       Tone = "chibo.red"       // active place, current step, focus ring, link
	ToneGold      Tone = "chibo.gold"      // text of the current month, target, recovery key
	ToneGoldBack  Tone = "chibo.goldBack"  // column of the current month, the step to do now
	ToneGoldHead  Tone = "chibo.goldHead"  // head of the current month's column
	ToneGoldLine  Tone = "chibo.goldLine"  // target line, border of a gold box
	ToneSlate     Tone = "chibo.slate"     // ticks, "computed", received, changed, chart lines
	ToneSlateBack Tone = "chibo.slateBack" // selected row
	ToneSlateFill Tone = "chibo.slateFill" // filter in use, tick box, bars
	ToneGreen     Tone = "chibo.green"     // done, accepted, correct
	ToneGreenBack Tone = "chibo.greenBack"
	ToneGreenFill Tone = "chibo.greenFill" // circle of a finished step, full bar
	ToneAmber     Tone = "chibo.amber"     // in progress, late, to watch
	ToneAmberBack Tone = "chibo.amberBack"
	ToneError     Tone = "chibo.error" // wrong, overdue, below threshold, returned
	ToneErrorBack Tone = "chibo.errorBack"
	ToneNeutral   Tone = "chibo.neutral"   // not done, not sent, exempt; read on ToneFrame
	ToneBar       Tone = "chibo.bar"       // bars of a chart
	ToneThumb     Tone = "chibo.thumb"     // scroll bar
	ToneDesk      Tone = "chibo.desk"      // ground behind a page preview
	ToneVeil      Tone = "chibo.veil"      // dims the window behind a dialog
	ToneNone      Tone = "chibo.none"      // nothing
	ToneChosen    Tone = "chibo.chosen"    // ground of a chosen large option
	ToneWatchBack Tone = "chibo.watchBack" // ground of a row to look at
	ToneStar      Tone = "chibo.star"      // star of the program's sign
	ToneHeatLow   Tone = "chibo.heatLow"   // square of a heat map, from half on
	ToneHeatHigh  Tone = "chibo.heatHigh"  // square of a heat map, from three quarters on
)

type palette map[Tone]color.NRGBA

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// lightPalette is the table of the screens' rules; change a value only together with the contrast test.
var lightPalette = palette{
	ToneBack: hex(0xF6F5F2), ToneCard: hex(0xFFFFFF), ToneFrame: hex(0xEFEDE8),
	ToneLine: hex(0xDDD9D1), ToneRowLine: hex(0xE6E3DC), ToneBorder: hex(0x8C867B), ToneHover: hex(0xF6F4F0),
	ToneText: hex(0x1F1D1A), ToneSecond: hex(0x57534C), ToneHint: hex(0x6B665E),
	ToneBrand: hex(0xA31621), ToneBrandHot: hex(0x8C0F1A), ToneOnFill: hex(0xFFFFFF), ToneRed: hex(0xA31621),
	ToneGold: hex(0x735400), ToneGoldBack: hex(0xFBF4DF), ToneGoldHead: hex(0xF3E2B3), ToneGoldLine: hex(0xB8860B),
	ToneSlate: hex(0x35526B), ToneSlateBack: hex(0xE8EEF3), ToneSlateFill: hex(0x35526B),
	ToneGreen: hex(0x1E6B3A), ToneGreenBack: hex(0xE6F2EA), ToneGreenFill: hex(0x1E6B3A),
	ToneAmber: hex(0x855000), ToneAmberBack: hex(0xFFF1DA),
	ToneError: hex(0xB42318), ToneErrorBack: hex(0xFDECEA),
	ToneNeutral: hex(0x4A463F), ToneBar: hex(0xC9C4B9), ToneThumb: hex(0xA39C90), ToneDesk: hex(0xDDD9D1),
	ToneVeil: {A: 0x66}, ToneNone: {}, ToneChosen: hex(0xF7F9FC), ToneWatchBack: hex(0xFFF9ED), ToneStar: hex(0xF5C945),
	ToneHeatLow: hex(0xC9D8E4), ToneHeatHigh: hex(0x9DB9CE),
}

// darkPalette keeps the meanings and the contrasts of lightPalette on a dark ground.
var darkPalette = palette{
	ToneBack: hex(0x1A1917), ToneCard: hex(0x242320), ToneFrame: hex(0x2C2A27),
	ToneLine: hex(0x403D38), ToneRowLine: hex(0x383530), ToneBorder: hex(0x8C867B), ToneHover: hex(0x2E2C28),
	ToneText: hex(0xF1EFEA), ToneSecond: hex(0xC8C3B9), ToneHint: hex(0xB0AA9F),
	ToneBrand: hex(0xC2303C), ToneBrandHot: hex(0xAB2530), ToneOnFill: hex(0xFFFFFF), ToneRed: hex(0xFF9A9A),
	ToneGold: hex(0xE8C86E), ToneGoldBack: hex(0x383016), ToneGoldHead: hex(0x463C1B), ToneGoldLine: hex(0xC49A36),
	ToneSlate: hex(0xA9C6DF), ToneSlateBack: hex(0x243340), ToneSlateFill: hex(0x466A8A),
	ToneGreen: hex(0x8FD6A8), ToneGreenBack: hex(0x1D3526), ToneGreenFill: hex(0x2C7A48),
	ToneAmber: hex(0xF2C27A), ToneAmberBack: hex(0x3B2C14),
	ToneError: hex(0xFFA199), ToneErrorBack: hex(0x43211E),
	ToneNeutral: hex(0xD6D1C8), ToneBar: hex(0x6F6A61), ToneThumb: hex(0x8C867B), ToneDesk: hex(0x121110),
	ToneVeil: {A: 0x99}, ToneNone: {}, ToneChosen: hex(0x26303A), ToneWatchBack: hex(0x2F281B), ToneStar: hex(0xF5C945),
	ToneHeatLow: hex(0x2C4357), ToneHeatHigh: hex(0x385670),
}
