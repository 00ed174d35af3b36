package desk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"sochibo/app"
)

// MeetingFileFormat is the version of MeetingFile's layout that this program reads.
const MeetingFileFormat = 1

// maxMeetingFile is the largest meeting file that is read, in bytes.
const maxMeetingFile = 4 << 20

// MeetingFile is one meeting as a JSON file has it. People are named as their list names them: by full name, or where two
// bear the same name by card number or citizen id. Whoever must attend and is not in Absent is present.
type MeetingFile struct {
	Format        int              `json:"format"`
	Kind          app.MeetingKind  `json:"kind"`
	WithThematic  bool             `json:"withThematic,omitempty"`
	ThematicTitle string           `json:"thematicTitle,omitempty"`
	Month         app.Month        `json:"month"`
	HeldOn        app.Date         `json:"heldOn"`
	Start         app.Clock        `json:"start"`
	End           app.Clock        `json:"end"`
	Place         string           `json:"place"`
	Chair         string           `json:"chair"`
	Recorder      string           `json:"recorder"`
	Guests        []app.Guest      `json:"guests,omitempty"`
	Preparation   app.Preparation  `json:"preparation"` // DraftedBy is a name
	Absent        []FileAbsence    `json:"absent,omitempty"`
	Visitors      []string         `json:"visitors,omitempty"` // exempt members who came all the same
	DuesNote      string           `json:"duesNote,omitempty"`
	Agenda        []FileAgendaItem `json:"agenda,omitempty"`
	Reviews       []FileReview     `json:"reviews,omitempty"`
	Conclusion    string           `json:"conclusion,omitempty"`
	Assessment    app.Assessment   `json:"assessment"`
	Directions    []app.Direction  `json:"directions,omitempty"`
	Votes         []app.Vote       `json:"votes,omitempty"` // eligible 0: the official members present
	Tasks         []FileTask       `json:"tasks,omitempty"` // that this meeting assigns
	MinutesNumber int              `json:"minutesNumber,omitempty"`
	ResolutionNo  int              `json:"resolutionNumber,omitempty"`
	ConclusionNo  int              `json:"conclusionNumber,omitempty"` // of a thematic meeting
	Petitions     []FilePetition   `json:"petitions,omitempty"`
	Marks         []app.Mark       `json:"marks,omitempty"` // of the self-score
}

// FileAbsence is a member who must attend and did not.
type FileAbsence struct {
	Member   string       `json:"member"`
	Presence app.Presence `json:"presence"` // absent_excused or absent_unexcused
	Reason   string       `json:"reason,omitempty"`
}

// FileAgendaItem is one part of the meeting.
type FileAgendaItem struct {
	Kind       app.AgendaKind  `json:"kind"`
	Title      string          `json:"title"`
	Minutes    int             `json:"minutes,omitempty"`
	Presenter  string          `json:"presenter,omitempty"`
	Text       string          `json:"text,omitempty"`
	Statements []FileStatement `json:"statements,omitempty"`
	Conclusion string          `json:"conclusion,omitempty"`
}

// FileStatement is one opinion, of a member or of a guest.
type FileStatement struct {
	Member string `json:"member,omitempty"`
	Guest  string `json:"guest,omitempty"`
	Text   string `json:"text"`
}

// FilePetition is what somebody asked for, and the answer.
type FilePetition struct {
	Member    string            `json:"member,omitempty"`
	Guest     string            `json:"guest,omitempty"` // somebody who is not on the list
	Text      string            `json:"text"`
	Answer    string            `json:"answer,omitempty"`
	State     app.PetitionState `json:"state,omitempty"`     // open without it
	Continues string            `json:"continues,omitempty"` // text of the open petition of an earlier meeting that it takes up again
}

// FileReview is what the meeting recorded of a task of an earlier resolution. A task that the book does not know, because it was
// assigned before the book began, is entered with it; for this it names who, from when and by when.
type FileReview struct {
	Title      string        `json:"title"`
	Assignee   string        `json:"assignee,omitempty"`
	With       string        `json:"with,omitempty"`
	AssignedOn app.Date      `json:"assignedOn,omitempty"`
	DueOn      app.Date      `json:"dueOn,omitempty"`
	State      app.TaskState `json:"state"`
	DoneOn     app.Date      `json:"doneOn,omitempty"`
	Result     string        `json:"result,omitempty"`
}

// FileTask is a task that the meeting assigns.
type FileTask struct {
	Title     string   `json:"title"`
	Assignee  string   `json:"assignee"`
	With      string   `json:"with,omitempty"`
	DueOn     app.Date `json:"dueOn"`
	Continues string   `json:"continues,omitempty"` // title of the reviewed task that it goes on with
}

// Codes of meeting files.
const (
	CodeMeetingFile    app.Code = "meeting_file"             // no meeting file; Values: line, detail
	CodeMeetingNewer   app.Code = "meeting_file_newer"       // of a newer program; Values: format
	CodeMeetingWord    app.Code = "meeting_file_word"        // a word that the file's field does not know; Values: place, value
	CodeUnknownNames   app.Code = "meeting_unknown_names"    // people who are not on the list of the meeting's day; Values: names
	CodeAmbiguousNames app.Code = "meeting_same_names"       // names that several members bear; Values: names
	CodeUnknownRaised  app.Code = "meeting_unknown_petition" // a petition that takes up one that is not open; Values: text
	CodeUnknownTask    app.Code = "meeting_unknown_task"     // a task that goes on with one the file does not review; Values: title
)

// LoadMeetingFile reads a meeting file from a path. Errors: app.CodeFileUnread, app.CodeTooLarge, those of ReadMeetingFile.
func LoadMeetingFile(path string) (MeetingFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return MeetingFile{}, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if info.Size() > maxMeetingFile {
		return MeetingFile{}, app.NewError(app.CodeTooLarge, "path", path, "limit", maxMeetingFile)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return MeetingFile{}, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	return ReadMeetingFile(data)
}

// ReadMeetingFile reads a meeting file's bytes. A name that the format does not know is an error, so that nothing typed is lost
// silently. Errors: CodeMeetingFile, CodeMeetingNewer, CodeMeetingWord, those of app.Month and app.Date.
func ReadMeetingFile(data []byte) (MeetingFile, error) {
	var file MeetingFile
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&file)
	if err == nil && decoder.More() {
		err = fmt.Errorf("something follows the meeting")
	}
	if err != nil {
		line := 1 + bytes.Count(data[:min(decoder.InputOffset(), int64(len(data)))], []byte("\n"))
		return file, app.WrapError(err, CodeMeetingFile, "line", line, "detail", err.Error())
	}
	if file.Format > MeetingFileFormat {
		return file, app.NewError(CodeMeetingNewer, "format", file.Format)
	}
	return file, file.validate()
}

func (f MeetingFile) validate() error {
	if err := f.Month.Validate(); err != nil {
		return err
	}
	if err := f.HeldOn.Validate(); err != nil {
		return err
	}
	if !f.HeldOn.IsFull() {
		return app.NewError(app.CodeBadDate, "value", string(f.HeldOn))
	}
	words := []struct {
		place, value string
		known        bool
	}{{"kind", string(f.Kind), f.Kind.IsKnown()}}
	for i, a := range f.Absent {
		words = append(words, wordAt("absent", i, string(a.Presence), a.Presence == app.AbsentExcused || a.Presence == app.AbsentUnexcused))
	}
	for i, item := range f.Agenda {
		words = append(words, wordAt("agenda", i, string(item.Kind), knownAgendaKinds[item.Kind]))
	}
	for i, r := range f.Reviews {
		words = append(words, wordAt("reviews", i, string(r.State), knownTaskStates[r.State]))
	}
	for i, v := range f.Votes {
		words = append(words, wordAt("votes", i, string(v.Method), v.Method == app.ShowOfHands || v.Method == app.SecretBallot))
	}
	for i, p := range f.Petitions {
		words = append(words, wordAt("petitions", i, string(p.State), p.State == "" || app.Petition{State: p.State}.Validate() == nil))
	}
	for _, w := range words {
		if !w.known {
			return app.NewError(CodeMeetingWord, "place", w.place, "value", w.value)
		}
	}
	return nil
}

func wordAt(list string, i int, value string, known bool) struct {
	place, value string
	known        bool
} {
	return struct {
		place, value string
		known        bool
	}{fmt.Sprintf("%s[%d]", list, i+1), value, known}
}

var knownAgendaKinds = map[app.AgendaKind]bool{app.AgendaNews: true, app.AgendaReview: true, app.AgendaDiscussion: true,
	app.AgendaThematic: true, app.AgendaOther: true}

var knownTaskStates = map[app.TaskState]bool{app.TaskOpen: true, app.TaskDone: true, app.TaskPostponed: true, app.TaskCancelled: true}
