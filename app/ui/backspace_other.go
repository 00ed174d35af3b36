//go:build !windows

package ui

import "fyne.io/fyne/v2"

// HearInjectedBackspace does what only Windows needs; see there.
func HearInjectedBackspace(fyne.Window) {}
