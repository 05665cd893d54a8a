package model

// A gapped is a column but for one card, looked at in place: cards are large, and
// a column of them is not copied for one move.
type gapped struct {
	column []Card
	gap    int // where the card is that does not count, or -1
}

func (b *Board) others(stage Stage, id ID) gapped {
	g := gapped{b.all(stage), -1}
	g.gap = g.index(id)
	return g
}

func (g gapped) len() int {
	if g.gap < 0 {
		return len(g.column)
	}
	return len(g.column) - 1
}

func (g gapped) at(i int) *Card {
	if g.gap >= 0 && i >= g.gap {
		i++
	}
	return &g.column[i]
}

// index finds a card, or returns -1.
func (g gapped) index(id ID) int {
	for i := range g.len() {
		if g.at(i).ID == id {
			return i
		}
	}
	return -1
}

// rank is the rank at a place, nil beyond either end.
func (g gapped) rank(i int) *Rank {
	if i < 0 || i >= g.len() {
		return nil
	}
	return &g.at(i).Rank
}
