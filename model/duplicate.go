package model

import (
	"fmt"
	"slices"
)

// Merge proposes that cards say the same as another of their stage: from then on that
// one stands for them all. It takes over their target groups; their votes count as its
// votes, where they came from as where it came from and where they went as where it
// went, also what another desk adds to one of them in the same moment.
//
// A merged card is not deleted: it keeps all that was written and only leaves its
// column, so that undo brings it back whole, and a search for its words finds the
// card that stands for it. A problem stays among the problems found, as Figures counts
// them: "80 problems were found" is about what people in the room wrote, and that
// somebody else had written one of them as well does not make it 79. Figures.Merged
// says how many of them that is, so that a report can say both. Two projects or products
// that became one are one.
func (b *Board) Merge(into ID, others ...ID) (Edit, error) {
	into = b.Home(into)
	to, ok := b.Card(into)
	if !ok {
		return Edit{}, fmt.Errorf("merge cards: %w", ErrGone)
	}
	edit, wider := Edit{Label: LabelMerge}, to
	for _, id := range others {
		c, ok := b.Card(b.Home(id))
		switch {
		case !ok:
			return Edit{}, fmt.Errorf("merge cards: %w", ErrGone)
		case c.Stage != to.Stage:
			return Edit{}, fmt.Errorf("merge %s into %s: %w", c.Stage, to.Stage, ErrNoMeaning)
		case c.ID == into || slices.ContainsFunc(edit.Changes, func(x Change) bool { return x.Ref() == c.Ref() }):
			continue
		}
		after := c
		after.Into = into
		edit.Changes = append(edit.Changes, Change{Before: c, After: after})
		wider.Groups = append(slices.Clone(wider.Groups), c.Groups...)
	}
	return b.widen(edit, to, wider.Groups), nil
}

// Unmerge proposes that a card stands for itself again, with its own votes and
// lineage. Whom it was merged into keeps the target groups.
func (b *Board) Unmerge(id ID) (Edit, error) {
	c, ok := b.Card(id)
	if !ok {
		return Edit{}, fmt.Errorf("unmerge card: %w", ErrGone)
	}
	c.Into = ""
	return b.replace(LabelUnmerge, c), nil
}

// Home returns the card that stands for this one: that into which it was merged,
// or itself.
func (b *Board) Home(id ID) ID {
	if home, merged := b.lineage().homes[id]; merged {
		return home
	}
	return id
}

// Duplicates returns the cards that were merged into this one, in board order.
func (b *Board) Duplicates(id ID) []Card { return b.cards(b.lineage().twins[id]) }

// Merged returns all cards that another one stands for, in board order.
func (b *Board) Merged() (all []Card) {
	for _, stage := range Stages {
		for _, c := range b.all(stage) {
			if b.merged(c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// merged says whether another card stands for this one.
func (b *Board) merged(c Card) bool { return c.Into != "" && b.Home(c.ID) != c.ID }

// homes says of each card that was merged into another which one stands for it. A
// card that is gone stands for none. Where two desks merged two cards into each
// other, the one with the lower ID stands for both.
func (b *Board) homes() map[ID]ID {
	into := map[ID]ID{}
	for _, e := range b.entities {
		if c, ok := e.(Card); ok && c.Into != "" {
			if to, ok := b.Card(c.Into); ok && to.Stage == c.Stage {
				into[c.ID] = c.Into
			}
		}
	}
	homes := map[ID]ID{}
	for id := range into {
		if home := end(into, id); home != id {
			homes[id] = home
		}
	}
	return homes
}

// end follows a way from one to the next until it ends, or goes round.
func end(next map[ID]ID, id ID) ID {
	seen := map[ID]bool{}
	for ; next[id] != "" && !seen[id]; id = next[id] {
		seen[id] = true
	}
	if next[id] == "" {
		return id
	}
	lowest := id
	for at := next[id]; at != id; at = next[at] {
		lowest = min(lowest, at)
	}
	return lowest
}
