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

	State app.MonthState `json:"state,omitempty"` // of a report or of the month that a receipt answers, once taken

	Unregistered bool `json:"unregistered,omitempty"` // of a cell that has no invitation

	path string
}

// Path returns the file that was to be received, so that it can be taken again otherwise.
func (r Received) Path() string { return r.path }

// NeedsPassphrase reports whether the packet opens by a passphrase that the cell tells by phone.
func (r Received) NeedsPassphrase() bool {
	return r.Reason == handover.CodePassphraseNeeded || r.Reason == handover.CodePassphraseWrong
}

// IsForeign reports whether the packet is none of this book's business: one stick carries the packets of both ways and of many cells.
func (r Received) IsForeign() bool {
	switch r.Reason {
	case handover.CodeOwn, handover.CodeWrongDirection, handover.CodeNotForYou, handover.CodeWrongCell, handover.CodeWrongCommittee, handover.CodePassphraseNeeded:
		return true
	}
	return false
}

// IsReport reports whether the packet hands a month in.
func (r Received) IsReport() bool { return r.Kind == handover.KindReport }

// IsReceipt reports whether the packet answers one.
func (r Received) IsReceipt() bool { return r.Kind == handover.KindReceipt }

// IsStranger reports whether the packet is good but its cell is not in the list.
func (r Received) IsStranger() bool { return r.Reason == handover.CodeUnknownSender }

// Codes of packets that were taken in and wait with a question: the sentences of the questions themselves say that nothing was changed.
const (
	CodeTakenKeyUnknown     app.Code = "taken_key_not_registered" // Values: name, fingerprint
	CodeTakenKeyUnconfirmed app.Code = "taken_key_not_confirmed"  // Values: name, fingerprint
	CodeTakenKeyDiffers     app.Code = "taken_key_differs"        // Values: name, fingerprint, registered
	CodeTakenGap            app.Code = "taken_packet_gap"         // Values: seq, last, missing
	CodeTakenFork           app.Code = "taken_packet_fork"        // Values: seq, last
)

var takenCodes = map[app.Code]app.Code{
	handover.CodeKeyUnknown: CodeTakenKeyUnknown, handover.CodeKeyUnconfirmed: CodeTakenKeyUnconfirmed, handover.CodeKeyDiffers: CodeTakenKeyDiffers,
	handover.CodeGap: CodeTakenGap, handover.CodeFork: CodeTakenFork,
}

// Err returns why the file was not simply taken, as an error with a sentence; nil if it was.
func (r Received) Err() error {
	if r.Outcome == handover.Accept {
		return nil
	}
	if code, asked := takenCodes[r.Reason]; asked && r.Taken {
		return &app.Error{Code: code, Values: r.Values}
	}
	return &app.Error{Code: r.Reason, Values: r.Values}
}

// IsKnown reports whether the file brought nothing new: received before, or replaced by a newer one.
func (r Received) IsKnown() bool { return r.Outcome == handover.Ignore }

// saveEvery is after how many packets of a batch the book is saved: a program that is killed loses no more than these, some seconds of work, and they
// are on the stick still. Each save writes the whole book.
const saveEvery = 1000

// Receive takes packets from files and folders: reports in a committee's book; receipts, frameworks and notices in a cell's.
// Each packet is one transaction of its own; one that is refused changes nothing and does not stop the others. The book is saved after
// every 1,000 packets and at the end, also when it is cancelled. What this book wrote itself and finds again on the stick is passed over.
// With accept, packets that raise no question are accepted at once, whatever was found in them.
// Errors: CodeFileUnread for a path, CodeNoPackets if there is none, CodeCanceled with the list of what was done before.
func (d *Desk) Receive(ctx context.Context, paths []string, accept bool, progress func(done, total int)) ([]Received, error) {
	files, err := packetFiles(ctx, paths)
	if err != nil {
		return nil, err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	reader, err := d.readerOf(ctx)
	if err != nil {
		return nil, err
	}
	list, err := d.receiveAll(ctx, receiving{settings: settings, reader: reader, accept: accept}, files, func(done int) {
		if progress != nil {
			progress(done, len(files))
		}
	})
	list = slices.DeleteFunc(list, func(r Received) bool {
		return r.Reason == handover.CodeOwn && !slices.Contains(paths, r.path)
	})
	return list, errors.Join(err, d.book.Save(context.WithoutCancel(ctx)))
}

// Taking says how one packet is taken beyond what Receive does for a folder.
type Taking struct {
	Passphrase string // told by phone, for a packet of a cell that is not registered
	Enter      bool   // the cell that sent it is entered if it is not known
	Accept     bool   // accept it at once if it raises no question
}

// ReceiveOne takes one packet. A cell whose packet is opened by a passphrase is entered by it, marked as not registered.
// Errors: CodeFileUnread; CodeCellCodeTaken is a reason of the result.
func (d *Desk) ReceiveOne(ctx context.Context, path string, how Taking) (Received, error) {
	if _, err := packetFiles(ctx, []string{path}); err != nil {
		return Received{}, err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return Received{}, err
	}
	reader, err := d.readerOf(ctx)
	if err != nil {
		return Received{}, err
	}
	reader.Passphrase = how.Passphrase
	taking := receiving{settings: settings, reader: reader, accept: how.Accept, enter: how.Enter}
	file := d.openToReceive(ctx, taking, path)
	defer d.letGo(file)
	result, err := d.takeFile(ctx, taking, file)
	return result, errors.Join(err, d.book.Save(context.WithoutCancel(ctx)))
}

// receiving is what all packets of a batch have in common.
type receiving struct {
	settings app.Settings
	reader   handover.Reader
	accept   bool
	enter    bool // a cell that is not known is entered
}

// receiveAll takes files one after the other while the next ones are being read.
func (d *Desk) receiveAll(ctx context.Context, how receiving, files []string, done func(int)) ([]Received, error) {
	inner, stop := context.WithCancel(ctx)
	slots := openAhead(inner, files, func(path string) openedFile { return d.openToReceive(inner, how, path) })
	defer func() {
		stop()
		for slot := range slots {
			d.letGo(<-slot)
		}
	}()
	var list []Received
	for slot := range slots {
		file := <-slot
		result, err := d.takeFile(ctx, how, file)
		d.letGo(file)
		if err != nil {
			return list, err
		}
		list = append(list, result)
		done(len(list))
		if len(list)%saveEvery == 0 {
			if err := d.book.Save(ctx); err != nil {
				return list, err
			}
		}
	}
	if ctx.Err() != nil {
		return list, app.WrapError(ctx.Err(), app.CodeCanceled)
	}
	return list, nil
}

// takeFile judges an opened packet and takes it into the book.
func (d *Desk) takeFile(ctx context.Context, how receiving, file openedFile) (Received, error) {
	result := Received{File: filepath.Base(file.path), Outcome: handover.Refuse, Checks: file.checks, path: file.path}
	if file.err != nil {
		return refused(result, file.err), nil
	}
	describe(&result, file.packet)
	if file.report != nil {
		return d.receiveReport(ctx, how, file, result)
	}
	if how.settings.Role == app.CommitteeBook && file.packet.Manifest.Kind == handover.KindReceipt {
		if taken, known, err := d.receiveDecision(ctx, file.packet, result); known || err != nil {
			return taken, err
		}
	}
	return d.receiveAnswer(ctx, how, file, result)
}

func (d *Desk) readerOf(ctx context.Context) (handover.Reader, error) {
	var reader handover.Reader
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		reader, err = ownReader(tx)
		return err
	})
	return reader, err
}

func describe(r *Received, p *handover.Packet) {
	m := p.Manifest
	r.Kind, r.Cell, r.CellCode, r.Month, r.Seq, r.Code, r.PacketID = m.Kind, m.Cell.Name, m.Cell.Code, m.Period, m.Seq, p.Code, m.PacketID
	r.Unregistered = m.IsUnregistered()
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
	reader, err := d.readerOf(ctx)
	if err != nil {
		return result, err
	}
	file := openFile(path, reader)
	result.Checks = file.checks
	if app.CodeOf(file.err) == app.CodeFileUnread || app.CodeOf(file.err) == app.CodeTooLarge {
		return result, file.err
	}
	if file.err != nil {
		return refused(result, file.err), nil
	}
	describe(&result, file.packet)
	err = d.view(ctx, func(tx *store.Tx) error {
		verdict, err := d.judge(tx, file.packet)
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
