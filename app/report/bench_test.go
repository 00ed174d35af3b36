package report

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"sochibo/assets"
)

// BenchmarkMinutesPDF builds, lays out and writes minutes of three pages.
func BenchmarkMinutesPDF(b *testing.B) {
	paper, profile := samplePaper(b), partyLayout(b)
	b.ReportAllocs()
	for b.Loop() {
		laid, err := Layout(Minutes(paper, profile), profile)
		if err != nil {
			b.Fatal(err)
		}
		if err := laid.PDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMinutesLayout is the part of the time that the layouter takes.
func BenchmarkMinutesLayout(b *testing.B) {
	paper, profile := samplePaper(b), partyLayout(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Layout(Minutes(paper, profile), profile); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFloorPDF writes as many raw text cells in the same styles with the PDF library alone: no layout, no stretched spaces.
func BenchmarkFloorPDF(b *testing.B) {
	laid := laidOut(b, Minutes(samplePaper(b), partyLayout(b)))
	b.ReportAllocs()
	for b.Loop() {
		file := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm"})
		for _, face := range laid.faces() {
			data, err := assets.Font(face.String())
			if err != nil {
				b.Fatal(err)
			}
			file.AddUTF8FontFromBytes(family, fpdfStyles[face], data)
		}
		for _, page := range laid.pages {
			file.AddPage()
			for _, text := range stepsOf[Text](page) {
				file.SetFont(family, fpdfStyles[text.Face], text.SizePt)
				file.Text(text.X, text.Y, text.Text)
			}
		}
		var out bytes.Buffer
		if err := file.Output(&out); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkYearBookPDF builds, lays out and writes a year book of more than 60 pages.
func BenchmarkYearBookPDF(b *testing.B) {
	paper, profile := samplePaper(b), partyLayout(b)
	b.ReportAllocs()
	for b.Loop() {
		laid, err := Layout(bound(b, paper, 20), profile)
		if err != nil {
			b.Fatal(err)
		}
		if laid.Pages() < 60 {
			b.Fatalf("%d pages", laid.Pages())
		}
		if err := laid.PDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMinutesDOCX writes minutes as a Word file.
func BenchmarkMinutesDOCX(b *testing.B) {
	laid := laidOut(b, Minutes(samplePaper(b), partyLayout(b)))
	b.ReportAllocs()
	for b.Loop() {
		if err := laid.DOCX(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOfficePDF is what a user would do otherwise: the Word file of the same minutes made a PDF by LibreOffice, whose profile is made
// before the clock starts.
func BenchmarkOfficePDF(b *testing.B) {
	dir := b.TempDir()
	path := filepath.Join(dir, "minutes.docx")
	if err := os.WriteFile(path, docxOf(b, laidOut(b, Minutes(samplePaper(b), partyLayout(b)))), 0o600); err != nil {
		b.Fatal(err)
	}
	office(b, dir, path)
	for b.Loop() {
		office(b, dir, path)
	}
}

// BenchmarkPagePicture paints the first page for the preview, as wide as the preview shows it.
func BenchmarkPagePicture(b *testing.B) {
	laid := laidOut(b, Minutes(samplePaper(b), partyLayout(b)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := laid.Picture(1, 150); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLongTablePDF lays out and writes a table of 500 rows.
func BenchmarkLongTablePDF(b *testing.B) {
	doc, profile := Document{Blocks: []Block{longTable(500)}}, partyLayout(b)
	b.ReportAllocs()
	for b.Loop() {
		laid, err := Layout(doc, profile)
		if err != nil {
			b.Fatal(err)
		}
		if err := laid.PDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
