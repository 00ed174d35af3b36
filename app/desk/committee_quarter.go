package desk

import (
	"slices"

	"sochibo/app"
)

// MatrixQuarter is one cell's quarter: the months of it that the matrix has.
type MatrixQuarter struct {
	Quarter                         app.SheetPeriod
	Due, Accepted, Waiting, Missing int // months that had to be handed in, and how they stand
	Returned, Late, Overdue         int // Overdue: of those missing, late already
	Months                          []MatrixCell
}

// Quarters gathers a row's months by quarter.
func (r MatrixRow) Quarters() []MatrixQuarter {
	var list []MatrixQuarter
	for _, at := range r.Months {
		quarter := app.PeriodAround(at.Month, app.ScopeQuarter)
		if len(list) == 0 || list[len(list)-1].Quarter != quarter {
			list = append(list, MatrixQuarter{Quarter: quarter})
		}
		list[len(list)-1].add(at)
	}
	return list
}

func (q *MatrixQuarter) add(at MatrixCell) {
	q.Months = append(q.Months, at)
	if at.State == CellNotDue {
		return
	}
	q.Due++
	if at.LateDays > 0 {
		q.Late++
	}
	switch at.State {
	case CellAccepted:
		q.Accepted++
	case CellReceived:
		q.Waiting++
	case CellReturned:
		q.Returned++
	case CellMissing:
		q.Missing++
		if at.LateDays > 0 {
			q.Overdue++
		}
	}
}

// ToLookAt is the month of the quarter that an officer opens first: one that waits, was returned or is missing, else the last one with a packet.
func (q MatrixQuarter) ToLookAt() MatrixCell {
	for _, state := range []CellMonthState{CellReceived, CellReturned, CellMissing} {
		for _, at := range q.Months {
			if at.State == state {
				return at
			}
		}
	}
	for _, at := range slices.Backward(q.Months) {
		if at.PacketID != "" {
			return at
		}
	}
	return q.Months[len(q.Months)-1]
}

// MissingMonths are the months of the quarter that were not handed in.
func (q MatrixQuarter) MissingMonths() []app.Month {
	var months []app.Month
	for _, at := range q.Months {
		if at.State == CellMissing {
			months = append(months, at.Month)
		}
	}
	return months
}

// QuarterMonths returns how many months of the matrix show four quarters up to a month.
func QuarterMonths(month app.Month) int {
	const perQuarter, earlier = 3, 3
	return earlier*perQuarter + (month.Number()-1)%perQuarter + 1
}
