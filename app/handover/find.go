package handover

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sochibo/app"
)

// Found is a file that by its name may be a packet.
type Found struct {
	Path string
	Name string
	Size int64 // bytes
}

// Find lists what may be packets in a folder, in the order of their names: plain files that end with ".chibo" in any case.
// It looks neither into folders below nor into the files; a folder of ten thousand other files costs only reading their names.
// It returns app.CodeFileUnread (Values: path) if the folder cannot be read, app.CodeCanceled if ctx ended.
func Find(ctx context.Context, dir string) ([]Found, error) {
	folder, err := os.Open(dir)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", dir)
	}
	found, err := findIn(ctx, folder, dir)
	if closeErr := folder.Close(); err == nil && closeErr != nil {
		err = app.WrapError(closeErr, app.CodeFileUnread, "path", dir)
	}
	if err != nil {
		return nil, err
	}
	sort.Slice(found, func(i, k int) bool { return found[i].Name < found[k].Name })
	return found, nil
}

func findIn(ctx context.Context, folder *os.File, dir string) ([]Found, error) {
	var found []Found
	for {
		if err := ctx.Err(); err != nil {
			return nil, app.WrapError(err, app.CodeCanceled)
		}
		entries, err := folder.ReadDir(1000)
		for _, entry := range entries {
			if !isPacketName(entry.Name()) || !entry.Type().IsRegular() {
				continue
			}
			if info, err := entry.Info(); err == nil { // a file that vanished meanwhile is not there
				found = append(found, Found{Path: filepath.Join(dir, entry.Name()), Name: entry.Name(), Size: info.Size()})
			}
		}
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, app.WrapError(err, app.CodeFileUnread, "path", dir)
		}
	}
}

// isPacketName leaves out hidden files, which macOS puts beside each file of a stick.
func isPacketName(name string) bool {
	return strings.EqualFold(filepath.Ext(name), Ending) && !strings.HasPrefix(name, ".")
}

// ReadFile reads a packet's file into memory, at most MaxPacketSize. It returns CodeTooLarge for a larger one and
// app.CodeFileUnread (Values: path) for what is no plain file or cannot be read.
func ReadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrInvalid // a pipe or a device could keep the reader waiting for ever
	}
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if info.Size() > MaxPacketSize {
		return nil, app.NewError(CodeTooLarge, "size", info.Size(), "limit", MaxPacketSize)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	content, err := io.ReadAll(io.LimitReader(file, MaxPacketSize+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if len(content) > MaxPacketSize {
		return nil, app.NewError(CodeTooLarge, "size", len(content), "limit", MaxPacketSize)
	}
	return content, nil
}
