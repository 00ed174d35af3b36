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
		return faultAt("", "trailing")
	}
	return nil
}

func (s shapeChecker) value(t reflect.Type, place string, depth int) error {
	if depth > maxFrameworkDepth {
		return faultAt(place, "too_deep")
	}
	token, err := s.decoder.Token()
	if err != nil {
		return notJSON(err, place)
	}
	if t.Kind() == reflect.Pointer {
		if token == nil {
			return nil
		}
		t = t.Elem()
	}
	if token == nil && t.Kind() == reflect.Slice {
		return nil
	}
	switch token := token.(type) {
	case json.Delim:
		return s.open(token, t, place, depth)
	case string:
		if t.Kind() != reflect.String {
			return faultAt(place, "text_here")
		}
		if utf8.RuneCountInString(token) > maxFrameworkText {
			return faultAt(place, "text_too_long")
		}
	case json.Number:
		return checkNumber(token, t, place)
	case bool:
		if t.Kind() != reflect.Bool {
			return faultAt(place, "bool_here")
		}
	default:
		return faultAt(place, "value_missing")
	}
	return nil
}

func checkNumber(number json.Number, t reflect.Type, place string) error {
	switch {
	case t == ratioType || t == boundType:
		if !decimalPattern.MatchString(number.String()) {
			return faultAt(place, "too_many_digits")
		}
	case t.Kind() == reflect.Int:
		if n, err := number.Int64(); err != nil || n < 0 || n > 1e9 {
			return faultAt(place, "number_range")
		}
	default:
		return faultAt(place, "number_here")
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
	return faultAt(place, "list_here")
}

func (s shapeChecker) list(element reflect.Type, place string, depth int) error {
	for i := 0; s.decoder.More(); i++ {
		if i >= maxFrameworkList {
			return faultAt(place, "list_too_long")
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
			return notJSON(err, place)
		}
		inside := strings.TrimPrefix(place+"."+shorten(key), ".")
		field, known := fields[key]
		if !known {
			return faultAt(inside, "name_unknown")
		}
		if seen[key] {
			return faultAt(inside, "name_twice")
		}
		seen[key] = true
		if err := s.value(field, inside, depth+1); err != nil {
			return err
		}
	}
	return s.end(place)
}

func notJSON(err error, place string) error {
	return WrapError(err, CodeFrameworkInvalid, "place", placeOrWhole(place), "flaw", "not_json", "detail", "")
}

func (s shapeChecker) end(place string) error {
	if _, err := s.decoder.Token(); err != nil {
		return notJSON(err, place)
	}
	return nil
}

func jsonFields(t reflect.Type) map[string]reflect.Type {
	fields := make(map[string]reflect.Type, t.NumField())
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" {
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
