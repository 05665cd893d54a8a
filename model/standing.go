package model

import (
	"cmp"
	"slices"
)

// polls are the dots on each card in each round, made when asked for.
type polls map[ID]*poll

type poll struct {
	voters, dots int
	on           map[ID]int
}

func (b *Board) polls() polls {
	if b.counted != nil {
		return b.counted
	}
	b.counted = polls{}
	for _, e := range b.entities {
		v, ok := e.(Ballot)
		if !ok {
			continue
		}
		p := b.counted[v.Round]
		if p == nil {
			p = &poll{on: map[ID]int{}}
			b.counted[v.Round] = p
		}
		p.voters++
		for card, n := range v.Dots {
			p.dots += n
			p.on[card] += n
		}
	}
	return b.counted
}

// Turnout returns how many people placed how many dots in a round: all that is seen
// of it until it is shown.
func (b *Board) Turnout(round ID) (voters, dots int) {
	if p := b.polls()[round]; p != nil {
		voters, dots = p.voters, p.dots
	}
	return voters, dots
}

// Votes returns all votes of a card: those given outside of rounds, and the dots of
// every round that was shown, its own and those of the cards merged into it.
func (b *Board) Votes(c Card) int {
	votes := c.Votes
	for id := range b.polls() {
		votes += b.dots(c.ID, id)
	}
	for _, twin := range b.lineage().twins[c.ID] {
		t, _ := b.Card(twin)
		votes += t.Votes
	}
	return votes
}

// VotesIn returns the dots on a card in a round, and on those merged into it: none
// until the round is shown.
func (b *Board) VotesIn(c Card, round ID) int { return b.dots(c.ID, round) }

func (b *Board) dots(card, round ID) int {
	p := b.polls()[round]
	if r, ok := b.Get(Ref{KindRound, round}).(Round); !ok || !r.Shown || p == nil {
		return 0
	}
	n := p.on[card]
	for _, twin := range b.lineage().twins[card] {
		n += p.on[twin]
	}
	return n
}

// A Standing is a card's place by votes. Cards with as many votes share a place,
// and are Tied: the votes do not say which comes first.
type Standing struct {
	Card  Card
	Votes int
	Place int // from 1; after two at the first comes the third
	Tied  bool
}

// ByVotes returns a column by its votes in a round or, of none, by all votes. Those
// that are tied stand as they do in the column.
func (b *Board) ByVotes(stage Stage, round ID) []Standing {
	var all []Standing
	for _, c := range b.Column(stage) {
		s := Standing{Card: c, Votes: b.Votes(c)}
		if round != "" {
			s.Votes = b.VotesIn(c, round)
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(x, y Standing) int { return cmp.Compare(y.Votes, x.Votes) })
	for i := range all {
		all[i].Place = i + 1
		if i > 0 && all[i-1].Votes == all[i].Votes {
			all[i].Place, all[i].Tied, all[i-1].Tied = all[i-1].Place, true, true
		}
	}
	return all
}

// OrderByVotes proposes that a column stands in the order of its votes in a round or,
// of none, of all votes. The cards change places among themselves only.
func (b *Board) OrderByVotes(stage Stage, round ID) (Edit, error) {
	edit, column := Edit{Label: LabelOrder}, b.Column(stage)
	for i, s := range b.ByVotes(stage, round) {
		if i > 0 { // two desks may have used one gap at once
			column[i].Rank = max(column[i].Rank, column[i-1].Rank+1)
		}
		if is := s.Card; is.Rank != column[i].Rank {
			is.Rank = column[i].Rank
			edit.Changes = append(edit.Changes, Change{Before: s.Card, After: is})
		}
	}
	return edit, nil
}
