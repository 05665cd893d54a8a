package board

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/kit"
)

// The tests turn the time by hand.

// SetNow gives the view another clock.
func (v *View) SetNow(now func() time.Time) { v.now = now }

// Beat is what comes with each frame, for as long as the view asks for it.
func (v *View) Beat() {
	if v.beats != nil {
		v.beat()
	}
}

// Beating says whether the view asks for beats.
func (v *View) Beating() bool { return v.beats != nil }

// Ghost is where the card in the air is seen, in the view.
func (v *View) Ghost() (fyne.Position, fyne.Size) {
	h := v.carrying()
	if h == nil {
		return fyne.Position{}, fyne.Size{}
	}
	return h.drag.ghost.card.Position(), h.drag.ghost.card.Size()
}

// Plate is where what a drop would do is said, in the view.
func (v *View) Plate() (fyne.Position, fyne.Size) {
	h := v.carrying()
	if h == nil || h.drag.ghost.says.ground.Hidden {
		return fyne.Position{}, fyne.Size{}
	}
	return h.drag.ghost.says.ground.Position(), h.drag.ghost.says.ground.Size()
}

// Scrolled is how far the first column is scrolled.
func (v *View) Scrolled() float32 { return v.columns[0].deck.scrolled }

// ScrolledIn is how far the column of a stage is scrolled.
func (v *View) ScrolledIn(stage model.Stage) (y float32) {
	for _, c := range v.columns {
		if c.stage == stage {
			y = c.deck.scrolled
		}
	}
	return y
}

// Drawn is how many faces of cards were drawn so far.
func (v *View) Drawn() (n int) {
	for _, c := range v.columns {
		n += c.deck.drawn
	}
	return n
}

// Alive is how many cards there are as widgets.
func (v *View) Alive() (n int) {
	for _, c := range v.columns {
		n += len(c.deck.cards) + len(c.deck.spare)
	}
	return n
}

// Ringed are the cards with a ring around them.
func (v *View) Ringed() (ids string) {
	for _, c := range v.columns {
		for id, one := range c.deck.cards {
			if one.ringed && one.paper.StrokeWidth > 0 {
				ids += string(id)
			}
		}
	}
	return ids
}

// Raised are the cards that look as if they were about to leave the table.
func (v *View) Raised() (ids string) {
	for _, c := range v.columns {
		for id, one := range c.deck.cards {
			if one.raised {
				ids += string(id)
			}
		}
	}
	return ids
}

// Lit are the cards of the family that is lit; the open one's is a capital.
func (v *View) Lit() (ids string) {
	_, rest := kit.Edge()
	for _, c := range v.columns {
		for slot := c.deck.first; slot < c.deck.last; slot++ {
			one := c.deck.lies(slot)
			if one == nil || one.paper.StrokeWidth == rest {
				continue
			}
			id := string(one.face.id)
			if one.face.kin == itself {
				id = strings.ToUpper(id)
			}
			ids += id
		}
	}
	return ids
}

// News are the cards that people are led to.
func (v *View) News() (ids string) {
	for _, c := range v.columns {
		for slot := c.deck.first; slot < c.deck.last; slot++ {
			if one := c.deck.lies(slot); one != nil && one.face.news {
				ids += string(one.face.id)
			}
		}
	}
	return ids
}

// Over are the stages that have more open cards than enough.
func (v *View) Over() (stages string) {
	for _, c := range v.columns {
		if c.head.story.over {
			stages += string(c.stage)
		}
	}
	return stages
}

// Hits are the words of the cards that are lit.
func (v *View) Hits() string {
	var all []string
	for _, c := range v.columns {
		for slot := c.deck.first; slot < c.deck.last; slot++ {
			if one := c.deck.lies(slot); one != nil {
				all = append(all, strings.Fields(one.face.lit)...)
			}
		}
	}
	return strings.Join(all, "|")
}

// Hole is what shows where a card would land in a column, on the window.
func (v *View) Hole(stage model.Stage) (fyne.Position, fyne.Size) {
	for _, c := range v.columns {
		if c.stage == stage && !c.deck.hole.Hidden {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(c.deck.hole), c.deck.hole.Size()
		}
	}
	return fyne.Position{}, fyne.Size{}
}
