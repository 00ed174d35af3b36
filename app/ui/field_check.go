package ui

import "sochibo/app"

// codeNotSame: the passphrase typed again differs.
const codeNotSame app.Code = "passphrase_differs"

// sameText returns an error unless both texts are equal.
func sameText(a, b string) error {
	if a != b {
		return app.NewError(codeNotSame)
	}
	return nil
}

// allValid checks fields in their order, shows what is wrong, and moves the keyboard to the first bad one.
func allValid(fields ...*Field) bool {
	var bad *Field
	for _, f := range fields {
		if !f.Valid() && bad == nil {
			bad = f
		}
	}
	if bad != nil {
		bad.Focus()
	}
	return bad == nil
}
