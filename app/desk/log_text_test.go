package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"sochibo/app"
)

func TestALogNamesNobody(t *testing.T) {
	path := &fs.PathError{Op: "open", Path: `C:\Users\Đặng Thị Hòa\so`, Err: syscall.ENOSPC}
	for _, c := range []struct {
		err  error
		want string
	}{
		{app.NewError(app.CodeDuplicate, "what", "citizenID", "value", "000123456789"), "duplicate_number"},
		{app.WrapError(path, app.CodeDiskFull, "path", path.Path), "disk_full: open: " + syscall.ENOSPC.Error()},
		{fmt.Errorf("reading Đặng Thị Hòa: %w", path), "open: " + syscall.ENOSPC.Error()},
		{app.WrapError(errors.New("bad name Hòa"), app.CodeInternal), "internal: *errors.errorString"},
		{nil, ""},
	} {
		got := LogText(c.err)
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
		if strings.Contains(got, "Hòa") || strings.Contains(got, "0001") {
			t.Errorf("%q names somebody", got)
		}
	}
}
