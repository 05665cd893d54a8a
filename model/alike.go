package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Alike returns the other problems on the board: first those whose titles share
// words with the card's, the likeliest duplicates before the others, then the rest
// as they stand in their column. Those that went on are among them: somebody often
// writes once more what is in a project already.
func (b *Board) Alike(id ID) []Card {
	c, ok := b.Card(id)
	if !ok {
		return nil
	}
	words := keywords(c.Title)
	others := slices.DeleteFunc(b.Column(Problem), func(x Card) bool { return x.ID == b.Home(id) })
	likeness := make(map[ID]float64, len(others))
	for _, x := range others {
		likeness[x.ID] = overlap(words, keywords(x.Title))
	}
	slices.SortStableFunc(others, func(x, y Card) int { return cmp.Compare(likeness[y.ID], likeness[x.ID]) })
	return others
}

// keywords are the words of a title that say what it is about: the short ones
// mostly do not.
func keywords(title string) []string {
	const short = 3
	words := strings.FieldsFunc(Fold(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return utf8.RuneCountInString(w) < short })
	slices.Sort(words)
	return slices.Compact(words)
}

// overlap says how much two sets of words have in common, from 0 to 1. Words count
// as one where one begins with the other: endings are much of a language.
func overlap(x, y []string) float64 {
	common := 0
	for _, w := range x {
		if slices.ContainsFunc(y, func(v string) bool { return strings.HasPrefix(v, w) || strings.HasPrefix(w, v) }) {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return float64(common) / float64(len(x)+len(y)-common)
}
