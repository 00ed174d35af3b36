package desk

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Invitation is the data.json of an invitation: what a new cell begins with.
type Invitation struct {
	Format        int               `json:"format"`
	CellID        string            `json:"cellID"`
	Code          string            `json:"code"`
	Name          string            `json:"name"`
	Kind          app.CellKind      `json:"kind"`
	Enterprise    string            `json:"enterprise"`
	SuperiorName  string            `json:"superiorName"`
	CommitteeName string            `json:"committeeName"`
	PlaceName     string            `json:"placeName"`
	Rules         []app.DatedRule   `json:"rules"`
	Frameworks    []json.RawMessage `json:"frameworks"`
	Deputies      []app.DeputyKey   `json:"deputies,omitempty"` // cells seal to them, too
}

// InvitedCell says which cell an invitation is for.
type InvitedCell struct {
	Code, Name   string
	Kind         app.CellKind
	SuperiorName string // head of the cell's documents; empty: "Đảng bộ" and the enterprise
	FirstMonth   app.Month
}

// Invite enters a cell, or finds the one that goes on under the code, and writes its invitation to a folder. Errors: CodeNotCommittee, CodeDeputyBook,
// CodeCellCodeTaken for a code of a cell of another name, CodeCodeTaken for that of a body, those of app.Settings.Validate and handover.WriteTo.
func (d *Desk) Invite(ctx context.Context, cell InvitedCell, dir string, progress func(done, total int64)) (handover.Written, app.CellEntry, error) {
	var entry app.CellEntry
	var sealed *handover.Sealed
	cell.Name, cell.Code = app.Clean(cell.Name), app.Clean(cell.Code)
	err := d.update(ctx, "invite cell", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		if entry, err = d.invitedEntry(tx, cell); err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		if err := tx.PutCell(entry); err != nil {
			return err
		}
		sealed, err = d.sealInvitation(tx, settings, entry, cell.SuperiorName)
		return err
	})
	if err != nil {
		return handover.Written{}, entry, err
	}
	written, err := handover.WriteTo(ctx, handover.Disk, dir, sealed.Name, sealed.Bytes, progress)
	return written, entry, err
}

func (d *Desk) invitedEntry(tx *store.Tx, cell InvitedCell) (app.CellEntry, error) {
	entry := app.CellEntry{ID: d.newID(), Code: cell.Code, KeyState: app.KeyNone, FirstMonth: d.ThisMonth()}
	cells, err := tx.Cells()
	if err != nil {
		return entry, err
	}
	for _, known := range cells {
		if known.LastMonth != "" || !strings.EqualFold(known.Code, cell.Code) {
			continue
		}
		if known.InvitedOn != "" && app.Fold(known.Name) != app.Fold(cell.Name) { // renaming is an event of its own
			return entry, app.NewError(CodeCellCodeTaken, "code", known.Code, "cell", known.Name, "name", cell.Name)
		}
		entry = known
	}
	if err := freeCode(tx, entry.ID, entry.Code); err != nil {
		return entry, err
	}
	entry.Name, entry.Kind, entry.InvitedOn = cell.Name, cell.Kind, d.Today()
	if entry.Kind == "" {
		entry.Kind = app.PrivateEnterprise
	}
	if cell.FirstMonth != "" {
		entry.FirstMonth = cell.FirstMonth
	}
	if err := entry.FirstMonth.Validate(); err != nil {
		return entry, err
	}
	check := app.Settings{Name: entry.Name, Code: entry.Code}
	return entry, check.Validate()
}

func (d *Desk) sealInvitation(tx *store.Tx, settings app.Settings, entry app.CellEntry, superior string) (*handover.Sealed, error) {
	frameworks, err := tx.Frameworks()
	if err != nil {
		return nil, err
	}
	invitation := Invitation{Format: app.SnapshotFormat, CellID: entry.ID, Code: entry.Code, Name: entry.Name, Kind: entry.Kind,
		Enterprise: settings.Enterprise, SuperiorName: superior, CommitteeName: settings.Name, PlaceName: settings.PlaceName, Rules: settings.Rules}
	if invitation.SuperiorName == "" {
		invitation.SuperiorName = settings.SuperiorName
	}
	deputies, err := tx.Deputies()
	if err != nil {
		return nil, err
	}
	for _, deputy := range deputies {
		if deputy.IsActive() {
			invitation.Deputies = append(invitation.Deputies, deputy.DeputyKey)
		}
	}
	for _, f := range frameworks {
		invitation.Frameworks = append(invitation.Frameworks, json.RawMessage(f.Body))
	}
	data, err := json.Marshal(invitation)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return d.sealPacket(tx, settings, handover.Manifest{Kind: handover.KindInvitation, Seq: 1,
		Cell: handover.Cell{ID: entry.ID, Code: entry.Code, Name: entry.Name}}, data, nil)
}

// RenewInvitations writes the invitations of all invited cells anew, so that each cell learns of new deputies and frameworks. A cell takes its
// own from the stick and keeps what it has. progress may be nil. It returns the names of the files.
func (d *Desk) RenewInvitations(ctx context.Context, dir string, progress func(done, total int)) ([]string, error) {
	var all []*handover.Sealed
	err := d.update(ctx, "renew invitations", func(tx *store.Tx) error {
		all = nil
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		for _, cell := range cells {
			if cell.InvitedOn == "" || cell.LastMonth != "" {
				continue
			}
			sealed, err := d.sealInvitation(tx, settings, cell, "")
			if err != nil {
				return err
			}
			all = append(all, sealed)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var names []string
	for i, sealed := range all {
		written, err := handover.WriteTo(ctx, handover.Disk, dir, sealed.Name, sealed.Bytes, nil)
		if err != nil {
			return names, err
		}
		names = append(names, written.Name)
		if progress != nil {
			progress(i+1, len(all))
		}
	}
	return names, nil
}

// sealPacket completes a committee's or cell's manifest and seals it.
func (d *Desk) sealPacket(tx *store.Tx, settings app.Settings, m handover.Manifest, data []byte, files []handover.File, to ...handover.PublicKeys) (*handover.Sealed, error) {
	keys, err := ownKeys(tx)
	if err != nil {
		return nil, err
	}
	if m.InstallID, err = d.installID(tx); err != nil {
		return nil, err
	}
	m.PacketID, m.Created, m.AppVersion, m.Schema = d.newID(), d.Now().UTC().Format(time.RFC3339), Version, app.SnapshotFormat
	if settings.Role == app.CommitteeBook && !m.Kind.IsUpward() {
		m.Committee = handover.Committee{ID: settings.OrganisationID, Name: settings.Name}
	}
	return handover.Seal(keys, handover.Contents{Manifest: m, Data: data, Files: files}, to...)
}
