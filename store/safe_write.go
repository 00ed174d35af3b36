package store

import (
	"bufio"
	"io"
	"path/filepath"
	"sync"
)

// partSuffix marks a file that is being written; one that is found when a book is opened is a leftover of a crash.
const partSuffix = ".part"

// writeSafely replaces a file: the new content is written beside it, forced to the disk, closed and renamed. Until the rename
// the old file is untouched. After an error of the rename's last step, forcing the folder, the new content is in place but not certain.
func writeSafely(files fileSystem, path string, write func(io.Writer) error) error {
	if err := putInPlace(files, path, write); err != nil {
		return err
	}
	return fileError(files.SyncFolder(filepath.Dir(path)), path)
}

// putInPlace is writeSafely without its last step: the content is on the disk, its name may be lost with the power.
func putInPlace(files fileSystem, path string, write func(io.Writer) error) error {
	part := path + partSuffix
	if err := writePart(files, part, write); err != nil {
		return fileError(err, path)
	}
	if err := files.Rename(part, path); err != nil {
		return fileError(withoutPart(files, part, err), path)
	}
	return nil
}

// writeBuffers are used again: a committee seals a thousand packets in one go.
var writeBuffers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 256<<10) }}

// writePart writes a file, forces it to the disk and closes it; a file that is not complete is removed.
func writePart(files fileSystem, part string, write func(io.Writer) error) error {
	if files.Exists(part) {
		if err := files.Remove(part); err != nil {
			return err
		}
	}
	file, err := files.Create(part)
	if err != nil {
		return err
	}
	buffer := writeBuffers.Get().(*bufio.Writer)
	defer writeBuffers.Put(buffer)
	buffer.Reset(file)
	if err = write(buffer); err == nil {
		err = buffer.Flush()
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return withoutPart(files, part, err)
	}
	return nil
}

// withoutPart removes what is left of a failed write and returns why it failed. Removing may fail too: the next write
// to the same name, or opening the book, removes the rest.
func withoutPart(files fileSystem, part string, cause error) error {
	_ = files.Remove(part)
	return cause
}
