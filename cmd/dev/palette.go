package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
)

// inFewColours writes a PNG again with its 256 most frequent colours: a screen is mostly flat, and the file becomes a third.
func inFewColours(data []byte) ([]byte, error) {
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	paletted := image.NewPaletted(picture.Bounds(), frequentColours(picture, 256))
	draw.Draw(paletted, picture.Bounds(), picture, picture.Bounds().Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&out, paletted)
	return out.Bytes(), err
}

func frequentColours(picture image.Image, limit int) color.Palette {
	count := map[color.NRGBA]int{}
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			count[color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)]++
		}
	}
	colours := make([]color.NRGBA, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.NRGBA) int {
		key := func(c color.NRGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
		return cmp.Or(count[b]-count[a], key(a)-key(b))
	})
	palette := make(color.Palette, 0, limit)
	for _, c := range colours[:min(limit, len(colours))] {
		palette = append(palette, c)
	}
	return palette
}
