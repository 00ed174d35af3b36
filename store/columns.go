package store

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"sochibo/app"
)

// column ties a column of a table to a field of a domain value: field is a pointer to it. The same list of columns writes and reads
// a record, so that the two cannot part.
type column struct {
	name  string
	field any
}

// value returns what is stored for the field.
func (c column) value() any {
	if v, ok := c.field.(driver.Valuer); ok {
		return v
	}
	return reflect.ValueOf(c.field).Elem().Interface()
}

func namesOf(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// put inserts a row or, where one with the same first keys columns is there, replaces its other columns.
func (tx *Tx) put(table string, keys int, columns []column) error {
	names := namesOf(columns)
	values := make([]any, len(columns))
	var updates []string
	for i, c := range columns {
		values[i] = c.value()
		if i >= keys {
			updates = append(updates, c.name+" = excluded."+c.name)
		}
	}
	action := "NOTHING"
	if len(updates) > 0 {
		action = "UPDATE SET " + strings.Join(updates, ", ")
	}
	return tx.exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO %s", table, strings.Join(names, ", "),
		strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", "), strings.Join(names[:keys], ", "), action), values...)
}

// all reads rows of a table into values; rest is what follows FROM table.
func all[T any](tx *Tx, table string, columns func(*T) []column, rest string, args ...any) ([]T, error) {
	var value, empty T // one for all rows: the columns point into it
	list := columns(&value)
	targets := make([]any, len(list))
	for i, c := range list {
		targets[i] = c.field
	}
	query := fmt.Sprintf("SELECT %s FROM %s %s", strings.Join(namesOf(list), ", "), table, rest)
	return queryAll(tx, func(r row) (T, error) {
		value = empty
		err := r.Scan(targets...)
		return value, err
	}, query, args...)
}

// one reads the single row that rest chooses; CodeNotFound naming what if there is none.
func one[T any](tx *Tx, what, table string, columns func(*T) []column, rest string, args ...any) (T, error) {
	var none T
	list, err := all(tx, table, columns, rest, args...)
	if err != nil {
		return none, err
	}
	if len(list) == 0 {
		return none, app.NewError(app.CodeNotFound, "what", what)
	}
	return list[0], nil
}

// stored makes a pointer of a record that may not be there yet: nil for CodeNotFound.
func stored[T any](value T, err error) (*T, error) {
	if app.CodeOf(err) == app.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &value, nil
}

// reference is a column that points to another record; "" is stored as NULL.
type reference struct{ field *string }

func (r reference) Value() (driver.Value, error) {
	if *r.field == "" {
		return nil, nil
	}
	return *r.field, nil
}

func (r reference) Scan(stored any) error {
	var text sql.NullString
	if err := text.Scan(stored); err != nil {
		return err
	}
	*r.field = text.String
	return nil
}

// moment is a column that holds a point in time as text.
type moment struct{ field *time.Time }

func (m moment) Value() (driver.Value, error) { return timeText(*m.field), nil }

func (m moment) Scan(stored any) error {
	text, ok := stored.(string)
	if !ok {
		return fmt.Errorf("moment stored as %T", stored)
	}
	t, err := readTime(text)
	*m.field = t
	return err
}

// list is a column that holds a short list of texts as JSON; an empty list is "[]".
type list struct{ field *[]string }

func (l list) Value() (driver.Value, error) {
	if len(*l.field) == 0 {
		return "[]", nil
	}
	text, err := json.Marshal(*l.field)
	return string(text), err
}

func (l list) Scan(stored any) error {
	text, ok := stored.(string)
	if !ok {
		return errors.New("list is not stored as text")
	}
	*l.field = nil
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), l.field)
}

// rows is a column that holds a short list of values as JSON; an empty list is "[]".
type rows[T any] struct{ field *[]T }

func (r rows[T]) Value() (driver.Value, error) {
	if len(*r.field) == 0 {
		return "[]", nil
	}
	text, err := json.Marshal(*r.field)
	return string(text), err
}

func (r rows[T]) Scan(stored any) error {
	text, ok := stored.(string)
	if !ok {
		return errors.New("rows are not stored as text")
	}
	*r.field = nil
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), r.field)
}

// document is a column that holds a value as JSON; nil is "null".
type document[T any] struct{ field **T }

func (d document[T]) Value() (driver.Value, error) {
	if *d.field == nil {
		return "null", nil
	}
	text, err := json.Marshal(*d.field)
	return string(text), err
}

func (d document[T]) Scan(stored any) error {
	text, ok := stored.(string)
	if !ok {
		return errors.New("document is not stored as text")
	}
	*d.field = nil
	if text == "null" {
		return nil
	}
	return json.Unmarshal([]byte(text), d.field)
}

// answer is a column that holds yes, no, or NULL for neither.
type answer struct{ field **bool }

func (a answer) Value() (driver.Value, error) {
	if *a.field == nil {
		return nil, nil
	}
	return **a.field, nil
}

func (a answer) Scan(stored any) error {
	var value sql.NullBool
	if err := value.Scan(stored); err != nil {
		return err
	}
	*a.field = nil
	if value.Valid {
		*a.field = &value.Bool
	}
	return nil
}
