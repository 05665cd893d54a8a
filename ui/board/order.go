package board

import "racedesk/model"

// ByVotes shows the cards of each column by their votes, with their places, or in
// the order that hands gave them.
func (v *View) ByVotes(on bool) {
	if v.sorted != on {
		v.sorted = on
		v.renew()
	}
}

// byVotes says whether the columns are in the order of votes: not while a round goes
// on, in which nobody sees those of the column that it is about, nor loses their way.
func (v *View) byVotes() bool { return v.sorted && v.poll.Round == "" }

// A standing is a card that a column shows, with its votes where they are sorted.
type standing struct {
	id    model.ID
	votes int
}

// order is what a column shows, in its order, how many of it lie in each lane, and how
// many more belong to that lane's group and lie in another.
func (v *View) order(stage model.Stage) (order []model.ID, counts, shared []int) {
	lanes := make([][]standing, max(1, len(v.lanes)))
	shared = make([]int, len(lanes))
	show := func(c *model.Card, votes int) {
		if v.shows(*c) {
			at := v.laneOf(c.Groups)
			lanes[at] = append(lanes[at], standing{c.ID, votes})
			for i, group := range v.lanes {
				shared[i] += bit(i != at && group != "" && c.In(group))
			}
		}
	}
	if v.byVotes() {
		all := v.board.ByVotes(stage, "")
		for i := range all {
			show(&all[i].Card, all[i].Votes)
		}
	} else {
		all := v.board.Column(stage)
		for i := range all { // by place: a card is large
			show(&all[i], 0)
		}
	}
	for _, lane := range lanes {
		if v.byVotes() {
			v.rank(lane)
		}
		for _, s := range lane {
			order = append(order, s.id)
		}
		counts = append(counts, len(lane))
	}
	return order, counts, shared
}

// rank numbers cards from the one with the most votes on. Those with as many votes
// share a place, and say so. Without votes there is no place.
func (v *View) rank(all []standing) {
	for first, end := 0, 0; first < len(all); first = end {
		for end < len(all) && all[end].votes == all[first].votes {
			end++
		}
		if all[first].votes == 0 {
			return
		}
		place := v.words.T("place", first+1)
		if end-first > 1 {
			place = v.words.T("place.shared", v.words.Ordinal(first+1))
		}
		for _, s := range all[first:end] {
			v.places[s.id] = place
		}
	}
}

// bit counts what is so.
func bit(so bool) int {
	if so {
		return 1
	}
	return 0
}
