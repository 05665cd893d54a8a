package board

import (
	"strconv"

	"racedesk/model"
)

// ByVotes shows the cards of each column by their votes, with their places, or in
// the order that hands gave them.
func (v *View) ByVotes(on bool) {
	if v.sorted != on {
		v.sorted = on
		v.renew()
	}
}

// order is what a column shows, in its order; it notes the places by votes.
func (v *View) order(stage model.Stage) []model.ID {
	if v.sorted {
		return v.rank(v.board.ByVotes(stage, ""))
	}
	var order []model.ID
	for _, c := range v.board.Column(stage) {
		if v.shows(c) {
			order = append(order, c.ID)
		}
	}
	return order
}

// rank numbers the cards that are shown, from the one with the most votes on. Those
// with as many votes have the same place, with a sign that they are tied.
func (v *View) rank(all []model.Standing) (order []model.ID) {
	first, votes := 0, 0 // of those that are tied
	tie := func(end int) {
		place := strconv.Itoa(first + 1)
		if end-first > 1 {
			place += "="
		}
		for _, id := range order[first:end] {
			v.places[id] = place
		}
	}
	for _, s := range all {
		if !v.shows(s.Card) {
			continue
		}
		if len(order) > 0 && s.Votes != votes {
			tie(len(order))
			first = len(order)
		}
		votes = s.Votes
		order = append(order, s.Card.ID)
	}
	tie(len(order))
	return order
}
