package main

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// instanceName is the name under which the program that has a book in its window can be found by a second one.
func instanceName(dir string) string {
	if absolute, err := filepath.Abs(dir); err == nil {
		dir = absolute
	}
	if runtime.GOOS == "windows" {
		dir = strings.ToLower(dir)
	}
	return fmt.Sprintf("sochibo-%x", sha256.Sum256([]byte(dir)))[:24]
}
