package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// ScaleCommittee is a committee of many cells: all earlier months accepted, the last month's packets sealed on a stick and not received yet.
type ScaleCommittee struct {
	Committee *Desk
	Stick     string
	Last      app.Month
	cells     []app.CellEntry
	keys      []*handover.Keys
}

// earlierState is how a cell's earlier months ended: nearly all accepted, some late, few returned or missing.
func earlierState(cell, month int) (state app.MonthState, late bool) {
	switch n := (cell*7 + month*13) % 97; {
	case n == 0:
		return "", false
	case n == 1:
		return app.MonthReturned, false
	default:
		return app.MonthAccepted, n < 9
	}
}

// FillScale enters cells under grassroots committees with the rows of their earlier months, each as it grew: received, decided, answered.
// A cell of a demo gives the contents that every cell's packet of the last month carries, under its own names and key.
func FillScale(ctx context.Context, committee *Desk, demo, dir string, cells int, months []app.Month) (*ScaleCommittee, error) {
	s := &ScaleCommittee{Committee: committee, Stick: filepath.Join(dir, "stick"), Last: months[len(months)-1]}
	if err := os.MkdirAll(s.Stick, 0o700); err != nil {
		return nil, err
	}
	if err := s.enterCells(ctx, cells, months[0]); err != nil {
		return nil, err
	}
	for n, month := range months[:len(months)-1] {
		if err := s.fillMonth(ctx, month, n); err != nil {
			return nil, err
		}
	}
	if err := s.sealAll(ctx, demo, s.Last, s.writeToStick); err != nil {
		return nil, err
	}
	all := s.cells
	s.cells = all[:min(reviewable, cells)]
	err := s.sealAll(ctx, demo, s.Last.Add(-1), s.archive(ctx, len(months)-2))
	s.cells = all
	return s, err
}

// reviewable is how many cells have the packet before the last in the archive, so that the two can be compared.
const reviewable = 20

func (s *ScaleCommittee) writeToStick(_ int, sealed *handover.Sealed) error {
	return os.WriteFile(filepath.Join(s.Stick, sealed.Name), sealed.Bytes, 0o600)
}

// archive puts a sealed packet behind the row of a cell's earlier month.
func (s *ScaleCommittee) archive(ctx context.Context, n int) func(int, *handover.Sealed) error {
	return func(i int, sealed *handover.Sealed) error {
		return s.Committee.updateUnsaved(ctx, "fill", func(tx *store.Tx) error {
			row, err := tx.ReceivedPacket(fmt.Sprintf("p%04d-%02d", i, n))
			if app.CodeOf(err) == app.CodeNotFound {
				return nil
			}
			if err != nil {
				return err
			}
			ref, err := s.Committee.book.PutFile(ctx, tx, sealed.Name, "application/age", bytes.NewReader(sealed.Bytes))
			if err != nil {
				return err
			}
			row.FileID = ref.ID
			return tx.PutReceivedPacket(row)
		})
	}
}

var scaleKinds = []app.CellKind{app.PrivateEnterprise, app.StateEnterprise, app.FDIEnterprise, app.PublicServiceUnit}

func (s *ScaleCommittee) enterCells(ctx context.Context, cells int, first app.Month) error {
	const perBody = 50
	texts, err := loadDemoTexts()
	if err != nil {
		return err
	}
	return s.Committee.updateUnsaved(ctx, "fill", func(tx *store.Tx) error {
		body := ""
		for i := range cells {
			if i%perBody == 0 {
				body = fmt.Sprintf("body%03d", i/perBody)
				if err := tx.PutOrganisation(app.Organisation{ID: body, Code: fmt.Sprintf("DB%02d", i/perBody+1), Name: fmt.Sprintf("Đảng bộ Công ty thành viên %d", i/perBody+1)}); err != nil {
					return err
				}
			}
			keys, err := handover.NewKeys()
			if err != nil {
				return err
			}
			unit := texts.Cells[i%len(texts.Cells)]
			c := app.CellEntry{ID: fmt.Sprintf("cell%04d", i), Code: fmt.Sprintf("CB%04d", i+1), Name: fmt.Sprintf("Chi bộ số %d, %s", i+1, strings.TrimPrefix(unit.Name, "Chi bộ ")),
				Kind: scaleKinds[i%len(scaleKinds)], FirstMonth: first, KeyState: app.KeyConfirmed, SuperiorID: body, ConfirmedOn: first.First(),
				SigningKey: keys.Public().SigningKey, Recipient: keys.Public().Recipient, Fingerprint: keys.Public().Fingerprint(), Contact: fmt.Sprintf("0900 000 %03d", i%1000)}
			if err := tx.PutCell(c); err != nil {
				return err
			}
			s.cells, s.keys = append(s.cells, c), append(s.keys, keys)
		}
		return nil
	})
}

// fillMonth writes the rows of a month that was received, decided and answered long ago.
func (s *ScaleCommittee) fillMonth(ctx context.Context, month app.Month, n int) error {
	return s.Committee.updateUnsaved(ctx, "fill", func(tx *store.Tx) error {
		for i := range s.cells {
			state, late := earlierState(i, n)
			if state == "" {
				continue
			}
			c := &s.cells[i]
			at := month.First().AddDays(22).Time().Add(9 * time.Hour)
			if late {
				at = at.AddDate(0, 0, 12)
			}
			points, meeting := 18+(i+n)%7, 82+(i*3+n*5)%17
			p := app.ReceivedPacket{ID: fmt.Sprintf("p%04d-%02d", i, n), CellID: c.ID, Month: month, Seq: c.LastSeq + 1, ReceivedAt: at, State: app.MonthReceived,
				ManifestHash: fmt.Sprintf("%064x", i*100+n), PreviousHash: c.LastManifestHash, InstallID: "install-" + c.ID, SigningKey: c.SigningKey, Recipient: c.Recipient,
				FileName: fmt.Sprintf("%s-%s-%d.chibo", c.Code, month, n+1), Code: "3B9C-E21F",
				Summary: app.PacketSummary{Members: 25, Probationary: 1, Exempt: 1, AtThreshold: app.Share{Part: points, Whole: 24}, Attendance: app.Share{Part: 22, Whole: 25},
					BelowThreshold: []string{"Cao Văn Lực 24", "Trần Thị Hà 22"}, MeetingMinutes: 95 + n, MeetingScore: fmt.Sprint(meeting), MeetingLevel: []string{"Khá", "Tốt"}[meeting/90],
					TasksDone: app.Share{Part: 4, Whole: 5}, CriteriaScore: fmt.Sprint(75 + (i+n)%22), CriteriaLevel: "Đạt", CriteriaScored: app.Share{Part: 34, Whole: 34},
					MinutesPages: 3, ResolutionPages: 2, SecretaryName: "Nguyễn Thị Minh Hằng"}}
			if err := tx.PutReceivedPacket(p); err != nil {
				return err
			}
			c.LastSeq, c.LastManifestHash, c.InstallID, c.SecretaryName = p.Seq, p.ManifestHash, p.InstallID, p.Summary.SecretaryName
			if err := tx.PutCell(*c); err != nil {
				return err
			}
			p.State, p.DecidedAt, p.DecidedBy = state, at.Add(time.Hour), "Văn phòng"
			if err := tx.PutReceivedPacket(p); err != nil {
				return err
			}
			p.ReceiptAt = at.Add(2 * time.Hour)
			if err := tx.PutReceivedPacket(p); err != nil {
				return err
			}
		}
		return nil
	})
}

// sealAll seals each cell's packet of a month, on all cores.
func (s *ScaleCommittee) sealAll(ctx context.Context, demo string, month app.Month, keep func(int, *handover.Sealed) error) error {
	content, files, err := scaleContents(ctx, demo, month)
	if err != nil {
		return err
	}
	var to handover.PublicKeys
	var settings app.Settings
	if err := s.Committee.view(ctx, func(tx *store.Tx) error {
		keys, err := ownKeys(tx)
		if err != nil {
			return err
		}
		to = keys.Public()
		settings, err = tx.Settings()
		return err
	}); err != nil {
		return err
	}
	texts, err := loadDemoTexts()
	if err != nil {
		return err
	}
	var workers sync.WaitGroup
	faults := make([]error, runtime.GOMAXPROCS(0))
	for worker := range faults {
		workers.Go(func() {
			for i := worker; i < len(s.cells) && faults[worker] == nil; i += len(faults) {
				sealed, err := s.sealOne(i, content, files, settings, to, texts)
				if err == nil {
					err = keep(i, sealed)
				}
				faults[worker] = err
			}
		})
	}
	workers.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *ScaleCommittee) sealOne(i int, content app.Snapshot, files []handover.File, settings app.Settings, to handover.PublicKeys, texts demoTexts) (*handover.Sealed, error) {
	c := s.cells[i]
	random, taken := chance(1, c.ID), map[string]bool{}
	members := make([]app.Member, len(content.Members))
	for m := range members {
		person := content.Members[m]
		person.FullName, person.PartyCardNo = inventPerson(random, texts, texts.Trades[texts.Cells[i%len(texts.Cells)].Trade], taken).FullName, fmt.Sprintf("%08d", i*100+m)
		members[m] = person
	}
	if i%dirtyCells != 0 {
		content = withoutFindings(content)
	}
	content.Members, content.Seq, content.Settings.Name, content.Settings.Code, content.Settings.OrganisationID = members, c.LastSeq+1, c.Name, c.Code, c.ID
	data, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	return handover.Seal(s.keys[i], handover.Contents{Data: data, Files: files, Manifest: handover.Manifest{Kind: handover.KindReport, PacketID: fmt.Sprintf("last-%04d", i),
		Period: content.Month, Seq: content.Seq, Previous: c.LastManifestHash, InstallID: "install-" + c.ID, Created: s.Last.First().AddDays(20).Time().Format(time.RFC3339),
		AppVersion: Version, Schema: app.SnapshotFormat, Cell: handover.Cell{ID: c.ID, Code: c.Code, Name: c.Name},
		Committee: handover.Committee{ID: settings.OrganisationID, Name: settings.Name, KeyID: to.KeyID()}}}, to)
}

// dirtyCells is one of how many cells hands in something to look at: a member below the handbook points.
const dirtyCells = 5

func withoutFindings(content app.Snapshot) app.Snapshot {
	content.Points = slices.Clone(content.Points)
	for i := range content.Points {
		content.Points[i].Points = max(content.Points[i].Points, 31)
	}
	content.Summary.BelowThreshold, content.Summary.AtThreshold.Part = nil, content.Summary.AtThreshold.Whole
	return content
}

// scaleDemoCell is the cell of the demo whose packets are like those of most cells: 25 members, nothing wrong.
const scaleDemoCell = 2

// scaleContents opens what a cell of a demo handed in for a month.
func scaleContents(ctx context.Context, demo string, month app.Month) (content app.Snapshot, files []handover.File, err error) {
	cell, err := Open(ctx, filepath.Join(demo, "cells", cellCode(scaleDemoCell)), DemoPassphrase)
	if err != nil {
		return content, nil, err
	}
	defer cell.CloseDiscarding()
	keys, err := cell.keysOf(ctx)
	if err != nil {
		return content, nil, err
	}
	paths, err := filepath.Glob(filepath.Join(demo, "stick", "*"+cellCode(scaleDemoCell)+"-"+string(month)+"-*"))
	if err != nil || len(paths) == 0 {
		return content, nil, fmt.Errorf("no packet of %s: %v", month, err)
	}
	data, err := os.ReadFile(paths[len(paths)-1])
	if err != nil {
		return content, nil, err
	}
	packet, _, err := handover.Open(data, keys)
	if err != nil {
		return content, nil, err
	}
	return content, packet.Files, readSnapshot(packet, &content)
}

// CommitteeKeys returns the committee's own keys.
func (s *ScaleCommittee) CommitteeKeys(ctx context.Context) (*handover.Keys, error) {
	return s.Committee.keysOf(ctx)
}
