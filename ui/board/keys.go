package board

import (
	"fyne.io/fyne/v2"

	"racedesk/model"
)

// theKeys is the pointer that the arrow keys are.
const theKeys pointer = -1

// Key does what a key means on the board; says whether it means anything. The
// first arrow only shows where the keys are.
func (v *View) Key(name fyne.KeyName) bool {
	if h := v.keyed(); h != nil {
		v.aimBy(h, name)
		return true
	}
	c := v.focused()
	_, _, arrow := arrows(name)
	switch {
	case c != nil:
		return v.walk(c, name)
	case arrow:
		v.focus(v.columns[v.lastFocus])
	}
	return arrow
}

// Shift moves the card that the keys are on as the arrow points: about its
// column, and from its right edge on to the next one. Enter takes it there from
// anywhere.
func (v *View) Shift(name fyne.KeyName) {
	if h := v.keyed(); h != nil {
		v.aimBy(h, name)
		return
	}
	c := v.focused()
	if c == nil {
		v.Key(name)
		return
	}
	d := c.deck
	at, there := d.place[d.cursor]
	if !there {
		return
	}
	dx, dy, arrow := arrows(name)
	switch {
	case name == fyne.KeyReturn || name == fyne.KeyEnter || dx > 0 && d.grid.Edge(at, dx, len(d.order)):
		v.takeUp(c, d.cursor)
	case arrow:
		v.shift(c, at, dx, dy)
	}
}

// shift moves a card as an arrow points, within its lane or into the next one.
func (v *View) shift(c *column, at, dx, dy int) {
	d := c.deck
	card, ok := v.board.Card(d.order[at])
	if !ok {
		return
	}
	band, first := d.grid.band(at)
	i, cells := at-first, d.grid.cells(band, len(d.order))
	to := i + dx + dy*d.grid.Columns
	switch last := len(d.grid.Bands) - 1; {
	case to >= 0 && to < cells:
	case dy > 0 && i/d.grid.Columns < (cells-1)/d.grid.Columns:
		to = cells - 1 // the last row is shorter
	case dy < 0 && band > 0:
		band, to = band-1, d.grid.cells(band-1, 0)
	case dy > 0 && band < last:
		band, to = band+1, 0
	default:
		return
	}
	l := v.lane(c, card.ID)
	t := l.over(card, true, band, l.Grid.first(band)+to, false)
	if t.Act == Nothing {
		v.intents.Say(v.words.T(t.Why))
		return
	}
	v.perform([]model.ID{card.ID}, card, t)
}

// keyed is the hand of the keys, if they carry a card: it may have fallen back
// meanwhile.
func (v *View) keyed() *hand {
	h := v.hands[theKeys]
	if h != nil && h.drag == nil {
		delete(v.hands, theKeys)
		return nil
	}
	return h
}

// arrows is the way that an arrow key points, in columns and rows.
func arrows(name fyne.KeyName) (dx, dy int, arrow bool) {
	switch name {
	case fyne.KeyLeft:
		return -1, 0, true
	case fyne.KeyRight:
		return 1, 0, true
	case fyne.KeyUp:
		return 0, -1, true
	case fyne.KeyDown:
		return 0, 1, true
	}
	return 0, 0, false
}

// walk moves the focus about a column, or over its edge into the next one.
func (v *View) walk(c *column, name fyne.KeyName) bool {
	d := c.deck
	at, there := d.place[d.cursor]
	page := d.grid.Columns * max(1, int(d.Size().Height/(d.grid.Cell.Height+d.grid.Gap)))
	dx, dy, arrow := arrows(name)
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if there && (name != fyne.KeySpace || !v.chosen.on || !v.pick(d.cursor, 0)) {
			v.open(d.cursor)
		}
		return true
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(d.order) - 1
	case fyne.KeyPageUp:
		at = max(0, at-page)
	case fyne.KeyPageDown:
		at = min(at+page, len(d.order)-1)
	default:
		if !arrow {
			return false
		}
		if v.cross(c, at, dx) {
			return true
		}
		if dy != 0 {
			at = d.grid.Step(at, dy, len(d.order))
		} else if !d.grid.Edge(at, dx, len(d.order)) {
			at += dx
		}
	}
	d.point(at)
	return true
}

// cross takes the focus into the column beside, at the same height, where an
// arrow points over the edge.
func (v *View) cross(c *column, at, dx int) bool {
	d := c.deck
	if !d.grid.Edge(at, dx, len(d.order)) {
		return false
	}
	y := d.cell(at).Y - d.scrolled
	for i := v.lastFocus + dx; i >= 0 && i < len(v.columns); i += dx {
		to := v.columns[i].deck
		if len(to.order) == 0 {
			continue
		}
		x := float32(0)
		if dx < 0 {
			x = to.Size().Width
		}
		slot, _ := to.grid.Slot(fyne.NewPos(x, max(0, y+to.grid.Cell.Height/2+to.scrolled)))
		to.point(min(slot, len(to.order)-1))
		v.focus(v.columns[i])
		break
	}
	return true
}

// char does what a sign means on a card: plus and minus are votes.
func (v *View) char(id model.ID, r rune) {
	switch {
	case id == "":
	case r == '+':
		v.intents.Vote(id, 1)
	case r == '-' || r == '–' || r == '−':
		v.intents.Vote(id, -1)
	}
}

// focused is the column that the keys are in, if they are on the board.
func (v *View) focused() *column {
	for _, c := range v.columns {
		if c.deck.focused {
			return c
		}
	}
	return nil
}

// Focused says whether the keys are on the cards.
func (v *View) Focused() bool { return v.focused() != nil }

// Return brings the keys back to the card where they were.
func (v *View) Return() { v.focus(v.columns[v.lastFocus]) }

// focus brings the keys into a column, or the next one that has cards.
func (v *View) focus(c *column) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(v)
	if canvas == nil {
		return
	}
	for _, other := range append([]*column{c}, v.columns...) {
		if len(other.deck.order) > 0 {
			canvas.Focus(other.deck.glass)
			return
		}
	}
}

// note keeps in mind which column the keys are in. Gone from it, they carry
// nothing any more.
func (v *View) note(c *column, focused bool) {
	c.deck.focus(focused)
	if !focused {
		v.lost(theKeys)
		return
	}
	for i, one := range v.columns {
		if one == c {
			v.lastFocus = i
		}
	}
}

// takeUp carries a card towards the next column, where the arrows find its place
// and Enter puts it down.
func (v *View) takeUp(c *column, id model.ID) {
	card, _ := v.board.Card(id)
	one := c.deck.cards[id]
	if one == nil || c.stage.Next() == "" || c.stage == model.Project && !v.board.Open(card) || v.carrying() != nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(one).AddXY(one.Size().Width/2, one.Size().Height/2)
	h := &hand{column: c, card: id, gesture: carriedFrom(at, v.now())}
	if !v.lift(h, at) {
		return
	}
	v.hands[theKeys] = h
	for i, l := range h.drag.lanes {
		if l.Stage == c.stage.Next() {
			h.goal = i
			h.slot, _ = l.places().Slot(fyne.NewPos(0, max(0, at.Y-h.drag.origin.Y-l.Top+l.Scrolled)))
		}
	}
	v.aimAt(h, h.slot)
}

// aimBy moves the place that a card is aimed at by keys, puts it down there, or
// takes it back.
func (v *View) aimBy(h *hand, name fyne.KeyName) {
	l := h.drag.lanes[h.goal]
	places, n := l.places(), len(l.Cards)+1
	dx, dy, arrow := arrows(name)
	switch {
	case name == fyne.KeyReturn || name == fyne.KeyEnter || name == fyne.KeySpace:
		v.release(theKeys)
	case name == fyne.KeyEscape || dx < 0 && places.Edge(h.slot, dx, n):
		v.lost(theKeys)
	case dy != 0:
		v.aimAt(h, places.Step(h.slot, dy, n))
	case arrow && !places.Edge(h.slot, dx, n):
		v.aimAt(h, h.slot+dx)
	}
}

// aimAt aims at a place of the next column: on a card of it, or behind the last of
// a lane.
func (v *View) aimAt(h *hand, slot int) {
	d := h.drag
	l, deck := &d.lanes[h.goal], v.columns[h.goal].deck
	places := l.places()
	h.slot = min(max(0, slot), len(l.Cards)+max(0, len(places.Bands)-1))
	deck.revealAt(places.At(h.slot).Y)
	v.rescroll(d)
	at := l.seen(places.At(h.slot)).AddXY(l.Grid.Cell.Width/2, l.Grid.Cell.Height/2).Add(d.origin)
	h.gesture.Feel(Sample{Along, at, v.now()})
	v.carry(h, at)
}
