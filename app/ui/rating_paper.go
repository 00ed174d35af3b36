package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// papers offers the papers of the rating: to print, as PDF or as a Word file. The form is that of the line in use.
func (s *ratingScreen) papers() {
	p := s.program
	refs := []app.ReportRef{{Kind: app.ReportRatingBallot, Period: s.period}, {Kind: app.ReportRatingCount, Period: s.period}, {Kind: app.ReportRatingSummary, Period: s.period}}
	if row := s.table.Selected(); row >= 0 && row < len(s.view.Rows) {
		refs = append(refs, app.ReportRef{Kind: app.ReportRatingForm, Period: s.period, Subject: s.view.Rows[row].Subject})
	}
	var d *Dialog
	var rows []fyne.CanvasObject
	for _, ref := range refs {
		then := func(do func()) func() {
			return func() {
				d.Close()
				do()
			}
		}
		rows = append(rows, Row(8, Stretch(Paragraph(Span{Text: s.paperTitle(ref)})),
			NewSmall(wording.Text("Print"), IconPrint, then(func() { p.printReport(ref) })),
			NewSmall(wording.Text("PDF"), IconUpload, then(func() { p.exportReport(ref, desk.PDF) })),
			NewSmall(wording.Text("Word"), IconUpload, then(func() { p.exportReport(ref, desk.DOCX) }))))
	}
	d = newDialog(wording.Text("Papers of the rating, {period}", "period", s.period), Column(10, rows...), wording.Text("Close"), nil)
	d.show(p.window).Wide(700)
	giveFocus(d.back)
}

func (s *ratingScreen) paperTitle(ref app.ReportRef) string {
	switch ref.Kind {
	case app.ReportRatingBallot:
		return wording.Text("Ballot paper")
	case app.ReportRatingCount:
		return wording.Text("Counting minutes")
	case app.ReportRatingSummary:
		return wording.Text("Summary of the results")
	}
	row, _ := s.view.Row(ref.Subject)
	return wording.Text("Form of {name}", "name", row.Name)
}

// settings asks for the cap with its base and for the share that the vote asks for: regulations differ and change.
func (s *ratingScreen) settings() {
	round := s.view.Round
	percent := NewField(wording.Text("Excellent at most, %"), "")
	percent.SetText(strconv.Itoa(round.Cap.Percent))
	bases := s.view.Members.CapBases()
	var names []string
	for _, base := range bases {
		names = append(names, s.baseWords(base))
	}
	base := NewSelect(wording.Text("Share of"), "", names, nil)
	base.Choose(indexOf(bases, round.Cap.Base))
	byForm := NewCheck(wording.Text("Count each form (2A, 2B, 2C) by itself"), nil)
	byForm.Set(round.Cap.ByForm)
	share := NewField(wording.Text("A level needs more than, % of the votes"), "")
	share.SetText(strconv.Itoa(round.VotePercent))
	of := NewSelect(wording.Text("Of"), "", []string{wording.Text("all who may vote"), wording.Text("those present"), wording.Text("valid ballots")}, nil)
	of.Choose(indexOf(app.VoteBases, round.VoteBase))
	source := Paragraph(Span{Text: s.capNote(), Tone: ToneSecond, Size: SizeSmall})
	ShowForm(s.program.window, wording.Text("Cap and vote, {period}", "period", s.period), wording.Text("Save"), Column(12, percent, base, byForm, share, of, source), percent, func(d *Dialog) bool {
		for field, value := range map[*Field]*int{percent: &round.Cap.Percent, share: &round.VotePercent} {
			n, err := strconv.Atoi(strings.TrimSpace(field.Text()))
			if err != nil || n < 0 || n > 100 {
				field.SetError(app.NewError(app.CodeOutOfRange, "field", "cap", "value", field.Text(), "min", 0, "max", 100))
				d.Refit()
				return false
			}
			*value = n
		}
		round.Cap.ByForm = byForm.Checked()
		if i := base.Selected(); i >= 0 {
			round.Cap.Base = bases[i]
		}
		round.VoteBase = app.VoteBases[max(0, of.Selected())]
		s.saveRound(round, func() { s.Show(s.month) })
		return true
	})
}

// capNote is what the framework says of its cap.
func (s *ratingScreen) capNote() string {
	if s.view.Members.Cap == nil {
		return ""
	}
	return s.view.Members.Cap.Text + "."
}

func (s *ratingScreen) baseWords(base string) string {
	id, orBetter := strings.CutSuffix(base, "_or_better")
	level, found := s.view.Members.LevelByID(id)
	switch {
	case !found:
		return wording.Text("all who are rated")
	case orBetter:
		return wording.Text("those at {level} or better", "level", shortLevel(level.Name))
	}
	return wording.Text("those at {level}", "level", shortLevel(level.Name))
}

func (s *ratingScreen) saveRound(round app.RatingRound, then func()) {
	s.program.saveRound(round, then)
}
