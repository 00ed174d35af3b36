package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// drill shows where a number of the roll-up comes from: the packet of the month, or of a longer period the value of each month with its packet.
func (s *rollUpScreen) drill(row, column int) {
	if row < 0 || row >= len(s.view.Cells) {
		return
	}
	c := s.view.Cells[row]
	if len(c.Months) == 1 {
		if id := c.Months[0].PacketID; id != "" {
			s.program.OpenPacket(id)
		} else {
			s.program.tellMissing(c.Name, c.Months[0].Month)
		}
		return
	}
	var rows []fyne.CanvasObject
	var dialog *Dialog
	for _, m := range c.Months {
		value := Second(wording.Text("Not handed in"))
		var open fyne.CanvasObject = Space()
		if m.Summary != nil {
			value = Paragraph(Span{Text: monthValue(m, column), Bold: true})
			open = NewSmall(wording.Text("Open"), IconForward, func() {
				dialog.Close()
				s.program.OpenPacket(m.PacketID)
			})
		}
		rows = append(rows, Inset(5, 0, 5, 0, Row(12, Sized(grown(130), 0, Plain(wording.Text("Month {month}", "month", m.Month.String()))), Stretch(value), open)))
	}
	title := c.Name
	if at := slices.Index(s.columns, column); at > 0 && column != columnState {
		title += ": " + s.table.columns[at].Title
	}
	dialog = newDialog(title, Rows(rows...), wording.Text("Close"), nil)
	dialog.width = 640
	dialog.show(s.program.window)
}

// monthValue writes the value of a column of one month.
func monthValue(m app.CellMonth, column int) string {
	sum := m.Summary
	switch column {
	case columnMembers:
		return wording.Text("{count} people", "count", sum.Members)
	case columnChange:
		return changeWords(app.PeriodFigures{Joined: sum.Joined, Left: sum.Left})
	case columnPoints:
		words := shareWords(sum.AtThreshold)
		if len(sum.BelowThreshold) > 0 {
			words += " · " + strings.Join(sum.BelowThreshold, ", ")
		}
		return words
	case columnAttendance:
		return shareWords(sum.Attendance)
	case columnTasks:
		return shareWords(sum.TasksDone)
	case columnMeeting:
		return orDash(strings.Trim(sum.MeetingScore+", "+sum.MeetingLevel, ", "))
	case columnCriteria:
		return orDash(strings.Trim(sum.CriteriaScore+", "+sum.CriteriaLevel, ", "))
	case columnRating:
		if sum.Rating == nil {
			return "–"
		}
		words := sum.Rating.Period.String() + ": " + orDash(sum.Rating.Cell)
		for _, level := range sum.Rating.Members {
			if level.Count > 0 {
				words += fmt.Sprintf(" · %s %d", shortestLevel(level.Level), level.Count)
			}
		}
		return words
	}
	return packetStateWords(m.State)
}
