package desk

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"sochibo/app"
)

// demoRegister is what assets/demo/cell-cb001.json holds: the members of one cell and their points by name.
type demoRegister struct {
	Members []app.Member                 `json:"members"`
	Points  map[app.Month]map[string]int `json:"points"`
}

// inventMembers makes up the members of a cell: a secretary, a deputy and a recorder first, one who is exempt, one who is at home
// with a child for some months, one recognised during the year and one still on probation. Nobody has a name of taken.
func inventMembers(random *rand.Rand, texts demoTexts, trade demoTrade, cell, count int, last app.Month, taken map[string]bool) []app.Member {
	members := make([]app.Member, 0, count)
	for i := range count {
		m := inventPerson(random, texts, trade, taken)
		m.CitizenID = fmt.Sprintf("000%s%s%06d", map[app.Sex]string{app.Male: "0", app.Female: "1"}[m.Sex], m.BornOn[2:4], 100000+cell*1000+i)
		m.Phone = fmt.Sprintf("0900000%03d", (500+cell*60+i)%1000)
		m.PartyCardNo = fmt.Sprintf("%08d", 31410000+cell*500+i)
		m.DossierNo = fmt.Sprintf("%06dTB", 4000+cell*500+i)
		m.PartyGroup = fmt.Sprint(1 + i%2)
		if i < 3 {
			m.Post = []app.Post{app.Secretary, app.DeputySecretary, app.CommitteeMember}[i]
			m.Occupation, m.PoliticalTheory = trade.Leaders[i], "Trung cấp"
		}
		members = append(members, m)
	}
	if count >= 8 {
		varyMembers(random, texts, members, last)
	}
	return members
}

func inventPerson(random *rand.Rand, texts demoTexts, trade demoTrade, taken map[string]bool) app.Member {
	m := app.Member{Sex: app.Female, Kind: app.Official, Schooling: "12/12", Ethnicity: "Kinh", Religion: "Không", EarlierWork: trade.Earlier}
	names := texts.Female
	if random.IntN(100) < 45 {
		m.Sex, names = app.Male, texts.Male
	}
	for m.FullName == "" || taken[m.FullName] {
		m.FullName = strings.Join([]string{pick(random, texts.Surnames), pick(random, names.Middle), pick(random, names.Given)}, " ")
	}
	taken[m.FullName] = true
	born := app.Date(fmt.Sprintf("%d-%02d-%02d", 1970+random.IntN(26), 1+random.IntN(12), 1+random.IntN(28)))
	m.BornOn = born
	m.AdmittedOn = born.AddMonths(12*(23+random.IntN(8)) + random.IntN(12))
	m.OfficialOn = m.AdmittedOn.AddMonths(12)
	m.Occupation = strings.ReplaceAll(pick(random, trade.Occupations), "{line}", fmt.Sprint(1+random.IntN(8)))
	m.Profession = pick(random, trade.Professions)
	m.PoliticalTheory, m.Language = pick(random, texts.Theory), pick(random, texts.Languages)
	m.NativePlace = pick(random, texts.Communes) + ", " + texts.Province
	m.ResidenceCell = pick(random, texts.Residences)
	return m
}

// varyMembers gives the last members of a list the standings that a real list has.
func varyMembers(random *rand.Rand, texts demoTexts, members []app.Member, last app.Month) {
	n := len(members)
	old := &members[n-1]
	old.BornOn, old.AdmittedOn, old.OfficialOn = app.Date(fmt.Sprintf("1961-%02d-15", 1+random.IntN(12))), "1988-05-19", "1989-05-19"
	old.CitizenID = old.CitizenID[:4] + "61" + old.CitizenID[6:]
	old.BadgeNo = "Huy hiệu 30 năm"
	old.Events = []app.StandingEvent{{On: "2024-01-01", Standing: app.Exempt, Reason: texts.ExemptReason}}
	leave := &members[n-2]
	if leave.Sex == app.Female {
		from := last.Add(-2 - random.IntN(6)).First()
		leave.BornOn, leave.AdmittedOn, leave.OfficialOn = "1994-06-12", "2019-05-19", "2020-05-19"
		leave.CitizenID = leave.CitizenID[:4] + "94" + leave.CitizenID[6:]
		leave.Events = []app.StandingEvent{{On: from, Standing: app.TempExempt, Reason: texts.LeaveReason}, {On: from.AddMonths(6), Standing: app.Active}}
	}
	recognised := &members[n-3]
	recognised.BornOn, recognised.CitizenID = "1997-03-21", recognised.CitizenID[:4]+"97"+recognised.CitizenID[6:]
	recognised.AdmittedOn = last.Add(-17).First().AddDays(18)
	recognised.OfficialOn = recognised.AdmittedOn.AddMonths(12)
	probation := &members[n-4]
	probation.BornOn, probation.CitizenID = "1999-10-02", probation.CitizenID[:4]+"99"+probation.CitizenID[6:]
	probation.AdmittedOn, probation.OfficialOn, probation.Kind = last.Add(-10-random.IntN(2)).First().AddDays(2), "", app.Probationary
	probation.PartyCardNo = ""
}

// demoLevel is how many handbook points a member usually has.
func demoLevel(random *rand.Rand) int {
	if random.IntN(100) < 12 {
		return 26 + random.IntN(5)
	}
	return 32 + random.IntN(24)
}

// inventPoints draws a month's points of those who count; they rise a little over the year.
func inventPoints(random *rand.Rand, members []app.Member, levels map[string]int, month app.Month) []app.PointEntry {
	day := month.Last()
	var entries []app.PointEntry
	for _, m := range members {
		if !m.CountsOn(day) {
			continue
		}
		entry := app.PointEntry{MemberID: m.ID, Month: month, Points: levels[m.ID] + month.Number()/3 + random.IntN(9) - 5, Source: app.Imported}
		if random.IntN(400) == 0 {
			entry.Points, entry.Excused, entry.Reason = 0, true, "Nghỉ ốm dài ngày"
		}
		entries = append(entries, entry)
	}
	return entries
}
