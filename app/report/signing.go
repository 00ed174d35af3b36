package report

import "strings"

// signatures adds the signers, or the recipients and one signer, side by side. What comes before keeps with it.
func (c *composer) signatures(s Signatures) {
	left, right := c.columns()
	if len(s.Recipients) == 0 {
		left.width = c.width / 2
		right.left, right.width = left.width, c.width-left.width
		c.signHead(&left, s.Left)
		c.signHead(&right, s.Right)
		left.height = max(left.height, right.height) // the names stand side by side, whoever has more words above
		right.height = left.height
		c.signName(&left, s.Left)
	} else {
		c.recipients(&left, s.Recipients)
		c.signHead(&right, s.Right)
	}
	c.signName(&right, s.Right)
	before := c.profile.Signature.BeforePt * ptMM
	if left.height > c.height && len(s.Recipients) > 0 {
		c.recipientsAbove(s.Recipients)
		left = column{}
	}
	c.keepLast()
	c.beside(left, right, before)
	c.strips[len(c.strips)-1].keep = false
}

// signHead sets in whose name and in which post somebody signs.
func (c *composer) signHead(col *column, s *Signature) {
	if s == nil {
		return
	}
	size, pitch := c.profile.Text.SizePt, c.profile.Text.PitchPt
	col.add(c, Strong(s.Authority), size, pitch, Center)
	col.add(c, Plain(s.Post), size, pitch, Center)
	col.add(c, []Run{{Text: s.Note, Italic: true}}, size, pitch, Center)
}

// signName leaves room for the signature and sets the name.
func (c *composer) signName(col *column, s *Signature) {
	if s == nil {
		return
	}
	size, pitch := c.profile.Text.SizePt, c.profile.Text.PitchPt
	col.height += c.profile.Signature.BlankLines * pitch * ptMM
	col.add(c, Strong(s.Name), size, pitch, Center)
}

// recipients lists who gets the document: each line ends with a comma, the last one with a full stop.
func (c *composer) recipients(col *column, names []string) {
	profile := c.profile.Recipients
	col.add(c, []Run{{Text: profile.Word, Underline: true}}, profile.WordSizePt, c.profile.Text.PitchPt, Left)
	for i, name := range names {
		col.add(c, Plain(recipientLine(name, i == len(names)-1)), profile.SizePt, profile.PitchPt, Left)
	}
}

func recipientLine(name string, last bool) string {
	line := "- " + strings.TrimRight(strings.TrimSpace(name), ".,;")
	if last {
		return line + "."
	}
	return line + ","
}

// recipientsAbove sets a list that is longer than a page as running text, so that it can be cut by the page's end.
func (c *composer) recipientsAbove(names []string) {
	c.paragraph(Paragraph{Runs: []Run{{Text: c.profile.Recipients.Word, Underline: true}}, NoIndent: true, KeepNext: true})
	for i, name := range names {
		c.paragraph(Paragraph{Runs: Plain(recipientLine(name, i == len(names)-1)), Small: true, NoIndent: true, Align: Left})
	}
}
