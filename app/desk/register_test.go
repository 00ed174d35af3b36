package desk_test

import (
	"bytes"
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestLockedPapersAreEnteredWithTheirSubjects(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.locked("2026-09").Meeting
	view, err := o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	var subjects []string
	for _, line := range view.Lines {
		if line.MeetingID != m.ID {
			t.Errorf("line %+v", line)
		}
		subjects = append(subjects, line.Subject)
	}
	if want := []string{"sinh hoạt chi bộ thường kỳ tháng 9 năm 2026", "lãnh đạo thực hiện nhiệm vụ tháng 10/2026"}; !slices.Equal(subjects, want) {
		t.Errorf("subjects %q", subjects)
	}
	wantTexts(t, o.report(app.ReportRef{Kind: app.ReportRegister, Month: "2026-09"}), "01-BB/CB", "Biên bản sinh hoạt chi bộ thường kỳ tháng 9 năm 2026", "01-NQ/CB")
}

func TestANoticeGetsANumberWhenItIsIssued(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.draft("2026-09").Meeting
	ref := app.ReportRef{Kind: app.ReportNotice, Month: "2026-09", MeetingID: m.ID}
	view, err := o.cell.DocumentNumber(o.ctx, ref)
	check(t, err)
	if view.Symbol != "01-TB/CB" || view.Registered {
		t.Errorf("proposed %+v", view)
	}
	check(t, o.cell.SetDocumentNumber(o.ctx, ref, 5, "2026-09-12", ""))
	wantTexts(t, o.report(ref), "05-TB/CB", "ngày 12 tháng 9 năm 2026", "THÔNG BÁO")
	next, err := o.cell.NextNumber(o.ctx, app.TypeNotice, "2026-09-30")
	check(t, err)
	if next != 6 {
		t.Errorf("next %d", next)
	}
	register, err := o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	if len(register.Remarks) != 1 || !slices.Equal(register.Remarks[0].Missing, []int{1, 2, 3, 4}) {
		t.Errorf("remarks %+v", register.Remarks)
	}
	check(t, o.cell.SetDocumentNumber(o.ctx, ref, 1, "2026-09-12", ""))
	register, err = o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	if len(register.Lines) != 1 || len(register.Remarks) != 0 {
		t.Errorf("moved: %+v", register)
	}
}

func TestANumberIsUsedTwiceOnlyWithAReason(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.locked("2026-09")
	m := o.draft("2026-10").Meeting
	ref := app.ReportRef{Kind: app.ReportMinutes, Month: "2026-10", MeetingID: m.ID}
	wantCode(t, o.cell.SetDocumentNumber(o.ctx, ref, 1, m.HeldOn, ""), app.CodeDuplicate)
	if got := o.meeting(m.ID).Meeting.MinutesNumber; got != 0 {
		t.Errorf("a refused number was kept: %d", got)
	}
	check(t, o.cell.SetDocumentNumber(o.ctx, ref, 1, m.HeldOn, "Ghi bổ sung theo sổ tay"))
	check(t, o.cell.LockMeeting(o.ctx, m.ID))
	if got := o.meeting(m.ID).Meeting.MinutesNumber; got != 1 {
		t.Errorf("locked as %d", got)
	}
	register, err := o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	if len(register.Remarks) != 1 || !slices.Equal(register.Remarks[0].Double, []int{1}) {
		t.Errorf("remarks %+v", register.Remarks)
	}
	wantCode(t, o.cell.SetDocumentNumber(o.ctx, ref, 3, m.HeldOn, ""), app.CodeLocked)
}

func TestADocumentMadeElsewhereIsEntered(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	line := app.OutgoingDocument{Type: "CV", Number: 1, On: "2026-09-10", Subject: "đề nghị cấp thẻ đảng viên", Recipients: "Đảng ủy Công ty"}
	check(t, o.cell.SaveOutgoing(o.ctx, line))
	register, err := o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	line = register.Lines[0]
	line.Number = 2
	check(t, o.cell.SaveOutgoing(o.ctx, line))
	register, err = o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	if len(register.Lines) != 1 || register.Lines[0].Number != 2 {
		t.Errorf("changed: %+v", register.Lines)
	}
	for name, bad := range map[string]app.OutgoingDocument{
		"a type that a cell may not issue": {Type: "HD", Number: 1, On: "2026-09-10", Subject: "x"},
		"no day":                           {Type: "CV", Number: 1, Subject: "x"},
		"number 0":                         {Type: "CV", On: "2026-09-10", Subject: "x"},
		"no subject":                       {Type: "CV", Number: 1, On: "2026-09-10"},
	} {
		if err := o.cell.SaveOutgoing(o.ctx, bad); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func TestAnotherFormHoldsFromItsDayOn(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	form, err := o.cell.LayoutForm(o.ctx, "2026-10-01")
	check(t, err)
	form.From, form.Source = "2026-10-01", "Văn phòng Đảng ủy"
	for i := range form.Numbers {
		if form.Numbers[i].Key == "text.pitch_pt" {
			form.Numbers[i].Value = 19
		}
	}
	papers := func() [][]byte {
		recovery, err := o.cell.RecoveryPDF(o.ctx, "7KQM-2XPD")
		check(t, err)
		ballot, err := o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportRatingBallot, Period: "2026-Q4"})
		check(t, err)
		rating, err := ballot.PDF()
		check(t, err)
		sheet, err := o.cell.SheetPaper(o.ctx, "", "2026-11")
		check(t, err)
		criteria, err := sheet.PDF()
		check(t, err)
		return [][]byte{recovery, rating, criteria}
	}
	before := papers()
	check(t, o.cell.SaveLayoutForm(o.ctx, form))
	for i, after := range papers() {
		if bytes.Equal(before[i], after) {
			t.Errorf("paper %d keeps the former form", i)
		}
	}
	for day, want := range map[app.Date]float64{"2026-09-30": 18, "2026-10-01": 19} {
		form, err := o.cell.LayoutForm(o.ctx, day)
		check(t, err)
		if at := slices.IndexFunc(form.Numbers, func(n desk.LayoutNumber) bool { return n.Key == "text.pitch_pt" }); form.Numbers[at].Value != want {
			t.Errorf("%s: pitch %v", day, form.Numbers[at].Value)
		}
	}
	o.locked("2026-10")
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	form.From = "2026-10-31"
	wantCode(t, o.cell.SaveLayoutForm(o.ctx, form), desk.CodeFormFrozen)
	if again, err := o.cell.LayoutForm(o.ctx, "2026-10-31"); err != nil || again.Open != "2026-11-01" {
		t.Errorf("a form can begin on %v, %v", again.Open, err)
	}
	form.From = "2026-11-01"
	check(t, o.cell.SaveLayoutForm(o.ctx, form))
	form.Numbers[0].Value = 300
	wantCode(t, o.cell.SaveLayoutForm(o.ctx, form), app.CodeOutOfRange)
	form.From = ""
	wantCode(t, o.cell.SaveLayoutForm(o.ctx, form), app.CodeBadDate)
}
