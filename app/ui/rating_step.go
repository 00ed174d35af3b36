package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// ratingStep takes what one step found of all who are rated, one line for each, and stores it in one command.
type ratingStep struct {
	program *Program
	page    *Page
	view    desk.RatingView
	step    app.RatingStep
	lines   []*ratingStepLine
	ballot  *ballotFields // of the vote
	paper   *Field        // of the superior's decision
	begun   string        // what the fields held when they were filled or saved
}

func newRatingStep(p *Program, view desk.RatingView, step app.RatingStep) *ratingStep {
	s := &ratingStep{program: p, view: view, step: step}
	s.page = NewPage(stepTitle(step) + ", " + view.Round.Period.String())
	if step == app.StepVote {
		s.ballot = newBallotFields(view, s.renew)
	}
	for _, row := range view.Rows {
		if row.NotRated == "" {
			s.lines = append(s.lines, s.newLine(row))
		}
	}
	s.draw()
	s.begun = allHeld(s.page.body)
	return s
}

func (s *ratingStep) Content() fyne.CanvasObject { return s.page }
func (s *ratingStep) Show(app.Month)             {}
func (s *ratingStep) Leave(proceed func()) {
	leaveForm(s.program.window, s.page.body, s.begun, proceed)
}
func (s *ratingStep) Help() string { return "rating" }
func (s *ratingStep) Keys() Keys   { return Keys{Save: s.save, Leave: s.back} }

func (s *ratingStep) back() { s.program.openRatings(s.view.Round.Period) }

// Widths of the columns of a step's lines, px.
const (
	columnRatingName   = 220
	columnRatingPoints = 90
	columnRatingLevel  = 240
	columnRatingVote   = 96
)

func (s *ratingStep) draw() {
	rows := []fyne.CanvasObject{s.head()}
	for _, line := range s.lines {
		rows = append(rows, s.lineRow(line))
	}
	body := []fyne.CanvasObject{}
	if s.ballot != nil {
		body = append(body, s.ballot.card)
	}
	if s.step == app.StepSuperior {
		s.paper = NewField(wording.Text("Number of the decision"), "12-QĐ/ĐU")
		for _, line := range s.lines {
			if line.row.SuperiorPaper != "" {
				s.paper.SetText(line.row.SuperiorPaper)
			}
		}
		body = append(body, NewBox(Row(12, Limited(grown(320), s.paper), Space())))
	}
	s.page.SetBody(Column(12, append(body, NewFlushCard("", nil, Rows(rows...)))...))
	fill := NewButton(s.fillWords(), IconTick, s.fill)
	s.page.SetBar(NewActionBar(NewHint(IconInfo, ToneSecond, Span{Text: s.hint(), Tone: ToneSecond}), NewButton(wording.Text("Back"), "", s.back), fill,
		NewPrimary(wording.Text("Save {count} lines", "count", len(s.lines)), "", s.save)))
	s.renew()
}

func (s *ratingStep) head() fyne.CanvasObject {
	word := func(text string) *Words { return NewWords(Span{Text: text, Bold: true, Size: SizeSmall}) }
	cells := []fyne.CanvasObject{Stretch(word(wording.Text("Cell and members"))), Limited(grown(columnRatingLevel), word(s.beforeWords()))}
	if s.step == app.StepVote {
		for _, level := range s.view.Members.Levels {
			cells = append(cells, Limited(grown(columnRatingVote), word(voteHead(level))))
		}
		cells = append(cells, Limited(grown(columnRatingLevel-60), word(wording.Text("Result"))))
	} else {
		if s.step == app.StepSelf {
			cells = append(cells, Limited(grown(columnRatingPoints), word(wording.Text("Points of the rating"))))
		}
		cells = append(cells, Limited(grown(columnRatingLevel), word(stepTitle(s.step))))
	}
	return newMarkedRow(Inset(8, 14, 8, 14, Row(10, cells...)), ToneFrame, ToneNone)
}

// voteHead is the level in the head of a narrow column.
func voteHead(level app.Level) string {
	switch level.ID {
	case "excellent":
		return wording.Text("Excellent")
	case "good":
		return wording.Text("Good")
	case "completed":
		return wording.Text("Done (level)")
	case "not_completed":
		return wording.Text("Not done (level)")
	}
	return shortLevel(level.Name)
}

// beforeWords names what the second column shows: the step before, or the sheet.
func (s *ratingStep) beforeWords() string {
	if at := indexOf(app.RatingSteps, s.step); at > 0 {
		return stepTitle(app.RatingSteps[at-1])
	}
	return wording.Text("By the sheet")
}

func (s *ratingStep) beforeText(row desk.RatingRow) string {
	level := ""
	if at := indexOf(app.RatingSteps, s.step); at > 0 {
		level = row.Figure(app.RatingSteps[at-1], s.view.Round).Level
	} else if row.Score.Total != nil {
		if row.Score.LevelName == "" {
			return wording.Text("{points} points", "points", row.Score.TotalText)
		}
		return wording.Text("{points} points, {level}", "points", row.Score.TotalText, "level", shortLevel(row.Score.LevelName))
	}
	if level == "" {
		return "…"
	}
	found, _ := s.view.Framework(row).LevelByID(level)
	return shortLevel(found.Name)
}

func (s *ratingStep) hint() string {
	switch s.step {
	case app.StepSelf:
		return wording.Text("Points and level from each member's own form")
	case app.StepCommittee:
		return wording.Text("What the cell's committee agreed to propose")
	case app.StepVote:
		return wording.Text("A level needs {votes} votes", "votes", s.ballot.round(s.view.Round).Needed())
	}
	return wording.Text("As in the superior committee's decision")
}

func (s *ratingStep) fillWords() string {
	switch s.step {
	case app.StepSelf:
		return wording.Text("Fill in by the sheets")
	case app.StepVote:
		return wording.Text("All for the proposal")
	}
	return wording.Text("As the step before")
}

// fill fills in the lines that are still open: from the sheet, from the step before, or all valid ballots for the proposal.
func (s *ratingStep) fill() {
	for _, line := range s.lines {
		levels := s.view.Framework(line.row).Levels
		level := line.row.Score.LevelID
		if at := indexOf(app.RatingSteps, s.step); at > 0 {
			level = line.row.Figure(app.RatingSteps[at-1], s.view.Round).Level
		}
		switch {
		case level == "":
		case s.step == app.StepVote:
			s.fillVotes(line, levels, level)
		case line.level.Selected() <= 0:
			line.choose(levels, level)
			if line.points != nil && line.points.Text() == "" {
				line.points.SetText(line.row.Score.TotalText)
			}
		}
	}
	s.renew()
}

// renew says of each line what its ballots lead to.
func (s *ratingStep) renew() {
	if s.step != app.StepVote || len(s.lines) == 0 {
		return
	}
	round := s.ballot.round(s.view.Round)
	for _, line := range s.lines {
		votes, typed := s.votesOf(line)
		span := Span{Text: "…", Tone: ToneSecond, Size: SizeSmall}
		level, found := s.view.Framework(line.row).LevelByID(round.Voted(votes))
		switch {
		case !typed:
		case round.CheckVotes(votes, "") != nil:
			span = Span{Icon: IconWarning, Text: wording.Text("More than the valid ballots"), Tone: ToneError, Size: SizeSmall}
		case found:
			span = Span{Icon: IconDone, Text: shortLevel(level.Name), Tone: ToneGreen, Size: SizeSmall}
		default:
			span = Span{Icon: IconWarning, Text: wording.Text("Not enough votes"), Tone: ToneAmber, Size: SizeSmall}
		}
		line.result.SetSpans(span)
	}
	s.page.Refresh()
}

func (s *ratingStep) save() {
	p, period, step := s.program, s.view.Round.Period, s.step
	entries := make([]desk.RatingEntry, 0, len(s.lines))
	for _, line := range s.lines {
		if line.points != nil && !line.points.Valid() {
			line.points.Focus()
			return
		}
		entries = append(entries, s.entry(line))
	}
	round := s.view.Round
	if s.ballot != nil {
		round = s.ballot.round(round)
	}
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		if step == app.StepVote {
			if err := p.desk.SetBallots(ctx, round, entries); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, nil
		}
		return struct{}{}, p.desk.SetRatings(ctx, period, step, entries)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.begun = allHeld(s.page.body)
		s.back()
	})
}
