package handover

import "sochibo/app"

// CodeNotChecked stands in a check that was not reached because an earlier one failed.
const CodeNotChecked app.Code = "packet_not_checked"

// Names of checks, in the order in which they are made. The words for a check stand under "check.<name>" in assets/translations.
const (
	CheckSize      = "size"      // not empty, at most MaxPacketSize; Values: size
	CheckForm      = "form"      // begins as a packet does
	CheckManifest  = "manifest"  // the list is there and keeps every rule; Values: packet (the kind), month, seq, version
	CheckSignature = "signature" // signed by the sender that the list names; Values: fingerprint
	CheckAddressee = "addressee" // meant for the reader; Values: name
	CheckContents  = "contents"  // holds exactly what the list says, nothing was changed; Values: count, size
	CheckData      = "data"      // data.json can be read in one way only
	CheckRightful  = "rightful"  // Judge: from the organisation and in the direction that it should come
	CheckSender    = "sender"    // Judge: signed by the key registered for the sender; Values: fingerprint
	CheckMonth     = "month"     // Judge: not a month that has not begun; Values: month
	CheckSequence  = "sequence"  // Judge: continues what was received before; Values: seq, last
)

// openChecks are the checks that Open makes.
var openChecks = []string{CheckSize, CheckForm, CheckManifest, CheckSignature, CheckAddressee, CheckContents, CheckData}

// Check is one thing that was looked at.
type Check struct {
	Name   string         `json:"name"`
	OK     bool           `json:"ok"`
	Code   app.Code       `json:"code,omitempty"`   // why not; its sentence stands under "error.<code>"
	Values map[string]any `json:"values,omitempty"` // for the words of the check or of the sentence
}

// Err returns the failure of a check, nil if it passed.
func (c Check) Err() error {
	if c.OK {
		return nil
	}
	return &app.Error{Code: c.Code, Values: c.Values}
}

// passed makes a check that went well. pairs are name, value, name, value …
func passed(name string, pairs ...any) Check {
	return Check{Name: name, OK: true, Values: app.NewError("", pairs...).Values}
}

// failed makes a check from the error that ended it.
func failed(name string, err error) Check {
	check := Check{Name: name, Code: app.CodeOf(err)}
	if known := asError(err); known != nil {
		check.Values = known.Values
	}
	return check
}

// complete appends the checks that were not reached.
func complete(checks []Check, all []string) []Check {
	for _, name := range all[len(checks):] {
		checks = append(checks, Check{Name: name, Code: CodeNotChecked})
	}
	return checks
}
