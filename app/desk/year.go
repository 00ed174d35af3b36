package desk

import (
	"context"
	"fmt"

	"sochibo/app"
	"sochibo/app/chart"
	"sochibo/app/report"
	"sochibo/store"
)

// YearPicture is a cell's year in figures: what package chart draws on screen and on paper.
type YearPicture struct {
	Year     int
	Months   []app.Month       // January to December
	Points   []app.PointTotals // of the months that the book keeps so far; the others have no Month
	Scores   []MeetingScore    // likewise
	Good     float64           // points from which a meeting has the best level
	Criteria []CriterionYear   // by group; of the frameworks that the months were scored with
}

// CriterionYear is one criterion, or the head of a group, over the months of a year.
type CriterionYear struct {
	Name   string
	IsHead bool
	Months []CriterionMonth // twelve; empty for a head
}

// CriterionMonth is what a criterion got in a month.
type CriterionMonth struct {
	Known bool
	Share float64 // of its maximum
	Text  string  // its points
}

// YearPicture returns the figures of a year: members at the threshold, meeting scores, and every criterion month by month.
func (d *Desk) YearPicture(ctx context.Context, year int) (YearPicture, error) {
	view := YearPicture{Year: year, Months: app.MonthsOf(year)}
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		view, err = d.yearPicture(once(tx), year)
		return err
	})
	return view, err
}

func (d *Desk) yearPicture(book reader, year int) (YearPicture, error) {
	view := YearPicture{Year: year, Months: app.MonthsOf(year), Points: make([]app.PointTotals, 12), Scores: make([]MeetingScore, 12)}
	settings, err := requireRole(book, app.CellBook)
	if err != nil {
		return view, err
	}
	members, err := book.Members()
	if err != nil {
		return view, err
	}
	entries, err := book.Points(year)
	if err != nil {
		return view, err
	}
	rows := yearRows{at: map[string]int{}}
	for i, month := range view.Months {
		if month < settings.StartMonth || month > d.Today().Month() {
			continue
		}
		if view.Points[i], err = d.totalPoints(book, settings, members, entries, month); err != nil {
			return view, err
		}
		if view.Scores[i], err = d.meetingScore(book, month); err != nil {
			return view, err
		}
		sheet, err := d.criteriaSheet(book, month)
		if app.CodeOf(err) == CodeNoFramework {
			continue
		}
		if err != nil {
			return view, err
		}
		rows.add(i, sheet.Result)
	}
	view.Criteria = rows.list
	view.Good, err = d.goodFrom(book, settings, app.MonthsOf(year)[11])
	return view, err
}

// goodFrom is where the best level of meetings begins; 0 without a framework.
func (d *Desk) goodFrom(tx reader, settings app.Settings, month app.Month) (float64, error) {
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return 0, err
	}
	f := app.PickFramework(frameworks, app.ScopeMeeting, "meeting", settings.CellKind, month.Last())
	if f == nil || len(f.Levels) == 0 {
		return 0, nil
	}
	return f.Levels[0].From.Float(), nil
}

// yearRows collects criteria in the order of their sheets; a month with another framework adds its own rows.
type yearRows struct {
	list []CriterionYear
	at   map[string]int // by group and criterion
}

func (r *yearRows) add(month int, result *app.ScoreResult) {
	for _, g := range result.Groups {
		r.row(result.Framework+"/"+g.ID, CriterionYear{Name: g.Name, IsHead: true})
		for _, line := range g.Lines {
			at := r.row(result.Framework+"/"+g.ID+"/"+line.ID, CriterionYear{Name: line.No + ". " + line.Name, Months: make([]CriterionMonth, 12)})
			if line.State == app.LineUnscored {
				continue
			}
			cell := CriterionMonth{Known: true, Text: line.PointsText, Share: 1}
			if line.Max.Sign() > 0 && line.State == app.LineScored {
				cell.Share = line.Points.Float() / line.Max.Float()
			}
			r.list[at].Months[month] = cell
		}
	}
}

func (r *yearRows) row(key string, row CriterionYear) int {
	at, known := r.at[key]
	if !known {
		at = len(r.list)
		r.list, r.at[key] = append(r.list, row), at
	}
	return at
}

// PointSeries is the share of members at the threshold month by month, in percent, with the target of all.
func (y YearPicture) PointSeries(label func(app.Month) string, current app.Month) chart.Series {
	series := chart.Series{Target: 100, High: 115, Current: -1}
	for i, month := range y.Months {
		mark := chart.Mark{Label: label(month), Value: chart.NoValue()}
		if t := y.Points[i]; t.Entered > 0 && t.Counted > 0 {
			mark.Value = app.Share{Part: t.AtThreshold, Whole: t.Counted}.Percent()
			mark.Text = app.Fraction(int64(t.AtThreshold)*100, int64(t.Counted)).Show()
		}
		if month == current {
			series.Current = i
		}
		series.Marks = append(series.Marks, mark)
	}
	return series
}

// ScoreSeries is the score of the regular meetings month by month, with where the best level begins.
func (y YearPicture) ScoreSeries(label func(app.Month) string, current app.Month) chart.Series {
	series := chart.Series{Target: y.Good, Low: 60, High: 105, Current: -1}
	for i, month := range y.Months {
		mark := chart.Mark{Label: label(month), Value: chart.NoValue()}
		if s := y.Scores[i]; s.Scored {
			mark.Value, mark.Text = s.Total, s.Text
		}
		if month == current {
			series.Current = i
		}
		series.Marks = append(series.Marks, mark)
	}
	return series
}

// Heat is the map of criteria by months.
func (y YearPicture) Heat(label func(app.Month) string, current app.Month) chart.Heat {
	heat := chart.Heat{Current: -1}
	for i, month := range y.Months {
		heat.Columns = append(heat.Columns, label(month))
		if month == current {
			heat.Current = i
		}
	}
	for _, c := range y.Criteria {
		row := chart.HeatRow{Name: c.Name, Head: c.IsHead}
		for _, m := range c.Months {
			value := chart.HeatValue{Share: chart.NoValue()}
			if m.Known {
				value = chart.HeatValue{Share: m.Share, Text: m.Text}
			}
			row.Values = append(row.Values, value)
		}
		heat.Rows = append(heat.Rows, row)
	}
	return heat
}

// yearDocument makes the year in figures up to the month of a document.
func (d *Desk) yearDocument(s source) (report.Document, error) {
	month := s.ref.Month
	picture, err := d.yearPicture(s.tx, month.Year())
	if err != nil {
		return report.Document{}, err
	}
	for i, at := range picture.Months {
		if at > month {
			picture.Points[i], picture.Scores[i] = app.PointTotals{}, MeetingScore{}
		}
	}
	label := func(m app.Month) string { return fmt.Sprintf("T%d", m.Number()) }
	good := ""
	if picture.Good > 0 {
		good = fmt.Sprint(picture.Good)
	}
	return report.Year(report.YearPaper{Settings: s.facts.settings, Members: s.facts.members, Through: month, Points: picture.PointSeries(label, month),
		Scores: picture.ScoreSeries(label, month), Good: good, Heat: picture.Heat(label, month), On: paperDay(s.facts)}, s.profile), nil
}
