package report

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/jung-kurt/gofpdf"

	"sochibo/app"
	"sochibo/assets"
)

// family is the typeface's name inside PDF files.
const family = "LiberationSerif"

// fpdfStyles are the style codes of gofpdf by Face.
var fpdfStyles = [4]string{"", "B", "I", "BI"}

// PDF writes the document as PDF. The same document gives the same bytes.
// Errors: app.CodeInternal if the file could not be composed; errors of w come back as they are.
func (l *Laid) PDF(w io.Writer) error {
	painter, err := newPDF(l)
	if err != nil {
		return err
	}
	for _, page := range l.pages {
		painter.page(page)
	}
	if err := painter.file.Error(); err != nil {
		return app.WrapError(err, app.CodeInternal, "document", l.Title)
	}
	failing := &errorKeeper{writer: w}
	if err := painter.file.Output(failing); err != nil {
		if failing.err != nil {
			return failing.err
		}
		return app.WrapError(err, app.CodeInternal, "document", l.Title)
	}
	return nil
}

// errorKeeper remembers the error of a writer, so that it can be told from an error of the PDF library.
type errorKeeper struct {
	writer io.Writer
	err    error
}

func (k *errorKeeper) Write(data []byte) (int, error) {
	n, err := k.writer.Write(data)
	if err != nil {
		k.err = err
	}
	return n, err
}

type pdfPainter struct {
	file *gofpdf.Fpdf
	face Face
	size float64
	grey int
	line float64
}

func newPDF(l *Laid) (*pdfPainter, error) {
	file := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", OrientationStr: "P"})
	file.SetAutoPageBreak(false, 0)
	file.SetMargins(0, 0, 0)
	file.SetCellMargin(0)
	file.SetCatalogSort(true)
	file.SetCreationDate(fileTime(l.Date)) // the library takes the present for the zero time
	file.SetModificationDate(fileTime(l.Date))
	file.SetTitle(l.Title, true)
	file.SetAuthor(l.Author, true)
	file.SetCreator("Sổ Chi bộ", true)
	for _, face := range l.faces() {
		data, err := assets.Font(face.String())
		if err != nil {
			return nil, app.WrapError(err, app.CodeInternal, "font", face.String())
		}
		file.AddUTF8FontFromBytes(family, fpdfStyles[face], data)
	}
	return &pdfPainter{file: file, size: -1, grey: -1, line: -1}, nil
}

// faces returns the styles that the document uses: reading a font takes most of the time of a short paper.
func (l *Laid) faces() []Face {
	var used [4]bool
	for _, page := range l.pages {
		for _, step := range page.Steps {
			if text, ok := step.(Text); ok {
				used[text.Face&BoldItalic] = true
			}
		}
	}
	var faces []Face
	for face, is := range used {
		if is {
			faces = append(faces, Face(face))
		}
	}
	return faces
}

func (p *pdfPainter) page(page Page) {
	p.file.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.size, p.grey, p.line = -1, -1, -1
	for _, step := range page.Steps {
		switch s := step.(type) {
		case Text:
			p.text(s)
		case Line:
			if p.line != s.Width {
				p.file.SetLineWidth(s.Width)
				p.line = s.Width
			}
			p.file.Line(s.X1, s.Y1, s.X2, s.Y2)
		case Fill:
			p.fill(s)
		case Image:
			p.image(s)
		}
	}
}

// text draws a text on its baseline. gofpdf sets the baseline of a cell of no height 0.3 letter sizes below the cell.
func (p *pdfPainter) text(t Text) {
	if p.size != t.SizePt || p.face != t.Face {
		p.file.SetFont(family, fpdfStyles[t.Face&BoldItalic], t.SizePt)
		p.size, p.face = t.SizePt, t.Face
	}
	if t.Stretch == 0 {
		p.file.Text(t.X, t.Y, t.Text)
		return
	}
	p.file.SetXY(t.X, t.Y-0.3*t.SizePt*ptMM)
	p.file.CellFormat(t.Width, 0, t.Text, "", 0, "J", false, 0, "")
}

// image draws a picture; the same picture is in the file once.
func (p *pdfPainter) image(i Image) {
	name, options := fmt.Sprintf("%x", sha256.Sum256(i.PNG)), gofpdf.ImageOptions{ImageType: "PNG"}
	p.file.RegisterImageOptionsReader(name, options, bytes.NewReader(i.PNG))
	p.file.ImageOptions(name, i.X, i.Y, i.W, i.H, false, options, 0, "")
}

func (p *pdfPainter) fill(f Fill) {
	if p.grey != int(f.Grey) {
		p.grey = int(f.Grey)
		p.file.SetFillColor(p.grey, p.grey, p.grey)
	}
	p.file.Rect(f.X, f.Y, f.W, f.H, "F")
}
