package desk

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/app/sheet"
	"sochibo/assets"
	"sochibo/store"
)

// SavePersonalData writes all that the book holds about a member as PDF: his record, standings, points, meetings, tasks, who changed his record
// and who looked at his numbers. It is entered in the access log.
func (d *Desk) SavePersonalData(ctx context.Context, memberID, path string) error {
	var book memberBook
	var list plainList
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if book, err = d.readMemberBook(tx, nil); err != nil {
			return err
		}
		list, err = d.personalList(tx, memberID)
		return err
	})
	if err != nil {
		return err
	}
	data, err := book.printed(func(profile report.Profile) report.Document { return report.PlainList(list.paper(book), profile) })
	if err != nil {
		return err
	}
	return d.savePersonal(ctx, path, data, "personal data", memberID)
}

func (d *Desk) savePersonal(ctx context.Context, path string, data []byte, what, memberID string) error {
	if err := writeWhole(path, data); err != nil {
		return err
	}
	return d.update(ctx, "export "+what, func(tx *store.Tx) error { return tx.LogAccess("export", "member "+memberID) })
}

// personalList is the sheet "what is held about me".
func (d *Desk) personalList(tx *store.Tx, memberID string) (plainList, error) {
	list := plainList{title: "Phiếu dữ liệu cá nhân", upright: true, columns: []listColumn{{"Mục", 30, 55, false}, {"Nội dung", 60, 110, false}}}
	m, err := tx.Member(memberID)
	if err != nil {
		return list, err
	}
	list.subject = "của đồng chí " + m.FullName + ", những gì sổ chi bộ lưu đến " + d.Today().Long()
	add := func(what, text string) {
		if text != "" {
			list.rows = append(list.rows, []any{what, text})
		}
	}
	for _, f := range memberFieldTexts(m) {
		add(f.heading, f.text)
	}
	for _, e := range m.Events {
		add("Trạng thái từ "+e.On.String(), strings.TrimSpace(sheet.ValueWords("standing", string(e.Standing))+" "+e.Reason))
	}
	if err := addActivity(tx, memberID, add); err != nil {
		return list, err
	}
	changes, err := tx.History("member", memberID)
	if err != nil {
		return list, err
	}
	add("Số lần sửa hồ sơ trong sổ", fmt.Sprint(len(changes)))
	accesses, err := tx.AccessLog(1000)
	if err != nil {
		return list, err
	}
	var looks []string
	for _, a := range accesses {
		if strings.HasSuffix(a.Subject, "member "+memberID) {
			looks = append(looks, app.DateOf(a.At).String())
		}
	}
	add("Các lần xem số giấy tờ, in phiếu", strings.Join(looks, ", "))
	list.closing = "Đồng chí có quyền yêu cầu sửa nội dung sai; việc sửa được ghi lại trong sổ."
	return list, nil
}

// addActivity adds points, meetings, tasks, commendations and initiatives of a member.
func addActivity(tx *store.Tx, memberID string, add func(what, text string)) error {
	changes, err := tx.HistoryUnder("point", memberID+"/")
	if err != nil {
		return err
	}
	years := map[int]bool{}
	for _, h := range changes {
		_, month, _ := strings.Cut(h.EntityID, "/")
		years[app.Month(month).Year()] = true
	}
	for _, year := range sortedYears(years) {
		entries, err := tx.Points(year)
		if err != nil {
			return err
		}
		var texts []string
		for _, e := range entries {
			if e.MemberID != memberID {
				continue
			}
			text := fmt.Sprintf("T%d: %d", e.Month.Number(), e.Points)
			if e.Excused {
				text = fmt.Sprintf("T%d: miễn (%s)", e.Month.Number(), e.Reason)
			}
			texts = append(texts, text)
		}
		add(fmt.Sprintf("Điểm sổ tay %d", year), strings.Join(texts, "; "))
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return err
	}
	counts := map[app.Presence]int{}
	for _, m := range meetings {
		if line, found := m.PresenceOf(memberID); found {
			counts[line.Presence]++
		}
	}
	if counts[app.Present]+counts[app.AbsentExcused]+counts[app.AbsentUnexcused] > 0 {
		add("Sinh hoạt chi bộ", fmt.Sprintf("có mặt %d, vắng có phép %d, vắng không phép %d", counts[app.Present], counts[app.AbsentExcused], counts[app.AbsentUnexcused]))
	}
	tasks, err := tasksOf(tx, memberID)
	for _, t := range tasks {
		add("Nhiệm vụ được giao", t.Title)
	}
	if err != nil {
		return err
	}
	decisions, err := tx.ConductDecisions()
	if err != nil {
		return err
	}
	for _, c := range decisions {
		if c.MemberID == memberID {
			add("Khen thưởng, kỷ luật", strings.TrimSpace(c.DecidedOn.String()+" "+c.Form+" "+c.DecisionNo+" "+c.Reason))
		}
	}
	if err := addRegisters(tx, memberID, add); err != nil {
		return err
	}
	initiatives, err := tx.Initiatives()
	for _, i := range initiatives {
		if i.MemberID == memberID {
			add("Sáng kiến, cải tiến", i.Title)
		}
	}
	return err
}

// addRegisters adds the ratings of a member, his dues and the steps by which he was prepared for admission.
func addRegisters(tx *store.Tx, memberID string, add func(what, text string)) error {
	rounds, err := tx.RatingRounds()
	if err != nil {
		return err
	}
	for _, round := range rounds {
		rating, err := tx.Rating(round.Period, memberID)
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return err
		}
		add("Xếp loại "+round.Period.String(), ratingText(tx, rating))
	}
	years, err := duesYears(tx, memberID)
	if err != nil {
		return err
	}
	for _, year := range years {
		entries, err := tx.Dues(year)
		if err != nil {
			return err
		}
		var texts []string
		for _, e := range entries {
			if e.MemberID == memberID && e.PaidOn != "" {
				texts = append(texts, strings.TrimSpace(fmt.Sprintf("T%d: %s đ ngày %s %s", e.Month.Number(), thousands(e.Paid), e.PaidOn, e.Note)))
			}
		}
		add(fmt.Sprintf("Đảng phí %d", year), strings.Join(texts, "; "))
	}
	candidates, err := tx.Candidates()
	for _, c := range candidates {
		if c.MemberID == memberID {
			add("Quá trình kết nạp", candidateText(c))
		}
	}
	return err
}

// ratingText says what each step of a rating found.
func ratingText(tx *store.Tx, rating app.Rating) string {
	name := levelNames(tx, rating)
	var parts []string
	for _, step := range []struct {
		words  string
		figure app.RatingFigure
	}{{"tự xếp", rating.Self}, {"chi ủy đề nghị", rating.Committee}, {"cấp trên quyết định", rating.Superior}} {
		if !step.figure.IsOpen() {
			parts = append(parts, strings.TrimSpace(step.words+": "+name(step.figure.Level)+" "+step.figure.Note))
		}
	}
	if rating.Faults != "" {
		parts = append(parts, "khuyết điểm: "+rating.Faults)
	}
	return strings.Join(parts, "; ")
}

// levelNames returns the names of the levels that a rating was given by; a level that its framework does not know is named by its id.
func levelNames(tx *store.Tx, rating app.Rating) func(level string) string {
	stored, err := tx.Framework(rating.Framework, rating.Version)
	if err != nil {
		return func(level string) string { return level }
	}
	framework, err := app.ParseFramework(stored.Body)
	return func(level string) string {
		if err != nil {
			return level
		}
		if known, found := framework.LevelByID(level); found {
			return known.Name
		}
		return level
	}
}

// duesYears are the years in which the history has dues of a member.
func duesYears(tx *store.Tx, memberID string) ([]int, error) {
	changes, err := tx.HistoryUnder("dues", memberID+"/")
	years := map[int]bool{}
	for _, h := range changes {
		_, month, _ := strings.Cut(h.EntityID, "/")
		years[app.Month(month).Year()] = true
	}
	return sortedYears(years), err
}

func candidateText(c app.Candidate) string {
	var parts []string
	for _, s := range c.Steps {
		parts = append(parts, strings.TrimSpace(s.On.String()+" "+s.Note))
	}
	return strings.TrimSpace(strings.Join(parts, "; ") + " " + c.Note)
}

func sortedYears(years map[int]bool) []int {
	var list []int
	for year := 1900; year < 2200; year++ {
		if years[year] {
			list = append(list, year)
		}
	}
	return list
}

// fieldText is a field of a member with the heading that lists have for it.
type fieldText struct{ field, heading, text string }

// memberFieldTexts are the fields of a member that say something, in the order of lists, as lists write them.
func memberFieldTexts(m app.Member) []fieldText {
	values := decodeFields(mustJSON(m))
	var list []fieldText
	for _, field := range append(append([]string{}, correctionFields...), "phone", "earlierWork", "note") {
		if field == "events" {
			continue
		}
		if text := correctionText(field, values[field]); text != "" {
			list = append(list, fieldText{field, sheet.FieldHeading(field), text})
		}
	}
	return list
}

// SaveConsent writes the note by which a member is told what is kept about him, to be signed on paper.
func (d *Desk) SaveConsent(ctx context.Context, memberID, path string) error {
	var text struct{ Paragraphs []string }
	if err := decodeAsset(assets.Consent, &text); err != nil {
		return err
	}
	var book memberBook
	var m app.Member
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if book, err = d.readMemberBook(tx, nil); err != nil {
			return err
		}
		m, err = tx.Member(memberID)
		return err
	})
	if err != nil {
		return err
	}
	paper := report.ConsentPaper{Settings: book.settings, Members: book.all, MemberName: m.FullName, Paragraphs: text.Paragraphs, On: d.Today()}
	var names []string
	for _, f := range memberFieldTexts(m) {
		names = append(names, f.heading)
	}
	paper.Fields = []string{strings.Join(names, "; ") + ".", "Trạng thái sinh hoạt, điểm sổ tay, điểm danh, ý kiến phát biểu và nhiệm vụ được giao trong các buổi sinh hoạt."}
	data, err := book.printed(func(profile report.Profile) report.Document { return report.Consent(paper, profile) })
	if err != nil {
		return err
	}
	return d.savePersonal(ctx, path, data, "consent", memberID)
}
