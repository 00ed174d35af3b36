package wording

import (
	"strings"

	"sochibo/app"
)

// RegisterDifference says how a committee's register and its cells differ about a person: "số thẻ đảng: sổ ghi 00000001, chi bộ ghi 00000009".
// fromCell is the name of the cell that the register has him in.
func RegisterDifference(d app.RegisterDifference, fromCell string) string {
	var parts []string
	switch d.Fault {
	case app.RegisterLacks:
		return Text("the cell has this person, the committee's register has not")
	case app.RegisterSurplus:
		return Text("the committee's register has this person, no cell has")
	case app.RegisterMoved:
		parts = append(parts, Text("in the committee's register under {cell}", "cell", fromCell))
	}
	for _, f := range d.Fields {
		parts = append(parts, Text("{field}: register {before}, cell {after}", "field", fieldName(f.Field), "before", DifferenceValue(f, f.Before), "after", DifferenceValue(f, f.After)))
	}
	return strings.Join(parts, "; ")
}
