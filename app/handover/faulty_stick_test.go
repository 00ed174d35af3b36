package handover

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// faultyStick is a stick in memory on which things go wrong as told.
type faultyStick struct {
	files    map[string][]byte
	capacity int // bytes

	failAt  int   // the number of the call that fails, counted from 1; 0 = none
	fault   error // with which it fails
	forEver bool  // every later call fails as well
	gone    bool  // with forEver: not even the folder is there any more

	writesHalf bool                           // Write takes half of what it is given and says so
	corrupt    func(content []byte) []byte    // what the medium makes of a file when it is synced
	afterName  func(s *faultyStick, p string) // what happens once a file has its name

	calls   int
	created int // files that were begun
}

const stickDir = "stick"

func newStick() *faultyStick {
	return &faultyStick{files: map[string][]byte{}, capacity: 1 << 30}
}

// call counts one call and says whether it fails.
func (s *faultyStick) call() error {
	s.calls++
	if s.failAt > 0 && (s.calls == s.failAt || s.forEver && s.calls > s.failAt) {
		return s.fault
	}
	return nil
}

func (s *faultyStick) isGone() bool { return s.gone && s.failAt > 0 && s.calls >= s.failAt }

func (s *faultyStick) used() int {
	n := 0
	for _, content := range s.files {
		n += len(content)
	}
	return n
}

// leftovers are the names of incomplete files.
func (s *faultyStick) leftovers() []string {
	var names []string
	for path := range s.files {
		if strings.HasSuffix(path, partEnding) {
			names = append(names, path)
		}
	}
	return names
}

func (s *faultyStick) Free(string) (int64, error) {
	if err := s.call(); err != nil {
		return 0, err
	}
	return int64(s.capacity - s.used()), nil
}

func (s *faultyStick) Stat(path string) (fs.FileInfo, error) {
	if s.isGone() {
		return nil, s.fault
	}
	if path == stickDir {
		return stickInfo{name: path, dir: true}, nil
	}
	if err := s.call(); err != nil {
		return nil, err
	}
	content, ok := s.files[path]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return stickInfo{name: path, size: len(content)}, nil
}

func (s *faultyStick) Create(path string) (WritableFile, error) {
	if err := s.call(); err != nil {
		return nil, err
	}
	if _, taken := s.files[path]; taken {
		return nil, fs.ErrExist
	}
	s.files[path] = nil
	s.created++
	return &stickFile{stick: s, path: path}, nil
}

func (s *faultyStick) OpenUncached(path string) (io.ReadCloser, error) {
	if err := s.call(); err != nil {
		return nil, err
	}
	content, ok := s.files[path]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return &stickReader{stick: s, r: bytes.NewReader(content)}, nil
}

func (s *faultyStick) Rename(from, to string) error {
	if err := s.call(); err != nil {
		return err
	}
	content, ok := s.files[from]
	if _, taken := s.files[to]; taken || !ok {
		return fs.ErrExist
	}
	delete(s.files, from)
	s.files[to] = content
	if s.afterName != nil {
		s.afterName(s, to)
	}
	return nil
}

func (s *faultyStick) Remove(path string) error {
	if err := s.call(); err != nil {
		return err
	}
	if _, ok := s.files[path]; !ok {
		return fs.ErrNotExist
	}
	delete(s.files, path)
	return nil
}

func (s *faultyStick) SyncDir(string) error { return s.call() }

type stickFile struct {
	stick *faultyStick
	path  string
}

func (f *stickFile) Write(b []byte) (int, error) {
	if err := f.stick.call(); err != nil {
		half := len(b) / 2 // what fails has often done a part
		f.stick.files[f.path] = append(f.stick.files[f.path], b[:half]...)
		return half, err
	}
	if f.stick.writesHalf && len(b) > 1 {
		b = b[:len(b)/2]
	}
	if room := f.stick.capacity - f.stick.used(); len(b) > room {
		f.stick.files[f.path] = append(f.stick.files[f.path], b[:room]...)
		return room, errNoSpace
	}
	f.stick.files[f.path] = append(f.stick.files[f.path], b...)
	return len(b), nil
}

func (f *stickFile) Sync() error {
	if err := f.stick.call(); err != nil {
		return err
	}
	if f.stick.corrupt != nil {
		f.stick.files[f.path] = f.stick.corrupt(f.stick.files[f.path])
	}
	return nil
}

func (f *stickFile) Close() error { return f.stick.call() }

type stickReader struct {
	stick *faultyStick
	r     *bytes.Reader
}

func (r *stickReader) Read(b []byte) (int, error) {
	if err := r.stick.call(); err != nil {
		return 0, err
	}
	return r.r.Read(b)
}

func (r *stickReader) Close() error { return r.stick.call() }

type stickInfo struct {
	name string
	size int
	dir  bool
}

func (i stickInfo) Name() string       { return filepath.Base(i.name) }
func (i stickInfo) Size() int64        { return int64(i.size) }
func (i stickInfo) ModTime() time.Time { return time.Time{} }
func (i stickInfo) IsDir() bool        { return i.dir }
func (i stickInfo) Sys() any           { return nil }
func (i stickInfo) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

var errOdd = errors.New("something that no system says")
