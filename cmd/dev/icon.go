package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/vector"
)

// The sign of the program, in units of a 64×64 square.
const (
	signSize   = 64.0
	signCorner = 12.0
	starOuter  = 20.0
	starInner  = 8.2
	starRed    = "#A31621"
	starGold   = "#F7C948"
	signPixels = 256
)

type point struct{ x, y float64 }

// drawIcon writes the program's sign as SVG and PNG into assets/brand.
func drawIcon(w *workshop, _ []string) error {
	folder := w.path("assets", "brand")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "app.svg"), []byte(signSVG()), 0o644); err != nil {
		return err
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, signPicture(signPixels)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "app.png"), picture.Bytes(), 0o644)
}

// star returns the ten corners of a five-pointed star in the middle of the sign, a little below the middle
// so that it looks centred.
func star() []point {
	corners := make([]point, 10)
	for i := range corners {
		radius := starOuter
		if i%2 == 1 {
			radius = starInner
		}
		angle := -math.Pi/2 + float64(i)*math.Pi/5
		corners[i] = point{signSize/2 + radius*math.Cos(angle), signSize/2 + 1.5 + radius*math.Sin(angle)}
	}
	return corners
}

func signSVG() string {
	corners := make([]string, 0, 10)
	for _, p := range star() {
		corners = append(corners, fmt.Sprintf("%.2f,%.2f", p.x, p.y))
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]g" height="%[1]g" viewBox="0 0 %[1]g %[1]g">`+
		`<rect width="%[1]g" height="%[1]g" rx="%[2]g" ry="%[2]g" fill="%[3]s"/><polygon points="%[4]s" fill="%[5]s"/></svg>`+"\n",
		signSize, signCorner, starRed, strings.Join(corners, " "), starGold)
}

func signPicture(pixels int) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, pixels, pixels))
	scale := float32(pixels) / signSize
	fillPath(picture, roundedSquare(scale), colorOf(starRed))
	path := vector.NewRasterizer(pixels, pixels)
	for i, p := range star() {
		if i == 0 {
			path.MoveTo(float32(p.x)*scale, float32(p.y)*scale)
			continue
		}
		path.LineTo(float32(p.x)*scale, float32(p.y)*scale)
	}
	path.ClosePath()
	fillPath(picture, path, colorOf(starGold))
	return picture
}

func roundedSquare(scale float32) *vector.Rasterizer {
	side, corner := float32(signSize)*scale, float32(signCorner)*scale
	bend := corner * 0.4477 // distance of the Bézier handles that make a quarter circle
	path := vector.NewRasterizer(int(side), int(side))
	path.MoveTo(corner, 0)
	path.LineTo(side-corner, 0)
	path.CubeTo(side-bend, 0, side, bend, side, corner)
	path.LineTo(side, side-corner)
	path.CubeTo(side, side-bend, side-bend, side, side-corner, side)
	path.LineTo(corner, side)
	path.CubeTo(bend, side, 0, side-bend, 0, side-corner)
	path.LineTo(0, corner)
	path.CubeTo(0, bend, bend, 0, corner, 0)
	path.ClosePath()
	return path
}

func fillPath(picture draw.Image, path *vector.Rasterizer, fill color.Color) {
	path.Draw(picture, picture.Bounds(), image.NewUniform(fill), image.Point{})
}

func colorOf(hex string) color.Color {
	var r, g, b uint8
	if _, err := fmt.Sscanf(hex, "#%02X%02X%02X", &r, &g, &b); err != nil {
		return color.Black
	}
	return color.NRGBA{R: r, G: g, B: b, A: 255}
}
