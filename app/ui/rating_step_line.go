package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
)

// ratingStepLine is one subject's line.
type ratingStepLine struct {
	row    desk.RatingRow
	points *Field   // of the self-rating
	level  *Select  // of all steps but the vote
	votes  []*Field // of the vote, best level first
	result *Words
}

func (s *ratingStep) newLine(row desk.RatingRow) *ratingStepLine {
	line := &ratingStepLine{row: row, result: NewWords(Span{Size: SizeSmall, Tone: ToneSecond})}
	levels := s.view.Framework(row).Levels
	if s.step == app.StepVote {
		for _, level := range levels {
			field := NewLowField("0")
			if len(row.Votes) > 0 {
				field.SetText(strconv.Itoa(row.Votes[level.ID]))
			}
			field.OnLeave = func(string) { s.renew() }
			line.votes = append(line.votes, field)
		}
		return line
	}
	names := []string{"…"}
	for _, level := range levels {
		names = append(names, level.Name)
	}
	figure := row.Figure(s.step, s.view.Round)
	line.level = NewLowSelect("…", names, nil)
	line.choose(levels, figure.Level)
	if s.step == app.StepSelf {
		line.points = NewLowField("")
		line.points.SetText(decimalText(figure.Points))
		framework := s.view.Framework(row)
		line.points.Check = func(text string) error {
			if text == "" {
				return nil
			}
			return framework.CheckFigure(app.RatingFigure{Level: levels[0].ID, Points: storedNumber(text)})
		}
	}
	return line
}

func (l *ratingStepLine) choose(levels []app.Level, id string) {
	for i, level := range levels {
		if level.ID == id {
			l.level.Choose(i + 1)
		}
	}
}

func decimalText(points string) string { return strings.Replace(points, ".", ",", 1) }

func (s *ratingStep) lineRow(line *ratingStepLine) fyne.CanvasObject {
	cells := []fyne.CanvasObject{Stretch(NewWords(Span{Text: line.row.Label, Bold: line.row.IsCell})), Limited(grown(columnRatingLevel), NewWords(Span{Text: s.beforeText(line.row), Tone: ToneSecond, Size: SizeSmall}))}
	for _, field := range line.votes {
		cells = append(cells, Limited(grown(columnRatingVote), field))
	}
	switch {
	case s.step == app.StepVote:
		cells = append(cells, Limited(grown(columnRatingLevel-60), line.result))
	case line.points != nil:
		cells = append(cells, Limited(grown(columnRatingPoints), line.points), Limited(grown(columnRatingLevel), line.level))
	default:
		cells = append(cells, Limited(grown(columnRatingLevel), line.level))
	}
	return Inset(3, 14, 3, 14, Row(10, cells...))
}

func (s *ratingStep) fillVotes(line *ratingStepLine, levels []app.Level, level string) {
	for _, field := range line.votes {
		if strings.TrimSpace(field.Text()) != "" {
			return
		}
	}
	for i, one := range levels {
		count := 0
		if one.ID == level {
			count = s.ballot.round(s.view.Round).Ballot.Valid()
		}
		line.votes[i].SetText(strconv.Itoa(count))
	}
}

// votesOf reads a line's ballots; false if nothing was typed.
func (s *ratingStep) votesOf(line *ratingStepLine) (map[string]int, bool) {
	votes, typed := map[string]int{}, false
	for i, level := range s.view.Framework(line.row).Levels {
		n, err := strconv.Atoi(strings.TrimSpace(line.votes[i].Text()))
		if err == nil {
			votes[level.ID], typed = n, true
		}
	}
	return votes, typed
}

func (s *ratingStep) entry(line *ratingStepLine) desk.RatingEntry {
	entry := desk.RatingEntry{Subject: line.row.Subject}
	if s.step == app.StepVote {
		if votes, typed := s.votesOf(line); typed {
			entry.Votes = votes
		}
		return entry
	}
	entry.Figure = line.row.Figure(s.step, s.view.Round)
	entry.Figure.Level = ""
	if i := line.level.Selected(); i > 0 {
		entry.Figure.Level = s.view.Framework(line.row).Levels[i-1].ID
	}
	if line.points != nil {
		entry.Figure.Points = strings.TrimSpace(strings.Replace(line.points.Text(), ",", ".", 1))
	}
	if s.paper != nil && entry.Figure.Level != "" {
		entry.Paper = s.paper.Text()
	}
	return entry
}
