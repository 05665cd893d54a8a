package board

import (
	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/kit"
)

var _ fyne.Focusable = (*glass)(nil)

// FocusGained implements fyne.Focusable: the keys are on the cards beneath.
func (g *glass) FocusGained() { g.touch.focus(true) }

// FocusLost implements fyne.Focusable.
func (g *glass) FocusLost() { g.touch.focus(false) }

// TypedKey implements fyne.Focusable.
func (g *glass) TypedKey(e *fyne.KeyEvent) { g.touch.key(e) }

// TypedRune implements fyne.Focusable.
func (g *glass) TypedRune(r rune) { g.touch.char(r) }

// point puts the keys on the card with this place in the order. While they are
// here, it is brought into view.
func (d *deck) point(at int) {
	if at < 0 || at >= len(d.order) {
		return
	}
	d.cursor, d.cursorAt = d.order[at], at
	if d.focused {
		d.reveal(at)
	}
	d.ring()
}

// focus shows whether the keys are on this deck.
func (d *deck) focus(on bool) {
	d.focused = on
	if _, there := d.place[d.cursor]; !there && len(d.order) > 0 {
		d.point(min(max(d.cursorAt, d.first), len(d.order)-1))
	} else if on {
		d.reveal(d.cursorAt)
	}
	d.ring()
}

// keep leaves the keys on their card wherever it went, or on the one that took
// its place in the order that was.
func (d *deck) keep(was []model.ID) {
	at, there := d.place[d.cursor]
	switch {
	case there && at != d.cursorAt:
		d.cursorAt = at
		if d.focused {
			d.reveal(at)
		}
	case !there && len(d.order) > 0 && d.cursor != "":
		at, _ = d.heir(was, d.cursorAt)
		d.point(at)
	}
	d.ring()
}

// ring shows on the cards in view where the keys are.
func (d *deck) ring() {
	for id, one := range d.cards {
		one.ring(d.focused && id == d.cursor)
	}
}

// reveal scrolls as little as it takes to show a slot.
func (d *deck) reveal(slot int) { d.revealAt(d.grid.At(slot).Y) }

// revealAt scrolls as little as it takes to show a row, beneath the head of its lane.
func (d *deck) revealAt(top float32) {
	bottom := top + d.grid.Cell.Height + 2*kit.Unit
	if len(d.grid.Bands) > 0 {
		top -= bandHead
	}
	y := min(top, max(d.scrolled, bottom-d.Size().Height))
	if y = max(0, y); y != d.scrolled {
		d.halt()
		d.scrollTo(y)
	}
}

// ring shows the card as the one that the keys are on.
func (c *card) ring(on bool) {
	if c.ringed != on {
		c.ringed = on
		c.outline()
		c.paper.Refresh()
	}
}

// outline draws the line around the card: that a drop would join it, that the keys
// are on it, or that it belongs to the open card.
func (c *card) outline() {
	const strong, slight = 4, 2
	edge, width := kit.Edge()
	ring := kit.Color(kit.ColorRing)
	switch {
	case c.joins || c.face.choice == isChosen && !c.ringed:
		edge, width = kit.Color(kit.ColorInk), width+strong
	case c.ringed || c.face.kin == itself || c.face.news:
		edge, width = ring, width+strong
	case c.face.kin == relative:
		edge, width = ring, width+slight
	}
	c.paper.StrokeColor, c.paper.StrokeWidth = edge, width
}
