package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Alike returns the other cards of its stage on the board: first those whose titles share
// words with the card's, the likeliest duplicates before the others, then the rest
// as they stand in their column. Those that went on are among them: somebody often
// writes once more what is in a project already.
func (b *Board) Alike(id ID) []Card {
	c, ok := b.Card(id)
	if !ok {
		return nil
	}
	others := slices.DeleteFunc(b.Column(c.Stage), func(x Card) bool { return x.ID == b.Home(id) })
	says := map[ID][]string{}
	spread := map[string]int{} // in how many titles a word stands
	for _, x := range others {
		says[x.ID] = keywords(x.Title)
		for _, w := range says[x.ID] {
			spread[w]++
		}
	}
	words := keywords(c.Title)
	likeness := map[ID]float64{}
	for _, x := range others {
		likeness[x.ID] = overlap(words, says[x.ID], spread)
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

// overlap says how much a title has in common with another: a word that stands in
// many titles tells less. Words count as one where one begins with the other:
// endings are much of a language.
func overlap(words, others []string, spread map[string]int) (sum float64) {
	for _, w := range words {
		for _, v := range others {
			if strings.HasPrefix(v, w) || strings.HasPrefix(w, v) {
				sum += 1 / float64(max(spread[v], spread[w]))
				break
			}
		}
	}
	return sum
}
