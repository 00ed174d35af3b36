package desk

import (
	"context"
	"encoding/json"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// MeetingFileOf returns a meeting as a file has it, so that importing the file makes the same meeting in another book of the cell.
// People are named by their full names, or by card number or citizen id where several bear the name. CodeNotFound for an unknown id.
func (d *Desk) MeetingFileOf(ctx context.Context, id string) (MeetingFile, error) {
	var file MeetingFile
	err := d.view(ctx, func(tx *store.Tx) error {
		book := once(tx)
		meeting, err := tx.Meeting(id)
		if err != nil {
			return err
		}
		members, err := book.Members()
		if err != nil {
			return err
		}
		tasks, err := book.Tasks()
		if err != nil {
			return err
		}
		meetings, err := book.Meetings()
		if err != nil {
			return err
		}
		x := meetingExport{meeting: meeting, names: fileNames(members, meeting.HeldOn), tasks: tasks, meetings: meetings}
		file = x.file(members)
		sheets, err := book.Sheets()
		for _, sheet := range sheets {
			if sheet.Subject == id {
				file.Marks = sheet.Marks
			}
		}
		return err
	})
	return file, err
}

// ExportMeeting writes a meeting as a file to a path, logged as an export. Errors: those of MeetingFileOf, app.CodeFileUnwrite.
func (d *Desk) ExportMeeting(ctx context.Context, id, path string) error {
	file, err := d.MeetingFileOf(ctx, id)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(file, "", "  ")
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	if err := writeWhole(path, append(data, '\n')); err != nil {
		return err
	}
	return d.update(ctx, "export meeting", func(tx *store.Tx) error { return tx.LogAccess("export", "meeting "+string(file.Month)+" json") })
}

// fileNames names each member as a meeting file does.
func fileNames(members []app.Member, day app.Date) map[string]string {
	bearers := map[string]int{}
	for _, m := range members {
		if m.OnListOn(day) {
			bearers[app.NameIdentity(m.FullName)]++
		}
	}
	names := map[string]string{}
	for _, m := range members {
		names[m.ID] = m.FullName
		if bearers[app.NameIdentity(m.FullName)] < 2 {
			continue
		}
		for _, number := range []string{m.CitizenID, m.PartyCardNo} {
			if number != "" {
				names[m.ID] = number
			}
		}
	}
	return names
}

type meetingExport struct {
	meeting  app.Meeting
	names    map[string]string
	tasks    []app.Task
	meetings []app.Meeting
}

func (x meetingExport) file(members []app.Member) MeetingFile {
	m := x.meeting
	file := MeetingFile{Format: MeetingFileFormat, Kind: m.Kind, WithThematic: m.WithThematic, ThematicTitle: m.ThematicTitle, Month: m.Month, HeldOn: m.HeldOn,
		Start: m.Start, End: m.End, Place: m.Place, Chair: x.names[m.ChairID], Recorder: x.names[m.RecorderID], Guests: m.Guests, Preparation: m.Preparation,
		DuesNote: m.DuesNote, Conclusion: m.Conclusion, Assessment: m.Assessment, Directions: m.Directions, Votes: m.Votes,
		MinutesNumber: m.MinutesNumber, ResolutionNo: m.ResolutionNo, ConclusionNo: m.ConclusionNo}
	file.Preparation.DraftedBy = x.names[m.Preparation.DraftedBy]
	for _, line := range m.Attendance {
		at := slices.IndexFunc(members, func(one app.Member) bool { return one.ID == line.MemberID })
		switch {
		case line.Presence != app.Present:
			file.Absent = append(file.Absent, FileAbsence{Member: x.names[line.MemberID], Presence: line.Presence, Reason: line.Reason})
		case at >= 0 && !m.Expects(members[at]):
			file.Visitors = append(file.Visitors, x.names[line.MemberID])
		}
	}
	for _, item := range m.Agenda {
		written := FileAgendaItem{Kind: item.Kind, Title: item.Title, Minutes: item.Minutes, Presenter: x.names[item.PresenterID], Text: item.Text, Conclusion: item.Conclusion}
		for _, s := range item.Statements {
			written.Statements = append(written.Statements, FileStatement{Member: x.names[s.MemberID], Guest: s.GuestName, Text: s.Text})
		}
		file.Agenda = append(file.Agenda, written)
	}
	file.Reviews, file.Tasks, file.Petitions = x.reviews(), x.assigned(), x.petitions()
	return file
}

func (x meetingExport) task(id string) app.Task {
	for _, t := range x.tasks {
		if t.ID == id {
			return t
		}
	}
	return app.Task{}
}

func (x meetingExport) reviews() []FileReview {
	var list []FileReview
	for _, r := range x.meeting.Reviews {
		t := x.task(r.TaskID)
		list = append(list, FileReview{Title: t.Title, Assignee: x.names[t.AssigneeID], With: t.With, AssignedOn: t.AssignedOn, DueOn: t.DueOn,
			State: r.State, DoneOn: r.DoneOn, Result: r.Result})
	}
	return list
}

func (x meetingExport) assigned() []FileTask {
	var list []FileTask
	for _, t := range tasksOfMeeting(x.tasks, x.meeting.ID) {
		list = append(list, FileTask{Title: t.Title, Assignee: x.names[t.AssigneeID], With: t.With, DueOn: t.DueOn, Continues: x.task(t.CarriedFrom).Title})
	}
	return list
}

func (x meetingExport) petitions() []FilePetition {
	texts := map[string]string{}
	for _, m := range x.meetings {
		for _, p := range m.Petitions {
			texts[p.ID] = p.Text
		}
	}
	var list []FilePetition
	for _, p := range x.meeting.Petitions {
		list = append(list, FilePetition{Member: x.names[p.MemberID], Guest: p.GuestName, Text: p.Text, Answer: p.Answer, State: p.State, Continues: texts[p.CarriedFrom]})
	}
	return list
}
