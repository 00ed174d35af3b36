package main

import (
	"os"
	"path/filepath"
)

const (
	markerName = "mang-theo.txt" // beside the program it says that the book is carried along
	bookFolder = "so"
	compatible = "tuong-thich" // folder of the program's second copy, for a software opengl32.dll
)

// programFolder is the folder of the program; the second copy for computers without OpenGL belongs to the one above it.
func programFolder() (string, error) {
	program, err := os.Executable()
	if err != nil {
		return "", err
	}
	folder := filepath.Dir(program)
	if filepath.Base(folder) == compatible {
		folder = filepath.Dir(folder)
	}
	return folder, nil
}

// defaultBook is where the book lies if nothing is said: beside the program where the marker is, else in a folder of the user's own,
// on Windows below %LOCALAPPDATA%, where a copy to other machines is not made by itself.
func defaultBook() (dir string, portable bool) {
	if folder, err := programFolder(); err == nil {
		if _, err := os.Stat(filepath.Join(folder, markerName)); err == nil {
			return filepath.Join(folder, bookFolder), true
		}
	}
	if local := os.Getenv("LOCALAPPDATA"); local != "" {
		return filepath.Join(local, "SoChiBo", bookFolder), false
	}
	config, err := os.UserConfigDir()
	if err != nil {
		config = "."
	}
	return filepath.Join(config, "SoChiBo", bookFolder), false
}

// notesFolder holds the log and the reports of crashes, among the caches of this user; it may be deleted at any time.
func notesFolder() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "SoChiBo")
}
