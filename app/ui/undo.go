package ui

import (
	"context"
	"strings"

	"sochibo/app/wording"
)

// undo takes back the last change of the book, whichever screen made it, and shows the present screen anew.
func (p *Program) undo() {
	d := p.desk
	Load(p.frame.Worker, wording.Text("Undoing"), d.Undo, func(command string) {
		p.frame.Reload()
		again := NewSmall(wording.Text("Redo"), IconRedo, p.redo)
		p.frame.ShowNotice(MeaningReceived, wording.Text("Undone: {what}", "what", commandWords(command)), again)
	})
}

// redo makes the change again that was taken back last.
func (p *Program) redo() {
	d := p.desk
	Load(p.frame.Worker, wording.Text("Undoing"), func(ctx context.Context) (string, error) { return d.Redo(ctx) }, func(command string) {
		p.frame.Reload()
		p.frame.ShowNotice(MeaningReceived, wording.Text("Done again: {what}", "what", commandWords(command)), nil)
	})
}

// nothingToUndo is the answer to Ctrl+Z in a form: its fields undo their own typing, and the book is left alone.
func nothingToUndo() {}

// commandWords says what a command did, in lower case for the middle of a sentence.
func commandWords(command string) string {
	for _, word := range []string{"undo ", "redo "} {
		command = strings.TrimPrefix(command, word)
	}
	if words := memberCommandWords(command); words != "" {
		return words
	}
	switch command {
	case "save settings":
		return wording.Text("settings changed")
	case "save meeting":
		return wording.Text("meeting changed")
	case "set mark":
		return wording.Text("criterion marked")
	case "begin in mid-term":
		return wording.Text("start in the middle of the term")
	}
	return wording.Text("the last change")
}

// memberCommandWords are the commands of the register and the points.
func memberCommandWords(command string) string {
	switch command {
	case "save member":
		return wording.Text("member saved")
	case "recognise member":
		return wording.Text("recognised as official")
	case "change standing":
		return wording.Text("standing changed")
	case "import members":
		return wording.Text("list of members imported")
	case "save candidate":
		return wording.Text("candidate saved")
	case "admit candidate":
		return wording.Text("candidate admitted")
	case "set dues":
		return wording.Text("dues entered")
	case "keep dues":
		return wording.Text("register of dues turned on or off")
	case "answer reminder":
		return wording.Text("reminder answered")
	case "show reminder again":
		return wording.Text("reminder shown again")
	case "set points":
		return wording.Text("points entered")
	case "clear points":
		return wording.Text("points cleared")
	case "import points":
		return wording.Text("points imported")
	}
	return ""
}
