package report

// EditableNumber is a length of a profile that a book may set otherwise, with the bounds between which offices differ.
type EditableNumber struct {
	Key      string // ends in the unit: _mm or _pt
	Value    *float64
	Min, Max float64
}

// Editable returns the lengths that a book may change, each pointing into the profile.
func (p *Profile) Editable() []EditableNumber {
	m := &p.Page.Portrait
	return []EditableNumber{
		{"page.top_mm", &m.TopMM, 10, 40}, {"page.bottom_mm", &m.BottomMM, 10, 40},
		{"page.left_mm", &m.LeftMM, 10, 50}, {"page.right_mm", &m.RightMM, 10, 40},
		{"text.size_pt", &p.Text.SizePt, 12, 16}, {"text.pitch_pt", &p.Text.PitchPt, 14, 24},
		{"text.before_pt", &p.Text.BeforePt, 0, 18}, {"text.indent_mm", &p.Text.IndentMM, 0, 20},
		{"table.size_pt", &p.Table.SizePt, 9, 15}, {"title.type_size_pt", &p.Title.TypeSizePt, 13, 18},
		{"head.party_size_pt", &p.Head.PartySizePt, 12, 17}, {"head.size_pt", &p.Head.SizePt, 11, 16},
	}
}
