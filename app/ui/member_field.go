package ui

import "sochibo/app"

// memberRecordFields are the fields of a member in the order that the pane lists them, named as in app.Member's JSON.
var memberRecordFields = []string{"citizenID", "partyCardNo", "phone", "dossierNo", "badgeNo", "fullName", "birthName", "sex", "bornOn", "ethnicity", "religion",
	"nativePlace", "admittedOn", "officialOn", "kind", "post", "partyGroup", "standing", "arrivedOn", "arrivedFrom", "residenceCell",
	"occupation", "department", "earlierWork", "schooling", "politicalTheory", "profession", "language", "note"}

// memberPosts, memberKinds and memberSexes are in the order that lists offer them.
var (
	memberPosts = []app.Post{app.NoPost, app.Secretary, app.DeputySecretary, app.CommitteeMember, app.GroupLeader}
	memberKinds = []app.Kind{app.Official, app.Probationary}
	memberSexes = []app.Sex{app.Male, app.Female}
)

// memberText returns where a member keeps a field of text; nil if the field is none.
func memberText(m *app.Member, field string) *string {
	return map[string]*string{"fullName": &m.FullName, "birthName": &m.BirthName, "citizenID": &m.CitizenID, "phone": &m.Phone,
		"partyCardNo": &m.PartyCardNo, "dossierNo": &m.DossierNo, "badgeNo": &m.BadgeNo, "partyGroup": &m.PartyGroup, "occupation": &m.Occupation, "department": &m.Department,
		"earlierWork": &m.EarlierWork, "schooling": &m.Schooling, "politicalTheory": &m.PoliticalTheory, "profession": &m.Profession,
		"language": &m.Language, "ethnicity": &m.Ethnicity, "religion": &m.Religion, "nativePlace": &m.NativePlace,
		"residenceCell": &m.ResidenceCell, "arrivedFrom": &m.ArrivedFrom, "note": &m.Note}[field]
}

// memberDate returns where a member keeps a date; nil if the field is none.
func memberDate(m *app.Member, field string) *app.Date {
	return map[string]*app.Date{"bornOn": &m.BornOn, "admittedOn": &m.AdmittedOn, "officialOn": &m.OfficialOn, "arrivedOn": &m.ArrivedOn}[field]
}
