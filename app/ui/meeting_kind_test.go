package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestEveryStepBeginsWithTheKeyboard(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepPrepare)
	for _, want := range []string{"*ui.input", "*ui.rollRow", "*ui.Select", "*ui.input", "*ui.pressArea", "*ui.Button"} {
		if got := typeName(p.window.Canvas().Focused()); got != want {
			t.Errorf("step %d begins with the keyboard on %s, want %s", s.step, got, want)
		}
		s.goTo(s.beside(1))
	}
}

func typeName(f fyne.Focusable) string {
	if f == nil {
		return "nothing"
	}
	return fmt.Sprintf("%T", f)
}

func TestAThematicMeetingIsNotScored(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	_, s := openMeeting(t, d, 1366, 768)
	s.begin(app.ThematicMeeting)
	if s.draft.meeting.Kind != app.ThematicMeeting || len(s.lines) != 2 || len(s.steps()) != 5 {
		t.Fatalf("%s, %d meetings, steps %v", s.draft.meeting.Kind, len(s.lines), s.steps())
	}
	s.goTo(stepConclude)
	s.goTo(s.beside(1))
	if s.step != stepMinutes || s.stepper.Current() != 4 {
		t.Errorf("after the conclusion comes step %d, mark %d", s.step, s.stepper.Current())
	}
}

func TestWhatIsTypedIsADraftUntilTheFieldIsLeft(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepConclude)
	before := stored(t, d, id).Meeting.Conclusion
	test.Type(p.window.Canvas().Focused(), "Bổ sung ")
	if !runSave(p) {
		t.Fatal("nothing goes to the disk while typing")
	}
	left, found, err := d.LeftDraft(context.Background(), id)
	okay(t, err)
	if !found || !strings.HasPrefix(left.Meeting.Conclusion, "Bổ sung ") || stored(t, d, id).Meeting.Conclusion != before {
		t.Fatalf("draft %q, %v; stored %q", left.Meeting.Conclusion, found, stored(t, d, id).Meeting.Conclusion)
	}
	p.window.Canvas().Unfocus()
	if got := stored(t, d, id).Meeting.Conclusion; !strings.HasPrefix(got, "Bổ sung ") {
		t.Errorf("after leaving the field %q", got)
	}
	if _, found, err := d.LeftDraft(context.Background(), id); err != nil || found {
		t.Errorf("the draft outlives the field: %v, %v", found, err)
	}
}

func TestWhatWasTypedIsThereAfterThePowerFailure(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepConclude)
	s.addTask()
	test.Type(p.window.Canvas().Focused(), "Thu, nộp đảng ph")
	s.draft.votes[0].typed.Against = 9 // not yet what adds up
	runSave(p)
	pendingSaves[p] = nil // the power goes
	p, s = openMeeting(t, d, 1366, 768)
	if len(s.draft.tasks) != 3 || s.draft.tasks[2].Title != "Thu, nộp đảng ph" || s.draft.votes[0].typed.Against != 9 {
		t.Fatalf("restored %d tasks, vote %+v", len(s.draft.tasks), s.draft.votes[0].typed)
	}
	runSave(p)
	view := stored(t, d, id)
	if len(view.NewTasks) != 3 || view.Meeting.Votes[0].Against != 0 {
		t.Errorf("stored %d tasks, vote %+v", len(view.NewTasks), view.Meeting.Votes[0])
	}
}

func TestAShortWordBecomesAPhrase(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	_, err := d.SaveTextBlock(context.Background(), app.TextBlock{Short: "nt", Text: "Nhất trí với báo cáo của chi ủy."})
	okay(t, err)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepContents)
	talk := s.contents.parts[2]
	talk.next.text.Focus()
	field := p.window.Canvas().Focused()
	test.Type(field, "Ý kiến: nt")
	press(field, fyne.KeyF3)
	if got := talk.next.text.Text(); got != "Ý kiến: Nhất trí với báo cáo của chi ủy." {
		t.Errorf("typed %q", got)
	}
	if said := s.draft.begun[talk.item]; said.Text != talk.next.text.Text() {
		t.Errorf("the draft has %q", said.Text)
	}
	test.Type(field, " xyz")
	press(field, fyne.KeyF3) // no such short word: the list comes, the text stays
	if topLayer(p.window.Canvas()) == nil || talk.next.text.Text() != "Ý kiến: Nhất trí với báo cáo của chi ủy. xyz" {
		t.Errorf("typed %q", talk.next.text.Text())
	}
}

func TestAPetitionOfBeforeIsTakenUp(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	ctx := context.Background()
	extra, err := d.NewMeeting(ctx, "2026-11", app.ExtraordinaryMeeting)
	okay(t, err)
	m := stored(t, d, extra).Meeting
	m.HeldOn, m.Petitions = "2026-11-03", []app.Petition{{MemberID: people["Vũ Thị Thơm"], Text: "Sửa mái nhà ăn."}}
	_, err = d.SaveMeeting(ctx, m, nil)
	okay(t, err)
	_, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepConclude)
	open := s.openPetitions()
	if len(open) != 1 {
		t.Fatalf("open are %+v", open)
	}
	s.draft.petitions = append(s.draft.petitions, &app.Petition{MemberID: open[0].MemberID, Text: open[0].Text, Answer: "Đã báo Ban Giám đốc.", State: app.PetitionForwarded, CarriedFrom: open[0].ID})
	s.draft.touch()
	s.save(nil)
	view := stored(t, d, id)
	if len(view.Petitions) != 0 || len(view.Meeting.Petitions) != 1 || s.draft.petitions[0].ID == "" {
		t.Errorf("stored %+v, open %+v", view.Meeting.Petitions, view.Petitions)
	}
}

func TestTheSignedPaperIsAttachedInTheWindow(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	okay(t, d.LockMeeting(context.Background(), id))
	path := filepath.Join(t.TempDir(), "ban-ky.pdf")
	okay(t, os.WriteFile(path, []byte("%PDF-1.7\nbản ký"), 0o600))
	_, err := d.Attach(context.Background(), desk.MeetingOwner(id), path, "Bản 1")
	okay(t, err)
	_, s := openMeeting(t, d, 1366, 768)
	if s.step != stepMinutes || len(s.draft.view.Signed) != 1 {
		t.Fatalf("step %d, attached %+v", s.step, s.draft.view.Signed)
	}
	s.minutes.openSigned(s.draft.view.Signed[0])
}

func TestTheYearShowsPlanAndScores(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	scoreMeeting(t, d, id)
	ctx := context.Background()
	for _, item := range []app.PlanItem{{Month: "2026-11", Kind: app.ThematicMeeting, Title: "Tiết kiệm vật tư"}, {Month: "2026-12", Kind: app.YearEndReview, Title: "Kiểm điểm"}} {
		_, err := d.SavePlanItem(ctx, item)
		okay(t, err)
	}
	p, _ := openMeeting(t, d, 1366, 768)
	p.frame.Show(newMeetingYearScreen(p), placeMeeting)
	s := p.frame.Screen().(*meetingYearScreen)
	if len(s.rows) != 13 || s.rows[10].item == nil || s.rows[10].held != nil {
		t.Fatalf("%d rows, the theme of November %+v", len(s.rows), s.rows[10])
	}
	if regular := s.rows[11]; regular.item != nil || regular.held == nil || regular.held.Total == "" {
		t.Fatalf("the meeting of November, which no plan has: %+v", regular)
	}
	s.open(10)
	press(topMain(t), fyne.KeyReturn)
	if topLayer(p.window.Canvas()) != nil {
		t.Error("the line of the plan stays open")
	}
}

func TestAThemeOfTheSameSittingHasItsPartOfTheAgenda(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	_, s := openMeeting(t, d, 1366, 768)
	before := len(s.draft.items)
	s.draft.agendaFor(true)
	s.draft.agendaFor(true)
	if len(s.draft.items) != before+1 {
		t.Fatalf("%d items, were %d", len(s.draft.items), before)
	}
	for i, item := range s.draft.items {
		if item.Kind == app.AgendaDiscussion && s.draft.items[i-1].Kind != app.AgendaThematic {
			t.Errorf("before the discussion comes %q", s.draft.items[i-1].Title)
		}
	}
	s.draft.agendaFor(false)
	if len(s.draft.items) != before {
		t.Errorf("%d items after all, were %d", len(s.draft.items), before)
	}
}
