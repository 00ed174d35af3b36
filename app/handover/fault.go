package handover

import (
	"context"
	"errors"
	"io/fs"

	"sochibo/app"
)

// Codes of writing to a stick or a folder. Each says which remedy helps; Values: path.
const (
	CodeStickFull       app.Code = "stick_full"        // also Values: need, free (bytes)
	CodeStickReadOnly   app.Code = "stick_read_only"   // write protection
	CodeStickGone       app.Code = "stick_gone"        // pulled out, or the folder is no more
	CodeStickFaulty     app.Code = "stick_faulty"      // the medium reports errors
	CodeReadBackDiffers app.Code = "read_back_differs" // what was read back is not what was written
	CodeStickUnwritable app.Code = "stick_unwritable"  // no right to write there, or something holds the file
	CodeFileName        app.Code = "file_name_bad"     // Values: name
	CodeNamesTaken      app.Code = "file_names_taken"  // too many other files of that name; Values: name
)

// faultOf finds the code for a failure on a medium. What the system's number leaves open, a look at the folder decides:
// if it is no longer there, the stick was pulled out.
func faultOf(files FileSystem, dir string, need int64, err error) error {
	if err == nil || asError(err) != nil {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return app.WrapError(err, app.CodeCanceled)
	}
	code := CodeStickUnwritable
	_, gone := files.Stat(dir)
	switch {
	case gone != nil && !errors.Is(gone, fs.ErrPermission):
		code = CodeStickGone
	case isFull(err):
		code = CodeStickFull
	case isReadOnly(err):
		code = CodeStickReadOnly
	case isGone(err):
		code = CodeStickGone
	case isFaulty(err):
		code = CodeStickFaulty
	}
	if code != CodeStickFull {
		return app.WrapError(err, code, "path", dir)
	}
	free, unknown := files.Free(dir)
	if unknown != nil {
		free = 0
	}
	return app.WrapError(err, code, "path", dir, "need", need, "free", free)
}

// oneOf reports whether err is one of the system's numbers.
func oneOf[E error](err error, numbers ...E) bool {
	for _, number := range numbers {
		if errors.Is(err, number) {
			return true
		}
	}
	return false
}
