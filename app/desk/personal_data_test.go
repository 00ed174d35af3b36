package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/store"
)

func TestAPersonSeesWhatIsHeldAndIsMadeAnonymousAfterLeaving(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Vũ Thị Thơm", Kind: app.Official, CitizenID: "000185002999", Phone: "0900000123", AdmittedOn: "2010-02-03", BornOn: "1985-05-06"})
	check(t, err)
	check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: m.ID, Month: "2026-09", Points: 12}))
	check(t, o.cell.CloseMonth(o.ctx, "2026-09", true))
	if text, err := o.cell.ClosedText(o.ctx, "2026-09"); err != nil || !strings.Contains(text, m.FullName) {
		t.Fatalf("the closed month names nobody: %s %v", text, err)
	}
	for name, save := range map[string]func(string) error{
		"sheet.pdf":   func(path string) error { return o.cell.SavePersonalData(o.ctx, m.ID, path) },
		"consent.pdf": func(path string) error { return o.cell.SaveConsent(o.ctx, m.ID, path) },
	} {
		path := filepath.Join(o.folder(), name)
		check(t, save(path))
		if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
			t.Errorf("%s is no PDF, %v", name, err)
		}
	}
	wantCode(t, o.cell.Anonymise(o.ctx, m.ID), desk.CodeNotLeft)
	setRetention(o, 0)
	_, err = o.cell.PreviewAnonymise(o.ctx, m.ID)
	wantCode(t, err, desk.CodeNotLeft)
	_, err = o.cell.ChangeStanding(o.ctx, m.ID, app.StandingEvent{On: "2026-10-01", Standing: app.Transferred, Reason: "về quê chồng"})
	check(t, err)
	plan, err := o.cell.PreviewAnonymise(o.ctx, m.ID)
	check(t, err)
	if !slices.Contains(plan.Blanked, "CCCD") || !slices.Contains(plan.Blanked, "Họ và tên") || len(plan.Kept) < 3 || strings.Contains(plan.NewName, "Thơm") {
		t.Errorf("the plan %+v", plan)
	}
	check(t, o.cell.Anonymise(o.ctx, m.ID))
	if text, err := o.cell.ClosedText(o.ctx, "2026-09"); err != nil || strings.Contains(text, "Thơm") || !strings.Contains(text, plan.NewName) {
		t.Errorf("the closed month still names who is anonymous: %s %v", text, err)
	}
	wantCode(t, o.cell.Anonymise(o.ctx, m.ID), desk.CodeAnonymous)
	card, err := o.cell.Member(o.ctx, m.ID, "2026-10")
	check(t, err)
	if card.FullName != plan.NewName || card.CitizenID+card.Phone+string(card.BornOn) != "" || card.AdmittedOn != "2010-02-03" || !card.Left || card.AnonymisedOn == "" {
		t.Errorf("left is %+v", card.Member)
	}
	for _, h := range card.History {
		if h.Entity == "member" && h.Before+h.After != "" {
			t.Errorf("the history still says %s %s", h.Before, h.After)
		}
	}
	if got := card.TwelveMonths[10].Points; got == nil || *got != 12 {
		t.Errorf("points of the past must stay: %v", got)
	}
	_, err = o.cell.Undo(o.ctx)
	wantCode(t, err, store.CodeNothingToUndo)
	findings, err := o.cell.Check(o.ctx)
	check(t, err)
	if len(findings) != 0 {
		t.Errorf("the book is not sound: %v", findings)
	}
}

// setRetention sets how many months all classes of data are kept after somebody left.
func setRetention(o *office, months int) {
	o.Helper()
	settings, err := o.cell.Settings(o.ctx)
	check(o.T, err)
	rules, err := o.cell.RetentionRules(settings, o.cell.Today())
	check(o.T, err)
	for _, rule := range rules {
		rule.Value = months
		settings.Rules = append(settings.Rules, rule)
	}
	check(o.T, o.cell.SaveSettings(o.ctx, settings))
}

func TestDataOfAFormerMemberGoByClassesWhenTheirPeriodsAreOver(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Vũ Thị Thơm", Kind: app.Official, CitizenID: "000185002999", BornOn: "1985-05-06", Occupation: "Công nhân may"})
	check(t, err)
	_, err = o.cell.ChangeStanding(o.ctx, m.ID, app.StandingEvent{On: "2026-10-01", Standing: app.Transferred, Reason: "về quê chồng"})
	check(t, err)
	now := func() app.Member {
		card, err := o.cell.Member(o.ctx, m.ID, "2026-10")
		check(t, err)
		return card.Member
	}

	plan, err := o.cell.PreviewAnonymise(o.ctx, m.ID)
	check(t, err)
	if plan.NewName != "" || !slices.Equal(plan.Blanked, []string{"CCCD"}) || len(plan.Later) != 3 || plan.Later[0].Until != "2027-10-01" || plan.Later[2].Until != "2031-10-01" {
		t.Errorf("at once: %+v", plan)
	}
	check(t, o.cell.Anonymise(o.ctx, m.ID))
	if got := now(); got.CitizenID != "" || got.BornOn == "" || got.FullName != "Vũ Thị Thơm" || got.AnonymisedOn != "" || got.Events[0].Reason == "" {
		t.Errorf("after the first class: %+v", got)
	}
	wantCode(t, o.cell.Anonymise(o.ctx, m.ID), desk.CodeRetained)

	o.clock.now = o.clock.now.AddDate(1, 0, 0)
	check(t, o.cell.Anonymise(o.ctx, m.ID))
	if got := now(); string(got.BornOn)+got.Occupation != "" || got.FullName != "Vũ Thị Thơm" || got.AnonymisedOn != "" {
		t.Errorf("after a year: %+v", got)
	}
	o.clock.now = o.clock.now.AddDate(4, 0, 0)
	check(t, o.cell.Anonymise(o.ctx, m.ID))
	if got := now(); strings.Contains(got.FullName, "Thơm") || got.Events[0].Reason != "" || got.AnonymisedOn == "" {
		t.Errorf("after five years: %+v", got)
	}
	wantCode(t, o.cell.Anonymise(o.ctx, m.ID), desk.CodeAnonymous)
}

func TestMakingOneAnonymousLeavesTheOthersTheirNames(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	var left app.Member
	for _, name := range []string{"Vũ Văn An", "Vũ Văn Anh", "Tạ Vũ Văn An"} {
		m, err := o.cell.SaveMember(o.ctx, app.Member{FullName: name, Kind: app.Official, AdmittedOn: "2010-02-03"})
		check(t, err)
		check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: m.ID, Month: "2026-09", Points: 12}))
		if left.ID == "" {
			left = m
		}
	}
	check(t, o.cell.CloseMonth(o.ctx, "2026-09", true))
	setRetention(o, 0)
	_, err := o.cell.ChangeStanding(o.ctx, left.ID, app.StandingEvent{On: "2026-10-01", Standing: app.Transferred})
	check(t, err)
	check(t, o.cell.Anonymise(o.ctx, left.ID))
	text, err := o.cell.ClosedText(o.ctx, "2026-09")
	check(t, err)
	if !strings.Contains(text, `"Vũ Văn Anh 12"`) || !strings.Contains(text, `"Tạ Vũ Văn An 12"`) || strings.Contains(text, `"Vũ Văn An 12"`) {
		t.Errorf("the closed month says %s", text)
	}
}
