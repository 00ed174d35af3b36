package report

import (
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"sochibo/app"
	"sochibo/assets"
)

// Face is one of the four styles of the printed pages' typeface.
type Face uint8

// The four styles; Bold and Italic combine as bits.
const (
	Regular    Face = 0
	Bold       Face = 1
	Italic     Face = 2
	BoldItalic Face = Bold | Italic
)

var faceFiles = [4]string{"Regular", "Bold", "Italic", "BoldItalic"}

// String returns the style's name, as assets.Font takes it.
func (f Face) String() string { return faceFiles[f&BoldItalic] }

// millimetres in a point
const ptMM = 25.4 / 72

// tabled is the end of the range whose widths are kept in a table: it holds all Vietnamese letters and common signs.
const tabled = 0x2C00

// typeface is one style, read once: which characters it has and how wide they are.
type typeface struct {
	font *sfnt.Font
	// widths are in thousandths of the letter size, rounded as PDF files hold them, so that every painter sets
	// a letter at the same place; -1 means that the style has no such character.
	widths [tabled]int16
	upem   float64
}

var typefaces = sync.OnceValues(func() (*[4]*typeface, error) {
	var all [4]*typeface
	for face := Regular; face <= BoldItalic; face++ {
		one, err := readTypeface(face)
		if err != nil {
			return nil, app.WrapError(err, app.CodeInternal, "font", face.String())
		}
		all[face] = one
	}
	return &all, nil
})

func readTypeface(face Face) (*typeface, error) {
	data, err := assets.Font(face.String())
	if err != nil {
		return nil, err
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	t := &typeface{font: parsed, upem: float64(parsed.UnitsPerEm())}
	var buffer sfnt.Buffer
	for r := range t.widths {
		t.widths[r] = int16(t.lookUp(&buffer, rune(r)))
	}
	return t, nil
}

// lookUp returns a character's width in thousandths of the letter size, or -1 if the style has no glyph for it.
func (t *typeface) lookUp(buffer *sfnt.Buffer, r rune) int {
	glyph, err := t.font.GlyphIndex(buffer, r)
	if err != nil || glyph == 0 {
		return -1
	}
	units := fixed.I(int(t.upem))
	advance, err := t.font.GlyphAdvance(buffer, glyph, units, font.HintingNone)
	if err != nil {
		return -1
	}
	return int(math.Round(float64(advance) / 64 * 1000 / t.upem))
}

// width returns a character's width in thousandths of the letter size, or -1 if the style has no glyph for it.
func (t *typeface) width(r rune) int {
	if r >= 0 && r < tabled {
		return int(t.widths[r])
	}
	var buffer sfnt.Buffer
	return t.lookUp(&buffer, r)
}

// pen measures text: all four styles, read. The zero pen is not usable; take one from newPen.
type pen struct{ faces *[4]*typeface }

func newPen() (pen, error) {
	faces, err := typefaces()
	return pen{faces}, err
}

// has reports whether the style has a glyph for a character.
func (p pen) has(face Face, r rune) bool { return p.faces[face&BoldItalic].width(r) >= 0 }

// width returns the width of a text in millimetres. Characters without a glyph count as nothing; clean replaces them before.
func (p pen) width(face Face, sizePt float64, text string) float64 {
	t := p.faces[face&BoldItalic]
	sum := 0
	for _, r := range text {
		if w := t.width(r); w > 0 {
			sum += w
		}
	}
	return float64(sum) / 1000 * sizePt * ptMM
}

// Ascent and descent of the typeface as shares of the letter size (its hhea table), used to set a baseline in a line of exact height.
const (
	ascent  = 0.891
	descent = 0.216
)

// baseline returns how far below the top of a line its baseline lies, in millimetres.
func baseline(sizePt, pitchPt float64) float64 {
	return ((pitchPt-sizePt*(ascent+descent))/2 + sizePt*ascent) * ptMM
}
