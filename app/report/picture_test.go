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

func drawn(t *testing.T, laid *Laid, page int) image.Image {
	t.Helper()
	img, err := laid.Picture(page, goldenDPI)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// kept returns the picture that a page is compared with; with -update it is written first.
func kept(t *testing.T, name string, img image.Image) image.Image {
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

// goldenPages are the pages that are compared with pictures that a person looked at: page 0 is the last one.
func goldenPages(t *testing.T) map[string]struct {
	doc  Document
	page int
} {
	t.Helper()
	paper, profile := samplePaper(t), partyLayout(t)
	long := samplePaper(t)
	long.Settings.SuperiorName = "Đảng bộ Công ty Cổ phần Đầu tư Xây dựng và Phát triển Công nghiệp Hưng Thịnh"
	long.Settings.Name = "Chi bộ Phân xưởng Cơ khí, Bảo dưỡng và Vận hành Thiết bị số 2"
	points := PointsPaper{Settings: paper.Settings, Members: paper.Members, Points: paper.Points, Through: "2026-11", On: "2026-11-30"}
	return map[string]struct {
		doc  Document
		page int
	}{
		"minutes-page-1":    {Minutes(paper, profile), 1},
		"minutes-last":      {Minutes(paper, profile), 0},
		"resolution-page-2": {Resolution(paper, profile), 2}, // the table of tasks
		"roll-call-page-1":  {RollCallSheet(paper, profile), 1},
		"score-page-1":      {ScoreSheet(sampleScore(paper), profile), 1},
		"long-head":         {Notice(long, 12, "2026-11-16", profile), 1},
		"month-report-last": {MonthReport(sampleMonth(paper), profile), 0},
		"points-page-1":     {PointsTable(points, profile), 1},
	}
}

func TestPagesLookAsTheyDid(t *testing.T) {
	for name, golden := range goldenPages(t) {
		laid := laidOut(t, golden.doc)
		page := golden.page
		if page == 0 {
			page = laid.Pages()
		}
		got := drawn(t, laid, page)
		want := kept(t, name, got)
		if n := otherPixels(got, want); n != 0 {
			t.Errorf("%s: %d pixels differ; look at the page, then run with -update", name, n)
		}
		changeTwoLetters(t, &laid.pages[page-1])
		if n := otherPixels(drawn(t, laid, page), want); n < 2 {
			t.Errorf("%s: two changed letters are not seen: %d pixels differ", name, n)
		}
	}
}

// changeTwoLetters takes the marks off two letters of the page's longest text, as a slip of the keys would.
func changeTwoLetters(t *testing.T, page *Page) {
	t.Helper()
	at, longest := -1, 0
	for i, step := range page.Steps {
		if text, isText := step.(Text); isText && len(text.Text) > longest {
			at, longest = i, len(text.Text)
		}
	}
	text := page.Steps[at].(Text)
	changed, letters := 0, []rune(text.Text)
	for i, r := range letters {
		if plain := []rune(app.Fold(string(r))); changed < 2 && r > 0x7F && len(plain) == 1 && plain[0] != r {
			letters[i] = plain[0]
			changed++
		}
	}
	if changed < 2 {
		t.Fatalf("no two letters with marks in %q", text.Text)
	}
	text.Text = string(letters)
	page.Steps[at] = text
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
