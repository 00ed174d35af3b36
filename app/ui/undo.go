package ui

import (
	"context"

	"sochibo/app/wording"
)

// undo takes back the last change of the book, whichever screen made it, and shows the present screen anew.
func (p *Program) undo() {
	d := p.desk
	Load(p.frame.Worker, wording.Text("Undoing"), d.Undo, func(command string) {
		p.frame.Reload()
		again := NewSmall(wording.Text("Redo"), IconRedo, p.redo)
		p.frame.ShowNotice(MeaningReceived, wording.Text("Undone: {what}", "what", wording.CommandWords(command)), again)
	})
}

// redo makes the change again that was taken back last.
func (p *Program) redo() {
	d := p.desk
	Load(p.frame.Worker, wording.Text("Undoing"), func(ctx context.Context) (string, error) { return d.Redo(ctx) }, func(command string) {
		p.frame.Reload()
		p.frame.ShowNotice(MeaningReceived, wording.Text("Done again: {what}", "what", wording.CommandWords(command)), nil)
	})
}

// nothingToUndo is the answer to Ctrl+Z in a form: its fields undo their own typing, and the book is left alone.
func nothingToUndo() {}
