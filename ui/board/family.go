package board

import "racedesk/model"

// A kin says how a card belongs to the one whose sheet is open.
type kin int

const (
	stranger kin = iota
	relative     // it came from the open one, or that from it
	itself
)

// Choose lights a card and its family across the columns, as far as they are
// shown; of no id, nothing is lit. No column scrolls for it, and where columns
// become narrower or wider the open card stays where it is seen.
func (v *View) Choose(id model.ID) {
	if v.opened == id {
		return
	}
	if v.opened = id; v.brought != id {
		v.brought = ""
	}
	if !v.only[id] {
		v.only = nil
	}
	for _, c := range v.columns {
		c.deck.opened = id
	}
	v.renew()
}

// relate finds the family of the card whose sheet is open.
func (v *View) relate() {
	v.family = nil
	if v.opened == "" {
		return
	}
	v.family = map[model.ID]kin{}
	for _, c := range v.board.Family(v.opened) {
		v.family[c.ID] = relative
	}
	v.family[v.board.Home(v.opened)] = itself
}

// hidden is how many problems of the family went on and are not shown for that.
func (v *View) hidden() (n int) {
	if !v.filter.Empty() {
		return 0 // shows those, too
	}
	for id := range v.family {
		if c, ok := v.board.Card(id); ok && c.Stage == model.Problem && !c.Parked && !v.shows(c) {
			n++
		}
	}
	return n
}

// pressGone is a tap on the chip of those that went on. While the chosen card has some of
// them in its family, it shows the problems of that family alone, until it is tapped
// again or a card is chosen that is none of them.
func (v *View) pressGone(on bool) {
	if v.only == nil && v.hidden() == 0 {
		v.ShowGone(on)
		return
	}
	var ids []model.ID
	if v.only != nil {
		v.only = nil
	} else {
		v.only = map[model.ID]bool{}
		for id := range v.family {
			v.only[id] = true
			if c, ok := v.board.Card(id); ok && c.Stage == model.Problem {
				ids = append(ids, id)
			}
		}
	}
	v.LeadTo(ids...)
}

// An anchor is a card that stays where it is seen while the grid changes.
type anchor struct {
	id model.ID
	y  float32 // of its cell, beneath the upper edge of the deck
}

// anchor picks the card that people look at: the open one, where it is in view,
// or the first one in view of a deck that is scrolled.
func (d *deck) anchor() (a anchor, is bool) {
	if _, in := d.place[d.opened]; in {
		if slot, lies := d.slot(d.opened); lies {
			y := d.cell(slot).Y - d.scrolled
			if y+d.grid.Cell.Height > 0 && y < d.Size().Height {
				return anchor{d.opened, y}, true
			}
		}
	}
	if d.scrolled <= 0 || len(d.mates) > 0 {
		return a, false
	}
	for slot := d.first; slot < d.last; slot++ {
		id, there := d.in(slot)
		if y := d.cell(slot).Y - d.scrolled; there && y >= 0 {
			return anchor{id, y}, true
		}
	}
	return a, false
}

// keepAt scrolls so that a card lies as high as it did.
func (d *deck) keepAt(a anchor) {
	if slot, lies := d.slot(a.id); lies {
		d.halt()
		d.scrollTo(min(max(0, d.cell(slot).Y-a.y), d.room()))
	}
}
