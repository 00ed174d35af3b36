package report

import "sochibo/app"

// Laid is a document laid out: its pages as drawing steps. It is not changed any more, so several readers may paint it at once.
type Laid struct {
	Title    string
	Author   string
	Date     app.Date
	Warnings []*app.Error // what had to be replaced, see CodeCharReplaced
	pages    []Page
	document Document // what was laid out, for the painter of Word files
	profile  Profile
}

// Layout lays a document out after a profile. A document without blocks gives one empty page.
// Errors: CodeBadProfile for a profile that leaves no room for text, app.CodeBadDate for an impossible date.
func Layout(doc Document, profile Profile) (*Laid, error) {
	if err := profile.Validate(); err != nil {
		return nil, err
	}
	if err := doc.Date.Validate(); err != nil {
		return nil, err
	}
	p, err := newPen()
	if err != nil {
		return nil, err
	}
	pages := newFlow(profile, p, doc.Landscape)
	c := &composer{profile: profile, cleaner: newCleaner(p), width: pages.width(), height: pages.height()}
	for _, b := range doc.Blocks {
		c.block(b)
	}
	return &Laid{
		Title:    app.Clean(doc.Title),
		Author:   app.Clean(doc.Author),
		Date:     doc.Date,
		pages:    pages.pour(c.strips),
		Warnings: c.cleaner.ordered,
		document: doc,
		profile:  profile,
	}, nil
}

// Document returns what was laid out.
func (l *Laid) Document() Document { return l.document }

// Pages returns how many pages there are.
func (l *Laid) Pages() int { return len(l.pages) }

// Page returns one page, counted from 1; false if there is no such page.
func (l *Laid) Page(number int) (Page, bool) {
	if number < 1 || number > len(l.pages) {
		return Page{}, false
	}
	return l.pages[number-1], true
}

// composer turns blocks into strips.
type composer struct {
	profile Profile
	cleaner *cleaner
	width   float64 // of the text area, millimetres
	height  float64
	strips  []strip
}

func (c *composer) block(b Block) {
	switch b := b.(type) {
	case PartyHead:
		c.partyHead(b)
	case PlainHead:
		c.plainHead(b)
	case Title:
		c.title(b)
	case Heading:
		c.heading(b)
	case Paragraph:
		c.paragraph(b)
	case List:
		c.list(b)
	case Table:
		c.table(b)
	case Callout:
		c.callout(b)
	case Figure:
		c.figure(b)
	case Chart:
		c.chart(b)
	case Signatures:
		c.signatures(b)
	case PageBreak:
		c.strips = append(c.strips, strip{newPage: true, keep: true})
	}
}

// keepLast ties what was added last to what comes next.
func (c *composer) keepLast() {
	if n := len(c.strips); n > 0 {
		c.strips[n-1].keep = true
	}
}
