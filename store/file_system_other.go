//go:build !linux

package store

import "os"

func newOutputFile(f *os.File) outputFile { return f }
