package desk

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/assets"
	"sochibo/store"
)

// CodeFrameworkOverlap: another framework of the same kind is in force in the same time; Values: name, from.
const CodeFrameworkOverlap app.Code = "framework_overlap"

// CodeFrameworkVersion: the version of a framework to be issued is not above the newest one; Values: version, newest.
const CodeFrameworkVersion app.Code = "framework_version"

const draftFramework = "framework/"

// FrameworkDrafts returns the frameworks that are being made, by code.
func (d *Desk) FrameworkDrafts(ctx context.Context) ([]*app.Framework, error) {
	var list []*app.Framework
	err := d.view(ctx, func(tx *store.Tx) error {
		drafts, err := tx.Drafts(draftFramework)
		if err != nil {
			return err
		}
		for _, draft := range drafts {
			f := &app.Framework{}
			if err := json.Unmarshal([]byte(draft.Text), f); err != nil {
				return app.WrapError(err, app.CodeInternal)
			}
			list = append(list, f)
		}
		return nil
	})
	return list, err
}

// SourceCatalogue explains every value that the program computes for score sheets.
func SourceCatalogue() ([]app.AutoSource, error) {
	var list []app.AutoSource
	if err := json.Unmarshal(assets.Sources, &list); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return list, nil
}

// NewFrameworkDraft begins a framework: a copy of another one under its own code as the next version (code ""), or under a new code; or with an
// empty key a new one. Errors: CodeNotCommittee, CodeNotFound, app.CodeRequired.
func (d *Desk) NewFrameworkDraft(ctx context.Context, from SheetKey, code, name string) (*app.Framework, error) {
	code, name = strings.ToUpper(app.Clean(code)), app.Clean(name)
	var draft *app.Framework
	err := d.update(ctx, "draft framework", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		switch {
		case from.Framework == "" && (code == "" || name == ""):
			return app.NewError(app.CodeRequired, "field", "frameworkCode")
		case from.Framework == "":
			draft = app.NewFramework(code, name, app.ScopeMonth, d.Today())
		default:
			original, err := d.frameworkOf(tx, from)
			if err != nil {
				return err
			}
			if draft, err = original.Clone(); err != nil {
				return err
			}
			if code != "" && code != original.Code {
				draft.Code, draft.Version = code, 1
			}
			if name != "" {
				draft.Name, draft.ShortName = name, name
			}
			draft.ValidFrom = d.Today()
			if draft.Status == "sample" { // a committee's own sheet is no sample any more
				draft.Status, draft.Note, draft.Issuer = "sourced", "", settings.Name
				draft.Name = strings.TrimSpace(strings.TrimSuffix(draft.Name, "(bản mẫu)"))
			}
		}
		newest, err := newestVersion(tx, draft.Code)
		if err != nil {
			return err
		}
		draft.Version = newest + 1
		return d.putFrameworkDraft(tx, draft)
	})
	return draft, err
}

func newestVersion(tx *store.Tx, code string) (int, error) {
	rows, err := tx.Frameworks()
	newest := 0
	for _, row := range rows {
		if row.Code == code {
			newest = max(newest, row.Version)
		}
	}
	return newest, err
}

func (d *Desk) putFrameworkDraft(tx *store.Tx, f *app.Framework) error {
	text, err := f.Encode()
	if err != nil {
		return err
	}
	return tx.PutDraft(app.Draft{Key: draftFramework + f.Code, Text: string(text), At: d.Now()})
}

// SaveFrameworkDraft settles a framework that is being made (app.Framework.Settle), keeps it, and returns what a person must still mend; nil as
// the second result if it could be issued.
func (d *Desk) SaveFrameworkDraft(ctx context.Context, f *app.Framework) (fault error, err error) {
	known, err := SourceCatalogue()
	if err != nil {
		return nil, err
	}
	f.Settle(known)
	err = d.update(ctx, "draft framework", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		if err := d.putFrameworkDraft(tx, f); err != nil {
			return err
		}
		_, fault = d.checkIssue(tx, f)
		return nil
	})
	return fault, err
}

// DropFrameworkDraft throws a framework that is being made away.
func (d *Desk) DropFrameworkDraft(ctx context.Context, code string) error {
	return d.update(ctx, "drop framework draft", func(tx *store.Tx) error { return tx.DeleteDraft(draftFramework + code) })
}

// checkIssue checks a framework wholly and returns its file.
func (d *Desk) checkIssue(tx *store.Tx, f *app.Framework) ([]byte, error) {
	body, err := f.Encode()
	if err != nil {
		return nil, err
	}
	if _, err := app.ParseFramework(body); err != nil {
		return nil, inPlaceWords(f, err)
	}
	newest, err := newestVersion(tx, f.Code)
	if err != nil {
		return nil, err
	}
	if f.Version <= newest {
		return nil, app.NewError(CodeFrameworkVersion, "version", f.Version, "newest", newest)
	}
	return body, d.checkOverlap(tx, f)
}

// inPlaceWords says in words where a fault is.
func inPlaceWords(f *app.Framework, err error) error {
	var known *app.Error
	if !errors.As(err, &known) || known.Code != app.CodeFrameworkInvalid {
		return err
	}
	place, _ := known.Values["place"].(string)
	detail := known.Values["detail"]
	return app.WrapError(err, app.CodeFrameworkInvalid, "place", f.PlaceWords(place), "flaw", known.Values["flaw"], "detail", detail)
}

// checkOverlap returns CodeFrameworkOverlap if another framework that a committee issued, for the same scope, subject and kind of cell, is in
// force in the same time in its newest version. Frameworks that came with the program are there to be replaced.
func (d *Desk) checkOverlap(tx *store.Tx, f *app.Framework) error {
	rows, err := tx.Frameworks() // the newest version of each code first
	if err != nil {
		return err
	}
	all, err := d.parsedFrameworks(tx)
	if err != nil {
		return err
	}
	seen := make(map[string]bool)
	for i, row := range rows {
		if seen[row.Code] || row.Code == f.Code || row.ReceivedAt.IsZero() {
			seen[row.Code] = true
			continue
		}
		seen[row.Code] = true
		if other := all[i]; other.Overlaps(f) {
			return app.NewError(CodeFrameworkOverlap, "name", other.Name, "from", other.ValidFrom.String())
		}
	}
	return nil
}

// IssueFramework checks a framework that is being made and puts it in force in the committee's book; packets and invitations carry it from
// then on. Errors: app.CodeFrameworkInvalid with the place in words, CodeFrameworkVersion, CodeFrameworkOverlap.
func (d *Desk) IssueFramework(ctx context.Context, f *app.Framework) error {
	known, err := SourceCatalogue()
	if err != nil {
		return err
	}
	f.Settle(known)
	return d.update(ctx, "issue framework", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		if f.Issuer == "" {
			f.Issuer = settings.Name
		}
		body, err := d.checkIssue(tx, f)
		if err != nil {
			return err
		}
		if err := d.takeFramework(tx, body); err != nil {
			return err
		}
		return tx.DeleteDraft(draftFramework + f.Code)
	})
}

// PreviewFramework shows a framework as a cell of a kind will see it before the first mark. It need not be without fault.
// Errors: those of app.Framework.Score.
func (d *Desk) PreviewFramework(f *app.Framework, kind app.CellKind) (SheetView, error) {
	variant := f.VariantFor(kind, false)
	if variant == "" && len(f.Variants) > 0 {
		variant = f.Variants[0].ID
	}
	view := SheetView{Framework: f, Marked: app.MarkedSheet{Framework: f.Code, Version: f.Version, Variant: variant}, Frozen: true}
	var err error
	view.Result, err = f.Score(app.ScoreInput{Variant: variant})
	return view, err
}

// WriteFrameworkPacket writes a framework as a signed packet for the cells to a folder. version 0 is the newest. The packet is not sealed: it holds no
// personal data, and every cell of the committee takes it. Errors: CodeNotCommittee, CodeNotFound, those of handover.WriteTo.
func (d *Desk) WriteFrameworkPacket(ctx context.Context, code string, version int, dir string, progress func(done, total int64)) (handover.Written, error) {
	body, err := d.FrameworkBody(ctx, code, version)
	if err != nil {
		return handover.Written{}, err
	}
	var sealed *handover.Sealed
	err = d.view(ctx, func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		sealed, err = d.sealPacket(tx, settings, handover.Manifest{Kind: handover.KindFramework, Seq: 1, Period: d.ThisMonth()}, body, nil)
		return err
	})
	if err != nil {
		return handover.Written{}, err
	}
	return handover.WriteTo(ctx, handover.Disk, dir, sealed.Name, sealed.Bytes, progress)
}
