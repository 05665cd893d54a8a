package board

import (
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// A drag is a card in the air, and with a chosen one all the others of its stage.
type drag struct {
	card   model.Card
	all    []model.ID // that are carried
	open   bool
	lanes  []Lane
	ghost  *ghost
	home   fyne.Position // where the ghost was taken up, in the view
	at     fyne.Position // the pointer, in the view
	origin fyne.Position // of the view, on the window
	target Target
}

// carry takes a card up, and moves it along. Out of the window it falls back.
func (v *View) carry(h *hand, at fyne.Position) {
	if h.drag == nil && !v.lift(h, at) {
		return
	}
	d := h.drag
	if !v.onWindow(at) {
		v.spoil(h)
		return
	}
	d.at = at.Subtract(d.origin)
	d.ghost.follow(d.at, h.gesture.Went())
	v.aim(d)
}

// onWindow says whether a place is within the window.
func (v *View) onWindow(at fyne.Position) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	return c == nil || at.X >= 0 && at.Y >= 0 && at.X < c.Size().Width && at.Y < c.Size().Height
}

// lift takes a card up: a ghost in its place, and the columns measured once. One
// card at a time is in the air.
func (v *View) lift(h *hand, at fyne.Position) bool {
	c, ok := v.board.Card(h.card)
	one := h.column.deck.cards[h.card]
	if !ok || one == nil || v.carrying() != nil {
		return false
	}
	v.clear()
	driver := fyne.CurrentApp().Driver()
	d := &drag{card: c, all: v.company(c), origin: driver.AbsolutePositionForObject(v)}
	d.open = v.anyOpen(d.all)
	corner := driver.AbsolutePositionForObject(one)
	d.ghost, d.home = newGhost(one, at.Subtract(corner), len(d.all), v.Size()), corner.Subtract(d.origin)
	for _, col := range v.columns {
		d.lanes = append(d.lanes, v.lane(col, c.ID))
	}
	h.drag = d
	v.layer.Objects = d.ghost.objects()
	v.layer.Refresh()
	for _, col := range v.columns {
		col.deck.carry(c.ID)
		col.deck.redraw()
	}
	return true
}

// follow shows what a drop would do among the cards as they lie now: others may
// have changed them under the one that is carried.
func (v *View) follow() {
	h := v.carrying()
	if h == nil {
		return
	}
	d := h.drag
	d.open = v.anyOpen(d.all)
	for i, c := range v.columns {
		d.lanes[i] = v.lane(c, d.card.ID)
	}
	v.aim(d)
}

// lane describes a column to a drag.
func (v *View) lane(c *column, without model.ID) Lane {
	l := c.lane(c.Position(), without)
	l.Sorted = v.byVotes()
	if card, ok := v.board.Card(without); ok {
		l.Home = v.laneOf(card.Groups)
	}
	return l
}

// aim shows what a drop would do now.
func (v *View) aim(d *drag) {
	d.target = Over(d.lanes, d.card, d.open, d.at)
	if d.target.Act == Join && v.allIn(d.all, d.target.Onto) {
		d.target = Target{Stage: d.target.Stage, Why: "drop.no.joined"}
	}
	takes, hint := d.target.Act != Nothing, ""
	if d.target.Stage != "" {
		hint = v.hint(d)
	}
	d.ghost.says.say(hint, takes)
	for _, c := range v.columns {
		gap, here := -1, c.stage == d.target.Stage
		if here && (d.target.Act == Place || d.target.Act == Promote) {
			gap = d.target.Slot
		}
		c.deck.openGap(gap, d.target.Band)
		c.light(here && takes && hint != "")
		for id, one := range c.deck.cards {
			one.lit(d.target.Act == Join && id == d.target.Onto)
		}
	}
	d.ghost.over(d.target.Act == Join, v.onto(d).Y)
	v.comeBack()
}

// comeBack lets columns come back to their end that were scrolled for a gap that is gone.
func (v *View) comeBack() {
	for _, c := range v.columns {
		if d := c.deck; d.going == nil && d.scrolled > d.room() && !v.swiped(c) {
			d.fling(0, v.now())
			v.pulse()
		}
	}
}

// swiped says whether a hand swipes a column, which may stretch it beyond its end.
func (v *View) swiped(c *column) bool {
	for _, h := range v.hands {
		if h.column == c && h.gesture.means == Swipe {
			return true
		}
	}
	return false
}

// onto is where the card lies that a drop would join, in the view.
func (v *View) onto(d *drag) fyne.Position {
	for i, c := range v.columns {
		if slot, there := c.deck.slot(d.target.Onto); there {
			return d.lanes[i].Cell(slot)
		}
	}
	return fyne.Position{}
}

// scrollUnder scrolls a column while a card is held near its edge.
func (v *View) scrollUnder(h *hand, since time.Duration) {
	d := h.drag
	if d == nil {
		return
	}
	for i, c := range v.columns {
		speed := d.lanes[i].Pull(d.at)
		y := min(max(0, c.deck.scrolled+speed*float32(since.Seconds())), c.deck.room())
		if speed != 0 && y != c.deck.scrolled {
			c.deck.scrollTo(y)
			v.rescroll(d)
			v.aim(d)
		}
	}
}

// drop puts down what a hand carries and says what that meant. A card that was
// only lifted stays where it was.
func (v *View) drop(h *hand) {
	d := h.drag
	if h.drag = nil; d == nil {
		return
	}
	if !h.gesture.Went() {
		d.target = Target{}
	}
	v.land(d)
	if d.target.Why != "" { // it said so while it was in the air
		v.intents.Say(v.words.T(d.target.Why))
	}
	v.perform(d.all, d.card, d.target)
}

// rescroll tells a drag how far the columns are scrolled by now.
func (v *View) rescroll(d *drag) {
	for i, c := range v.columns {
		d.lanes[i].Scrolled = c.deck.scrolled
	}
}
