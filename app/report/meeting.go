package report

import (
	"fmt"
	"strconv"
	"strings"

	"sochibo/app"
)

// MeetingPaper is what the minutes and the resolution of one meeting are made of.
type MeetingPaper struct {
	Settings app.Settings
	Members  []app.Member // the whole register
	Meeting  app.Meeting
	Previous *app.Meeting     // the regular meeting whose resolution was reviewed; nil for the book's first one
	Tasks    []app.Task       // at least those that the meeting reviewed and those that it assigned
	Points   []app.PointEntry // handbook points up to the meeting's month; none: the minutes say nothing of points
	Score    *Score           // the meeting's self-score; nil: not scored
}

// people returns the register by id.
func (p MeetingPaper) people() roster { return rosterOf(p.Members) }

// assigned returns the tasks that this meeting's resolution assigns, in their order.
func (p MeetingPaper) assigned() []app.Task {
	var tasks []app.Task
	for _, t := range p.Tasks {
		if t.MeetingID != "" && t.MeetingID == p.Meeting.ID {
			tasks = append(tasks, t)
		}
	}
	sortTasks(tasks)
	return tasks
}

// reviewed is a task of an earlier resolution with what this meeting recorded of it.
type reviewed struct {
	app.Task
	review app.TaskReview
}

func (p MeetingPaper) reviewed() []reviewed {
	byID := make(map[string]app.Task, len(p.Tasks))
	for _, t := range p.Tasks {
		byID[t.ID] = t
	}
	var all []reviewed
	for _, review := range p.Meeting.Reviews {
		t, ok := byID[review.TaskID]
		if !ok {
			t.Title = blank // the figures must not lose a task that the register no longer has
		}
		all = append(all, reviewed{t, review})
	}
	return all
}

func countDone(tasks []reviewed) int {
	done := 0
	for _, t := range tasks {
		if t.review.State == app.TaskDone {
			done++
		}
	}
	return done
}

// state says how a task stood on the meeting's day: "Hoàn thành, chậm 2 ngày", "Chưa hoàn thành, quá hạn 5 ngày".
func (t reviewed) state(on app.Date) string {
	late := 0
	switch t.review.State {
	case app.TaskDone:
		if t.DueOn.IsFull() && t.review.DoneOn.IsFull() {
			late = t.DueOn.DaysUntil(t.review.DoneOn)
		}
		return withDays("Hoàn thành", "chậm", late)
	case app.TaskCancelled:
		return "Thôi thực hiện"
	}
	if t.DueOn.IsFull() && on.IsFull() {
		late = t.DueOn.DaysUntil(on)
	}
	if late < 0 && t.review.State == app.TaskOpen {
		return "Đang thực hiện, chưa đến hạn"
	}
	return withDays("Chưa hoàn thành", "quá hạn", late)
}

func withDays(state, word string, days int) string {
	if days <= 0 {
		return state
	}
	return fmt.Sprintf("%s, %s %d ngày", state, word, days)
}

// previousName returns "Nghị quyết số 16-NQ/CB, ngày 20/10/2026", or a word for it when its number or day is not known.
func (p MeetingPaper) previousName() string {
	if p.Previous == nil {
		return "nghị quyết kỳ trước"
	}
	name := "Nghị quyết"
	if p.Previous.ResolutionNo > 0 {
		name += " số " + app.DocumentNumber(p.Previous.ResolutionNo, app.TypeResolution, p.Settings.BodyCode)
	}
	if p.Previous.HeldOn != "" {
		name += ", ngày " + p.Previous.HeldOn.String()
	}
	return name
}

// previousMonth returns the month of the resolution that was reviewed.
func (p MeetingPaper) previousMonth() app.Month {
	if p.Previous != nil {
		return p.Previous.Month
	}
	return p.Meeting.Month.Prev()
}

// kindOfMeeting returns "thường kỳ", "chuyên đề", as it stands after "họp".
func (p MeetingPaper) kindOfMeeting() string {
	switch p.Meeting.Kind {
	case app.ThematicMeeting:
		return "chuyên đề"
	case app.ExtraordinaryMeeting:
		return "bất thường"
	case app.CellCommitteeMeeting:
		return "chi ủy"
	case app.YearEndReview:
		return "kiểm điểm, đánh giá, xếp loại cuối năm"
	}
	return "thường kỳ"
}

// occasion names the meeting as titles do: "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026".
func (p MeetingPaper) occasion() string {
	m := p.Meeting
	name := "sinh hoạt chi bộ " + p.kindOfMeeting() + " " + inWords(m.Month)
	switch m.Kind {
	case app.CellCommitteeMeeting:
		name = "họp chi ủy " + inWords(m.Month)
	case app.YearEndReview:
		name = fmt.Sprintf("hội nghị kiểm điểm, đánh giá, xếp loại chất lượng năm %d", m.Month.Year())
	}
	if m.WithThematic {
		name += " kết hợp sinh hoạt chuyên đề"
	}
	return name
}

// body is who meets and decides: the cell, or its committee.
func (p MeetingPaper) body() string {
	if p.Meeting.Kind == app.CellCommitteeMeeting {
		return "Chi ủy"
	}
	return "Chi bộ"
}

// number returns a document's number as printed, or dots for one that has none yet.
func (p MeetingPaper) number(number int, kind app.DocumentType) string {
	if number <= 0 {
		return "…-" + string(kind) + "/" + p.Settings.BodyCode
	}
	return app.DocumentNumber(number, kind, p.Settings.BodyCode)
}

// voteOn returns the vote that matches, false if none was taken.
func (p MeetingPaper) voteOn(match func(app.Vote) bool) (app.Vote, bool) {
	for _, v := range p.Meeting.Votes {
		if match(v) {
			return v, true
		}
	}
	return app.Vote{}, false
}

// monthNumber returns "tháng 11".
func monthNumber(m app.Month) string { return "tháng " + strconv.Itoa(m.Number()) }

// asWord returns a label as a line of running text has it: "THƯ KÝ" gives "Thư ký".
func asWord(label string) string { return startingSentence(strings.ToLower(label)) }
