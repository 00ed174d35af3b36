//go:build !windows

package handover

import "syscall"

func isFull(err error) bool { return oneOf(err, syscall.ENOSPC, syscall.EDQUOT) }

func isReadOnly(err error) bool { return oneOf(err, syscall.EROFS) }

func isGone(err error) bool {
	return oneOf(err, syscall.ENODEV, syscall.ENXIO, syscall.ESTALE, syscall.ENOENT, syscall.ENOTDIR)
}

func isFaulty(err error) bool { return oneOf(err, syscall.EIO, syscall.EBADF) }
