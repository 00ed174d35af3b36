package ui

import (
	"sochibo/app"
	"sochibo/app/wording"
)

// postWords names a post as lists show it; "" for a member without one.
func postWords(post app.Post) string {
	switch post {
	case app.Secretary:
		return wording.Text("Secretary")
	case app.DeputySecretary:
		return wording.Text("Deputy secretary")
	case app.CommitteeMember:
		return wording.Text("Cell committee member")
	case app.GroupLeader:
		return wording.Text("Group leader")
	}
	return ""
}

// kindWords names a member's kind.
func kindWords(kind app.Kind) string {
	if kind == app.Probationary {
		return wording.Text("Probationary")
	}
	return wording.Text("Official")
}

// sexWords names a sex; "" if it is not recorded.
func sexWords(sex app.Sex) string {
	switch sex {
	case app.Male:
		return wording.Text("Male")
	case app.Female:
		return wording.Text("Female")
	}
	return ""
}

// standingWords names a standing.
func standingWords(s app.Standing) string {
	switch s {
	case app.Active:
		return wording.Text("Active")
	case app.Exempt:
		return wording.Text("Exempt")
	case app.TempExempt:
		return wording.Text("Temporarily exempt")
	case app.TempAway:
		return wording.Text("Temporarily away")
	case app.TempHere:
		return wording.Text("Temporarily here")
	case app.Transferring:
		return wording.Text("Awaiting transfer")
	case app.Transferred:
		return wording.Text("Transferred")
	case app.Suspended:
		return wording.Text("Suspended")
	case app.Resigned:
		return wording.Text("Resigned from the Party")
	case app.StruckOff:
		return wording.Text("Struck off")
	case app.Expelled:
		return wording.Text("Expelled")
	case app.Deceased:
		return wording.Text("Deceased")
	}
	return ""
}

// cellKindWords names a kind of cell.
func cellKindWords(kind app.CellKind) string {
	switch kind {
	case app.StateEnterprise:
		return wording.Text("State-owned enterprise")
	case app.PrivateEnterprise:
		return wording.Text("Private enterprise")
	case app.FDIEnterprise:
		return wording.Text("Foreign-invested enterprise")
	case app.PublicServiceUnit:
		return wording.Text("Public service unit")
	case app.Agency:
		return wording.Text("Office or agency")
	}
	return ""
}

// memberFieldWords names a field of a member by its name in app.Member's JSON.
func memberFieldWords(field string) string {
	switch field {
	case "fullName":
		return wording.Text("Full name")
	case "birthName":
		return wording.Text("Name at birth")
	case "sex":
		return wording.Text("Sex")
	case "bornOn":
		return wording.Text("Born on")
	case "citizenID":
		return wording.Text("Citizen id")
	case "phone":
		return wording.Text("Phone")
	case "partyCardNo":
		return wording.Text("Party card")
	case "dossierNo":
		return wording.Text("Dossier number")
	case "badgeNo":
		return wording.Text("Badge number")
	case "admittedOn":
		return wording.Text("Admitted on")
	case "officialOn":
		return wording.Text("Official since")
	case "kind":
		return wording.Text("Kind")
	case "post":
		return wording.Text("Post")
	case "partyGroup":
		return wording.Text("Party group")
	case "occupation":
		return wording.Text("Occupation")
	case "department":
		return wording.Text("Department")
	case "earlierWork":
		return wording.Text("Earlier work")
	case "schooling":
		return wording.Text("Schooling")
	case "politicalTheory":
		return wording.Text("Political theory")
	case "profession":
		return wording.Text("Profession")
	case "language":
		return wording.Text("Foreign language")
	case "ethnicity":
		return wording.Text("Ethnic group")
	case "religion":
		return wording.Text("Religion")
	case "nativePlace":
		return wording.Text("Native place")
	case "residenceCell":
		return wording.Text("Cell at the place of residence")
	case "arrivedOn":
		return wording.Text("Arrived on")
	case "arrivedFrom":
		return wording.Text("Arrived from")
	case "standing":
		return wording.Text("Standing")
	case "note":
		return wording.Text("Note")
	}
	return field
}
