package report

import (
	"fmt"
	"strings"
)

const (
	drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/"
	emuPerMM     = 36000 // the unit of sizes in drawings
	// firstFigure is the number of the first picture's relation; the ones before are in docxRelations.
	firstFigure = 4
)

// docxFigure writes a picture in a paragraph of its own and its caption.
func (d *docx) docxFigure(f Figure, keep bool) {
	d.figures = append(d.figures, f.png)
	number := len(d.figures)
	w, h := f.size(d.width, d.height-captionRoom)
	size := fmt.Sprintf(`cx="%d" cy="%d"`, int(w*emuPerMM), int(h*emuPerMM))
	breaks, next := "", ""
	if d.breakPage {
		breaks, d.breakPage = `<w:pageBreakBefore/>`, false
	}
	if keep || f.Caption != "" {
		next = `<w:keepNext/>`
	}
	name := fmt.Sprintf(`id="%d" name="Hình %[1]d"`, number)
	d.out.WriteString(`<w:p><w:pPr>` + next + breaks + `<w:spacing w:before="` + fmt.Sprint(points20(d.profile.Text.BeforePt)) +
		`" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>` +
		`<wp:inline xmlns:wp="` + drawingSpace + `wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ` + size + `/>` +
		`<wp:docPr ` + name + ` descr="` + escaped(f.Caption) + `"/>` +
		`<a:graphic xmlns:a="` + drawingSpace + `main"><a:graphicData uri="` + drawingSpace + `picture"><pic:pic xmlns:pic="` + drawingSpace + `picture">` +
		`<pic:nvPicPr><pic:cNvPr ` + name + `/><pic:cNvPicPr/></pic:nvPicPr>` +
		fmt.Sprintf(`<pic:blipFill><a:blip r:embed="rId%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, firstFigure+number-1) +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
	d.tabled = false
	if f.Caption != "" {
		d.block(Paragraph{Runs: []Run{{Text: f.Caption, Italic: true}}, Align: Center, Small: true}, keep)
	}
}

// figureName is the place of a picture inside the file, counted from 1.
func figureName(number int) string { return fmt.Sprintf("media/image%d.png", number) }

// docxFigureRelations names the pictures beside the parts that every file has.
func docxFigureRelations(count int) string {
	var relations strings.Builder
	for number := 1; number <= count; number++ {
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/image" Target="%s"/>`, firstFigure+number-1, relationSpace, figureName(number))
	}
	return strings.Replace(docxRelations, `</Relationships>`, relations.String()+`</Relationships>`, 1)
}
