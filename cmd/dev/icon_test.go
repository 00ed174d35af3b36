package main

import (
	"bytes"
	"image/color"
	"image/png"
	"os"
	"testing"

	"sochibo/assets"
)

func TestSignIsAGoldStarOnARoundedRedSquare(t *testing.T) {
	picture := signPicture(64)
	for _, c := range []struct {
		name string
		x, y int
		want color.NRGBA
	}{
		{"outside the rounded corner", 0, 0, color.NRGBA{}},
		{"red beside the star", 6, 32, color.NRGBA{0xA3, 0x16, 0x21, 0xFF}},
		{"gold in the middle", 32, 34, color.NRGBA{0xF7, 0xC9, 0x48, 0xFF}},
		{"red between two points", 32, 50, color.NRGBA{0xA3, 0x16, 0x21, 0xFF}},
	} {
		if got := color.NRGBAModel.Convert(picture.At(c.x, c.y)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEmbeddedSignIsTheOneThatIsDrawn(t *testing.T) {
	if got := string(assets.AppIconSVG); got != signSVG() {
		t.Errorf("assets/brand/app.svg is old; run go run ./cmd/dev icon")
	}
	picture, err := png.Decode(bytes.NewReader(assets.AppIcon))
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.Bounds().Dx(); got != signPixels {
		t.Errorf("assets/brand/app.png is %d px wide, want %d", got, signPixels)
	}
}

func TestDrawIconWritesBothFiles(t *testing.T) {
	w := &workshop{root: t.TempDir()}
	if err := drawIcon(w, nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"app.svg", "app.png"} {
		if info, err := os.Stat(w.path("assets", "brand", name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
