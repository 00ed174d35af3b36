package desk

import (
	"context"
	"encoding/json"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// LayoutForm is the form of printed documents as screens show and change it: the lengths in which guides and offices differ. Its
// wordings are settings of the book.
type LayoutForm struct {
	From    app.Date // valid from; "" for the program's own form
	Open    app.Date // a changed form can begin on this day; before it lie closed months. "" if none is closed
	Source  string   // on whose word
	Numbers []LayoutNumber
}

// LayoutNumber is a length of the form.
type LayoutNumber struct {
	Key      string // "text.pitch_pt"; its end names the unit, mm or pt
	Value    float64
	Min, Max float64
}

// profileOn returns the form of documents that is valid on a day: the book's own latest one, else the program's.
func profileOn(tx *store.Tx, day app.Date) (report.Profile, error) {
	profile, _, err := profileFrom(tx, day)
	return profile, err
}

// profile is profileOn as a use case of its own.
func (d *Desk) profile(ctx context.Context, day app.Date) (report.Profile, error) {
	var profile report.Profile
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		profile, err = profileOn(tx, day)
		return err
	})
	return profile, err
}

// CodeFormFrozen: a form of documents would change those of a closed month; Values: month, day (the earliest possible).
const CodeFormFrozen app.Code = "layout_frozen"

// earliestForm returns the first day from which a changed form leaves the documents of all closed months as they were made, and the last
// of these months; "" if none is closed.
func earliestForm(tx *store.Tx) (app.Date, app.Month, error) {
	records, err := tx.MonthRecords()
	if err != nil {
		return "", "", err
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return "", "", err
	}
	var last app.Date
	var of app.Month
	for _, record := range records {
		if !record.State.IsFrozen() {
			continue
		}
		if day := record.Month.Last(); day > last {
			last, of = day, record.Month
		}
		for _, m := range meetings {
			if m.Month == record.Month && m.HeldOn > last {
				last, of = m.HeldOn, record.Month
			}
		}
	}
	if of == "" {
		return "", "", nil
	}
	return last.AddDays(1), of, nil
}

func profileFrom(tx *store.Tx, day app.Date) (report.Profile, store.LayoutProfile, error) {
	var valid store.LayoutProfile
	own, err := tx.LayoutProfiles()
	if err != nil {
		return report.Profile{}, valid, err
	}
	for _, p := range own {
		if p.ValidFrom <= day {
			valid = p
		}
	}
	if valid.Body == "" {
		profile, err := report.PartyProfile()
		return profile, valid, err
	}
	profile, err := report.ReadProfile([]byte(valid.Body))
	return profile, valid, err
}

// LayoutForm returns the form of documents that is valid on a day.
func (d *Desk) LayoutForm(ctx context.Context, day app.Date) (LayoutForm, error) {
	var form LayoutForm
	err := d.view(ctx, func(tx *store.Tx) error {
		profile, own, err := profileFrom(tx, day)
		if err != nil {
			return err
		}
		form = LayoutForm{From: own.ValidFrom, Source: own.Note}
		if form.Open, _, err = earliestForm(tx); err != nil {
			return err
		}
		if own.Body == "" {
			form.Source = profile.Document
		}
		for _, n := range profile.Editable() {
			form.Numbers = append(form.Numbers, LayoutNumber{Key: n.Key, Value: *n.Value, Min: n.Min, Max: n.Max})
		}
		return nil
	})
	return form, err
}

// SaveLayoutForm keeps a changed form of documents from its first day on. Documents of earlier days keep the form that they had, and those of
// closed months keep theirs whatever day is chosen (CodeFormFrozen): they are printed as they were handed over.
// Errors: app.CodeBadDate without a first day, report.CodeBadProfile for a form that leaves no room for text, app.CodeOutOfRange.
func (d *Desk) SaveLayoutForm(ctx context.Context, form LayoutForm) error {
	if err := form.From.Validate(); err != nil || !form.From.IsFull() {
		return app.WrapError(err, app.CodeBadDate, "value", string(form.From))
	}
	return d.update(ctx, "save layout", func(tx *store.Tx) error {
		open, month, err := earliestForm(tx)
		if err != nil {
			return err
		}
		if form.From < open {
			return app.NewError(CodeFormFrozen, "month", month.String(), "day", open.String())
		}
		profile, err := profileOn(tx, form.From)
		if err != nil {
			return err
		}
		byKey := map[string]report.EditableNumber{}
		for _, n := range profile.Editable() {
			byKey[n.Key] = n
		}
		for _, n := range form.Numbers {
			target, known := byKey[n.Key]
			if !known {
				return app.NewError(app.CodeInvalid, "field", "layout.key", "value", n.Key)
			}
			if n.Value < target.Min || n.Value > target.Max {
				return app.NewError(app.CodeOutOfRange, "field", "layout."+n.Key, "value", n.Value, "min", target.Min, "max", target.Max)
			}
			*target.Value = n.Value
		}
		if err := profile.Validate(); err != nil {
			return err
		}
		body, err := json.Marshal(profile)
		if err != nil {
			return app.WrapError(err, app.CodeInternal)
		}
		return tx.PutLayoutProfile(store.LayoutProfile{ValidFrom: form.From, Body: string(body), Note: app.Clean(form.Source)})
	})
}
