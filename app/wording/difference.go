package wording

import (
	"fmt"
	"math"

	"sochibo/app"
)

// DifferenceTitle names what differs between two packets: "Dự họp", "Cao Văn Lực, tổ đảng".
func DifferenceTitle(d app.Difference) string {
	switch d.Kind {
	case app.DiffField:
		return Text("{name}, {field}", "name", d.Name, "field", fieldName(d.Field))
	case app.DiffJoined, app.DiffLeft, app.DiffBelow:
		return d.Name
	}
	return Text(differenceTitles[d.Kind])
}

var differenceTitles = map[app.DifferenceKind]string{
	app.DiffMembers:        Mark("Members"),
	app.DiffProbationary:   Mark("Of these probationary"),
	app.DiffThreshold:      Mark("Reach the handbook points"),
	app.DiffAttendance:     Mark("Attendance"),
	app.DiffMeetingMinutes: Mark("Length of the meeting, minutes"),
	app.DiffMinutesText:    Mark("Text of the minutes, words"),
	app.DiffMeetingScore:   Mark("Meeting score"),
	app.DiffTasks:          Mark("Tasks of the resolution done"),
	app.DiffCriteria:       Mark("Criteria score"),
}

// DifferenceValue writes one side of a difference: "20/22", "110", "Tổ 1"; "–" for nothing.
func DifferenceValue(d app.Difference, f app.Figure) string {
	text := f.Text
	switch d.Kind {
	case app.DiffMembers, app.DiffProbationary:
		text = fmt.Sprint(f.Count)
	case app.DiffMeetingMinutes, app.DiffMinutesText:
		if f.Count > 0 {
			text = Number(f.Count)
		}
	case app.DiffThreshold, app.DiffAttendance, app.DiffTasks:
		if f.Share.Whole > 0 {
			text = fmt.Sprintf("%d/%d", f.Share.Part, f.Share.Whole)
		}
	case app.DiffField:
		text = termWords(d.Field, f.Text)
	}
	if text == "" {
		return "–"
	}
	return text
}

// DifferenceWords says a difference in words: "thêm 1 người", "ngắn hơn 25 phút". "không đổi" if nothing differs.
func DifferenceWords(d app.Difference) string {
	change := d.Change()
	size := Decimal(math.Round(10*max(change, -change)) / 10)
	switch d.Kind {
	case app.DiffJoined:
		return Text("joined the list")
	case app.DiffLeft:
		return Text("left the list")
	case app.DiffField:
		return Text("changed")
	case app.DiffBelow:
		return Text("newly below the points")
	}
	if d.IsSame() {
		return Text("unchanged")
	}
	words, known := differenceWords[d.Kind]
	switch {
	case !known || change == 0:
		return Text("changed")
	case change > 0:
		return Text(words.more, "size", size)
	}
	return Text(words.less, "size", size)
}

var differenceWords = map[app.DifferenceKind]struct{ more, less string }{
	app.DiffMembers:        {Mark("{size} people more"), Mark("{size} people fewer")},
	app.DiffProbationary:   {Mark("{size} people more"), Mark("{size} people fewer")},
	app.DiffThreshold:      {Mark("up {size} percentage points"), Mark("down {size} percentage points")},
	app.DiffAttendance:     {Mark("up {size} percentage points"), Mark("down {size} percentage points")},
	app.DiffTasks:          {Mark("up {size} percentage points"), Mark("down {size} percentage points")},
	app.DiffMeetingMinutes: {Mark("{size} minutes longer"), Mark("{size} minutes shorter")},
	app.DiffMinutesText:    {Mark("minutes {size} words longer"), Mark("minutes {size} words shorter")},
	app.DiffMeetingScore:   {Mark("up {size} points"), Mark("down {size} points")},
	app.DiffCriteria:       {Mark("up {size} points"), Mark("down {size} points")},
}

func fieldName(field string) string {
	if name, known := fieldNames[field]; known {
		return Text(name)
	}
	return field
}

var fieldNames = map[string]string{
	"fullName": Mark("full name"), "bornOn": Mark("day of birth"), "partyCardNo": Mark("Party card number"), "admittedOn": Mark("admitted on"), "officialOn": Mark("official since"),
	"partyGroup": Mark("Party group (lower case)"), "post": Mark("post"), "kind": Mark("kind"), "standing": Mark("standing"),
}

// termWords writes a value of a member's field in words.
func termWords(field, value string) string {
	if words, known := terms[field+"."+value]; known {
		return Text(words)
	}
	if date := app.Date(value); date.IsFull() && date.Validate() == nil {
		return date.String()
	}
	return value
}

var terms = map[string]string{
	"kind." + string(app.Official): Mark("Official"), "kind." + string(app.Probationary): Mark("Probationary"),
	"post." + string(app.Secretary): Mark("Secretary"), "post." + string(app.DeputySecretary): Mark("Deputy secretary"),
	"post." + string(app.CommitteeMember): Mark("Cell committee member"), "post." + string(app.GroupLeader): Mark("Group leader"),
	"standing." + string(app.Active): Mark("Active"), "standing." + string(app.Exempt): Mark("Exempt"),
	"standing." + string(app.TempExempt): Mark("Temporarily exempt"), "standing." + string(app.TempAway): Mark("Temporarily away"),
	"standing." + string(app.TempHere): Mark("Temporarily here"), "standing." + string(app.Transferring): Mark("Awaiting transfer"),
	"standing." + string(app.Transferred): Mark("Transferred"), "standing." + string(app.Suspended): Mark("Suspended"),
	"standing." + string(app.Resigned): Mark("Resigned from the Party"), "standing." + string(app.StruckOff): Mark("Struck off"),
	"standing." + string(app.Expelled): Mark("Expelled"), "standing." + string(app.Deceased): Mark("Deceased"),
}
