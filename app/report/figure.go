package report

import (
	"bytes"
	"image"
	"image/png"

	"golang.org/x/image/draw"

	"sochibo/app"
)

// Figure is a picture in the middle of the text area with a caption under it. NewFigure makes it.
type Figure struct {
	Caption string
	png     []byte
	width   float64 // millimetres; wider than the text area counts as its width
	aspect  float64 // height as a multiple of the width
}

func (Figure) block() {}

// NewFigure returns a picture of a width in millimetres. Error: app.CodeInvalid for data that is no PNG.
func NewFigure(data []byte, widthMM float64, caption string) (Figure, error) {
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil || decoded.Bounds().Empty() {
		return Figure{}, app.WrapError(err, app.CodeInvalid, "field", "picture", "value", caption)
	}
	size := decoded.Bounds()
	return Figure{Caption: caption, png: data, width: widthMM, aspect: float64(size.Dy()) / float64(size.Dx())}, nil
}

// size returns the picture's size in millimetres inside a text area.
func (f Figure) size(width, height float64) (w, h float64) {
	w = min(f.width, width)
	if h = w * f.aspect; h > height {
		w, h = height/f.aspect, height
	}
	return w, h
}

// Image is a picture to draw: its top left corner and size in millimetres, and its PNG.
type Image struct {
	X, Y, W, H float64
	PNG        []byte
}

func (i Image) shifted(dx, dy float64) Step {
	i.X += dx
	i.Y += dy
	return i
}

// captionRoom is what a page keeps free for a caption beside a picture as high as the page, millimetres.
const captionRoom = 20

func (c *composer) figure(f Figure) {
	w, h := f.size(c.width, c.height-captionRoom)
	c.strips = append(c.strips, strip{before: c.profile.Text.BeforePt * ptMM, height: h, keep: f.Caption != "",
		steps: []Step{Image{X: (c.width - w) / 2, W: w, H: h, PNG: f.png}}})
	if f.Caption != "" {
		c.paragraph(Paragraph{Runs: []Run{{Text: f.Caption, Italic: true}}, Align: Center, Small: true})
	}
}

func (p *picturePainter) image(i Image) error {
	decoded, err := png.Decode(bytes.NewReader(i.PNG))
	if err != nil {
		return app.WrapError(err, app.CodeInternal, "picture", "png")
	}
	area := image.Rect(p.pixel(i.X), p.pixel(i.Y), p.pixel(i.X+i.W), p.pixel(i.Y+i.H))
	draw.BiLinear.Scale(p.picture, area, decoded, decoded.Bounds(), draw.Over, nil)
	return nil
}
