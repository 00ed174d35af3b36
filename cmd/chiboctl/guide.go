package main

import (
	"context"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

func guideCommands() []command {
	return []command{{name: "guide", args: "--out FILE", summary: wording.Mark("write the user's guide as PDF; no book is needed"), setup: setupGuide}}
}

func setupGuide(c *call) func(context.Context) error {
	out := c.text("out", wording.Text("file to write"))
	return func(context.Context) error {
		if err := c.need("out"); err != nil {
			return err
		}
		if err := desk.SaveGuide(*out); err != nil {
			return err
		}
		return c.wrote(*out)
	}
}
