package model

import (
	"slices"
	"strings"
)

// A Filter chooses cards. Every part that is set has to hold; of what one part
// lists, one is enough. The zero Filter chooses every card.
type Filter struct {
	Query  string
	Stages []Stage
	Groups []ID
	Tags   []string
	People []string

	Lacking bool // only what is open and does not meet its stage's checks
}

// Empty says whether the filter chooses every card.
func (f Filter) Empty() bool {
	return strings.TrimSpace(f.Query) == "" && len(f.Stages)+len(f.Groups)+len(f.Tags)+len(f.People) == 0 && !f.Lacking
}

// Matches says whether the filter chooses a card of the board.
func (f Filter) Matches(b *Board, c Card) bool {
	same := func(x string) func(string) bool {
		return func(y string) bool { return Fold(x) == Fold(y) }
	}
	return anyOf(f.Stages, func(s Stage) bool { return s == c.Stage }) &&
		anyOf(f.Groups, c.In) &&
		anyOf(f.Tags, func(tag string) bool { return slices.ContainsFunc(c.Tags, same(tag)) }) &&
		anyOf(f.People, func(who string) bool { return slices.ContainsFunc(c.People(), same(who)) }) &&
		(!f.Lacking || b.Open(c) && len(b.Missing(c)) > 0) &&
		b.Matches(c, f.Query)
}

// anyOf says whether one of a list holds; of no list, all does.
func anyOf[T any](list []T, holds func(T) bool) bool {
	return len(list) == 0 || slices.ContainsFunc(list, holds)
}

// Matches says whether every word of the query stands somewhere in the card: its
// texts, people, tags, links or the names of its target groups, or in a card that
// was merged into it, so that what somebody wrote is found where it went. See Fold
// for which letters are the same.
func (b *Board) Matches(c Card, query string) bool {
	words := strings.Fields(Fold(query))
	if len(words) == 0 {
		return true
	}
	parts := b.said(nil, c)
	for _, twin := range b.Duplicates(c.ID) {
		parts = b.said(parts, twin)
	}
	hay := Fold(strings.Join(parts, "\n"))
	for _, w := range words {
		if !strings.Contains(hay, w) {
			return false
		}
	}
	return true
}

// said adds all that is written of a card.
func (b *Board) said(parts []string, c Card) []string {
	parts = append(parts, c.Title, c.Text, c.ForWhom, c.Offer, c.Terms, c.NextStep, c.Leader)
	parts = append(append(append(parts, c.Designers...), c.Tags...), c.Links...)
	for _, id := range c.Groups {
		if g, ok := b.Get(Ref{KindGroup, id}).(Group); ok {
			parts = append(parts, g.Name)
		}
	}
	return parts
}
