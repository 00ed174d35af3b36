package main

import (
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// bar returns a function that shows progress on a terminal, and one that takes the bar away. Where there is no terminal both do nothing.
func (c *call) bar(text string) (progress func(done, total int), end func()) {
	if c.json || !term.IsTerminal(int(os.Stderr.Fd())) {
		return nil, func() {}
	}
	var shown *progressbar.ProgressBar
	progress = func(done, total int) {
		if shown == nil {
			shown = progressbar.NewOptions(total, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription(text),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
		}
		// A bar that cannot be drawn is no reason to stop the work.
		_ = shown.Set(done)
	}
	return progress, func() {
		if shown != nil {
			_ = shown.Finish()
		}
	}
}

// bytesBar is bar for work that is counted in bytes.
func (c *call) bytesBar(text string) (progress func(done, total int64), end func()) {
	small, end := c.bar(text)
	if small == nil {
		return nil, end
	}
	return func(done, total int64) { small(int(done), int(total)) }, end
}
