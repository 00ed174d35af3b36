package ui

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// lockedWindow is what was in the window when it was locked. It is kept in memory, out of sight, so that what was being typed, a form
// or a dialog is there again after unlocking; the book itself is closed and its key forgotten.
type lockedWindow struct {
	content  fyne.CanvasObject
	tips     *tips
	overlays []fyne.CanvasObject
	layers   []*layer
	unsaved  bool // the book could not be saved and is open still
}

// locker is a screen that has something to send to the book, or to hide, before the window is locked. It calls then when it has.
type locker interface{ Lock(then func()) }

// lock hides the window, saves, backs up and closes the book.
func (p *Program) lock() {
	if p.frame == nil || p.locked != nil {
		return
	}
	c := p.window.Canvas()
	c.Unfocus() // so that the field being edited is taken over
	l := &lockedWindow{content: p.window.Content(), tips: windowTips[c], overlays: slices.Clone(c.Overlays().List()), layers: layers[c]}
	for _, overlay := range l.overlays {
		c.Overlays().Remove(overlay)
	}
	delete(layers, c)
	p.locked = l
	p.showUnlock()
	d := p.desk
	shut := func() {
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Lock(ctx) }, func(_ struct{}, err error) {
			if err != nil {
				l.unsaved = true
				slog.Error("the book could not be closed while locking", "error", err)
			}
		})
	}
	if s, ok := p.frame.Screen().(locker); ok {
		s.Lock(shut)
		return
	}
	shut()
}

// unlock opens the locked book and shows the window as it was.
func (p *Program) unlock(pass string, failed func(error)) {
	d, l := p.desk, p.locked
	Do(p.frame.Worker, "", func(ctx context.Context) (unlogged, err error) {
		if l.unsaved {
			err = d.VerifyPassphrase(pass)
		} else {
			err = d.Unlock(ctx, desk.Secret{Passphrase: pass})
		}
		if err == nil {
			unlogged = d.SignIn(ctx, wording.RoleWords)
		}
		return unlogged, err
	}, func(unlogged, err error) {
		if err != nil {
			failed(err)
			return
		}
		p.uncover()
		p.tellUnlogged(unlogged)
	})
}

// uncover puts back what was in the window.
func (p *Program) uncover() {
	c, l := p.window.Canvas(), p.locked
	c.Unfocus()
	for _, overlay := range slices.Clone(c.Overlays().List()) {
		c.Overlays().Remove(overlay)
	}
	p.locked, p.tries = nil, 0
	p.window.SetContent(l.content)
	windowTips[c] = l.tips
	delete(layers, c)
	for _, overlay := range l.overlays {
		c.Overlays().Add(overlay)
	}
	if len(l.layers) > 0 {
		layers[c] = l.layers
	}
	p.watch.used(time.Now())
	p.ShowStatus()
	p.options.Trace("unlocked")
}
