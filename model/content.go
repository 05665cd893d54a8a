package model

import (
	"slices"
	"strings"
)

// What one card holds at most, in bytes and in number: far above anything a
// person writes, far below what would trouble a store or a reader.
const (
	MaxTitle = 16 << 10 // of a title, a name, a link
	MaxText  = 1 << 20
	MaxTag   = 200
	MaxTags  = 20
	MaxList  = 100 // of people, links, target groups, ticks
)

// clean returns the card with its texts made fit to store. Tags that are the same
// but for case and accents are one; links stay as they were written.
func (c Card) clean() Card {
	c.Title, c.Text = CleanLine(c.Title), CleanText(c.Text)
	c.ForWhom, c.Offer, c.Terms = CleanText(c.ForWhom), CleanText(c.Offer), CleanText(c.Terms)
	c.Leader, c.NextStep = CleanLine(c.Leader), CleanText(c.NextStep)
	c.Designers = cleanList(c.Designers, nil)
	c.Links = cleanList(c.Links, func(link string) string { return link })
	c.Tags = cleanList(c.Tags, Fold)
	c.Groups, c.Ticks = once(c.Groups), once(c.Ticks)
	c.Votes = max(0, c.Votes)
	return c
}

// cleanList returns the lines of a list that say something; those with the same
// key once.
func cleanList(lines []string, key func(string) string) []string {
	var out []string
	seen := map[string]bool{}
	for _, line := range lines {
		if line = CleanLine(line); line == "" {
			continue
		}
		if key != nil {
			if seen[key(line)] {
				continue
			}
			seen[key(line)] = true
		}
		out = append(out, line)
	}
	return out
}

// once returns each of a list once, and nil where there is none, as it reads back.
func once(ids []ID) []ID {
	var out []ID
	for _, id := range ids {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// fits says what keeps a card from being stored.
func (c Card) fits() error {
	if faults := c.Faults(); len(faults) > 0 {
		return &faults[0]
	}
	return few(max(len(c.Groups), len(c.Ticks)), MaxList)
}

// few returns an error where there are more than most.
func few(many, most int) error {
	if many > most {
		return &Fault{Err: ErrTooMany, Most: most, Over: many - most}
	}
	return nil
}

// A Fault is an error that knows what it is of: it keeps one field of a card from being
// stored, or a list of something else.
type Fault struct {
	Field      string // of a card, as it is called in the file; else empty
	Err        error  // ErrNoTitle, ErrTooLong or ErrTooMany
	Most, Over int    // in bytes or in number: what it may have, and what is to be taken away
}

// Error implements error.
func (f *Fault) Error() string { return f.Err.Error() }

// Unwrap makes a fault the error that it tells more of.
func (f *Fault) Unwrap() error { return f.Err }

// Faults returns what keeps the fields that people write from being stored, at most
// one for each.
func (c Card) Faults() []Fault {
	c = c.clean()
	var faults []Fault
	if c.Title == "" {
		faults = append(faults, Fault{Field: "title", Err: ErrNoTitle})
	}
	for _, f := range []struct {
		field      string
		lines      []string
		many, each int // how many of them there may be, and how long each
	}{
		{"title", []string{c.Title}, 1, MaxTitle}, {"leader", []string{c.Leader}, 1, MaxTitle},
		{"text", []string{c.Text}, 1, MaxText}, {"nextStep", []string{c.NextStep}, 1, MaxText},
		{"forWhom", []string{c.ForWhom}, 1, MaxText}, {"offer", []string{c.Offer}, 1, MaxText}, {"terms", []string{c.Terms}, 1, MaxText},
		{"designers", c.Designers, MaxList, MaxTitle}, {"links", c.Links, MaxList, MaxTitle}, {"tags", c.Tags, MaxTags, MaxTag},
	} {
		over := len(f.lines) - f.many
		if over > 0 {
			faults = append(faults, Fault{f.field, ErrTooMany, f.many, over})
			continue
		}
		if i := slices.IndexFunc(f.lines, func(line string) bool { return len(line) > f.each }); i >= 0 {
			faults = append(faults, Fault{f.field, ErrTooLong, f.each, len(f.lines[i]) - f.each})
		}
	}
	return faults
}

func longer(texts []string, most int) bool {
	return slices.ContainsFunc(texts, func(s string) bool { return len(s) > most })
}

// WebAddress returns the address that a link leads to, and whether it leads to a
// page: nothing that a card says makes a computer open anything else.
func WebAddress(link string) (string, bool) {
	scheme, rest, has := strings.Cut(link, "://")
	if !has {
		scheme, rest = "https", link
	}
	scheme = strings.ToLower(scheme)
	host, _, _ := strings.Cut(rest, "/")
	ok := (scheme == "http" || scheme == "https") && strings.Contains(strings.Trim(host, "."), ".") &&
		!strings.ContainsAny(rest, " \"<>\\") && !strings.Contains(host, "@") && (has || !strings.Contains(host, ":"))
	return scheme + "://" + rest, ok
}
