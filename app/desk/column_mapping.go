package desk

import (
	"context"
	"encoding/json"

	"sochibo/app"
	"sochibo/app/sheet"
	"sochibo/store"
)

// Kinds of tables of which a corrected mapping of columns is remembered.
const (
	mappingMembers = "members"
	mappingPoints  = "points"
)

// valueMapping names the value that holds what a person corrected for files with the same headings (sheet.Layout.Key).
func valueMapping(kind, key string) string { return "mapping/" + kind + "/" + key }

// rememberedColumns returns what a person corrected for files with these headings; nil if nobody did.
func rememberedColumns(tx *store.Tx, kind, key string) (map[int][]sheet.Field, error) {
	text, err := tx.Value(valueMapping(kind, key))
	if app.CodeOf(err) == app.CodeNotFound || err == nil && text == "" {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var columns map[int][]sheet.Field
	if err := json.Unmarshal([]byte(text), &columns); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return columns, nil
}

// rememberColumns keeps what was corrected when a file is written, so that the next one with the same headings is read that way. nil
// says that nothing was corrected; an empty map, that the reader's own mapping is wanted again.
func rememberColumns(tx *store.Tx, kind, key string, columns map[int][]sheet.Field) error {
	if columns == nil {
		return nil
	}
	if len(columns) == 0 {
		return tx.PutValue(valueMapping(kind, key), "")
	}
	text, err := json.Marshal(columns)
	if err != nil {
		return err
	}
	return tx.PutValue(valueMapping(kind, key), string(text))
}

// remembered looks for columns that were corrected for an earlier file with the same headings, see withRemembered.
func (d *Desk) remembered(ctx context.Context, kind string, layout sheet.Layout, choice sheet.Choice) (sheet.Choice, bool, error) {
	again := false
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		choice, again, err = withRemembered(tx, kind, layout, choice)
		return err
	})
	return choice, again, err
}

// withRemembered returns the choice to read a file with a second time, because a person corrected columns of a file with these headings
// before; false if there is none, or if something was chosen for this file already.
func withRemembered(tx *store.Tx, kind string, layout sheet.Layout, choice sheet.Choice) (sheet.Choice, bool, error) {
	if choice.Columns != nil {
		return choice, false, nil
	}
	columns, err := rememberedColumns(tx, kind, layout.Key)
	if err != nil || columns == nil {
		return choice, false, err
	}
	return sheet.Choice{Sheet: layout.Sheet, HeadingRow: layout.HeadingRow, Columns: columns}, true, nil
}
