//go:build !windows

package ui

// sessionIsLocked reports whether the system's session is locked; only Windows is asked. Idle minutes lock everywhere.
func sessionIsLocked() bool { return false }
