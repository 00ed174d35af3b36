package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Columns of the tasks under review, px at TextNormal.
const (
	reviewWho   = 124
	reviewDue   = 46
	reviewState = 160
)

// reviewPart lists the tasks of earlier resolutions with their states.
type reviewPart struct {
	of     *contents
	number int
	box    *fyne.Container
	info   *Words
	rows   []*stateChoice
}

func newReviewPart(c *contents, number int) *reviewPart {
	r := &reviewPart{of: c, number: number, box: Column(0)}
	r.fill()
	return r
}

func (r *reviewPart) fill() {
	c, draft := r.of, r.of.screen.draft
	title := wording.Text("{number}. Tasks of earlier resolutions", "number", r.number)
	if p := draft.view.Previous; p != nil {
		title = wording.Text("{number}. Tasks of the resolution of month {month}", "number", r.number, "month", p.Month.Number())
	}
	r.info = Second("")
	r.showFigures()
	r.rows = nil
	r.box.Objects = []fyne.CanvasObject{c.foldHead("review", Bold(title), r.info, func() {
		r.fill()
		c.relayout()
		focusHead(r.box)
	})}
	if !c.folded["review"] {
		head := Row(10, Stretch(headWords(wording.Text("Task"))), Limited(grown(reviewWho), headWords(wording.Text("Person"))),
			Limited(grown(reviewDue), headWords(wording.Text("Due"))), Limited(grown(reviewState), headWords("  "+wording.Text("State"))))
		r.box.Add(newGround(ToneFrame, Sized(0, grown(32), Inset(4, 14, 4, 14, head))))
		for i, line := range draft.view.Reviews {
			if i > 0 {
				r.box.Add(Rule())
			}
			r.box.Add(r.row(line))
		}
	}
	r.box.Refresh()
}

func (r *reviewPart) showFigures() {
	share := r.of.screen.draft.tasksDone()
	r.info.SetText(wording.Text("Done {done}/{all}, {percent}", "done", share.Part, "all", share.Whole, "percent", wording.Percent(share.Part, share.Whole)))
}

func (r *reviewPart) row(line desk.TaskLine) fyne.CanvasObject {
	c, draft := r.of, r.of.screen.draft
	holder := Column(0)
	var press *pressArea
	var choice *stateChoice
	var fill func()
	fill = func() {
		review := draft.review(line)
		text := []fyne.CanvasObject{Paragraph(Span{Text: line.Title})}
		if review.Result != "" && !c.detailed[line.Task.ID] {
			text = append(text, Paragraph(Span{Text: review.Result, Size: SizeSmall, Tone: ToneSecond}))
		}
		press = newPressArea(Inset(7, 4, 7, 14, Column(0, text...)), func() {
			c.detailed[line.Task.ID] = !c.detailed[line.Task.ID]
			fill()
			c.relayout()
			giveFocus(press)
		})
		choice = newStateChoice(review.State, func(state app.TaskState) bool {
			task := line.Task
			task.State = state
			return task.DaysOverdue(draft.meeting.HeldOn) > 0
		}, func(state app.TaskState) {
			changed := draft.review(line)
			changed.State = state
			if state != app.TaskDone {
				changed.DoneOn = ""
			}
			draft.setReview(changed)
			c.detailed[line.Task.ID] = true
			fill()
			r.showFigures()
			c.relayout()
			c.screen.page.SetBar(c.screen.bar())
			giveFocus(choice) // the one before it is gone; Tab goes on to the result
		})
		if draft.readOnly() {
			choice.Disable()
		}
		r.rows = append(r.rows, choice)
		who := Paragraph(Span{Text: line.Assignee, Size: SizeSmall})
		row := Row(10, Stretch(press), Limited(grown(reviewWho), who), Limited(grown(reviewDue), Second(dueWords(line.DueOn))), Limited(grown(reviewState), choice))
		holder.Objects = []fyne.CanvasObject{Inset(0, 14, 0, 0, row)}
		if c.detailed[line.Task.ID] {
			holder.Add(Inset(0, 14, 8, 14, r.details(line)))
		}
		holder.Refresh()
	}
	fill()
	return holder
}

// details are the day on which a task was done, and its result.
func (r *reviewPart) details(line desk.TaskLine) fyne.CanvasObject {
	draft := r.of.screen.draft
	review := draft.review(line)
	day := r.of.screen.date(lowDate(wording.Text("Done on")), review.DoneOn, func(d app.Date) {
		changed := draft.review(line)
		changed.DoneOn = d
		draft.setReview(changed)
	})
	result := r.of.screen.text(NewLowField(wording.Text("Result, in one sentence")), review.Result, func(text string) {
		changed := draft.review(line)
		changed.Result = text
		draft.putReview(changed)
	})
	if review.State != app.TaskDone {
		return result
	}
	return TopRow(8, Limited(grown(138), day), Stretch(result))
}

// dueWords is "15/11", or "" without a day.
func dueWords(d app.Date) string {
	if !d.IsFull() {
		return ""
	}
	return dayAndMonth(d)
}
