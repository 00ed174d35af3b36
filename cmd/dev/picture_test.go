package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func TestDifferenceCountsPixelsThatChanged(t *testing.T) {
	draw := func(width int, dots ...image.Point) []byte {
		picture := image.NewGray(image.Rect(0, 0, width, 10))
		for _, p := range dots {
			picture.SetGray(p.X, p.Y, color.Gray{Y: 255})
		}
		var file bytes.Buffer
		if err := png.Encode(&file, picture); err != nil {
			t.Fatal(err)
		}
		return file.Bytes()
	}
	for _, c := range []struct {
		name string
		a, b []byte
		want float64
	}{
		{"the same picture", draw(10), draw(10), 0},
		{"one of a hundred pixels", draw(10), draw(10, image.Pt(3, 3)), 0.01},
		{"other sizes", draw(10), draw(20), 1},
		{"no picture yet", draw(10), nil, 1},
	} {
		if got := difference(c.a, c.b); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
