package report

import (
	"math"

	"sochibo/app"
)

// Smallest text area that a page may leave: room for a table of four columns and a few lines.
const (
	minTextWidthMM  = 80
	minTextHeightMM = 120
)

// Validate returns CodeBadProfile, naming the field, if a page cannot be laid out with the profile.
func (p Profile) Validate() error {
	for _, check := range p.lengths() {
		if math.IsNaN(check.value) || check.value < check.min || check.value > check.max {
			return app.NewError(CodeBadProfile, "field", check.field)
		}
	}
	for name, margins := range map[string]Margins{"portrait": p.Page.Portrait, "landscape": p.Page.Landscape} {
		width, height := p.Page.WidthMM, p.Page.HeightMM
		if name == "landscape" {
			width, height = height, width
		}
		if width-margins.LeftMM-margins.RightMM < minTextWidthMM || height-margins.TopMM-margins.BottomMM < minTextHeightMM {
			return app.NewError(CodeBadProfile, "field", "page."+name)
		}
	}
	if err := p.ValidFrom.Validate(); err != nil {
		return app.WrapError(err, CodeBadProfile, "field", "layout.valid_from")
	}
	if err := p.ValidTo.Validate(); err != nil {
		return app.WrapError(err, CodeBadProfile, "field", "layout.valid_to")
	}
	return nil
}

type lengthCheck struct {
	field           string
	value, min, max float64
}

// lengths lists the numbers that could make a layout endless, invisible or impossible, with their bounds.
func (p Profile) lengths() []lengthCheck {
	checks := []lengthCheck{
		{"page.width_mm", p.Page.WidthMM, 80, 600},
		{"page.height_mm", p.Page.HeightMM, 80, 600},
		{"head.left_mm", p.Head.LeftMM, 20, 600},
		{"head.right_mm", p.Head.RightMM, 20, 600},
		{"head.date_row", float64(p.Head.DateRow), 1, 20},
		{"title.subject_width", p.Title.SubjectWidth, 0.2, 1},
		{"signature.blank_lines", p.Signature.BlankLines, 0, 12},
		{"table.pad_mm", p.Table.PadMM, 0, 5},
		{"table.pad_rows_pt", p.Table.PadRowsPt, 0, 20},
		{"table.small_pad_mm", p.Table.SmallPadMM, 0, 5},
		{"table.small_pad_rows_pt", p.Table.SmallPadRowsPt, 0, 20},
		{"callout.pad_mm", p.Callout.PadMM, 0, 15},
		{"text.indent_mm", p.Text.IndentMM, 0, 30},
		{"small.indent_mm", p.Small.IndentMM, 0, 30},
	}
	for _, size := range []lengthCheck{
		{field: "text.size_pt", value: p.Text.SizePt}, {field: "text.pitch_pt", value: p.Text.PitchPt},
		{field: "small.size_pt", value: p.Small.SizePt}, {field: "small.pitch_pt", value: p.Small.PitchPt},
		{field: "head.size_pt", value: p.Head.SizePt}, {field: "head.party_size_pt", value: p.Head.PartySizePt},
		{field: "title.type_size_pt", value: p.Title.TypeSizePt}, {field: "title.type_pitch_pt", value: p.Title.TypePitchPt},
		{field: "title.subject_size_pt", value: p.Title.SubjectSizePt},
		{field: "table.size_pt", value: p.Table.SizePt}, {field: "table.pitch_pt", value: p.Table.PitchPt},
		{field: "table.small_size_pt", value: p.Table.SmallSizePt}, {field: "table.small_pitch_pt", value: p.Table.SmallPitchPt},
		{field: "recipients.word_size_pt", value: p.Recipients.WordSizePt},
		{field: "recipients.size_pt", value: p.Recipients.SizePt}, {field: "recipients.pitch_pt", value: p.Recipients.PitchPt},
		{field: "page.number_size_pt", value: p.Page.NumberSizePt},
	} {
		checks = append(checks, lengthCheck{size.field, size.value, 5, 40})
	}
	for _, space := range []lengthCheck{
		{field: "text.before_pt", value: p.Text.BeforePt}, {field: "small.before_pt", value: p.Small.BeforePt},
		{field: "title.before_pt", value: p.Title.BeforePt}, {field: "title.after_pt", value: p.Title.AfterPt},
		{field: "table.before_pt", value: p.Table.BeforePt}, {field: "signature.before_pt", value: p.Signature.BeforePt},
		{field: "callout.before_pt", value: p.Callout.BeforePt},
	} {
		checks = append(checks, lengthCheck{space.field, space.value, 0, 100})
	}
	for _, margins := range []Margins{p.Page.Portrait, p.Page.Landscape} {
		for _, value := range []float64{margins.TopMM, margins.BottomMM, margins.LeftMM, margins.RightMM} {
			checks = append(checks, lengthCheck{"page.margins", value, 0, 100})
		}
	}
	return checks
}
