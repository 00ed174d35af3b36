package report

import (
	"fmt"
	"strconv"
	"strings"
)

// docx writes the body of a Word file from a document's blocks. It measures with the composer's pen where the form depends on widths.
type docx struct {
	*composer
	styles    map[string]docxPara
	out       strings.Builder
	figures   [][]byte // PNG, in the order of the text
	breakPage bool     // the next paragraph begins a page
	broken    error    // why a chart could not be painted
	tabled    bool     // a table was written last: another one would grow together with it
}

func (d *docx) body(blocks []Block) {
	for i := 0; i < len(blocks); i++ {
		if i+1 < len(blocks) && d.signedTable(blocks[i], blocks[i+1]) {
			i++
			continue
		}
		keep := i+1 < len(blocks) && isSignatures(blocks[i+1])
		d.block(blocks[i], keep)
	}
	if d.tabled || d.out.Len() == 0 {
		d.gap()
	}
}

// signedTable writes a table and the signatures below it as one, if they are such and fit on a page together with the last row.
func (d *docx) signedTable(b, next Block) bool {
	table, ok := b.(Table)
	if !ok || len(table.Columns) == 0 || len(table.Rows) == 0 {
		return false
	}
	signed, ok := next.(Signatures)
	if !ok {
		return false
	}
	left, right := d.signatureSides(signed)
	room := d.height/2 - max(left.heightPt(), right.heightPt())*ptMM
	if room < 0 || len(d.composer.grid(table).row(table.Rows[len(table.Rows)-1], d.height/2)) > 1 {
		return false
	}
	d.docxTable(table, true, &signed)
	return true
}

func isSignatures(b Block) bool {
	_, ok := b.(Signatures)
	return ok
}

// block writes a block; keep ties its end to the next one.
func (d *docx) block(b Block, keep bool) {
	switch b := b.(type) {
	case PartyHead:
		left, right := d.partySides(b)
		d.sides(left, right, 0, true)
	case PlainHead:
		left, right := d.plainSides(b)
		d.sides(left, right, 0, true)
	case Title:
		d.docxTitle(b)
	case Heading:
		d.text(d.para(styleHeading), Strong(b.Text))
	case Paragraph:
		p := d.para(styleText)
		if b.Small {
			p = d.para(styleSmall)
		}
		p.align, p.keep = b.Align, b.KeepNext || keep
		if b.NoIndent || b.Align == Center || b.Align == Right {
			p.firstMM = 0
		}
		d.text(p, b.Runs)
	case List:
		d.docxList(b, keep)
	case Table:
		d.docxTable(b, keep, nil)
	case Callout:
		d.docxCallout(b)
	case Figure:
		d.docxFigure(b, keep)
	case Chart:
		d.docxChart(b, keep)
	case Signatures:
		d.docxSignatures(b)
	case PageBreak:
		d.breakPage = true
	}
}

// para returns a paragraph of a style.
func (d *docx) para(style string) docxPara {
	p := d.styles[style]
	p.style = style
	return p
}

// text writes a paragraph of running text.
func (d *docx) text(p docxPara, runs []Run) {
	d.lines(p, [][]word{d.cleaner.words(runs, p.sizePt, d.width)})
}

// lines writes a paragraph whose lines end where they are told to.
func (d *docx) lines(p docxPara, lines [][]word) {
	if d.breakPage {
		p.breakPage, d.breakPage = true, false
	}
	base := d.styles[p.style]
	d.out.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + p.style + `"/>` + p.properties(base, false) + `</w:pPr>`)
	for i, words := range lines {
		if i > 0 {
			d.out.WriteString(`<w:r><w:br/></w:r>`)
		}
		d.runs(p, base, words)
	}
	d.out.WriteString(`</w:p>`)
	d.tabled = false
}

// runs writes words, neighbours of one style together, a space going with the style it was typed in.
func (d *docx) runs(p, base docxPara, words []word) {
	var text strings.Builder
	var face Face
	underline := false
	flush := func() {
		if text.Len() > 0 {
			d.out.WriteString(`<w:r>` + runProperties(p, base, face, underline) + `<w:t xml:space="preserve">` + escaped(text.String()) + `</w:t></w:r>`)
			text.Reset()
		}
	}
	put := func(part string, f Face, u bool) {
		if f != face || u != underline {
			flush()
			face, underline = f, u
		}
		text.WriteString(part)
	}
	for i, w := range words {
		switch {
		case i == 0 || w.gap == 0:
		case w.bound && w.gapFace == Bold: // of headings and titles; running text stays as it was typed
			put("\u00A0", w.gapFace, w.gapUnder)
		default:
			put(" ", w.gapFace, w.gapUnder)
		}
		for _, piece := range w.pieces {
			put(piece.text, piece.face, piece.underline)
		}
	}
	flush()
}

// runProperties writes how letters differ from those of the paragraph's style.
func runProperties(p, base docxPara, face Face, underline bool) string {
	var b strings.Builder
	switch bold := face&Bold != 0; {
	case bold && !base.bold:
		b.WriteString(`<w:b/><w:bCs/>`)
	case !bold && base.bold:
		b.WriteString(`<w:b w:val="0"/><w:bCs w:val="0"/>`)
	}
	if face&Italic != 0 {
		b.WriteString(`<w:i/><w:iCs/>`)
	}
	if p.sizePt != base.sizePt {
		fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/>`, halfPoints(p.sizePt))
	}
	if underline {
		b.WriteString(`<w:u w:val="single"/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:rPr>` + b.String() + `</w:rPr>`
}

// gap writes an empty line of one point: tables that follow each other would grow together, and a body must not end with a table.
func (d *docx) gap() { d.lines(d.para(styleGap), nil) }

func (d *docx) docxList(l List, keep bool) {
	for i, item := range l.Items {
		mark := "- "
		if l.Numbered {
			mark = strconv.Itoa(i+1) + ". "
		}
		p := d.para(styleText)
		if l.Small {
			p = d.para(styleSmall)
			p.firstMM = 0
		}
		p.keep = keep && i == len(l.Items)-1
		d.text(p, append(Plain(mark), item...))
	}
}

// docxTitle writes type, subject and rule; long subjects are broken as the pages break them.
func (d *docx) docxTitle(t Title) {
	profile := d.profile.Title
	kind := d.para(styleType)
	d.lines(kind, d.centred(Strong(t.Type), kind.sizePt, d.width))
	width := d.width * profile.SubjectWidth
	subject := d.para(styleSubject)
	subject.leftMM, subject.rightMM = (d.width-width)/2, (d.width-width)/2
	if lines := d.centred(Strong(t.Subject), subject.sizePt, width); len(lines) > 0 {
		d.lines(subject, lines)
	}
	last := d.para(styleGap)
	last.keep, last.pitchPt = true, max(1, profile.AfterPt)
	if t.Rule {
		rule := d.para(styleSubject)
		d.text(rule, Plain(profile.Rule))
	}
	d.lines(last, nil)
}

// centred breaks text into lines of like length, as the pages do with centred text.
func (d *docx) centred(runs []Run, sizePt, width float64) [][]word {
	words := d.cleaner.words(runs, sizePt, width)
	var lines [][]word
	for _, at := range breakLines(words, width, width, true) {
		lines = append(lines, words[at.from:at.to])
	}
	return lines
}

// docxCallout writes a framed paragraph, centred and bold.
func (d *docx) docxCallout(b Callout) {
	profile := d.profile.Callout
	p := d.para(styleText)
	if b.SizePt >= 5 && b.SizePt <= 40 {
		p.sizePt = b.SizePt
	}
	p.pitchPt, p.beforePt, p.firstMM, p.align = p.sizePt*1.3, profile.BeforePt+profile.PadMM/ptMM, 0, Center
	p.leftMM, p.rightMM = profile.PadMM, profile.PadMM
	side := fmt.Sprintf(`w:val="single" w:sz="%d" w:space="%d" w:color="000000"/>`, int(profile.LinePt*8), min(31, int(profile.PadMM/ptMM)))
	p.border = `<w:pBdr><w:top ` + side + `<w:left ` + side + `<w:bottom ` + side + `<w:right ` + side + `</w:pBdr>`
	var lines [][]word
	for _, part := range paragraphs(b.Text) {
		lines = append(lines, d.centred(Strong(part), p.sizePt, d.width-2*profile.PadMM)...)
	}
	d.lines(p, lines)
	after := d.para(styleGap)
	after.pitchPt = max(1, profile.PadMM/ptMM)
	d.lines(after, nil)
}
