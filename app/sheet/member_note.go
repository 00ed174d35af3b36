package sheet

import (
	"regexp"
	"slices"
	"strings"

	"sochibo/app"
)

// has reports whether the table has a column for a field: what it says is not taken from notes.
func (r *memberReader) has(field Field) bool {
	for _, column := range r.columns {
		if slices.Contains(column.Fields, field) {
			return true
		}
	}
	return false
}

var sinceDate = regexp.MustCompile(`(?i)\btừ\s+(?:ngày\s+)?(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{1,2}[/.\-]\d{4}|\d{4})`)

// readNote takes post, kind and standing from a note such as "Bí thư Chi bộ; tạm miễn sinh hoạt từ 01/10/2026 (nghỉ thai
// sản)" where no column says them. A part that says nothing else is not kept as text.
func (r *memberReader) readNote(m *app.Member) {
	var kept []string
	absorbed := false
	for part := range strings.SplitSeq(m.Note, ";") {
		if r.readNotePart(m, part) {
			absorbed = true
		} else if part = app.Clean(part); part != "" {
			kept = append(kept, part)
		}
	}
	if absorbed {
		m.Note = strings.Join(kept, "; ")
	}
}

// readNotePart reports whether all that the part says has been taken over.
func (r *memberReader) readNotePart(m *app.Member, part string) (absorbed bool) {
	if kind, whole, found := longestBegin(part, r.words.notes.kinds); found && m.Kind == "" && !r.has(KindField) {
		m.Kind, absorbed = kind, whole
	}
	if post, whole, found := longestBegin(part, r.words.notes.posts); found && !r.has(PostField) {
		m.Post, absorbed = post, whole
	}
	standing, _, found := longestBegin(part, r.words.notes.standings)
	if !found || r.has(StandingField) || r.result.Standing != "" && r.result.Standing != standing {
		return absorbed
	}
	r.result.Standing = standing
	if since := sinceDate.FindStringSubmatch(part); since != nil && r.result.StandingOn == "" {
		if date, err := dateOf(since[1], r.grid.base, r.options.Today); err == nil {
			r.result.StandingOn = date
		}
	}
	if reason := bracketed.FindString(part); reason != "" && r.result.StandingReason == "" {
		r.result.StandingReason = strings.Trim(reason, "() ")
	}
	rest := sinceDate.ReplaceAllString(bracketed.ReplaceAllString(part, " "), " ")
	return r.words.standings[keyOf(rest)] == standing
}
