package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"sort"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// putShippedFrameworks enters the frameworks that come with the program into a new book.
func putShippedFrameworks(tx *store.Tx) error {
	bodies, err := assets.Frameworks()
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	for _, body := range bodies {
		f, err := app.ParseFramework(body)
		if err != nil {
			return err
		}
		if err := tx.PutFramework(store.Framework{Code: f.Code, Version: f.Version, Body: body}); err != nil {
			return err
		}
	}
	return nil
}

// parsedFrameworks returns the frameworks of the book. A version never changes, so each is parsed once.
func (d *Desk) parsedFrameworks(tx reader) ([]*app.Framework, error) {
	rows, err := tx.Frameworks()
	if err != nil {
		return nil, err
	}
	list := make([]*app.Framework, 0, len(rows))
	for _, row := range rows {
		key := SheetKey{Framework: row.Code, Version: row.Version}
		if known, found := d.frameworks.Load(key); found {
			list = append(list, known.(*app.Framework))
			continue
		}
		f, err := app.ParseFramework(row.Body)
		if err != nil {
			return nil, err
		}
		d.frameworks.Store(key, f)
		list = append(list, f)
	}
	return list, nil
}

// Frameworks returns the frameworks of the book by code, newest version first.
func (d *Desk) Frameworks(ctx context.Context) ([]*app.Framework, error) {
	var list []*app.Framework
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		list, err = d.parsedFrameworks(tx)
		return err
	})
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Code != list[j].Code {
			return list[i].Code < list[j].Code
		}
		return list[i].Version > list[j].Version
	})
	return list, err
}

// FrameworkBody returns a framework as it was received. CodeNotFound if the book has none of that code; version 0 is the newest.
func (d *Desk) FrameworkBody(ctx context.Context, code string, version int) ([]byte, error) {
	var body []byte
	err := d.view(ctx, func(tx *store.Tx) error {
		rows, err := tx.Frameworks()
		newest := 0
		for _, row := range rows {
			if row.Code == code && (version == 0 && row.Version > newest || version == row.Version) {
				newest, body = row.Version, row.Body
			}
		}
		return err
	})
	if err == nil && body == nil {
		err = app.NewError(app.CodeNotFound, "what", code)
	}
	return body, err
}

// ImportFramework takes a framework from a JSON file's bytes. Errors: those of app.ParseFramework, CodeFrameworkChanged, and in a
// committee's book CodeFrameworkOverlap.
func (d *Desk) ImportFramework(ctx context.Context, body []byte) (*app.Framework, error) {
	f, err := app.ParseFramework(body)
	if err != nil {
		return nil, err
	}
	return f, d.update(ctx, "import framework", func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		if settings.Role == app.CommitteeBook {
			if err := d.checkOverlap(tx, f); err != nil {
				return err
			}
		}
		return d.takeFramework(tx, body)
	})
}

// CodeFrameworkChanged: a framework of this code and version is there already with other contents; Values: code, version.
const CodeFrameworkChanged app.Code = "framework_changed"

// takeFramework stores a framework. Sheets keep the version that they were scored with, so a version never changes.
func (d *Desk) takeFramework(tx *store.Tx, body []byte) error {
	f, err := app.ParseFramework(body)
	if err != nil {
		return err
	}
	rows, err := tx.Frameworks()
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Code == f.Code && row.Version == f.Version {
			if sameJSON(row.Body, body) {
				return nil
			}
			return app.NewError(CodeFrameworkChanged, "code", f.Code, "version", f.Version)
		}
	}
	return tx.PutFramework(store.Framework{Code: f.Code, Version: f.Version, Body: body, ReceivedAt: d.Now()})
}

// sameJSON reports whether two JSON texts say the same: an invitation carries a framework without its blanks and line ends.
func sameJSON(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	var values [2]any
	for i, text := range [][]byte{a, b} {
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		if decoder.Decode(&values[i]) != nil {
			return false
		}
	}
	return reflect.DeepEqual(values[0], values[1])
}
