package model

import (
	"cmp"
	"slices"
)

// A lineage is what the links of a board say.
type lineage struct {
	onward  map[ID][]ID // from a card to the cards it went into
	sources map[ID][]ID // from a card to the cards it came from
	homes   map[ID]ID   // from a merged card to the one that stands for it
	twins   map[ID][]ID // and back
}

// lineage reads the links. A link counts while both its cards are there: another
// desk may have taken one away while this one was joining them. A link of a merged
// card is one of the card that stands for it.
func (b *Board) lineage() *lineage {
	if b.line != nil {
		return b.line
	}
	b.line = &lineage{onward: map[ID][]ID{}, sources: map[ID][]ID{}, homes: b.homes(), twins: map[ID][]ID{}}
	for id, home := range b.line.homes {
		b.line.twins[home] = append(b.line.twins[home], id)
	}
	for _, e := range b.entities {
		l, ok := e.(Link)
		if !ok {
			continue
		}
		_, there1 := b.Card(l.From)
		_, there2 := b.Card(l.To)
		from, to := b.Home(l.From), b.Home(l.To)
		if there1 && there2 && !slices.Contains(b.line.onward[from], to) {
			b.line.onward[from] = append(b.line.onward[from], to)
			b.line.sources[to] = append(b.line.sources[to], from)
		}
	}
	return b.line
}

// Links returns every link, sorted by its ends.
func (b *Board) Links() []Link {
	links := collect[Link](b)
	slices.SortFunc(links, func(x, y Link) int { return cmp.Compare(x.ID, y.ID) })
	return links
}

// Onward returns the cards that this one went into, or the one that stands for it,
// in board order.
func (b *Board) Onward(id ID) []Card { return b.cards(b.lineage().onward[b.Home(id)]) }

// Sources returns the cards that this one came from, or the one that stands for it, in
// board order.
func (b *Board) Sources(id ID) []Card { return b.cards(b.lineage().sources[b.Home(id)]) }

// Open says whether a card still waits to go on: not parked, not merged into
// another, and not gone into a later stage. A product is at its goal and counts as
// open while on the board.
func (b *Board) Open(c Card) bool {
	return !c.Parked && !b.merged(c) && len(b.lineage().onward[c.ID]) == 0
}

// Problems returns the problems that a project or product grew out of, found by
// following its lineage back, in board order and once each.
func (b *Board) Problems(id ID) []Card {
	var ids []ID
	seen := map[ID]bool{id: true}
	for queue := []ID{id}; len(queue) > 0; queue = queue[1:] {
		for _, c := range b.Sources(queue[0]) {
			if seen[c.ID] {
				continue
			}
			seen[c.ID] = true
			queue = append(queue, c.ID)
			if c.Stage == Problem {
				ids = append(ids, c.ID)
			}
		}
	}
	return b.cards(ids)
}

// Family returns a card with all that it came from and all that it went into,
// through every stage, in board order. What else those came from or went into is
// no family of it: else everything is.
func (b *Board) Family(id ID) []Card {
	family := map[ID]bool{b.Home(id): true}
	for _, way := range []map[ID][]ID{b.lineage().sources, b.lineage().onward} {
		for queue := []ID{b.Home(id)}; len(queue) > 0; queue = queue[1:] {
			for _, next := range way[queue[0]] {
				if !family[next] {
					family[next] = true
					queue = append(queue, next)
				}
			}
		}
	}
	var out []Card
	for _, stage := range Stages {
		for _, c := range b.all(stage) {
			if family[c.ID] {
				out = append(out, c)
			}
		}
	}
	return out
}

// AddFrom proposes a new card as Add does, which comes from other cards: from those of
// them that are there and can go on to it.
func (b *Board) AddFrom(origins []ID, c Card, before ID) (Edit, error) {
	edit, err := b.Add(c, before)
	if err != nil {
		return Edit{}, err
	}
	made := edit.Changes[len(edit.Changes)-1].After.(Card)
	for _, id := range origins {
		from, there := b.Card(id)
		if there && from.Stage.Next() == made.Stage && (from.Stage == Problem || b.Open(from)) {
			edit.Changes = append(edit.Changes, Change{After: NewLink(id, made.ID)})
		}
	}
	return edit, nil
}
