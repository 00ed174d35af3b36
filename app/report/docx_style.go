package report

import (
	"fmt"
	"slices"
	"strings"
)

// docxPara is a paragraph's form. Lengths in points and millimetres as the names say.
type docxPara struct {
	style     string // key of a style
	align     Align
	sizePt    float64
	pitchPt   float64 // exact
	beforePt  float64
	firstMM   float64 // indent of the first line
	leftMM    float64
	rightMM   float64
	bold      bool
	keep      bool // on the same page as the next paragraph
	breakPage bool // begins a page
	border    string
	outline   bool // listed in Word's navigation pane
}

// Keys of the styles that a written Word file has.
const (
	styleText    = "BodyText"
	styleSmall   = "SmallText"
	styleHeading = "Heading1"
	styleType    = "DocumentType"
	styleSubject = "DocumentSubject"
	styleHead    = "HeadText"
	styleCell    = "TableText"
	styleCellLow = "TableSmall"
	styleGap     = "Gap"
)

var docxStyleNames = map[string]string{
	styleText: "Nội dung", styleSmall: "Ghi chú", styleHeading: "heading 1", styleType: "Tên loại văn bản", styleSubject: "Trích yếu",
	styleHead: "Đầu văn bản", styleCell: "Chữ trong bảng", styleCellLow: "Chữ nhỏ trong bảng", styleGap: "Khoảng cách",
}

// docxStyles are the named styles of a profile, by key: who edits the file changes all paragraphs of a kind at once.
func docxStyles(profile Profile) map[string]docxPara {
	text, small, table := profile.Text, profile.Small, profile.Table
	return map[string]docxPara{
		styleText:    {align: Justified, sizePt: text.SizePt, pitchPt: text.PitchPt, beforePt: text.BeforePt, firstMM: text.IndentMM},
		styleSmall:   {align: Justified, sizePt: small.SizePt, pitchPt: small.PitchPt, beforePt: small.BeforePt, firstMM: small.IndentMM},
		styleHeading: {align: Left, sizePt: text.SizePt, pitchPt: text.PitchPt, beforePt: text.BeforePt, firstMM: text.IndentMM, bold: true, keep: true, outline: true},
		styleType:    {align: Center, sizePt: profile.Title.TypeSizePt, pitchPt: profile.Title.TypePitchPt, beforePt: profile.Title.BeforePt, bold: true, keep: true},
		styleSubject: {align: Center, sizePt: profile.Title.SubjectSizePt, pitchPt: text.PitchPt, bold: true, keep: true},
		styleHead:    {align: Center, sizePt: profile.Head.SizePt, pitchPt: text.PitchPt},
		styleCell:    {align: Left, sizePt: table.SizePt, pitchPt: table.PitchPt},
		styleCellLow: {align: Left, sizePt: table.SmallSizePt, pitchPt: table.SmallPitchPt},
		styleGap:     {align: Left, sizePt: 1, pitchPt: 1},
	}
}

// docxStyleSheet writes the styles, sorted, so that the same profile gives the same bytes.
func docxStyleSheet(styles map[string]docxPara) string {
	var b strings.Builder
	b.WriteString(docxHeader + `<w:styles xmlns:w="` + wordSpace + `"><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/>` +
		`<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	keys := make([]string, 0, len(styles))
	for key := range styles {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		p := styles[key]
		bold := ""
		if p.bold {
			bold = `<w:b/><w:bCs/>`
		}
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/>`+
			`<w:pPr>%s</w:pPr><w:rPr>%s<w:sz w:val="%d"/><w:szCs w:val="%[5]d"/></w:rPr></w:style>`, key, docxStyleNames[key], p.properties(docxPara{}, true), bold, halfPoints(p.sizePt))
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}

// properties writes what differs from the base, in the order that the format demands; all of it for a style.
func (p docxPara) properties(base docxPara, all bool) string {
	var b strings.Builder
	flag := func(name string, value, before bool) {
		switch {
		case value == before:
		case value:
			b.WriteString("<w:" + name + "/>")
		default:
			b.WriteString("<w:" + name + ` w:val="0"/>`)
		}
	}
	flag("keepNext", p.keep, base.keep)
	flag("pageBreakBefore", p.breakPage, base.breakPage)
	if all {
		b.WriteString(`<w:widowControl/>`)
	}
	b.WriteString(p.border)
	if all || p.beforePt != base.beforePt || p.pitchPt != base.pitchPt {
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="0" w:line="%d" w:lineRule="exact"/>`, points20(p.beforePt), points20(p.pitchPt))
	}
	if all || p.leftMM != base.leftMM || p.rightMM != base.rightMM || p.firstMM != base.firstMM {
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:right="%d" w:firstLine="%d"/>`, twips(p.leftMM), twips(p.rightMM), twips(p.firstMM))
	}
	if all || p.align != base.align {
		b.WriteString(`<w:jc w:val="` + [...]string{Justified: "both", Left: "left", Center: "center", Right: "right"}[p.align] + `"/>`)
	}
	if p.outline && all {
		b.WriteString(`<w:outlineLvl w:val="0"/>`)
	}
	return b.String()
}
