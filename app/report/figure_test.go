package report

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/assets"
)

// redPNG is a picture of one colour.
func redPNG(t *testing.T, width, height int) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range picture.Pix {
		picture.Pix[i] = []uint8{200, 0, 0, 255}[i%4]
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func laidFigure(t *testing.T, width, height int, widthMM float64) *Laid {
	t.Helper()
	profile, err := PartyProfile()
	if err != nil {
		t.Fatal(err)
	}
	figure, err := NewFigure(redPNG(t, width, height), widthMM, "Chú thích")
	if err != nil {
		t.Fatal(err)
	}
	laid, err := Layout(Document{Title: "Hình", Blocks: []Block{Paragraph{Runs: Plain("Trước")}, figure, Paragraph{Runs: Plain("Sau")}}}, profile)
	if err != nil {
		t.Fatal(err)
	}
	return laid
}

func TestAFigureStandsInTheMiddleAsWideAsAsked(t *testing.T) {
	for _, c := range []struct {
		why               string
		width, height     int
		asked, wide, high float64
	}{
		{"as asked", 200, 100, 100, 100, 50},
		{"not wider than the text", 200, 100, 400, 165, 82.5},
		{"not higher than the page", 100, 1000, 100, 23.7, 237},
	} {
		laid, found := laidFigure(t, c.width, c.height, c.asked), false
		for _, page := range laid.pages {
			for _, i := range stepsOf[Image](page) {
				found = true
				middle := i.X + i.W/2
				if abs(i.W-c.wide) > 0.1 || abs(i.H-c.high) > 0.1 || abs(middle-(30+165.0/2)) > 0.1 {
					t.Errorf("%s: %.1f x %.1f mm around %.1f mm", c.why, i.W, i.H, middle)
				}
			}
		}
		if !found {
			t.Errorf("%s: there is no picture", c.why)
		}
	}
}

func abs(v float64) float64 { return max(v, -v) }

func TestAFigureIsInEveryFormat(t *testing.T) {
	laid := laidFigure(t, 200, 100, 100)
	laid.Date = "" // an undated paper is the harder case
	var pdf, again bytes.Buffer
	if err := errors.Join(laid.PDF(&pdf), laid.PDF(&again)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(pdf.Bytes(), []byte("/Subtype /Image")) || !bytes.Equal(pdf.Bytes(), again.Bytes()) {
		t.Error("the PDF has no picture, or differs from one time to the next")
	}
	picture, err := laid.Picture(1, 50)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := laid.Page(1)
	at := stepsOf[Image](page)[0]
	scale := 50 / 25.4
	if got := color.NRGBAModel.Convert(picture.At(int((at.X+at.W/2)*scale), int((at.Y+at.H/2)*scale))); got != (color.NRGBA{R: 200, A: 255}) {
		t.Errorf("the middle of the picture is %v", got)
	}
	parts := docxParts(t, docxOf(t, laid))
	if _, err := png.Decode(strings.NewReader(parts["word/media/image1.png"])); err != nil {
		t.Error(err)
	}
	if !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="rId4"`) || !strings.Contains(parts["word/document.xml"], `r:embed="rId4"`) {
		t.Error("the text does not refer to the picture")
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	if _, err := NewFigure([]byte("GIF89a"), 100, ""); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestTheGuideHoldsEveryPageOfTheHelp(t *testing.T) {
	pages, err := assets.Help()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Guide(pages, "1.0", "")
	if err != nil {
		t.Fatal(err)
	}
	titles, steps, figures := map[string]bool{}, 0, 0
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case Title:
			titles[b.Type] = true
		case List:
			steps += len(b.Items)
		case Figure:
			figures++
		}
	}
	wantSteps, wantFigures := 0, 0
	for _, page := range pages {
		if !titles[page.Title] {
			t.Errorf("%s is missing", page.Title)
		}
		for _, b := range page.Blocks() {
			switch b.Kind {
			case assets.HelpItem, assets.HelpStep:
				wantSteps++
			case assets.HelpPicture:
				wantFigures++
			}
		}
	}
	if steps != wantSteps || figures != wantFigures {
		t.Errorf("%d items and %d pictures, want %d and %d", steps, figures, wantSteps, wantFigures)
	}
}
