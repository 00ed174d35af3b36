//go:build !linux && !windows

package handover

import "errors"

func eject(string) error { return errors.ErrUnsupported }
