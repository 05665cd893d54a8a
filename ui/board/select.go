package board

import (
	"slices"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// A selection is the cards that were chosen at this desk to do something with
// together. While it goes on, a tap chooses a card instead of opening it.
type selection struct {
	on   bool
	ids  []model.ID        // in the order in which they were chosen
	has  map[model.ID]bool // the same
	from model.ID          // where a range begins: the one that was tapped last
}

// Select begins or ends choosing. What was chosen is let go with it.
func (v *View) Select(on bool) {
	if v.chosen.on != on {
		v.chosen = selection{on: on, has: map[model.ID]bool{}}
		v.reselect()
	}
}

// Selected returns the chosen cards, the first one first, and whether choosing
// goes on.
func (v *View) Selected() (ids []model.ID, on bool) {
	return slices.Clone(v.chosen.ids), v.chosen.on
}

// SelectColumn chooses all cards that are shown in the column that the keys are
// in, or where a card was tapped last.
func (v *View) SelectColumn() {
	c := v.columns[v.lastFocus]
	if f := v.focused(); f != nil {
		c = f
	}
	v.Select(true)
	v.choose(c.deck.order...)
}

// choose adds cards to the chosen ones.
func (v *View) choose(ids ...model.ID) {
	for _, id := range ids {
		if !v.chosen.has[id] {
			v.chosen.has[id] = true
			v.chosen.ids = append(v.chosen.ids, id)
		}
	}
	v.reselect()
}

// pick does what a tap on a card means for the choice, with the keys that are held
// down meanwhile; says whether it means anything: otherwise the card is opened.
// Shift chooses all from the last one to this, Ctrl begins the choice by itself.
func (v *View) pick(id model.ID, with fyne.KeyModifier) bool {
	ranges := with&fyne.KeyModifierShift != 0
	if !v.chosen.on && !ranges && with&fyne.KeyModifierShortcutDefault == 0 {
		return false
	}
	v.Select(true)
	for i, c := range v.columns {
		at, there := c.deck.place[id]
		if !there {
			continue
		}
		v.lastFocus = i
		from, before := c.deck.place[v.chosen.from]
		switch {
		case ranges && before:
			v.choose(c.deck.order[min(from, at) : max(from, at)+1]...)
		case v.chosen.has[id]:
			v.leaveOut(func(other model.ID) bool { return other == id })
		default:
			v.choose(id)
		}
		v.chosen.from = id
	}
	return true
}

// leaveOut takes some of the chosen cards out of the choice.
func (v *View) leaveOut(which func(model.ID) bool) {
	if !slices.ContainsFunc(v.chosen.ids, which) {
		return
	}
	v.chosen.ids = slices.DeleteFunc(slices.Clone(v.chosen.ids), which)
	clear(v.chosen.has)
	for _, id := range v.chosen.ids {
		v.chosen.has[id] = true
	}
	v.reselect()
}

// prune leaves out the chosen cards that are no longer on the board.
func (v *View) prune() {
	v.leaveOut(func(id model.ID) bool {
		c, there := v.board.Card(id)
		return !there || c.Parked || v.board.Home(id) != id
	})
}

// reselect shows what is chosen, and tells of it.
func (v *View) reselect() {
	for _, c := range v.columns {
		c.deck.redraw()
	}
	if v.intents.Selected != nil {
		v.intents.Selected()
	}
}

// company returns the chosen cards of the same stage as a chosen one, in the order
// in which they were chosen and itself among them; of another card only that one.
func (v *View) company(one model.Card) []model.ID {
	if !v.chosen.has[one.ID] {
		return []model.ID{one.ID}
	}
	var ids []model.ID
	for _, id := range v.chosen.ids {
		if c, ok := v.board.Card(id); ok && c.Stage == one.Stage {
			ids = append(ids, id)
		}
	}
	return ids
}
