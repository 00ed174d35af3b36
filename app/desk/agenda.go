package desk

import (
	"strings"

	"sochibo/app"
)

// fillMonths puts a meeting's months into a template's title.
func fillMonths(title string, month app.Month) string {
	return strings.NewReplacer("{month}", month.String(), "{previous}", month.Prev().String()).Replace(title)
}
