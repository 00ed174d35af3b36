package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sochibo/app"
)

// stateChoice shows a task's state and lets another be chosen.
type stateChoice struct {
	control
	state   app.TaskState
	overdue func(app.TaskState) bool
	chosen  func(app.TaskState)

	label *State
	arrow *canvas.Image
	ring  *canvas.Rectangle
	open  *layer
}

func newStateChoice(state app.TaskState, overdue func(app.TaskState) bool, chosen func(app.TaskState)) *stateChoice {
	c := &stateChoice{state: state, overdue: overdue, chosen: chosen, arrow: newIcon(IconOpen, ToneText, 18), ring: box(ToneNone, 4)}
	c.label = NewQuietState(taskStateWords(state, overdue(state)))
	c.extend(c, c.drop)
	return c
}

// drop opens the list of states.
func (c *stateChoice) drop() {
	options := make([]string, len(taskStates))
	for i, state := range taskStates {
		_, options[i] = taskStateWords(state, false)
	}
	list := newOptionList(options, indexOf(taskStates, c.state), func(i int) {
		c.open.close()
		if taskStates[i] == c.state {
			return
		}
		c.state = taskStates[i]
		c.Refresh()
		c.chosen(c.state)
	})
	least := list.MinSize()
	c.open = dropUnder(c, list, least.Width, least.Height)
	list.entry.Focus()
}

// TypedKey is part of fyne.Focusable.
func (c *stateChoice) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		c.act()
		return
	}
	c.control.TypedKey(key)
}

// CreateRenderer is part of fyne.Widget.
func (c *stateChoice) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *stateChoice) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ring, c.label, c.arrow}
}

func (c *stateChoice) paint() {
	c.label.Set(taskStateWords(c.state, c.overdue(c.state)))
	c.arrow.Hidden = c.disabled
	setImage(c.arrow, IconOpen, ToneText)
	ring, fill := Tone(ToneNone), Tone(ToneNone)
	if c.focused {
		ring = ToneRed
	}
	if c.hovered && !c.disabled {
		fill = ToneHover
	}
	setFill(c.ring, fill, ring, 2)
}

func (c *stateChoice) least() fyne.Size {
	return fyne.NewSize(c.label.MinSize().Width+grown(18)+14, grown(heightPacked))
}

func (c *stateChoice) place(size fyne.Size) {
	put(c.ring, 0, 0, size.Width, size.Height)
	side := grown(18)
	put(c.label, 4, 0, max(0, size.Width-side-8), size.Height)
	put(c.arrow, size.Width-side-4, round((size.Height-side)/2), side, side)
}
