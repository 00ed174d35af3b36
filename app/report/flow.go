package report

import "strconv"

// strip is a band of a page as wide as the text that is never split: a line of text, a table's row, a head.
type strip struct {
	before  float64 // space above, left out at the top of a page
	height  float64
	steps   []Step // relative to the strip's top left corner
	keep    bool   // on the same page as the next strip
	newPage bool   // begins a page
	repeat  *strip // what comes first when this strip begins a page: its table's head
}

// flow puts strips on pages.
type flow struct {
	profile Profile
	pen     pen
	margins Margins
	size    Page // width and height of every page
	pages   []Page
	y       float64 // from the top of the text area of the current page
	empty   bool    // nothing is on the current page yet
}

func newFlow(profile Profile, p pen, landscape bool) *flow {
	f := &flow{profile: profile, pen: p, margins: profile.Page.Portrait}
	f.size = Page{Width: profile.Page.WidthMM, Height: profile.Page.HeightMM}
	if landscape {
		f.margins = profile.Page.Landscape
		f.size.Width, f.size.Height = f.size.Height, f.size.Width
	}
	return f
}

// width and height are those of the text area in millimetres.
func (f *flow) width() float64  { return f.size.Width - f.margins.LeftMM - f.margins.RightMM }
func (f *flow) height() float64 { return f.size.Height - f.margins.TopMM - f.margins.BottomMM }

// pour puts all strips on pages. There is at least one page.
func (f *flow) pour(strips []strip) []Page {
	f.nextPage()
	for len(strips) > 0 {
		group := chained(strips)
		if group[0].newPage && !f.empty {
			f.nextPage()
		}
		if !f.fit(group) && !f.empty {
			f.nextPage()
		}
		placed := f.place(group)
		strips = strips[placed:]
	}
	return f.pages
}

// chained returns the strips from the first one on that must stay on one page.
func chained(strips []strip) []strip {
	n := 1
	for n < len(strips) && strips[n-1].keep && !strips[n].newPage {
		n++
	}
	return strips[:n]
}

// fit reports whether a group fits on what is left of the current page.
func (f *flow) fit(group []strip) bool {
	height := f.y
	for i, s := range group {
		height += s.height
		switch {
		case i > 0 || !f.empty:
			height += s.before
		case s.repeat != nil:
			height += s.repeat.height
		}
	}
	return height <= f.height()+fits
}

// place draws as many strips of a group as the page has room for, at least one, and returns how many.
// A group that is higher than a page is cut where the page ends.
func (f *flow) place(group []strip) int {
	for i, s := range group {
		if i > 0 && !f.fit(group[i:i+1]) {
			f.nextPage()
			return i
		}
		if s.height > f.height()+fits {
			f.placeTall(s)
			continue
		}
		f.put(s)
	}
	return len(group)
}

func (f *flow) put(s strip) {
	if f.empty && s.repeat != nil {
		f.draw(s.repeat.steps)
		f.y += s.repeat.height
	} else if !f.empty {
		f.y += s.before
	}
	f.draw(s.steps)
	f.y += s.height
	f.empty = f.empty && s.height == 0
}

// placeTall draws a strip that is higher than a page, such as a head with an endless name, on several pages.
func (f *flow) placeTall(s strip) {
	if !f.empty {
		f.nextPage()
	}
	for from := 0.0; from < s.height; from += f.height() {
		if from > 0 {
			f.nextPage()
		}
		to := from + f.height()
		var part []Step
		for _, step := range s.steps {
			if top := topOf(step); top >= from && top < to || top < 0 && from == 0 {
				part = append(part, step.shifted(0, -from))
			}
		}
		f.draw(part)
		f.y = min(s.height-from, f.height())
		f.empty = false
	}
}

func topOf(step Step) float64 {
	switch s := step.(type) {
	case Text:
		return s.Y - s.SizePt*ptMM*ascent
	case Line:
		return min(s.Y1, s.Y2)
	case Fill:
		return s.Y
	case Image:
		return s.Y
	}
	return 0
}

func (f *flow) draw(steps []Step) {
	page := &f.pages[len(f.pages)-1]
	for _, step := range steps {
		page.Steps = append(page.Steps, step.shifted(f.margins.LeftMM, f.margins.TopMM+f.y))
	}
}

// nextPage begins a page and draws its number, centred in the top margin.
func (f *flow) nextPage() {
	f.pages = append(f.pages, Page{Width: f.size.Width, Height: f.size.Height})
	f.y, f.empty = 0, true
	number := len(f.pages)
	if number < f.profile.Page.NumberFrom {
		return
	}
	text := strconv.Itoa(number)
	size := f.profile.Page.NumberSizePt
	width := f.pen.width(Regular, size, text)
	x := f.margins.LeftMM + (f.width()-width)/2
	page := &f.pages[number-1]
	page.Steps = append(page.Steps, Text{X: x, Y: f.profile.Page.NumberBaselineMM, Face: Regular, SizePt: size, Text: text, Width: width})
}
