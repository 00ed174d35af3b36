package desk

import "sochibo/app/sheet"

// What the window shows of an imported file's layout, and what the user corrects of it (package sheet).
type (
	FileLayout  = sheet.Layout
	FileColumn  = sheet.Column
	FileChoice  = sheet.Choice
	FileField   = sheet.Field
	FileCharset = sheet.Charset
)

// Legacy letters that a file may be written in; it is shown converted before anything is written.
const (
	CharsetTCVN3 = sheet.TCVN3
	CharsetVNI   = sheet.VNI
)

// UnusedColumn is the field of a column that is not read.
const UnusedColumn = sheet.Unused

// Fields whose columns hold more than one value, or whose words differ from those of a member's field.
const (
	FieldMovedAway   = sheet.MovedAway // day and place
	FieldArrived     = sheet.Arrived   // day and place
	FieldDied        = sheet.Died      // day and reason
	FieldLeft        = sheet.Left      // day and form
	FieldPost        = sheet.PostField
	FieldKind        = sheet.KindField
	FieldPartyCardNo = sheet.PartyCardNo
)

// CodeNoMonth: a table of points does not say which month it is of.
const CodeNoMonth = sheet.CodeNoMonth

// What the columns of a list of members, and of a table of points, can be.
var (
	MemberFields = sheet.MemberFields
	PointFields  = sheet.PointFields
)

// MonthField is the field of a column with the points of a month, 1 to 12.
func MonthField(number int) FileField { return sheet.MonthField(number) }

// MaxFaulty is how many rows with errors a preview lists; further ones are counted.
const MaxFaulty = sheet.MaxFaulty
