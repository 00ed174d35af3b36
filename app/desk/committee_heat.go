package desk

import (
	"context"
	"math"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/chart"
	"sochibo/store"
)

// HeatMeasure says what a map of cells by months shows.
type HeatMeasure string

// Measures of a map of cells by months.
const (
	HeatCriteria   HeatMeasure = "criteria"   // points of the criteria sheet
	HeatMeeting    HeatMeasure = "meeting"    // score of the regular meeting
	HeatPoints     HeatMeasure = "points"     // share of members at the threshold
	HeatAttendance HeatMeasure = "attendance" // share of members who were at the meeting
	HeatTasks      HeatMeasure = "tasks"      // share of the last resolution's tasks that were done
)

// HeatMeasures lists the measures in the order in which screens offer them.
var HeatMeasures = []HeatMeasure{HeatCriteria, HeatMeeting, HeatPoints, HeatAttendance, HeatTasks}

// value is one square: the figure of a month and how much of the whole it is. Sheets count against 100 points, which is what a summary's
// total is scaled to.
func (m HeatMeasure) value(s app.PacketSummary) chart.HeatValue {
	switch m {
	case HeatCriteria:
		return scoreSquare(s.CriteriaScore)
	case HeatMeeting:
		return scoreSquare(s.MeetingScore)
	case HeatAttendance:
		return shareSquare(s.Attendance)
	case HeatTasks:
		return shareSquare(s.TasksDone)
	}
	return shareSquare(s.AtThreshold)
}

func scoreSquare(total string) chart.HeatValue {
	points, err := strconv.ParseFloat(strings.Replace(total, ",", ".", 1), 64)
	if err != nil {
		return chart.HeatValue{Share: chart.NoValue()}
	}
	return chart.HeatValue{Share: points / 100, Text: total}
}

func shareSquare(s app.Share) chart.HeatValue {
	if s.Whole == 0 {
		return chart.HeatValue{Share: chart.NoValue()}
	}
	return chart.HeatValue{Share: s.Percent() / 100, Text: strconv.Itoa(int(math.Floor(s.Percent()))) + "%"}
}

// Heat is the map of the cells of a year by months. What a cell handed in and got back counts as long as nothing newer came.
func (v RollUpView) Heat(measure HeatMeasure, label func(app.Month) string, current app.Month) chart.Heat {
	months := app.MonthsOf(v.Period.Span().To.Year())
	heat := chart.Heat{Current: -1}
	for i, month := range months {
		heat.Columns = append(heat.Columns, label(month))
		if month == current {
			heat.Current = i
		}
	}
	for _, cell := range v.Cells {
		row := chart.HeatRow{Name: cell.Name, Values: make([]chart.HeatValue, len(months))}
		for i := range row.Values {
			row.Values[i] = chart.HeatValue{Share: chart.NoValue()}
		}
		for _, m := range cell.Months {
			if m.Summary != nil {
				row.Values[m.Month.Number()-1] = measure.value(*m.Summary)
			}
		}
		heat.Rows = append(heat.Rows, row)
	}
	return heat
}

// CellYear returns every criterion of a cell month by month, from the packets of a year. Errors: CodeNotCommittee, CodeCanceled, those of
// opening a packet.
func (d *Desk) CellYear(ctx context.Context, cellID string, year int, progress func(done, total int)) (YearPicture, error) {
	picture := YearPicture{Year: year, Months: app.MonthsOf(year), Points: make([]app.PointTotals, 12), Scores: make([]MeetingScore, 12)}
	var packets *shelf
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		received, err := tx.CellPackets(cellID)
		packets = d.shelve(settings, received)
		return err
	})
	if err != nil {
		return picture, err
	}
	rows := yearRows{at: map[string]int{}}
	for i, month := range picture.Months {
		if ctx.Err() != nil {
			return picture, app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		if progress != nil {
			progress(i+1, len(picture.Months))
		}
		packet := packets.packet(cellID, month)
		if packet == nil || packet.ByHand {
			continue
		}
		var content app.Snapshot
		if _, err := d.readArchived(ctx, *packet, &content); err != nil {
			return picture, err
		}
		for _, score := range content.Scores {
			if score.Subject == string(month) {
				rows.add(i, score.Result)
			}
		}
	}
	picture.Criteria = rows.list
	return picture, nil
}
