package board

import (
	"slices"
	"time"

	"racedesk/model"
)

// A light is on cards that something just happened to, for a while.
type light struct {
	on    map[model.ID]bool
	until time.Time
}

// lightFor is how long cards are lit that people are led to.
const lightFor = 2 * time.Second

// LeadTo leads to cards: each column that has any of them scrolls to the first one, if
// none is in view, and they are lit for a while. One that went on is brought back
// among those shown until another card is chosen.
func (v *View) LeadTo(ids ...model.ID) {
	v.light = light{on: map[model.ID]bool{}, until: v.now().Add(lightFor)}
	for _, id := range ids {
		v.light.on[id] = true
	}
	if len(ids) == 1 {
		v.brought = ids[0]
	}
	v.renew()
	for _, c := range v.columns {
		if c.deck.lead(ids) && len(c.deck.mates) > 0 {
			break // the others went along
		}
	}
	v.pulse()
}

// fade puts the light out when its time is over; says whether it is still on.
func (v *View) fade(now time.Time) bool {
	if v.light.on == nil || now.Before(v.light.until) {
		return v.light.on != nil
	}
	v.light = light{}
	for _, c := range v.columns {
		c.deck.redraw()
	}
	return false
}

// lead scrolls to the first of some cards, unless one of them is in view; says
// whether any lies here.
func (d *deck) lead(ids []model.ID) bool {
	first, top := -1, float32(0)
	if len(d.tops) > 0 {
		top = bandHead // of the lane, which stays in view above its cards
	}
	for _, id := range ids {
		slot, lies := d.slot(id)
		if !lies {
			continue
		}
		if y := d.cell(slot).Y - d.scrolled; y >= top && y+d.grid.Cell.Height <= d.Size().Height {
			return true
		}
		if first < 0 || slot < first {
			first = slot
		}
	}
	if first < 0 {
		return false
	}
	d.halt()
	d.scrollTo(min(max(0, d.cell(first).Y-(d.Size().Height-d.grid.Cell.Height)/2), d.room()))
	return true
}

// heir is the card that takes the place of one that went, by its place in the order
// that was: the next one that is still there or, at the end, the one before.
func (d *deck) heir(was []model.ID, at int) (place int, is bool) {
	at = min(max(0, at), len(was))
	for _, id := range was[at:] {
		if place, is = d.place[id]; is {
			return place, true
		}
	}
	for _, id := range slices.Backward(was[:at]) {
		if place, is = d.place[id]; is {
			return place, true
		}
	}
	return 0, false
}

// stay keeps in view what was, where the cards became so few that the column is
// scrolled beyond its end.
func (d *deck) stay(was []model.ID, first int) {
	if d.going != nil || d.scrolled <= d.room() {
		return
	}
	y := d.room()
	if place, is := d.heir(was, first); is {
		y = min(y, d.cell(place).Y-shadeRoom)
	}
	d.scrollTo(y)
}
