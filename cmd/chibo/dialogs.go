package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/ncruces/zenity"

	"sochibo/app/ui"
)

// systemDialogs are the dialogs of Windows, macOS, or of zenity on Linux.
type systemDialogs struct{}

// findDialogs returns the system's dialogs, or nil where it has none: the program's own are shown then.
func findDialogs() ui.PathDialogs {
	if !zenity.IsAvailable() {
		return nil
	}
	return systemDialogs{}
}

// Choose is part of ui.PathDialogs.
func (systemDialogs) Choose(q ui.PathQuestion) (string, error) {
	start := filepath.Join(q.Folder, q.Name)
	if q.Name == "" {
		start = q.Folder + string(filepath.Separator)
	}
	options := []zenity.Option{zenity.Title(q.Title), zenity.Filename(start), zenity.Modal()}
	if q.Window != 0 {
		options = append(options, zenity.Attach(windowID(q.Window)))
	}
	if len(q.Endings) > 0 {
		filter := zenity.FileFilter{CaseFold: true}
		for _, ending := range q.Endings {
			filter.Patterns = append(filter.Patterns, "*"+ending)
		}
		filter.Name = strings.Join(filter.Patterns, ", ")
		options = append(options, zenity.FileFilters{filter})
	}
	defer enterApartment()()
	path, err := choose(q.Kind, options)
	if errors.Is(err, zenity.ErrCanceled) {
		return "", nil
	}
	return path, err
}

func choose(kind ui.PathKind, options []zenity.Option) (string, error) {
	switch kind {
	case ui.ExistingFolder:
		return zenity.SelectFile(append(options, zenity.Directory())...)
	case ui.FileToSave:
		return zenity.SelectFileSave(append(options, zenity.ConfirmOverwrite())...)
	}
	return zenity.SelectFile(options...)
}
