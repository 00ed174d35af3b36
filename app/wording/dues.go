package wording

import "sochibo/app"

// DuesWayWords says how dues were paid; "" where nothing says it.
func DuesWayWords(way app.DuesWay) string {
	switch way {
	case app.Cash:
		return Text("Cash")
	case app.Transfer:
		return Text("Bank transfer")
	case app.Portal:
		return Text("Public service portal")
	}
	return ""
}
