package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// computed says that points are computed, how, and opens what they are computed from.
func (s *criteriaScreen) computed(c app.Criterion, words fyne.CanvasObject) fyne.CanvasObject {
	return s.withSource(c.Source, NewState(MeaningAuto, wording.Text("computed")), words)
}

// withSource puts a state and words beside the button that opens what a source is computed from.
func (s *criteriaScreen) withSource(source string, state, words fyne.CanvasObject) fyne.CanvasObject {
	row := []fyne.CanvasObject{state, Stretch(words)}
	if open, tip := s.sourceDoor(source); open != nil && s.preview == nil { // a committee's book has no such data
		row = append(row, NewSmall("", IconForward, open).WithTip(tip))
	}
	return Row(8, row...)
}

// sourceDoor opens the data of a source, and says what its button does; nil where the book keeps none.
func (s *criteriaScreen) sourceDoor(source string) (open func(), tip string) {
	p := s.program
	place := func(key string) func() { return func() { p.frame.Open(key) } }
	kind, rest, _ := strings.Cut(source, ".")
	switch {
	case kind == "handbook" || strings.HasPrefix(rest, "handbook"):
		return place(placePoints), wording.Text("Open the handbook points")
	case kind == "dues" || strings.HasPrefix(rest, "dues"):
		return func() { p.frame.Show(newDuesScreen(p), placeMembers) }, wording.Text("Open the dues")
	case kind == "admissions":
		return place(placeMembers), wording.Text("Open the members")
	case kind == "initiatives":
		return func() { p.openRegister(tabInitiatives) }, wording.Text("Open the initiatives")
	case kind == "commendations" || kind == "discipline":
		return func() { p.openRegister(tabConduct) }, wording.Text("Open commendations and disciplines")
	case kind == "ratings":
		return s.openRated, wording.Text("Open the rating")
	case kind == "faults":
		return func() { p.openRegister(tabRatings) }, wording.Text("Open the rating")
	case kind == "meeting" || kind == "resolution" || kind == "month" || kind == "thematic" || kind == "period" || kind == "member":
		return place(placeMeeting), wording.Text("Open the meeting")
	}
	return nil, ""
}

// openRegister shows one tab of the place of emulation and rating.
func (p *Program) openRegister(tab int) {
	screen := newRatingAt(p, "")
	screen.tabs.Choose(tab)
	p.frame.Show(screen, placeRating)
}

// openRated shows the rating that the sheet's figures come from: that of its own quarter or year, or the last one before its month.
func (s *criteriaScreen) openRated() {
	p := s.program
	if s.rating != nil {
		p.openRatings(s.rating.period)
		return
	}
	if period := app.SheetPeriod(s.view.Marked.Subject); period.Validate() == nil && period.Scope() != app.ScopeMonth {
		p.openRatings(period)
		return
	}
	month := s.month
	Load(p.frame.Worker, "", p.desk.RatedPeriods, func(periods []app.SheetPeriod) {
		best := app.SheetPeriod("")
		for _, period := range periods {
			if period.Span().To < month && (best == "" || period.Span().To > best.Span().To) {
				best = period
			}
		}
		p.openRatings(best)
	})
}
