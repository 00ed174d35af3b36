package wording

import "sochibo/app"

// RoleWords names what a person is to the cell.
func RoleWords(role app.PersonRole) string {
	switch role {
	case app.RoleSecretary:
		return Text("Secretary")
	case app.RoleDeputy:
		return Text("Deputy secretary")
	case app.RoleRecorder:
		return Text("Recorder")
	}
	return Text("Officer of the committee")
}
