package store

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// difference returns the parts of two JSON values that differ, as two JSON texts: of objects the fields that differ, of lists of the
// same length the entries that differ under "[0]", "[1]" …, of anything else the whole. nil stands for no value and gives "".
// Two values that say the same give "" twice.
func difference(before, after any) (string, string, error) {
	old, err := plainJSON(before)
	if err != nil {
		return "", "", err
	}
	new, err := plainJSON(after)
	if err != nil {
		return "", "", err
	}
	oldPart, newPart, differ := differ(old, new)
	if !differ {
		return "", "", nil
	}
	oldText, err := jsonText(oldPart)
	if err != nil {
		return "", "", err
	}
	newText, err := jsonText(newPart)
	return oldText, newText, err
}

// plainJSON turns a value into maps, lists, texts and numbers as its JSON has them.
func plainJSON(value any) (any, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var plain any
	return plain, decoder.Decode(&plain)
}

func jsonText(value any) (string, error) {
	if value == nil {
		return "", nil
	}
	text, err := json.Marshal(value)
	return string(text), err
}

func differ(old, new any) (oldPart, newPart any, different bool) {
	if isNothing(old) && isNothing(new) {
		return nil, nil, false
	}
	switch o := old.(type) {
	case map[string]any:
		if n, ok := new.(map[string]any); ok {
			return differInFields(o, n)
		}
	case []any:
		if n, ok := new.([]any); ok && len(n) == len(o) {
			return differInFields(byIndex(o), byIndex(n))
		}
	default:
		if old == new {
			return nil, nil, false
		}
	}
	return old, new, true
}

func differInFields(old, new map[string]any) (oldPart, newPart any, different bool) {
	before, after := make(map[string]any), make(map[string]any)
	for name := range union(old, new) {
		o, n, different := differ(old[name], new[name])
		if !different {
			continue
		}
		if o != nil {
			before[name] = o
		}
		if n != nil {
			after[name] = n
		}
	}
	return before, after, len(before)+len(after) > 0
}

func union(a, b map[string]any) map[string]bool {
	names := make(map[string]bool, len(a)+len(b))
	for name := range a {
		names[name] = true
	}
	for name := range b {
		names[name] = true
	}
	return names
}

func byIndex(list []any) map[string]any {
	entries := make(map[string]any, len(list))
	for i, entry := range list {
		entries[fmt.Sprintf("[%d]", i)] = entry
	}
	return entries
}

// isNothing reports whether a value says nothing: no value or an empty list.
func isNothing(value any) bool {
	entries, isList := value.([]any)
	return value == nil || isList && len(entries) == 0
}
