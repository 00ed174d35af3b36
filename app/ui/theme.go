package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look says which variant of the theme is drawn.
type Look string

// The looks that a user can choose.
const (
	LookLight  Look = "light"
	LookDark   Look = "dark"
	LookSystem Look = "system" // as the operating system says
)

// TextScale enlarges text and everything that holds text.
type TextScale float32

// The text sizes that a user can choose.
const (
	TextNormal    TextScale = 1
	TextLarge     TextScale = 1.15
	TextVeryLarge TextScale = 1.3
)

// Text sizes in px at TextNormal; pass them through grown before drawing, the kit's texts do so themselves.
const (
	SizeTitle   float32 = 24 // title of a screen, bold
	SizeKey     float32 = 26 // key number, bold
	SizeHeading float32 = 17 // title of a card, bold
	SizeBody    float32 = 15
	SizeSmall   float32 = 14 // table head, notes, small button
	SizeTiny    float32 = 13 // status bar, chart labels: the smallest
)

// Heights and widths in px at TextNormal.
const (
	heightControl = 40
	heightSmall   = 36
	heightPacked  = 34
	heightLarge   = 48
	heightRow     = 38
	heightDense   = 36
	heightBar     = 64
	heightTop     = 56
	heightStatus  = 32
	sideMargin    = 20
	topMargin     = 16
	gapCards      = 16
	padCard       = 16
	gapControls   = 10
	radiusCard    = 8
	radiusControl = 6
	radiusLabel   = 5
	radiusBar     = 4
)

const sizeTextScale fyne.ThemeSizeName = "chibo.textScale"

// Theme draws Fyne's own widgets, and through theme.Color the program's, in the program's colours, sizes and font.
type Theme struct {
	look  Look
	scale TextScale
}

// NewTheme returns the theme for a look and a text size. A scale of 0 means TextNormal.
func NewTheme(look Look, scale TextScale) *Theme {
	if scale == 0 {
		scale = TextNormal
	}
	return &Theme{look: look, scale: scale}
}

// Color returns the colour of a tone or of one of Fyne's names.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	colours := lightPalette
	if t.look == LookDark || t.look == LookSystem && variant == theme.VariantDark {
		colours = darkPalette
	}
	if tone, known := fyneTones[name]; known {
		name = tone
	}
	if c, known := colours[name]; known {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// fyneTones gives Fyne's widgets the program's tones. Entries draw no ground and no border of their own:
// a Field draws them, so that an entry can show an error.
var fyneTones = map[fyne.ThemeColorName]Tone{
	theme.ColorNameBackground:          ToneBack,
	theme.ColorNameButton:              ToneCard,
	theme.ColorNameDisabledButton:      ToneFrame,
	theme.ColorNameDisabled:            ToneHint,
	theme.ColorNameError:               ToneError,
	theme.ColorNameFocus:               ToneHover,
	theme.ColorNameForeground:          ToneText,
	theme.ColorNameForegroundOnError:   ToneOnFill,
	theme.ColorNameForegroundOnPrimary: ToneOnFill,
	theme.ColorNameForegroundOnSuccess: ToneOnFill,
	theme.ColorNameForegroundOnWarning: ToneOnFill,
	theme.ColorNameHeaderBackground:    ToneFrame,
	theme.ColorNameHover:               ToneHover,
	theme.ColorNameHyperlink:           ToneRed,
	theme.ColorNameInputBackground:     ToneNone,
	theme.ColorNameInputBorder:         ToneNone,
	theme.ColorNameMenuBackground:      ToneCard,
	theme.ColorNameOverlayBackground:   ToneCard,
	theme.ColorNamePlaceHolder:         ToneHint,
	theme.ColorNamePressed:             ToneFrame,
	theme.ColorNamePrimary:             ToneRed,
	theme.ColorNameScrollBar:           ToneThumb,
	theme.ColorNameScrollBarBackground: ToneRowLine,
	theme.ColorNameSelection:           ToneSlateBack,
	theme.ColorNameSeparator:           ToneRowLine,
	theme.ColorNameShadow:              ToneNone,
	theme.ColorNameSuccess:             ToneGreen,
	theme.ColorNameWarning:             ToneAmber,
}

// Font returns Noto Sans as Fyne brings it. The bundled monospace face lacks Vietnamese letters, so it is never used.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	style.Monospace = false
	return theme.DefaultTheme().Font(style)
}

// Icon returns Fyne's own icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns a measure in px, with text sizes grown by the text scale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	scale := float32(t.scale)
	switch name {
	case sizeTextScale:
		return scale
	case theme.SizeNameText:
		return SizeBody * scale
	case theme.SizeNameCaptionText:
		return SizeTiny * scale
	case theme.SizeNameHeadingText:
		return SizeTitle * scale
	case theme.SizeNameSubHeadingText:
		return SizeHeading * scale
	case theme.SizeNameInlineIcon:
		return 20 * scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 8 * scale // so that one line of an entry is 40 px high
	case theme.SizeNameInputBorder:
		return 2
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius:
		return radiusControl
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return radiusCard
	case theme.SizeNameScrollBar, theme.SizeNameScrollBarSmall:
		return 8
	case theme.SizeNameScrollBarRadius:
		return radiusBar
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(name)
}

// paint returns the colour of a tone in the theme that is in use.
func paint(tone Tone) color.Color { return theme.Color(tone) }

// grown returns a measure of something that holds text, enlarged by the text size the user chose.
func grown(px float32) float32 {
	if scale := theme.Size(sizeTextScale); scale > 0 {
		return px * scale
	}
	return px
}
