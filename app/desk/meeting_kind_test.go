package desk_test

import (
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// begun begins a meeting and returns it.
func (o *office) begun(month app.Month, kind app.MeetingKind) desk.MeetingView {
	o.Helper()
	id, err := o.cell.NewMeeting(o.ctx, month, kind)
	check(o.T, err)
	return o.view(id)
}

func (o *office) view(id string) desk.MeetingView {
	o.Helper()
	view, err := o.cell.Meeting(o.ctx, id)
	check(o.T, err)
	return view
}

func (o *office) saved(m app.Meeting) desk.MeetingView {
	o.Helper()
	view, err := o.cell.SaveMeeting(o.ctx, m, nil)
	check(o.T, err)
	return view
}

func TestEveryKindOfMeetingBeginsLocksAndIsNumbered(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, test := range []struct {
		kind                            app.MeetingKind
		people                          int
		minutes, resolution, conclusion int
	}{
		{app.RegularMeeting, 3, 1, 1, 0},
		{app.ThematicMeeting, 3, 2, 0, 1},
		{app.CellCommitteeMeeting, 1, 3, 0, 0}, // only the secretary has a post
		{app.ExtraordinaryMeeting, 3, 4, 0, 0},
		{app.YearEndReview, 3, 5, 0, 0},
		{app.ExtraordinaryMeeting, 3, 6, 2, 0}, // this one votes on a resolution
	} {
		view := o.begun("2026-11", test.kind)
		if len(view.Meeting.Attendance) != test.people || view.Roll.Required != test.people || len(view.Meeting.Agenda) == 0 || len(view.Members) != test.people {
			t.Fatalf("%s begins with %d on the roll, %d required, %d items, %d members", test.kind, len(view.Meeting.Attendance), view.Roll.Required, len(view.Meeting.Agenda), len(view.Members))
		}
		m := view.Meeting
		m.Start, m.End, m.ChairID, m.RecorderID, m.Conclusion = "16:30", "18:10", o.members[0], o.members[0], "Thống nhất."
		if test.resolution == 2 {
			m.Votes = []app.Vote{{Subject: "Nghị quyết", Method: app.ShowOfHands, Eligible: 3, For: 3, OnResult: true, Rule: "resolution"}}
		}
		o.saved(m)
		check(t, o.cell.LockMeeting(o.ctx, m.ID))
		m = o.view(m.ID).Meeting
		if m.MinutesNumber != test.minutes || m.ResolutionNo != test.resolution || m.ConclusionNo != test.conclusion {
			t.Errorf("%s has the numbers %d, %d, %d", test.kind, m.MinutesNumber, m.ResolutionNo, m.ConclusionNo)
		}
		if !m.ReadBack.Done || m.ReadBack.Agreed != test.people {
			t.Errorf("%s was read back as %+v", test.kind, m.ReadBack)
		}
	}
	_, err := o.cell.NewMeeting(o.ctx, "2026-11", app.RegularMeeting)
	wantCode(t, err, desk.CodeMeetingExists)
	_, err = o.cell.NewMeeting(o.ctx, "2026-11", "picnic")
	wantCode(t, err, app.CodeInvalid)
}

func TestTheCommitteesMeetingPreparesTheRegularOne(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	prepared := o.begun("2026-11", app.CellCommitteeMeeting).Meeting
	prepared.HeldOn, prepared.Start, prepared.End, prepared.ChairID, prepared.RecorderID, prepared.Conclusion = "2026-11-16", "8:00", "9:00", o.members[0], o.members[0], "Thống nhất dự thảo."
	o.saved(prepared)
	check(t, o.cell.LockMeeting(o.ctx, prepared.ID))
	p := o.begun("2026-11", app.RegularMeeting).Meeting.Preparation
	if p.CommitteeMetOn != "2026-11-16" || !p.CommitteeMinutes {
		t.Errorf("prepared as %+v", p)
	}
	secretary, err := o.cell.Member(o.ctx, o.members[0], "2026-11")
	check(t, err)
	m := secretary.Member
	m.Post = app.NoPost // a new secretary: the old minutes still say who was there
	_, err = o.cell.SaveMember(o.ctx, m)
	check(t, err)
	if roll := o.view(prepared.ID).Roll; roll.Required != 1 || roll.Present != 1 {
		t.Errorf("the locked roll call became %+v", roll)
	}
}

func TestAnAgendaIsKeptAsTemplateAndCopied(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	october := o.begun("2026-10", app.RegularMeeting).Meeting
	october.Agenda = append(october.Agenda, app.AgendaItem{Kind: app.AgendaOther, Title: "Kế hoạch tháng 10/2026, rút kinh nghiệm tháng 09/2026", Minutes: 15, PresenterID: o.members[1]})
	october.Directions = []app.Direction{{Title: "Sản xuất", Text: "Giao đủ đơn hàng tháng 10/2026."}}
	october.Guests = []app.Guest{{Name: "Vũ Hồng Quân"}}
	o.saved(october)
	november := o.begun("2026-11", app.RegularMeeting).Meeting
	november.Agenda[0].Text = "Đã gõ trước."
	o.saved(november)
	view, err := o.cell.CopyAgenda(o.ctx, november.ID)
	check(t, err)
	last := view.Meeting.Agenda[3]
	if len(view.Meeting.Agenda) != 5 || last.Title != "Kế hoạch tháng 11/2026, rút kinh nghiệm tháng 10/2026" || last.PresenterID != o.members[1] || last.Minutes != 15 {
		t.Errorf("copied %+v", view.Meeting.Agenda)
	}
	if view.Meeting.Agenda[4].Text != "Đã gõ trước." || len(view.Meeting.Guests) != 1 || view.Meeting.Directions[0].Text != "Giao đủ đơn hàng tháng 11/2026." {
		t.Errorf("copied %+v", view.Meeting)
	}
	check(t, o.cell.KeepAgenda(o.ctx, october.ID))
	items, own, err := o.cell.AgendaTemplate(o.ctx, app.RegularMeeting)
	check(t, err)
	if !own || len(items) != 4 || items[3].Title != "Kế hoạch tháng {tháng}, rút kinh nghiệm tháng {tháng trước}" {
		t.Errorf("kept %+v", items)
	}
	if got := o.begun("2026-12", app.RegularMeeting).Meeting.Agenda[3].Title; got != "Kế hoạch tháng 12/2026, rút kinh nghiệm tháng 11/2026" {
		t.Errorf("December begins with %q", got)
	}
	check(t, o.cell.SaveAgendaTemplate(o.ctx, app.RegularMeeting, nil))
	if _, own, err := o.cell.AgendaTemplate(o.ctx, app.RegularMeeting); err != nil || own {
		t.Errorf("the program's own did not come back: %v, %v", own, err)
	}
	wantCode(t, o.cell.SaveAgendaTemplate(o.ctx, app.RegularMeeting, []app.AgendaItem{{Kind: app.AgendaNews}}), app.CodeRequired)
	_, err = o.cell.CopyAgenda(o.ctx, october.ID)
	wantCode(t, err, desk.CodeNoEarlier)
}

func TestAVoteIsMeasuredByItsRule(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Vũ Thị Thơm", Kind: app.Probationary})
	check(t, err)
	m := o.begun("2026-11", app.RegularMeeting).Meeting
	m.Votes = []app.Vote{{Subject: "Kết nạp", Method: app.SecretBallot, Eligible: 3, For: 2, Against: 1, Rule: "admission"}, {Subject: "Khác", Eligible: 3, For: 3}}
	votes := o.saved(m).Meeting.Votes
	if passed, known := votes[0].Passed(); !passed || !known || votes[0].Base != 3 || votes[0].Least() != 2 || !strings.Contains(votes[0].Arithmetic(), "2/3") {
		t.Errorf("measured %+v", votes[0])
	}
	if _, known := votes[1].Passed(); known {
		t.Error("a vote without a rule passed")
	}
	m.Votes[0].Eligible = 4 // the probationary member raised his hand too
	_, err = o.cell.SaveMeeting(o.ctx, m, nil)
	wantCode(t, err, desk.CodeVoters)
}

func TestAPetitionIsTakenUpUntilItIsAnswered(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	october := o.begun("2026-10", app.RegularMeeting).Meeting
	october.Petitions = []app.Petition{{MemberID: o.members[1], Text: "Sửa mái nhà ăn."}, {GuestName: "Bà Lan", Text: "Chỗ để xe.", Answer: "Đã bố trí.", State: app.PetitionAnswered}, {Text: "  "}}
	october = o.saved(october).Meeting
	if len(october.Petitions) != 2 {
		t.Fatalf("stored %+v", october.Petitions)
	}
	view := o.begun("2026-11", app.RegularMeeting)
	if len(view.Petitions) != 1 || view.Petitions[0].Text != "Sửa mái nhà ăn." || view.Petitions[0].On != october.HeldOn {
		t.Fatalf("open in November: %+v", view.Petitions)
	}
	november := view.Meeting
	november.Petitions = []app.Petition{{MemberID: o.members[1], Text: "Sửa mái nhà ăn.", CarriedFrom: view.Petitions[0].ID}}
	view = o.saved(november)
	if len(view.Petitions) != 0 {
		t.Errorf("still offered: %+v", view.Petitions)
	}
	november = view.Meeting
	december := o.begun("2026-12", app.RegularMeeting)
	if len(december.Petitions) != 1 || december.Petitions[0].ID != november.Petitions[0].ID {
		t.Errorf("open in December: %+v", december.Petitions)
	}
	november.Petitions[0].State, november.Petitions[0].Answer = app.PetitionForwarded, "Đã chuyển Ban Giám đốc."
	o.saved(november)
	if got := o.view(december.Meeting.ID).Petitions; len(got) != 0 {
		t.Errorf("open in December: %+v", got)
	}
}

func TestTheUploadIsRecordedAfterLocking(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	id := o.lockedMeeting("2026-11")
	held := o.view(id).Meeting.HeldOn
	check(t, o.cell.RecordUpload(o.ctx, id, held.AddDays(1), ""))
	check(t, o.cell.RecordUpload(o.ctx, id, "", held.AddDays(2)))
	m := o.view(id).Meeting
	if m.Preparation.FinalPapersOn != held.AddDays(1) || m.Preparation.SuperiorToldOn != held.AddDays(2) || !m.IsLocked() || m.Version != 1 {
		t.Errorf("recorded %+v, version %d", m.Preparation, m.Version)
	}
	wantCode(t, o.cell.RecordUpload(o.ctx, id, held.AddDays(-1), ""), desk.CodeBeforeMeeting)
	wantCode(t, o.cell.RecordUpload(o.ctx, id, "2026-13-01", ""), app.CodeBadDate)
	check(t, o.cell.CloseMonth(o.ctx, "2026-11", true))
	wantCode(t, o.cell.RecordUpload(o.ctx, id, held.AddDays(1), ""), app.CodeMonthClosed)
}

func TestMoreCannotHaveAgreedThanWereThere(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.begun("2026-11", app.RegularMeeting).Meeting
	m.Start, m.End, m.ChairID, m.RecorderID, m.Conclusion = "16:30", "18:10", o.members[0], o.members[1], "Thống nhất."
	m.ReadBack = app.ReadBack{Done: true, Agreed: 4}
	o.saved(m)
	wantCode(t, o.cell.LockMeeting(o.ctx, m.ID), app.CodeOutOfRange)
	m.ReadBack = app.ReadBack{Done: true, Agreed: 2, Note: "Một đồng chí đề nghị ghi rõ số áo."}
	o.saved(m)
	check(t, o.cell.LockMeeting(o.ctx, m.ID))
	if got := o.view(m.ID).Meeting.ReadBack; got != m.ReadBack {
		t.Errorf("read back as %+v", got)
	}
	check(t, o.cell.CorrectMeeting(o.ctx, m.ID, "Ghi sai giờ"))
	versions, err := o.cell.MeetingVersions(o.ctx, m.ID)
	check(t, err)
	if len(versions) != 1 || versions[0].ReadBack.Agreed != 2 || o.view(m.ID).Meeting.ReadBack.Done {
		t.Errorf("versions are %+v", versions)
	}
}

func TestWhatIsBeingTypedOutlivesThePowerFailure(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.begun("2026-11", app.RegularMeeting).Meeting
	m.Conclusion = "Chi bộ thống nh"
	check(t, o.cell.KeepDraft(o.ctx, desk.MeetingDraft{Meeting: m, Tasks: []app.Task{{AssigneeID: o.members[1]}}}))
	dir := o.cell.Dir()
	o.cell.CloseDiscarding() // the power goes
	opened, err := desk.Open(o.ctx, dir, "cell", desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(opened.CloseDiscarding)
	draft, found, err := opened.LeftDraft(o.ctx, m.ID)
	check(t, err)
	if !found || draft.Meeting.Conclusion != m.Conclusion || len(draft.Tasks) != 1 {
		t.Fatalf("left was %+v, %v", draft, found)
	}
	_, err = opened.SaveMeeting(o.ctx, draft.Meeting, nil)
	check(t, err)
	if _, found, err := opened.LeftDraft(o.ctx, m.ID); err != nil || found {
		t.Errorf("the draft outlives the saving: %v, %v", found, err)
	}
	check(t, opened.KeepDraft(o.ctx, draft))
	check(t, opened.ForgetDraft(o.ctx, m.ID))
	if _, found, err := opened.LeftDraft(o.ctx, m.ID); err != nil || found {
		t.Errorf("the draft outlives being forgotten: %v, %v", found, err)
	}
}

func TestAnAgendaKeptWithTheEnglishWordsForMonthsStillWorks(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	check(t, o.cell.SaveAgendaTemplate(o.ctx, app.RegularMeeting, []app.AgendaItem{{Kind: app.AgendaReview, Title: "Kế hoạch tháng {month}, rút kinh nghiệm tháng {previous}"}}))
	items, _, err := o.cell.AgendaTemplate(o.ctx, app.RegularMeeting)
	check(t, err)
	if items[0].Title != "Kế hoạch tháng {tháng}, rút kinh nghiệm tháng {tháng trước}" {
		t.Errorf("shown as %q", items[0].Title)
	}
	if got := o.begun("2026-12", app.RegularMeeting).Meeting.Agenda[0].Title; got != "Kế hoạch tháng 12/2026, rút kinh nghiệm tháng 11/2026" {
		t.Errorf("December begins with %q", got)
	}
}
