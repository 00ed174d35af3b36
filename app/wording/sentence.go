package wording

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
)

// Sentence says in the language in use what happened, what is safe and what to do. For an *app.Error anywhere in err's chain
// it is the text under "error.<code>" with the error's values; a value that names a field or a thing ("field", "what")
// is written in words when "<name>.<value>" has a translation ("field.born_on": "Ngày sinh"). Any other error, and a code
// without a sentence, gives the sentence for a fault of the program. nil gives "".
func Sentence(err error) string {
	if err == nil {
		return ""
	}
	code, values := app.CodeInternal, map[string]any(nil)
	var known *app.Error
	switch {
	case errors.As(err, &known):
		code, values = known.Code, known.Values
	case errors.Is(err, context.Canceled):
		code = app.CodeCanceled
	}
	c := inUse()
	text, ok := c.texts[errorKey(code)]
	if !ok {
		missing.add(errorKey(code))
		text = c.texts[errorKey(app.CodeInternal)]
	}
	return capitalised(strings.ReplaceAll(fill(text, inWords(c, values)), " . ", ". ")) // a value that says nothing leaves no gap
}

// capitalised makes the first letter large: a sentence may begin with a value.
func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

func errorKey(code app.Code) string { return "error." + string(code) }

// inWords replaces a value that has words of its own by them.
func inWords(c *catalogue, values map[string]any) map[string]any {
	result := make(map[string]any, len(values))
	for name, value := range values {
		result[name] = valueInWords(c, name, value)
	}
	return result
}

// valueInWords says one value; of a list each in its own words, joined by commas.
func valueInWords(c *catalogue, name string, value any) any {
	if list, ok := value.([]string); ok {
		words := make([]string, len(list))
		for i, v := range list {
			words[i] = fmt.Sprint(valueInWords(c, name, v))
		}
		return strings.Join(words, ", ")
	}
	if words, ok := c.texts[name+"."+fmt.Sprint(value)]; ok {
		return words
	}
	return value
}
