package desk

import (
	"bytes"

	"sochibo/app/report"
	"sochibo/assets"
)

// GuideName is the proposed name of the guide's file.
const GuideName = "Huong-dan-So-Chi-bo.pdf"

// GuidePDF returns the user's guide as PDF; it needs no book. Error: app.CodeInternal if it could not be composed.
func GuidePDF() ([]byte, error) {
	pages, err := assets.Help()
	if err != nil {
		return nil, err
	}
	document, err := report.Guide(pages, Version, "")
	if err != nil {
		return nil, err
	}
	profile, err := report.PartyProfile()
	if err != nil {
		return nil, err
	}
	laid, err := report.Layout(document, profile)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = laid.PDF(&out)
	return out.Bytes(), err
}

// SaveGuide writes the user's guide as PDF to a file. Errors: app.CodeFileUnwrite, app.CodeDiskFull.
func SaveGuide(path string) error {
	data, err := GuidePDF()
	if err != nil {
		return err
	}
	return writeWhole(path, data)
}
