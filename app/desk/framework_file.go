package desk

import (
	"context"
	"os"

	"sochibo/app"
)

// ReadFramework reads the file of a framework without taking it into the book; a file larger than any framework is not read
// to its end. Errors: CodeFileUnread, CodeTooLarge.
func ReadFramework(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if info.Size() > app.MaxFrameworkBytes {
		return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", app.MaxFrameworkBytes)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	return body, nil
}

// SaveFramework writes a framework as it was received to a file; one that is there is replaced as a whole.
// version 0 is the newest. Errors: CodeNotFound, CodeFileUnwrite, CodeDiskFull.
func (d *Desk) SaveFramework(ctx context.Context, code string, version int, path string) error {
	body, err := d.FrameworkBody(ctx, code, version)
	if err != nil {
		return err
	}
	return writeWhole(path, body)
}
