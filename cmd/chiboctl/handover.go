package main

import (
	"context"
	"path/filepath"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func handoverCommands() []command {
	return []command{
		{name: "handover", args: "--month M --to DIR", summary: wording.Mark("seal a closed month, write it to a folder or stick and read it back"), setup: setupHandover},
		{name: "verify", args: "FILE", least: 1, most: 1, summary: wording.Mark("open and judge a packet; nothing is changed"), setup: setupVerify},
	}
}

func setupHandover(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	to := c.text("to", wording.Text("folder or stick to write to"))
	byPassphrase := c.set.Bool("by-passphrase", false, wording.Text("of a cell without an invitation: seal it by a passphrase to be told by phone"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		if err := c.need("to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			progress, end := c.bytesBar(wording.Text("Writing"))
			var packet app.OutboxPacket
			passphrase := ""
			if *byPassphrase {
				packet, passphrase, err = d.HandoverByPassphrase(ctx, month, *to, progress)
			} else {
				packet, err = d.Handover(ctx, month, *to, progress)
			}
			end()
			if err != nil {
				return err
			}
			path := filepath.Join(*to, packet.FileName)
			if c.json {
				return c.printJSON(map[string]any{"file": path, "packetID": packet.ID, "seq": packet.Seq, "size": packet.Size, "sha256": packet.SHA256, "code": packet.Code, "passphrase": passphrase})
			}
			c.say(wording.Text("Written and read back: {path}, {size:size}. Safe to remove.", "path", path, "size", packet.Size))
			c.say(wording.Text("Comparison code: {code}", "code", packet.Code))
			if passphrase != "" {
				c.say(wording.Text("Not registered. Passphrase to tell by phone, shown only now: {passphrase}", "passphrase", passphrase))
			}
			view, err := d.HandoverView(ctx, month)
			if err == nil && len(view.LeftOut) > 0 {
				c.say(wording.Text("No room in the packet for {names}. The committee sees their names; hand them over another way.", "names", strings.Join(view.LeftOut, ", ")))
			}
			return err
		})
	}
}

func setupVerify(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			result, err := d.Verify(ctx, c.args[0])
			if err != nil {
				return err
			}
			if err := c.tellPackets([]desk.Received{result}, false); err != nil {
				return err
			}
			if isRefused(result) {
				return result.Err()
			}
			return nil
		})
	}
}
