package desk

import (
	"context"
	"encoding/json"

	"sochibo/app"
	"sochibo/store"
)

// Settings returns the book's settings.
func (d *Desk) Settings(ctx context.Context) (app.Settings, error) {
	var s app.Settings
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		s, err = tx.Settings()
		return err
	})
	return s, err
}

// SaveSettings stores changed settings. Role and organisation id stay as they are.
func (d *Desk) SaveSettings(ctx context.Context, s app.Settings) error {
	for _, field := range []*string{&s.Name, &s.Enterprise, &s.SuperiorName, &s.CommitteeName, &s.PlaceName, &s.MeetingPlace,
		&s.BodyCode, &s.RecorderLabel, &s.ChairLabel, &s.SigningLine} {
		*field = app.Clean(*field)
	}
	if err := s.Validate(); err != nil {
		return err
	}
	return d.update(ctx, "save settings", func(tx *store.Tx) error {
		stored, err := tx.Settings()
		if err != nil {
			return err
		}
		s.Role, s.OrganisationID = stored.Role, stored.OrganisationID
		return tx.PutSettings(s)
	})
}

// decodeAsset reads an embedded JSON file; a fault in it is a fault of the program.
func decodeAsset(data []byte, target any) error {
	if err := json.Unmarshal(data, target); err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return nil
}
