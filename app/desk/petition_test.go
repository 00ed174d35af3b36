package desk_test

import (
	"context"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestAnExportedMeetingIsTheOneThatIsImported(t *testing.T) {
	t.Parallel()
	ctx, cell := context.Background(), bookOfNovember(t)
	file, err := desk.ReadMeetingFile(novemberFile(t))
	check(t, err)
	file.Petitions = []desk.FilePetition{{Member: file.Chair, Text: "Đề nghị sửa quạt hút ở chuyền 5", State: app.PetitionOpen},
		{Guest: "Bà Lan", Text: "Đề nghị thêm xe đưa đón", Answer: "Đã chuyển Công ty.", State: app.PetitionForwarded}}
	id, err := cell.ImportMeeting(ctx, file)
	check(t, err)
	written, err := cell.MeetingFileOf(ctx, id)
	check(t, err)
	if len(written.Petitions) != 2 || written.Petitions[1] != file.Petitions[1] || written.Recorder != file.Recorder || len(written.Marks) != len(file.Marks) {
		t.Errorf("written was %+v", written.Petitions)
	}

	path := filepath.Join(t.TempDir(), "meeting.json")
	check(t, cell.ExportMeeting(ctx, id, path))
	again, err := desk.LoadMeetingFile(path)
	check(t, err)
	other := bookOfNovember(t)
	otherID, err := other.ImportMeeting(ctx, again)
	check(t, err)
	second, err := other.MeetingFileOf(ctx, otherID)
	check(t, err)
	if asJSON(t, written) != asJSON(t, second) {
		t.Errorf("the import differs: %s", firstDifference(asJSON(t, written), asJSON(t, second)))
	}
}

func TestAPetitionIsTakenUpAgainByALaterMeeting(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.draft("2026-10").Meeting
	m.Petitions = []app.Petition{{GuestName: "Bà Lan", Text: "Đề nghị sửa mái nhà xe"}}
	o.save(m, nil)
	check(t, o.cell.LockMeeting(o.ctx, m.ID))

	next := desk.MeetingFile{Kind: app.RegularMeeting, Month: "2026-11", HeldOn: "2026-11-20",
		Petitions: []desk.FilePetition{{Text: "Sửa mái nhà xe", Answer: "Công ty đã sửa.", State: app.PetitionAnswered, Continues: "Đề nghị sửa mái nhà kho"}}}
	_, err := o.cell.ImportMeeting(o.ctx, next)
	wantCode(t, err, desk.CodeUnknownRaised)
	open, err := o.cell.Petitions(o.ctx, 2026, true)
	check(t, err)
	if len(open) != 1 || open[0].By != "Bà Lan" || open[0].On != m.HeldOn {
		t.Errorf("open are %+v", open)
	}
	next.Petitions[0].Continues = "Đề nghị sửa mái nhà xe"
	id, err := o.cell.ImportMeeting(o.ctx, next)
	check(t, err)
	_, err = o.cell.ImportMeeting(o.ctx, next)
	check(t, err)
	if got := o.meeting(id).Meeting.Petitions; len(got) != 1 || got[0].CarriedFrom != open[0].ID {
		t.Errorf("taken up as %+v", got)
	}
	if open, err = o.cell.Petitions(o.ctx, 2026, true); err != nil || len(open) != 0 {
		t.Errorf("still open are %+v, %v", open, err)
	}
	if all, err := o.cell.Petitions(o.ctx, 2026, false); err != nil || len(all) != 2 {
		t.Errorf("all are %+v, %v", all, err)
	}
}
