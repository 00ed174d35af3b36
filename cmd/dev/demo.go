package main

import (
	"os"
	"path/filepath"
)

// demoPassphrase opens every book that chiboctl demo makes.
const demoPassphrase = "demo"

// demoBooks are the books of a demo: a committee and its cells, with the documents of the last month.
type demoBooks struct{ folder string }

func (d demoBooks) cell() string      { return filepath.Join(d.folder, "cells", "CB001") }
func (d demoBooks) committee() string { return filepath.Join(d.folder, "committee") }

func (d demoBooks) documents() string { return filepath.Join(d.folder, "documents") }

// makeDemo makes new demo books in out/demo with the chiboctl of out/bin.
func (w *workshop) makeDemo() (demoBooks, error) {
	books := demoBooks{folder: w.path("out", "demo")}
	if err := os.RemoveAll(books.folder); err != nil {
		return books, err
	}
	return books, w.show(nil, w.path("out", "bin", programName("", "chiboctl")), "demo", "--dir", books.folder)
}
