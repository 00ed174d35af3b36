package desk_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/sheet"
	"sochibo/assets"
)

func novemberFile(t testing.TB) []byte {
	t.Helper()
	data, err := assets.Demo("meeting-2026-11.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// bookOfNovember is a cell's book that begins in November 2026: its members and points are in, no meeting yet.
func bookOfNovember(t *testing.T) *desk.Desk {
	t.Helper()
	ctx, c := context.Background(), newClock()
	cell, _, err := desk.Create(ctx, filepath.Join(t.TempDir(), "cell"), desk.NewBook{Passphrase: "november",
		Settings: app.Settings{Code: "CB001", Name: "Chi bộ Xưởng May 2"}}, desk.WithClock(c.Now))
	check(t, err)
	t.Cleanup(func() { check(t, cell.Close(ctx)) })
	preview, err := cell.PreviewMembers(ctx, "testdata/members-7hsdv.xlsx", sheet.MemberOptions{}, nil)
	check(t, err)
	_, err = cell.WriteMembers(ctx, preview, nil, nil)
	check(t, err)
	return cell
}

func TestAMeetingFileMakesTheMonthsMeeting(t *testing.T) {
	ctx, cell := context.Background(), bookOfNovember(t)
	file, err := desk.ReadMeetingFile(novemberFile(t))
	check(t, err)
	id, err := cell.ImportMeeting(ctx, file)
	check(t, err)
	first, err := cell.Meeting(ctx, id)
	check(t, err)
	if first.Roll.Present != 21 || first.Roll.Required != 22 || first.Speakers.Part != 8 || len(first.Reviews) != 6 || len(first.NewTasks) != 8 {
		t.Fatalf("roll %+v, %d speakers, %d reviewed, %d new", first.Roll, first.Speakers.Part, len(first.Reviews), len(first.NewTasks))
	}
	if first.NewTasks[1].CarriedFrom != first.Reviews[3].ID || first.Reviews[3].Review.State != app.TaskPostponed {
		t.Errorf("the postponed task is not carried on: %+v", first.NewTasks[1])
	}
	sheet, err := cell.MeetingSheet(ctx, id)
	check(t, err)
	if sheet.Result.TotalText != "92" || sheet.Result.LevelName != "Tốt" {
		t.Errorf("scored %s %s", sheet.Result.TotalText, sheet.Result.LevelName)
	}
	again, err := cell.ImportMeeting(ctx, file)
	check(t, err)
	second, err := cell.Meeting(ctx, again)
	check(t, err)
	if asJSON(t, first) != asJSON(t, second) {
		t.Errorf("the same file again differs: %s", firstDifference(asJSON(t, first), asJSON(t, second)))
	}
	check(t, cell.LockMeeting(ctx, id))
	_, err = cell.ImportMeeting(ctx, file)
	wantCode(t, err, app.CodeLocked)
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	data, err := json.MarshalIndent(value, "", " ")
	check(t, err)
	return string(data)
}

func TestMeetingFilesThatAreRefused(t *testing.T) {
	ctx, cell := context.Background(), bookOfNovember(t)
	for _, c := range []struct {
		what     string
		from, to string
		code     app.Code
		names    string
	}{
		{"no JSON", `{`, `<`, desk.CodeMeetingFile, ""},
		{"a name that the format does not know", `"chair":`, `"chairman":`, desk.CodeMeetingFile, ""},
		{"a newer format", `"format": 1`, `"format": 2`, desk.CodeMeetingNewer, ""},
		{"no such kind", `"kind": "regular"`, `"kind": "party"`, desk.CodeMeetingWord, ""},
		{"no such state", `"state": "postponed"`, `"state": "later"`, desk.CodeMeetingWord, ""},
		{"no such day", `"2026-11-20",`, `"2026-11-31",`, app.CodeBadDate, ""},
		{"no such month", `"month": "2026-11"`, `"month": "2026-13"`, app.CodeBadMonth, ""},
		{"two strangers", `"chair": "Trần Thị Bích Hạnh",
 "recorder": "Lê Thị Mai Loan"`, `"chair": "Lại Văn Thành",
 "recorder": "Kiều Thị Vân"`, desk.CodeUnknownNames, "Lại Văn Thành, Kiều Thị Vân"},
		{"a task that goes on with nothing", `"continues": "Sáng kiến`, `"continues": "Một sáng kiến`, desk.CodeUnknownTask, ""},
		{"a mark of another framework", `"id": "m3a"`, `"id": "k1a"`, app.CodeNotFound, ""},
		{"more votes than voters", `"for": 19`, `"for": 20`, app.CodeVoteSum, ""},
		{"a time that is none", `"16:30"`, `"25:30"`, app.CodeInvalid, ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			text := strings.Replace(string(novemberFile(t)), c.from, c.to, 1)
			if text == string(novemberFile(t)) {
				t.Fatal("nothing was changed")
			}
			file, err := desk.ReadMeetingFile([]byte(text))
			if err == nil {
				_, err = cell.ImportMeeting(ctx, file)
			}
			wantCode(t, err, c.code)
			if c.names != "" && !strings.Contains(err.Error(), c.names) {
				t.Errorf("%v does not name %s", err, c.names)
			}
			if id, err := cell.MeetingOfMonth(ctx, "2026-11"); err != nil || id != "" {
				t.Errorf("a meeting was made: %q, %v", id, err)
			}
		})
	}
}

func TestTwoOfTheSameNameAreToldApartByNumber(t *testing.T) {
	ctx, cell := context.Background(), bookOfNovember(t)
	_, err := cell.SaveMember(ctx, app.Member{FullName: "Trịnh Thị Hoà", Kind: app.Official, PartyCardNo: "31409998"})
	check(t, err)
	file, err := desk.ReadMeetingFile(novemberFile(t))
	check(t, err)
	_, err = cell.ImportMeeting(ctx, file)
	wantCode(t, err, desk.CodeAmbiguousNames)
	text := strings.Replace(string(novemberFile(t)), `"member": "Trịnh Thị Hòa"`, `"member": "03140356"`, 1)
	file, err = desk.ReadMeetingFile([]byte(text))
	check(t, err)
	_, err = cell.ImportMeeting(ctx, file)
	check(t, err)
}

func FuzzReadMeetingFile(f *testing.F) {
	f.Add(novemberFile(f))
	f.Add([]byte(`{"format":1,"kind":"regular","month":"2026-11","heldOn":"2026-11-20"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := desk.ReadMeetingFile(data); err != nil && app.CodeOf(err) == app.CodeInternal {
			t.Errorf("an error without a code: %v", err)
		}
	})
}
