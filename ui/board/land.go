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
		c.light("")
		for _, one := range c.cards {
			one.lit(false)
		}
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
			return d.lanes[i].Cell(d.target.Slot)
		case Join:
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.cards[d.target.Onto])
			return at.Subtract(d.origin)
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
		if one := c.cards[l.id]; one != nil && one.Hidden {
			one.Hidden = false
			one.Move(fyne.Position{}) // it is not to glide: the ghost did
		}
		c.gap = -1
		c.arrange(true)
	}
	v.layer.Refresh()
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

// yields says whether a new card among the faces takes the place of the gap that
// a landing keeps in this column.
func (v *View) yields(c *column, faces []face) bool {
	l := v.landing
	if l == nil || l.act != Promote || l.stage != c.stage {
		return false
	}
	for _, f := range faces {
		if c.cards[f.id] == nil {
			return true
		}
	}
	return false
}
