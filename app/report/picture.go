package report

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"sochibo/app"
)

// CodeNoPage is the request for a page that the document does not have. Values: page, pages.
const CodeNoPage app.Code = "no_such_page"

// Bounds of a picture's resolution in dots per inch: a thumbnail and a fine print.
const (
	minDPI = 10
	maxDPI = 600
)

// Picture paints one page, counted from 1, in dots per inch.
// Errors: CodeNoPage; app.CodeOutOfRange for a resolution below 10 or above 600.
func (l *Laid) Picture(page int, dpi float64) (image.Image, error) {
	one, ok := l.Page(page)
	if !ok {
		return nil, app.NewError(CodeNoPage, "page", page, "pages", len(l.pages))
	}
	return PaintPage(one, dpi)
}

// PaintPage paints a page on white in dots per inch.
// Error: app.CodeOutOfRange for a resolution below 10 or above 600.
func PaintPage(page Page, dpi float64) (*image.RGBA, error) {
	if !(dpi >= minDPI && dpi <= maxDPI) {
		return nil, app.NewError(app.CodeOutOfRange, "field", "layout.dpi", "value", dpi, "min", minDPI, "max", maxDPI)
	}
	p, err := newPen()
	if err != nil {
		return nil, err
	}
	painter := &picturePainter{pen: p, dpi: dpi, scale: dpi / 25.4, fonts: map[faceSize]font.Face{}}
	size := image.Rect(0, 0, int(math.Round(page.Width*painter.scale)), int(math.Round(page.Height*painter.scale)))
	painter.picture = image.NewRGBA(size)
	draw.Draw(painter.picture, size, image.White, image.Point{}, draw.Src)
	for _, step := range page.Steps {
		if err := painter.step(step); err != nil {
			return nil, err
		}
	}
	return painter.picture, nil
}

type faceSize struct {
	face   Face
	sizePt float64
}

type picturePainter struct {
	pen     pen
	dpi     float64
	scale   float64 // pixels in a millimetre
	picture *image.RGBA
	fonts   map[faceSize]font.Face
}

func (p *picturePainter) step(step Step) error {
	switch s := step.(type) {
	case Text:
		return p.text(s)
	case Line:
		p.line(s)
	case Image:
		return p.image(s)
	case Fill:
		area := image.Rect(p.pixel(s.X), p.pixel(s.Y), p.pixel(s.X+s.W), p.pixel(s.Y+s.H))
		draw.Draw(p.picture, area, image.NewUniform(color.Gray{Y: s.Grey}), image.Point{}, draw.Src)
	}
	return nil
}

func (p *picturePainter) pixel(mm float64) int { return int(math.Round(mm * p.scale)) }

// line draws a horizontal or vertical line on whole pixels, at least one pixel wide: thinner ones turn grey, not blurred.
func (p *picturePainter) line(l Line) {
	width := l.Width * p.scale
	thick := max(1, int(math.Round(width)))
	shade := uint8(0)
	if width < 0.75 {
		shade = uint8(255 * (0.75 - width))
	}
	x1, y1 := math.Min(l.X1, l.X2), math.Min(l.Y1, l.Y2)
	x2, y2 := math.Max(l.X1, l.X2), math.Max(l.Y1, l.Y2)
	area := image.Rect(p.pixel(x1), p.pixel(y1), p.pixel(x2), p.pixel(y2))
	if area.Dx() == 0 {
		area.Min.X -= thick / 2
		area.Max.X = area.Min.X + thick
	}
	if area.Dy() == 0 {
		area.Min.Y -= thick / 2
		area.Max.Y = area.Min.Y + thick
	}
	draw.Draw(p.picture, area, image.NewUniform(color.Gray{Y: shade}), image.Point{}, draw.Src)
}

// text draws letter by letter at the places that the PDF gives them, to a fraction of a pixel.
func (p *picturePainter) text(t Text) error {
	face, err := p.font(faceSize{t.Face, t.SizePt})
	if err != nil {
		return err
	}
	letters := p.pen.faces[t.Face&BoldItalic]
	x, y := t.X, fixed.Int26_6(math.Round(t.Y*p.scale*64))
	for _, r := range t.Text {
		dot := fixed.Point26_6{X: fixed.Int26_6(math.Round(x * p.scale * 64)), Y: y}
		if area, mask, at, _, ok := face.Glyph(dot, r); ok {
			draw.DrawMask(p.picture, area, image.Black, image.Point{}, mask, at, draw.Over)
		}
		x += float64(max(0, letters.width(r))) / 1000 * t.SizePt * ptMM
		if r == ' ' {
			x += t.Stretch
		}
	}
	return nil
}

func (p *picturePainter) font(key faceSize) (font.Face, error) {
	if face, ok := p.fonts[key]; ok {
		return face, nil
	}
	face, err := opentype.NewFace(p.pen.faces[key.face&BoldItalic].font, &opentype.FaceOptions{Size: key.sizePt, DPI: p.dpi, Hinting: font.HintingNone})
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal, "font", key.face.String())
	}
	p.fonts[key] = face
	return face, nil
}
