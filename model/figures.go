package model

import "slices"

// Figures counts the cards of one stage.
type Figures struct {
	Total  int // every card ever found, parked and gone on ones too, and merged problems
	Open   int // still to go on
	Parked int
	Merged int // problems that say the same as another one of the total, see Merge
}

// Figures counts a stage, of one target group or, with an empty group, of all.
func (b *Board) Figures(stage Stage, group ID) Figures {
	return b.figures(stage, func(c Card) bool { return group == "" || c.In(group) })
}

// Ungrouped counts the cards of a stage that carry no target group of the race.
func (b *Board) Ungrouped(stage Stage) Figures {
	groups := b.Groups()
	return b.figures(stage, func(c Card) bool {
		return !slices.ContainsFunc(groups, func(g Group) bool { return c.In(g.ID) })
	})
}

func (b *Board) figures(stage Stage, counts func(Card) bool) Figures {
	var f Figures
	for _, c := range b.all(stage) {
		merged := b.merged(c)
		if !counts(c) || merged && stage != Problem {
			continue
		}
		f.Total++
		switch {
		case merged:
			f.Merged++
		case c.Parked:
			f.Parked++
		case b.Open(c):
			f.Open++
		}
	}
	return f
}
