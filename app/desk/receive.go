package desk

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Received is what became of one file that was to be received.
type Received struct {
	File     string           `json:"file"`
	Kind     handover.Kind    `json:"kind,omitempty"`
	Cell     string           `json:"cell,omitempty"`
	CellCode string           `json:"cellCode,omitempty"`
	Month    app.Month        `json:"month,omitempty"`
	Seq      int              `json:"seq,omitempty"`
	Code     string           `json:"code,omitempty"` // comparison code
	PacketID string           `json:"packetID,omitempty"`
	Outcome  handover.Outcome `json:"verdict"`
	Reason   app.Code         `json:"reason,omitempty"`
	Values   map[string]any   `json:"values,omitempty"`
	Checks   []handover.Check `json:"checks"`
	Taken    bool             `json:"taken"` // the book changed
}

// Err returns why the file was not simply taken, as an error with a sentence; nil if it was.
func (r Received) Err() error {
	if r.Outcome == handover.Accept {
		return nil
	}
	return &app.Error{Code: r.Reason, Values: r.Values}
}

// Receive takes packets from files and folders: reports in a committee's book; receipts and frameworks in a cell's.
// Each packet is one transaction of its own; one that is refused changes nothing and does not stop the others.
// What this book wrote itself and finds again on the stick is passed over. With accept, packets without a finding are accepted at once.
// Errors: CodeFileUnread for a path, CodeNoPackets if there is none.
func (d *Desk) Receive(ctx context.Context, paths []string, accept bool, progress func(done, total int)) ([]Received, error) {
	files, err := packetFiles(paths)
	if err != nil {
		return nil, err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	var list []Received
	for i, file := range files {
		if ctx.Err() != nil {
			return list, app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		result, err := d.receiveFile(ctx, settings, file, accept)
		if err != nil {
			return list, err
		}
		if result.Reason != handover.CodeOwn || slices.Contains(paths, file) {
			list = append(list, result)
		}
		if progress != nil {
			progress(i+1, len(files))
		}
	}
	return list, nil
}

func (d *Desk) receiveFile(ctx context.Context, settings app.Settings, path string, accept bool) (Received, error) {
	result := Received{File: filepath.Base(path), Outcome: handover.Refuse}
	data, err := readPacketFile(path)
	if err != nil {
		return refused(result, err), nil
	}
	keys, err := d.keysOf(ctx)
	if err != nil {
		return result, err
	}
	packet, checks, err := handover.Open(data, keys)
	result.Checks = checks
	if err != nil {
		return refused(result, err), nil
	}
	describe(&result, packet)
	if settings.Role == app.CommitteeBook {
		return d.receiveReport(ctx, settings, keys, packet, data, result, accept)
	}
	return d.receiveAnswer(ctx, settings, keys, packet, result)
}

func (d *Desk) keysOf(ctx context.Context) (*handover.Keys, error) {
	var keys *handover.Keys
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		keys, err = ownKeys(tx)
		return err
	})
	return keys, err
}

func describe(r *Received, p *handover.Packet) {
	m := p.Manifest
	r.Kind, r.Cell, r.CellCode, r.Month, r.Seq, r.Code, r.PacketID = m.Kind, m.Cell.Name, m.Cell.Code, m.Period, m.Seq, p.Code, m.PacketID
}

func refused(r Received, err error) Received {
	r.Outcome, r.Reason = handover.Refuse, app.CodeOf(err)
	var known *app.Error
	if errors.As(err, &known) {
		r.Values = known.Values
	}
	return r
}

func (r *Received) judge(v handover.Verdict) {
	r.Outcome, r.Reason, r.Values = v.Outcome, v.Code, v.Values
	r.Checks = append(r.Checks, v.Checks...)
}

// Verify opens a packet and judges it as Receive would, and changes nothing.
func (d *Desk) Verify(ctx context.Context, path string) (Received, error) {
	result := Received{File: filepath.Base(path), Outcome: handover.Refuse}
	data, err := readPacketFile(path)
	if err != nil {
		return result, err
	}
	keys, err := d.keysOf(ctx)
	if err != nil {
		return result, err
	}
	packet, checks, err := handover.Open(data, keys)
	result.Checks = checks
	if err != nil {
		return refused(result, err), nil
	}
	describe(&result, packet)
	err = d.view(ctx, func(tx *store.Tx) error {
		verdict, err := d.judge(tx, keys, packet)
		result.judge(verdict)
		return err
	})
	return result, err
}

// unlessOurs refuses a packet for what is wrong with it, so that it does not stop the others; a fault of the book itself is an error.
func unlessOurs(result Received, err error) (Received, error) {
	switch app.CodeOf(err) {
	case app.CodeInternal, app.CodeCanceled, app.CodeDiskFull, app.CodeFileUnwrite, store.CodeSaveFailed, store.CodeBookClosed, store.CodeBookReloaded:
		return result, err
	}
	return refused(result, err), nil
}

// decodeData reads a packet's data.json into target; what does not fit gives CodeBadData.
func decodeData(data []byte, target any) error {
	if err := json.Unmarshal(data, target); err != nil {
		return app.WrapError(err, CodeBadData)
	}
	return nil
}

// CodeBadData: the packet's contents are not what its kind promises.
const CodeBadData app.Code = "packet_bad_data"
