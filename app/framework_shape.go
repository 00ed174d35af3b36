package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// shapeChecker walks a framework's JSON beside the Go types, because encoding/json neither names the place of a fault in a list
// nor refuses a key that stands twice.
type shapeChecker struct{ decoder *json.Decoder }

var (
	ratioType = reflect.TypeFor[Ratio]()
	boundType = reflect.TypeFor[Bound]()
)

// checkShape returns CodeFrameworkInvalid for unknown and repeated keys, values of the wrong kind, and sizes beyond the limits.
func checkShape(data []byte) error {
	checker := shapeChecker{json.NewDecoder(bytes.NewReader(data))}
	checker.decoder.UseNumber()
	if err := checker.value(reflect.TypeFor[Framework](), "", 0); err != nil {
		return err
	}
	if _, err := checker.decoder.Token(); !errors.Is(err, io.EOF) {
		return faultAt("", "something follows after the end")
	}
	return nil
}

func (s shapeChecker) value(t reflect.Type, place string, depth int) error {
	if depth > maxFrameworkDepth {
		return faultAt(place, "the lists are nested too deeply")
	}
	token, err := s.decoder.Token()
	if err != nil {
		return WrapError(err, CodeFrameworkInvalid, "place", place, "fault", "the file is no JSON")
	}
	if t.Kind() == reflect.Pointer {
		if token == nil {
			return nil
		}
		t = t.Elem()
	}
	switch token := token.(type) {
	case json.Delim:
		return s.open(token, t, place, depth)
	case string:
		if t.Kind() != reflect.String {
			return faultAt(place, "a text stands where none belongs")
		}
		if utf8.RuneCountInString(token) > maxFrameworkText {
			return faultAt(place, "a text is too long")
		}
	case json.Number:
		return checkNumber(token, t, place)
	case bool:
		if t.Kind() != reflect.Bool {
			return faultAt(place, "true or false stands where neither belongs")
		}
	default:
		return faultAt(place, "a value is missing")
	}
	return nil
}

func checkNumber(number json.Number, t reflect.Type, place string) error {
	switch {
	case t == ratioType || t == boundType:
		if !decimalPattern.MatchString(number.String()) {
			return faultAt(place, "a number has too many digits")
		}
	case t.Kind() == reflect.Int:
		if n, err := number.Int64(); err != nil || n < 0 || n > 1e9 {
			return faultAt(place, "a whole number is out of range")
		}
	default:
		return faultAt(place, "a number stands where none belongs")
	}
	return nil
}

func (s shapeChecker) open(delim json.Delim, t reflect.Type, place string, depth int) error {
	switch {
	case delim == '[' && t.Kind() == reflect.Slice:
		return s.list(t.Elem(), place, depth)
	case delim == '{' && t == boundType:
		return s.object(reflect.TypeFor[relativeBound](), place, depth)
	case delim == '{' && t.Kind() == reflect.Struct && t != ratioType:
		return s.object(t, place, depth)
	}
	return faultAt(place, "a list or object stands where none belongs")
}

func (s shapeChecker) list(element reflect.Type, place string, depth int) error {
	for i := 0; s.decoder.More(); i++ {
		if i >= maxFrameworkList {
			return faultAt(place, "a list is too long")
		}
		if err := s.value(element, fmt.Sprintf("%s[%d]", place, i), depth+1); err != nil {
			return err
		}
	}
	return s.end(place)
}

func (s shapeChecker) object(t reflect.Type, place string, depth int) error {
	fields := jsonFields(t)
	seen := make(map[string]bool, len(fields))
	for s.decoder.More() {
		token, err := s.decoder.Token()
		key, isText := token.(string)
		if err != nil || !isText {
			return WrapError(err, CodeFrameworkInvalid, "place", place, "fault", "the file is no JSON")
		}
		inside := strings.TrimPrefix(place+"."+shorten(key), ".")
		field, known := fields[key]
		if !known {
			return faultAt(inside, "the name is not known")
		}
		if seen[key] {
			return faultAt(inside, "the name stands twice")
		}
		seen[key] = true
		if err := s.value(field, inside, depth+1); err != nil {
			return err
		}
	}
	return s.end(place)
}

func (s shapeChecker) end(place string) error {
	if _, err := s.decoder.Token(); err != nil {
		return WrapError(err, CodeFrameworkInvalid, "place", place, "fault", "the file is no JSON")
	}
	return nil
}

func jsonFields(t reflect.Type) map[string]reflect.Type {
	fields := make(map[string]reflect.Type, t.NumField())
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("json"); name != "" {
			fields[name] = t.Field(i).Type
		}
	}
	return fields
}

// shorten keeps a name from outside from filling a message.
func shorten(name string) string {
	if runes := []rune(name); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return name
}
