package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// scrollBody is the part of a card that scrolls. Free of its scroll it stands in its natural height, so that the wheel moves the page.
type scrollBody struct {
	content fyne.CanvasObject
	scroll  *innerScroll
	holder  *fyne.Container
	free    bool
}

func newScrollBody(content fyne.CanvasObject) *scrollBody {
	b := &scrollBody{content: content, scroll: newInnerScroll(container.ScrollVerticalOnly, content)}
	b.holder = container.NewStack(b.scroll)
	return b
}

// setFree takes the content out of its scroll or puts it back.
func (b *scrollBody) setFree(free bool) {
	if b.free == free {
		return
	}
	b.free = free
	if free {
		b.scroll.Content = container.NewStack()
		b.holder.Objects = []fyne.CanvasObject{b.content}
	} else {
		b.scroll.Content = b.content
		b.holder.Objects = []fyne.CanvasObject{b.scroll}
	}
	b.scroll.Refresh()
	b.holder.Refresh()
}

// settle gives the content its width and then the height that follows from it.
func (b *scrollBody) settle() {
	if b.free || b.scroll.Size().Width <= 0 {
		return
	}
	size := b.scroll.Size()
	b.content.Resize(fyne.NewSize(size.Width, max(size.Height, b.content.Size().Height)))
	b.content.Resize(fyne.NewSize(size.Width, max(size.Height, b.content.MinSize().Height)))
	b.scroll.Refresh()
}

// show scrolls so that a part of the content is seen.
func (b *scrollBody) show(page *Page, o fyne.CanvasObject) {
	if b.free {
		page.Reveal(o)
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(b.content))
	if size := b.content.Size(); at.X < 0 || at.X > size.Width || at.Y < 0 || at.Y > size.Height {
		return // somewhere else
	}
	room, offset := b.scroll.Size().Height, b.scroll.Offset.Y
	from, part := partToShow(o, room)
	top := at.Y + from
	bottom := top + part
	if top < offset {
		offset = top
	} else if bottom > offset+room {
		offset = bottom - room
	}
	if offset != b.scroll.Offset.Y {
		b.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// scrolled is a card with a part that scrolls.
type scrolled struct {
	card  fyne.CanvasObject
	body  *scrollBody
	share float32
}

// natural is the height at which nothing scrolls.
func (s scrolled) natural() float32 {
	return s.card.MinSize().Height - s.body.holder.MinSize().Height + s.body.content.MinSize().Height
}

// stand puts the card free of its scroll and returns its height.
func (s scrolled) stand(x, y, width float32) float32 {
	s.body.setFree(true)
	put(s.card, x, y, width, max(s.card.Size().Height, s.card.MinSize().Height))
	height := s.natural()
	put(s.card, x, y, width, height)
	return height
}

// fit puts the card in a given height.
func (s scrolled) fit(x, y, width, height float32) {
	s.body.setFree(false)
	put(s.card, x, y, width, height)
	s.body.settle()
}
