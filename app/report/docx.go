package report

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"sochibo/app"
)

// DOCX writes the document as a Word file (Office Open XML): real paragraphs, styles and tables, to be edited further, in the same
// form as the pages: paper, margins, letter sizes, exact line pitches, column widths. Names that the head breaks into lines are broken
// at the same places. The same document gives the same bytes. Errors of w come back as they are.
func (l *Laid) DOCX(w io.Writer) error {
	p, err := newPen()
	if err != nil {
		return err
	}
	pages := newFlow(l.profile, p, l.document.Landscape)
	d := &docx{composer: &composer{profile: l.profile, cleaner: newCleaner(p), width: pages.width(), height: pages.height()}}
	d.styles = docxStyles(l.profile)
	d.body(l.document.Blocks)
	if d.broken != nil {
		return d.broken
	}
	archive := zip.NewWriter(w)
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxPackage},
		{"docProps/core.xml", l.docxCore()},
		{"word/document.xml", docxHeader + `<w:document xmlns:w="` + wordSpace + `" xmlns:r="` + relationSpace + `"><w:body>` + d.out.String() + docxSection(l, pages) + `</w:body></w:document>`},
		{"word/styles.xml", docxStyleSheet(d.styles)},
		{"word/settings.xml", docxSettings},
		{"word/header1.xml", docxPageNumber(l.profile)},
		{"word/_rels/document.xml.rels", docxFigureRelations(len(d.figures))},
	}
	for i, data := range d.figures {
		parts = append(parts, struct{ name, text string }{"word/" + figureName(i+1), string(data)})
	}
	for _, part := range parts {
		head := &zip.FileHeader{Name: part.name, Method: zip.Deflate}
		head.Modified = fileTime(l.Date)
		file, err := archive.CreateHeader(head)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(file, part.text); err != nil {
			return err
		}
	}
	return archive.Close()
}

// fileTime returns the time that a paper's file is dated: midnight of its day. An undated paper gets the first day that zip files can hold.
func fileTime(day app.Date) time.Time {
	if t := day.Time(); t.Year() >= 1980 {
		return t
	}
	return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
}

const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	wordTypes     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docxHeader    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

const docxTypes = docxHeader + `<Types xmlns="` + packageSpace + `content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Default Extension="png" ContentType="image/png"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + wordTypes + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + wordTypes + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + wordTypes + `settings+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + wordTypes + `header+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const docxPackage = docxHeader + `<Relationships xmlns="` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + relationSpace + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + packageSpace + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const docxRelations = docxHeader + `<Relationships xmlns="` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + relationSpace + `/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relationSpace + `/settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="` + relationSpace + `/header" Target="header1.xml"/></Relationships>`

// docxSettings asks for the behaviour of Word 2013 and later: tables begin at the margin.
const docxSettings = docxHeader + `<w:settings xmlns:w="` + wordSpace + `"><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

func (l *Laid) docxCore() string {
	created := ""
	if l.Date.IsFull() {
		created = `<dcterms:created xsi:type="dcterms:W3CDTF">` + l.Date.Time().UTC().Format("2006-01-02T15:04:05Z") + `</dcterms:created>`
	}
	return docxHeader + `<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(l.Title) + `</dc:title><dc:creator>` + escaped(l.Author) + `</dc:creator>` + created + `</cp:coreProperties>`
}

// docxSection is the last element of the body: paper, margins, and the page number's place.
func docxSection(l *Laid, pages *flow) string {
	profile, margins := l.profile, pages.margins
	orientation := ""
	if l.document.Landscape {
		orientation = ` w:orient="landscape"`
	}
	first := ""
	if profile.Page.NumberFrom > 1 {
		first = `<w:titlePg/>` // the first page has a head line of its own, which is empty
	}
	size := profile.Page.NumberSizePt
	top := max(0, profile.Page.NumberBaselineMM-baseline(size, size*headLine))
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="0" w:gutter="0"/>%s</w:sectPr>`,
		twips(pages.size.Width), twips(pages.size.Height), orientation, twips(margins.TopMM), twips(margins.RightMM), twips(margins.BottomMM), twips(margins.LeftMM), twips(top), first)
}

// headLine is the pitch of the page number's line as a multiple of its letter size.
const headLine = 1.2

func docxPageNumber(profile Profile) string {
	size := profile.Page.NumberSizePt
	run := func(inner string) string {
		return fmt.Sprintf(`<w:r><w:rPr><w:sz w:val="%d"/><w:szCs w:val="%[1]d"/></w:rPr>%s</w:r>`, halfPoints(size), inner)
	}
	return docxHeader + `<w:hdr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:spacing w:before="0" w:line="` + fmt.Sprint(points20(size*headLine)) +
		`" w:lineRule="exact"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>` +
		run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`) +
		run(`<w:fldChar w:fldCharType="separate"/>`) + run(`<w:t>2</w:t>`) + run(`<w:fldChar w:fldCharType="end"/>`) + `</w:p></w:hdr>`
}

// twips returns millimetres in twentieths of a point, the unit of Word files.
func twips(mm float64) int { return int(math.Round(mm / ptMM * 20)) }

// points20 returns points in twentieths of a point.
func points20(pt float64) int { return int(math.Round(pt * 20)) }

// halfPoints returns a letter size in half points.
func halfPoints(pt float64) int { return int(math.Round(pt * 2)) }

// escaped returns text for XML.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}
