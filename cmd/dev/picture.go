package main

import (
	"bytes"
	"image"
	"image/png"
)

// difference compares two PNG files by what they show: the share of pixels that differ, 0 to 1. Pictures that cannot be
// compared differ wholly.
func difference(a, b []byte) float64 {
	first, err1 := png.Decode(bytes.NewReader(a))
	second, err2 := png.Decode(bytes.NewReader(b))
	if err1 != nil || err2 != nil || first.Bounds() != second.Bounds() || first.Bounds().Empty() {
		return 1
	}
	size := first.Bounds()
	return float64(differingPixels(first, second)) / float64(size.Dx()*size.Dy())
}

func differingPixels(a, b image.Image) int {
	count := 0
	size := a.Bounds()
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 {
				count++
			}
		}
	}
	return count
}
