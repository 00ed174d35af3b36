// Package wording gives the interface its words. The source text in the code is English; Vietnamese, the default,
// stands in assets/translations/vi. Documents do not come through here: they are always Vietnamese.
package wording

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

var placeholder = regexp.MustCompile(`\{([a-zA-Z][a-zA-Z0-9_]*)(?::(number|size|clock))?\}`)

// Text returns a text of the interface in the language in use. english is the source text and the key of its translation.
// pairs are name, value, name, value … for its {name} placeholders. Numbers are written as they are (a year stays 2026)
// except decimals, which take the language's decimal sign; {name:number} groups thousands, {name:size} writes bytes as
// KB or MB, {name:clock} writes a moment as 14:05. A text without translation is returned as it is.
func Text(english string, pairs ...any) string {
	return fill(lookup(english), valuesOf(pairs))
}

// Mark returns its argument. It marks a source text that stands in a table and reaches Text later,
// so that the test that looks for missing translations finds it.
func Mark(english string) string { return english }

func lookup(english string) string {
	c := inUse()
	if text, ok := c.texts[english]; ok {
		return text
	}
	if c.lang == Vietnamese && english != "" {
		missing.add(english)
	}
	return english
}

// Missing returns the source texts that were asked for in Vietnamese since the program began and have no translation,
// in order. Tests of screens expect none.
func Missing() []string { return missing.list() }

type missingTexts struct {
	sync.Mutex
	texts map[string]bool
}

var missing missingTexts

func (m *missingTexts) add(text string) {
	m.Lock()
	defer m.Unlock()
	if m.texts == nil {
		m.texts = map[string]bool{}
	}
	m.texts[text] = true
}

func (m *missingTexts) list() []string {
	m.Lock()
	defer m.Unlock()
	texts := make([]string, 0, len(m.texts))
	for text := range m.texts {
		texts = append(texts, text)
	}
	sort.Strings(texts)
	return texts
}

func valuesOf(pairs []any) map[string]any {
	values := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		values[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return values
}

// fill writes the values into the placeholders. A placeholder without a value stays as it is, so that it is seen.
func fill(text string, values map[string]any) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		parts := placeholder.FindStringSubmatch(found)
		value, ok := values[parts[1]]
		if !ok {
			return found
		}
		return written(value, parts[2])
	})
}

func written(value any, form string) string {
	if n, ok := wholeNumber(value); ok {
		switch form {
		case "number":
			return Number(n)
		case "size":
			return Size(n)
		}
	}
	switch v := value.(type) {
	case float64:
		return Decimal(v)
	case float32:
		return Decimal(float64(v))
	case time.Time:
		if form == "clock" {
			return Clock(v)
		}
		return Moment(v)
	case error:
		return Sentence(v)
	}
	return fmt.Sprint(value)
}

func wholeNumber(value any) (int64, bool) {
	switch value.(type) {
	case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		n, err := strconv.ParseInt(fmt.Sprint(value), 10, 64)
		return n, err == nil
	}
	return 0, false
}
