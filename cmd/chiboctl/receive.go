package main

import (
	"context"
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// codeSomeRefused: some packets were taken and others were not; Values: refused, taken.
const codeSomeRefused app.Code = "receive_partly"

// Outcomes of a packet as its verdict says them.
const (
	verdictIgnore = "ignore"
	verdictRefuse = "refuse"
)

// Reasons of verdicts that this room acts on.
const (
	reasonSame           app.Code = "packet_same"
	reasonKeyUnknown     app.Code = "key_not_registered"
	reasonKeyUnconfirmed app.Code = "key_not_confirmed"
)

func receiveCommands() []command {
	return []command{
		{name: "receive", args: "FILE…|DIR", least: 1, most: -1, summary: wording.Mark("take packets: a committee those of its cells, a cell its receipts and frameworks"), setup: setupReceive},
		{name: "accept", args: "--cell CODE --month M", summary: wording.Mark("accept the packet of a cell's month"), setup: setupDecide(app.ReceiptAccepted)},
		{name: "return", args: "--cell CODE --month M --remark …", summary: wording.Mark("return the packet of a cell's month with remarks"), setup: setupDecide(app.ReceiptReturned)},
		{name: "receipt", args: "--to DIR", summary: wording.Mark("write the receipts of decisions for the cells"), setup: setupReceipt},
	}
}

// packetShown is one packet as verify and receive give it with --json.
type packetShown struct {
	File     string    `json:"file"`
	Kind     string    `json:"kind"`
	Cell     string    `json:"cell"`
	CellCode string    `json:"cellCode"`
	Month    app.Month `json:"month"`
	Seq      int       `json:"seq"`
	Code     string    `json:"code"`
	PacketID string    `json:"packetID"`
	Verdict  string    `json:"verdict"` // accept, ignore, ask or refuse
	Reason   app.Code  `json:"reason"`
	Sentence string    `json:"sentence"`
	Taken    bool      `json:"taken"`

	Unregistered bool `json:"unregistered,omitempty"` // of a cell without an invitation

	Checks []checkShown `json:"checks"`
}

type checkShown struct {
	Name     string   `json:"name"`
	OK       bool     `json:"ok"`
	Code     app.Code `json:"code,omitempty"`
	Sentence string   `json:"sentence"`
}

func isRefused(r desk.Received) bool {
	return string(r.Outcome) == verdictRefuse || string(r.Outcome) == verdictIgnore && r.Reason != reasonSame
}

func shownPacket(r desk.Received) packetShown {
	shown := packetShown{File: r.File, Kind: string(r.Kind), Cell: r.Cell, CellCode: r.CellCode, Month: r.Month, Seq: r.Seq, Code: r.Code, PacketID: r.PacketID,
		Verdict: string(r.Outcome), Reason: r.Reason, Taken: r.Taken, Unregistered: r.Unregistered, Checks: []checkShown{}}
	if r.Reason != "" {
		shown.Sentence = wording.Sentence(&app.Error{Code: r.Reason, Values: r.Values})
		if err := r.Err(); err != nil {
			shown.Sentence = wording.Sentence(err)
		}
	}
	for _, check := range r.Checks {
		line := checkShown{Name: check.Name, OK: check.OK, Sentence: checkWords(check.Name)}
		if !check.OK {
			line.Code, line.Sentence = check.Code, wording.Sentence(check.Err())
		}
		shown.Checks = append(shown.Checks, line)
	}
	return shown
}

// tellPackets prints what became of packets.
func (c *call) tellPackets(results []desk.Received, took bool) error {
	var shown []packetShown
	for _, r := range results {
		shown = append(shown, shownPacket(r))
	}
	if c.json {
		if took {
			return c.printJSON(map[string]any{"packets": list(shown)})
		}
		return c.printJSON(shown[0])
	}
	for _, p := range shown {
		fmt.Fprintf(c.out, "%s  %s %s %s\n", p.File, p.CellCode, p.Cell, p.Month.String())
		if p.Unregistered {
			fmt.Fprintf(c.out, "  %s\n", wording.Text("Not registered: handed over without an invitation"))
		}
		for _, check := range p.Checks {
			mark := "✓"
			if !check.OK {
				mark = "✗"
			}
			fmt.Fprintf(c.out, "  %s %s\n", mark, check.Sentence)
		}
		switch {
		case p.Taken && p.Reason == reasonSame:
			fmt.Fprintf(c.out, "  → %s\n", wording.Text("Received before, accepted now."))
		case p.Sentence != "":
			fmt.Fprintf(c.out, "  → %s\n", p.Sentence)
		}
	}
	return nil
}

func setupReceive(c *call) func(context.Context) error {
	c.bookFlags()
	accept := c.set.Bool("accept", false, wording.Text("accept at once what raises no question"))
	told := c.text("packet-passphrase-file", wording.Text("file whose first line is the passphrase that a cell without an invitation told by phone"))
	enter := c.set.Bool("enter", false, wording.Text("enter the cell of the packet if it is not in the list"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			if *told != "" || *enter {
				return c.receiveOne(ctx, d, *told, desk.Taking{Enter: *enter, Accept: *accept})
			}
			progress, end := c.bar(wording.Text("Receiving"))
			results, err := d.Receive(ctx, c.args, *accept, progress)
			end()
			if err != nil {
				return err
			}
			if *accept {
				if err := acceptWaiting(ctx, d, results); err != nil {
					return err
				}
			}
			if err := c.tellPackets(results, true); err != nil {
				return err
			}
			return verdictOf(results)
		})
	}
}

// receiveOne takes each file with the passphrase that was told, or enters its cell.
func (c *call) receiveOne(ctx context.Context, d *desk.Desk, told string, how desk.Taking) error {
	var err error
	if told != "" {
		if how.Passphrase, err = firstLine(told); err != nil {
			return err
		}
	}
	var results []desk.Received
	for _, path := range c.args {
		result, err := d.ReceiveOne(ctx, path, how)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	if err := c.tellPackets(results, true); err != nil {
		return err
	}
	return verdictOf(results)
}

// foreign are the reasons why a packet is none of the book's business. One stick carries the packets of both ways and of several
// cells, so such packets are no fault while others on it are the book's own.
var foreign = map[app.Code]bool{"packet_own": true, "packet_direction": true, "packet_not_for_you": true, "packet_wrong_cell": true, "packet_wrong_committee": true}

// verdictOf is the fault of a batch: none, that of the packets that were refused, or codeSomeRefused if others were taken.
func verdictOf(results []desk.Received) error {
	var first error
	taken, refused := 0, 0
	own := slices.ContainsFunc(results, func(r desk.Received) bool { return !foreign[r.Reason] })
	for _, r := range results {
		if r.Taken {
			taken++
		}
		if isRefused(r) && !(own && foreign[r.Reason]) {
			refused++
			if first == nil {
				first = r.Err()
			}
		}
	}
	if first != nil && taken > 0 {
		return app.NewError(codeSomeRefused, "refused", refused, "taken", taken)
	}
	return first
}

// acceptWaiting accepts packets that came in before their cell's key was confirmed and raise no other question.
func acceptWaiting(ctx context.Context, d *desk.Desk, results []desk.Received) error {
	settings, err := d.Settings(ctx)
	if err != nil || settings.Role != app.CommitteeBook {
		return err
	}
	for i, r := range results {
		if r.Reason != reasonSame {
			continue
		}
		view, err := d.Packet(ctx, r.PacketID)
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return err
		}
		q := view.Packet.Question
		if view.Packet.State != app.MonthReceived || view.Cell.KeyState != app.KeyConfirmed || q != "" && q != reasonKeyUnknown && q != reasonKeyUnconfirmed {
			continue
		}
		if err := d.Decide(ctx, r.PacketID, app.ReceiptAccepted, ""); err != nil {
			return err
		}
		results[i].Taken = true
	}
	return nil
}

func setupDecide(verdict app.ReceiptVerdict) func(*call) func(context.Context) error {
	return func(c *call) func(context.Context) error {
		c.bookFlags()
		code := c.text("cell", wording.Text("code of the cell"))
		c.text("month", wording.Text("month, 2026-11"))
		remark := c.text("remark", wording.Text("what the cell is to mend"))
		return func(ctx context.Context) error {
			if err := c.need("cell"); err != nil {
				return err
			}
			month, err := c.month("month")
			if err != nil {
				return err
			}
			return c.withBook(ctx, func(d *desk.Desk) error {
				packetID, err := packetOf(ctx, d, *code, month)
				if err != nil {
					return err
				}
				if err := d.Decide(ctx, packetID, verdict, *remark); err != nil {
					return err
				}
				return c.tellMatrix(ctx, d, month, 1)
			})
		}
	}
}

// codeNoSuchPacket: a cell has handed in nothing for a month; Values: cell, month.
const codeNoSuchPacket app.Code = "cell_without_packet"

// packetOf returns the id of the newest packet of a cell's month.
func packetOf(ctx context.Context, d *desk.Desk, code string, month app.Month) (string, error) {
	matrix, err := d.Matrix(ctx, month, 1)
	if err != nil {
		return "", err
	}
	for _, row := range matrix.Rows {
		if row.Cell.Code == code && row.Months[0].PacketID != "" {
			return row.Months[0].PacketID, nil
		}
	}
	return "", app.NewError(codeNoSuchPacket, "cell", code, "month", month.String())
}

func setupReceipt(c *call) func(context.Context) error {
	c.bookFlags()
	to := c.text("to", wording.Text("folder or stick to write to"))
	all := c.set.Bool("all", false, wording.Text("also receipts that were written before"))
	return func(ctx context.Context) error {
		if err := c.need("to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			progress, end := c.bar(wording.Text("Writing"))
			names, err := d.WriteReceipts(ctx, *to, *all, progress)
			end()
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string][]string{"files": list(names)})
			}
			for _, name := range names {
				c.say(wording.Text("Wrote {path}.", "path", name))
			}
			if len(names) == 0 {
				c.say(wording.Text("No decision waits for a receipt."))
			}
			return nil
		})
	}
}
