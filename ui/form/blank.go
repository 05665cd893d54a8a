package form

import (
	"strings"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A blank is one text of a card, or one list, and what it is written in.
type blank struct {
	field string // as it is called in the file
	in    writing
	under *section // says what is to be settled
	text  func(*model.Card) *string
	list  func(*model.Card) *[]string // in place of text
	line  bool                        // a text of one line
	cut   string                      // stands between the parts of a list
}

// A writing is a text that is changed by hand.
type writing interface {
	written() string
	fill(text string)
}

// paper is an entry as a writing.
type paper struct{ *kit.Entry }

func (p paper) written() string { return p.Text }

func (p paper) fill(text string) { p.SetText(text) }

// of returns the text of a card as it stands in the blank.
func (b blank) of(c model.Card) string {
	if b.list != nil {
		return strings.Join(*b.list(&c), b.cut)
	}
	return *b.text(&c)
}

// put writes a text into a card, as the card would keep it.
func (b blank) put(c *model.Card, text string) {
	switch {
	case b.list != nil:
		*b.list(c) = parts(text, b.cut)
	case b.line:
		*b.text(c) = model.CleanLine(text)
	default:
		*b.text(c) = model.CleanText(text)
	}
}

// copy takes over from another card what the blank is of.
func (b blank) copy(to *model.Card, from model.Card) {
	if b.list != nil {
		*b.list(to) = *b.list(&from)
	} else {
		*b.text(to) = *b.text(&from)
	}
}

// says says whether what is written comes to the same as the card's text.
func (b blank) says(c model.Card) bool {
	text := b.of(c)
	if b.in.written() == text {
		return true
	}
	var typed, kept model.Card
	b.put(&typed, b.in.written())
	b.put(&kept, text)
	return b.of(typed) == b.of(kept)
}

// The cuts of lists, as people write them.
const (
	listed = ", "
	lined  = "\n"
)

// parts reads a list that people wrote with commas between or, where it is cut into
// lines, with either.
func parts(text, cut string) (list []string) {
	split := ","
	if cut == lined {
		text, split = strings.ReplaceAll(text, listed, lined), lined // a comma alone is part of many an address
	}
	for _, part := range strings.Split(text, split) {
		if part = model.CleanLine(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
