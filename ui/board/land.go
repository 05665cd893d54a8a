package board

import (
	"fyne.io/fyne/v2"

	"racedesk/model"
)

// A landing is a card between its drop and the moment its move is known to be
// stored. It lies dimmed in its new place, or is on its way home.
type landing struct {
	id      model.ID
	act     Act
	stage   model.Stage
	ghost   *card
	settled bool // the ghost has come to rest
	known   bool // stored, refused, or never asked for
}

// land lets the ghost of a drag settle where the card will be.
func (v *View) land(d *drag) {
	for _, c := range v.columns {
		c.light(false)
		for _, one := range c.deck.cards {
			one.lit(false)
		}
		c.deck.redraw()
	}
	l := &landing{id: d.card.ID, act: d.target.Act, stage: d.target.Stage, ghost: d.ghost.card, known: d.target.Act == Nothing}
	v.landing = l
	d.ghost.settle(v.goal(d), func() {
		l.settled = true
		if !l.known {
			l.ghost.dim()
		}
		v.touchDown(l)
	})
}

// goal is where the ghost of a drag comes to rest, in the view.
func (v *View) goal(d *drag) fyne.Position {
	for i, c := range v.columns {
		if c.stage != d.target.Stage {
			continue
		}
		switch d.target.Act {
		case Place, Promote:
			return d.lanes[i].Goal(d.target)
		case Join:
			return v.onto(d)
		}
	}
	return d.home
}

// touchDown ends a landing once the card has come to rest and its move is known.
func (v *View) touchDown(l *landing) {
	if v.landing == l && l.settled && l.known {
		v.clear()
	}
}

// clear takes every sign of a drag or a landing off the board.
func (v *View) clear() {
	l := v.landing
	if l == nil {
		return
	}
	v.landing = nil
	v.layer.Objects = nil
	for _, c := range v.columns {
		c.deck.closeGap()
		c.deck.lend("")
		c.deck.arrange(true)
	}
	v.layer.Refresh()
	v.comeBack()
}

// carried is the card that is in the air or landing, if any: its ghost is shown
// instead of it.
func (v *View) carried() model.ID {
	if v.landing != nil {
		return v.landing.id
	}
	if h := v.carrying(); h != nil {
		return h.drag.card.ID
	}
	return ""
}

// yields says whether a new card of the order takes the place of the gap that a
// landing keeps in this column.
func (v *View) yields(c *column, order []model.ID) bool {
	l := v.landing
	if l == nil || l.act != Promote || l.stage != c.stage {
		return false
	}
	for _, id := range order {
		if _, there := c.deck.place[id]; !there {
			return true
		}
	}
	return false
}
