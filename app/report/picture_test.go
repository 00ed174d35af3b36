package report

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// goldenDPI is enough to tell one letter from another.
const goldenDPI = 50

// tolerance is how much a pixel's grey may differ: rasterisers differ by rounding, a changed letter by much more.
const tolerance = 24

func grey(img image.Image, x, y int) int {
	return int(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
}

// otherPixels counts the pixels whose greys differ by more than the tolerance; -1 for pictures of different size.
func otherPixels(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return -1
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if d := grey(a, x, y) - grey(b, x, y); d > tolerance || d < -tolerance {
				n++
			}
		}
	}
	return n
}

func pictureOf(t *testing.T, doc Document, page int) image.Image {
	t.Helper()
	img, err := laidOut(t, doc).Picture(page, goldenDPI)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func golden(t *testing.T, name string, img image.Image) image.Image {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		writeGrey(t, path, img)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return want
}

func writeGrey(t *testing.T, path string, img image.Image) {
	t.Helper()
	out := image.NewGray(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			out.SetGray(x, y, color.Gray{Y: uint8(grey(img, x, y))})
		}
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, out); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestPagesLookAsTheyDid(t *testing.T) {
	paper := samplePaper(t)
	points := PointsPaper{Settings: paper.Settings, Members: paper.Members, Points: paper.Points, Through: "2026-11", On: "2026-11-30"}
	for name, doc := range map[string]Document{
		"minutes-page-1": Minutes(paper, partyLayout(t)),
		"points-page-1":  PointsTable(points, partyLayout(t)),
	} {
		got := pictureOf(t, doc, 1)
		if n := otherPixels(got, golden(t, name, got)); n != 0 {
			t.Errorf("%s: %d pixels differ; look at the page, then run with -update", name, n)
		}
	}
}

func TestTwoChangedLettersAreSeenInThePicture(t *testing.T) {
	paper := samplePaper(t)
	before := pictureOf(t, Minutes(paper, partyLayout(t)), 1)
	paper.Meeting.Place = strings.Replace(paper.Meeting.Place, "Phòng họp", "Phong hop", 1)
	if n := otherPixels(pictureOf(t, Minutes(paper, partyLayout(t)), 1), before); n < 2 {
		t.Errorf("%d pixels differ", n)
	}
}

func TestThePictureShowsWhatThePDFHolds(t *testing.T) {
	pdftoppm := tool(t, "pdftoppm")
	laid := laidOut(t, Minutes(samplePaper(t), partyLayout(t)))
	base := filepath.Join(t.TempDir(), "page")
	if out, err := exec.Command(pdftoppm, "-r", "100", "-gray", "-png", written(t, laid), base).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for number := 1; number <= laid.Pages(); number++ {
		file, err := os.Open(fmt.Sprintf("%s-%d.png", base, number))
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := png.Decode(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		ours, err := laid.Picture(number, 100)
		if err != nil {
			t.Fatal(err)
		}
		// Rasterisers soften edges differently, so ink is compared in squares of 3 mm.
		if worst := mostDifferentSquare(ours, theirs, 12); worst > 40 {
			t.Errorf("page %d: a square differs by %d of 255", number, worst)
		}
	}
}

// mostDifferentSquare returns the largest difference of the mean grey of squares.
func mostDifferentSquare(a, b image.Image, side int) int {
	worst := 0
	width, height := min(a.Bounds().Dx(), b.Bounds().Dx()), min(a.Bounds().Dy(), b.Bounds().Dy())
	for top := 0; top+side <= height; top += side {
		for left := 0; left+side <= width; left += side {
			sum := 0
			for y := top; y < top+side; y++ {
				for x := left; x < left+side; x++ {
					sum += grey(a, x, y) - grey(b, x, y)
				}
			}
			worst = max(worst, sum/(side*side), -sum/(side*side))
		}
	}
	return worst
}

func TestPictureRefuses(t *testing.T) {
	laid := laidOut(t, Document{})
	tests := []struct {
		page int
		dpi  float64
		code app.Code
	}{
		{0, 70, CodeNoPage}, {2, 70, CodeNoPage}, {1, 5, app.CodeOutOfRange}, {1, 1e9, app.CodeOutOfRange},
	}
	for _, test := range tests {
		if _, err := laid.Picture(test.page, test.dpi); app.CodeOf(err) != test.code {
			t.Errorf("page %d at %v: %v", test.page, test.dpi, err)
		}
	}
	img, err := laid.Picture(1, 72)
	if err != nil || img.Bounds().Dx() != 595 || img.Bounds().Dy() != 842 {
		t.Errorf("A4 at 72 dpi: %v %v", img.Bounds(), err)
	}
}
