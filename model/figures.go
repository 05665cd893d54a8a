package model

import "strings"

// Figures counts the cards of one stage.
type Figures struct {
	Total  int // every card ever found, parked and gone on ones too
	Open   int // still to go on
	Parked int
}

// Figures counts a stage, of one target group or, with an empty group, of all.
func (b *Board) Figures(stage Stage, group ID) Figures {
	var f Figures
	for _, c := range b.all(stage) {
		if group != "" && !c.In(group) {
			continue
		}
		f.Total++
		if c.Parked {
			f.Parked++
		}
		if b.Open(c) {
			f.Open++
		}
	}
	return f
}

// Matches says whether every word of the query stands somewhere in the card:
// title, text, people, next step or the names of its target groups. Case is
// folded for all letters; å, ä and ö are letters of their own.
func (b *Board) Matches(c Card, query string) bool {
	words := strings.Fields(strings.ToLower(query))
	if len(words) == 0 {
		return true
	}
	parts := append([]string{c.Title, c.Text, c.NextStep}, c.People()...)
	for _, id := range c.Groups {
		if g, ok := b.Get(Ref{KindGroup, id}).(Group); ok {
			parts = append(parts, g.Name)
		}
	}
	hay := strings.ToLower(strings.Join(parts, "\n"))
	for _, w := range words {
		if !strings.Contains(hay, w) {
			return false
		}
	}
	return true
}
