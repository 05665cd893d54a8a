package board

import (
	"slices"
	"strings"

	"racedesk/model"
)

// Lanes lays the cards out in lanes across the columns, one for each target group
// that is shown and one for cards of none. They scroll together.
func (v *View) Lanes(on bool) {
	if v.laned == on {
		return
	}
	v.laned = on
	for _, c := range v.columns {
		c.deck.halt()
		c.deck.mates = nil
		for _, other := range v.columns {
			if on && other != c {
				c.deck.mates = append(c.deck.mates, other.deck)
			}
		}
		c.deck.roll(0)
	}
	v.renew()
}

// divide finds the lanes, by their target groups; the last one may be of none. A race
// without groups has no lanes.
func (v *View) divide() {
	v.lanes = nil
	if !v.laned || len(v.groups) == 0 {
		return
	}
	for _, g := range v.groups {
		if len(v.filter.Groups) == 0 || slices.Contains(v.filter.Groups, g.ID) {
			v.lanes = append(v.lanes, g.ID)
		}
	}
	if len(v.filter.Groups) == 0 {
		v.lanes = append(v.lanes, "")
	}
}

// laneOf is the lane where cards of these groups lie: that of the first that has one.
func (v *View) laneOf(groups []model.ID) int { return laneOf(v.lanes, groups) }

func laneOf(lanes, groups []model.ID) int {
	for i, id := range lanes {
		if id == "" || slices.Contains(groups, id) {
			return i
		}
	}
	return max(0, len(lanes)-1)
}

// The measures of a lane.
const (
	laneLeast float32 = 64 // where no card lies in it
	laneApart float32 = 16 // beneath its cards, where a drop is behind the last
)

// level gives the lanes their heights, the same in every column.
func (v *View) level() {
	tops := make([]float32, len(v.lanes))
	foot := float32(0)
	for i := range tops {
		high := laneLeast
		for _, c := range v.columns {
			if i < len(c.deck.counts) {
				high = max(high, c.deck.grid.rows(c.deck.counts[i])+laneApart)
			}
		}
		tops[i] = foot + bandHead
		foot = tops[i] + high
	}
	for _, c := range v.columns {
		c.deck.level(tops, foot)
	}
}

// tellLanes says in the heads of a column's lanes whose they are.
func (v *View) tellLanes(c *column) {
	heads := make([]laneStory, len(v.lanes))
	for i, id := range v.lanes {
		heads[i] = laneStory{name: v.words.T("group.none"), style: -1, count: v.words.Number(c.deck.counts[i])}
		if others := c.deck.shared[i]; others > 0 {
			heads[i].count = v.words.T("lane.shared", others, c.deck.counts[i])
		}
		if at := slices.IndexFunc(v.groups, func(g model.Group) bool { return g.ID == id }); at >= 0 {
			heads[i].name, heads[i].style = v.groups[at].Name, v.groups[at].Style
		}
		if load := v.limit(c.stage, id); load.Most > 0 {
			heads[i].count, heads[i].over = v.words.T("column.limit", load.Count, load.Most), load.Over()
		}
	}
	c.deck.tellLanes(heads)
}

// limit is the load of a lane, if it has a limit: only then is it counted.
func (v *View) limit(stage model.Stage, group model.ID) model.Load {
	for _, l := range v.limits {
		if group != "" && l.Stage == stage && l.Group == group {
			return v.board.Load(stage, group)
		}
	}
	return model.Load{}
}

// regroup says which target groups cards get that are put into a lane: that of the
// lane takes the place of the one where the card lay, and of those whose lanes come
// before. It is nil where all of them have those.
func (v *View) regroup(ids []model.ID, band int) Regroup {
	if len(v.lanes) == 0 {
		return nil
	}
	lanes, all := v.lanes, v.groups // as the hand saw them
	groups := func(c model.Card) []model.ID { return groupsIn(lanes, all, c, band) }
	for _, id := range ids {
		if c, ok := v.board.Card(id); ok && !slices.Equal(groups(c), c.Groups) {
			return groups
		}
	}
	return nil
}

func groupsIn(lanes []model.ID, all []model.Group, c model.Card, band int) (groups []model.ID) {
	from := laneOf(lanes, c.Groups)
	if band == from {
		return c.Groups
	}
	if lanes[band] == "" {
		return nil
	}
	for _, g := range all {
		at := slices.Index(lanes, g.ID)
		if at == band || c.In(g.ID) && at != from && (at < 0 || at > band) {
			groups = append(groups, g.ID)
		}
	}
	return groups
}

// laneHint says what a drop into another lane makes of a card's target groups.
func (v *View) laneHint(c model.Card, t Target) string {
	groups := groupsIn(v.lanes, v.groups, c, t.Band)
	var to string
	var lost []string
	for _, g := range v.groups {
		switch {
		case g.ID == v.lanes[t.Band]:
			to = g.Name
		case c.In(g.ID) && !slices.Contains(groups, g.ID):
			lost = append(lost, g.Name)
		}
	}
	switch {
	case t.Act == Promote && to == "":
		return v.words.T("drop.promote."+string(t.Stage)) + ", " + strings.ToLower(v.words.T("group.none"))
	case t.Act == Promote:
		return v.words.T("drop.promote.for", v.words.T("drop.promote."+string(t.Stage)), to)
	case to == "":
		return v.words.T("drop.lane.none")
	case len(lost) > 0:
		return v.words.T("drop.lane.for", to, strings.Join(lost, ", "))
	}
	return v.words.T("drop.lane", to)
}

// Top shows where in a column a card lies that is written next.
func (v *View) Top(stage model.Stage) {
	for _, c := range v.columns {
		if c.stage != stage {
			continue
		}
		y := float32(0)
		if len(v.lanes) > 0 {
			y = c.deck.tops[v.laneOf(v.filter.Groups)] - bandHead
		}
		c.deck.halt()
		c.deck.scrollTo(min(y, c.deck.room()))
	}
}

// perform asks for what a drop of cards means, of which a hand holds one.
func (v *View) perform(ids []model.ID, c model.Card, t Target) {
	before := t.Before
	if t.After != "" {
		before = v.behind(t.Stage, t.After, c.ID)
	}
	if t.Act == Place && (v.byVotes() || len(v.lanes) > 0 && t.Before == "" && t.After == "") {
		before = c.ID // its place among the others means nothing
	}
	switch t.Act {
	case Place:
		v.intents.Move(ids, before, v.regroup(ids, t.Band))
	case Promote:
		v.intents.Promote(ids, before, v.regroup(ids, t.Band))
	case Join:
		v.intents.Join(ids, t.Onto)
	}
}

// behind is the card of a column that follows another one, leaving one out.
func (v *View) behind(stage model.Stage, id, without model.ID) model.ID {
	column := v.board.Column(stage)
	at := slices.IndexFunc(column, func(c model.Card) bool { return c.ID == id })
	for _, c := range column[at+1:] {
		if c.ID != without {
			return c.ID
		}
	}
	return ""
}

// level takes the heights of the lanes.
func (d *deck) level(tops []float32, foot float32) {
	if !slices.Equal(tops, d.tops) || foot != d.grid.Foot {
		d.tops, d.grid.Foot, d.stale = tops, foot, true
	}
}

// hold takes how many cards lie in each lane, and how many more of its group in others.
func (d *deck) hold(counts, shared []int) {
	d.stale = d.stale || !slices.Equal(counts, d.counts)
	d.counts, d.shared = counts, shared
}

// bands are the lanes with their cells, without the card at a place of the order.
func (d *deck) bands(without int) (all []Band) {
	first := 0
	for i, top := range d.tops {
		b := Band{Top: top}
		if i < len(d.counts) {
			b.Cells = d.counts[i]
		}
		next := first + b.Cells
		if without >= first && without < next {
			b.Cells--
		}
		first = next
		all = append(all, b)
	}
	return all
}

// share says how many cells each lane has, with the gap and without the card that
// is carried.
func (d *deck) share() {
	d.grid.Bands = d.bands(d.awayAt)
	if d.gap >= 0 && d.gapBand < len(d.grid.Bands) {
		d.grid.Bands[d.gapBand].Cells++
	}
}

// relevel gives the lanes other heights where a column changed its width. The card
// that was chosen stays where it is seen.
func (v *View) relevel() {
	if len(v.lanes) == 0 {
		return
	}
	v.level()
	for _, c := range v.columns {
		if d := c.deck; d.stale {
			seen, is := d.anchor()
			d.arrange(false)
			if is {
				d.keepAt(seen)
			}
		}
	}
}
