package board

import (
	"slices"
	"strings"

	"racedesk/model"
)

// hits are the letters of texts that the words of the query stand in, as they are written
// there, with spaces between.
func hits(query string, texts ...string) string {
	var found []string
	text := strings.Join(texts, " ")
	for _, asked := range strings.Fields(model.Fold(query)) {
		for _, one := range model.Found(text, asked) {
			if !slices.Contains(found, one) {
				found = append(found, one)
			}
		}
	}
	return strings.Join(found, " ")
}

// snippetWords is how many words of a text are shown where it was found.
const snippetWords = 9

// found says where on a card it was found what is searched for and does not stand in
// what its face shows, with the words behind it; nothing where all of it stands there.
func (v *View) found(c model.Card, shown string) string {
	shown = model.Fold(shown)
	for _, asked := range strings.Fields(model.Fold(v.filter.Query)) {
		if strings.Contains(shown, asked) {
			continue
		}
		for _, part := range v.parts(c) {
			if text := snippet(part.text, asked); text != "" {
				return v.words.T(part.key, text)
			}
		}
	}
	return ""
}

// A written is a part of what is written of a card, with the wording of where.
type written struct{ key, text string }

// parts are those of a card that its face does not show, or not in full.
func (v *View) parts(c model.Card) (all []written) {
	for _, tag := range c.Tags {
		all = append(all, written{"found.tag", tag})
	}
	for _, name := range c.People() {
		all = append(all, written{"found.person", name})
	}
	for _, text := range append([]string{c.Text, c.ForWhom, c.Offer, c.Terms, c.NextStep}, c.Links...) {
		all = append(all, written{"found.text", text})
	}
	for _, twin := range v.board.Duplicates(c.ID) {
		all = append(all, written{"found.twin", twin.Title}, written{"found.twin", twin.Text})
	}
	return all
}

// snippet is the part of a text from the first word on that holds another, which a
// narrow card then shows; empty where none does.
func snippet(text, asked string) string {
	words := strings.Fields(text)
	for i, word := range words {
		if !strings.Contains(model.Fold(word), asked) {
			continue
		}
		last := min(len(words), i+snippetWords)
		found := strings.Join(words[i:last], " ")
		if i > 0 {
			found = "…" + found
		}
		if last < len(words) {
			found += " …"
		}
		return found
	}
	return ""
}
