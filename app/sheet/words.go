package sheet

import "sochibo/app"

// FieldHeading returns the heading that lists have for a field of app.Member's JSON ("events" is the standing); the field's name if none has.
func FieldHeading(field string) string {
	if field == "events" {
		field = string(StandingField)
	}
	stored, err := readVocabulary("members")
	if err != nil || len(stored.Headings[Field(field)]) == 0 {
		return field
	}
	return stored.Headings[Field(field)][0]
}

// ValueWords returns what lists write for a stored value of "sex", "kind", "post" or "standing"; the value itself if they have no word.
func ValueWords(field, value string) string {
	words, err := loadLabels()
	if err != nil {
		return value
	}
	text := map[string]string{"sex": words.sexes[app.Sex(value)], "kind": words.kinds[app.Kind(value)], "post": words.posts[app.Post(value)],
		"standing": words.standings[app.Standing(value)]}[field]
	if text == "" {
		return value
	}
	return text
}
