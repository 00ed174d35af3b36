package sheet

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"sochibo/app"
)

// writeCSV writes headings and rows as Excel's "CSV UTF-8": byte order mark, comma, CRLF, without titles. Text that a
// spreadsheet would take for a formula gets an apostrophe before it, which reading takes away.
func (t outTable) writeCSV(w io.Writer) error {
	out := bufio.NewWriter(w)
	if _, err := out.WriteString("\uFEFF"); err != nil {
		return err
	}
	headings := make([]any, len(t.columns))
	for i, column := range t.columns {
		headings[i] = column.heading
	}
	for _, row := range append([][]any{headings}, t.rows...) {
		for i, value := range row {
			if i > 0 {
				out.WriteByte(',') // a failure stays in out until Flush tells it
			}
			out.WriteString(csvField(value))
		}
		out.WriteString("\r\n")
	}
	return out.Flush()
}

func csvField(value any) string {
	text := ""
	switch v := value.(type) {
	case string:
		text = guard(v)
	case app.Date:
		text = v.String()
	case int:
		text = strconv.Itoa(v)
	}
	if strings.ContainsAny(text, ",;\"\r\n\t|") || strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ") {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// guard puts an apostrophe before text that a spreadsheet would take for a formula. Text that already begins with
// apostrophes before such a sign gets one more, so that unguard gives back exactly what was there.
func guard(text string) string {
	if isFormula(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

func itoa(n int) string { return strconv.Itoa(n) }
