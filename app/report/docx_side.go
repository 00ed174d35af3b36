package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// docxLine is a paragraph in one of two columns side by side.
type docxLine struct {
	form  docxPara
	lines [][]word
}

// docxSide is one of two columns: its width and its paragraphs.
type docxSide struct {
	width float64 // millimetres
	lines []docxLine
}

// add stacks runs below what is there, broken into lines as the pages break them.
func (s *docxSide) add(d *docx, runs []Run, sizePt, pitchPt, beforePt float64, align Align) {
	form := d.para(styleHead)
	form.sizePt, form.pitchPt, form.beforePt, form.align = sizePt, pitchPt, beforePt, align
	words := d.cleaner.words(runs, sizePt, s.width)
	if len(words) == 0 {
		return
	}
	var lines [][]word
	for _, at := range breakLines(words, s.width, s.width, align == Center) {
		lines = append(lines, words[at.from:at.to])
	}
	s.lines = append(s.lines, docxLine{form, lines})
}

// heightPt is the sum of the side's lines and spaces.
func (s docxSide) heightPt() float64 {
	sum := 0.0
	for _, line := range s.lines {
		sum += line.form.beforePt + float64(max(1, len(line.lines)))*line.form.pitchPt
	}
	return sum
}

// rulePt is the height of the thin paragraph whose border is the rule under a name.
const rulePt = 2.0

// rule draws a rule as long as the last line of text: the border of a thin empty paragraph that is indented on both sides.
func (s *docxSide) rule(d *docx, widthPt float64) {
	if len(s.lines) == 0 {
		return
	}
	lines := s.lines[len(s.lines)-1].lines
	length := 0.0
	for i, w := range lines[len(lines)-1] {
		if i > 0 {
			length += w.gap
		}
		length += w.width
	}
	form := d.para(styleGap)
	form.pitchPt = rulePt
	form.leftMM = max(0, (s.width-length)/2)
	form.rightMM = form.leftMM
	form.border = fmt.Sprintf(`<w:pBdr><w:top w:val="single" w:sz="%d" w:space="0" w:color="000000"/></w:pBdr>`, max(2, int(widthPt*8)))
	s.lines = append(s.lines, docxLine{form: form})
}

// docxColumns returns two empty columns in the proportion of the profile's head.
func (d *docx) docxColumns() (left, right docxSide) {
	l, r := d.columns()
	return docxSide{width: l.width}, docxSide{width: r.width}
}

func (d *docx) partySides(h PartyHead) (left, right docxSide) {
	profile, pitch := d.profile.Head, d.profile.Text.PitchPt
	left, right = d.docxColumns()
	left.add(d, Plain(strings.ToUpper(h.Superior)), profile.SizePt, pitch, 0, Center)
	left.add(d, Strong(strings.ToUpper(h.Body)), profile.SizePt, pitch, 0, Center)
	if h.Number != "" {
		left.add(d, Plain(profile.Separator), profile.SizePt, pitch, 0, Center)
		left.add(d, Plain(profile.NumberWord+" "+h.Number), profile.SizePt, pitch, 0, Center)
	}
	right.add(d, Strong(profile.Party), profile.PartySizePt, pitch, 0, Center)
	right.rule(d, profile.RulePt)
	if h.PlaceDate != "" {
		before := max(0, float64(profile.DateRow-1)*pitch-right.heightPt())
		right.add(d, []Run{{Text: h.PlaceDate, Italic: true}}, profile.SizePt, pitch, before, Center)
	}
	return left, right
}

func (d *docx) plainSides(h PlainHead) (left, right docxSide) {
	profile, pitch := d.profile.Head, d.profile.Text.PitchPt
	left, right = d.docxColumns()
	left.add(d, Plain(strings.ToUpper(h.Superior)), profile.SizePt, pitch, 0, Center)
	left.add(d, Strong(strings.ToUpper(h.Body)), profile.SizePt, pitch, 0, Center)
	if h.Body != "" {
		left.rule(d, profile.RulePt)
	}
	for _, line := range h.Right {
		right.add(d, Plain(line), profile.SizePt, pitch, 0, Right)
	}
	return left, right
}

func (d *docx) docxSignatures(s Signatures) {
	left, right := d.signatureSides(s)
	d.sides(left, right, d.profile.Signature.BeforePt, false)
}

// signatureSides sets what stands left and right at a document's end.
func (d *docx) signatureSides(s Signatures) (left, right docxSide) {
	left, right = d.docxColumns()
	if len(s.Recipients) == 0 {
		left.width, right.width = d.width/2, d.width/2
		d.docxSignHead(&left, s.Left)
	} else {
		profile := d.profile.Recipients
		left.add(d, []Run{{Text: profile.Word, Underline: true}}, profile.WordSizePt, d.profile.Text.PitchPt, 0, Left)
		for i, name := range s.Recipients {
			left.add(d, Plain(recipientLine(name, i == len(s.Recipients)-1)), profile.SizePt, profile.PitchPt, 0, Left)
		}
	}
	d.docxSignHead(&right, s.Right)
	if len(s.Recipients) == 0 {
		head := max(left.heightPt(), right.heightPt())
		d.docxSignName(&left, s.Left, head-left.heightPt())
		d.docxSignName(&right, s.Right, head-right.heightPt())
	} else {
		d.docxSignName(&right, s.Right, 0)
	}
	return left, right
}

func (d *docx) docxSignHead(side *docxSide, s *Signature) {
	if s == nil {
		return
	}
	size, pitch := d.profile.Text.SizePt, d.profile.Text.PitchPt
	side.add(d, Strong(s.Authority), size, pitch, 0, Center)
	side.add(d, Plain(s.Post), size, pitch, 0, Center)
	side.add(d, []Run{{Text: s.Note, Italic: true}}, size, pitch, 0, Center)
}

// docxSignName sets the name below room for the signature and what the other side's words are higher, in points.
func (d *docx) docxSignName(side *docxSide, s *Signature, more float64) {
	if s == nil {
		return
	}
	size, pitch := d.profile.Text.SizePt, d.profile.Text.PitchPt
	side.add(d, Strong(s.Name), size, pitch, d.profile.Signature.BlankLines*pitch+more, Center)
}

// sides writes two columns as a table without rules, before points below what stands above.
func (d *docx) sides(left, right docxSide, before float64, keep bool) {
	d.separate()
	if before > 0 {
		gap := d.para(styleGap)
		gap.keep, gap.pitchPt = true, before
		d.lines(gap, nil)
	} else if d.breakPage {
		d.gap()
	}
	height := max(left.heightPt(), right.heightPt()) * ptMM
	d.openTable([]float64{0, left.width, left.width + right.width}, "", `<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>`)
	d.out.WriteString(`<w:tr><w:trPr>`)
	if height < d.height {
		d.out.WriteString(`<w:cantSplit/>`)
	}
	d.out.WriteString(`</w:trPr>`)
	for _, side := range []docxSide{left, right} {
		fmt.Fprintf(&d.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, twips(side.width))
		d.sideCell(side, keep)
	}
	d.out.WriteString(`</w:tr>`)
	d.closeTable()
}

// sideCell writes the paragraphs of a column and ends its cell.
func (d *docx) sideCell(side docxSide, keep bool) {
	for _, line := range side.lines {
		line.form.keep = keep
		d.lines(line.form, line.lines)
	}
	if len(side.lines) == 0 {
		d.gap()
	}
	d.out.WriteString(`</w:tc>`)
}

// signatureRow writes signatures as the last row of the table above them. Only the rule of the row before is drawn.
func (d *docx) signatureRow(stops []float64, left, right docxSide) {
	d.out.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for i, side := range []docxSide{left, right} {
		edges := [...]float64{stops[0], left.width, stops[len(stops)-1]}
		d.openCell(stops, edges[i], edges[i+1])
		d.out.WriteString(`<w:tcBorders>`)
		for _, edge := range []string{"left", "bottom", "right"} {
			d.out.WriteString(`<w:` + edge + ` w:val="nil"/>`)
		}
		fmt.Fprintf(&d.out, `</w:tcBorders><w:tcMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>`,
			points20(d.profile.Signature.BeforePt))
		d.sideCell(side, false)
	}
	d.out.WriteString(`</w:tr>`)
}

// withStop returns a table's edges with one more where a cell is to end, and that place: an edge nearer than a fifth of a millimetre serves.
func withStop(edges []float64, stop float64) ([]float64, float64) {
	at, _ := slices.BinarySearch(edges, stop)
	for _, i := range []int{at - 1, at} {
		if i > 0 && i < len(edges)-1 && math.Abs(edges[i]-stop) < 0.2 {
			return edges, edges[i]
		}
	}
	return slices.Insert(slices.Clone(edges), at, stop), stop
}
