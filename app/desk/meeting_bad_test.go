package desk_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

func TestWhateverIsTypedIsKeptCleanAndPrints(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for name, test := range map[string]struct{ typed, want string }{
		"emoji":               {"Nhất trí \U0001F44D\U0001F3FD", "Nhất trí \U0001F44D\U0001F3FD"},
		"control characters":  {"Một\x00hai\x1b[0m\tba", "Một hai [0m ba"},
		"decomposed letters":  {norm.NFD.String("Đề nghị thưởng Tết"), "Đề nghị thưởng Tết"},
		"right-to-left marks": {"\u202eđảo\u202c \u200fngược\ufeff", "đảo ngược"},
		"broken bytes":        {"hỏng \xff\xfe", "hỏng \ufffd\ufffd"},
		"lines":               {"một\r\n\r\nhai\n", "một\nhai"},
		"a long word":         {strings.Repeat("x", 5000), strings.Repeat("x", 5000)},
		"100,000 characters":  {strings.Repeat("Chi bộ nhất trí. ", 6000)[:100_000], ""},
	} {
		m := o.begun("2026-11", app.ExtraordinaryMeeting).Meeting
		m.Start, m.End, m.ChairID, m.RecorderID, m.Conclusion = "16:30", "18:10", o.members[0], o.members[1], test.typed
		m.Agenda[1].Statements = []app.Statement{{MemberID: o.members[2], Text: test.typed}, {GuestName: test.typed[:min(len(test.typed), 60)], Text: "Nhất trí"}}
		m.Petitions = []app.Petition{{MemberID: o.members[1], Text: test.typed}}
		m = o.saved(m).Meeting
		if test.want != "" && (m.Conclusion != test.want || m.Agenda[1].Statements[0].Text != test.want || m.Petitions[0].Text != test.want) {
			t.Errorf("%s: stored %q", name, m.Conclusion)
		}
		check(t, o.cell.LockMeeting(o.ctx, m.ID))
		paper, err := o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportMinutes, Month: "2026-11", MeetingID: m.ID})
		check(t, err)
		if pdf, err := paper.PDF(); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
			t.Errorf("%s: the minutes print %d bytes, %v", name, len(pdf), err)
		}
	}
}

func TestFiveHundredSpeakers(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.begun("2026-11", app.RegularMeeting).Meeting
	for i := range 500 {
		m.Agenda[2].Statements = append(m.Agenda[2].Statements, app.Statement{GuestName: fmt.Sprintf("Khách thứ %d", i+1), Text: "Nhất trí với báo cáo, đề nghị bổ sung."})
	}
	m.Start, m.End = "16:30", "18:10"
	m = o.saved(m).Meeting
	if got := len(o.view(m.ID).Meeting.Agenda[2].Statements); got != 500 {
		t.Errorf("%d statements are stored", got)
	}
	paper, err := o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportMinutes, Month: "2026-11"})
	check(t, err)
	if pages := paper.Laid.Pages(); pages < 15 {
		t.Errorf("500 speakers print on %d pages", pages)
	}
}

func TestTimesThatCannotBe(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.begun("2026-11", app.RegularMeeting).Meeting
	m.Start, m.End = "22:30", "00:45"
	m = o.saved(m).Meeting
	if length, known := m.Length(); length != 135 || !known || !m.PassesMidnight() {
		t.Errorf("past midnight it took %d minutes, %v", length, known)
	}
	for _, clock := range []app.Clock{"24:00", "16:60", "x", "-1:30"} {
		m.End = clock
		_, err := o.cell.SaveMeeting(o.ctx, m, nil)
		wantCode(t, err, app.CodeInvalid)
	}
	m.End, m.HeldOn = "18:00", "2026-02-30"
	_, err := o.cell.SaveMeeting(o.ctx, m, nil)
	wantCode(t, err, app.CodeBadDate)
	m.HeldOn, m.Conclusion = "2026-11-20", strings.Repeat("dài ", app.MaxText)
	_, err = o.cell.SaveMeeting(o.ctx, m, nil)
	wantCode(t, err, app.CodeTextTooLong)
}
