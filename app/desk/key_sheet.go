package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/app/report"
	"sochibo/store"
)

// CodeKeysInUse: a committee's key can be brought back from paper only into a book that has received nothing yet.
const CodeKeysInUse app.Code = "keys_in_use"

// KeySheetPDF makes the sheet from which the committee's hand-over key can be typed again. Making it is entered in the access log; the sheet is kept nowhere.
// A deputy's key needs none: another deputy's book is made in its place. Errors: CodeNotCommittee, CodeDeputyBook.
func (d *Desk) KeySheetPDF(ctx context.Context) ([]byte, error) {
	var paper report.KeyPaper
	err := d.update(ctx, "key sheet", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		keys, err := ownKeys(tx)
		if err != nil {
			return err
		}
		paper = report.KeyPaper{Name: settings.Name, Code: settings.Code, Fingerprint: keys.Public().Fingerprint(), On: d.Today()}
		if paper.Lines, err = keys.PaperLines(settings.OrganisationID); err != nil {
			return err
		}
		return tx.LogAccess("export", "key sheet")
	})
	if err != nil {
		return nil, err
	}
	profile, err := report.PartyProfile()
	if err != nil {
		return nil, err
	}
	laid, err := report.Layout(report.KeySheet(paper), profile)
	if err != nil {
		return nil, err
	}
	return Paper{Laid: laid}.PDF()
}

// RestoreKeys gives a committee's new book the key and the id that the lines of a key's sheet hold, and returns the key's fingerprint. Cells go on
// handing over as before; each is entered again by its next packet, see AdoptCell, or by an invitation.
// Errors: CodeNotCommittee, CodeKeysInUse, those of handover.ParsePaper.
func (d *Desk) RestoreKeys(ctx context.Context, typed string) (string, error) {
	keys, organisation, err := handover.ParsePaper(typed)
	if err != nil {
		return "", err
	}
	return keys.Public().Fingerprint(), d.update(ctx, "restore key", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		packets, err := tx.ReceivedPackets()
		if err != nil {
			return err
		}
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		for _, cell := range cells {
			if cell.InvitedOn != "" { // that invitation names the key that would go
				return app.NewError(CodeKeysInUse)
			}
		}
		for _, p := range packets {
			if !p.ByHand {
				return app.NewError(CodeKeysInUse)
			}
		}
		if err := tx.PutValue(valueKeys, keys.Text()); err != nil {
			return err
		}
		settings.OrganisationID = organisation
		return tx.PutSettings(settings)
	})
}
