// Package app holds the domain: what a Party cell's book is about and the rules of the field.
// It knows no database, window, file or clock.
package app

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Code names a kind of failure. The sentence that a user reads for it stands under "error.<code>" in assets/translations.
type Code string

// Codes that more than one room uses. A room may have codes of its own beside the thing they are about.
const (
	CodeInvalid      Code = "invalid"          // a value breaks a rule; Values: field, value
	CodeNotFound     Code = "not_found"        // Values: what
	CodeConflict     Code = "conflict"         // the state forbids the command; Values: what
	CodeInternal     Code = "internal"         // a fault of the program
	CodeCanceled     Code = "canceled"         // the user stopped the work; nothing was changed
	CodeRequired     Code = "required"         // a field is empty; Values: field
	CodeBadDate      Code = "bad_date"         // no such date; Values: value
	CodeBadMonth     Code = "bad_month"        // no such month; Values: value
	CodeLocked       Code = "locked"           // the record is locked; change it as a new version with a reason
	CodeMonthClosed  Code = "month_closed"     // Values: month
	CodeNeedsReason  Code = "needs_reason"     // a reason must be given
	CodeNotCell      Code = "not_cell_book"    // a cell's command on a committee's book
	CodeNotCommittee Code = "not_committee"    // a committee's command on a cell's book
	CodeFileUnread   Code = "file_unreadable"  // Values: path
	CodeFileUnwrite  Code = "file_unwritable"  // Values: path
	CodeTooLarge     Code = "file_too_large"   // Values: path, limit
	CodeDiskFull     Code = "disk_full"        // Values: path
	CodeOutOfRange   Code = "out_of_range"     // Values: field, value, min, max
	CodeDuplicate    Code = "duplicate_number" // Values: what, value
)

// Error is a failure that a user is told about in words: a code, the values that its sentence needs,
// and an English text for the log.
type Error struct {
	Code   Code
	Values map[string]any
	Err    error // the cause, or nil
}

// NewError makes an Error. pairs are name, value, name, value …
func NewError(code Code, pairs ...any) *Error {
	return &Error{Code: code, Values: valuesOf(pairs)}
}

// WrapError makes an Error with a cause. pairs are name, value, name, value …
func WrapError(err error, code Code, pairs ...any) *Error {
	return &Error{Code: code, Values: valuesOf(pairs), Err: err}
}

func valuesOf(pairs []any) map[string]any {
	if len(pairs) == 0 {
		return nil
	}
	values := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		values[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return values
}

// Error returns the English text for the log.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	names := make([]string, 0, len(e.Values))
	for name := range e.Values {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, e.Values[name])
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of err: "" for nil, CodeInternal for an error that carries none.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
