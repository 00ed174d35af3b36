//go:build !windows

package ui

// clipboardHoldsText does what only Windows needs; see there.
func clipboardHoldsText() bool { return false }
