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
