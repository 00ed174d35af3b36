package ui

import (
	"fmt"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// byQuarter reports whether the matrix shows quarters instead of months.
func (s *matrixScreen) byQuarter() bool { return s.months.Selected() == len(monthChoices) }

// monthsShown is how many months the matrix is read for.
func (s *matrixScreen) monthsShown() int {
	if s.byQuarter() {
		return desk.QuarterMonths(s.program.frame.Month())
	}
	return monthChoices[s.months.Selected()]
}

// monthAt returns the month that a column of a row opens, and the months of the column that were not handed in.
func (s *matrixScreen) monthAt(row, column int) (at desk.MatrixCell, missing []app.Month, found bool) {
	const before = 2 // columns before the first month
	if s.byQuarter() {
		quarters := s.matrix.Rows[row].Quarters()
		if column < before || column-before >= len(quarters) {
			return at, nil, false
		}
		quarter := quarters[column-before]
		return quarter.ToLookAt(), quarter.MissingMonths(), true
	}
	months := s.matrix.Rows[row].Months
	if column < before || column-before >= len(months) {
		return at, nil, false
	}
	at = months[column-before]
	return at, []app.Month{at.Month}, true
}

func (s *matrixScreen) quarterColumns() []Col {
	var columns []Col
	quarters := s.matrix.Rows[0].Quarters()
	for i, q := range quarters {
		columns = append(columns, Col{Title: capital(q.Quarter.String()), Stretch: 1, Least: 130, Gold: i == len(quarters)-1})
	}
	return columns
}

// quarterCell shows one quarter: all accepted is quiet, else what is still to be done.
func quarterCell(q desk.MatrixQuarter, current bool) Cell {
	var cell Cell
	switch {
	case q.Due == 0:
		cell = Cell{Text: "–", Tone: ToneHint}
	case q.Waiting > 0:
		cell = StateCell(MeaningReceived, wording.Text("{count} to review (short)", "count", q.Waiting))
	case q.Returned > 0:
		cell = StateCell(MeaningReturned, wording.Text("{count} returned (short)", "count", q.Returned))
	case q.Missing > 0:
		meaning := MeaningNot
		if q.Overdue > 0 {
			meaning = MeaningDoing
		}
		cell = StateCell(meaning, wording.Text("{count} missing (short)", "count", q.Missing))
	default:
		cell = QuietStateCell(MeaningDone, fmt.Sprintf("%d/%d", q.Accepted, q.Due))
		if q.Late > 0 {
			cell.Text, cell.Tone = wording.Text("{accepted}/{due}, {late} late", "accepted", q.Accepted, "due", q.Due, "late", q.Late), ToneAmber
		}
	}
	if current {
		cell.Fill = ToneGoldBack
	}
	return cell
}
