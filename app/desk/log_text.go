package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"sochibo/app"
)

// LogText returns an error as it may stand in a log: codes and causes, but no value and no path, because these name people.
// Of causes that others made only the kind is kept, unless they are the system's numbered errors, which hold nothing else.
func LogText(err error) string {
	var known *app.Error
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	var number interface {
		error
		Timeout() bool // the numbers of all systems have it
		Temporary() bool
	}
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		if known.Err == nil {
			return string(known.Code)
		}
		return string(known.Code) + ": " + LogText(known.Err)
	case errors.As(err, &path):
		return path.Op + ": " + LogText(path.Err)
	case errors.As(err, &link):
		return link.Op + ": " + LogText(link.Err)
	case errors.As(err, &call):
		return call.Syscall + ": " + LogText(call.Err)
	case errors.As(err, &number):
		return number.Error()
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrClosed):
		return err.Error()
	}
	return fmt.Sprintf("%T", err)
}
